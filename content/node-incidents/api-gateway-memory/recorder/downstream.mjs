// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The services behind the gateway, in one process: session, quota, features,
// orders, and the media store that holds the source images.
//
// Each answer is a timer with a long tail. The process measures its own service
// time, so that a reader can set it beside the time the gateway believes the
// same call took. When the gateway's loop is late the two numbers part, although
// nothing here has changed.

import http from 'node:http';

const MEDIAN_MS = { session: 3, quota: 2, features: 2, orders: 9 };
const SOURCE_MIN = 2 * 1024 * 1024;
const SOURCE_MAX = 6 * 1024 * 1024;

const reply = Buffer.from(JSON.stringify({
  items: Array.from({ length: 24 }, (_, i) => ({ id: `o-${i}`, state: 'open', total: 1999 + i })),
}));
const pixels = Buffer.alloc(SOURCE_MAX);
for (let i = 0; i < pixels.length; i += 64)
  pixels.writeUInt32LE((i * 2654435761) >>> 0, i);

let served = [];

// A log-normal time: most answers are near the median, a few take ten times that.
function serviceMs(name) {
  const u = 1 - Math.random();
  const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * Math.random());
  return Math.min(600, MEDIAN_MS[name] * Math.exp(normal * 1.3));
}

const server = http.createServer((req, res) => {
  const started = process.hrtime.bigint();
  const [, kind, id] = req.url.split('/');

  if (kind === 'media') {
    // The store is deterministic: the same id always has the same size.
    const size = SOURCE_MIN + (Number(id) * 7919 * 1024) % (SOURCE_MAX - SOURCE_MIN);
    const cmyk = Number(id) % 2 === 0;
    res.writeHead(200, { 'content-length': size, 'x-colour': cmyk ? 'cmyk' : 'srgb' });
    res.end(pixels.subarray(0, size));
    return;
  }

  const wait = serviceMs(kind);
  setTimeout(() => {
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    served.push(ms);
    const failed = kind === 'orders' && Math.random() < 0.001;
    res.writeHead(failed ? 503 : 200, {
      'content-type': 'application/json',
      'content-length': failed ? 0 : reply.length,
      'x-served-ms': ms.toFixed(3),
    });
    res.end(failed ? undefined : reply);
  }, wait);
});

server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));

process.on('message', (m) => {
  if (m.type !== 'sample')
    return;
  process.send({ type: 'sample', served });
  served = [];
});
process.on('disconnect', () => process.exit(0));
