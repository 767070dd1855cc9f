// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Runs every script in this folder with the Node that runs this one, prints
// what they print, and ends with exit code 1 when a claim did not hold.
import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
let failed = 0;
console.log(`Node ${process.version}`);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.mjs') && file !== 'run-all.mjs').sort()) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [join(folder, name)], { encoding: 'utf8', timeout: 180000 });
  console.log(`\n## ${name}${status === 0 ? '' : `: FAILED (${signal ?? status})`}\n${stdout.trim()}`);
  if (status !== 0) {
    failed++;
    console.log(stderr.trim());
  }
}
process.exit(failed ? 1 : 0);
