// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// One instance of the comment service.
//
//   GET  /recipes/:id/comments   one query
//   POST /recipes/:id/comments   validates the text with PATTERN, then one query
//   GET  /healthz                answers at once, if the loop lets it
//
// It writes a line when a request starts and another when it has ended: a request that
// never ends can be seen only in a log that knows of its beginning.

import http from 'node:http';
import fs from 'node:fs';
import inspector from 'node:inspector';
import { performance, monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { answer, wait } from '../../recording/kit.mjs';
import { PATTERN } from './pattern.mjs';

const name = process.env.NAME;
const database = Number(process.env.DATABASE_PORT);
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
const log = fs.openSync(process.env.LOG_FILE, 'a');
const delay = monitorEventLoopDelay({ resolution: 1 });
let utilisation = performance.eventLoopUtilization();
let gcMs = 0;
let buffered = '';
delay.enable();
new PerformanceObserver((list) => {
  for (const e of list.getEntries())
    gcMs += e.duration;
}).observe({ entryTypes: ['gc'] });

// Reads are many and uninteresting: their lines go out once a while. A post writes
// at once, since the next thing to happen may be nothing at all.
function line(level, fields, msg) {
  buffered += JSON.stringify({ level, time: Date.now(), pid: process.pid, name, ...fields, msg }) + '\n';
  if (fields.method === 'POST' || level > 30) {
    fs.writeSync(log, buffered);
    buffered = '';
  }
}
setInterval(() => { fs.writeSync(log, buffered); buffered = ''; }, 500);

function isProperComment(text) {
  return PATTERN.test(text);
}

function query(done) {
  const started = performance.now();
  http.get({ host: '127.0.0.1', port: database, agent }, (res) => {
    res.resume();
    res.on('end', () => done(started, performance.now()));
  }).on('error', () => done(started, performance.now()));
}

function send(req, res, status, entered, spans) {
  const ended = performance.now();
  res.writeHead(status, { 'x-spans': JSON.stringify(spans.map((s) => [s[0], s[1] - entered, s[2] - entered])),
                          'x-entered': performance.timeOrigin + entered, 'x-ended': performance.timeOrigin + ended });
  res.end('{"items":[]}');
  line(30, { reqId: req.headers['x-request-id'], method: req.method, route: '/recipes/:id/comments', status,
             ms: Number((ended - entered).toFixed(2)) }, 'request completed');
}

const server = http.createServer((req, res) => {
  const entered = performance.now();
  if (req.url === '/healthz')
    return res.end('ok');
  const spans = [];
  if (req.method === 'GET')
    return query((from, to) => {
      spans.push(['SELECT comments', from, to]);
      send(req, res, 200, entered, spans);
    });
  let text = '';
  req.setEncoding('utf8');
  req.on('data', (c) => { text += c; });
  req.on('end', () => {
    line(30, { reqId: req.headers['x-request-id'], method: 'POST', route: '/recipes/:id/comments',
               idempotencyKey: req.headers['idempotency-key'], attempt: Number(req.headers['x-attempt']),
               chars: text.length }, 'request started');
    const from = performance.now();
    const valid = isProperComment(text);
    spans.push(['validate text', from, performance.now()]);
    if (!valid)
      return send(req, res, 422, entered, spans);
    query((start, to) => {
      spans.push(['INSERT comment', start, to]);
      send(req, res, 201, entered, spans);
    });
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  process.send({ type: 'ready', port: server.address().port });
  answer({
    // Behind a block the timer of the histogram is due as well, and has to come first.
    async sample() {
      await wait(3);
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, utilisation);
      utilisation = now;
      const result = { elu: utilization, lagMax: Math.max(0, delay.max / 1e6 - 1), gcMs,
                       rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed };
      delay.reset();
      gcMs = 0;
      return result;
    },
    // Started before a block and stopped behind it: what lies between is the block.
    async profile(m) {
      const session = new inspector.Session();
      session.connect();
      session.post('Profiler.enable');
      session.post('Profiler.setSamplingInterval', { interval: 500 });
      session.post('Profiler.start');
      await wait(m.ms);
      session.post('Profiler.stop', (err, { profile }) => fs.writeFileSync(process.env.PROFILE_FILE, JSON.stringify(profile)));
      session.disconnect();
    },
  });
});
