// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: exit-137-or-134, memory-budget, memory-budget-workers
//
// The heap limit that V8 reports without flags, with --max-old-space-size, with
// --max-old-space-size-percentage where it exists, and in a worker; and how a
// process ends that keeps Buffers or objects beyond a limit of 64 MB.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import os from 'node:os';
import { spawnSync } from 'node:child_process';

const MB = 1024 * 1024;
const report = 'console.log(Math.round(require("node:v8").getHeapStatistics().heap_size_limit / 1048576))';
const run = (flags, code) => spawnSync(process.execPath, [...flags, '-e', code], { encoding: 'utf8', timeout: 30000 });
const limit = (flags, code = report) => Number(run(flags, code).stdout.trim());

console.log(`memory of this machine: ${Math.round(os.totalmem() / MB)} MiB`);
console.log(`no flag: ${limit([])}`);
const fixed = limit(['--max-old-space-size=512']);
console.log(`--max-old-space-size=512: ${fixed}`);
assert.ok(fixed >= 512 && fixed < 800);
const share = run(['--max-old-space-size-percentage=25'], report);
console.log(`--max-old-space-size-percentage=25: ${share.status === 0 ? share.stdout.trim() : 'unknown flag'}`);
const worker = `const { Worker } = require("node:worker_threads");
  new Worker('${report.replaceAll('"', '\\"')}', { eval: true, resourceLimits: OPTIONS });`;
const alone = limit([], worker.replace('OPTIONS', '{ maxOldGenerationSizeMb: 64 }'));
const flagged = limit(['--max-old-space-size=512'], worker.replace('OPTIONS', '{ maxOldGenerationSizeMb: 64 }'));
console.log(`worker with maxOldGenerationSizeMb 64: ${alone}; the same when the process has --max-old-space-size=512: ${flagged}`);
assert.ok(alone < 300 && flagged > 500);

const buffers = run(['--max-old-space-size=64'], 'const k = []; for (let i = 0; i < 300; i++) k.push(Buffer.alloc(1048576, 1)); console.log(k.length)');
console.log(`300 MiB of Buffers under a heap limit of 64: exit ${buffers.status}`);
assert.equal(buffers.status, 0);
const objects = run(['--max-old-space-size=64'], 'const k = []; for (;;) k.push(new Array(100).fill(0.5));');
console.log(`objects without end under the same limit: ${objects.signal}; ${/FATAL ERROR: (.*)/.exec(objects.stderr)?.[1].slice(0, 70)}`);
assert.equal(objects.signal, 'SIGABRT');
