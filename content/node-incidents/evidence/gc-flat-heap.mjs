// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: cpu-without-traffic, mcq-flat-heap-gc
//
// A program that allocates fast and keeps nothing for long: the heap graph is
// flat, yet the collector runs all the time. Prints the collections by kind
// and their share of two seconds.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { PerformanceObserver, constants } from 'node:perf_hooks';

const kinds = { [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor', [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major' };
const count = {};
let time = 0;
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const kind = kinds[entry.detail.kind] ?? 'other';
    count[kind] = (count[kind] ?? 0) + 1;
    time += entry.duration;
  }
});
observer.observe({ entryTypes: ['gc'] });

const window = [];
const heaps = [];
const end = performance.now() + 2000;
while (performance.now() < end) {
  for (let i = 0; i < 2000; i++) {
    window.push({ id: i, tags: [i, i + 1, i + 2], text: `row ${i}` });
    if (window.length > 50_000)
      window.splice(0, 25_000);
  }
  heaps.push(process.memoryUsage().heapUsed / 1048576);
  await new Promise((next) => setImmediate(next));
}
await new Promise((next) => setTimeout(next, 50));
observer.disconnect();
const half = heaps.length / 2;
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
console.log(`heap ${mean(heaps.slice(0, half)).toFixed(0)} MiB, then ${mean(heaps.slice(half)).toFixed(0)} MiB; `
            + `${JSON.stringify(count)}; collector share ${(time / 20).toFixed(0)} %`);
assert.ok(count.minor > 20);
