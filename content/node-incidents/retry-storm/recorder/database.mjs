// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// In place of a database: a query takes 30 ms on average while three or fewer run, and
// longer when more get in each other's way. During a failover it answers nothing, and
// then it is back as if nothing had been.

import { answer, randomFrom } from '../../recording/kit.mjs';
import { serve } from './rpc.mjs';

const MEAN_MS = 30;
const COMFORTABLE = 3;
const random = randomFrom(41);

let running = 0;
let down = false;
let took = [];

const port = await serve(async () => {
  if (down)
    return new Promise(() => {});
  running++;
  const ms = Math.max(2, -Math.log(1 - random()) * MEAN_MS) * Math.max(1, running / COMFORTABLE) ** 1.35;
  await new Promise((resolve) => setTimeout(resolve, ms));
  running--;
  took.push(ms);
  return { ok: true };
});

answer({
  failover: ({ on }) => { down = on; },
  sample: () => {
    const told = { took, running };
    took = [];
    return told;
  },
});
process.send({ type: 'ready', port });
