// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: paged-approach-restart, mcq-close-by-version
//
// How long server.close() takes: with one idle keep-alive connection, with a
// request in flight that needs 300 ms, and with the same request answered
// with "Connection: close" once draining has begun.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { once } from 'node:events';

async function close({ slow, polite }) {
  let draining = false;
  const server = http.createServer((request, response) => {
    setTimeout(() => {
      if (draining && polite)
        response.setHeader('Connection', 'close');
      response.end('ok');
    }, slow ? 300 : 0);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = new http.Agent({ keepAlive: true });
  const request = http.get({ port: server.address().port, host: '127.0.0.1', agent });
  const reply = once(request, 'response').then(async ([response]) => {
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  });
  if (slow) {
    await once(server, 'request');
  } else {
    await reply;
    await new Promise((next) => setTimeout(next, 50));
  }
  draining = true;
  const start = performance.now();
  await new Promise((done) => server.close(done));
  const took = Math.round(performance.now() - start);
  assert.equal(await reply, 200);
  agent.destroy();
  return took;
}

const idle = await close({ slow: false });
const busy = await close({ slow: true });
const polite = await close({ slow: true, polite: true });
console.log(`idle connection ${idle} ms; request in flight ${busy} ms; the same with "Connection: close" ${polite} ms`);
assert.ok(idle < 1000 && busy > 3000 && polite < 1500);
