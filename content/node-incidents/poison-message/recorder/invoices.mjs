// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// One pod of the invoice service: an API for the shop, and a consumer of orders, in one
// process. The consumer starts when the price list has been read, twenty seconds in.
//
// handle() throws on a message without lines, and nobody catches what it rejects with:
// Node ends the process with code 1, as it has by default since version 15.

import http from 'node:http';
import net from 'node:net';
import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { answer, wait } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const name = process.env.NAME;
const log = fs.openSync(process.env.LOG_FILE, 'a');
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let handled = 0;

function line(level, fields, msg) {
  fs.writeSync(log, JSON.stringify({ level, time: Date.now(), pid: process.pid, name, ...fields, msg }) + '\n');
}

function burn(ms) {
  const until = performance.now() + ms;
  while (performance.now() < until)
    Math.sqrt(until);
}

function total(order) {
  return order.lines.reduce((sum, l) => sum + l.cents, 0);
}

async function handle(message) {
  const cents = total(message.body);
  burn(3);
  await wait(970 / F);
  handled++;
  if (handled % 40 === 0)
    line(30, { messageId: message.id, order: message.body.order, cents }, 'invoice written');
}

let due = 0;
async function consume() {
  const gap = process.env.CAP ? 1_000 / F / Number(process.env.CAP) : 0;
  const socket = net.connect(Number(process.env.BROKER_PORT), '127.0.0.1');
  socket.write(JSON.stringify({ prefetch: 10 }) + '\n');
  line(30, { queue: 'orders', prefetch: 10 }, 'consumer started');
  let text = '';
  for await (const chunk of socket) {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop();
    for (const one of lines) {
      const message = JSON.parse(one);
      if (message.deliveries > 1)
        line(30, { messageId: message.id, order: message.body.order, deliveries: message.deliveries }, 'message received again');
      take(message);
    }
  }

  async function take(message) {
    if (gap) {
      due = Math.max(performance.now(), due + gap);
      await wait(due - performance.now());
    }
    await handle(message);
    socket.write(JSON.stringify({ ack: message.id }) + '\n');
  }
}

if (process.env.ZOMBIE)
  process.on('unhandledRejection', (err) => line(50, { err: { type: err.name, message: err.message } }, 'unhandled rejection'));

// What Node prints when it dies ends up in the container's log, as it does in production.
process.on('uncaughtExceptionMonitor', (err) => {
  line(60, { err: { type: err.name, message: err.message, stack: err.stack.split('\n').slice(0, 5).map((l) => l.replace(/\(.*\//, '(')).join('\n') } }, 'fatal');
});

const server = http.createServer(async (req, res) => {
  const started = performance.now();
  await wait((20 - 25 * Math.log(1 - Math.random())) / F);
  burn(0.3);
  res.end('{}');
  if (Math.random() < 0.02)
    line(30, { reqId: req.headers['x-request-id'], route: '/invoices/:id', status: 200, ms: Math.round((performance.now() - started) * F) }, 'request completed');
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', async () => {
  line(30, { node: process.version }, 'listening');
  process.send({ type: 'ready', port: server.address().port });
  if (process.env.CONSUMER === 'off')
    return;
  await wait(20_000 / F);
  consume();
});

answer({
  sample() {
    const result = { rss: process.memoryUsage.rss(), lag: Math.max(0, delay.percentile(99) / 1e6 - 1) };
    delay.reset();
    return result;
  },
});
