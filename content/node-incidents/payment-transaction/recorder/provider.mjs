// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The payment provider. A share of its calls waits 10 to 30 s in front of the charge
// itself. A caller that has hung up by then is not charged.

import http from 'node:http';
import { answer, randomFrom } from '../../recording/kit.mjs';

const F = Number(process.env.FACTOR);
const random = randomFrom(9);
let slow = 0;
let durations = [];
let charged = [];

const server = http.createServer((req, res) => {
  const started = performance.now();
  const order = req.url.slice(1);
  const queue = random() < slow ? 10_000 + 20_000 * random() : 20 - 30 * Math.log(1 - random());
  let gone = false;
  res.on('close', () => { gone = !res.writableEnded; });
  req.resume();
  setTimeout(() => {
    durations.push(performance.now() - started);
    if (gone)
      return;
    charged.push(order);
    setTimeout(() => res.end('{"charged":true}'), 90 / F);
  }, queue / F);
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));

answer({
  slow(m) { slow = m.share; },
  sample() {
    const result = { durations, charged };
    durations = [];
    charged = [];
    return result;
  },
});
