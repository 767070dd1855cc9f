// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: stampede, stampede-failure
//
// 200 requests for one key within a load of 100 ms: loads without and with
// sharing of the promise in flight. Then a load that fails: how long the error
// is served when the promise stays in the map and when it is removed.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

let loads = 0;
const load = async () => { loads++; await sleep(100); return 'value'; };

const cache = new Map();
async function plain(key) {
  if (!cache.has(key)) cache.set(key, await load(key));
  return cache.get(key);
}
const flights = new Map();
function shared(key, loader = load) {
  let flight = flights.get(key);
  if (!flight) {
    flight = loader(key).finally(() => flights.delete(key));
    flights.set(key, flight);
  }
  return flight;
}
const counted = async (get) => { loads = 0; await Promise.all(Array.from({ length: 200 }, () => get('hot'))); return loads; };
const without = await counted(plain), within = await counted((key) => shared(key));
console.log(`200 requests: ${without} loads without sharing, ${within} with`);
assert.equal(without, 200);
assert.equal(within, 1);

let broken = true;
const flaky = async () => { await sleep(10); if (broken) throw new Error('timeout'); return 'value'; };
const forever = new Map();
const kept = (key) => { if (!forever.has(key)) forever.set(key, flaky(key)); return forever.get(key); };
for (const get of [kept, (key) => shared(key, flaky)]) {
  broken = true;
  await Promise.allSettled(Array.from({ length: 20 }, () => get('k')));
  broken = false;
  const after = await get('k').catch((error) => error.message);
  console.log(`${get === kept ? 'promise kept' : 'promise removed'}: after recovery "${after}"`);
  assert.equal(after, get === kept ? 'timeout' : 'value');
}
