// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: happy-eyeballs, happy-eyeballs-single
//
// A name with two addresses of which the first does not answer: a listener
// that is stopped and whose backlog is full. How long the connection takes
// with the default attempt timeout, with 50 ms, and with one address only.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import net from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

console.log(`autoSelectFamily ${net.getDefaultAutoSelectFamily()}, attempt timeout ${net.getDefaultAutoSelectFamilyAttemptTimeout()} ms`);
const server = net.createServer((socket) => socket.end());
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address();
const child = spawn(process.execPath, ['-e', `require('node:net').createServer().listen({ port: ${port}, host: '127.0.0.2', backlog: 1 }, () => console.log('up'))`]);
await once(child.stdout, 'data');
child.kill('SIGSTOP');
const fill = Array.from({ length: 8 }, () => net.connect({ port, host: '127.0.0.2' }).on('error', () => {}));
await new Promise((next) => setTimeout(next, 300));

function connect(addresses, extra) {
  return new Promise((resolve) => {
    const start = performance.now();
    const lookup = (name, options, done) => options.all ? done(null, addresses.map((address) => ({ address, family: 4 }))) : done(null, addresses[0], 4);
    const socket = net.connect({ port, host: 'two.test', lookup, autoSelectFamily: true, ...extra });
    const done = (what) => { clearTimeout(limit); socket.destroy(); resolve([what, Math.round(performance.now() - start)]); };
    const limit = setTimeout(() => done('still waiting'), 2000);
    socket.on('connect', () => done('connected')).on('error', (error) => done(`${error.name} ${error.code}`));
  });
}
const cases = {
  'dead, then good; default': [['127.0.0.2', '127.0.0.1'], {}],
  'dead, then good; 50 ms': [['127.0.0.2', '127.0.0.1'], { autoSelectFamilyAttemptTimeout: 50 }],
  'dead only': [['127.0.0.2'], {}],
  'dead, dead': [['127.0.0.2', '127.0.0.2'], { autoSelectFamilyAttemptTimeout: 50 }],
  'good, dead': [['127.0.0.1', '127.0.0.2'], {}],
};
const results = {};
for (const [name, args] of Object.entries(cases)) {
  results[name] = await connect(...args);
  console.log(`${name}: ${results[name].join(' after ')} ms`);
}
fill.forEach((socket) => socket.destroy());
child.kill('SIGKILL');
server.close();
assert.equal(results['dead, then good; default'][0], 'connected');
assert.ok(results['dead, then good; default'][1] >= net.getDefaultAutoSelectFamilyAttemptTimeout() - 5);
assert.ok(results['good, dead'][1] < 200);
process.exit(0);
