// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: bottlenecks-contain, cpu-without-traffic-fix, mcq-transfer,
//           mcq-worker-count
//
// Time until a worker thread runs its first line (median of 10), time to send
// 64 MB to it copied and transferred, and what happens when a worker grows beyond
// its heap limit: the error that one hopes for is asserted only where every
// version gave it.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds; the last line differs, see
// README.md.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const times = [];
for (let i = 0; i < 10; i++) {
  const start = performance.now();
  const worker = new Worker('require("node:worker_threads").parentPort.postMessage(1)', { eval: true });
  await once(worker, 'message');
  times.push(performance.now() - start);
  await worker.terminate();
}
times.sort((a, b) => a - b);
console.log(`start of a worker: median ${Math.round(times[5])} ms`);

const echo = new Worker('const { parentPort: p } = require("node:worker_threads"); p.on("message", () => p.postMessage(1));', { eval: true });
for (const transfer of [false, true]) {
  const data = new ArrayBuffer(64 * 1024 * 1024);
  const start = performance.now();
  echo.postMessage(data, transfer ? [data] : []);
  const sent = performance.now() - start;
  await once(echo, 'message');
  console.log(`64 MB ${transfer ? 'transferred' : 'copied'}: postMessage held the sender ${sent.toFixed(1)} ms, left ${data.byteLength} bytes behind`);
}
await echo.terminate();

const greedy = `
  const { Worker } = require('node:worker_threads');
  let beats = 0;
  setInterval(() => beats++, 100);
  const worker = new Worker(process.argv[1], { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
  worker.on('error', (error) => { console.log(error.code); process.exit(0); });
  setTimeout(() => { console.log('worker not ended after 5 s, main thread ticked ' + beats + ' times'); process.exit(0); }, 5000);
`;
const appetites = {
  'small objects': 'const keep = []; for (let i = 0; ; i++) keep.push({ a: i, b: [i] });',
  'many arrays': 'const keep = []; for (;;) keep.push(new Array(1000).fill(0.5));',
};
for (const [name, code] of Object.entries(appetites)) {
  const { status, signal, stdout } = spawnSync(process.execPath, ['-e', greedy, code], { encoding: 'utf8', timeout: 10000, killSignal: 'SIGKILL' });
  const outcome = stdout.trim() || `whole process ended by ${signal ?? status}`;
  console.log(`worker beyond 32 MB, ${name}: ${outcome}`);
  if (name === 'small objects')
    assert.equal(outcome, 'ERR_WORKER_OUT_OF_MEMORY');
}
