// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The inner service. So many calls at a time go to the database, the others wait in a
// queue, first come, first served. The queue has a bound, and a call does not carry a
// deadline: whoever reaches the front is served, also if its caller left long ago. A
// fresh process has an empty cache, and a call needs four queries until it is filled.

import { answer } from '../../recording/kit.mjs';
import { connect, insist, serve } from './rpc.mjs';

const ATTEMPTS = 3;
const QUERY_MS = 300;
const COLD_MS = 2_500;
const COLD_QUERIES = 4;

const database = await connect(Number(process.env.DATABASE_PORT));
let slots = Number(process.env.SLOTS);
let limit = Number(process.env.QUEUE_LIMIT);
let queue = [];
let busy = 0;
let coldUntil = 0;
const fresh = () => ({ calls: 0, refused: 0, queries: 0, waits: [], served: 0 });
let counts = fresh();
let traces = [];

async function work(spans) {
  const query = () => insist(ATTEMPTS, () => { counts.queries++; return database.call({}, QUERY_MS); }, (s) => spans.push(s));
  let result = await query();
  for (let n = 1; result.ok && n < COLD_QUERIES && Date.now() < coldUntil; n++)
    result = await query();
  return result;
}

function next() {
  while (busy < slots && queue.length) {
    const job = queue.shift();
    counts.waits.push(Date.now() - job.at);
    busy++;
    const spans = [];
    const begun = Date.now();
    work(spans).then((result) => {
      busy--;
      counts.served += result.ok ? 1 : 0;
      job.resolve({ ok: result.ok, why: result.why });
      if (job.trace)
        traces.push({ trace: job.trace, at: job.at, begun, end: Date.now(), queries: spans.length, ok: result.ok });
      next();
    });
  }
}

const port = await serve((call) => {
  counts.calls++;
  if (queue.length >= limit) {
    counts.refused++;
    return { ok: false, why: 'queue full' };
  }
  return new Promise((resolve) => {
    queue.push({ at: Date.now(), trace: call.trace, resolve });
    next();
  });
});

answer({
  change: (m) => {
    slots = m.slots ?? slots;
    limit = m.limit ?? limit;
    next();
  },
  // A restart forgets the queue, and the cache.
  restart: () => {
    queue.forEach((job) => job.resolve({ ok: false, why: 'connection closed' }));
    queue = [];
    coldUntil = Date.now() + COLD_MS;
  },
  traces: () => ({ traces }),
  sample: () => {
    const told = { ...counts, queue: queue.length, busy };
    counts = fresh();
    return told;
  },
});
process.send({ type: 'ready', port });
