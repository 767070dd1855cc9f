// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: slow-client
//
// Ten clients ask for 20 MB and stop reading after the headers. Server memory
// in flight (writableLength) when the handler ignores write() and when it uses
// pipeline(); and whether an idle timeout of 500 ms removes such a client.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const chunk = Buffer.alloc(100000, 97);
async function run(careful) {
  const open = new Set();
  let removed = 0;
  const server = http.createServer((request, response) => {
    open.add(response);
    response.on('close', () => { open.delete(response); });
    if (careful) return pipeline(Readable.from((function* () { for (let i = 0; i < 200; i++) yield chunk; })()), response).catch(() => {});
    for (let i = 0; i < 200; i++) response.write(chunk);
    response.end();
  });
  if (careful) server.setTimeout(500, (socket) => { removed++; socket.destroy(); });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const sockets = Array.from({ length: 10 }, () => {
    const socket = net.connect(server.address().port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
    socket.on('error', () => {});
    socket.pause();
    return socket;
  });
  await new Promise((next) => setTimeout(next, 400));
  const waiting = [...open].reduce((sum, response) => sum + response.writableLength, 0) / 1e6;
  await new Promise((next) => setTimeout(next, 1200));
  console.log(`${careful ? 'pipeline' : 'write() ignored'}: ${waiting.toFixed(1)} MB wait in the process${careful ? `; ${removed} of 10 removed by the idle timeout` : ''}`);
  sockets.forEach((socket) => socket.destroy());
  server.closeAllConnections();
  server.close();
  return [waiting, removed];
}
const [ignored] = await run(false);
const [heeded, removed] = await run(true);
assert.ok(ignored > 100 && heeded < 20 && removed === 10);
