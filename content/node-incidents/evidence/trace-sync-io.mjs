// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-trace-sync-io
//
// --trace-sync-io prints a stack for synchronous I/O once the first turn of the
// loop is over, and none for what the start-up reads.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const run = (code) => spawnSync(process.execPath, ['--trace-sync-io', '-e', code], { encoding: 'utf8', timeout: 20000 }).stderr;
const early = run('require("fs").readFileSync("/etc/passwd");');
const late = run('setTimeout(function handler() { require("fs").readFileSync("/etc/passwd"); }, 10);');
console.log(`start-up: ${/Detected use of sync API/.test(early)}; in a timer: ${/Detected use of sync API/.test(late)}, names the caller: ${/handler/.test(late)}`);
assert.ok(!/Detected/.test(early) && /Detected/.test(late) && /handler/.test(late));
