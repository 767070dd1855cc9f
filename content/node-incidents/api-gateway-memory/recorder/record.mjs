// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Starts the three programs on loopback, plays a plan and writes what it measured
// to OUT/NAME.csv in real seconds. stretch.mjs turns that into the scenario's files.
//
//   node record.mjs OUT [NAME ...]        leak early late low recovered resumed snapshots live
//
// One minute of the story is three seconds here. A sample each 0.75 s is a row each
// 15 s of the story. Ratios and percentiles are taken over the last 12 samples (9 s
// here, 3 min there), as a dashboard takes them over a rate window.

import fs from 'node:fs';
import path from 'node:path';
import { fork } from 'node:child_process';

const TIME_FACTOR = 20;
const SAMPLE_MS = 15_000 / TIME_FACTOR;
const WINDOW = 12;
const LIMIT = 2 * 1024 ** 3;
const PORT = 18_700 + process.pid % 200;
const THUMBS = Number(process.env.THUMBS ?? 3.1);
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

const out = path.resolve(process.argv[2] ?? '/tmp/recording');
const wait = (ms) => new Promise((r) => setTimeout(r, ms));

// minutes: length in minutes of the story. fill: bytes of resident memory to reach in haste
// before the load settles for some seconds, in which another 150 MB leak. All of it comes
// before the clock starts. at: what happens when.
const plans = {
  leak: { minutes: 156, warm: true, on: false, at: { 5: (w) => w.ramp(24), 84: (w) => w.evidence() } },
  early: { minutes: 64, warm: true, on: true, fill: 1.60e9, at: { 0: (w) => w.flag(false) } },
  late: { minutes: 64, warm: true, on: true, fill: 1.80e9, at: { 0: (w) => w.flag(false) } },
  low: { minutes: 64, warm: true, on: true, fill: 0.70e9, at: { 0: (w) => w.flag(false) } },
  recovered: { minutes: 64, warm: false, on: false, at: {} },
  resumed: { minutes: 64, warm: false, on: true, at: {} },
  snapshots: { minutes: 45, warm: true, on: true, sessions: 4_000, at: { 0: (w) => w.twoSnapshots(0.6e9) } },
  live: { minutes: 30, warm: true, on: true, fill: 1.50e9, at: { 1: (w) => w.snapshot('live') } },
};

class World {
  constructor(name, plan) {
    this.name = name;
    this.plan = plan;
    this.on = plan.on;
    this.restarts = 0;
    this.dead = false;
    this.stopping = false;
  }

  start(file, env) {
    const child = fork(path.join(here, file), { env: { ...process.env, ...env }, execArgv: [] });
    return new Promise((resolve, reject) => {
      child.on('message', function ready(m) {
        if (m.type !== 'ready')
          return;
        child.off('message', ready);
        child.port = m.port;
        resolve(child);
      });
      child.on('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    });
  }

  async startGateway(warm) {
    this.gateway = await this.start('gateway.mjs', {
      PORT: String(PORT), DOWNSTREAM_PORT: String(this.downstream.port), WARM: warm ? 'yes' : 'no',
      THUMBNAILS: this.on ? 'on' : 'off', LOG_FILE: path.join(out, `${this.name}.log`),
      SESSIONS: String(this.plan.sessions ?? 34_000),
    });
    this.gateway.on('message', (m) => this.waiting?.(m));
    this.dead = false;
  }

  // The part of the kernel's out-of-memory killer: at the limit, SIGKILL.
  watchLimit() {
    this.watch = setInterval(() => {
      if (this.dead)
        return;
      let rss = 0;
      try {
        rss = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${this.gateway.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
      } catch { return; }
      this.peak = Math.max(this.peak ?? 0, rss);
      if (rss < LIMIT)
        return;
      this.dead = true;
      this.restarts++;
      this.gateway.kill('SIGKILL');
      this.events.push([this.now(), 'killed at the limit']);
      setTimeout(() => this.stopping || this.startGateway(false), 2_000);
    }, 50);
  }

  now() { return (Date.now() - this.zero) / 1e3; }

  ask(child, message, type, ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => { child.off('message', got); resolve(null); }, ms);
      const got = (m) => {
        if (m.type !== type)
          return;
        clearTimeout(timer);
        child.off('message', got);
        resolve(m);
      };
      child.on('message', got);
      if (child.connected)
        child.send(message, () => {});
    });
  }

  flag(on) {
    this.on = on;
    this.gateway.send({ type: 'flag', on });
    this.events.push([this.now(), `flag ${on ? 'on' : 'off'}`]);
  }

  // The caller's batch warms up: its rate rises in eight steps.
  ramp(minutes) {
    this.flag(true);
    for (let i = 1; i <= 8; i++)
      setTimeout(() => this.load.send({ type: 'thumbs', perSecond: THUMBS * i / 8 }), (i - 1) * minutes / 8 * 60e3 / TIME_FACTOR);
  }

  async evidence() {
    const traces = await this.ask(this.gateway, { type: 'traces' }, 'traces', 5_000);
    fs.writeFileSync(path.join(out, 'traces.json'), JSON.stringify(traces));
    const p = await this.ask(this.gateway, { type: 'profile', ms: 8_000 }, 'profile', 20_000);
    fs.writeFileSync(path.join(out, 'profile.json'), JSON.stringify(p?.profile));
  }

  async snapshot(which) {
    this.peak = 0;
    const done = await this.ask(this.gateway, { type: 'snapshot', file: path.join(out, `${which}.heapsnapshot`) }, 'snapshot', 300_000);
    this.events.push([this.now(), `snapshot ${which} blocked the process for ${done?.seconds.toFixed(1) ?? '?'} s, peak ${this.peak} bytes`]);
  }

  // A fresh instance, and one that has leaked. Neither serves while it is written.
  async twoSnapshots(bytes) {
    await this.snapshot('first');
    await this.fill(bytes);
    this.load.send({ type: 'thumbs', perSecond: 0 });
    await this.snapshot('second');
  }

  async fill(bytes) {
    this.load.send({ type: 'thumbs', perSecond: 22 });
    const until = Date.now() + 180e3;
    while (Date.now() < until) {
      const s = await this.ask(this.gateway, { type: 'sample' }, 'sample', 5_000);
      if (s && s.rss > bytes)
        break;
      await wait(250);
    }
    this.load.send({ type: 'thumbs', perSecond: THUMBS });
    await wait(10_000);
  }
}

const quantile = (sorted, q) => sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] : NaN;
const ascending = (list) => list.flat().sort((a, b) => a - b);
const number = (x, digits) => Number.isFinite(x) ? x.toFixed(digits) : '';

// One row from the last samples of the three programs. A dead gateway leaves gaps.
function row(seconds, window) {
  const last = window.at(-1);
  const g = last.gateway;
  const lat = ascending(window.map((s) => s.load.latencies));
  const ticks = ascending(window.map((s) => s.gateway?.ticks ?? []));
  const calls = ascending(window.map((s) => s.gateway?.calls ?? []));
  const served = ascending(window.map((s) => s.downstream?.served ?? []));
  const span = window.reduce((n, s) => n + s.span, 0);
  const sum = (f) => window.reduce((n, s) => n + (f(s) ?? 0), 0);
  const live = window.filter((s) => s.gateway);
  const mean = (f) => g ? live.reduce((n, s) => n + f(s.gateway), 0) / live.length : NaN;
  const sent = sum((s) => s.load.sent);
  return [
    seconds.toFixed(2),
    number(sent / span, 2), number(quantile(lat, 0.5) / 1e3, 4), number(quantile(lat, 0.95) / 1e3, 4),
    number(quantile(lat, 0.99) / 1e3, 4), number(sent ? sum((s) => s.load.failed) / sent : NaN, 5),
    number(mean((s) => s.cpu), 4), number(g?.rss, 0), number(g?.heap_used, 0), number(g?.external, 0),
    number(g?.array_buffers, 0), number(mean((s) => s.gc), 4),
    number(g ? quantile(ticks, 0.99) / 1e3 : NaN, 4), number(g ? ticks.at(-1) / 1e3 : NaN, 4),
    number(mean((s) => s.elu), 4), number(g ? quantile(calls, 0.99) / 1e3 : NaN, 4),
    number(quantile(served, 0.99) / 1e3, 4), number(sum((s) => s.gateway?.thumbs) / span, 3),
    number(sum((s) => s.gateway?.thumbsFailed) / span, 3), last.restarts,
  ].join(',');
}

const HEADER = 'seconds,rps,p50,p95,p99,errors,cpu,rss,heap_used,external,array_buffers,gc,lag_p99,lag_max,elu,'
  + 'call_p99,served_p99,thumbs,thumbs_failed,restarts';

async function record(name) {
  const plan = plans[name];
  const w = new World(name, plan);
  w.events = [];
  w.zero = Date.now();
  fs.rmSync(path.join(out, `${name}.log`), { force: true });
  w.downstream = await w.start('downstream.mjs', {});
  await w.startGateway(plan.warm);
  w.load = await w.start('load.mjs', { PORT: String(PORT) });
  w.watchLimit();
  if (plan.on && name !== 'snapshots')
    w.load.send({ type: 'thumbs', perSecond: THUMBS });
  if (plan.warm)
    await wait(6_000);
  if (plan.fill)
    await w.fill(plan.fill);

  const due = Object.entries(plan.at).map(([m, f]) => [Number(m) * 60 / TIME_FACTOR, f]);
  const rows = [HEADER];
  const window = [];
  const sampleAll = async (span) => {
    const g = w.dead ? null : await w.ask(w.gateway, { type: 'sample' }, 'sample', 3_000);
    const [load, downstream] = await Promise.all([
      w.ask(w.load, { type: 'sample' }, 'sample', 3_000), w.ask(w.downstream, { type: 'sample' }, 'sample', 3_000)]);
    return { gateway: w.dead ? null : g, load, downstream, span, restarts: w.restarts };
  };
  // A fresh process has an empty window; a warm one starts with what went before.
  let before = Date.now();
  await sampleAll(1);
  for (let i = 0; plan.warm && i < WINDOW; i++) {
    await wait(SAMPLE_MS);
    window.push(await sampleAll((Date.now() - before) / 1e3));
    before = Date.now();
  }
  w.zero = Date.now();
  const total = plan.minutes * 60 / TIME_FACTOR;
  for (let n = 0; n * SAMPLE_MS / 1e3 <= total; n++) {
    const target = w.zero + n * SAMPLE_MS;
    await wait(Math.max(0, target - Date.now()));
    while (due.length && due[0][0] <= n * SAMPLE_MS / 1e3)
      Promise.resolve(due.shift()[1](w)).catch(() => {});
    const span = Math.max(0.05, (Date.now() - before) / 1e3);
    before = Date.now();
    const s = await sampleAll(span);
    window.push(s);
    while (window.length > WINDOW)
      window.shift();
    rows.push(row(n * SAMPLE_MS / 1e3, window));
  }
  w.stopping = true;
  clearInterval(w.watch);
  for (const child of [w.load, w.gateway, w.downstream]) {
    child.removeAllListeners('exit');
    child.disconnect();
  }
  fs.writeFileSync(path.join(out, `${name}.csv`), rows.join('\n') + '\n');
  fs.writeFileSync(path.join(out, `${name}.events.json`),
                   JSON.stringify({ node: process.version, zero: w.zero, factor: TIME_FACTOR, events: w.events }, null, 1));
  await wait(1_500);
}

// A gateway killed at the limit is part of the plan, not a failure of the recorder.
process.on('unhandledRejection', (err) => {
  if (!/gateway\.mjs ended/.test(err.message))
    throw err;
});

fs.mkdirSync(out, { recursive: true });
for (const name of process.argv.length > 3 ? process.argv.slice(3) : Object.keys(plans)) {
  console.error(`recording ${name}`);
  await record(name);
}
// A question to a killed gateway may still wait for its time to run out.
process.exit(0);
