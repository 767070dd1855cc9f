// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The middle layer: asks stock, up to three times, half a second each.

import { answer } from '../../recording/kit.mjs';
import { connect, insist, serve } from './rpc.mjs';

const stock = await connect(Number(process.env.STOCK_PORT));
let attempts = 3;
let timeoutMs = 500;

const port = await serve(async (call) => {
  const spans = [];
  const result = await insist(attempts, () => stock.call({ trace: call.trace }, timeoutMs), (s) => spans.push(s));
  return { ok: result.ok, why: result.why, spans: call.trace ? spans : undefined };
});

answer({
  change: (m) => {
    attempts = m.attempts ?? attempts;
    timeoutMs = m.timeoutMs ?? timeoutMs;
  },
  sample: () => {
    const told = { late: stock.late };
    stock.late = 0;
    return told;
  },
});
process.send({ type: 'ready', port });
