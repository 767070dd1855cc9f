// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-client-gone
//
// The client hangs up after 100 ms, the handler needs 400 ms in four steps: how
// many steps run, with and without an AbortController tied to "close".
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

async function run(tied) {
  let steps = 0;
  let finished;
  const done = new Promise((resolve) => { finished = resolve; });
  const server = http.createServer(async (request, response) => {
    const gone = new AbortController();
    if (tied)
      response.on('close', () => { if (!response.writableFinished) gone.abort(); });
    try {
      for (let i = 0; i < 4; i++) {
        await sleep(100, null, { signal: gone.signal });
        steps++;
      }
      response.end('report');
      finished('no error');
    } catch (error) {
      finished(error.name);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const request = http.get({ host: '127.0.0.1', port: server.address().port });
  request.on('error', () => {});
  await sleep(150);
  request.destroy();
  const end = await done;
  server.close();
  return { steps, end };
}
const plain = await run(false);
const tied = await run(true);
console.log(`steps after a hang-up: plain ${plain.steps} of 4 (${plain.end}), tied to close ${tied.steps} (${tied.end})`);
assert.equal(plain.steps, 4);
assert.equal(plain.end, 'no error');
assert.ok(tied.steps < 4 && tied.end === 'AbortError');
