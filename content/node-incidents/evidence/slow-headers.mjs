// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-slow-headers
//
// A client that sends one header line every 50 ms and never finishes: when the
// server ends it with headersTimeout 500 ms, and that keepAliveTimeout does not.
// Prints the defaults as well.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { once } from 'node:events';

const plain = http.createServer();
console.log(`defaults: headersTimeout ${plain.headersTimeout}, requestTimeout ${plain.requestTimeout}, keepAliveTimeout ${plain.keepAliveTimeout}, timeout ${plain.timeout}`);
assert.deepEqual([plain.headersTimeout, plain.requestTimeout, plain.keepAliveTimeout, plain.timeout], [60000, 300000, 5000, 0]);

async function drip(options) {
  const server = http.createServer({ connectionsCheckingInterval: 100, ...options }, (request, response) => response.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const start = performance.now();
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
  let answer = '';
  socket.on('data', (data) => { answer += data; });
  const interval = setInterval(() => socket.write('X-Slow: 1\r\n'), 50);
  await Promise.race([once(socket, 'close'), new Promise((next) => setTimeout(next, 2500))]);
  clearInterval(interval);
  const took = Math.round(performance.now() - start);
  socket.destroy();
  server.closeAllConnections();
  server.close();
  return { took, status: answer.split('\r\n')[0] };
}
const headers = await drip({ headersTimeout: 500 });
const keepAlive = await drip({ keepAliveTimeout: 500 });
console.log(`headersTimeout 500: ${headers.status} after ${headers.took} ms; keepAliveTimeout 500: ${keepAlive.status || 'still open'} after ${keepAlive.took} ms`);
assert.ok(headers.status.includes('408') && headers.took < 1500 && keepAlive.status === '');
