// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: invisible-retention
//
// Who keeps 1 MiB alive: a callback that does not mention it but was created
// beside one that does; a callback from a function of its own; an interval
// started inside AsyncLocalStorage.run(); a 20-character slice of a string of
// 1 MiB, and a copy of that slice. 100 of each; printed is what stays.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const child = `
  const { AsyncLocalStorage } = require('node:async_hooks');
  const MB = 1048576, kept = [], storage = new AsyncLocalStorage();
  const big = (i) => Array.from({ length: 131072 }, (_, k) => k + i + 0.5);
  const text = (i) => Buffer.alloc(MB, 97 + i % 26).toString('latin1');
  const ways = {
    neighbour(i) { const data = big(i); const use = () => data.length; use(); kept.push(() => i); },
    separate(i) { (() => { const data = big(i); const use = () => data.length; use(); })(); kept.push(() => i); },
    store(i) { storage.run({ data: big(i) }, () => kept.push(setInterval(() => {}, 1e6).unref())); },
    outside(i) { storage.run({ data: big(i) }, () => storage.exit(() => kept.push(setInterval(() => {}, 1e6).unref()))); },
    slice(i) { kept.push(text(i).slice(10, 30)); },
    copy(i) { kept.push(Buffer.from(text(i).slice(10, 30)).toString()); },
  };
  const used = () => { gc(); const m = process.memoryUsage(); return (m.heapUsed + m.external) / MB; };
  setTimeout(() => {
    const before = used();
    for (let i = 0; i < 100; i++) ways[process.argv[1]](i);
    setTimeout(() => { gc(); console.log(Math.round(used() - before)); process.exit(); }, 50);
  }, 10);
`;
const kept = {};
for (const way of ['neighbour', 'separate', 'store', 'outside', 'slice', 'copy']) {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', '-e', child, way], { encoding: 'utf8', timeout: 30000 });
  kept[way] = Number(stdout.trim());
  console.log(`${way.padEnd(10)} ${kept[way]} MiB stay`);
}
assert.ok(kept.neighbour > 80 && kept.separate < 10);
assert.ok(kept.store > 80 && kept.outside < 10);
assert.ok(kept.slice > 80 && kept.copy < 10);
