// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: timeout-inventory
//
// Default timeouts of a server, of http.request() and of sockets; then a reply
// that drips one byte every 100 ms against an idle timeout of 300 ms and
// against a total of 800 ms.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';

const server = http.createServer((request, response) => {
  let left = 20;
  response.writeHead(200);
  const drip = setInterval(() => { response.write('x'); if (--left === 0) { clearInterval(drip); response.end(); } }, 100);
  response.on('close', () => clearInterval(drip));
});
for (const name of ['requestTimeout', 'headersTimeout', 'keepAliveTimeout', 'timeout', 'connectionsCheckingInterval', 'maxRequestsPerSocket'])
  console.log(`server.${name}: ${server[name]}`);
assert.equal(server.timeout, 0);
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = `http://127.0.0.1:${server.address().port}/`;

const ask = (options) => new Promise((resolve) => {
  const start = performance.now();
  const done = (what) => resolve(`${what} after ${Math.round((performance.now() - start) / 100) / 10} s`);
  const request = http.get(url, { agent: false, ...options }, (response) => response.resume().on('end', () => done('complete')).on('error', (error) => done(error.name)));
  console.log(`http.get timeout option: ${request.timeout ?? 'none'}`);
  request.on('timeout', () => request.destroy(new Error('idle'))).on('error', (error) => done(error.name));
});
const idle = await ask({ timeout: 300 });
console.log(`idle timeout of 300 ms: ${idle}`);
const total = await ask({ signal: AbortSignal.timeout(800) });
console.log(`AbortSignal.timeout(800): ${total}`);
const start = performance.now();
const whole = await fetch(url, { signal: AbortSignal.timeout(800) }).then((reply) => reply.text()).then(() => 'complete', (error) => error.name);
console.log(`fetch, the same signal: ${whole} after ${Math.round((performance.now() - start) / 100) / 10} s`);
assert.ok(idle.startsWith('complete') && total.startsWith('AbortError') && whole === 'TimeoutError');
server.closeAllConnections();
server.close();
