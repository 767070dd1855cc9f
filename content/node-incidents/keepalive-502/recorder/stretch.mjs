// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Turns recordings into the files of the scenario: times are multiplied, lines are
// chosen, names are given. No value is changed.
//
//   node stretch.mjs OUT SCENARIO_FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { writeCsv, writeLines, writeTrace } from '../../recording/kit.mjs';
import { FACTOR, rateAt } from './plan.mjs';

const [out, scenario] = process.argv.slice(2).map((p) => path.resolve(p));
const PAGE = Date.UTC(2026, 4, 7, 2, 10) / 1e3;
const HISTORY = 80 * 60;
const files = { race: 'race', longer: 'keep-alive-65s', short: 'idle-timeout-4s', reads: 'retry-reads', everything: 'retry-everything',
                scaled: 'eight-instances', closing: 'connection-close' };

const read = (name) => fs.readFileSync(path.join(out, name), 'utf8').trim().split('\n');
const meta = JSON.parse(read('race.meta.json').join('\n'));
const story = (wallMs) => PAGE - HISTORY + (wallMs - meta.wall) / 1e3 * FACTOR;

for (const [name, target] of Object.entries(files)) {
  const [head, ...rows] = read(`${name}.csv`).map((l) => l.split(','));
  const start = name === 'race' ? PAGE - HISTORY : PAGE;
  writeCsv(path.join(scenario, 'metrics', `${target}.csv`), ['Time', ...head.slice(1)],
           rows.map((r) => [Math.round(start + (Number(r[0]) - Number(rows[0][0])) * FACTOR), ...r.slice(1)]));
}

const edge = read('race.edge.log').map((l) => JSON.parse(l)).map((e) => ({ ...e, time: story(e.at) }));
const recent = (e, minutes) => e.time > PAGE - minutes * 60 && e.time < PAGE + 5 * 60;
const instance = (n) => `bookings-${n}`;

// The balancer's access log: what failed, and one request in 150 of the rest.
writeLines(path.join(scenario, 'logs', 'balancer.ndjson'), edge.filter((e) => recent(e, 40)).map((e) => ({
  level: e.status === 502 ? 50 : 30, time: Math.round(e.time * 1e3), name: 'edge', reqId: e.reqId, method: e.method, path: e.path,
  target: instance(e.target), status: e.status, target_status: e.status === 502 ? '-' : String(e.status),
  target_processing_time: e.status === 502 ? -1 : Number(e.seconds.toFixed(3)),
  msg: `${e.status} ${e.method} ${e.path} ${e.reqId} at ${instance(e.target)}${e.status === 502 ? ', target status -, target closed the connection' : ''}` })));

// The application's log of one instance around three of those failures. Lines are kept
// whole for half a minute each; the failed requests are in none of them.
const failed = edge.filter((e) => e.status === 502 && e.target === 3 && recent(e, 40));
const own = read('race.3.log').map((l) => JSON.parse(l)).map((e) => ({ ...e, time: story(e.time) }));
const around = [failed.at(0), failed.at(Math.floor(failed.length / 2)), failed.at(-1)];
writeLines(path.join(scenario, 'logs', 'bookings-3.ndjson'), own.filter((e) => around.some((f) => Math.abs(e.time - f.time) < 15))
  .map(({ level, time, pid: _, name, ...rest }) => ({ level, time: Math.round(time * 1e3), pid: 7, hostname: name, name: 'bookings', ...rest,
                                                     msg: `${rest.status} ${rest.method} ${rest.route} ${rest.reqId} in ${rest.ms} ms` })));
const lost = new Set(edge.filter((e) => e.status === 502).map((e) => e.reqId));
for (const n of [1, 2, 3, 4])
  for (const line of read(`race.${n}.log`)) {
    const { reqId } = JSON.parse(line);
    if (lost.has(reqId))
      throw new Error(`the application did see ${reqId}`);
  }

// How long a connection had rested when a request was put on it.
const buckets = [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [5, 5.9], [5.9, 6.1], [6.1, 60]];
writeCsv(path.join(scenario, 'tables', 'idle-before-request.csv'), ['idle_seconds', 'sampled_requests', 'failed_with_502'],
         buckets.map(([a, b]) => {
           const inside = edge.filter((e) => e.reused && e.idleFor >= a && e.idleFor < b);
           return [`${a} to ${b}`, inside.filter((e) => e.status < 500).length, inside.filter((e) => e.status === 502).length];
         }));

// Both ends counted what they saw. Windows of two minutes, five to a row.
{
  const [head, ...rows] = read('race.csv').map((l) => l.split(','));
  const column = (r, name) => Number(r[head.indexOf(name)]);
  const lines = [];
  for (let to = 80 * 4 - 40 * 2; to <= 80 * 4; to += 40) {
    const windows = [0, 8, 16, 24, 32].map((back) => rows[to - back]);
    const sum = (name) => Math.round(windows.reduce((n, r) => n + column(r, name) * 120, 0));
    const at = new Date((PAGE - HISTORY + to * 15) * 1e3).toISOString().slice(11, 16);
    const failures = edge.filter((e) => e.status === 502 && e.time > PAGE - HISTORY + to * 15 - 600 && e.time <= PAGE - HISTORY + to * 15).length;
    lines.push([at, sum('rps'), sum('rps_app'), sum('rps') - sum('rps_app'), failures]);
  }
  writeCsv(path.join(scenario, 'tables', 'both-ends.csv'), ['ten_minutes_to', 'balancer_sent', 'application_saw', 'difference', 'balancer_502'], lines);
}

// A day by the hour. Each hour was recorded for five minutes of the story at its traffic.
writeCsv(path.join(scenario, 'tables', 'by-hour.csv'), ['hour', 'requests_per_second', 'status_502_in_5_minutes', 'share_502', 'connections_opened_per_minute'],
         read('hours.csv').slice(1).map((l) => l.split(',').map(Number)).map(([hour, sent, e502, opened]) => [
           `${String(hour).padStart(2, '0')}:00`, rateAt(hour * 60).toFixed(0), e502, (e502 / sent).toFixed(5), (opened / 5).toFixed(1)]));

// A booking that failed and what the same line looks like when it works.
const booking = edge.filter((e) => e.status === 502 && e.method === 'POST').at(-1);
writeTrace(path.join(scenario, 'traces', 'lost-booking.json'), Math.round(PAGE - 300), 1, [
  { service: 'edge', name: `${booking.method} ${booking.path}`, kind: 2, parent: -1, from: 0, to: booking.seconds * 1e3, failed: true,
    attributes: { 'http.response.status_code': 502, 'request.id': booking.reqId, 'upstream.connection': booking.reused ? 'reused' : 'new' } },
  { service: 'edge', name: 'send to ' + instance(booking.target), kind: 3, parent: 0, from: 0, to: booking.seconds * 1e3, failed: true,
    attributes: { 'error.type': 'connection closed by target' } }]);
