// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: rss-stays-high, rss-stays-high-proof
//
// RSS before, during and after a burst that is dropped entirely: once 200 MiB
// of objects, once 200 MiB of Buffers of 1 MiB, once 200 MiB of Buffers of
// 4 KiB. Then the same burst of objects five times in one process.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const child = `
  const MB = 1048576, bursts = {
    objects: () => Array.from({ length: 800000 }, (_, i) => ({ id: i, list: new Array(20).fill(i) })),
    large: () => Array.from({ length: 200 }, () => Buffer.alloc(MB, 1)),
    small: () => Array.from({ length: 51200 }, () => Buffer.alloc(4096, 1)),
  };
  const mb = () => Math.round(process.memoryUsage.rss() / MB);
  const turn = () => new Promise((next) => setTimeout(next, 30));
  (async () => {
    const row = [mb()];
    for (let i = 0; i < Number(process.argv[2]); i++) {
      let held = bursts[process.argv[1]]();
      row.push(mb());
      held = null;
      await turn(); gc(); await turn(); gc(); await turn();
      row.push(mb(), Math.round(process.memoryUsage().heapUsed / MB));
    }
    console.log(JSON.stringify(row));
  })();
`;
const run = (kind, times) => JSON.parse(spawnSync(process.execPath, ['--expose-gc', '-e', child, kind, String(times)], { encoding: 'utf8', timeout: 60000 }).stdout);
const rest = {};
for (const kind of ['objects', 'large', 'small']) {
  const [before, during, after, heap] = run(kind, 1);
  console.log(`${kind}: RSS ${before}, ${during}, after ${after} MiB (heap used ${heap})`);
  rest[kind] = (after - before) / (during - before);
  assert.ok(heap < 20);
}
const five = run('objects', 5);
const peaks = [1, 4, 7, 10, 13].map((i) => five[i]);
console.log(`five bursts of objects: peaks ${peaks.join(', ')}; between them ${[2, 5, 8, 11, 14].map((i) => five[i]).join(', ')}`);
assert.ok(rest.large < 0.2 && rest.small > 0.5);
assert.ok(peaks[4] < peaks[0] * 1.5);
