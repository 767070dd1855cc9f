// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// What stands for the database: answers after a time with a tail, and counts.

import http from 'node:http';
import { answer } from '../../recording/kit.mjs';

const MEAN_MS = Number(process.env.DATABASE_MS);
let served = [];

const server = http.createServer((req, res) => {
  const started = performance.now();
  const ms = MEAN_MS * (0.6 - 0.4 * Math.log(1 - Math.random()));
  setTimeout(() => {
    served.push(performance.now() - started);
    res.end('{"rows":20}');
  }, ms);
  req.resume();
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));

answer({
  sample() {
    const result = { served };
    served = [];
    return result;
  },
});
