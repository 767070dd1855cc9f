// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: honest-probes-evidence
//
// The main thread is blocked in JavaScript for 3 s. Is a report asked for by
// SIGUSR2 written before the block ends?
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const code = `
  const { writeSync } = require("node:fs");
  setTimeout(() => {
    writeSync(1, "block\\n");
    const end = Date.now() + 3000;
    let x = 0;
    while (Date.now() < end) x++;
    writeSync(1, "end " + Date.now() + "\\n");
  }, 50);
  setTimeout(() => process.exit(), 5000);
`;
const child = spawn(process.execPath, ['--report-on-signal', `--report-directory=${folder}`, '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
let out = '';
child.stdout.setEncoding('utf8').on('data', (text) => {
  if (text.includes('block')) setTimeout(() => child.kill('SIGUSR2'), 300);
  out += text;
});
await once(child, 'exit');
const end = Number(/end (\d+)/.exec(out)[1]);
const reports = readdirSync(folder).map((file) => statSync(join(folder, file)).mtimeMs);
rmSync(folder, { recursive: true });
console.log(`${reports.length} report, ${Math.round(reports[0] - end)} ms after the block`);
assert.ok(reports.length === 1 && reports[0] >= end - 50);
