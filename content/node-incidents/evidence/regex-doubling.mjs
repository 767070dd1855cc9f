// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: cpu-without-traffic, mcq-cpu-prof, mcq-regex-doubling
//
// Time of /^(a+)+$/ on a run of "a" that ends with "b", for growing length.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const pattern = /^(a+)+$/;
const times = [];
for (let length = 20; length <= 26; length++) {
  const input = 'a'.repeat(length) + 'b';
  const start = performance.now();
  assert.equal(pattern.test(input), false);
  times.push(performance.now() - start);
}
console.log(times.map((time, i) => `${21 + i} characters ${time.toFixed(0)} ms`).join(', '));
const factor = (times[6] / times[2]) ** (1 / 4);
console.log(`each further character multiplies the time by ${factor.toFixed(2)}`);
assert.ok(factor > 1.6 && factor < 2.4);
