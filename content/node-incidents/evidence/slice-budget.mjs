// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: long-request-slices
//
// Four exports at once, each with 500 ms of work, in slices of 50 and of 5 ms
// with setImmediate between them. Every 20 ms a small request is made on
// loopback; its median time is printed. Then slices of 5 ms, but one export
// after the other.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';

const TOTAL = 500;

function spin(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
const turn = () => new Promise((next) => setImmediate(next));

async function sliced(slice) {
  for (let done = 0; done < TOTAL; done += slice) {
    spin(slice);
    await turn();
  }
}

const server = http.createServer((request, response) => response.end('ok'));
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const agent = new http.Agent({ keepAlive: true });
const options = { host: '127.0.0.1', port: server.address().port, agent };
const ask = () => new Promise((resolve) => {
  const start = performance.now();
  http.get(options, (response) => response.resume().on('end', () => resolve(performance.now() - start)));
});

async function measure(name, work) {
  const times = [];
  const probe = setInterval(() => ask().then((ms) => times.push(ms)), 20);
  await ask();
  const start = performance.now();
  await work();
  const took = Math.round(performance.now() - start);
  clearInterval(probe);
  await new Promise((next) => setTimeout(next, 50));
  times.sort((a, b) => a - b);
  const median = Math.round(times[times.length >> 1]);
  console.log(`${name}: work ${took} ms; small request median ${median}, longest ${Math.round(times.at(-1))} ms`);
  return median;
}

const four = (slice) => () => Promise.all([1, 2, 3, 4].map(() => sliced(slice)));
const coarse = await measure('4 exports, slices of  50 ms', four(50));
const fine = await measure('4 exports, slices of   5 ms', four(5));
const single = await measure('one at a time,         5 ms', async () => { for (let i = 0; i < 4; i++) await sliced(5); });
agent.destroy();
server.close();
assert.ok(coarse > 3 * fine && fine > 1.5 * single);
