// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: read-profile
//
// A CPU profile of a small program, read the way a viewer does: self time per
// function and total time per function. `parse` does the work, `handler` only
// calls it 200 times, `cheap` is called once.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
const code = `
  function parse() { let x = 1; for (let i = 0; i < 50000; i++) x = (x * 48271) % 2147483647; return x; }
  function cheap() { let x = 1; for (let i = 0; i < 500000; i++) x = (x * 48271) % 2147483647; return x; }
  function handler() { let x = 0; for (let i = 0; i < 200; i++) x += parse(); return x; }
  setTimeout(function request() { handler(); cheap(); }, 10);
`;
spawnSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, '-e', code], { timeout: 20000 });
const profile = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0])));
rmSync(folder, { recursive: true });

const nodes = new Map(profile.nodes.map((node) => [node.id, { ...node, self: 0 }]));
profile.samples.forEach((id, i) => { nodes.get(id).self += profile.timeDeltas[i] / 1000; });
const total = (node) => node.self + (node.children ?? []).reduce((sum, id) => sum + total(nodes.get(id)), 0);
const of = (name) => {
  const found = [...nodes.values()].filter((node) => node.callFrame.functionName === name);
  return { self: Math.round(found.reduce((sum, node) => sum + node.self, 0)), total: Math.round(found.reduce((sum, node) => sum + total(node), 0)) };
};
for (const name of ['request', 'handler', 'parse', 'cheap', '(program)', '(garbage collector)', '(idle)'])
  console.log(`${name.padEnd(20)} self ${String(of(name).self).padStart(4)} ms, total ${of(name).total} ms`);
assert.ok(of('handler').self < 0.2 * of('handler').total && of('parse').self > 0.8 * of('handler').total);
