// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: backpressure, bottlenecks, paged-approach-restart, mcq-keepalive-502
//
// Defaults that the answers quote.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import fs from 'node:fs';

const bytes = new Readable().readableHighWaterMark;
const objects = new Readable({ objectMode: true }).readableHighWaterMark;
const file = fs.createReadStream('/dev/null');
const server = http.createServer();
console.log(`stream ${bytes / 1024} KiB, object mode ${objects}, file ${file.readableHighWaterMark / 1024} KiB, `
            + `keepAliveTimeout ${server.keepAliveTimeout} ms, headersTimeout ${server.headersTimeout} ms, listeners ${EventEmitter.defaultMaxListeners}`);
const major = Number(process.versions.node.split('.')[0]);
assert.equal(bytes, major >= 22 ? 65536 : 16384);
assert.equal(objects, 16);
file.destroy();
