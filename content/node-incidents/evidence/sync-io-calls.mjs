// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: hidden-sync-io, hidden-sync-io-limits
//
// --trace-sync-io names synchronous calls after the first turn of the loop.
// Which of five calls does it report?
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: see the table.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const calls = {
  'readFileSync': 'require("node:fs").readFileSync(process.execPath.slice(0, 1))',
  'statSync': 'require("node:fs").statSync(".")',
  'execSync': 'require("node:child_process").execSync("true")',
  'pbkdf2Sync': 'require("node:crypto").pbkdf2Sync("a", "b", 1000, 32, "sha256")',
  'JSON.parse': 'JSON.parse("[1]")',
};
const reported = {};
for (const [name, code] of Object.entries(calls)) {
  const { stderr } = spawnSync(process.execPath, ['--trace-sync-io', '-e', `setTimeout(() => { try { ${code} } catch {} }, 20)`], { encoding: 'utf8', timeout: 10000 });
  reported[name] = stderr.includes('Detected use of sync API');
  console.log(`${name.padEnd(12)} ${reported[name] ? 'reported' : 'silent'}`);
}
assert.ok(reported.statSync && !reported['JSON.parse']);
