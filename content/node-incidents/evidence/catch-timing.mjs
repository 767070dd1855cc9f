// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: last-resort-handlers, mcq-catch-timing
//
// How late may .catch() be attached to a promise that is rejected already?
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const ways = [
  ['at once', 'p.catch(() => {});', 0],
  ['in a microtask', 'queueMicrotask(() => p.catch(() => {}));', 0],
  ['in process.nextTick', 'process.nextTick(() => p.catch(() => {}));', 0],
  ['in setImmediate', 'setImmediate(() => p.catch(() => {}));', 1],
  ['in setTimeout 0', 'setTimeout(() => p.catch(() => {}), 0);', 1],
];
for (const [name, attach, expected] of ways) {
  const { status } = spawnSync(process.execPath, ['-e', `const p = Promise.reject(new Error("x")); ${attach}`], { timeout: 30000 });
  console.log(`.catch ${name.padEnd(20)} exit code ${status}`);
  assert.equal(status, expected, name);
}
