// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: late-timers, late-timers-overflow
//
// A 100 ms interval meets a block of 650 ms: missed ticks are not made up.
// Then delays that are no good: beyond 2^31 - 1 ms, NaN and negative.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const spin = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };

const start = performance.now();
const ticks = [];
const interval = setInterval(() => ticks.push(Math.round(performance.now() - start)), 100);
setTimeout(() => spin(650), 150);
await new Promise((next) => setTimeout(next, 1250));
clearInterval(interval);
const gap = Math.max(...ticks.map((at, i) => at - (ticks[i - 1] ?? 0)));
console.log(`interval of 100 ms for 1,250 ms with one block of 650 ms: ${ticks.length} ticks at ${ticks.join(', ')} ms; longest gap ${gap}`);
assert.ok(ticks.length <= 8 && gap > 600);

process.removeAllListeners('warning');
const names = new Set();
process.on('warning', (warning) => names.add(warning.name));
for (const [name, delay] of [['30 days', 30 * 86400e3], ['NaN', NaN], ['-5', -5]]) {
  const began = performance.now();
  const early = await Promise.race([
    new Promise((next) => { const t = setTimeout(() => next(true), delay); setTimeout(() => clearTimeout(t), 300); }),
    new Promise((next) => setTimeout(() => next(false), 250)),
  ]);
  console.log(`setTimeout with ${name}: ${early ? `ran after ${Math.round(performance.now() - began)} ms` : 'did not run'}`);
  assert.ok(early);
}
console.log(`warnings: ${[...names].join(', ')}`);
assert.ok(names.has('TimeoutOverflowWarning'));
