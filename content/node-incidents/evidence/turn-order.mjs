// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-immediate-in-io, mcq-esm-order
//
// Inside an I/O callback setImmediate() always comes before setTimeout(0).
// process.nextTick() comes before a promise reaction in a CommonJS script and
// after it at the top of an ES module.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs';
import { spawnSync } from 'node:child_process';

const first = () => new Promise((resolve) => readFile(process.execPath + '-none', () => {
  setTimeout(() => resolve('timeout'), 0);
  setImmediate(() => resolve('immediate'));
}));
const firsts = new Set();
for (let i = 0; i < 50; i++)
  firsts.add(await first());
console.log(`first after I/O, 50 times: ${[...firsts]}`);
assert.deepEqual([...firsts], ['immediate']);

const code = `
  Promise.resolve().then(() => console.log('promise'));
  process.nextTick(() => console.log('nextTick'));
`;
for (const [type, expected] of [['commonjs', 'nextTick,promise'], ['module', 'promise,nextTick']]) {
  const { stdout } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', code], { encoding: 'utf8', timeout: 20000 });
  const order = stdout.trim().split('\n').join();
  console.log(`${type}: ${order}`);
  assert.equal(order, expected);
}
