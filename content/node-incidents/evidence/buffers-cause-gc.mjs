// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: gateway-latency
//
// Why a flat heap does not mean idle collections: next to a steady heap of
// small objects 300 Buffers of 1 MiB are kept. Prints the full collections
// that this causes and the growth of the heap itself.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { PerformanceObserver, constants } from 'node:perf_hooks';

const steady = Array.from({ length: 300_000 }, (_, i) => ({ id: i, next: { id: i } }));
await new Promise((next) => setTimeout(next, 50));

let full = 0;
let time = 0;
const observer = new PerformanceObserver((list) => {
  for (const { detail, duration } of list.getEntries())
    if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) {
      full++;
      time += duration;
    }
});
observer.observe({ entryTypes: ['gc'] });

const before = process.memoryUsage().heapUsed;
const kept = [];
for (let i = 0; i < 300; i++) {
  kept.push(Buffer.alloc(1048576, 1));
  if (i % 10 === 9)
    await new Promise((next) => setImmediate(next));
}
await new Promise((next) => setTimeout(next, 50));
observer.disconnect();
const growth = (process.memoryUsage().heapUsed - before) / 1048576;
console.log(`300 Buffers kept: ${full} full collections, ${Math.round(time)} ms, heap ${growth < 0 ? '' : '+'}${growth.toFixed(0)} MiB`);
assert.equal(steady.length + kept.length, 300_300);
assert.ok(full >= 3 && growth < 20);
