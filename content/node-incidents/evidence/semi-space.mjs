// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: gc-generations, gc-generations-semi-space
//
// A program that makes 3,000,000 short-lived objects while 30,000 of them are
// in use at any time. Young collections and their time with the default
// young generation and with --max-semi-space-size of 16 and 64.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const child = `
  const { PerformanceObserver, constants } = require('node:perf_hooks');
  const young = { count: 0, ms: 0 }, full = { count: 0, ms: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const kind = entry.detail.kind === constants.NODE_PERFORMANCE_GC_MINOR ? young : full;
      kind.count++; kind.ms += entry.duration;
    }
  }).observe({ entryTypes: ['gc'] });
  const flight = new Array(30000);
  let made = 0;
  (function turn() {
    for (let i = 0; i < 20000; i++, made++)
      flight[made % 30000] = { id: made, body: new Array(20).fill(made), tags: { a: String(made) } };
    if (made < 3000000) return setImmediate(turn);
    setTimeout(() => console.log(JSON.stringify({ young: young.count, youngMs: Math.round(young.ms), full: full.count })), 50);
  })();
`;
const results = {};
for (const flags of [[], ['--max-semi-space-size=16'], ['--max-semi-space-size=64']]) {
  const { stdout } = spawnSync(process.execPath, [...flags, '-e', child], { encoding: 'utf8', timeout: 60000 });
  const result = results[flags[0]?.slice(-2) ?? 'default'] = JSON.parse(stdout);
  console.log(`${flags[0] ?? 'default'}: ${result.young} young collections, ${result.youngMs} ms in all; ${result.full} others`);
}
assert.ok(results[64].young * 1.5 < results[16].young);
