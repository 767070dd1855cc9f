// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-native-cpu
//
// Password hashes and compression run on pool threads: CPU time of the process
// against the utilisation of its loop.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { promisify } from 'node:util';
import { performance } from 'node:perf_hooks';

const hash = promisify(crypto.pbkdf2);
const cpu = process.cpuUsage();
const elu = performance.eventLoopUtilization();
const start = performance.now();
await Promise.all(Array.from({ length: 16 }, () => hash('secret', 'salt', 100_000, 64, 'sha512')));
const wall = performance.now() - start;
const used = process.cpuUsage(cpu);
const { utilization } = performance.eventLoopUtilization(elu);
console.log(`CPU ${Math.round((used.user + used.system) / 10 / wall)} % of one core, loop utilisation ${utilization.toFixed(2)}`);
assert.ok((used.user + used.system) / 1000 / wall > 3 * utilization);
