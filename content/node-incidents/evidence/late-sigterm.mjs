// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: paged-approach-restart, mcq-pid-1, mcq-late-sigterm
//
// A SIGTERM listener is JavaScript: it runs when the loop is free again. The
// child blocks for 1.5 s and gets SIGTERM 200 ms in. Also tried, where the
// system allows namespaces: Node as PID 1 with and without a listener.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const child = spawn(process.execPath, ['-e', `
  process.on('SIGTERM', () => { console.log('ran'); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('ready');
  setImmediate(() => { const end = Date.now() + 1500; while (Date.now() < end); });
`], { stdio: ['ignore', 'pipe', 'inherit'] });
await once(child.stdout, 'data');
await new Promise((next) => setTimeout(next, 200));
const sent = performance.now();
child.kill('SIGTERM');
await once(child, 'exit');
const late = Math.round(performance.now() - sent);
console.log(`listener of a blocked loop ran ${late} ms after the signal`);
assert.ok(late > 700);

function asFirstProcess(listener) {
  const code = `${listener} setTimeout(() => { console.log("survived"); process.exit(0); }, 800); console.log("up");
                require("node:child_process").spawn("sh", ["-c", "sleep 0.2; kill -TERM 1"]);`;
  return spawnSync('unshare', ['-Urpf', '--mount-proc', process.execPath, '-e', code], { encoding: 'utf8', timeout: 15000 });
}
const bare = asFirstProcess('');
if (bare.stdout?.includes('up')) {
  const listening = asFirstProcess('process.on("SIGTERM", () => process.exit(0));');
  console.log(`as PID 1: without listener ${bare.stdout.includes('survived') ? 'SIGTERM was ignored' : 'ended'}, `
              + `with listener ${listening.stdout.includes('survived') ? 'SIGTERM was ignored' : 'ended'}`);
  assert.ok(bare.stdout.includes('survived') && !listening.stdout.includes('survived'));
} else {
  console.log('namespaces are not allowed here: PID 1 not tried');
}
