// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-reused-socket
//
// A server that closes a connection on which a second request arrives: what the
// client's agent reports, and whether it says that the socket had been used before.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { once } from 'node:events';

const server = net.createServer((socket) => {
  let requests = 0;
  socket.on('error', () => {});
  socket.on('data', () => {
    if (++requests === 1)
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok');
    else
      socket.resetAndDestroy();
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const agent = new http.Agent({ keepAlive: true });
const get = () => new Promise((resolve) => {
  const request = http.get({ host: '127.0.0.1', port: server.address().port, agent }, (response) => {
    response.resume().on('end', () => resolve({ status: response.statusCode, reused: request.reusedSocket }));
  });
  request.on('error', (error) => resolve({ code: error.code, reused: request.reusedSocket }));
});
const first = await get();
await new Promise((next) => setTimeout(next, 20));
const second = await get();
console.log(`first: ${JSON.stringify(first)}, second: ${JSON.stringify(second)}`);
assert.deepEqual(second, { code: 'ECONNRESET', reused: true });
agent.destroy();
server.close();
