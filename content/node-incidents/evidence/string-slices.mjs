// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-string-slice
//
// Keeps 20 characters of each of 200 strings of 1 MiB: by slice(), and by a copy
// through a Buffer. Prints what each way holds after full collections, in the heap
// and outside it: where a long string lies depends on how it was made.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const child = `
  const ways = { slice: (s) => s.slice(10, 30), copy: (s) => Buffer.from(s.slice(10, 30)).toString() };
  const way = ways[process.argv[1]];
  const kept = [];
  gc();
  const heap = () => { const m = process.memoryUsage(); return m.heapUsed + m.external; };
  const start = heap();
  for (let i = 0; i < 200; i++)
    kept.push(way(Buffer.alloc(1024 * 1024, 97 + i % 20).toString('latin1')));
  let rounds = 5;
  const settle = () => {
    gc();
    if (--rounds) setTimeout(settle, 50);
    else console.log(Math.round((heap() - start) / 1048576), kept.length);
  };
  settle();
`;
const held = (way) => {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', '-e', child, way], { encoding: 'utf8', timeout: 60000 });
  return parseInt(stdout, 10);
};
const slice = held('slice');
const copy = held('copy');
console.log(`200 parts of 20 characters: slice() holds ${slice} MiB, a copy ${copy} MiB`);
assert.ok(slice > 150 && copy < 10);
