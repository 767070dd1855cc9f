// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: honest-probes-evidence
//
// The main thread is blocked in JavaScript for 3 s. Is a report asked for by
// SIGUSR2 written before the block ends? Does a watchdog in a worker, with an
// inspector session to the main thread, get the stack before it ends?
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
const { Worker } = require("node:worker_threads");
const blocked = new Int32Array(new SharedArrayBuffer(4));
const watchdog = new Worker(\`
  const { parentPort, workerData } = require("node:worker_threads"), { Session } = require("node:inspector");
  const session = new Session();
  session.connectToMainThread();
  session.on("Debugger.paused", ({ params }) => {
    require("node:fs").writeSync(1, "stack " + params.callFrames[0].functionName + " " + Date.now() + "\\\\n");
    session.post("Debugger.resume", () => session.disconnect());
  });
  const poll = setInterval(() => {
    if (!Atomics.load(workerData, 0)) return;
    clearInterval(poll);
    setTimeout(() => { session.post("Debugger.enable"); session.post("Debugger.pause"); }, 500);
  }, 20);
  parentPort.postMessage("ready");
\`, { eval: true, workerData: blocked });
function culprit() { const end = Date.now() + 3000; let x = 0; while (Date.now() < end) x++; return x; }
watchdog.once("message", () => {
  setTimeout(() => { require("node:fs").writeSync(1, "block\\n"); Atomics.store(blocked, 0, 1); culprit(); require("node:fs").writeSync(1, "end " + Date.now() + "\\n"); }, 50);
  setTimeout(() => process.exit(), 5000);
});
`;
const child = spawn(process.execPath, ['--report-on-signal', `--report-directory=${folder}`, '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
let out = '';
child.stdout.setEncoding('utf8').on('data', (text) => {
  if (text.includes('block')) setTimeout(() => child.kill('SIGUSR2'), 300);
  out += text;
});
await once(child, 'exit');
const end = Number(/end (\d+)/.exec(out)[1]);
const [, name, at] = /stack (\S*) (\d+)/.exec(out) ?? [];
const reports = readdirSync(folder).map((file) => statSync(join(folder, file)).mtimeMs);
rmSync(folder, { recursive: true });
console.log(`report: ${reports.length} written, ${reports.length ? Math.round(reports[0] - end) : '-'} ms after the block`);
console.log(`watchdog in a worker: ${name ? `"${name}", ${end - at} ms before the end of the block` : 'no stack'}`);
assert.ok(reports.length === 1 && reports[0] >= end - 50);
assert.ok(name === 'culprit' && at < end);
