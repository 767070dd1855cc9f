// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: backpressure, backpressure-code, mcq-pipe-error,
//           mcq-premature-close
//
// The source of a copy fails, and the source is destroyed without an error (a
// client that hangs up). Prints what pipe(), a manual pause/drain copy and
// pipeline() do with the destination.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const sink = () => new Writable({ write(chunk, encoding, done) { setImmediate(done); } });
const endless = () => new Readable({ read() { setImmediate(() => this.push(Buffer.alloc(1000))); } });

function manual(source, target) {
  source.on('data', (chunk) => { if (!target.write(chunk)) source.pause(); });
  target.on('drain', () => source.resume());
  source.on('end', () => target.end());
  source.on('error', (error) => target.destroy(error));
  target.on('error', (error) => source.destroy(error));
}

const ways = {
  pipe: (source, target) => { source.on('error', () => {}); source.pipe(target); },
  manual: (source, target) => manual(source, target),
  pipeline: (source, target) => pipeline(source, target),
};

for (const failure of [new Error('source failed'), undefined])
  for (const [name, copy] of Object.entries(ways)) {
    const source = endless();
    const target = sink();
    const result = Promise.resolve(copy(source, target)).then(() => '', (error) => error.code ?? error.message);
    await new Promise((next) => setTimeout(next, 30));
    source.destroy(failure);
    const outcome = await result;
    await new Promise((next) => setTimeout(next, 30));
    console.log(`${failure ? 'error  ' : 'hang-up'}  ${name.padEnd(9)} destination destroyed: ${target.destroyed}${outcome ? `, reported ${outcome}` : ''}`);
    assert.equal(target.destroyed, name === 'pipeline' || (name === 'manual' && Boolean(failure)));
  }
