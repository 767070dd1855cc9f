// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// A small API gateway with one real fault.
//
// /api/*        runs a chain of plugins, each of which yields with setImmediate,
//               and four calls to services behind it: about a dozen turns of the
//               event loop for one request. A turn that takes 200 ms makes 2 s.
// /thumbnails/  loads a source image and makes a small one. A colour profile that
//               it cannot read is answered with 415, and that path returns before
//               the job leaves `pendingJobs`: the Map keeps the source for ever.
// checkPending  looks at every pending job, waits three seconds and looks again, in
//               twelve shards with a yield between them, and computes two digests of
//               each source. It is harmless for three jobs. For three hundred it is
//               200 ms a shard: this is how kept memory becomes latency.
//
// The heap also holds a table of sessions, as a gateway's heap does: a full
// collection has to trace it.

import http from 'node:http';
import fs from 'node:fs';
import v8 from 'node:v8';
import crypto from 'node:crypto';
import inspector from 'node:inspector';
import { performance, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as yieldTurn } from 'node:timers/promises';

const downstream = Number(process.env.DOWNSTREAM_PORT);
const SESSIONS = Number(process.env.SESSIONS ?? 34_000);
const SHARDS = Number(process.env.SHARDS ?? 12);
const CHECK_MS = Number(process.env.CHECK_MS ?? 3_000);
const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 2_000);
const PLUGINS = ['trace', 'cors', 'token', 'tenant', 'limits', 'route', 'mask', 'compress'];
const POLICIES = ['owner', 'card'];
const secret = crypto.randomBytes(32);

const agent = new http.Agent({ keepAlive: true, maxSockets: 512, scheduling: 'fifo' });
const log = fs.createWriteStream(process.env.LOG_FILE ?? '/dev/null', { flags: 'a' });

// A table of networks and countries, read into one Buffer at start, as gateways keep it.
const geoTable = Buffer.alloc(96 * 1024 * 1024, 7);
const sessions = new Map();
const pendingJobs = new Map();

let thumbnailsOn = process.env.THUMBNAILS === 'on';
let lastReport = [];
let sequence = 0;
let thumbs = 0, thumbsFailed = 0;
let gcSeconds = 0;
let ticks = [];
let calls = [];
let slowest = null;
let lastThumb = null;

// pino's shape: numeric level, time in milliseconds, then the fields.
function line(level, fields, msg) {
  log.write(JSON.stringify({ level, time: Date.now(), pid: process.pid, name: 'gateway', ...fields, msg }) + '\n');
}

function makeSession(user) {
  return {
    user, scopes: ['orders:read', 'profile:read', 'catalogue:read'].map((s) => `${s}:${user}`),
    claims: Array.from({ length: 12 }, (_, i) => ({ name: `c${i}`, value: `${user}-${i}`, at: Date.now() + i })),
  };
}

// Resolves with the body, and notes the time as the gateway sees it.
function call(path, spans, signal) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const req = http.get({ host: '127.0.0.1', port: downstream, path, agent, signal }, (res) => {
      const chunks = [];
      res.on('data', (c) => chunks.push(c));
      res.on('error', reject);
      res.on('end', () => {
        const ended = performance.now();
        const kind = path.split('/')[1];
        if (kind !== 'media')
          calls.push(ended - started);
        spans.push({ name: `GET /${kind}`, started, ended, served: Number(res.headers['x-served-ms'] ?? 0) });
        resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) });
      });
    });
    req.on('error', reject);
  });
}

function sign(user) {
  return crypto.createHmac('sha256', secret).update(user).digest('hex');
}

// Each policy may hide a field, and each works on the text that the last one left.
function mask(body, user) {
  let text = body.toString();
  for (const field of POLICIES) {
    const answer = JSON.parse(text);
    for (const item of answer.items)
      item[field] = sign(user + field).slice(0, 8);
    text = JSON.stringify(answer);
  }
  return text;
}

async function api(req, reqId, spans, signal) {
  const user = `u${sequence % SESSIONS}`;
  for (const name of PLUGINS) {
    const started = performance.now();
    sign(user + name + geoTable[sequence * 4099 % geoTable.length]);
    await yieldTurn();
    spans.push({ name: `plugin ${name}`, started, ended: performance.now() });
  }
  if (!sessions.has(user)) {
    await call('/session/' + user, spans, signal);
    sessions.set(user, makeSession(user));
  } else
    await call('/session/' + user + '/touch', spans, signal);
  await call('/quota/' + user, spans, signal);
  await call('/features/' + user, spans, signal);
  const { status, body } = await call('/orders/' + user, spans, signal);
  if (status !== 200)
    return { status: 502, body: '{}' };
  return { status: 200, body: mask(body, user) };
}

// The tags of an image as a reader of image headers leaves them: many small objects.
function readTags(source) {
  const tags = [];
  for (let i = 0; i < 600; i++)
    tags.push({ id: i, type: 'rational', value: [source.readUInt32LE(i * 64), i + 1], raw: `tag-${i}` });
  return tags;
}

// A box filter over every 64th byte is enough work to be seen and too little to matter.
function shrink(source) {
  const out = Buffer.alloc(16 * 1024);
  for (let i = 0; i < source.length; i += 64)
    out[(i >> 6) % out.length] = (out[(i >> 6) % out.length] + source[i]) >> 1;
  return out;
}

async function thumbnail(id, reqId, spans) {
  thumbs++;
  const job = { id, reqId, startedAt: Date.now(), source: null, tags: [], sum: '' };
  pendingJobs.set(reqId, job);
  const { headers, body } = await call('/media/' + id, spans);
  job.source = body;
  job.tags = readTags(body);
  if (headers['x-colour'] === 'cmyk') {
    thumbsFailed++;
    line(40, { reqId, route: '/thumbnails/:id', status: 415, bytes: body.length, caller: 'media-catalogue' },
         'unsupported colour profile: CMYK');
    return { status: 415, body: '{"error":"unsupported colour profile"}' };
  }
  const small = shrink(body);
  pendingJobs.delete(reqId);
  return { status: 200, body: small };
}

// Two digests, because the store publishes both beside an image.
function checksum(source) {
  return crypto.createHash('md5').update(source).digest('base64')
    + crypto.createHash('sha1').update(source).digest('base64');
}

// Shards keep one turn short while there is little to do. The number of shards does
// not grow with the number of jobs, and that is the flaw.
async function checkPending() {
  const report = [];
  const jobs = [...pendingJobs.values()];
  const size = Math.ceil(jobs.length / SHARDS);
  for (let s = 0; s < SHARDS && jobs.length; s++) {
    for (const job of jobs.slice(s * size, (s + 1) * size)) {
      const sum = job.source ? checksum(job.source) : '';
      report.push({ id: job.id, age: Date.now() - job.startedAt, stalled: sum === job.sum,
                    tags: job.tags.map((t) => ({ ...t })) });
      job.sum = sum;
    }
    await yieldTurn();
  }
  lastReport = report;
  setTimeout(checkPending, CHECK_MS);
}

const server = http.createServer(async (req, res) => {
  const reqId = `req-${process.pid.toString(36)}-${(++sequence).toString(36)}`;
  const started = performance.now();
  const isThumb = req.url.startsWith('/thumbnails/');
  const abort = new AbortController();
  const timer = isThumb ? null : setTimeout(() => abort.abort(), DEADLINE_MS);
  const spans = [];
  let out;
  try {
    if (isThumb)
      out = thumbnailsOn ? await thumbnail(req.url.split('/')[2], reqId, spans) : { status: 404, body: '{}' };
    else
      out = await api(req, reqId, spans, abort.signal);
  } catch (err) {
    out = { status: abort.signal.aborted ? 504 : 502, body: '{}' };
  }
  clearTimeout(timer);
  const ended = performance.now();
  const ms = Math.round(ended - started);
  const route = isThumb ? '/thumbnails/:id' : '/api/orders';
  if (out.status >= 500)
    line(50, { reqId, route, status: out.status, ms }, out.status === 504 ? 'deadline exceeded' : 'bad answer from orders');
  else if (ms > 1000)
    line(40, { reqId, route, status: out.status, ms }, 'slow request');
  else if (sequence % 200 === 0)
    line(30, { reqId, route, status: out.status, ms }, 'request completed');
  const record = { route, reqId, status: out.status, started, ended, spans, at: Date.now() };
  if (isThumb && out.status === 415)
    lastThumb = record;
  else if (!isThumb && out.status === 200 && (!slowest || ms > slowest.ended - slowest.started))
    slowest = record;
  if (!res.destroyed) {
    res.writeHead(out.status, { 'content-length': Buffer.byteLength(out.body) });
    res.end(out.body);
  }
});

new PerformanceObserver((list) => {
  for (const e of list.getEntries())
    gcSeconds += e.duration / 1e3;
}).observe({ entryTypes: ['gc'] });

// The gap between two ticks of a 10 ms timer, as monitorEventLoopDelay() counts it:
// an idle process shows about 10 ms.
let lastTick = performance.now();
setInterval(() => {
  const now = performance.now();
  ticks.push(now - lastTick);
  lastTick = now;
}, 10);

let elu = performance.eventLoopUtilization();
let cpu = process.cpuUsage();
let sampledAt = performance.now();

function sample() {
  const now = performance.now();
  const used = process.cpuUsage(cpu);
  const part = performance.eventLoopUtilization(elu);
  const m = process.memoryUsage();
  process.send({
    type: 'sample', rss: m.rss, heap_used: m.heapUsed, external: m.external, array_buffers: m.arrayBuffers,
    cpu: (used.user + used.system) / 1e3 / (now - sampledAt), elu: part.utilization,
    gc: gcSeconds / ((now - sampledAt) / 1e3), ticks, calls, thumbs, thumbsFailed, pending: pendingJobs.size,
  });
  cpu = process.cpuUsage();
  elu = performance.eventLoopUtilization();
  sampledAt = now;
  gcSeconds = thumbs = thumbsFailed = 0;
  ticks = [];
  calls = [];
}

function profile(ms) {
  const session = new inspector.Session();
  session.connect();
  session.post('Profiler.enable', () => session.post('Profiler.start', () =>
    setTimeout(() => session.post('Profiler.stop', (_, r) => process.send({ type: 'profile', profile: r.profile })), ms)));
}

process.on('message', (m) => {
  if (m.type === 'sample')
    sample();
  else if (m.type === 'flag')
    thumbnailsOn = m.on;
  else if (m.type === 'traces') {
    process.send({ type: 'traces', slowest, thumb: lastThumb });
    slowest = null;
  } else if (m.type === 'profile')
    profile(m.ms);
  else if (m.type === 'snapshot') {
    const started = performance.now();
    v8.writeHeapSnapshot(m.file);
    process.send({ type: 'snapshot', seconds: (performance.now() - started) / 1e3 });
  }
});
process.on('disconnect', () => process.exit(0));

if (process.env.WARM === 'yes')
  for (let i = 0; i < SESSIONS; i++)
    sessions.set(`u${i}`, makeSession(`u${i}`));
setTimeout(checkPending, CHECK_MS);
server.keepAliveTimeout = 120_000;
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ type: 'ready' }));
