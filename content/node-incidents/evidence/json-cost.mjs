// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: bottlenecks, cpu-without-traffic
//
// Time that JSON.stringify and JSON.parse hold the main thread, by size.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

for (const rows of [1_000, 10_000, 100_000]) {
  const data = Array.from({ length: rows }, (_, i) => ({ id: i, name: `customer ${i}`, tags: ['a', 'b', 'c'], total: i / 3 }));
  let start = performance.now();
  const text = JSON.stringify(data);
  const out = performance.now() - start;
  start = performance.now();
  const back = JSON.parse(text);
  const parse = performance.now() - start;
  console.log(`${(text.length / 1e6).toFixed(1)} MB: stringify ${out.toFixed(0)} ms, parse ${parse.toFixed(0)} ms`);
  assert.equal(back.length, rows);
}
