// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Shoppers and the gateway. Two of three requests need stock, the others are answered from
// a cache. The gateway tries three times. It can let in a share of the requests that need
// stock; shoppers it turns away wait in a waiting room and come back when it lets them.

import { answer, arrivals, randomFrom } from '../../recording/kit.mjs';
import { connect, insist } from './rpc.mjs';

const RATE = 60;
const NEEDS_STOCK = 0.65;
const TIMEOUT_MS = 1_600;
const ROOM = 600;

const orders = await connect(Number(process.env.ORDERS_PORT));
const random = randomFrom(67);
let attempts = 3;
let share = 1;
let release = 0;
let room = 0;
let traces = [];
let traced = 0;
const fresh = () => ({ sent: 0, failed: 0, shed: 0, inner: 0, latencies: [] });
let counts = fresh();

async function order() {
  counts.inner++;
  const from = Date.now();
  const trace = random() < 0.05 ? ++traced : 0;
  const spans = [];
  const result = await insist(attempts, () => orders.call({ trace }, TIMEOUT_MS), (s) => spans.push(s));
  counts.latencies.push(Date.now() - from);
  if (!result.ok)
    counts.failed++;
  if (trace) {
    traces.push({ trace, from, to: Date.now(), ok: result.ok, spans });
    traces = traces.slice(-300);
  }
}

arrivals(() => RATE, () => {
  counts.sent++;
  if (random() >= NEEDS_STOCK)
    counts.latencies.push(4 + random() * 8);
  else if (random() < share)
    order();
  else {
    counts.shed++;
    room = Math.min(ROOM, room + 1);
  }
}, random);

// The waiting room lets people in at this rate.
arrivals(() => room > 0 ? release : 0, () => {
  room--;
  counts.sent++;
  order();
}, random);

answer({
  change: (m) => {
    attempts = m.attempts ?? attempts;
    share = m.share ?? share;
    release = m.release ?? release;
  },
  traces: () => ({ traces }),
  sample: () => {
    const told = { ...counts, room };
    counts = fresh();
    return told;
  },
});
process.send({ type: 'ready' });
