// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: backpressure, mcq-unread-bodies
//
// Twenty fetches in a row whose bodies are not read, then twenty whose bodies
// are: prints how many connections each series opened on the server.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { once } from 'node:events';

for (const read of [false, true]) {
  const sockets = new Set();
  const server = http.createServer((request, response) => response.end('x'.repeat(200_000)));
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const kept = [];
  for (let i = 0; i < 20; i++) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}/`);
    kept.push(response);
    if (read)
      await response.text();
  }
  console.log(`bodies ${read ? 'read' : 'not read'}: ${sockets.size} connections`);
  assert.ok(read ? sockets.size <= 2 : sockets.size >= 15);
  assert.equal(kept.length, 20);
  server.closeAllConnections();
  server.close();
}
process.exit();
