// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: bottlenecks-contain, cpu-without-traffic-fix, mcq-write-false,
//           mcq-yield-scheduler
//
// Does 500 ms of work in slices of 5 ms and goes from one slice to the next in
// six ways. Meanwhile a 10 ms interval should tick and a client on loopback
// waits for a reply. Prints ticks and the time of the reply for each way.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { scheduler } from 'node:timers/promises';

const SLICES = 100;
const SLICE_MS = 5;

const ways = {
  'process.nextTick': (next) => process.nextTick(next),
  'queueMicrotask': (next) => queueMicrotask(next),
  'await null': async (next) => { await null; next(); },
  'setImmediate': (next) => setImmediate(next),
  'setTimeout 0': (next) => setTimeout(next, 0),
  'scheduler.yield': async (next) => { await scheduler.yield(); next(); },
};

function spin(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function work(way) {
  return new Promise((done) => {
    let left = SLICES;
    const step = () => {
      spin(SLICE_MS);
      if (--left === 0) done(); else way(step);
    };
    step();
  });
}

const server = http.createServer((request, response) => response.end('ok'));
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = { host: '127.0.0.1', port: server.address().port, agent: false };

for (const [name, way] of Object.entries(ways)) {
  let ticks = 0;
  const interval = setInterval(() => ticks++, 10);
  const start = performance.now();
  const reply = new Promise((resolve) => http.get(url, (response) => {
    response.resume().on('end', () => resolve(performance.now() - start));
  }));

  await work(way);
  const ticksMeanwhile = ticks;
  clearInterval(interval);
  const replyMs = Math.round(await reply);
  console.log(`${name.padEnd(17)} ticks ${String(ticksMeanwhile).padStart(3)}  reply after ${replyMs} ms`);

  const yields = ['setImmediate', 'setTimeout 0', 'scheduler.yield'].includes(name);
  assert.equal(ticksMeanwhile > 0, yields);
}
server.close();
