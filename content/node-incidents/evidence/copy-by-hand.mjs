// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: backpressure-code
//
// The code of the answer, run: a copy by hand and pipeline() with an async
// generator. Prints bytes and pauses of a good copy, and how each ends when
// the source fails, when the source hangs up and when the destination goes.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { Readable, Writable, finished } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

let pauses = 0;

function copy(source, target, done) {
  source.on('data', (chunk) => {
    if (!target.write(chunk)) {
      source.pause();
      pauses++;
    }
  });
  target.on('drain', () => source.resume());
  source.on('end', () => target.end());
  finished(source, (error) => error && target.destroy(error));
  finished(target, (error) => {
    source.destroy();
    done(error);
  });
}

const source = (chunks) => Readable.from((function* () { for (let i = 0; i < chunks; i++) yield Buffer.alloc(10_000); })(), { objectMode: false });
let bytes = 0;
const sink = () => new Writable({
  highWaterMark: 16_384,
  write(chunk, encoding, done) {
    bytes += chunk.length;
    setImmediate(done);
  },
});

await promisify(copy)(source(500), sink());
console.log(`by hand: ${bytes} bytes, ${pauses} pauses`);
assert.equal(bytes, 5_000_000);
assert.ok(pauses > 10);

bytes = 0;
await pipeline(source(500), async function* (chunks) { for await (const chunk of chunks) yield chunk.subarray(0, chunk.length / 2); }, sink());
console.log(`pipeline with a transform: ${bytes} bytes`);
assert.equal(bytes, 2_500_000);

const ends = {
  'source fails': (from) => from.destroy(new Error('disk')),
  'source hangs up': (from) => from.destroy(),
  'destination goes': (from, to) => to.destroy(),
};
for (const [end, act] of Object.entries(ends))
  for (const [name, run] of Object.entries({ 'by hand': promisify(copy), pipeline })) {
    const from = source(1_000_000);
    const to = sink();
    const result = run(from, to).then(() => 'no error', (error) => error.code ?? error.message);
    await new Promise((next) => setTimeout(next, 20));
    act(from, to);
    const outcome = await result;
    console.log(`${end.padEnd(17)} ${name.padEnd(9)} both destroyed: ${from.destroyed && to.destroyed}, reported ${outcome}`);
    assert.ok(from.destroyed && to.destroyed && outcome !== 'no error');
  }
