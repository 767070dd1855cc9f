// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-single-flight, mcq-cached-rejection
//
// 300 callers miss the same key together: loads when each checks and then awaits,
// and when the promise itself is kept. Then one failed load that stays in the map.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

let loads = 0;
let broken = false;
async function load(key) {
  loads++;
  await new Promise((done) => setTimeout(done, 20));
  if (broken)
    throw new Error('backend down');
  return key;
}
const values = new Map();
async function checked(key) {
  if (!values.has(key))
    values.set(key, await load(key));
  return values.get(key);
}
const promises = new Map();
function shared(key) {
  if (!promises.has(key))
    promises.set(key, load(key));
  return promises.get(key);
}
const count = async (get, key) => {
  loads = 0;
  await Promise.all(Array.from({ length: 300 }, () => get(key)));
  return loads;
};
const each = await count(checked, 'a');
const one = await count(shared, 'a');
console.log(`loads for 300 callers: check then await ${each}, kept promise ${one}`);
assert.equal(each, 300);
assert.equal(one, 1);

broken = true;
await shared('b').catch(() => {});
broken = false;
loads = 0;
let failed = 0;
for (let i = 0; i < 10; i++)
  await shared('b').catch(() => failed++);
console.log(`after recovery: ${failed} of 10 callers still get the old failure, ${loads} new loads`);
assert.ok(failed === 10 && loads === 0);
