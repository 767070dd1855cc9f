// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The balancer and everybody in front of it, in one process.
//
// Readers and writers arrive at random and wait ten seconds. The app that posts a
// comment tries again when nothing comes back, with the same idempotency key, and the
// balancer gives each attempt to the next instance that it believes to be well.

import http from 'node:http';
import fs from 'node:fs';
import { answer, arrivals, randomFrom, wait } from '../../recording/kit.mjs';
import { poison } from './pattern.mjs';

const F = Number(process.env.FACTOR);
const RPS = Number(process.env.RPS);
const TIMEOUT_MS = 10_000 / F;
const agent = new http.Agent({ keepAlive: true, maxSockets: 2048 });
const random = randomFrom(Number(process.env.SEED ?? 5));
const targets = [];
const traces = [];
const episodes = fs.openSync(process.env.POSTS_FILE, 'a');

let probe = { everyMs: 5_000 / F, timeoutMs: 2_000 / F, failures: 2 };
let retries = 3;
let rule = false;
let next = 0;
let sequence = 0;
let stats = fresh();

function fresh() {
  return { latencies: [], sent: 0, failed: 0, posts: 0, refused: 0, per: targets.map(() => 0) };
}

function pick() {
  for (let i = 0; i < targets.length; i++) {
    const t = targets[next++ % targets.length];
    if (t.ready)
      return t;
  }
  return targets[next++ % targets.length];
}

function request(t, { method = 'GET', path = '/recipes/1/comments', body, headers = {}, timeout = TIMEOUT_MS }, done) {
  const started = performance.now();
  const reqId = `r-${(++sequence).toString(36).padStart(5, '0')}`;
  let over = false;
  const finish = (status, res) => {
    if (over)
      return;
    over = true;
    clearTimeout(timer);
    done(status, performance.now() - started, res, started, reqId);
  };
  const req = http.request({ host: '127.0.0.1', port: t.port, method, path, agent,
                             headers: { 'x-request-id': reqId, ...headers } }, (res) => {
    res.resume();
    res.on('end', () => finish(res.statusCode, res));
    res.on('error', () => finish(502));
  });
  const timer = setTimeout(() => { finish(504); req.destroy(); }, timeout);
  req.on('error', () => finish(502));
  req.end(body);
}

// Errors count where users meet them: a read or a post that came back with 5xx or not at all.
function counted(t, options, done) {
  stats.sent++;
  stats.per[t.index]++;
  request(t, options, (status, ms, res, started, reqId) => {
    stats.latencies.push(ms);
    if (status >= 500)
      stats.failed++;
    if (ms * F > 3_000)
      keep(t, options, status, ms, res, started, reqId);
    done?.(status, ms, started);
  });
}

function keep(t, options, status, ms, res, started, reqId) {
  if (traces.length < 400)
    traces.push({ instance: t.index, method: options.method ?? 'GET', reqId, status, started: performance.timeOrigin + started, ms,
                  spans: res ? JSON.parse(res.headers['x-spans'] ?? '[]') : [],
                  entered: Number(res?.headers['x-entered'] ?? NaN), ended: Number(res?.headers['x-ended'] ?? NaN) });
}

const words = 'really good recipe thanks made it twice with less sugar and more lemon my kids loved it'.split(' ');
function comment() {
  const start = Math.floor(random() * 6);
  return words.slice(start, start + 4 + Math.floor(random() * 8)).join(' ');
}

function post(text, key, done) {
  stats.posts++;
  const attempt = (n) => {
    if (rule && /\w{21}/.test(text)) {
      stats.refused++;
      return done?.('refused');
    }
    const t = pick();
    const sentAt = Date.now();
    counted(t, { method: 'POST', body: text, headers: { 'idempotency-key': key, 'x-attempt': n } }, async (status, ms) => {
      if (text.length > 20 && text.startsWith('Mm'))
        fs.writeSync(episodes, JSON.stringify({ at: sentAt, key, attempt: n, instance: t.index, letters: text.indexOf(' '), status, ms }) + '\n');
      if (status < 500 || n > retries)
        return done?.(status);
      await wait(1_000 / F);
      attempt(n + 1);
    });
  };
  attempt(1);
}

async function probeLoop(t) {
  let bad = 0;
  for (;;) {
    await wait(probe.everyMs);
    const ok = await new Promise((resolve) => request(t, { path: '/healthz', timeout: probe.timeoutMs }, (s) => resolve(s === 200)));
    bad = ok ? 0 : bad + 1;
    if (bad >= probe.failures)
      t.ready = false;
    else if (ok)
      t.ready = true;
  }
}

arrivals(() => targets.length ? RPS * 0.9 : 0, () => counted(pick(), {}), random);
arrivals(() => targets.length ? RPS * 0.1 : 0, () => post(comment(), `k-${sequence.toString(36)}`), random);

answer({
  target(m) {
    const t = { port: m.port, index: targets.length, ready: true };
    targets.push(t);
    stats.per.push(0);
    probeLoop(t);
  },
  poison(m) { post(poison(m.letters), m.key); },
  rule(m) { rule = m.on; },
  retries(m) { retries = m.count; },
  probe(m) { probe = { ...probe, ...m.probe }; },
  traces() { return { traces }; },
  sample() {
    const result = { ...stats, ready: targets.filter((t) => t.ready).length };
    stats = fresh();
    return result;
  },
});
process.send({ type: 'ready' });
