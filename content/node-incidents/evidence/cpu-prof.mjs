// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-cpu-prof, cpu-without-traffic
//
// --cpu-prof writes a profile when the process ends, and the profile names the
// function that used the time. Two more children are ended by SIGTERM from
// outside, one without a listener and one whose listener calls process.exit():
// prints whether each left a profile.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

async function profile(code, signal) {
  const folder = mkdtempSync(join(tmpdir(), 'cpu-prof-'));
  try {
    const child = spawn(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, '-e', `${code} console.log("up");`],
                        { stdio: ['ignore', 'pipe', 'inherit'], timeout: 30000 });
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    if (signal)
      child.kill(signal);
    await exited;
    const [file] = readdirSync(folder);
    return file && JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { nodes } = await profile('const p = /^(a+)+$/; function validate(s) { return p.test(s); } validate("a".repeat(24) + "b");');
const samples = new Map();
for (const { callFrame, hitCount } of nodes)
  samples.set(callFrame.functionName, (samples.get(callFrame.functionName) ?? 0) + hitCount);
const [[hottest]] = [...samples].sort((a, b) => b[1] - a[1]);
console.log(`hottest: ${hottest}`);
assert.ok(hottest.includes('(a+)+') || hottest === 'validate');

const idle = 'setInterval(() => {}, 1000);';
const killed = await profile(idle, 'SIGTERM');
const listened = await profile(`process.on("SIGTERM", () => process.exit(0)); ${idle}`, 'SIGTERM');
console.log(`SIGTERM without listener: profile ${Boolean(killed)}; with a listener that exits: profile ${Boolean(listened)}`);
assert.ok(!killed && listened);
