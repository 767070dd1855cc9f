// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: night-502, night-502-retry
//
// A server that closes idle connections after 300 ms and its buffer of 1 s, and a
// client that reuses one before and after that. The client is a bare socket,
// as a balancer would be that does not read the Keep-Alive header. Printed: the
// idle time, and whether the second request got a reply.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';

const server = http.createServer((request, response) => { handled++; response.end('ok'); });
let handled = 0;
server.keepAliveTimeout = 300;
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
console.log(`keepAliveTimeout default ${http.createServer().keepAliveTimeout}, buffer ${server.keepAliveTimeoutBuffer ?? 'none'}`);
const buffer = server.keepAliveTimeoutBuffer ?? 1000;

// The request is sent from a process that does not look at the socket's end
// first: allowHalfOpen keeps the socket writable after the server's FIN.
function reuse(idle) {
  return new Promise((resolve) => {
    const socket = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
    let replies = 0, result = 'no reply', header = '';
    socket.on('data', (data) => { replies++; header ||= /Keep-Alive: (.*)/i.exec(data)?.[1].trim() ?? 'none'; if (replies === 1) setTimeout(send, idle); if (replies === 2) { result = 'reply'; socket.destroy(); } });
    socket.on('error', (error) => { result = error.code; });
    socket.on('close', () => resolve([result, header]));
    const send = () => socket.writable && socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    send();
    setTimeout(() => socket.destroy(), idle + 4000);
  });
}
const results = {};
for (const [name, idle] of [['before', 150], ['after', 300 + buffer + 150]]) {
  handled = 0;
  const [result, header] = await reuse(idle);
  results[name] = [result, handled];
  console.log(`reused after ${idle} ms: ${result}; requests the application saw: ${handled}; server announced "${header}"`);
}
server.closeAllConnections();
server.close();
assert.deepEqual(results.before, ['reply', 2]);
assert.notEqual(results.after[0], 'reply');
assert.equal(results.after[1], 1);
