// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-interval-catch-up, mcq-await-settled
//
// How many ticks of a 100 ms interval follow at once when the loop was held for
// 450 ms; and how late a 10 ms timer is behind a loop of 200 awaits, each over a
// function that computes for 2 ms and returns a settled promise.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

function spin(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const ticks = [];
const interval = setInterval(() => ticks.push(performance.now()), 100);
await sleep(50);
spin(450);
const free = performance.now();
await sleep(60);
const soon = ticks.filter((tick) => tick >= free).length;
clearInterval(interval);
console.log(`ticks within 60 ms after a block of 450 ms: ${soon}`);
assert.equal(soon, 1);

const start = performance.now();
let fired = 0;
setTimeout(() => { fired = performance.now() - start; }, 10);
const price = async () => spin(2);
for (let i = 0; i < 200; i++)
  await price();
await sleep(5);
console.log(`a 10 ms timer behind 200 awaits of 2 ms: fired after ${Math.round(fired)} ms`);
assert.ok(fired > 380);
