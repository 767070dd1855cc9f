// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// What the recorders of the scenarios share: children that are asked for samples,
// arrivals, quantiles, and the shapes of logs, traces and CSV.

import fs from 'node:fs';
import path from 'node:path';
import { fork } from 'node:child_process';

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A small seeded generator (mulberry32): the same seed gives the same arrivals.
export function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Open-loop Poisson arrivals: waiting requests do not slow the next ones down.
// rate() is per real second and may change while it runs.
export function arrivals(rate, fire, random) {
  let due = performance.now();
  const step = () => {
    const now = performance.now();
    for (let n = 0; due <= now && n < 2000; n++) {
      const r = rate();
      if (r <= 0) {
        due = now + 50;
        break;
      }
      fire();
      due += -Math.log(1 - random()) / r * 1e3;
    }
    setTimeout(step, 2);
  };
  step();
}

export function quantile(values, q) {
  if (!values.length)
    return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export const fixed = (x, digits) => Number.isFinite(x) ? x.toFixed(digits) : '';

export function writeCsv(file, header, rows) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, [header, ...rows].map((r) => r.join(',')).join('\n') + '\n');
}

export function writeLines(file, records) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, records.map((r) => JSON.stringify(r)).join('\n') + '\n');
}

export function writeText(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text.replace(/\s+$/, '') + '\n');
}

// A program of the recording. It says "ready" and answers what it is asked; one that
// cannot answer in time counts as silent, as it would for a scrape.
export class Child {
  static async start(file, env = {}) {
    const child = new Child();
    child.process = fork(file, { env: { ...process.env, ...env } });
    child.waiting = new Map();
    child.sequence = 0;
    const ready = new Promise((resolve, reject) => {
      child.process.on('message', (m) => {
        if (m.type === 'ready')
          resolve(m);
        else
          child.waiting.get(m.answers)?.(m);
      });
      child.process.on('exit', (code) => {
        child.gone = true;
        reject(new Error(`${path.basename(file)} ended with ${code}`));
      });
    });
    Object.assign(child, await ready);
    return child;
  }

  ask(message, ms) {
    const id = ++this.sequence;
    return new Promise((resolve) => {
      const done = (answer) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => done(null), ms);
      this.waiting.set(id, done);
      this.tell({ ...message, id });
    });
  }

  tell(message) {
    if (!this.gone && this.process.connected)
      this.process.send(message, () => {});
  }

  stop() {
    this.process.removeAllListeners('exit');
    this.process.on('exit', () => {});
    this.process.kill('SIGKILL');
  }

  // User and system seconds so far, read from outside, so that a blocked process counts too.
  cpuSeconds() {
    try {
      const fields = fs.readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      return NaN;
    }
  }
}

// The other side of ask(): a program answers with what its handlers return.
export function answer(handlers) {
  process.on('message', async (m) => {
    const result = await handlers[m.type]?.(m);
    if (m.id !== undefined && process.connected)
      process.send({ answers: m.id, ...result });
  });
  process.on('disconnect', () => process.exit(0));
}

const attribute = ([key, value]) => ({
  key, value: Number.isInteger(value) ? { intValue: String(value) } : { stringValue: String(value) } });

// spans: [{ service, name, kind, parent (index or -1), from, to (ms), attributes, failed }]
export function writeTrace(file, epochSeconds, number, spans) {
  const traceId = (0x7ace000000 + number).toString(16).padStart(32, '0');
  const spanId = (i) => (number * 4096 + i + 1).toString(16).padStart(16, '0');
  const zero = Math.min(...spans.map((s) => s.from));
  const at = (ms) => String(BigInt(epochSeconds) * 1_000_000_000n + BigInt(Math.round((ms - zero) * 1e6)));
  const services = new Map();
  spans.forEach((s, i) => {
    const list = services.get(s.service) ?? [];
    list.push({
      traceId, spanId: spanId(i), ...(s.parent >= 0 ? { parentSpanId: spanId(s.parent) } : {}),
      kind: s.kind ?? 1, name: s.name, startTimeUnixNano: at(s.from), endTimeUnixNano: at(s.to),
      attributes: Object.entries(s.attributes ?? {}).map(attribute), ...(s.failed ? { status: { code: 2 } } : {}) });
    services.set(s.service, list);
  });
  writeText(file, JSON.stringify({ resourceSpans: [...services].map(([name, list]) => ({
    resource: { attributes: [attribute(['service.name', name])] },
    scopeSpans: [{ scope: { name: 'recorder' }, spans: list }] })) }, null, 1));
}
