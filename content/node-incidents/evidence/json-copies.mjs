// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: json-cost-answer
//
// 20,000 rows of about 200 bytes. Serialised once for all readers or once for
// each of 20; as one text or row by row; copied by JSON and structuredClone.
// Longest single block of the loop for each, best of five.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const rows = Array.from({ length: 20000 }, (_, i) => ({ id: i, name: `customer number ${i}`, email: `c${i}@example.org`, notes: 'x'.repeat(80), tags: ['a', 'b', 'c'], total: i * 1.25 }));
const clock = (work) => { const start = performance.now(); work(); return performance.now() - start; };
const least = (work) => Math.min(...[1, 2, 3, 4, 5].map(() => clock(work)));
const text = JSON.stringify(rows);
console.log(`${(text.length / 1e6).toFixed(1)} MB of JSON`);
const once = least(() => JSON.stringify(rows));
const twenty = clock(() => { for (let i = 0; i < 20; i++) JSON.stringify(rows); });
const parse = least(() => JSON.parse(text));
const copy = least(() => JSON.parse(JSON.stringify(rows)));
const clone = least(() => structuredClone(rows));
console.log(`stringify ${once.toFixed(0)} ms, twenty times ${twenty.toFixed(0)} ms, parse ${parse.toFixed(0)} ms`);
console.log(`copy through JSON ${copy.toFixed(0)} ms, structuredClone ${clone.toFixed(0)} ms`);

let longest = Infinity, whole = Infinity;
for (let round = 0; round < 5; round++) {
  const parts = [], start = performance.now();
  let block = 0;
  for (let i = 0; i < rows.length; i += 500) {
    block = Math.max(block, clock(() => parts.push(rows.slice(i, i + 500).map((row) => JSON.stringify(row)).join(','))));
    await new Promise((next) => setImmediate(next));
  }
  whole = Math.min(whole, performance.now() - start);
  longest = Math.min(longest, block);
  assert.equal(`[${parts.join(',')}]`, text);
}
console.log(`in parts of 500 rows: ${whole.toFixed(0)} ms in all, longest block ${longest.toFixed(1)} ms`);
assert.ok(twenty > 3 * once && longest < once);
