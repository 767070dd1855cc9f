// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Profiles one instance while it works on a comment of thirty-one letters, at its real
// speed, and keeps two seconds from the middle.
//
//   node profile.mjs SCENARIO_FOLDER

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Child, wait, writeCsv } from '../../recording/kit.mjs';
import { poison } from './pattern.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'comment-profile-'));
const file = path.join(folder, 'profile.json');
const database = await Child.start(path.join(here, 'database.mjs'), { DATABASE_MS: 12 });
const instance = await Child.start(path.join(here, 'comments.mjs'), {
  NAME: 'comments-3', DATABASE_PORT: database.port, LOG_FILE: path.join(folder, 'log'), PROFILE_FILE: file });

const post = (text) => new Promise((resolve, reject) => {
  const req = http.request({ host: '127.0.0.1', port: instance.port, method: 'POST', path: '/recipes/1/comments' }, (res) => {
    res.resume();
    res.on('end', resolve);
  });
  req.on('error', reject);
  req.end(text);
});

// As in production the pattern has been compiled long before somebody looks, for texts with
// a face and without one. Code of a pattern that is older than the profile has no name in it.
for (let i = 0; i < 20; i++) {
  await post('made it twice, with less sugar');
  await post('lovely 😋');
}
instance.tell({ type: 'profile', ms: 500 });
await wait(200);
await post(poison(31));
while (!fs.existsSync(file))
  await wait(200);
await wait(300);

const { nodes, samples, timeDeltas, startTime, endTime } = JSON.parse(fs.readFileSync(file, 'utf8'));
const byId = new Map(nodes.map((n) => [n.id, n]));
const parent = new Map(nodes.flatMap((n) => (n.children ?? []).map((c) => [c, n.id])));
const caller = (id) => {
  for (let n = parent.get(id); n !== undefined; n = parent.get(n))
    if (byId.get(n).callFrame.url.endsWith('/comments.mjs') && byId.get(n).callFrame.functionName)
      return byId.get(n).callFrame.functionName;
  return '';
};
const rows = new Map();
const middle = (startTime + endTime) / 2;
let at = startTime;
let whole = 0;
samples.forEach((id, i) => {
  at += timeDeltas[i];
  if (at < middle - 1e6 || at > middle + 1e6)
    return;
  const frame = byId.get(id).callFrame;
  const place = frame.url.split('/').pop();
  const key = [frame.functionName || '(unnamed)', place ? `${place}:${frame.lineNumber + 1}` : '', caller(id)].map((v) => v.replaceAll(',', ' ')).join(',');
  rows.set(key, (rows.get(key) ?? 0) + timeDeltas[i]);
  whole += timeDeltas[i];
});
writeCsv(path.join(path.resolve(process.argv[2]), 'profiles', 'spinning.csv'), ['function', 'location', 'called_from', 'self_seconds', 'self_share'],
         [...rows].sort((a, b) => b[1] - a[1]).map(([key, us]) => [key, (us / 1e6).toFixed(3), (us / whole).toFixed(4)]));
database.stop();
instance.stop();
fs.rmSync(folder, { recursive: true });
process.exit(0);
