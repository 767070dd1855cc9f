// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// A queue as brokers have it: messages are pushed up to a consumer's prefetch, stay
// invisible until they are acknowledged, and come back to the head of the queue when the
// connection is lost or the visibility timeout has passed. Each delivery is counted.

import net from 'node:net';
import { answer, arrivals, randomFrom } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const VISIBILITY_MS = 60_000 / F;
const random = randomFrom(6);
const consumers = new Set();
let queue = [];
let rate = Number(process.env.RATE);
let sequence = 48_210_000;
let published = 0, acknowledged = 0;

function publish(extra) {
  published++;
  const id = `m-${++sequence}`;
  queue.push({ id, at: performance.now(), deliveries: 0,
               body: { order: `A${sequence - 48_000_000}`, lines: [{ sku: 'k1', cents: 400 + Math.floor(random() * 9_000) }], ...extra } });
  pump();
  return id;
}

function giveBack(message) {
  queue.unshift(message);
}

function pump() {
  for (let served = true; served;) {
    served = false;
    for (const c of consumers) {
      if (!queue.length)
        return;
      if (c.flying.size >= c.prefetch)
        continue;
      const message = queue.shift();
      message.deliveries++;
      const timer = setTimeout(() => {
        // The consumer is still there, and still counts it as its own.
        giveBack(message);
        c.overdue.add(message.id);
        pump();
      }, VISIBILITY_MS);
      c.flying.set(message.id, { message, timer });
      c.socket.write(JSON.stringify({ id: message.id, deliveries: message.deliveries, body: message.body }) + '\n');
      served = true;
    }
  }
}

const server = net.createServer((socket) => {
  const c = { socket, prefetch: 0, flying: new Map(), overdue: new Set() };
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop();
    for (const line of lines) {
      const m = JSON.parse(line);
      if (m.prefetch) {
        c.prefetch = m.prefetch;
        consumers.add(c);
      }
      const entry = c.flying.get(m.ack);
      if (entry) {
        clearTimeout(entry.timer);
        c.flying.delete(m.ack);
        acknowledged++;
      }
    }
    pump();
  });
  const gone = () => {
    if (!consumers.delete(c))
      return;
    const back = [...c.flying.values()].reverse();
    for (const { message, timer } of back) {
      clearTimeout(timer);
      if (!c.overdue.has(message.id))
        giveBack(message);
    }
    pump();
  };
  socket.on('close', gone);
  socket.on('error', gone);
});
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));

arrivals(() => rate * F, () => publish(), random);

answer({
  // Put behind what waits already, as a producer would.
  poison() { return { poisonId: publish({ lines: null }) }; },
  backlog(m) {
    const now = performance.now();
    for (let i = 0; i < m.count; i++) {
      publish();
      queue.at(-1).at = now - (m.count - i) / m.count * m.minutes * 60e3 / F;
    }
    published = 0;
  },
  sample() {
    const flying = [...consumers].reduce((n, c) => n + c.flying.size, 0);
    const oldest = Math.min(...queue.slice(0, 50).map((m) => m.at), ...[...consumers].flatMap((c) => [...c.flying.values()].map((f) => f.message.at)));
    const result = { waiting: queue.length, flying, age: Number.isFinite(oldest) ? performance.now() - oldest : 0,
                     published, acknowledged };
    published = acknowledged = 0;
    return result;
  },
});
