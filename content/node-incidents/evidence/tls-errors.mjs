// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: tls-night, tls-night-chain
//
// Certificates made for this run with openssl: a root, an intermediate and
// leaves. What a client that trusts the root sees: full chain, intermediate
// missing, expired leaf, another name, unknown root.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import tls from 'node:tls';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const folder = mkdtempSync(join(tmpdir(), 'tls-'));
const openssl = (...args) => { const run = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8', timeout: 20000 }); assert.equal(run.status, 0, run.stderr); };
const read = (name) => readFileSync(join(folder, name), 'utf8');
if (spawnSync('openssl', ['version']).status !== 0) {
  console.log('openssl is not here: not tried');
  process.exit(0);
}
const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
writeFileSync(join(folder, 'ca.ext'), 'basicConstraints=critical,CA:TRUE\n');
openssl('req', '-x509', ...ec, '-keyout', 'root.key', '-out', 'root.pem', '-days', '30', '-subj', '/CN=root', '-addext', 'basicConstraints=critical,CA:TRUE');
openssl('req', ...ec, '-keyout', 'mid.key', '-out', 'mid.csr', '-subj', '/CN=mid');
openssl('x509', '-req', '-in', 'mid.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-out', 'mid.pem', '-days', '30', '-extfile', 'ca.ext');
function leaf(name, host, days) {
  writeFileSync(join(folder, `${name}.ext`), `subjectAltName=DNS:${host}\n`);
  openssl('req', ...ec, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${host}`);
  openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'mid.pem', '-CAkey', 'mid.key', '-CAcreateserial', '-out', `${name}.pem`, '-days', days, '-extfile', `${name}.ext`);
}
leaf('good', 'api.test', '30');
leaf('old', 'api.test', '0');
openssl('req', '-x509', ...ec, '-keyout', 'other.key', '-out', 'other.pem', '-days', '30', '-subj', '/CN=other');

async function connect(key, chain, { ca = read('root.pem'), servername = 'api.test' } = {}) {
  const server = tls.createServer({ key: read(`${key}.key`), cert: chain.map((name) => read(`${name}.pem`)).join('') }, (socket) => socket.end());
  server.on('tlsClientError', () => {});
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const result = await new Promise((resolve) => {
    const socket = tls.connect({ port: server.address().port, host: '127.0.0.1', ca, servername }, () => { resolve('connected'); socket.destroy(); });
    socket.on('error', (error) => resolve(error.code));
  });
  server.close();
  return result;
}
await new Promise((next) => setTimeout(next, 1500));
const seen = {
  'full chain': await connect('good', ['good', 'mid']),
  'intermediate missing': await connect('good', ['good']),
  'expired leaf': await connect('old', ['old', 'mid']),
  'another name': await connect('good', ['good', 'mid'], { servername: 'www.test' }),
  'root not trusted': await connect('good', ['good', 'mid'], { ca: read('other.pem') }),
};
rmSync(folder, { recursive: true });
for (const [what, code] of Object.entries(seen)) console.log(`${what.padEnd(22)} ${code}`);
assert.equal(seen['full chain'], 'connected');
assert.equal(seen['expired leaf'], 'CERT_HAS_EXPIRED');
assert.equal(seen['another name'], 'ERR_TLS_CERT_ALTNAME_INVALID');
