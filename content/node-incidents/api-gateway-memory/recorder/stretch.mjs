// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Turns recordings into the files of the scenario. Nothing is invented here: times
// are multiplied, rates are converted, lines are thinned.
//
//   node stretch.mjs OUT SCENARIO_FOLDER
//
// What happens to which column is said in README.md; the table below does it.

import fs from 'node:fs';
import path from 'node:path';

const [out, scenario] = process.argv.slice(2).map((p) => path.resolve(p));
const FACTOR = 20;
const FLEET = 12;
const PAGE = Date.UTC(2026, 2, 17, 3, 14) / 1e3;
const HISTORY = 77.5 * 60;

// The start of each recording on the story's clock; the engine uses offsets only.
const START = { leak: PAGE - HISTORY };
const files = { leak: 'leak', early: 'flag-off-1760mb', late: 'flag-off-1940mb', low: 'flag-off-860mb',
                recovered: 'restarted-flag-off', resumed: 'restarted-leaking' };

// Requests keep their real rate, of which the recording has one instance of twelve.
// Thumbnails are 20 times as dense in the recording as on the story's clock, because
// an hour of leaking had to fit into three minutes.
const convert = {
  rps: (v) => (v * FLEET).toFixed(1),
  thumbs: (v) => (v * FLEET / FACTOR).toFixed(3),
  thumbs_failed: (v) => (v * FLEET / FACTOR).toFixed(3),
};

function metrics(name, target) {
  const [head, ...rows] = fs.readFileSync(path.join(out, `${name}.csv`), 'utf8').trim().split('\n').map((l) => l.split(','));
  const start = START[name] ?? PAGE;
  // A fresh process has answered nothing yet when its first sample is taken.
  while (Number(rows[0][head.indexOf('rps')]) === 0)
    rows.shift();
  const first = Number(rows[0][0]);
  const lines = [['Time', ...head.slice(1)].join(',')];
  for (const row of rows)
    lines.push(row.map((cell, i) => {
      if (i === 0)
        return Math.round(start + (Number(cell) - first) * FACTOR);
      return cell !== '' && convert[head[i]] ? convert[head[i]](Number(cell)) : cell;
    }).join(','));
  fs.writeFileSync(path.join(scenario, 'metrics', `${target}.csv`), lines.join('\n') + '\n');
}

const readJson = (name) => JSON.parse(fs.readFileSync(path.join(out, name), 'utf8'));

// All lines about thumbnails are kept. Of the lines about other requests one in twenty
// is kept, so that both have the rate of the story.
function logs() {
  const { zero } = readJson('leak.events.json');
  const until = PAGE + 8 * 60;
  const kept = [];
  let others = 0;
  for (const text of fs.readFileSync(path.join(out, 'leak.log'), 'utf8').split('\n')) {
    if (!text.endsWith('}'))
      continue;
    const entry = JSON.parse(text);
    const time = START.leak + (entry.time - zero) / 1e3 * FACTOR;
    if (time < START.leak || time > until)
      continue;
    if (entry.route !== '/thumbnails/:id' && others++ % FACTOR)
      continue;
    const { level, time: _, pid, name, ...rest } = entry;
    kept.push(JSON.stringify({ level, time: Math.round(time * 1e3), pid: 7, hostname: 'gateway-7', name, ...rest }));
  }
  fs.writeFileSync(path.join(scenario, 'logs', 'gateway-7.ndjson'), kept.join('\n') + '\n');
}

const hex = (n, width) => n.toString(16).padStart(width, '0');
const attribute = (key, value) => ({ key, value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value } });

// Durations are as measured. A server span has the time the service itself reported;
// where inside the client span it began is not known, so it starts with it.
function trace(record, target, id) {
  const epoch = BigInt(Math.round(PAGE + 3 * 60)) * 1_000_000_000n;
  const at = (ms) => String(epoch + BigInt(Math.round((ms - record.started) * 1e6)));
  const traceId = hex(0x5ca1ab1e00 + id, 32);
  let next = 1;
  const span = (parentSpanId, kind, name, from, to, attributes) => ({
    traceId, spanId: hex(id * 256 + next++, 16), ...(parentSpanId ? { parentSpanId } : {}), kind, name,
    startTimeUnixNano: at(from), endTimeUnixNano: at(to), attributes });
  const root = span('', 2, `GET ${record.route}`, record.started, record.ended,
                    [attribute('http.response.status_code', record.status), attribute('request.id', record.reqId)]);
  const gateway = [root];
  const services = new Map();
  for (const s of record.spans) {
    const remote = s.name.startsWith('GET /');
    const own = span(root.spanId, remote ? 3 : 1, s.name, s.started, s.ended, []);
    gateway.push(own);
    if (!remote || !s.served)
      continue;
    const service = s.name.slice('GET /'.length);
    services.set(service, [...(services.get(service) ?? []), span(own.spanId, 2, s.name, s.started, s.started + s.served, [])]);
  }
  const resource = (name, spans) => ({ resource: { attributes: [attribute('service.name', name)] },
                                       scopeSpans: [{ scope: { name: 'recorder' }, spans }] });
  const text = JSON.stringify({ resourceSpans: [resource('gateway', gateway),
                                                ...[...services].map(([n, spans]) => resource(n, spans))] }, null, 1);
  fs.writeFileSync(path.join(scenario, 'traces', target), text + '\n');
}

// Self time by function, from the sampling profiler's own tree. A native function says
// little by itself, so each row also names the nearest callers in the gateway's own code.
function profile() {
  const { nodes, samples, timeDeltas } = readJson('profile.json');
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const parent = new Map();
  for (const n of nodes)
    for (const c of n.children ?? [])
      parent.set(c, n.id);

  const own = (n) => n.callFrame.url.endsWith('/gateway.mjs') && n.callFrame.functionName;
  const callers = (id) => {
    const names = [];
    for (let n = parent.get(id); n !== undefined; n = parent.get(n))
      if (own(byId.get(n)))
        names.unshift(byId.get(n).callFrame.functionName);
    return names.slice(-2).join(' > ');
  };
  const rows = new Map();
  let whole = 0;
  samples.forEach((id, i) => {
    const { functionName, url, lineNumber } = byId.get(id).callFrame;
    const file = url.split('/').pop();
    const key = `${functionName || '(anonymous)'},${file ? `${file}:${lineNumber + 1}` : ''},${callers(id)}`;
    rows.set(key, (rows.get(key) ?? 0) + timeDeltas[i]);
    whole += timeDeltas[i];
  });
  const lines = [...rows].sort((a, b) => b[1] - a[1]).slice(0, 12)
    .map(([key, us]) => `${key},${(us / 1e6).toFixed(3)},${(us / whole).toFixed(4)}`);
  fs.writeFileSync(path.join(scenario, 'profiles', 'cpu-8s.csv'),
                   ['function,location,called_from,self_seconds,self_share', ...lines].join('\n') + '\n');
}

for (const folder of ['metrics', 'logs', 'traces', 'profiles'])
  fs.mkdirSync(path.join(scenario, folder), { recursive: true });
for (const [name, target] of Object.entries(files))
  if (fs.existsSync(path.join(out, `${name}.csv`)))
    metrics(name, target);
logs();
const traces = readJson('traces.json');
trace(traces.slowest, 'slow-order.json', 1);
trace(traces.thumb, 'thumbnail-415.json', 2);
profile();
