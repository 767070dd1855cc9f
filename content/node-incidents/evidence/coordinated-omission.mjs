// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-coordinated-omission
//
// A service answers in 10 ms but stands still from second 30 to second 40 of a
// minute. One client that waits for each reply, and one that sends 100 requests
// per second whatever happens: shares of slow requests and p99 that each reports.
//
// Arithmetic; the same on every version.
import assert from 'node:assert/strict';

const reply = (sent) => (sent >= 30 && sent < 40 ? 40 - sent : 0) + 0.01;
const p99 = (times) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1];

const waiting = [];
for (let now = 0; now < 60; now += Math.max(0.01, waiting.at(-1)))
  waiting.push(reply(now));
const steady = Array.from({ length: 6000 }, (_, i) => reply(i / 100));
const slow = (times) => times.filter((time) => time > 1).length;
console.log(`waits for replies: ${slow(waiting)} of ${waiting.length} over 1 s, p99 ${(p99(waiting) * 1000).toFixed(0)} ms; `
            + `fixed rate: ${slow(steady)} of ${steady.length}, p99 ${p99(steady).toFixed(1)} s`);
assert.ok(slow(waiting) === 1 && slow(steady) >= 890);
