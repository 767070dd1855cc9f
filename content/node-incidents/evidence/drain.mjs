// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: sigterm-drain, sigterm-drain-shell
//
// The shutdown of the answer, in a child: a request in flight when SIGTERM
// arrives, a new one afterwards, the exit code. Then the same program behind
// `sh -c` with and without exec, where the shell gets the signal.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const code = `
const http = require("node:http");
let draining = false;
const server = http.createServer((request, response) => {
  if (request.url === "/ready") { response.statusCode = draining ? 503 : 200; return response.end(); }
  if (draining) response.setHeader("Connection", "close");
  setTimeout(() => { if (draining) response.setHeader("Connection", "close"); response.end("done"); }, 400);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.once("SIGTERM", () => {
  draining = true;
  setTimeout(() => {
    console.log("closing");
    server.close(() => { console.log("closed"); process.exit(0); });
    setTimeout(() => { server.closeAllConnections(); process.exit(1); }, 5000).unref();
  }, 1000);
});
`;
const get = (port, path) => new Promise((resolve) => {
  http.get({ host: '127.0.0.1', port, path, agent: false }, (response) => response.resume().on('end', () => resolve(response.statusCode))).on('error', (error) => resolve(error.code));
});
const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = Number(String((await once(child.stdout, 'data'))[0]));
const flight = get(port, '/');
await sleep(100);
const exit = once(child, 'exit');
const closing = once(child.stdout, 'data');
child.kill('SIGTERM');
await sleep(200);
const ready = await get(port, '/ready'), during = get(port, '/');
await closing;
const late = await get(port, '/');
const [status] = await exit;
console.log(`in flight ${await flight}; readiness ${ready}; new during the pause ${await during}; new after it ${late}; exit code ${status}`);
assert.deepEqual([await flight, ready, await during, late, status], [200, 503, 200, 'ECONNREFUSED', 0]);

const listener = 'process.on("SIGTERM", () => { console.log("heard"); process.exit(0); }); setTimeout(() => process.exit(0), 1500); console.log("up");';
for (const [name, script] of [['sh -c "node ...; true"', `"${process.execPath}" -e '${listener}'; true`], ['sh -c "exec node ..."', `exec "${process.execPath}" -e '${listener}'`]]) {
  const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  shell.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
  while (!out.includes('up')) await once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  await once(shell.stdout, 'close');
  console.log(`${name}: Node ${out.includes('heard') ? 'heard SIGTERM' : 'heard nothing and ran on'}`);
  assert.equal(out.includes('heard'), name.includes('exec'));
}
