// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: emfile, emfile-accept
//
// A server that may open 40 descriptors gets 60 connections that stay open,
// then is asked to read a file. Printed: what the clients saw, what fs said.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import net from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const code = `
  const net = require('node:net'), fs = require('node:fs');
  const held = [];
  const server = net.createServer((socket) => { held.push(socket); socket.on('error', () => {}); });
  server.on('error', (error) => console.log('server error ' + error.code));
  server.on('drop', () => console.log('drop'));
  server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));
  setTimeout(() => {
    fs.open('/etc/hostname', 'r', (error) => {
      console.log('open: ' + (error ? error.code : 'ok'));
      console.log('accepted ' + held.length);
      process.exit();
    });
  }, 1200);
`;
const child = spawn('sh', ['-c', `ulimit -n 40; exec "${process.execPath}" -e '${code.replaceAll("'", `'"'"'`)}'`], { stdio: ['ignore', 'pipe', 'inherit'] });
let out = '';
child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
while (!/port (\d+)/.test(out)) await once(child.stdout, 'data');
const port = Number(/port (\d+)/.exec(out)[1]);
const seen = {};
const count = (what) => { seen[what] = (seen[what] ?? 0) + 1; };
let ended = false;
const sockets = Array.from({ length: 60 }, () => {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('connect', () => count('connected'));
  socket.on('error', (error) => { if (!ended) count(error.code); });
  socket.on('close', () => { if (!ended) count('closed by the server'); });
  return socket;
});
await new Promise((next) => setTimeout(next, 700));
console.log('clients:', JSON.stringify(seen));
ended = true;
await once(child, 'exit');
sockets.forEach((socket) => socket.destroy());
console.log(`server: ${out.trim().split('\n').slice(1).join('; ')}`);
assert.ok(out.includes('open: EMFILE'));
