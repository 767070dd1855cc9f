// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: lost-context, lost-context-repair
//
// Where AsyncLocalStorage still knows the request: timers, promises, a listener
// on a shared emitter, a hand-made queue that calls back later, a batch shared
// by several requests, and the queue again with AsyncResource.bind().
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const storage = new AsyncLocalStorage();
const seen = {};
const note = (name) => () => { (seen[name] ??= []).push(storage.getStore()?.id ?? 'nothing'); };
const queue = [], bus = new EventEmitter(), bound = [];
let batch;
setInterval(() => { queue.splice(0).forEach((job) => job()); bound.splice(0).forEach((job) => job()); bus.emit('reply'); }, 20).unref();

const request = (id) => storage.run({ id }, async () => {
  setTimeout(note('timer'), 1);
  await sleep(1);
  note('await')();
  queue.push(note('queue'));
  bound.push(AsyncResource.bind(note('bound queue')));
  bus.once('reply', note('listener'));
  bus.once('reply', AsyncResource.bind(note('bound listener')));
  batch ??= sleep(5).then(note('batch'));
  await batch;
  note('after the batch')();
});
await Promise.all(['one', 'two'].map(request));
await sleep(60);
for (const [name, ids] of Object.entries(seen)) console.log(`${name.padEnd(16)} ${ids.join(', ')}`);
assert.deepEqual(seen.queue, ['nothing', 'nothing']);
assert.deepEqual(seen['bound queue'], ['one', 'two']);
assert.deepEqual(seen.listener, ['nothing', 'nothing']);
assert.deepEqual(seen.batch, ['one']);
assert.deepEqual(seen['after the batch'], ['one', 'two']);
