// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-fetch-timeout, mcq-refused-or-dropped, mcq-family-timeout
//
// A server that accepts and never answers: http.get() without options emits
// "timeout" after 5 s, set by the default agent, and goes on waiting.
// AbortSignal.timeout(200) ends fetch() with TimeoutError. A port without a
// listener refuses at once. Prints the defaults for trying address families.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds; the last line differs.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { once } from 'node:events';

const silent = net.createServer((socket) => socket.on('error', () => {}));
silent.listen(0, '127.0.0.1');
await once(silent, 'listening');
const { port } = silent.address();

let ended = false;
let warned = 0;
const asked = performance.now();
const request = http.get({ host: '127.0.0.1', port }).on('error', () => { ended = true; }).on('response', () => { ended = true; })
  .on('timeout', () => { warned = performance.now() - asked; });
await new Promise((next) => setTimeout(next, 6500));
console.log(`http.get without options: "timeout" after ${Math.round(warned)} ms, at 6.5 s ${ended ? 'ended' : 'still waiting'}`);
assert.ok(!ended && warned > 4000);
request.destroy();

const start = performance.now();
const error = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(200) }).catch((reason) => reason);
console.log(`fetch with a signal of 200 ms: ${error.name} after ${Math.round(performance.now() - start)} ms`);
assert.equal(error.name, 'TimeoutError');

const free = net.createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const closed = free.address().port;
free.close();
await once(free, 'close');
const begin = performance.now();
const [refusal] = await once(net.connect(closed, '127.0.0.1'), 'error').catch((reason) => [reason]);
console.log(`port without listener: ${refusal.code} after ${Math.round(performance.now() - begin)} ms`);
assert.equal(refusal.code, 'ECONNREFUSED');

console.log(`autoSelectFamily ${net.getDefaultAutoSelectFamily()}, attempt timeout ${net.getDefaultAutoSelectFamilyAttemptTimeout()} ms`);
assert.ok(net.getDefaultAutoSelectFamily());
process.exit();
