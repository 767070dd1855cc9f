// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The load balancer and the clients, in one process.
//
// Arrivals are open-loop: a slow gateway does not slow the clients down, so waiting
// requests pile up as they do in production. Latency is measured here, because the
// balancer's number is the one that users feel. A refused connection counts as a
// failed request without a latency.

import http from 'node:http';

const port = Number(process.env.PORT);
const RPS = Number(process.env.RPS ?? 80);
const TIMEOUT_MS = 4_000;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1024, scheduling: 'fifo' });

let thumbsPerSecond = 0;
let image = 1;
let latencies = [];
let sent = 0, failed = 0;

function get(path, done) {
  const started = process.hrtime.bigint();
  const req = http.get({ host: '127.0.0.1', port, path, agent, timeout: TIMEOUT_MS }, (res) => {
    res.resume();
    res.on('end', () => done(res.statusCode, Number(process.hrtime.bigint() - started) / 1e6));
  });
  req.on('timeout', () => req.destroy(new Error('timeout')));
  req.on('error', (err) => done(err.message === 'timeout' ? 504 : 502, err.message === 'timeout' ? TIMEOUT_MS : NaN));
}

function apiRequest() {
  sent++;
  get('/api/orders', (status, ms) => {
    if (status >= 500)
      failed++;
    if (!Number.isNaN(ms))
      latencies.push(ms);
  });
}

// Poisson arrivals: the gaps are exponential.
function arrivals(rate, fire) {
  let due = Date.now();
  const step = () => {
    const now = Date.now();
    for (let n = 0; due <= now && n < 1000; n++) {
      const r = rate();
      if (r <= 0) {
        due = now + 200;
        break;
      }
      fire();
      due += -Math.log(1 - Math.random()) / r * 1e3;
    }
    setTimeout(step, 4);
  };
  step();
}

arrivals(() => RPS, apiRequest);
arrivals(() => thumbsPerSecond, () => get('/thumbnails/' + image++, () => {}));

process.on('message', (m) => {
  if (m.type === 'thumbs')
    thumbsPerSecond = m.perSecond;
  else if (m.type === 'sample') {
    process.send({ type: 'sample', latencies, sent, failed });
    latencies = [];
    sent = failed = 0;
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ type: 'ready' });
