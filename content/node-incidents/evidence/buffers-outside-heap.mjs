// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: leak-proof, bottlenecks, gateway-latency, mcq-buffers-field
//
// Keeps 200 Buffers of 1 MiB and prints which counters of memoryUsage() move.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const mib = (bytes) => Math.round(bytes / 1048576);
const show = (when, usage) => console.log(`${when}: heapUsed ${mib(usage.heapUsed)}, external ${mib(usage.external)}, `
                                          + `arrayBuffers ${mib(usage.arrayBuffers)}, rss ${mib(usage.rss)} MiB`);

const before = process.memoryUsage();
show('before', before);
const kept = [];
for (let i = 0; i < 200; i++)
  kept.push(Buffer.alloc(1048576, 1));
const after = process.memoryUsage();
show('after ', after);

assert.equal(kept.length, 200);
assert.ok(after.heapUsed - before.heapUsed < 10 * 1048576);
assert.ok(after.arrayBuffers - before.arrayBuffers > 199 * 1048576);
