// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// One instance of the booking service: plain node:http, nothing done wrong in it. The
// only number that matters is keepAliveTimeout, which it does not even set.

import http from 'node:http';
import fs from 'node:fs';
import { performance, monitorEventLoopDelay } from 'node:perf_hooks';
import { answer, randomFrom, wait } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const name = process.env.NAME;
const random = randomFrom(Number(process.env.SEED));
const log = fs.openSync(process.env.LOG_FILE, 'a');
const delay = monitorEventLoopDelay({ resolution: 1 });
let utilisation = performance.eventLoopUtilization();
let buffered = '';
let written = [];
let seen = 0, errors = 0, connections = 0;
delay.enable();

function line(level, fields, msg) {
  buffered += JSON.stringify({ level, time: Date.now(), pid: process.pid, name, ...fields, msg }) + '\n';
}
setInterval(() => { fs.writeSync(log, buffered); buffered = ''; }, 500);

// Milliseconds of the story: reads 15 to 60, bookings a little more, and now and then
// a booking that waits for the calendar of the practice, or an export.
function work(req) {
  if (req.url.startsWith('/export'))
    return 6_000 + 9_000 * random();
  const ms = 15 - 12 * Math.log(1 - random());
  if (req.method === 'POST')
    return random() < 0.02 ? 5_500 + 2_500 * random() : ms + 20;
  return ms;
}

// Node closes an idle connection a fixed second after keepAliveTimeout (keepAliveTimeoutBuffer
// where it can be set). A fixed second cannot be divided by FACTOR, so the sum is put on
// the socket when Node has put its own there; who closes, and how, stays Node's business.
let idleMs = (Number(process.env.KEEP_ALIVE_MS) + 1_000) / F;

const server = http.createServer(async (req, res) => {
  const started = performance.now();
  res.once('finish', () => req.socket.setTimeout(idleMs));
  seen++;
  req.resume();
  await wait(work(req) / F);
  if (req.method === 'POST')
    written.push(req.headers['x-booking']);
  const body = '{"ok":true}';
  res.writeHead(req.method === 'POST' ? 201 : 200, { 'content-length': body.length,
    ...(process.env.CLOSE ? { connection: 'close' } : {}) });
  res.end(body);
  line(30, { reqId: req.headers['x-request-id'], method: req.method, route: req.url.split('?')[0], status: res.statusCode,
             ms: Math.round((performance.now() - started) * F) }, 'request completed');
});
server.on('connection', () => connections++);
server.on('clientError', (err, socket) => socket.destroy());
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));

answer({
  keepAlive(m) {
    idleMs = (m.ms + 1_000) / F;
    server.closeIdleConnections();
  },
  sample() {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, utilisation);
    utilisation = now;
    const result = { seen, errors, connections, written, elu: utilization, lag: Math.max(0, delay.percentile(99) / 1e6 - 1) };
    delay.reset();
    seen = errors = connections = 0;
    written = [];
    return result;
  },
});
