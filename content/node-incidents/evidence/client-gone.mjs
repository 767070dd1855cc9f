// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: client-gone, timeout-inventory-total
//
// A client gives up after 150 ms on a handler with ten steps of 50 ms. How many
// steps run when the handler takes no notice, and when it stops at the close of
// the response. Also which events say that the client has gone.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

async function run(heeds) {
  let steps = 0, finished;
  const events = new Set(), ended = new Promise((next) => { finished = next; });
  const server = http.createServer(async (request, response) => {
    if (request.url === '/warm') return response.end();
    const gone = new AbortController();
    response.on('close', () => { events.add(`response close, writableFinished ${response.writableFinished}`); gone.abort(); });
    request.on('close', () => events.add('request close')).on('aborted', () => events.add('request aborted')).on('error', (error) => events.add(`request ${error.code}`));
    try {
      for (; steps < 10; steps++) await sleep(50, null, heeds ? { signal: gone.signal } : {});
      response.end('done');
    } catch (error) { events.add(error.name); }
    finished();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  await fetch(`http://127.0.0.1:${server.address().port}/warm`).then((reply) => reply.text());
  await fetch(`http://127.0.0.1:${server.address().port}/`, { signal: AbortSignal.timeout(150) }).catch(() => {});
  await ended;
  server.closeAllConnections();
  server.close();
  console.log(`${heeds ? 'stops with the client' : 'takes no notice'}: ${steps} of 10 steps; ${[...events].join('; ')}`);
  return steps;
}
const without = await run(false), within = await run(true);
assert.ok(without === 10 && within < 8);
