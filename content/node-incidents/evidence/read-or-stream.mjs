// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: upload-memory
//
// Twelve clients download a file of 20 MiB at once: from readFile() and from
// pipeline(createReadStream()). Peak RSS of the server process.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import http from 'node:http';
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, createReadStream, readFile } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, script, way, file] = process.argv;
if (way) {
  const server = http.createServer((request, response) => {
    if (way === 'whole') readFile(file, (error, data) => response.end(data));
    else pipeline(createReadStream(file), response).catch(() => {});
  }).listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  process.on('message', () => process.send({ peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'stream-')), path = join(folder, 'file');
  writeFileSync(path, Buffer.alloc(20 * 2 ** 20, 7));
  const peak = {};
  for (const kind of ['whole', 'stream']) {
    const child = fork(script, [kind, path]);
    const next = () => new Promise((resolve) => child.once('message', resolve));
    const { port } = await next();
    const sizes = await Promise.all(Array.from({ length: 12 }, () => new Promise((resolve) => {
      http.get({ host: '127.0.0.1', port, agent: false }, (response) => {
        let size = 0;
        response.on('data', (data) => { size += data.length; }).on('end', () => resolve(size));
      });
    })));
    child.send('peak');
    peak[kind] = (await next()).peak;
    child.kill();
    console.log(`${kind}: ${sizes.length} downloads, ${sizes[0]} bytes each; peak RSS ${peak[kind]} MiB`);
  }
  rmSync(folder, { recursive: true });
  assert.ok(readFileSync && peak.whole > 2 * peak.stream);
}
