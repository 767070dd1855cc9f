// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Runs three layers of retries over a database that fails over, and writes what it
// measured.
//
//   node record.mjs OUT [NAME ...]     storm gateway-once shed-50 ...
//
// One minute of the story is two and a half seconds here. Requests, timeouts and queries
// have their real rate and duration; what lasts minutes is divided by FACTOR, so the
// failover lasts 1.7 s.

import fs from 'node:fs';
import path from 'node:path';
import { Child, fixed, quantile, wait, writeCsv } from '../../recording/kit.mjs';

const FACTOR = 24;
const STEP_S = 15;
const WINDOW = 4;
const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.resolve(process.argv[2] ?? '/tmp/retry-storm');
const real = (seconds) => seconds * 1e3 / FACTOR;

// at: minute and what happens. A plan with `from` begins in the middle of a storm, after
// so many minutes of it; the clock of the file starts there.
const failover = async (w) => {
  w.database.tell({ type: 'failover', on: true });
  await wait(real(40));
  w.database.tell({ type: 'failover', on: false });
};
const edge = (change) => (w) => w.edge.tell({ type: 'change', ...change });
const orders = (change) => (w) => w.orders.tell({ type: 'change', ...change });
const stock = (change) => (w) => w.stock.tell({ type: 'change', ...change });
const restart = (w) => w.stock.tell({ type: 'restart' });
const plans = {
  storm: { minutes: 66, at: [[10, failover]], traces: [9, 27] },
  'gateway-once': { minutes: 18, from: 4, at: [[0, edge({ attempts: 1 })]] },
  'shed-50': { minutes: 18, from: 4, at: [[0, edge({ share: 0.5 })]] },
  'shed-25': { minutes: 26, from: 4, at: [[0, edge({ share: 0.25 })]] },
  'once-and-50': { minutes: 18, from: 4, at: [[0, edge({ attempts: 1, share: 0.5 })]] },
  'both-once': { minutes: 18, from: 4, at: [[0, edge({ attempts: 1 })], [0, orders({ attempts: 1 })]] },
  'once-and-25': { minutes: 18, from: 4, at: [[0, edge({ attempts: 1, share: 0.25 })]] },
  'open-at-once': { minutes: 18, from: 4, lead: 6, before: [edge({ attempts: 1, share: 0.25 }), restart],
                    at: [[0, edge({ share: 1, release: 400 })]] },
  'open-in-steps': { minutes: 22, from: 4, lead: 6, before: [edge({ attempts: 1, share: 0.25 }), restart],
                     at: [[0, edge({ share: 0.5, release: 4 })], [3, edge({ share: 0.75, release: 8 })], [6, edge({ share: 1, release: 12 })]] },
  'shed-and-restart': { minutes: 18, from: 4, at: [[0, edge({ share: 0.25 })], [0, restart]] },
  restarted: { minutes: 18, from: 4, at: [[0, restart]] },
  'longer-timeouts': { minutes: 18, from: 4, at: [[0, orders({ timeoutMs: 3_000 })]] },
  'longer-queue': { minutes: 18, from: 4, at: [[0, stock({ limit: 2_400 })]] },
  'more-stock': { minutes: 18, from: 4, at: [[0, stock({ slots: 9 })]] },
};

const HEADER = ['seconds', 'errors', 'p50', 'p99', 'rps', 'shed', 'stock_calls', 'per_order', 'useful', 'late', 'refused',
                'queue', 'queue_wait', 'db_queries', 'db_p95', 'db_running', 'room', 'cpu_stock'];

async function record(name) {
  const plan = plans[name];
  const w = {};
  w.database = await Child.start(path.join(here, 'database.mjs'));
  w.stock = await Child.start(path.join(here, 'stock.mjs'), { DATABASE_PORT: w.database.port, SLOTS: 3, QUEUE_LIMIT: 600 });
  w.orders = await Child.start(path.join(here, 'orders.mjs'), { STOCK_PORT: w.stock.port });
  w.edge = await Child.start(path.join(here, 'edge.mjs'), { ORDERS_PORT: w.orders.port });
  await wait(4_000);
  if (plan.from) {
    await failover(w);
    await wait(real(plan.from * 60));
    plan.before?.forEach((f) => f(w));
    await wait(real((plan.lead ?? 0) * 60));
  }

  const rows = [];
  const window = [];
  const steps = [...plan.at];
  const zero = performance.now() + (plan.from ? 0 : real(60));
  let before = performance.now();
  let cpu = w.stock.cpuSeconds();
  let wall = 0;
  const traces = [];
  for (let n = -4; n * STEP_S <= plan.minutes * 60; n++) {
    await wait(Math.max(0, zero + real(n * STEP_S) - performance.now()));
    if (n >= 0 && !wall)
      wall = Date.now();
    while (steps.length && n >= 0 && steps[0][0] * 60 <= n * STEP_S)
      steps.shift()[1](w);
    const now = performance.now();
    const span = Math.max(0.001, (now - before) / 1e3);
    before = now;
    const used = w.stock.cpuSeconds();
    const [e, o, s, d] = await Promise.all(['edge', 'orders', 'stock', 'database'].map((c) => w[c].ask({ type: 'sample' }, 10_000)));
    window.push({ e, o, s, d, span, cpu: used - cpu });
    cpu = used;
    if (window.length > WINDOW)
      window.shift();
    if (n < 0)
      continue;
    const sum = (f) => window.reduce((total, x) => total + f(x), 0);
    const time = sum((x) => x.span);
    const latencies = window.flatMap((x) => x.e.latencies);
    const inner = sum((x) => x.e.inner);
    const late = sum((x) => x.o.late);
    rows.push([((now - zero) / 1e3).toFixed(3),
               fixed(sum((x) => x.e.failed + x.e.shed) / Math.max(1, latencies.length + sum((x) => x.e.shed)), 5),
               fixed(quantile(latencies, 0.5) / 1e3, 4), fixed(quantile(latencies, 0.99) / 1e3, 4),
               fixed(sum((x) => x.e.sent) / time, 1), fixed(sum((x) => x.e.shed) / Math.max(1, sum((x) => x.e.sent)), 4),
               fixed(sum((x) => x.s.calls) / time, 1), fixed(inner ? sum((x) => x.s.calls) / inner : NaN, 2),
               fixed(Math.max(0, sum((x) => x.s.served) - late) / time, 1), fixed(late / time, 1), fixed(sum((x) => x.s.refused) / time, 1),
               s.queue, fixed(quantile(window.at(-1).s.waits, 0.5) / 1e3, 3),
               fixed(sum((x) => x.s.queries) / time, 1), fixed(quantile(window.flatMap((x) => x.d.took), 0.95) / 1e3, 4), d.running, e.room,
               fixed(sum((x) => x.cpu) / time, 4)]);
    if (plan.traces?.includes(n * STEP_S / 60))
      traces.push({ minute: n * STEP_S / 60, edge: (await w.edge.ask({ type: 'traces' }, 5_000)).traces,
                    stock: (await w.stock.ask({ type: 'traces' }, 5_000)).traces });
  }
  writeCsv(path.join(out, `${name}.csv`), HEADER, rows);
  fs.writeFileSync(path.join(out, `${name}.meta.json`), JSON.stringify({ node: process.version, factor: FACTOR, wall, traces }));
  Object.values(w).forEach((child) => child.stop());
  await wait(300);
}

fs.mkdirSync(out, { recursive: true });
for (const name of process.argv.length > 3 ? process.argv.slice(3) : Object.keys(plans)) {
  console.error(`recording ${name}`);
  await record(name);
}
process.exit(0);
