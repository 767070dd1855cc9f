// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: socket-error-codes
//
// Seven failures on loopback and the code each leaves.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const code = (work) => new Promise((resolve) => work((error) => resolve(error?.code ?? String(error?.message ?? error))));
const listen = async (handler) => { const server = net.createServer(handler); server.listen(0, '127.0.0.1'); await once(server, 'listening'); return server; };
const get = (port, done, extra = {}) => http.get({ host: '127.0.0.1', port, agent: false, ...extra }, (response) => response.resume().on('error', done).on('end', () => done('complete'))).on('error', done);
const seen = {};

const gone = await listen(() => {});
const freePort = gone.address().port;
gone.close();
await once(gone, 'close');
seen['nobody listens'] = await code((done) => get(freePort, done));

const hangUp = await listen((socket) => socket.once('data', () => socket.destroy()));
seen['closed before the reply'] = await code((done) => get(hangUp.address().port, done));
const reset = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
seen['reset before the reply'] = await code((done) => get(reset.address().port, done));
const half = await listen((socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345', () => socket.destroy())));
seen['closed within the body'] = await code((done) => get(half.address().port, done));
const late = await listen((socket) => { socket.on('error', () => {}); socket.resetAndDestroy(); });
seen['written after the reset'] = await code((done) => {
  const socket = net.connect(late.address().port, '127.0.0.1');
  const codes = [];
  socket.on('error', (error) => codes.push(error.code)).on('close', () => done({ code: codes.join() }));
  const timer = setInterval(() => { if (socket.destroyed) clearInterval(timer); else socket.write('x'); }, 5);
});
const silent = await listen(() => {});
seen['no reply within a timeout of ours'] = await code((done) => get(silent.address().port, done, { signal: AbortSignal.timeout(100) }));
seen['written to a program that closed its input'] = await code((done) => {
  const child = spawn('sh', ['-c', 'exec <&-; echo closed; sleep 2'], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', done);
  child.stdout.once('data', () => child.stdin.write('x'));
});
for (const [what, error] of Object.entries(seen)) console.log(`${what.padEnd(44)} ${error}`);
for (const server of [hangUp, reset, half, late, silent]) server.close();
assert.equal(seen['nobody listens'], 'ECONNREFUSED');
assert.equal(seen['closed before the reply'], 'ECONNRESET');
assert.equal(seen['written to a program that closed its input'], 'EPIPE');
assert.equal(seen['closed within the body'], 'ECONNRESET');
process.exit(0);
