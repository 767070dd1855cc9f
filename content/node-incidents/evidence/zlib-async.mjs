// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-gzip-async
//
// Compresses sixteen blocks of 2 MB with gzipSync() and with gzip(): the longest
// gap on the loop, and the CPU time.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { promisify } from 'node:util';

const block = Buffer.from(Array.from({ length: 250_000 }, (_, i) => (i * 2654435761 % 1e8).toString(36)).join(' '));
async function watch(work) {
  let last = performance.now();
  let gap = 0;
  const tick = () => { const now = performance.now(); gap = Math.max(gap, now - last); last = now; };
  const interval = setInterval(tick, 1);
  const cpu = process.cpuUsage();
  await new Promise((next) => setTimeout(next, 10));
  await work();
  await new Promise((next) => setTimeout(next, 5));
  tick();
  clearInterval(interval);
  const used = process.cpuUsage(cpu);
  return { gap: Math.round(gap), cpu: Math.round((used.user + used.system) / 1000) };
}
const sync = await watch(async () => { for (let i = 0; i < 16; i++) zlib.gzipSync(block); });
const gzip = promisify(zlib.gzip);
const pooled = await watch(() => Promise.all(Array.from({ length: 16 }, () => gzip(block))));
console.log(`gzipSync: gap ${sync.gap} ms, CPU ${sync.cpu} ms; gzip: gap ${pooled.gap} ms, CPU ${pooled.cpu} ms`);
assert.ok(pooled.gap < sync.gap / 2 && pooled.cpu > sync.cpu * 0.5);
