// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Runs the booking service behind its balancer and writes what it measured.
//
//   node record.mjs OUT [NAME ...]   race longer short reads everything scaled closing hours
//
// Everything runs FACTOR times as fast as the story: waits, timeouts and the length of
// the line are divided by it, rates are multiplied.

import fs from 'node:fs';
import path from 'node:path';
import { Child, fixed, quantile, wait, writeCsv } from '../../recording/kit.mjs';
import { FACTOR, rateAt } from './plan.mjs';

const STEP_S = 15;
const WINDOW = 40;
const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.resolve(process.argv[2] ?? '/tmp/keepalive-502');

const PAGE = 2 * 60 + 10;
const plans = {
  race: { minutes: 148, from: PAGE - 80, evidence: true },
  longer: { minutes: 66, act: (w) => w.each({ type: 'keepAlive', ms: 65_000 }) },
  short: { minutes: 66, act: (w) => w.edge.tell({ type: 'idle', ms: 4_000 }) },
  reads: { minutes: 66, act: (w) => w.edge.tell({ type: 'retry', mode: 'reads' }) },
  everything: { minutes: 66, act: (w) => w.edge.tell({ type: 'retry', mode: 'all' }) },
  scaled: { minutes: 66, instances: 8 },
  closing: { minutes: 66, env: { CLOSE: 'yes' } },
  capture: { minutes: 5 },
};

const HEADER = ['seconds', 'rps', 'rps_app', 'p50', 'p95', 'p99', 'errors', 'e502', 'e504', 'app_errors', 'opened', 'idle',
                'cpu', 'lag_p99', 'duplicates'];

async function start(name, plan) {
  const log = path.join(out, `${name}.edge.log`);
  fs.rmSync(log, { force: true });
  const edge = await Child.start(path.join(here, 'edge.mjs'), { FACTOR, SEED: 3, IDLE_MS: 60_000, LOG_FILE: log });
  const instances = [];
  for (let i = 1; i <= (plan.instances ?? 4); i++) {
    const file = path.join(out, `${name}.${i}.log`);
    fs.rmSync(file, { force: true });
    instances.push(await Child.start(path.join(here, 'bookings.mjs'), {
      FACTOR, SEED: 20 + i, NAME: `bookings-${i}`, KEEP_ALIVE_MS: 5_000, LOG_FILE: file, ...plan.env }));
    edge.tell({ type: 'target', port: instances.at(-1).port });
  }
  return { edge, instances, each: (m) => instances.forEach((i) => i.tell(m)) };
}

function stop(w) {
  for (const child of [w.edge, ...w.instances])
    child.stop();
}

async function record(name) {
  const plan = plans[name];
  const from = plan.from ?? PAGE;
  const w = await start(name, plan);
  w.edge.tell({ type: 'rate', rps: rateAt(from) });
  const ports = w.instances.map((i) => i.port);
  fs.writeFileSync(path.join(out, 'ports.json'), JSON.stringify(ports));

  let before = performance.now();
  let cpu = w.instances.map((i) => i.cpuSeconds());
  const written = new Map();
  let duplicates = 0;
  const window = [];
  const rows = [];
  let zero = 0;
  async function sample() {
    const now = performance.now();
    const span = (now - before) / 1e3;
    before = now;
    const used = w.instances.map((i, n) => {
      const total = i.cpuSeconds();
      const share = (total - cpu[n]) / span;
      cpu[n] = total;
      return share;
    });
    const [edge, ...inside] = await Promise.all([w.edge.ask({ type: 'sample' }, 20_000),
                                                 ...w.instances.map((i) => i.ask({ type: 'sample' }, 20_000))]);
    for (const key of inside.flatMap((i) => i.written)) {
      written.set(key, (written.get(key) ?? 0) + 1);
      if (written.get(key) > 1)
        duplicates++;
    }
    window.push({ edge, span, seen: inside.reduce((n, i) => n + i.seen, 0), errors: inside.reduce((n, i) => n + i.errors, 0) });
    if (window.length > WINDOW)
      window.shift();
    // Ratios of rare events over ten minutes, all else over two.
    const sum = (list, f) => list.reduce((n, s) => n + f(s), 0);
    const recent = window.slice(-8);
    const time = sum(recent, (s) => s.span);
    const sent = Math.max(1, sum(window, (s) => s.edge.sent));
    const latencies = recent.flatMap((s) => s.edge.latencies).map((ms) => ms * FACTOR / 1e3);
    const ratio = (f) => fixed(sum(window, f) / sent, 6);
    rows.push([
      ((now - zero) / 1e3).toFixed(2), fixed(sum(recent, (s) => s.edge.sent) / time / FACTOR, 2), fixed(sum(recent, (s) => s.seen) / time / FACTOR, 2),
      fixed(quantile(latencies, 0.5), 4), fixed(quantile(latencies, 0.95), 4), fixed(quantile(latencies, 0.99), 4),
      ratio((s) => s.edge.e502 + s.edge.e504), ratio((s) => s.edge.e502), ratio((s) => s.edge.e504),
      fixed(sum(window, (s) => s.errors) / Math.max(1, sum(window, (s) => s.seen)), 6),
      fixed(sum(recent, (s) => s.edge.opened) / time / FACTOR, 3), edge.idle,
      fixed(Math.max(...used), 4), fixed(Math.max(...inside.map((i) => i.lag)) * FACTOR / 1e3, 4), duplicates]);
    return rows.at(-1);
  }

  const step = STEP_S / FACTOR * 1e3;
  const lead = WINDOW + 8;
  zero = performance.now() + lead * step;
  let wall = 0;
  for (let n = -lead; n * STEP_S <= plan.minutes * 60; n++) {
    await wait(Math.max(0, zero + n * step - performance.now()));
    if (n === 0) {
      rows.length = 0;
      duplicates = 0;
      wall = Date.now();
      plan.act?.(w);
    }
    w.edge.tell({ type: 'rate', rps: rateAt(from + n * STEP_S / 60) });
    await sample();
  }
  fs.writeFileSync(path.join(out, `${name}.meta.json`), JSON.stringify({ node: process.version, factor: FACTOR, wall, from }));
  writeCsv(path.join(out, `${name}.csv`), HEADER, rows);
  stop(w);
  await wait(300);
}

// A day in twenty-four short recordings, one for each hour of traffic.
async function hours() {
  const rows = [];
  for (const hour of process.env.HOURS?.split(',').map(Number) ?? Array(24).keys()) {
    const w = await start('hours', {});
    w.edge.tell({ type: 'rate', rps: rateAt(hour * 60) });
    await wait(2_000);
    await w.edge.ask({ type: 'sample' }, 20_000);
    await wait(15_000);
    const s = await w.edge.ask({ type: 'sample' }, 20_000);
    rows.push([hour, s.sent, s.e502, s.opened, s.latencies.length]);
    stop(w);
    await wait(200);
  }
  writeCsv(path.join(out, 'hours.csv'), ['hour', 'sent', 'e502', 'opened', 'answered'], rows);
}

fs.mkdirSync(out, { recursive: true });
for (const name of process.argv.length > 3 ? process.argv.slice(3) : [...Object.keys(plans), 'hours']) {
  console.error(`recording ${name}`);
  await (name === 'hours' ? hours() : record(name));
}
process.exit(0);
