// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-pool-knee, mcq-pool-ceiling
//
// Mean wait for one of 10 connections that are held for 50 ms on average, by the
// Erlang C formula (Poisson arrivals, exponential times).
//
// Arithmetic; the same on every version.
import assert from 'node:assert/strict';

function meanWait(servers, hold, rate) {
  const load = rate * hold;
  let term = 1;
  let sum = 0;
  for (let k = 0; k < servers; k++) {
    sum += term;
    term *= load / (k + 1);
  }
  const last = term * servers / (servers - load);
  return last / (sum + last) / (servers / hold - rate);
}
const waits = [100, 150, 180, 190, 195, 198].map((rate) => [rate, meanWait(10, 0.05, rate) * 1000]);
console.log(waits.map(([rate, wait]) => `${rate}/s ${wait.toFixed(1)} ms`).join(', '));
assert.deepEqual(waits.map(([, wait]) => Math.round(wait)), [0, 6, 33, 83, 182, 482]);
