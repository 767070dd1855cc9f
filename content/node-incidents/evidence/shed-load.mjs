// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: shed-on-loop-delay
//
// A handler that needs 10 ms of CPU gets 200 requests per second for 3 s, twice
// what one thread can do. Once everything is accepted; once requests are
// answered 503 while the last timer was more than 50 ms late.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { fork } from 'node:child_process';

if (process.argv[2]) {
  const limit = Number(process.argv[2]);
  let late = 0, expected = performance.now() + 20;
  setInterval(() => { late = performance.now() - expected; expected = performance.now() + 20; }, 20);
  const server = http.createServer((request, response) => {
    if (Math.max(late, performance.now() - expected) > limit) {
      response.statusCode = 503;
      return response.end();
    }
    const end = performance.now() + 10;
    while (performance.now() < end);
    response.end('ok');
  }).listen(0, '127.0.0.1', () => process.send(server.address().port));
} else {
  const [open, shed] = [await offer('accept all', 1e9), await offer('shed', 50)];
  assert.ok(open > 10 * shed);
}

async function offer(name, limit) {
  const child = fork(new URL(import.meta.url).pathname, [String(limit)]);
  const port = await new Promise((next) => child.once('message', next));
  const agent = new http.Agent({ keepAlive: true });
  const times = [];
  const pending = [];
  let refused = 0, sent = 0;
  const ask = () => new Promise((next) => {
    const start = performance.now();
    http.get({ host: '127.0.0.1', port, agent }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 503) refused++; else times.push(performance.now() - start);
        next();
      });
    }).on('error', next);
  });
  const begin = performance.now();
  while (performance.now() - begin < 3000) {
    while (sent < (performance.now() - begin) / 5) { sent++; pending.push(ask()); }
    await new Promise((next) => setTimeout(next, 5));
  }
  await Promise.all(pending);
  child.kill();
  agent.destroy();
  times.sort((a, b) => a - b);
  const median = Math.round(times[times.length >> 1]);
  console.log(`${name}: ${sent} sent, ${times.length} served, ${refused} refused; median ${median}, p99 ${Math.round(times[Math.floor(times.length * 0.99)])} ms`);
  return median;
}
