// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: last-resort-handlers, mcq-lost-lines
//
// A process logs 20 000 lines to a pipe and calls process.exit(1) at once. The
// reader starts a second late, as a log collector may. Prints how many lines
// arrive with console.error and with fs.writeSync.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const writers = {
  'console.error': 'console.error("x".repeat(100));',
  'fs.writeSync': `for (;;) {
     try { require("node:fs").writeSync(2, "x".repeat(100) + "\\n"); break; }
     catch (error) { if (error.code !== "EAGAIN") throw error; }
   }`,
};

for (const [name, writer] of Object.entries(writers)) {
  const code = `for (let i = 0; i < 20000; i++) { ${writer} } process.exit(1);`;
  const { stdout } = spawnSync('sh', ['-c', '"$0" -e "$1" 2>&1 >/dev/null | (sleep 1; wc -l)', process.execPath, code],
                               { encoding: 'utf8', timeout: 30000 });
  const lines = Number(stdout);
  console.log(`${name.padEnd(14)} ${lines} of 20000 lines arrived`);
  assert.equal(lines === 20000, name === 'fs.writeSync');
}
