// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-cluster-blocked
//
// Four cluster workers, one of which blocks its loop for 3 s. Twenty new
// connections arrive meanwhile: prints how many of them that worker answered in
// the end. A second request on a connection that it already holds is measured as
// well.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import cluster from 'node:cluster';
import http from 'node:http';
import { once } from 'node:events';

const BLOCK_MS = 3000;

if (cluster.isWorker) {
  http.createServer((request, response) => {
    response.end(String(process.pid));
    if (request.url === '/block')
      setImmediate(() => { const end = Date.now() + BLOCK_MS; while (Date.now() < end); });
  }).listen(0, '127.0.0.1');
} else {
  const workers = Array.from({ length: 4 }, () => cluster.fork());
  const addresses = await Promise.all(workers.map((worker) => once(worker, 'listening')));
  const { port } = addresses[0][0];
  const get = (path, agent) => new Promise((resolve, reject) => {
    const start = performance.now();
    http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
      let pid = '';
      response.setEncoding('utf8').on('data', (text) => { pid += text; });
      response.on('end', () => resolve({ pid, start, took: performance.now() - start }));
    }).on('error', reject);
  });

  const kept = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { pid } = await get('/block', kept);
  const blocked = performance.now();
  await new Promise((next) => setTimeout(next, 50));
  const onHeld = get('/', kept);
  const replies = [];
  for (let i = 0; i < 20; i++) {
    replies.push(get('/', false));
    await new Promise((next) => setTimeout(next, 20));
  }
  const caught = (await Promise.all(replies)).filter((reply) => reply.pid === pid
                                                                 && reply.start < blocked + BLOCK_MS / 2);
  const held = (await onHeld).took;
  console.log(`20 new connections: ${caught.length} with the blocked worker, answered after ${caught.map(({ took }) => Math.round(took))} ms; `
              + `the connection it held: ${Math.round(held)} ms`);
  assert.ok(caught.length <= 2 && held > 1500);
  for (const worker of workers)
    worker.kill('SIGKILL');
  process.exit();
}
