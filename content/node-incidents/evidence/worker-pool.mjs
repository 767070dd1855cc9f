// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: worker-pool-pays
//
// 200 tasks of about 5 ms of CPU: on the main thread, in a pool of 1, 2 and 8
// workers, and with a new worker for each of 20 tasks. Also the time a task of
// nearly no work takes to a pool worker and back.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import os from 'node:os';
import { Worker } from 'node:worker_threads';

const source = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (rounds) => { let x = 1; for (let i = 0; i < rounds; i++) x = (x * 48271) % 2147483647; parentPort.postMessage(x); });
`;
const work = (rounds) => { let x = 1; for (let i = 0; i < rounds; i++) x = (x * 48271) % 2147483647; return x; };
let rounds = 100000;
work(rounds);
const once = performance.now();
for (let i = 0; i < 10; i++) work(rounds);
rounds = Math.round(rounds * 5 / ((performance.now() - once) / 10));

class Pool {
  #idle = []; #waiting = []; #all = [];
  constructor(size) { for (let i = 0; i < size; i++) { const worker = new Worker(source, { eval: true }); this.#all.push(worker); this.#idle.push(worker); } }
  run(task) { return new Promise((done) => { this.#waiting.push({ task, done }); this.#next(); }); }
  #next() {
    while (this.#idle.length && this.#waiting.length) {
      const worker = this.#idle.pop(), { task, done } = this.#waiting.shift();
      worker.once('message', (result) => { this.#idle.push(worker); done(result); this.#next(); });
      worker.postMessage(task);
    }
  }
  end() { return Promise.all(this.#all.map((worker) => worker.terminate())); }
}
const clock = async (job) => { const start = performance.now(); await job(); return performance.now() - start; };

const main = await clock(() => { for (let i = 0; i < 200; i++) work(rounds); });
console.log(`${os.availableParallelism()} cores; main thread ${Math.round(main)} ms`);
const took = {};
for (const size of [1, 2, 8]) {
  const pool = new Pool(size);
  await Promise.all(Array.from({ length: size }, () => pool.run(1)));
  took[size] = await clock(() => Promise.all(Array.from({ length: 200 }, () => pool.run(rounds))));
  const trip = size === 1 ? await clock(async () => { for (let i = 0; i < 1000; i++) await pool.run(1); }) : 0;
  await pool.end();
  console.log(`pool of ${size}: ${Math.round(took[size])} ms${trip ? `; round trip of an empty task ${Math.round(trip)} us` : ''}`);
}
const fresh = await clock(async () => {
  for (let i = 0; i < 20; i++) { const pool = new Pool(1); await pool.run(rounds); await pool.end(); }
});
console.log(`a new worker per task: ${Math.round(fresh / 20)} ms per task of 5`);
assert.ok(took[8] > 0.5 * took[2] && fresh / 20 > 10);
