// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-async-data
//
// 1,000 chunks, each saved in 20 ms. Prints how many saves are in flight at most
// when an async "data" listener awaits them, and when a "for await" loop does.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { once } from 'node:events';

let flying = 0;
let most = 0;
async function save() {
  most = Math.max(most, ++flying);
  await new Promise((done) => setTimeout(done, 20));
  flying--;
}
const source = (n) => Readable.from(Array.from({ length: n }, () => Buffer.alloc(64)));

const listened = source(1000);
listened.on('data', async (chunk) => { await save(chunk); });
await once(listened, 'end');
const byListener = most;
await new Promise((next) => setTimeout(next, 50));
most = 0;
for await (const chunk of source(20))
  await save(chunk);
console.log(`most saves in flight: async listener ${byListener}, for await ${most}`);
assert.ok(byListener > 900 && most === 1);
