// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The balancer at the edge, and its clients, in one process.
//
// It speaks HTTP/1.1 over sockets of its own, because Node's agent would heed the
// "Keep-Alive: timeout" of the answer, and this balancer does not. Idle connections are
// used oldest first and closed after IDLE_MS. The line to the instances is 20 ms long:
// what is sent arrives later, what has happened there is learnt later. A request that
// leaves while the other end is closing meets a socket that no longer exists.

import net from 'node:net';
import fs from 'node:fs';
import { answer, arrivals, randomFrom } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const LINE_MS = 20 / F;
const random = randomFrom(Number(process.env.SEED));
const log = fs.openSync(process.env.LOG_FILE, 'a');
const targets = [];

let rate = 0;
let idleMs = Number(process.env.IDLE_MS) / F;
let retry = 'none';
let next = 0;
let sequence = 0;
let stats = fresh();

function fresh() {
  return { latencies: [], sent: 0, e502: 0, e504: 0, retried: 0, opened: 0, get502: 0, post502: 0 };
}

class Connection {
  constructor(target) {
    stats.opened++;
    this.target = target;
    this.socket = net.connect({ host: '127.0.0.1', port: target.port, noDelay: true });
    this.uses = 0;
    this.later('data', (chunk) => this.read(chunk.toString('latin1')));
    this.later('end', () => this.lost('closed'));
    this.later('error', (err) => this.lost(err.code));
    this.later('close', () => this.lost('closed'));
  }

  later(event, handle) {
    this.socket.on(event, (value) => setTimeout(handle, LINE_MS, value));
  }

  send(text, done) {
    clearTimeout(this.idle);
    this.done = done;
    this.text = '';
    this.reused = this.uses++ > 0;
    this.idleFor = this.since ? (performance.now() - this.since) * F / 1e3 : 0;
    setTimeout(() => { this.sentAt = Date.now(); this.socket.write(text); }, LINE_MS);
  }

  read(text) {
    this.text += text;
    const head = this.text.indexOf('\r\n\r\n');
    if (head < 0)
      return;
    const length = Number(/content-length: (\d+)/i.exec(this.text)?.[1] ?? 0);
    if (this.text.length < head + 4 + length)
      return;
    const close = /connection: close/i.test(this.text);
    const done = this.done;
    this.done = null;
    this.since = performance.now();
    if (close)
      this.socket.destroy();
    else {
      this.target.idle.push(this);
      this.idle = setTimeout(() => this.drop(), idleMs);
    }
    done(Number(this.text.slice(9, 12)));
  }

  drop() {
    this.target.idle = this.target.idle.filter((c) => c !== this);
    this.socket.destroy();
  }

  lost(code) {
    this.drop();
    const done = this.done;
    this.done = null;
    done?.(502, code);
  }
}

function once(method, path, key, reqId, limitMs, done) {
  const target = targets[next++ % targets.length];
  const connection = target.idle.shift() ?? new Connection(target);
  const started = performance.now();
  const at = Date.now();
  // The idle timeout holds for a request without an answer, too.
  const timer = setTimeout(() => {
    connection.done = null;
    connection.drop();
    finish(504, 'timeout');
  }, Math.min(limitMs, idleMs));
  const finish = (status, code) => {
    clearTimeout(timer);
    const seconds = (performance.now() - started) * F / 1e3;
    if (status >= 500 || sequence % 150 === 0)
      fs.writeSync(log, JSON.stringify({ at, reqId, method, path, target: target.index, status, code, seconds,
                                         reused: connection.reused, idleFor: connection.idleFor, sentAt: connection.sentAt }) + '\n');
    done(status, code);
  };
  connection.send(`${method} ${path} HTTP/1.1\r\nhost: bookings\r\nx-request-id: ${reqId}\r\nx-booking: ${key}\r\ncontent-length: 0\r\n\r\n`, finish);
}

function request(method, path) {
  const started = performance.now();
  const key = `b-${(++sequence).toString(36)}`;
  stats.sent++;
  const attempt = (n) => {
    const reqId = `${key}-${n}`;
    const again = n < 2 && (retry === 'all' || (retry === 'reads' && method === 'GET'));
    once(method, path, key, reqId, again && retry === 'all' ? 5_000 / F : 60_000 / F, (status) => {
      if (status >= 500 && again) {
        stats.retried++;
        return attempt(n + 1);
      }
      stats.latencies.push(performance.now() - started);
      if (status === 502) {
        stats.e502++;
        stats[method === 'POST' ? 'post502' : 'get502']++;
      } else if (status === 504)
        stats.e504++;
    });
  };
  attempt(1);
}

// A page of the app asks for several things at once, four on average; one in six pages
// ends in a booking, one in sixty is an export.
function page() {
  const parts = 2 + Math.floor(random() * 5);
  for (let i = 0; i < parts; i++)
    request('GET', '/slots?part=' + i);
  if (random() < 1 / 6)
    setTimeout(() => request('POST', '/bookings'), 3_000 / F);
  if (random() < 1 / 60)
    request('GET', '/export');
}

// Reminders go out about once a minute, and a dozen or two phones wake up at once.
function wave() {
  setTimeout(wave, (45_000 + 30_000 * random()) / F);
  const phones = targets.length ? 12 + Math.floor(random() * 14) : 0;
  for (let i = 0; i < phones; i++)
    for (let part = 0; part < 4; part++)
      request('GET', '/slots?part=' + part);
}

// The waves are part of the rate that was asked for: 74 requests a minute.
arrivals(() => targets.length ? (rate - 74 / 60) * F / 4.2 : 0, page, random);
wave();

answer({
  target(m) { targets.push({ port: m.port, index: targets.length + 1, idle: [] }); },
  rate(m) { rate = m.rps; },
  idle(m) { idleMs = m.ms / F; },
  retry(m) { retry = m.mode; },
  sample() {
    const result = { ...stats, idle: targets.reduce((n, t) => n + t.idle.length, 0) };
    stats = fresh();
    return result;
  },
});
process.send({ type: 'ready' });
