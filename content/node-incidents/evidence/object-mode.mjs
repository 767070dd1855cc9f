// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-object-mode, mcq-hwm-upgrade
//
// How many objects a stalled writable in object mode takes before write() says
// false, and the thresholds of byte streams and of a response.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds; byte streams 16 KiB on 20.
import assert from 'node:assert/strict';
import http from 'node:http';
import { PassThrough, Writable, getDefaultHighWaterMark } from 'node:stream';

const stalled = new Writable({ objectMode: true, write() {} });
let taken = 1;
while (stalled.write({}))
  taken++;
const response = new http.ServerResponse(new http.IncomingMessage());
const bytes = getDefaultHighWaterMark(false);
console.log(`objects until false: ${taken}; bytes: default ${bytes}, PassThrough ${new PassThrough().writableHighWaterMark}, response ${response.writableHighWaterMark}`);
assert.equal(taken, 16);
assert.equal(bytes, Number(process.versions.node.split('.')[0]) >= 22 ? 65536 : 16384);
assert.equal(response.writableHighWaterMark, bytes);
