// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: pipeline-memory, pipeline-memory-bomb
//
// Records of 1 MB through three object-mode stages to a slow sink: how much is
// in flight with the default of 16 objects per buffer, and with 1. Then 100 MB
// of zeros, compressed, against gunzip with and without maxOutputLength.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

async function run(highWaterMark) {
  const options = highWaterMark ? { objectMode: true, highWaterMark } : { objectMode: true };
  let made = 0, written = 0, most = 0;
  const source = new Readable({ ...options, read() { if (made === 80) return void this.push(null); made++; most = Math.max(most, made - written); this.push(Buffer.alloc(1e6)); } });
  const stage = () => new Transform({ ...options, transform(record, encoding, done) { setImmediate(done, null, record); } });
  const sink = new Writable({ ...options, write(record, encoding, done) { setTimeout(() => { written++; done(); }, 4); } });
  await pipeline(source, stage(), stage(), stage(), sink);
  console.log(`highWaterMark ${highWaterMark ?? 'default'}: at most ${most} records of 1 MB in flight`);
  return most;
}
const many = await run(), few = await run(1);
assert.ok(many > 60 && few < 20);

const bomb = zlib.gzipSync(Buffer.alloc(100e6));
console.log(`100 MB of zeros are ${(bomb.length / 1000).toFixed(0)} kB compressed`);
const whole = await new Promise((next) => zlib.gunzip(bomb, (error, data) => next(error?.code ?? data.length)));
const capped = await new Promise((next) => zlib.gunzip(bomb, { maxOutputLength: 10e6 }, (error, data) => next(error?.code ?? data.length)));
console.log(`gunzip: ${whole} bytes; with maxOutputLength 10 MB: ${capped}`);
assert.equal(capped, 'ERR_BUFFER_TOO_LARGE');
