// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-agent-queue, mcq-agent-timeout
//
// Twenty requests through an agent with maxSockets 5 to a server that takes
// 100 ms: when the last reply came. Then a request that waits in the agent's
// queue: does its "timeout" option, or a signal, end it while it has no socket?
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { once } from 'node:events';

const server = http.createServer((request, response) => setTimeout(() => response.end('ok'), Number(request.url.slice(1))));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address();

const get = (agent, ms, more = {}) => new Promise((resolve) => {
  const start = performance.now();
  const request = http.get({ host: '127.0.0.1', port, path: `/${ms}`, agent, ...more }, (response) => {
    response.resume().on('end', () => resolve({ took: performance.now() - start }));
  });
  request.on('timeout', () => request.destroy(new Error('timeout')));
  request.on('error', () => resolve({ took: performance.now() - start, failed: true }));
});

const agent = new http.Agent({ maxSockets: 5 });
const replies = await Promise.all(Array.from({ length: 20 }, () => get(agent, 100)));
const last = Math.max(...replies.map((reply) => reply.took));
console.log(`20 requests, 5 sockets, 100 ms each: last after ${Math.round(last)} ms`);
assert.ok(last > 390 && last < 1500);

const single = new http.Agent({ maxSockets: 1 });
const blocker = get(single, 1000);
const queued = await get(single, 10, { timeout: 300 });
await blocker;
console.log(`queued for 1,000 ms with timeout 300: ${queued.failed ? 'timed out' : 'answered'} after ${Math.round(queued.took)} ms`);
assert.ok(!queued.failed && queued.took > 900);

const one = new http.Agent({ maxSockets: 1 });
const holder = get(one, 1000);
const signalled = await get(one, 10, { signal: AbortSignal.timeout(300) });
await holder;
console.log(`the same with a signal of 300 ms: ${signalled.failed ? 'ended' : 'answered'} after ${Math.round(signalled.took)} ms`);
assert.ok(signalled.failed && signalled.took > 900);
server.close();
