// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: bounded-cache
//
// What a Map really holds. 100,000 entries with a JSON value of about 100
// characters: memory if parsed objects are kept, and if strings are kept, per
// entry and against the length of the JSON. Then an LRU of 1,000 entries on a
// Map, with hit rates for skewed keys.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const child = `
  const json = (i) => JSON.stringify({ id: i, name: 'customer ' + i, email: 'c' + i + '@example.org', flags: [1, 2, 3], plan: { tier: 'gold', seats: i % 9 } });
  const make = process.argv[1] === 'objects' ? (i) => JSON.parse(json(i)) : (i) => Buffer.from(json(i)).toString('latin1');
  gc(); const before = process.memoryUsage().heapUsed;
  const map = new Map();
  let characters = 0;
  for (let i = 0; i < 100000; i++) { map.set('user:' + i, make(i)); characters += json(i).length; }
  gc(); console.log(JSON.stringify([Math.round((process.memoryUsage().heapUsed - before) / map.size), Math.round(characters / map.size)]));
`;
const run = (kind) => JSON.parse(spawnSync(process.execPath, ['--expose-gc', '-e', child, kind], { encoding: 'utf8', timeout: 30000 }).stdout);
const [objects, length] = run('objects');
const [strings] = run('strings');
console.log(`JSON of ${length} characters: ${objects} bytes per entry as object, ${strings} as string`);
assert.ok(objects > 2 * length && strings > 1.2 * length);

class Lru {
  #map = new Map();
  constructor(max) { this.max = max; }
  get(key) {
    const value = this.#map.get(key);
    if (value === undefined) return undefined;
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }
  set(key, value) {
    this.#map.delete(key);
    this.#map.set(key, value);
    if (this.#map.size > this.max) this.#map.delete(this.#map.keys().next().value);
  }
  get size() { return this.#map.size; }
}
let seed = 1;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
for (const max of [100, 1000, 10000]) {
  const lru = new Lru(max);
  let hits = 0;
  for (let i = 0; i < 200000; i++) {
    const key = Math.floor(100000 ** random());
    if (lru.get(key) !== undefined) hits++; else lru.set(key, i);
  }
  console.log(`LRU of ${max} for 100,000 skewed keys: hit rate ${Math.round(hits / 2000)} %, size ${lru.size}`);
  assert.ok(lru.size <= max);
}
