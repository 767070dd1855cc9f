// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: leak-proof-causes, mcq-bus-or-emitter
//
// Who is collected? 50 request objects that listen to an emitter of their own,
// 50 that listen to one shared bus, and 50 pairs that point at each other.
// Also shows the warning at the eleventh listener.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

class Request {
  payload = new Array(1000).fill(0);
  handle() { return this.payload.length; }
}

async function collected(make) {
  const refs = [];
  for (let i = 0; i < 50; i++)
    refs.push(new WeakRef(make()));
  for (let i = 0; i < 3; i++) {
    await new Promise((next) => setTimeout(next, 20));
    gc();
  }
  return refs.filter((ref) => ref.deref() === undefined).length;
}

const warning = once(process, 'warning');
const bus = new EventEmitter();
const own = await collected(() => {
  const request = new Request();
  new EventEmitter().on('change', () => request.handle());
  return request;
});
const shared = await collected(() => {
  const request = new Request();
  bus.on('change', () => request.handle());
  return request;
});
const cycles = await collected(() => {
  const request = new Request();
  request.twin = { request };
  return request;
});

console.log(`collected of 50: own emitter ${own}, shared bus ${shared}, cycles ${cycles}`);
const [{ name, count }] = await warning;
console.log(`${name} at listener ${count}`);
assert.deepEqual([own, shared, cycles, count, bus.listenerCount('change')], [50, 0, 50, 11, 50]);
