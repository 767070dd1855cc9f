// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: await-never-yields
//
// An async lookup answers from a Map when it can and from a timer otherwise.
// A loop awaits 1,000,000 hits; a 5 ms interval should tick meanwhile. Then with
// one miss in 1,000, with an async iterator over an array, and with a turn of
// the loop every 1,000.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const cache = new Map([[0, 'value']]);
async function lookup(key) {
  return cache.get(key) ?? new Promise((next) => setImmediate(next, 'fetched'));
}
async function* rows(count) {
  for (let i = 0; i < count; i++) yield i;
}

async function measure(name, work) {
  let ticks = 0;
  const interval = setInterval(() => ticks++, 5);
  const start = performance.now();
  await work();
  const took = Math.round(performance.now() - start);
  clearInterval(interval);
  console.log(`${name}: ${took} ms, ${ticks} ticks`);
  return ticks;
}
const COUNT = 1e6;
const hits = await measure('all hits', async () => { for (let i = 0; i < COUNT; i++) await lookup(0); });
const iterator = await measure('async iterator', async () => { for await (const row of rows(COUNT)) void row; });
const misses = await measure('1 miss in 1,000', async () => { for (let i = 0; i < COUNT; i++) await lookup(i % 1000 ? 0 : 1); });
const turns = await measure('a turn per 1,000', async () => {
  for (let i = 0; i < COUNT; i++) {
    await lookup(0);
    if (i % 1000 === 0) await new Promise((next) => setImmediate(next));
  }
});
assert.equal(hits, 0);
assert.equal(iterator, 0);
assert.ok(misses > 0 && turns > 0);
