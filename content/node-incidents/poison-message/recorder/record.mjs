// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Runs three pods of the invoice service at a queue, restarts them as an orchestrator
// would, and writes what it measured.
//
//   node record.mjs OUT [NAME ...]     loop apionly parked capped zombie purged
//
// Everything runs FACTOR times as fast as the story. A pod that ends is started again
// after 10, 20, 40, 80, 160, then 300 seconds of the story; ten good minutes clear that.

import fs from 'node:fs';
import path from 'node:path';
import { Child, fixed, quantile, wait, writeCsv } from '../../recording/kit.mjs';

export const FACTOR = 10;
const STEP_S = 10;
const WINDOW = 6;
const PODS = 3;
const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.resolve(process.argv[2] ?? '/tmp/poison-message');
const BACKLOG = 15_000;

const plans = {
  loop: { minutes: 84, at: { 8: (w) => w.poison() } },
  apionly: { minutes: 46, env: { CONSUMER: 'off' }, backlog: BACKLOG },
  parked: { minutes: 46, env: {}, backlog: BACKLOG },
  capped: { minutes: 46, env: { CAP: '5.5' }, backlog: BACKLOG },
  zombie: { minutes: 46, env: { ZOMBIE: 'yes' }, backlog: BACKLOG, poisonFirst: true },
  purged: { minutes: 46, env: {} },
};

const HEADER = ['seconds', 'rps', 'p50', 'p99', 'errors', 'pods_ready', 'restarts', 'queue_depth', 'queue_age', 'published', 'consumed', 'cpu', 'rss', 'lag_p99'];

class World {
  constructor(name, plan) {
    this.name = name;
    this.plan = plan;
    this.restarts = 0;
    this.ends = [];
    this.pods = Array.from({ length: PODS }, (_, n) => ({ n, failures: 0 }));
  }

  ready() {
    this.clients.tell({ type: 'ports', ports: this.pods.filter((p) => p.ready && !p.child?.gone).map((p) => p.child.port) });
  }

  async startPod(pod) {
    if (this.over)
      return;
    const child = await Child.start(path.join(here, 'invoices.mjs'), {
      FACTOR, NAME: `invoices-${pod.n + 1}`, BROKER_PORT: this.broker.port, LOG_FILE: path.join(out, `${this.name}.${pod.n + 1}.log`), ...this.plan.env });
    pod.child = child;
    pod.cpu = child.cpuSeconds();
    const started = performance.now();
    // The first good probe lets it in, and the next bad one would put it out.
    setTimeout(() => { pod.ready = !child.gone; this.ready(); }, 5_000 / FACTOR);
    child.process.removeAllListeners('exit');
    child.process.on('exit', (code, signal) => {
      child.gone = true;
      pod.ready = false;
      this.ready();
      if (this.over)
        return;
      if (performance.now() - started > 600_000 / FACTOR)
        pod.failures = 0;
      const backoff = Math.min(300, 10 * 2 ** pod.failures++);
      this.ends.push({ at: Date.now(), pod: pod.n + 1, code, signal, backoff });
      setTimeout(() => {
        this.restarts++;
        this.startPod(pod).catch(() => {});
      }, backoff * 1e3 / FACTOR);
    });
  }

  async poison() { this.ends.push({ at: Date.now(), ...await this.broker.ask({ type: 'poison' }, 5_000) }); }
}

async function record(name) {
  const plan = plans[name];
  const w = new World(name, plan);
  for (let n = 1; n <= PODS; n++)
    fs.rmSync(path.join(out, `${name}.${n}.log`), { force: true });
  w.broker = await Child.start(path.join(here, 'broker.mjs'), { FACTOR, RATE: 10 });
  w.clients = await Child.start(path.join(here, 'clients.mjs'), { FACTOR, RPS: 12 });
  if (plan.poisonFirst)
    await w.poison();
  if (plan.backlog)
    w.broker.tell({ type: 'backlog', count: plan.backlog, minutes: 24 });
  for (const pod of w.pods) {
    await w.startPod(pod);
    if (plan.backlog)
      await wait(30_000 / FACTOR);
  }
  if (!plan.backlog)
    await wait(6_000);

  // What was counted until now belongs to nobody's clock.
  await Promise.all([w.broker.ask({ type: 'sample' }, 20_000), w.clients.ask({ type: 'sample' }, 20_000)]);
  for (const pod of w.pods)
    pod.cpu = pod.child.cpuSeconds();
  const due = Object.entries(plan.at ?? {}).map(([m, f]) => [Number(m), f]);
  let before = performance.now();
  const window = [];
  const rows = [];
  const zero = performance.now();
  const wall = Date.now();
  for (let n = 0; n * STEP_S <= plan.minutes * 60; n++) {
    await wait(Math.max(0, zero + n * STEP_S * 1e3 / FACTOR - performance.now()));
    while (due.length && due[0][0] * 60 <= n * STEP_S)
      await due.shift()[1](w);
    const now = performance.now();
    const span = (now - before) / 1e3;
    before = now;
    const live = w.pods.filter((p) => p.child && !p.child.gone);
    const cpu = live.map((p) => {
      const total = p.child.cpuSeconds();
      const used = (total - p.cpu) / span;
      p.cpu = total;
      return used;
    });
    const [b, c, ...inside] = await Promise.all([w.broker.ask({ type: 'sample' }, 20_000), w.clients.ask({ type: 'sample' }, 20_000),
                                                 ...live.map((p) => p.child.ask({ type: 'sample' }, 300))]);
    window.push({ b, c, span });
    if (window.length > WINDOW)
      window.shift();
    const sum = (f) => window.reduce((k, s) => k + f(s), 0);
    const time = sum((s) => s.span) * FACTOR;
    const latencies = window.flatMap((s) => s.c.latencies).map((ms) => ms * FACTOR / 1e3);
    const told = inside.filter(Boolean);
    rows.push([
      ((now - zero) / 1e3).toFixed(2), fixed(sum((s) => s.c.sent) / time, 2), fixed(quantile(latencies, 0.5), 4), fixed(quantile(latencies, 0.99), 4),
      fixed(sum((s) => s.c.failed) / Math.max(1, sum((s) => s.c.sent)), 5), w.pods.filter((p) => p.ready && !p.child?.gone).length, w.restarts,
      b.waiting + b.flying, fixed(b.age * FACTOR / 1e3, 1), fixed(sum((s) => s.b.published) / time, 2), fixed(sum((s) => s.b.acknowledged) / time, 2),
      fixed(cpu.length ? Math.max(...cpu.filter(Number.isFinite), 0) : NaN, 4), fixed(told.length ? Math.max(...told.map((i) => i.rss)) : NaN, 0),
      fixed(told.length ? Math.max(...told.map((i) => i.lag)) * FACTOR / 1e3 : NaN, 4)]);
  }
  w.over = true;
  fs.writeFileSync(path.join(out, `${name}.meta.json`), JSON.stringify({ node: process.version, factor: FACTOR, wall, ends: w.ends }));
  writeCsv(path.join(out, `${name}.csv`), HEADER, rows);
  for (const child of [w.clients, w.broker, ...w.pods.map((p) => p.child)])
    child.stop();
  await wait(300);
}

fs.mkdirSync(out, { recursive: true });
process.on('unhandledRejection', (err) => {
  if (!/ended with/.test(err.message))
    throw err;
});
for (const name of process.argv.length > 3 ? process.argv.slice(3) : Object.keys(plans)) {
  console.error(`recording ${name}`);
  await record(name);
}
process.exit(0);
