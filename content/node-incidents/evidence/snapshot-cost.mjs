// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: leak-proof, gateway-latency, mcq-snapshot-where,
//           mcq-near-limit-flag
//
// What a heap snapshot costs: a process with a heap of many small objects
// writes one. Prints heap, pause, the peak of resident memory before and
// after, and the size of the file, which is deleted. The second part lets a
// process with a 24 MB old space die and shows that
// --heapsnapshot-near-heap-limit left a file behind.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'snapshot-cost-'));
const child = `
  const v8 = require('node:v8');
  const fs = require('node:fs');
  const keep = [];
  for (let i = 0; i < 300000; i++)
    keep.push({ id: i, name: 'n' + i, next: { a: i } });
  const mib = (bytes) => Math.round(bytes / 1048576);
  const heap = mib(process.memoryUsage().heapUsed);
  const peak = mib(process.resourceUsage().maxRSS * 1024);
  const start = performance.now();
  const file = v8.writeHeapSnapshot(process.argv[1] + '/one.heapsnapshot');
  console.log('heap ' + heap + ' MiB: pause ' + Math.round(performance.now() - start) + ' ms, peak rss '
              + peak + ' -> ' + mib(process.resourceUsage().maxRSS * 1024) + ' MiB, file ' + mib(fs.statSync(file).size) + ' MiB');
  if (keep.length === 0) process.exit(1);
`;
try {
  const cost = spawnSync(process.execPath, ['-e', child, folder], { encoding: 'utf8', timeout: 120000 });
  process.stdout.write(cost.stdout);
  assert.match(cost.stdout, /pause \d{3,} ms/);

  const dying = spawnSync(process.execPath,
                          ['--max-old-space-size=24', '--heapsnapshot-near-heap-limit=1', `--diagnostic-dir=${folder}`,
                           '-e', 'const keep = []; for (;;) keep.push(new Array(100).fill(0.5));'],
                          { encoding: 'utf8', timeout: 120000 });
  const files = readdirSync(folder).filter((name) => name.startsWith('Heap.'));
  console.log(`near the limit: ended by ${dying.signal ?? dying.status}, snapshots written ${files.length}`);
  assert.equal(dying.signal, 'SIGABRT');
  assert.equal(files.length, 1);
} finally {
  rmSync(folder, { recursive: true });
}
