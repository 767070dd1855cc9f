// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The customers and the gateway in front of the shop: open-loop arrivals, one in six a
// checkout, thirty seconds of patience. The shop is not told when it has run out.

import http from 'node:http';
import { answer, arrivals, randomFrom } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const LIMIT_MS = 30_000 / F;
const RPS = Number(process.env.RPS);
const random = randomFrom(4);
const agent = new http.Agent({ keepAlive: true, maxSockets: 4096 });
let targets = [];
let next = 0;
let sequence = 0;
let stats = fresh();

function fresh() {
  return { latencies: [], browse: [], sent: 0, failed: 0, checkouts: 0, checkoutsFailed: 0, orders: 0 };
}

function send() {
  const checkout = random() < 1 / 6;
  const id = `o-${(++sequence).toString(36)}`;
  const started = performance.now();
  stats.sent++;
  if (checkout)
    stats.checkouts++;
  let over = false;
  const finish = (ok) => {
    if (over)
      return;
    over = true;
    clearTimeout(timer);
    const ms = performance.now() - started;
    stats.latencies.push(ms);
    if (!checkout)
      stats.browse.push(ms);
    if (!ok) {
      stats.failed++;
      if (checkout)
        stats.checkoutsFailed++;
    } else if (checkout)
      stats.orders++;
  };
  const port = targets[next++ % targets.length];
  const req = http.request({ host: '127.0.0.1', port, agent, method: checkout ? 'POST' : 'GET',
                             path: checkout ? `/checkout/${id}` : '/products', headers: { 'x-request-id': id } }, (res) => {
    res.resume();
    res.on('end', () => finish(res.statusCode === 200));
  });
  // The gateway answers 504 and leaves its connection to the shop as it is.
  const timer = setTimeout(() => finish(false), LIMIT_MS);
  req.on('error', () => finish(false));
  req.end();
}

arrivals(() => targets.length ? RPS * F : 0, send, random);

answer({
  targets(m) { targets = m.ports; },
  sample() {
    const result = stats;
    stats = fresh();
    return result;
  },
});
process.send({ type: 'ready' });
