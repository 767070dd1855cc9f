// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: isolate-thread-pool, lookup-or-resolve
//
// With one pool thread kept busy for about a second by scrypt, which
// operations finish meanwhile? Those that do not need the thread pool.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import zlib from 'node:zlib';
import crypto from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';

if (process.env.UV_THREADPOOL_SIZE !== '1') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [new URL(import.meta.url).pathname], { env: { ...process.env, UV_THREADPOOL_SIZE: '1' }, encoding: 'utf8', timeout: 30000 });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exit(status);
}

const server = http.createServer((request, response) => response.end('ok'));
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.address();
const name = dgram.createSocket('udp4');
name.on('message', (query, from) => {
  const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
  const head = Buffer.from(query.subarray(0, 12));
  head[2] = 0x81; head[3] = 0x80; head[7] = 1; head[11] = 0;
  name.send(Buffer.concat([head, query.subarray(12, query.indexOf(0, 12) + 5), answer]), from.port, from.address);
});
await new Promise((ready) => name.bind(0, '127.0.0.1', ready));
const resolver = new dns.Resolver();
resolver.setServers([`127.0.0.1:${name.address().port}`]);
await new Promise((next) => http.get({ host: '127.0.0.1', port, agent: false }, (response) => response.resume().on('end', next)));

const start = performance.now();
let freed = 0;
crypto.scrypt('secret', 'salt', 64, { N: 2 ** 18, maxmem: 512 * 2 ** 20 }, () => { freed = performance.now() - start; });

const took = {};
const measure = (label, begin) => begin(() => { took[label] = performance.now() - start; });
measure('fs.stat', (done) => fs.stat('.', done));
measure('dns.lookup', (done) => dns.lookup('localhost', done));
measure('dns.resolve4', (done) => resolver.resolve4('db.example.test', (error) => { assert.ifError(error); done(); }));
measure('zlib.gzip', (done) => zlib.gzip('x'.repeat(1000), done));
measure('crypto.randomBytes, with callback', (done) => crypto.randomBytes(16, done));
measure('http.get to 127.0.0.1', (done) => http.get({ host: '127.0.0.1', port, agent: false }, (response) => response.resume().on('end', done)));
measure('http.get to localhost', (done) => http.get({ host: 'localhost', port, agent: false, family: 4 }, (response) => response.resume().on('end', done)));
measure('child process', (done) => spawn('true').on('exit', done));
measure('timer', (done) => setTimeout(done, 10));
await new Promise((next) => { const poll = setInterval(() => { if (freed && Object.keys(took).length === 9) { clearInterval(poll); next(); } }, 20); });

console.log(`one thread, busy for ${Math.round(freed)} ms`);
for (const [label, ms] of Object.entries(took))
  console.log(`${label.padEnd(34)} ${String(Math.round(ms)).padStart(5)} ms  ${ms < freed ? 'free' : 'waited'}`);
server.closeAllConnections(); server.close(); name.close();
const waited = Object.keys(took).filter((label) => took[label] >= freed);
assert.deepEqual(waited.sort(), ['crypto.randomBytes, with callback', 'dns.lookup', 'fs.stat', 'http.get to localhost', 'zlib.gzip'].sort());
