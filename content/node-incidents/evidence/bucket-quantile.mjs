// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-bucket-bounds
//
// 1,000 requests, 980 of them below 100 ms and 20 between 1.0 and 1.2 s, in a
// histogram with the bounds 0.1, 0.5, 1 and 5 s: the p99 that linear
// interpolation gives, and the true one.
//
// Arithmetic; the same on every version.
import assert from 'node:assert/strict';

const times = [...Array.from({ length: 980 }, () => 0.05), ...Array.from({ length: 20 }, (_, i) => 1.01 + i / 100)];
const bounds = [0.1, 0.5, 1, 5];
const counts = bounds.map((bound) => times.filter((time) => time <= bound).length);
const rank = 0.99 * times.length;
const i = counts.findIndex((count) => count >= rank);
const low = i ? bounds[i - 1] : 0;
const before = i ? counts[i - 1] : 0;
const estimate = low + (bounds[i] - low) * (rank - before) / (counts[i] - before);
const truth = times.sort((a, b) => a - b)[rank - 1];
console.log(`p99 from buckets ${estimate.toFixed(2)} s, true ${truth.toFixed(2)} s`);
assert.ok(estimate === 3 && truth < 1.2);
