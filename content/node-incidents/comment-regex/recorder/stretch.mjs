// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Turns recordings into the files of the scenario. Nothing is invented here: times are
// multiplied, lines are chosen, letters that were left out to save time are counted again.
//
//   node stretch.mjs OUT SCENARIO_FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { writeCsv, writeLines, writeTrace } from '../../recording/kit.mjs';

const [out, scenario] = process.argv.slice(2).map((p) => path.resolve(p));
const PAGE = Date.UTC(2026, 4, 12, 18, 40) / 1e3;
const HISTORY = 20 * 60;
const files = { storm: 'storm', contained: 'rule-on', noretry: 'retries-off', patient: 'patient-probes', scaled: 'nine-instances' };

const read = (name) => fs.readFileSync(path.join(out, name), 'utf8').trim().split('\n');
const meta = JSON.parse(read('storm.meta.json').join('\n'));
const FACTOR = meta.factor;
const MORE_LETTERS = Math.log2(FACTOR);
const story = (wallMs) => PAGE - HISTORY + (wallMs - meta.wall) / 1e3 * FACTOR;

for (const [name, target] of Object.entries(files)) {
  const [head, ...rows] = read(`${name}.csv`).map((l) => l.split(','));
  // With the rule on, what had begun before still ends. The first forty seconds are that.
  if (name === 'contained')
    rows.splice(0, 4);
  // The first minute of the storm fills the windows, and warms six cold processes.
  if (name === 'storm')
    rows.splice(0, 6);
  const start = name === 'storm' ? PAGE - HISTORY + Number(rows[0][0]) * FACTOR : PAGE;
  writeCsv(path.join(scenario, 'metrics', `${target}.csv`), ['Time', ...head.slice(1)],
           rows.map((r) => [Math.round(start + (Number(r[0]) - Number(rows[0][0])) * FACTOR), ...r.slice(1)]));
}

const posts = read('storm.posts.ndjson').map((l) => JSON.parse(l));
const bad = new Set(posts.map((p) => p.key));
const name = (n) => `comments-${n}`;
const logs = [1, 2, 3, 4, 5, 6].map((n) => read(`storm.${n}.log`).map((l) => JSON.parse(l)).sort((a, b) => a.time - b.time));

function line({ level, time, pid: _, name: hostname, ms, chars, ...rest }) {
  return { level, time: Math.round(story(time) * 1e3), pid: 7, hostname, name: 'comments', ...rest,
           ...(chars === undefined ? {} : { chars: bad.has(rest.idempotencyKey) ? chars + MORE_LETTERS : chars }),
           ...(ms === undefined ? {} : { ms: Math.round(ms * FACTOR) }) };
}

// Around each silence: two lines before the last one, that one, and two after. The
// message goes to the end, as pino writes it.
const inWindow = (e) => story(e.time) > PAGE - 9 * 60 && story(e.time) < PAGE + 150;
const around = [];
for (const log of logs)
  log.forEach((e, i) => {
    if (!bad.has(e.idempotencyKey) || !inWindow(e))
      return;
    const answer = log.findIndex((a, k) => k > i && a.reqId === e.reqId);
    for (const entry of [...log.slice(Math.max(0, i - 2), i + 1), ...(answer < 0 ? [] : log.slice(answer, answer + 3))])
      around.push(entry);
  });
writeLines(path.join(scenario, 'logs', 'last-words.ndjson'), [...new Set(around)].sort((a, b) => a.time - b.time).map((e) => {
  const { msg, ...rest } = line(e);
  const what = rest.status ? `${rest.method} ${rest.status} after ${rest.ms} ms` : `${rest.method} started, attempt ${rest.attempt}, key ${rest.idempotencyKey}, ${rest.chars} characters`;
  return { ...rest, msg: `${rest.hostname}: ${what}` };
}));

// A reader who waited, and the one request of the service that it was.
const reader = meta.traces.filter((t) => t.method === 'GET' && t.status === 200)
  .sort((a, b) => b.ms - a.ms)[0];
{
  const entered = (reader.entered - reader.started) * FACTOR;
  writeTrace(path.join(scenario, 'traces', 'reader.json'), Math.round(story(reader.started)), 1, [
    { service: 'balancer', name: 'GET /recipes/:id/comments', kind: 2, parent: -1, from: 0, to: reader.ms * FACTOR,
      attributes: { 'http.response.status_code': 200, 'request.id': reader.reqId } },
    { service: 'balancer', name: 'send to ' + name(reader.instance + 1), kind: 3, parent: 0, from: 0, to: reader.ms * FACTOR },
    { service: name(reader.instance + 1), name: 'GET /recipes/:id/comments', kind: 2, parent: 1, from: entered, to: (reader.ended - reader.started) * FACTOR },
    ...reader.spans.map((s) => ({ service: name(reader.instance + 1), name: s[0], kind: 3, parent: 2, from: entered + s[1] * FACTOR, to: entered + s[2] * FACTOR }))]);
}

// The last comment before the page that was sent four times, with the work of each instance.
{
  const byKey = Map.groupBy ? Map.groupBy(posts, (p) => p.key) : posts.reduce((m, p) => m.set(p.key, [...(m.get(p.key) ?? []), p]), new Map());
  const attempts = [...byKey.values()].filter((list) => list.length === 4 && story(list[0].at) < PAGE + 60).at(-1);
  const zero = attempts[0].at;
  const end = attempts.at(-1).at + attempts.at(-1).ms;
  const spans = [{ service: 'app', name: 'post comment', kind: 3, parent: -1, from: 0, to: (end - zero) * FACTOR, failed: true,
                   attributes: { 'idempotency.key': attempts[0].key, letters: attempts[0].letters + MORE_LETTERS } }];
  for (const a of attempts) {
    const from = (a.at - zero) * FACTOR;
    spans.push({ service: 'balancer', name: `POST, attempt ${a.attempt}`, kind: 3, parent: 0, from, to: from + a.ms * FACTOR, failed: true,
                 attributes: { 'http.response.status_code': a.status } });
    const parent = spans.length - 1;
    const log = logs[a.instance];
    const started = log.find((e) => e.idempotencyKey === a.key && e.attempt === a.attempt);
    const done = log.find((e) => e.reqId === started?.reqId && e.status);
    if (done)
      spans.push({ service: name(a.instance + 1), name: 'validate text', kind: 2, parent, from: (started.time - zero) * FACTOR, to: (started.time - zero + done.ms) * FACTOR });
  }
  writeTrace(path.join(scenario, 'traces', 'four-attempts.json'), Math.round(story(zero)), 2, spans);
}
