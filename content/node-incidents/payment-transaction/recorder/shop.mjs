// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// One instance of the shop.
//
//   GET  /products   one short query
//   POST /checkout   BEGIN, INSERT the order, call the provider, UPDATE it, COMMIT
//
// The call lies between BEGIN and COMMIT: for as long as the provider takes, the
// connection does nothing and nobody else may have it.

import http from 'node:http';
import fs from 'node:fs';
import { performance, monitorEventLoopDelay } from 'node:perf_hooks';
import { answer, wait } from '../../recording/kit.mjs';
import { Connection, Pool } from './postgres.mjs';

const F = Number(process.env.FACTOR);
const name = process.env.NAME;
const provider = Number(process.env.PROVIDER_PORT);
const agent = new http.Agent({ keepAlive: true });
const log = fs.openSync(process.env.LOG_FILE, 'a');
const delay = monitorEventLoopDelay({ resolution: 1 });
const pool = new Pool(() => Connection.open(process.env.DATABASE_SOCKET, 'app', 'shop'), Number(process.env.POOL ?? 20));

let limitMs = 30_000 / F;
let later = process.env.LATER === 'yes';
let committed = 0, failed = [], buffered = '', slowest = null;
let failures = {};
delay.enable();

function line(level, fields, msg) {
  buffered += JSON.stringify({ level, time: Date.now(), pid: process.pid, name, ...fields, msg }) + '\n';
}
setInterval(() => { fs.writeSync(log, buffered); buffered = ''; }, 500);

function pay(order) {
  return new Promise((resolve, reject) => {
    const req = http.get({ host: '127.0.0.1', port: provider, path: '/' + order, agent }, (res) => {
      res.resume();
      res.on('end', () => { clearTimeout(timer); resolve(); });
    });
    const timer = setTimeout(() => {
      reject(Object.assign(new Error('payment timed out'), { code: 'PAYMENT_TIMEOUT' }));
      req.destroy();
    }, limitMs);
    req.on('error', (err) => { clearTimeout(timer); reject(err); });
  });
}

// Orders that were taken without a charge are charged one by one, by a few hands. This
// holds no connection, so nobody waits for it.
const unpaid = [];
async function chargeLater() {
  for (;;) {
    await wait(100 / F);
    const order = unpaid.shift();
    if (order)
      await pay(order).catch(() => unpaid.push(order));
  }
}
for (let hands = 0; hands < 4; hands++)
  chargeLater();

async function timed(spans, what, promise) {
  const from = performance.now();
  try {
    return await promise;
  } finally {
    spans.push([what, from, performance.now()]);
  }
}

async function products(spans) {
  const c = await timed(spans, 'pool.acquire', pool.acquire());
  try {
    await timed(spans, 'SELECT products', c.query('SELECT id, price FROM products WHERE shelf = 7'));
  } finally {
    pool.release(c);
  }
}

async function checkout(order, spans) {
  const c = await timed(spans, 'pool.acquire', pool.acquire());
  try {
    await c.query('BEGIN');
    await timed(spans, 'INSERT orders', c.query(`INSERT INTO orders (id, state) VALUES ('${order}', 'new')`));
    if (!later) {
      await timed(spans, 'POST provider/charges', pay(order));
      await timed(spans, 'UPDATE orders', c.query(`UPDATE orders SET state = 'paid' WHERE id = '${order}'`));
    }
    await timed(spans, 'COMMIT', c.query('COMMIT'));
    if (later)
      unpaid.push(order);
    committed++;
  } catch (err) {
    failed.push(order);
    if (!c.ended)
      await c.query('ROLLBACK').catch(() => {});
    throw err;
  } finally {
    pool.release(c);
  }
}

const server = http.createServer(async (req, res) => {
  const entered = performance.now();
  const spans = [];
  const order = req.url.split('/')[2];
  let status = 200;
  let error;
  req.resume();
  try {
    await (req.method === 'GET' ? products(spans) : checkout(order, spans));
  } catch (err) {
    status = err.code === 'PAYMENT_TIMEOUT' ? 502 : 503;
    error = err;
    failures[err.code ?? err.message] = (failures[err.code ?? err.message] ?? 0) + 1;
  }
  const ended = performance.now();
  res.writeHead(status);
  res.end('{}');
  const ms = (ended - entered) * F;
  if (status !== 200 || ms > 3_000 || Math.random() < 0.02)
    line(status === 200 ? 30 : 50, { reqId: req.headers['x-request-id'], route: req.method === 'GET' ? '/products' : '/checkout', status, ms: Math.round(ms),
         poolWaitMs: Math.round((spans[0][2] - spans[0][1]) * F), ...(error ? { err: { code: error.code, message: error.message } } : {}) },
         error ? 'request failed' : 'request completed');
  if (status === 200)
    keep(req, ended - entered, entered, spans);
});

// The slowest of each route since it was last asked for, with a wait in the pool.
function keep(req, ms, entered, spans) {
  slowest ??= {};
  if (!slowest[req.method] || slowest[req.method].ms < ms)
    slowest[req.method] = { ms, reqId: req.headers['x-request-id'], spans: spans.map((s) => [s[0], s[1] - entered, s[2] - entered]) };
}

server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));

answer({
  limit(m) { limitMs = m.ms / F; },
  later(m) { later = m.on; },
  pool(m) { pool.max = m.max; pool.serve(); },
  slowest() {
    const result = { slowest };
    slowest = null;
    return result;
  },
  sample() {
    const result = { used: pool.used, size: pool.size, waiting: pool.queue.length, committed, failed, failures,
                     lag: Math.max(0, delay.percentile(99) / 1e6 - 1) };
    delay.reset();
    committed = 0;
    failed = [];
    failures = {};
    return result;
  },
});
