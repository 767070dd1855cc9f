// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-resolve-or-lookup
//
// Forty hashes fill the thread pool. dns.lookup() waits behind them; a Resolver,
// which asks a server on loopback by itself, does not.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { once } from 'node:events';

const server = dgram.createSocket('udp4');
server.on('message', (question, peer) => {
  const reply = Buffer.concat([question, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 9])]);
  reply.writeUInt16BE(0x8180, 2);
  reply.writeUInt16BE(1, 6);
  reply.writeUInt16BE(0, 10);
  // What follows the question, an OPT record, is left out.
  let end = 12;
  while (question[end] !== 0)
    end += question[end] + 1;
  end += 5;
  server.send(Buffer.concat([reply.subarray(0, end), reply.subarray(question.length)]), peer.port, peer.address);
});
server.bind(0, '127.0.0.1');
await once(server, 'listening');
const resolver = new dns.promises.Resolver();
resolver.setServers([`127.0.0.1:${server.address().port}`]);

for (let i = 0; i < 40; i++)
  crypto.pbkdf2('secret', 'salt', 100_000, 64, 'sha512', () => {});
const start = performance.now();
const took = (promise) => promise.then((value) => [Math.round(performance.now() - start), value]);
const [[resolved, addresses], [looked]] = await Promise.all([
  took(resolver.resolve4('shop.example')),
  took(dns.promises.lookup('localhost')),
]);
console.log(`behind 40 hashes: resolve4 ${resolved} ms (${addresses}), lookup ${looked} ms`);
assert.ok(resolved * 3 < looked);
server.close();
process.exit();
