// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: last-resort-handlers, last-resort-handlers-continue,
//           mcq-uncaught-exception, paged-approach, mcq-137-or-134,
//           mcq-eight-ways, mcq-empty-handler, mcq-exit-code-13,
//           mcq-log-only-rejection, mcq-async-listener
//
// Fifteen ways for a process to end, each in a child, with the exit code or
// signal that a supervisor sees.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const late = 'setTimeout(() => { throw new Error("late"); }, 1);';
const reject = 'Promise.reject(new Error("nobody listens"));';
const onError = 'process.on("uncaughtException", (error, origin) => { console.log(origin); process.exit(1); });';

const cases = [
  ['throw in a timer', [], late, 1],
  ['rejected promise', [], reject, 1],
  ['rejected promise, mode warn', ['--unhandled-rejections=warn'], reject, 0],
  ["'error' event without listener", [], 'new (require("node:events"))().emit("error", new Error("x"));', 1],
  ['async listener throws', [], 'const e = new (require("node:events"))(); e.on("x", async () => { throw new Error("y"); }); e.emit("x");', 1],
  ['empty uncaughtException listener', [], `process.on("uncaughtException", () => {}); ${late}`, 0],
  ['log-only unhandledRejection listener', [], `process.on("unhandledRejection", (e) => console.log(e.message)); ${reject}`, 0],
  ['unhandledRejection listener that rethrows', [], `process.on("unhandledRejection", (e) => { throw e; }); ${reject}`, 1],
  ['uncaughtException listener that throws', [], `process.on("uncaughtException", (e) => { throw e; }); ${late}`, 7],
  ['uncaughtExceptionMonitor only', [], `process.on("uncaughtExceptionMonitor", () => console.log("seen")); ${late}`, 1],
  ['origin of a throw', [], `${onError} ${late}`, 1, 'uncaughtException'],
  ['origin of a rejection', [], `${onError} ${reject}`, 1, 'unhandledRejection'],
  ['unfinished top-level await', ['--input-type=module'], 'await new Promise(() => {});', 13],
  ['heap limit reached', ['--max-old-space-size=20'], 'const k = []; for (;;) k.push(new Array(100).fill(0.5));', 'SIGABRT'],
  ['SIGTERM without listener', [], 'setInterval(() => {}, 1000); process.kill(process.pid, "SIGTERM");', 'SIGTERM'],
];

for (const [name, flags, code, expected, word] of cases) {
  const { status, signal, stdout } = spawnSync(process.execPath, [...flags, '-e', code], { encoding: 'utf8', timeout: 30000 });
  console.log(`${name.padEnd(42)} ${signal ?? status}${word ? `  origin ${stdout.trim()}` : ''}`);
  assert.equal(signal ?? status, expected, name);
  if (word)
    assert.equal(stdout.trim(), word);
}
