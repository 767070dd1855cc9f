// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: backpressure, mcq-write-false, mcq-ignored-false
//
// Sends 1 000 x 100 KB to a peer on loopback that does not read. Once write()
// is called without looking at its result, once the sender stops at false.
// Prints the bytes buffered in the sender and its resident memory.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import net from 'node:net';
import { once } from 'node:events';

const server = net.createServer((socket) => socket.pause().on('error', () => {}));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const mb = (bytes) => Math.round(bytes / 1e6);

for (const careful of [true, false]) {
  const socket = net.connect(server.address().port, '127.0.0.1');
  await once(socket, 'connect');
  let sent = 0;
  for (; sent < 1000; sent++) {
    const room = socket.write(Buffer.alloc(100_000, 1));
    await new Promise((next) => setImmediate(next));
    if (careful && !room && socket.writableNeedDrain)
      break;
  }
  console.log(`${careful ? 'stops at false' : 'ignores false '}: ${mb(socket.writableLength)} MB buffered, rss ${mb(process.memoryUsage.rss())} MB`);
  if (careful)
    assert.ok(socket.writableLength <= 200_000);
  else
    assert.ok(socket.writableLength > 80e6);
  socket.destroy();
}
server.close();
process.exit();
