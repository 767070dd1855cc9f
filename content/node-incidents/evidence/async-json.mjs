// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-await-json
//
// response.json() is awaited, yet parsing holds the loop as JSON.parse() does:
// the longest gap between ticks of a 1 ms interval, for 15 MB of text.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const text = JSON.stringify(Array.from({ length: 200_000 }, (_, i) => ({ id: i, name: `customer ${i}`, tags: ['a', 'b'], sum: i / 3 })));

async function gap(parse) {
  let last = performance.now();
  let longest = 0;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const interval = setInterval(tick, 1);
  await new Promise((next) => setTimeout(next, 20));
  await parse();
  await new Promise((next) => setTimeout(next, 5));
  tick();
  clearInterval(interval);
  return longest;
}
const sync = await gap(async () => JSON.parse(text));
const response = new Response(text);
const awaited = await gap(() => response.json());
console.log(`${Math.round(text.length / 1e6)} MB: longest gap JSON.parse ${Math.round(sync)} ms, await response.json() ${Math.round(awaited)} ms`);
assert.ok(awaited > sync * 0.5);
