// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: premature-close, premature-close-truncated, upload-memory-truncated
//
// A source fails in the middle of a chunked reply. What the client sees when
// the server then calls response.end() and when it destroys the response; what
// pipeline() reports when the client leaves in the middle.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const chunk = Buffer.alloc(10000, 97);
const failing = () => Readable.from((async function* () { for (let i = 0; i < 5; i++) yield chunk; throw new Error('database went away'); })());
const endless = () => Readable.from((async function* () { for (;;) { yield chunk; await new Promise((next) => setImmediate(next)); } })());
let left;
const leaving = new Promise((next) => { left = next; });
const server = http.createServer((request, response) => {
  if (request.url === '/end') failing().on('error', () => response.end()).pipe(response);
  else if (request.url === '/pipeline') pipeline(failing(), response).catch(() => {});
  else pipeline(endless(), response).catch((error) => left(error.code));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
const seen = {};
for (const way of ['end', 'pipeline']) {
  seen[way] = await fetch(`${base}/${way}`).then(async (reply) => `status ${reply.status}, ${(await reply.arrayBuffer()).byteLength} bytes, complete`, (error) => error.message).catch((error) => `${error.name}: ${error.message}`);
  console.log(`${way}: ${seen[way]}`);
}
const control = new AbortController();
const reply = await fetch(`${base}/leave`, { signal: control.signal });
await reply.body.getReader().read();
control.abort();
const code = await leaving;
console.log(`client leaves: pipeline reports ${code}`);
server.closeAllConnections();
server.close();
assert.ok(seen.end.includes('complete') && !seen.pipeline.includes('complete'));
assert.equal(code, 'ERR_STREAM_PREMATURE_CLOSE');
