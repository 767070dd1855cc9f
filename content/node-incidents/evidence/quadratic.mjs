// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-quadratic
//
// Removes duplicates by Array.includes() and by a Set. Prints the factor in time
// when the list grows fourfold.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

function byList(items) {
  const seen = [];
  for (const item of items)
    if (!seen.includes(item))
      seen.push(item);
  return seen.length;
}
const bySet = (items) => new Set(items).size;

function time(remove, n) {
  const items = Array.from({ length: n }, (_, i) => `order-${i}`);
  const runs = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    remove(items);
    runs.push(performance.now() - start);
  }
  return Math.min(...runs);
}
time(byList, 1000);
const small = time(byList, 5000);
const large = time(byList, 20_000);
console.log(`includes: 5,000 items ${small.toFixed(0)} ms, 20,000 items ${large.toFixed(0)} ms, factor ${(large / small).toFixed(1)}; Set with 20,000: ${time(bySet, 20_000).toFixed(1)} ms`);
assert.ok(large / small > 6 && large > 20 * time(bySet, 20_000));
