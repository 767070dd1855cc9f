// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: honest-probes
//
// The main thread is blocked for 5 s. A probe on the main server and one on a
// server in a worker thread, each with a timeout of 2 s. Then a worker that
// also asks whether the main thread has given a sign of life.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const code = `
const http = require("node:http"), { Worker } = require("node:worker_threads");
const beat = new Int32Array(new SharedArrayBuffer(4));
setInterval(() => Atomics.store(beat, 0, Date.now() % 1e9), 50);
const server = http.createServer((request, response) => response.end("ok")).listen(0, "127.0.0.1", () => {
  const worker = new Worker(\`
    const http = require("node:http"), { parentPort, workerData } = require("node:worker_threads");
    const server = http.createServer((request, response) => {
      const age = Date.now() % 1e9 - Atomics.load(workerData, 0);
      response.statusCode = request.url === "/strict" && age > 300 ? 503 : 200;
      response.end();
    }).listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
  \`, { eval: true, workerData: beat });
  worker.once("message", (port) => {
    console.log(server.address().port + " " + port);
    process.on("message", () => setTimeout(() => { const end = Date.now() + 5000; while (Date.now() < end); }, 10));
    setTimeout(() => process.exit(), 20000).unref();
  });
});
`;
const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
const [main, worker] = String((await once(child.stdout, 'data'))[0]).trim().split(' ');
const probe = (port, path) => fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2000) }).then((reply) => reply.status, (error) => error.name);
await probe(main, '/');
await probe(worker, '/');
child.send('block');
await new Promise((next) => setTimeout(next, 800));
const results = await Promise.all([probe(main, '/'), probe(worker, '/'), probe(worker, '/strict')]);
console.log(`during the block: main thread ${results[0]}, worker ${results[1]}, worker that looks at the heartbeat ${results[2]}`);
child.kill();
assert.deepEqual(results, ['TimeoutError', 200, 503]);
