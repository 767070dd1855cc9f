// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: histogram-buckets, burn-rate, series-budget
//
// p99 as Prometheus computes it, by linear interpolation within a bucket, for
// 100,000 latencies near 260 ms with the default buckets of client libraries
// and with buckets around the objective. Then the arithmetic of burn rates and
// of series.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: the same numbers.
import assert from 'node:assert/strict';

let seed = 11;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const values = Array.from({ length: 100000 }, (_, i) => (i % 50 === 0 ? 260 + random() * 20 : 20 + random() * 60));
const exact = [...values].sort((a, b) => a - b)[Math.ceil(0.99 * values.length) - 1];

function quantile(buckets, q) {
  const counts = buckets.map((bound) => values.filter((value) => value <= bound).length);
  const rank = q * values.length, i = counts.findIndex((count) => count >= rank);
  if (i < 0) return buckets.at(-1);
  const low = i ? buckets[i - 1] : 0, below = i ? counts[i - 1] : 0;
  return low + (buckets[i] - low) * (rank - below) / (counts[i] - below);
}
const usual = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000], chosen = [25, 50, 75, 100, 200, 250, 300, 400, 600, 1200, 2400];
const [a, b] = [quantile(usual, 0.99), quantile(chosen, 0.99)];
console.log(`exact p99 ${exact.toFixed(0)} ms; default buckets ${a.toFixed(0)} ms; chosen buckets ${b.toFixed(0)} ms`);
assert.ok(a - exact > 80 && Math.abs(b - exact) < 20);

const budget = 30 * 24 * 60 * 0.001;
console.log(`99.9 % in 30 days: ${budget.toFixed(1)} minutes`);
for (const [rate, hours] of [[14.4, 1], [6, 6], [1, 72]])
  console.log(`burn rate ${rate} for ${hours} h: error ratio ${(rate * 0.1).toFixed(2)} %, ${(rate * hours / 720 * 100).toFixed(1)} % of the budget; all gone in ${(720 / rate).toFixed(0)} h`);
assert.equal((14.4 / 720 * 100).toFixed(1), '2.0');

const series = (instances, routes, codes, buckets) => instances * routes * codes * (buckets + 3);
console.log(`12 instances, 40 routes, 6 codes, 11 buckets: ${series(12, 40, 6, 11)} series; with 5,000 customers ${(series(12, 40, 6, 11) * 5000).toLocaleString('en')}`);
assert.equal(series(12, 40, 6, 11), 40320);
