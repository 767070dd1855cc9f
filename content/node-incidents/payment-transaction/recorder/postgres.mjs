// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// As much of PostgreSQL's protocol as the recorder needs: trust, simple queries, errors.
// The pool behaves as node-postgres' does: a maximum, a queue in order of arrival, and
// no limit on the time in that queue unless one is set.

import net from 'node:net';

export class Connection {
  static open(socketPath, user, database) {
    const c = new Connection();
    return new Promise((resolve, reject) => {
      c.socket = net.connect(socketPath);
      c.buffer = Buffer.alloc(0);
      c.done = { resolve: () => resolve(c), reject };
      c.rows = [];
      c.socket.on('connect', () => {
        const text = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
        const head = Buffer.alloc(8);
        head.writeInt32BE(8 + text.length, 0);
        head.writeInt32BE(196608, 4);
        c.socket.write(Buffer.concat([head, text]));
      });
      c.socket.on('data', (chunk) => c.read(chunk));
      c.socket.on('error', (err) => c.end(err));
      c.socket.on('close', () => c.end(new Error('connection closed')));
    });
  }

  query(sql) {
    return new Promise((resolve, reject) => {
      if (this.ended)
        return reject(this.ended);
      this.rows = [];
      this.error = null;
      this.done = { resolve, reject };
      const text = Buffer.from(sql + '\0');
      const head = Buffer.alloc(5);
      head.write('Q');
      head.writeInt32BE(4 + text.length, 1);
      this.socket.write(Buffer.concat([head, text]));
    });
  }

  read(chunk) {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    while (this.buffer.length >= 5) {
      const length = this.buffer.readInt32BE(1);
      if (this.buffer.length < length + 1)
        return;
      this.message(String.fromCharCode(this.buffer[0]), this.buffer.subarray(5, length + 1));
      this.buffer = this.buffer.subarray(length + 1);
    }
  }

  message(type, body) {
    if (type === 'D') {
      const row = [];
      let at = 2;
      for (let i = body.readInt16BE(0); i > 0; i--) {
        const n = body.readInt32BE(at);
        at += 4;
        row.push(n < 0 ? null : body.toString('utf8', at, at + n));
        at += Math.max(0, n);
      }
      this.rows.push(row);
    } else if (type === 'E') {
      const fields = body.toString('utf8').split('\0');
      this.error = new Error(fields.find((f) => f[0] === 'M')?.slice(1));
      this.error.code = fields.find((f) => f[0] === 'C')?.slice(1);
      // A fatal error comes without the message that the server is ready again.
      if (fields.some((f) => f === 'SFATAL'))
        this.end(this.error);
    } else if (type === 'Z') {
      const done = this.done;
      this.done = null;
      if (this.error)
        done?.reject(this.error);
      else
        done?.resolve(this.rows);
    }
  }

  end(err) {
    this.ended ??= err;
    this.socket.destroy();
    const done = this.done;
    this.done = null;
    done?.reject(this.ended);
  }
}

export class Pool {
  constructor(open, max) {
    this.open = open;
    this.max = max;
    this.size = 0;
    this.idle = [];
    this.queue = [];
  }

  get used() { return this.size - this.idle.length; }

  acquire() {
    return new Promise((resolve, reject) => {
      this.queue.push({ resolve, reject });
      this.serve();
    });
  }

  serve() {
    while (this.queue.length) {
      const ready = this.idle.pop();
      if (ready?.ended) {
        this.size--;
        continue;
      }
      if (ready) {
        this.queue.shift().resolve(ready);
        continue;
      }
      if (this.size >= this.max)
        return;
      this.size++;
      const waiter = this.queue.shift();
      this.open().then(waiter.resolve, (err) => {
        this.size--;
        waiter.reject(err);
      });
    }
  }

  release(connection) {
    if (connection.ended)
      this.size--;
    else
      this.idle.push(connection);
    this.serve();
  }
}
