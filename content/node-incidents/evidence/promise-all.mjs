// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-promise-all
//
// Ten charges at once, the third fails after 20 ms, the others take 60 ms: how
// many complete although Promise.all() has rejected.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let completed = 0;
async function charge(i) {
  await sleep(i === 2 ? 20 : 60);
  if (i === 2)
    throw new Error('declined');
  completed++;
}
const start = performance.now();
const error = await Promise.all(Array.from({ length: 10 }, (_, i) => charge(i))).catch((reason) => reason);
const rejected = Math.round(performance.now() - start);
const then = completed;
await sleep(100);
console.log(`rejected (${error.message}) after ${rejected} ms with ${then} complete; in the end ${completed}`);
assert.ok(then === 0 && completed === 9);
