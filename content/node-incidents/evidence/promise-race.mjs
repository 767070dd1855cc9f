// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: leak-proof-causes, mcq-race-leak
//
// Races 100 000 settled promises against one promise that never settles, as a
// request does that waits for "answer or shutdown". Prints the heap that stays
// after a full collection.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const shutdown = new Promise(() => {});

gc();
const before = process.memoryUsage().heapUsed;
for (let i = 0; i < 100_000; i++)
  await Promise.race([Promise.resolve(i), shutdown]);
gc();
const left = (process.memoryUsage().heapUsed - before) / 1048576;
console.log(`100 000 races left ${left.toFixed(1)} MiB`);
assert.ok(left > 10);
assert.ok(shutdown instanceof Promise);
