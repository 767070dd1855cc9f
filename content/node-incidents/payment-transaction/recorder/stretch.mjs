// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Turns recordings into the files of the scenario: times are multiplied, lines are
// chosen, names are given. No value is changed but one: the count of charges without an
// order becomes a rate.
//
//   node stretch.mjs OUT SCENARIO_FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { writeCsv, writeLines, writeText, writeTrace } from '../../recording/kit.mjs';

const [out, scenario] = process.argv.slice(2).map((p) => path.resolve(p));
const PAGE = Date.UTC(2026, 5, 12, 15, 14) / 1e3;
const HISTORY = 24 * 60;
const files = { held: 'held', later: 'charge-later', short: 'timeout-2s', idle: 'sessions-aborted', bigger: 'pool-60', restarted: 'restarted' };

const read = (name) => fs.readFileSync(path.join(out, name), 'utf8').trim().split('\n');
const meta = JSON.parse(read('held.meta.json').join('\n'));
const FACTOR = meta.factor;
const story = (wallMs) => PAGE - HISTORY + (wallMs - meta.wall) / 1e3 * FACTOR;

for (const [name, target] of Object.entries(files)) {
  const [head, ...rows] = read(`${name}.csv`).map((l) => l.split(','));
  // A recorder that was kept waiting takes its samples in a row; they tell nothing.
  for (let i = 1; i < rows.length;)
    if ((Number(rows[i][0]) - Number(rows[i - 1][0])) * FACTOR < 5)
      rows.splice(i, 1);
    else
      i++;
  const start = name === 'held' ? PAGE - HISTORY : PAGE;
  const count = head.indexOf('orphans');
  const seconds = (r) => (Number(r[0]) - Number(rows[0][0])) * FACTOR;
  writeCsv(path.join(scenario, 'metrics', `${target}.csv`), ['Time', ...head.slice(1)], rows.map((r, i) => {
    const then = rows[Math.max(0, i - 6)];
    const rate = i ? (Number(r[count]) - Number(then[count])) / (seconds(r) - seconds(then)) : 0;
    return [Math.round(start + seconds(r)), ...r.slice(1).map((v, k) => k + 1 === count ? rate.toFixed(4) : v)];
  }));
}

// One instance, from some minutes before the first slow page to some after the page; of
// the completed requests every sixth.
let seen = 0;
writeLines(path.join(scenario, 'logs', 'shop-2.ndjson'), read('held.2.log').map((l) => JSON.parse(l))
  .filter((e) => story(e.time) > PAGE - 14 * 60 && story(e.time) < PAGE + 60 && (e.level > 30 || seen++ % 6 === 0))
  .map(({ level, time, pid: _, name, ...rest }) => ({ level, time: Math.round(story(time) * 1e3), pid: 7, hostname: name, name: 'shop', ...rest,
    msg: `${rest.status} ${rest.route} ${rest.reqId} in ${rest.ms} ms, ${rest.poolWaitMs} ms of it for a connection${rest.err ? `: ${rest.err.message}` : ''}` })));

for (const name of ['sessions.txt', 'states.txt'])
  writeText(path.join(scenario, 'sql', name), fs.readFileSync(path.join(out, name), 'utf8'));

const slowest = (method) => JSON.parse(read('traces.json').join('\n')).map((t, i) => ({ ...t?.[method], instance: i + 1 }))
  .filter((t) => t.spans).sort((a, b) => b.ms - a.ms)[0];
for (const [number, method, route, target] of [[1, 'GET', 'GET /products', 'product-page'], [2, 'POST', 'POST /checkout', 'checkout']]) {
  const t = slowest(method);
  writeTrace(path.join(scenario, 'traces', `${target}.json`), Math.round(PAGE + 60), number, [
    { service: `shop-${t.instance}`, name: route, kind: 2, parent: -1, from: 0, to: t.ms * FACTOR,
      attributes: { 'http.response.status_code': 200, 'request.id': t.reqId } },
    ...t.spans.map((s) => ({ service: s[0].startsWith('POST') ? 'provider' : s[0] === 'pool.acquire' ? `shop-${t.instance}` : 'postgres',
                             name: s[0], kind: 3, parent: 0, from: s[1] * FACTOR, to: s[2] * FACTOR }))]);
}
