// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: leak-proof-causes, mcq-small-views
//
// Keeps the first 16 bytes of 200 Buffers of 1 MiB, first as a view made by
// subarray(), then as a copy. Prints what stays allocated after full
// collections.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const mib = (bytes) => Math.round(bytes / 1048576);

async function retained(take) {
  const kept = [];
  for (let i = 0; i < 200; i++)
    kept.push(take(Buffer.alloc(1048576, 1)));
  for (let i = 0; i < 3; i++) {
    gc();
    await new Promise((next) => setTimeout(next, 20));
  }
  const { arrayBuffers } = process.memoryUsage();
  assert.equal(kept[199].length, 16);
  return mib(arrayBuffers);
}

const views = await retained((big) => big.subarray(0, 16));
const copies = await retained((big) => Buffer.from(big.subarray(0, 16)));
console.log(`200 views of 16 bytes hold ${views} MiB, 200 copies hold ${copies} MiB`);
assert.ok(views >= 190 && copies < 10);
