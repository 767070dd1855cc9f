// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: size-pool, size-pool-wait, many-pools
//
// A deterministic queue model, no network: random arrivals, random service
// times with a mean of 50 ms. Mean and p99 of the wait for one pool of 10 at
// rising load, and for 40 connections split over 4 instances or shared.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: the same numbers.
import assert from 'node:assert/strict';

let seed = 7;
const random = () => { seed = (seed * 48271) % 2147483647; return seed / 2147483647; };
const exponential = (mean) => -mean * Math.log(1 - random());

function simulate({ pools, size, rate, service = 50, requests = 400000 }) {
  const free = Array.from({ length: pools }, () => new Float64Array(size));
  const waits = new Float64Array(requests);
  let now = 0;
  for (let i = 0; i < requests; i++) {
    now += exponential(1000 / rate);
    const pool = free[Math.floor(random() * pools)];
    let first = 0;
    for (let k = 1; k < size; k++) if (pool[k] < pool[first]) first = k;
    const start = Math.max(now, pool[first]);
    waits[i] = start - now;
    pool[first] = start + exponential(service);
  }
  waits.sort();
  return { mean: waits.reduce((a, b) => a + b) / requests, p99: waits[Math.floor(requests * 0.99)] };
}
const mean = {};
for (const rate of [100, 150, 180, 190, 195]) {
  const wait = simulate({ pools: 1, size: 10, rate });
  mean[rate] = wait.mean;
  console.log(`pool of 10, 50 ms, ${rate}/s (${rate / 2} %): mean wait ${wait.mean.toFixed(1)} ms, p99 ${wait.p99.toFixed(0)} ms`);
}
assert.ok(mean[150] > 3 && mean[150] < 10 && mean[190] > 8 * mean[150]);
const split = simulate({ pools: 4, size: 10, rate: 720 }), shared = simulate({ pools: 1, size: 40, rate: 720 });
console.log(`720/s on 4 pools of 10: mean ${split.mean.toFixed(1)}, p99 ${split.p99.toFixed(0)} ms; on one of 40: mean ${shared.mean.toFixed(1)}, p99 ${shared.p99.toFixed(0)} ms`);
assert.ok(split.mean > 3 * shared.mean);
