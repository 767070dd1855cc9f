// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: loop-order, loop-order-esm
//
// The order in which eight callbacks run when they are scheduled from an I/O
// callback, from the top of a CommonJS file, and from the top of an ES module.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const schedule = `
  setTimeout(() => say('timeout'), 0);
  setImmediate(() => say('immediate'));
  Promise.resolve().then(() => { say('promise'); process.nextTick(() => say('tick from promise')); });
  process.nextTick(() => { say('tick'); Promise.resolve().then(() => say('promise from tick')); });
  say('sync');
`;
const say = 'const said = []; const say = (word) => said.push(word); process.on("exit", () => console.log(said.join(", ")));';

function run(code, type) {
  const { stdout } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', `${say} ${code}`], { encoding: 'utf8', timeout: 10000 });
  return stdout.trim();
}

const io = run(`require('node:fs').stat('.', () => { ${schedule} });`, 'commonjs');
const commonjs = run(`(function () { ${schedule} })();`, 'commonjs');
const esm = run(schedule, 'module');
console.log(`I/O callback: ${io}\nCommonJS:     ${commonjs}\nES module:    ${esm}`);

assert.equal(io, 'sync, tick, promise, promise from tick, tick from promise, immediate, timeout');
assert.ok(commonjs.startsWith('sync, tick, promise, promise from tick, tick from promise'));
assert.ok(esm.startsWith('sync, promise, tick, '));
