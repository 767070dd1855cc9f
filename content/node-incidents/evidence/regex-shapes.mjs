// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: regex-review, regex-review-engine
//
// How the time of a failing match grows when the input is four times as long
// (twice for the exponential one), for five patterns: linear stays near 4,
// quadratic near 16, exponential explodes. Then
// an exponential one in V8's linear engine, which is behind a flag.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const time = (regex, text) => {
  let best = Infinity;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    regex.test(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
};
const cases = [
  ['/\\s+$/ on blanks before a letter', /\s+$/, (n) => ' '.repeat(n) + 'x', 5000, 4],
  ['/^\\s+|\\s+$/g, a trim by hand', /^\s+|\s+$/, (n) => 'x' + ' '.repeat(n) + 'x', 5000, 4],
  ['/^(\\w+\\s?)*$/ on words', /^(\w+\s?)*$/, (n) => 'a'.repeat(n) + '!', 13, 2],
  ['/^[\\w.]+@[\\w.]+$/', /^[\w.]+@[\w.]+$/, (n) => 'a'.repeat(n), 200000, 4],
  ['/<.*>.*<\\/.*>/ on "<" only', /<.*>.*<\/.*>/, (n) => '<'.repeat(n), 2500, 4],
];
const factor = {}, longer = {};
for (const [name, regex, make, n, times] of cases) {
  const one = time(regex, make(n)), two = time(regex, make(times * n));
  factor[name] = two / one;
  longer[name] = two;
  console.log(`${name}: ${n} characters ${one.toFixed(1)} ms, ${times * n} characters ${two.toFixed(1)} ms, factor ${(two / one).toFixed(1)}`);
}
const [tail, trim, words] = cases.map(([name]) => factor[name]);
assert.ok(tail > 7 && trim > 7 && words > 50 && longer[cases[3][0]] < 50);
const trimmed = 'x' + ' '.repeat(20000) + 'x';
const start = performance.now();
trimmed.trim();
console.log(`String.prototype.trim() on 20,002 characters: ${(performance.now() - start).toFixed(2)} ms`);

const linear = spawnSync(process.execPath, ['--enable-experimental-regexp-engine', '-e', `
  const regex = new RegExp('^(a+)+$', 'l'), start = performance.now();
  regex.test('a'.repeat(100000) + '!');
  console.log((performance.now() - start).toFixed(1));
`], { encoding: 'utf8', timeout: 20000 });
console.log(`linear engine, /^(a+)+$/l on 100,001 characters: ${linear.status === 0 ? `${linear.stdout.trim()} ms` : 'not available'}`);
