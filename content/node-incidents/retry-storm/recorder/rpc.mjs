// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Calls over one loopback connection, a line of JSON each. A caller that gives up says
// nothing to the other side, as a proxy in between would not either; the answer comes
// all the same, and is counted as one that nobody waits for.

import net from 'node:net';

function lines(socket, each) {
  let rest = '';
  socket.setEncoding('utf8');
  socket.setNoDelay(true);
  socket.on('data', (text) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    parts.forEach((line) => each(JSON.parse(line)));
  });
}

// handle(call) returns { ok, ... }; what it returns is the answer.
export function serve(handle) {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    lines(socket, async (call) => {
      const answer = await handle(call);
      if (!socket.destroyed)
        socket.write(JSON.stringify({ id: call.id, ...answer }) + '\n');
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}

export function connect(port) {
  const socket = net.connect(port, '127.0.0.1');
  const waiting = new Map();
  let sequence = 0;
  const client = {
    late: 0,
    call(body, timeoutMs) {
      const id = ++sequence;
      return new Promise((resolve) => {
        const done = (answer) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => done({ ok: false, why: 'timeout' }), timeoutMs);
        waiting.set(id, done);
        socket.write(JSON.stringify({ ...body, id }) + '\n');
      });
    },
  };
  lines(socket, (answer) => {
    const done = waiting.get(answer.id);
    if (done)
      done(answer);
    else if (answer.ok)
      client.late++;
  });
  return new Promise((resolve) => { socket.on('connect', () => resolve(client)); });
}

// Up to `attempts` calls, one after the other, without a pause: the fault of the story.
// note() is told about each attempt.
export async function insist(attempts, one, note = () => {}) {
  let answer;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const from = Date.now();
    answer = await one(attempt);
    note({ attempt, from, to: Date.now(), answer });
    if (answer.ok)
      break;
  }
  return answer;
}
