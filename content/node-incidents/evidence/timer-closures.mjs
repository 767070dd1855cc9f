// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-timer-closures
//
// Fifty objects are captured by one-shot timeouts that have fired, fifty by
// intervals, fifty by intervals that were cleared: who is collected.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const gc = vm.runInNewContext('gc');
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function collected(arm) {
  const refs = [];
  const disarm = [];
  for (let i = 0; i < 50; i++) {
    let session = { data: new Array(100).fill(i) };
    refs.push(new WeakRef(session));
    disarm.push(arm(session));
    session = null;
  }
  await sleep(30);
  for (let i = 0; i < 3; i++) {
    gc();
    await sleep(10);
  }
  const gone = refs.filter((ref) => ref.deref() === undefined).length;
  for (const undo of disarm)
    undo?.();
  return gone;
}
const once = await collected((session) => { setTimeout(() => session.data, 5); });
const forever = await collected((session) => { const id = setInterval(() => session.data, 1000); return () => clearInterval(id); });
const cleared = await collected((session) => { const id = setInterval(() => session.data, 1000); setTimeout(() => clearInterval(id), 5); });
console.log(`collected of 50: fired timeout ${once}, interval ${forever}, cleared interval ${cleared}`);
assert.ok(once >= 49 && forever === 0 && cleared >= 49);
