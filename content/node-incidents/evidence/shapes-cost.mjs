// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: continuous-profiling, continuous-profiling-deopt
//
// The same sum over objects of one shape and of many shapes; and what the
// sampling profiler adds to a CPU-bound program at three intervals, best of nine.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const sum = `function sum(list) { let s = 0; for (let round = 0; round < 300; round++) for (let i = 0; i < list.length; i++) s += list[i].price; return s; }`;
const code = `
  ${sum}
  const many = process.argv[1] === 'many';
  const list = Array.from({ length: 20000 }, (_, i) => { const o = {}; if (many) o['extra' + (i % 50)] = i; o.price = i; return o; });
  sum(list); const start = performance.now(); sum(list);
  console.log((performance.now() - start).toFixed(1));
`;
const run = (kind) => Math.min(...[1, 2, 3, 4, 5].map(() => Number(spawnSync(process.execPath, ['-e', code, kind], { encoding: 'utf8', timeout: 20000 }).stdout)));
const one = run('one'), many = run('many');
console.log(`6,000,000 reads of .price: one shape ${one} ms, fifty shapes ${many} ms`);
assert.ok(many > 1.5 * one);

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
const busy = `
  function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
  fib(25); const start = performance.now(); for (let i = 0; i < 8; i++) fib(30);
  console.log((performance.now() - start).toFixed(0));
`;
const took = (flags) => Number(spawnSync(process.execPath, [...flags, '-e', busy], { encoding: 'utf8', timeout: 20000, cwd: folder }).stdout);
const ways = { none: [], '10 ms': ['--cpu-prof', '--cpu-prof-interval=10000'], '1 ms': ['--cpu-prof'], '100 us': ['--cpu-prof', '--cpu-prof-interval=100'] };
const best = {};
for (let round = 0; round < 9; round++)
  for (const [name, flags] of Object.entries(ways)) best[name] = Math.min(best[name] ?? Infinity, took(flags));
for (const [name, ms] of Object.entries(best)) console.log(`profiler, interval ${name}: ${ms} ms`);
rmSync(folder, { recursive: true });
