// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Turns recordings into the files of the scenario: times are multiplied, lines are
// chosen, names are given. No value is changed.
//
//   node stretch.mjs OUT SCENARIO_FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { writeCsv, writeLines, writeText } from '../../recording/kit.mjs';

const [out, scenario] = process.argv.slice(2).map((p) => path.resolve(p));
const PAGE = Date.UTC(2026, 6, 14, 7, 40) / 1e3;
const HISTORY = 18 * 60;
const files = { loop: 'loop', apionly: 'api-only', parked: 'draining', capped: 'draining-capped', zombie: 'log-and-carry-on', purged: 'purged' };

const read = (name) => fs.readFileSync(path.join(out, name), 'utf8').trim().split('\n');
const meta = JSON.parse(read('loop.meta.json').join('\n'));
const FACTOR = meta.factor;
const story = (wallMs) => PAGE - HISTORY + (wallMs - meta.wall) / 1e3 * FACTOR;
const clock = (seconds) => new Date(seconds * 1e3).toISOString().slice(11, 19);

for (const [name, target] of Object.entries(files)) {
  const [head, ...rows] = read(`${name}.csv`).map((l) => l.split(','));
  const start = name === 'loop' ? PAGE - HISTORY : PAGE;
  // The first minute goes, in which the windows fill.
  writeCsv(path.join(scenario, 'metrics', `${target}.csv`), ['Time', ...head.slice(1)],
           rows.slice(7).map((r) => [Math.round(start + (Number(r[0]) - (name === 'loop' ? 0 : Number(rows[7][0]))) * FACTOR), ...r.slice(1)]));
}

const pods = [1, 2, 3].map((n) => read(`loop.${n}.log`).map((l) => JSON.parse(l)).filter((e) => e.time >= meta.wall)
  .map((e) => ({ ...e, at: story(e.time) })));
const line = ({ level, at, time: _, pid: __, name: hostname, msg, ...rest }) => ({ level, time: Math.round(at * 1e3), pid: 7, hostname, name: 'invoices', ...rest,
  msg: `${hostname}: ${rest.err ? `${rest.err.type}: ${rest.err.message}` : rest.messageId ? `${msg}, ${rest.messageId}, delivery ${rest.deliveries}` : msg}` });

// The end of each life up to some minutes after the page: the consumer starts, what was
// received again, the last word.
const chosen = pods.flatMap((log) => log.filter((e, i) => e.at < PAGE + 3 * 60
  && (e.level === 60 || e.msg === 'consumer started' || (e.msg === 'message received again' && log.slice(i, i + 14).some((f) => f.level === 60)))));
writeLines(path.join(scenario, 'logs', 'last-lines.ndjson'), chosen.sort((a, b) => a.at - b.at).map(line));

// How often each message was delivered, as the consumers saw it.
const most = new Map();
for (const e of pods.flat())
  if (e.deliveries && e.at < PAGE + 5 * 60) {
    const m = most.get(e.messageId) ?? { order: e.order, deliveries: 0, pods: new Set() };
    m.deliveries = Math.max(m.deliveries, e.deliveries);
    m.pods.add(e.name);
    most.set(e.messageId, m);
  }
writeCsv(path.join(scenario, 'tables', 'deliveries.csv'), ['message', 'order', 'deliveries', 'pods_that_met_it'],
         [...most].sort((a, b) => b[1].deliveries - a[1].deliveries || (a[0] < b[0] ? -1 : 1)).slice(0, 14)
           .map(([id, m]) => [id, m.order, m.deliveries, m.pods.size]));

const poison = meta.ends.find((e) => e.poisonId).poisonId;
if (![...most].sort((a, b) => b[1].deliveries - a[1].deliveries).slice(0, 10).some(([id]) => id === poison))
  throw new Error('the bad message is not among the ten that were delivered most often');
const neighbour = [...most.keys()].find((id) => id !== poison);
writeText(path.join(scenario, 'logs', 'message.txt'),
          `One of nine that look like this:\n\n${neighbour}  ${JSON.stringify({ order: most.get(neighbour).order, lines: [{ sku: 'k1', cents: 4310 }] })}\n\n`
          + `And the tenth:\n\n${poison}  ${JSON.stringify({ order: most.get(poison).order, kind: 'gift-card', lines: null })}\n\n`
          + 'From the schema of the order service, version 31:\n\n  "lines": { "type": ["array", "null"], "items": { "$ref": "#/line" } }');

const ends = meta.ends.filter((e) => e.pod && story(e.at) < PAGE + 3 * 60);
const lived = (e) => {
  const log = pods[e.pod - 1];
  const start = log.filter((l) => l.msg === 'listening' && l.time <= e.at).at(-1);
  return start ? Math.round(story(e.at) - start.at) : 'since yesterday';
};
writeCsv(path.join(scenario, 'tables', 'restarts.csv'), ['pod', 'ended_at', 'exit_code', 'lived_seconds', 'pause_seconds'],
         ends.map((e) => [`invoices-${e.pod}`, clock(story(e.at)), e.code, lived(e), e.backoff]));

writeText(path.join(scenario, 'logs', 'pods.txt'), [1, 2, 3].map((n) => {
  const own = ends.filter((e) => e.pod === n);
  const last = own.at(-1);
  return [`invoices-${n}`, `  restarts          ${own.length}`, '  state             waiting, CrashLoopBackOff',
          `  last state        terminated, reason Error, exit code ${last.code}`, `  finished          ${clock(story(last.at))}`,
          '  memory limit      512 MiB'].join('\n');
}).join('\n\n'));
