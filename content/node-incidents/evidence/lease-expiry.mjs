// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: race-story-locks, mcq-lease-pause
//
// A lock with an expiry is a lease. The first holder pauses for longer than
// the lease, so a second one gets in and both write. A store that remembers
// the highest fencing token refuses the late write.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds; the version is irrelevant.
import assert from 'node:assert/strict';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const LEASE_MS = 50;
let lease = { until: 0 };
let token = 0;

function acquire() {
  if (performance.now() < lease.until)
    return null;
  lease = { until: performance.now() + LEASE_MS, token: ++token };
  return lease;
}

const plain = [];
const fenced = [];
let highest = 0;
function write(name, mine) {
  plain.push(name);
  if (mine.token < highest)
    return;
  highest = mine.token;
  fenced.push(name);
}

const first = acquire();
assert.equal(acquire(), null);
const paused = sleep(3 * LEASE_MS).then(() => write('first, late', first));
await sleep(1.5 * LEASE_MS);
const second = acquire();
write('second', second);
await paused;
console.log(`without tokens: ${plain.join(' | ')}`);
console.log(`with tokens:    ${fenced.join(' | ')}`);
assert.deepEqual(fenced, ['second']);
assert.equal(plain.length, 2);
