// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Turns recordings into the files of the scenario. Nothing is invented here: times are
// multiplied, what piles up in time is multiplied with them, requests are chosen.
//
//   node stretch.mjs OUT SCENARIO_FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { fixed, quantile, writeCsv, writeLines, writeTrace } from '../../recording/kit.mjs';

const [out, scenario] = process.argv.slice(2).map((p) => path.resolve(p));
const PAGE = Date.UTC(2026, 9, 17, 20, 14) / 1e3;
const HISTORY = 14 * 60;
const names = ['storm', 'gateway-once', 'shed-50', 'shed-25', 'once-and-50', 'once-and-25', 'shed-and-restart', 'open-at-once',
               'open-in-steps', 'restarted', 'both-once', 'longer-timeouts', 'longer-queue', 'more-stock'];

const meta = JSON.parse(fs.readFileSync(path.join(out, 'storm.meta.json'), 'utf8'));
const FACTOR = meta.factor;
const story = (wallMs) => PAGE - HISTORY + (wallMs - meta.wall) / 1e3 * FACTOR;

function read(name) {
  const [head, ...rows] = fs.readFileSync(path.join(out, `${name}.csv`), 'utf8').trim().split('\n').map((l) => l.split(','));
  return { head, rows };
}

// A queue is a rate times a time. Rates are as they were and times are longer here, so
// what waits, and how long, is longer by the same factor.
const longer = {
  queue: (v) => Math.round(v * FACTOR), room: (v) => Math.round(v * FACTOR), queue_wait: (v) => (v * FACTOR).toFixed(2) };
const drop = new Set(['p50', 'db_running']);

for (const name of names) {
  const { head, rows } = read(name);
  const keep = head.map((_, i) => i).filter((i) => !drop.has(head[i]));
  const start = name === 'storm' ? PAGE - HISTORY : PAGE;
  // Where a plan begins in the middle, the first row covers an instant and no minute.
  if (name !== 'storm')
    rows.shift();
  writeCsv(path.join(scenario, 'metrics', `${name}.csv`), keep.map((i) => i ? head[i] : 'Time'),
           rows.map((r) => keep.map((i) => {
             if (i === 0)
               return Math.round(start + (Number(r[0]) - Number(rows[0][0])) * FACTOR);
             return r[i] !== '' && longer[head[i]] ? longer[head[i]](Number(r[i])) : r[i];
           })));
}

const [before, now] = meta.traces;
const served = Map.groupBy
  ? Map.groupBy(now.stock, (s) => s.trace)
  : now.stock.reduce((m, s) => m.set(s.trace, [...(m.get(s.trace) ?? []), s]), new Map());

// The attempts of a request keep their length. The wait in the queue is that of the story.
function spansOf(request, stock) {
  const ms = (t) => t - request.from;
  const spans = [{ service: 'gateway', name: 'POST /orders', kind: 2, parent: -1, from: 0, to: ms(request.to), failed: !request.ok,
                   attributes: { 'http.response.status_code': request.ok ? 201 : 503 } }];
  for (const g of request.spans) {
    spans.push({ service: 'gateway', name: `orders, attempt ${g.attempt}`, kind: 3, parent: 0, from: ms(g.from), to: ms(g.to), failed: !g.answer.ok });
    const parent = spans.length - 1;
    for (const o of g.answer.spans ?? [])
      spans.push({ service: 'orders', name: `stock, attempt ${o.attempt}`, kind: 3, parent, from: ms(o.from), to: ms(o.to), failed: !o.answer.ok,
                   attributes: o.answer.ok ? {} : { error: o.answer.why } });
  }
  for (const s of stock ?? []) {
    const begun = ms(s.at) + (s.begun - s.at) * FACTOR;
    spans.push({ service: 'stock', name: 'reserve', kind: 2, parent: 0, from: begun, to: begun + (s.end - s.begun),
                 attributes: { 'queue.wait_ms': Math.round((s.begun - s.at) * FACTOR), queries: s.queries } });
  }
  return spans;
}

const calls = (r) => r.spans.flatMap((g) => g.answer.spans ?? []);
const lost = now.edge.filter((r) => story(r.from) > PAGE - 120 && story(r.from) < PAGE + 30 && !r.ok && calls(r).length === 9 && served.get(r.trace)?.length)
  .sort((a, b) => calls(b).filter((c) => c.answer.why === 'timeout').length - calls(a).filter((c) => c.answer.why === 'timeout').length);
const good = before.edge.filter((r) => r.ok).at(-1);
writeTrace(path.join(scenario, 'traces', 'order-before.json'), Math.round(story(good.from)), 1,
           spansOf(good, before.stock.filter((s) => s.trace === good.trace)));
writeTrace(path.join(scenario, 'traces', 'order-now.json'), Math.round(story(lost[0].from)), 2, spansOf(lost[0], served.get(lost[0].trace)));

// Of the calls that stock served: how long they had waited, and for how many somebody still did.
const PATIENCE_MS = 500;
const since = meta.wall + 12 * 60e3 / FACTOR;
const work = now.stock.filter((s) => s.at > since).map((s) => ({ wait: (s.begun - s.at) * FACTOR / 1e3, real: s.end - s.at }));
const bins = [[0, 0.5], [0.5, 30], [30, 60], [60, 120], [120, 150], [150, 180], [180, Infinity]];
writeCsv(path.join(scenario, 'tables', 'age-of-work.csv'), ['waited_from_seconds', 'waited_to_seconds', 'calls_served', 'caller_still_there'],
         bins.map(([from, to]) => {
           const inside = work.filter((w) => w.wait >= from && w.wait < to);
           return [from, Number.isFinite(to) ? to : '', inside.length, inside.filter((w) => w.real < PATIENCE_MS).length];
         }));

// Who calls whom, in the quiet minutes and in those around the page.
const { head, rows } = read('storm');
const mean = (column, from, to) => {
  const i = head.indexOf(column);
  const values = rows.filter((r) => r[0] * FACTOR >= from * 60 && r[0] * FACTOR < to * 60).map((r) => Number(r[i]));
  return values.reduce((a, b) => a + b, 0) / values.length;
};
const attempts = (t) => t.edge.reduce((n, r) => n + r.spans.length, 0) / t.edge.length;
const pair = (f) => [f(2, 9, before), f(14, 27, now)].map((v) => fixed(v, 1));
writeCsv(path.join(scenario, 'tables', 'callers.csv'), ['called', 'by', 'per_second_before', 'per_second_since'], [
  ['gateway', 'people', ...pair((a, b) => mean('rps', a, b))],
  ['orders', 'gateway', ...pair((a, b, t) => mean('stock_calls', a, b) / mean('per_order', a, b) * attempts(t))],
  ['stock', 'orders', ...pair((a, b) => mean('stock_calls', a, b))],
  ['stock', 'anybody else', '0.0', '0.0'],
  ['database', 'stock', ...pair((a, b) => mean('db_queries', a, b))]]);

// The same requests as lines of a log.
const lines = [];
const chosen = now.edge.filter((r) => story(r.from) > PAGE - 180 && story(r.from) < PAGE);
for (const r of chosen) {
  const zero = story(r.from) * 1e3;
  const at = (t) => Math.round(zero + t - r.from);
  const orderId = `o-${(0x8000 + r.trace).toString(16)}`;
  for (const g of r.spans)
    for (const o of g.answer.spans ?? [])
      lines.push({ level: o.answer.ok ? 30 : 40, time: at(o.to), pid: 7, hostname: 'orders-2', name: 'orders', orderId, gatewayAttempt: g.attempt,
                   attempt: o.attempt, of: 3, ms: o.to - o.from, msg: o.answer.ok ? 'stock answered' : `stock: ${o.answer.why}` });
  for (const s of served.get(r.trace) ?? [])
    lines.push({ level: 30, time: Math.round(zero + s.at - r.from + (s.begun - s.at) * FACTOR + s.end - s.begun), pid: 7, hostname: 'stock-1', name: 'stock',
                 orderId, waitedMs: Math.round((s.begun - s.at) * FACTOR), ms: s.end - s.begun, msg: 'reserved' });
  lines.push({ level: r.ok ? 30 : 50, time: at(r.to), pid: 7, hostname: 'gateway-1', name: 'gateway', orderId, status: r.ok ? 201 : 503,
               ms: r.to - r.from, calls: calls(r).length, msg: r.ok ? 'order placed' : 'order failed' });
}
writeLines(path.join(scenario, 'logs', 'orders-and-stock.ndjson'), lines.sort((a, b) => a.time - b.time));
console.error(`median wait ${fixed(quantile(work.map((w) => w.wait), 0.5), 1)} s over ${work.length} calls, ${lost.length} traces to choose from`);
