// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: bottlenecks, mcq-delay-histogram, mcq-elu-three, mcq-p99-blind
//
// Three programs of 3 s each, seen by event-loop utilisation (a share) and by
// the event-loop delay histogram (a duration): many short tasks, one long
// block, and a process that waits for a child synchronously. Also prints on
// which object eventLoopUtilization() lives.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const ms = (ns) => (ns / 1e6).toFixed(1);

function spin(time) {
  const end = performance.now() + time;
  while (performance.now() < end);
}

async function watch(name, program) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const cpu = process.cpuUsage();
  const before = performance.eventLoopUtilization();
  delay.enable();
  await program();
  delay.disable();
  const { utilization } = performance.eventLoopUtilization(before);
  const used = process.cpuUsage(cpu);
  console.log(`${name.padEnd(22)} ELU ${utilization.toFixed(3)}  delay p50 ${ms(delay.percentile(50))} p99 ${ms(delay.percentile(99))}`
              + ` max ${ms(delay.max)} ms  CPU ${Math.round((used.user + used.system) / 1000)} ms`);
  return { utilization, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
}

console.log(`on process: ${typeof process.eventLoopUtilization}, on performance: ${typeof performance.eventLoopUtilization}`);
assert.equal(typeof process.eventLoopUtilization, 'undefined');

await watch('idle', () => sleep(1000));

const busy = await watch('2 ms tasks, no gap', async () => {
  const end = performance.now() + 3000;
  while (performance.now() < end)
    {
      spin(2);
      await new Promise((next) => setImmediate(next));
    }
});
const spike = await watch('one block of 300 ms', async () => {
  await sleep(1500);
  spin(300);
  await sleep(1200);
});
const waiting = await watch('spawnSync sleep 2', async () => {
  await sleep(20);
  spawnSync('sleep', ['2']);
  await sleep(20);
});

assert.ok(busy.utilization > 0.98 && busy.p99 < 60);
assert.ok(spike.utilization < 0.3 && spike.p99 < 100 && spike.max > 250);
assert.ok(waiting.utilization > 0.9);
