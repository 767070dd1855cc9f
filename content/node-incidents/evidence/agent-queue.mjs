// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: agent-queue
//
// One agent for two routes of an upstream: "fast" answers in 20 ms, "slow" in
// 1 s. With maxSockets 4 and eight slow calls before it, a fast call waits;
// with agents of their own it does not. Then fetch(): what the default does.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';

let open = 0, most = 0;
const server = http.createServer((request, response) => setTimeout(() => response.end('ok'), request.url === '/slow' ? 1000 : 20));
server.on('connection', (socket) => { most = Math.max(most, ++open); socket.on('close', () => open--); });
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.address();
const ask = (path, agent) => new Promise((resolve, reject) => {
  const start = performance.now();
  http.get({ host: '127.0.0.1', port, path, agent }, (response) => response.resume().on('end', () => resolve(Math.round(performance.now() - start)))).on('error', reject);
});

const shared = new http.Agent({ keepAlive: true, maxSockets: 4 });
const slow = Array.from({ length: 8 }, () => ask('/slow', shared));
const behind = ask('/fast', shared);
const waiting = Object.values(shared.requests).flat().length;
const behindMs = await behind;
await Promise.all(slow);
shared.destroy();
console.log(`shared agent, maxSockets 4: fast call ${behindMs} ms, ${waiting} requests queued in agent.requests`);

const one = new http.Agent({ keepAlive: true, maxSockets: 4 }), two = new http.Agent({ keepAlive: true, maxSockets: 4 });
const slowApart = Array.from({ length: 8 }, () => ask('/slow', one));
const apartMs = await ask('/fast', two);
await Promise.all(slowApart);
one.destroy(); two.destroy();
console.log(`an agent of its own: fast call ${apartMs} ms`);
assert.ok(behindMs > 1500 && apartMs < 500);

await new Promise((next) => setTimeout(next, 100));
most = 0;
await Promise.all(Array.from({ length: 50 }, () => fetch(`http://127.0.0.1:${port}/fast`).then((reply) => reply.text())));
console.log(`50 fetch calls at once: ${most} connections at most; http.globalAgent.maxSockets ${http.globalAgent.maxSockets}`);
assert.ok(most > 40);
server.closeAllConnections();
server.close();
