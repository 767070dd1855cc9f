// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The shop's calls to the API, through a balancer that knows which pods are ready. With
// none of them it answers 503 itself.

import http from 'node:http';
import { answer, arrivals, randomFrom } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const random = randomFrom(8);
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
let ports = [];
let next = 0;
let sequence = 0;
let stats = { sent: 0, failed: 0, latencies: [] };

arrivals(() => Number(process.env.RPS) * F, () => {
  stats.sent++;
  if (!ports.length) {
    stats.failed++;
    return;
  }
  const started = performance.now();
  let over = false;
  const done = (ok) => {
    if (over)
      return;
    over = true;
    clearTimeout(timer);
    if (ok)
      stats.latencies.push(performance.now() - started);
    else
      stats.failed++;
  };
  const req = http.get({ host: '127.0.0.1', port: ports[next++ % ports.length], agent, headers: { 'x-request-id': `r-${(++sequence).toString(36)}` } }, (res) => {
    res.resume();
    res.on('end', () => done(res.statusCode === 200));
    res.on('error', () => done(false));
  });
  const timer = setTimeout(() => { done(false); req.destroy(); }, 10_000 / F);
  req.on('error', () => done(false));
}, random);

answer({
  ports(m) { ports = m.ports; },
  sample() {
    const result = stats;
    stats = { sent: 0, failed: 0, latencies: [] };
    return result;
  },
});
process.send({ type: 'ready' });
