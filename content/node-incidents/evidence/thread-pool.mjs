// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: bottlenecks, mcq-dns-behind-hashes
//
// Forty password hashes are queued, then dns.lookup() of localhost and
// fs.stat() are asked for. Both wait behind the hashes in the libuv thread
// pool although the event loop stays free. The child runs with 4 threads (the
// default) and with 64; setting the variable inside the process is tried too.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const child = `
  const { monitorEventLoopDelay } = require('node:perf_hooks');
  const crypto = require('node:crypto');
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  for (let i = 0; i < 40; i++)
    crypto.pbkdf2('secret', 'salt', 100000, 64, 'sha512', () => {});
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  const result = {};
  const done = () => {
    if (result.lookup === undefined || result.stat === undefined) return;
    delay.disable();
    result.maxLoopDelay = Math.round(delay.max / 1e6);
    console.log(JSON.stringify(result));
    process.exit();
  };
  require('node:dns').lookup('localhost', () => { result.lookup = took(); done(); });
  require('node:fs').stat('.', () => { result.stat = took(); done(); });
`;

function run(name, threads) {
  const env = { ...process.env };
  delete env.UV_THREADPOOL_SIZE;
  if (threads)
    env.UV_THREADPOOL_SIZE = threads;
  const { stdout } = spawnSync(process.execPath, ['-e', child], { env, encoding: 'utf8', timeout: 60000 });
  const result = JSON.parse(stdout);
  console.log(`${name}: dns.lookup ${result.lookup} ms, fs.stat ${result.stat} ms, max loop delay ${result.maxLoopDelay} ms`);
  return result;
}

const few = run(' 4 threads', '');
const many = run('64 threads', '64');
assert.ok(few.lookup > 3 * few.maxLoopDelay);
assert.ok(few.lookup > 1.5 * many.lookup);
