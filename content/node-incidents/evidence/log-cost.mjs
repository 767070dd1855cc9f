// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: observability-signals-logs, prod-only-verbosity, mcq-debug-cost
//
// Writes 50 000 JSON lines with console.log to a file and to a pipe and prints
// how long the event loop was held.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const child = `
  const start = performance.now();
  for (let i = 0; i < 50000; i++)
    console.log(JSON.stringify({ time: Date.now(), level: 'debug', requestId: 'r-' + i, msg: 'cache miss', key: 'user:' + i }));
  process.stderr.write(String(Math.round(performance.now() - start)));
`;

async function held(out) {
  const run = spawn(process.execPath, ['-e', child], { stdio: ['ignore', out, 'pipe'] });
  run.stdout?.resume();
  let text = '';
  for await (const chunk of run.stderr)
    text += chunk;
  return Number(text);
}

const folder = mkdtempSync(join(tmpdir(), 'log-cost-'));
const file = openSync(join(folder, 'out.log'), 'w');
try {
  const toFile = await held(file);
  const toPipe = await held('pipe');
  console.log(`50 000 lines held the loop: file ${toFile} ms, pipe ${toPipe} ms`);
  assert.ok(toFile > 20 && toPipe > 20);
} finally {
  closeSync(file);
  rmSync(folder, { recursive: true });
}
