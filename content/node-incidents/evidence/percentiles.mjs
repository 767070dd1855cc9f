// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: observability-signals, prod-only, mcq-average-p99,
//           mcq-head-sampling
//
// Twenty instances, one of them slow, all with equal traffic. Prints the mean
// of their p99 values and the p99 of all requests together. Then: the chance
// that head sampling at 1 % keeps at least one of ten failed traces.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds; the version is irrelevant.
import assert from 'node:assert/strict';

let seed = 7;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const percentile = (values, p) => [...values].sort((a, b) => a - b)[Math.ceil((p / 100) * values.length) - 1];

const instances = Array.from({ length: 20 }, (_, i) =>
  Array.from({ length: 1000 }, () => (i === 0 ? 1500 + 500 * random() : 20 + 60 * random())));
const mean = instances.reduce((sum, values) => sum + percentile(values, 99), 0) / instances.length;
const all = percentile(instances.flat(), 99);
console.log(`mean of the p99 values ${mean.toFixed(0)} ms, p99 of all requests ${all.toFixed(0)} ms`);
assert.ok(all > 5 * mean);

const chance = 1 - 0.99 ** 10;
console.log(`ten failed traces, 1 % kept: at least one survives with probability ${(100 * chance).toFixed(1)} %`);
assert.ok(chance < 0.1);
