// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-context-in-a-pool
//
// A hand-written pool keeps callbacks of waiting requests and calls them when a
// connection is released: whose AsyncLocalStorage do they see, plain and with
// AsyncResource.bind()?
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

const requests = new AsyncLocalStorage();

function pool(wrap) {
  let busy = false;
  const waiting = [];
  return {
    acquire(callback) {
      if (busy) {
        waiting.push(wrap(callback));
        return;
      }
      busy = true;
      setTimeout(callback, 5);
    },
    release() {
      const next = waiting.shift();
      if (next) next(); else busy = false;
    },
  };
}

async function run(wrap) {
  const connections = pool(wrap);
  const seen = {};
  await Promise.all(['A', 'B'].map((id) => requests.run(id, () => new Promise((done) => {
    connections.acquire(() => {
      seen[id] = requests.getStore();
      connections.release();
      done();
    });
  }))));
  return seen;
}
const plain = await run((callback) => callback);
const bound = await run((callback) => AsyncResource.bind(callback));
console.log(`plain: ${JSON.stringify(plain)}, bound: ${JSON.stringify(bound)}`);
assert.deepEqual(plain, { A: 'A', B: 'A' });
assert.deepEqual(bound, { A: 'A', B: 'B' });
