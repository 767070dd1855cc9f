// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Runs the comment service under load and writes what it measured.
//
//   node record.mjs OUT [NAME ...]     storm contained noretry patient scaled
//
// Everything runs FACTOR times as fast as the story: waits and timeouts are divided by
// it, rates are multiplied. Three letters fewer make the pattern eight times as fast.

import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { Child, fixed, quantile, randomFrom, wait, writeCsv } from '../../recording/kit.mjs';
import { lettersFor } from './pattern.mjs';

export const FACTOR = 8;
const STEP_S = 10;
const WINDOW = 6;
const RPS = 42;
const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.resolve(process.argv[2] ?? '/tmp/comment-regex');

// quiet: minutes before the first bad comment. Gaps between bad comments shrink from
// `every[0]` to `every[1]` minutes once `rush` minutes have passed. at: what happens when.
const plans = {
  storm: { minutes: 72, quiet: 5, rush: 12, every: [2.6, 1.5] },
  contained: { minutes: 30, quiet: 0, rush: 0, every: [1.5, 1.5], lead: 2.5, start: (w) => w.clients.tell({ type: 'rule', on: true }) },
  noretry: { minutes: 28, quiet: 0, rush: 0, every: [1.5, 1.5], lead: 2.5, start: (w) => w.clients.tell({ type: 'retries', count: 0 }) },
  patient: { minutes: 28, quiet: 0, rush: 0, every: [1.5, 1.5], lead: 2.5,
             start: (w) => w.clients.tell({ type: 'probe', probe: { timeoutMs: 60_000 / FACTOR, failures: 3 } }) },
  scaled: { minutes: 28, quiet: 0, rush: 0, every: [1.5, 1.5], lead: 2.5, instances: 9 },
};

const HEADER = ['seconds', 'rps', 'p50', 'p95', 'p99', 'errors', 'posts', 'ready', 'cpu_top', 'lag_max',
                'cpu_3', 'lag_3', 'rps_3', 'elu_3', 'heap_3', 'gc_3', 'db_rps', 'db_p95'];

async function record(name, letters) {
  const plan = plans[name];
  const random = randomFrom(11);
  const posts = path.join(out, `${name}.posts.ndjson`);
  fs.rmSync(posts, { force: true });
  const database = await Child.start(path.join(here, 'database.mjs'), { DATABASE_MS: 12 / FACTOR });
  const clients = await Child.start(path.join(here, 'clients.mjs'), { FACTOR, RPS: RPS * FACTOR, POSTS_FILE: posts });
  const instances = [];
  for (let i = 1; i <= (plan.instances ?? 6); i++) {
    const log = path.join(out, `${name}.${i}.log`);
    fs.rmSync(log, { force: true });
    instances.push(await Child.start(path.join(here, 'comments.mjs'), {
      NAME: `comments-${i}`, DATABASE_PORT: database.port, LOG_FILE: log }));
  }
  for (const i of instances)
    clients.tell({ type: 'target', port: i.port });
  // On a busy machine: `chrt -r 1 node record.mjs` for all, and more for what must not wait.
  if (process.env.PRIORITY)
    for (const child of [clients, database])
      execFileSync('chrt', ['-r', '-p', process.env.PRIORITY, String(child.process.pid)]);
  const world = { clients, instances };
  await wait(5_000);

  // One bad comment in eight is a letter shorter: half the time, and so below the timeout.
  let key = 0;
  const bad = () => clients.tell({ type: 'poison', letters: letters - (random() < 0.125 ? 1 : 0), key: `c-${name}-${++key}` });
  const gap = (minute) => (minute < plan.rush ? plan.every[0] : plan.every[1]) * (0.7 + 0.6 * random());
  let nextBad = plan.quiet - (plan.lead ?? 0) + (plan.lead ? 0.1 : 0);

  await Promise.all([clients.ask({ type: 'sample' }, 120_000), database.ask({ type: 'sample' }, 120_000)]);
  let before = performance.now();
  const cpu = instances.map((i) => i.cpuSeconds());
  let looked = before;
  const window = [];
  const rows = [];
  let zero = 0;
  // The busiest quarter of a second of each instance, since a block rarely
  // fills a step from end to end.
  let peak = instances.map(() => 0);
  const watch = setInterval(() => {
    const now = performance.now();
    instances.forEach((i, n) => {
      const total = i.cpuSeconds();
      peak[n] = Math.max(peak[n], Math.min(1, (total - cpu[n]) / ((now - looked) / 1e3)));
      cpu[n] = total;
    });
    looked = now;
  }, 250);

  // An instance that does not answer leaves a gap, and tells when it can again.
  async function ask(i) {
    if (!i.asked) {
      i.asked = i.ask({ type: 'sample' }, 1120_000).then((r) => { i.asked = null; i.told = r; });
      await Promise.race([i.asked, wait(200)]);
    }
    const told = i.told;
    i.told = null;
    return told;
  }

  async function sample() {
    const now = performance.now();
    const span = (now - before) / 1e3;
    before = now;
    const usage = peak;
    peak = instances.map(() => 0);
    const [c, d, ...inside] = await Promise.all([clients.ask({ type: 'sample' }, 120_000), database.ask({ type: 'sample' }, 120_000),
                                                 ...instances.map(ask)]);
    window.push({ c, d, span });
    if (window.length > WINDOW)
      window.shift();
    const sum = (f) => window.reduce((n, w) => n + f(w), 0);
    const time = sum((w) => w.span);
    const latencies = window.flatMap((w) => w.c.latencies).map((ms) => ms * FACTOR / 1e3);
    const third = inside[2];
    rows.push([
      ((now - zero) / 1e3).toFixed(2), fixed(sum((w) => w.c.sent) / time / FACTOR, 2),
      fixed(quantile(latencies, 0.5), 4), fixed(quantile(latencies, 0.95), 4), fixed(quantile(latencies, 0.99), 4),
      fixed(sum((w) => w.c.failed) / Math.max(1, sum((w) => w.c.sent)), 5), fixed(sum((w) => w.c.posts) / time / FACTOR, 3),
      c.ready, fixed(Math.max(...usage), 4),
      fixed(Math.max(0, ...inside.map((s) => s?.lagMax ?? 0)) * FACTOR / 1e3, 4),
      fixed(usage[2], 4), fixed(third ? third.lagMax * FACTOR / 1e3 : NaN, 4), fixed(c.per[2] / span / FACTOR, 2),
      fixed(third ? third.elu : NaN, 4), fixed(third ? third.heap : NaN, 0), fixed(third ? third.gcMs / 1e3 / span : NaN, 5),
      fixed(sum((w) => w.d.served.length) / time / FACTOR, 2),
      fixed(quantile(window.flatMap((w) => w.d.served), 0.95) * FACTOR / 1e3, 4)]);
  }

  const step = STEP_S / FACTOR * 1e3;
  zero = performance.now() + (plan.lead ?? 0.5) * 60e3 / FACTOR;
  let wall = 0;
  let begun = false;
  for (let n = -Math.round((plan.lead ?? 0.5) * 60 / STEP_S); n * STEP_S <= plan.minutes * 60; n++) {
    await wait(Math.max(0, zero + n * step - performance.now()));
    if (n >= 0 && !begun) {
      begun = true;
      wall = Date.now();
      plan.start?.(world);
      rows.length = 0;
    }
    const minute = n * STEP_S / 60;
    if (minute >= nextBad) {
      bad();
      nextBad += gap(minute);
    }
    await sample();
  }
  clearInterval(watch);
  const { traces } = await clients.ask({ type: 'traces' }, 5_000);
  fs.writeFileSync(path.join(out, `${name}.meta.json`), JSON.stringify({ node: process.version, factor: FACTOR, wall, letters, traces }));
  writeCsv(path.join(out, `${name}.csv`), HEADER, rows);
  for (const child of [clients, database, ...instances])
    child.stop();
  await wait(300);
}

fs.mkdirSync(out, { recursive: true });
const letters = Number(process.env.LETTERS ?? lettersFor(12 / FACTOR));
console.error(`a bad comment has ${letters} letters here, ${letters + Math.log2(FACTOR)} in the story`);
for (const name of process.argv.length > 3 ? process.argv.slice(3) : Object.keys(plans)) {
  console.error(`recording ${name}`);
  await record(name, letters);
}
process.exit(0);
