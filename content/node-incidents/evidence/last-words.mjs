// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: last-resort-handlers
//
// The listener of the answer, run with a limit of 600 ms in place of 5 s: a
// server with one request in flight dies of an error in a timer, once with a
// reply that comes in time and once with a reply that never comes. Prints the
// record, the client's outcome and the exit code.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';

const child = (replyAfter) => `
  const fs = require('node:fs');
  const http = require('node:http');
  const server = http.createServer((request, response) => {
    if (${replyAfter})
      setTimeout(() => { response.setHeader('Connection', 'close'); response.end('ok'); }, ${replyAfter});
    setTimeout(() => { throw new Error('late'); }, 20);
  });
  process.on('uncaughtException', (err, origin) => {
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 600).unref();
    try { fs.writeSync(2, origin + ': ' + err.message); } catch {}
    server.close(() => process.exit(1));
  });
  server.listen(0, '127.0.0.1', () => fs.writeSync(1, String(server.address().port)));
`;

for (const replyAfter of [200, 0]) {
  const run = spawn(process.execPath, ['-e', child(replyAfter)], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 10000 });
  let record = '';
  run.stderr.on('data', (text) => { record += text; });
  const closed = once(run, 'close');
  const [port] = await once(run.stdout, 'data');
  const status = await new Promise((resolve) => {
    http.get({ port: Number(port), host: '127.0.0.1' }, (response) => response.resume().on('end', () => resolve(response.statusCode)))
      .on('error', (error) => resolve(error.code));
  });
  const [code] = await closed;
  console.log(`reply ${replyAfter ? 'in time' : 'never  '}: record "${record}", client got ${status}, exit code ${code}`);
  assert.equal(code, 1);
  assert.equal(record, 'uncaughtException: late');
  assert.equal(status, replyAfter ? 200 : 'ECONNRESET');
}
