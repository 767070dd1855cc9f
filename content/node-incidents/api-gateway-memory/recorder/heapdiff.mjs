// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Compares two heap snapshots class by class, as DevTools does in its comparison view,
// and writes down who holds the largest source image.
//
//   node heapdiff.mjs FIRST SECOND SCENARIO_FOLDER
//
// Retained size of a class is the sum over its instances that no other instance of the
// same class dominates, so a chain of objects is not counted twice. Dominators are found
// with the iterative algorithm of Cooper, Harvey and Kennedy.

import fs from 'node:fs';
import path from 'node:path';

function load(file) {
  const s = JSON.parse(fs.readFileSync(file, 'utf8'));
  const nf = s.snapshot.meta.node_fields, ef = s.snapshot.meta.edge_fields;
  const types = s.snapshot.meta.node_types[0], edgeTypes = s.snapshot.meta.edge_types[0];
  const n = s.nodes.length / nf.length;
  const g = { n, name: [], self: new Float64Array(n), cls: [], first: new Int32Array(n + 1),
              to: new Int32Array(s.edges.length / ef.length), label: [] };
  let e = 0;
  for (let i = 0; i < n; i++) {
    const at = i * nf.length;
    const type = types[s.nodes[at + nf.indexOf('type')]];
    const name = s.strings[s.nodes[at + nf.indexOf('name')]];
    g.name.push(name);
    g.cls.push(type === 'object' || type === 'native' ? name.replace(/ @.*/, '') : `(${type})`);
    g.self[i] = s.nodes[at + nf.indexOf('self_size')];
    g.first[i] = e;
    for (let k = 0; k < s.nodes[at + nf.indexOf('edge_count')]; k++, e++) {
      const ea = e * ef.length;
      const et = edgeTypes[s.edges[ea]];
      const raw = s.edges[ea + 1];
      // A weak edge keeps nothing alive.
      g.to[e] = et === 'weak' ? -1 : s.edges[ea + 2] / nf.length;
      g.label.push(et === 'element' || et === 'hidden' ? `[${raw}]` : s.strings[raw]);
    }
  }
  g.first[n] = e;
  return g;
}

function dominators(g) {
  const order = [], index = new Int32Array(g.n).fill(-1), parent = new Int32Array(g.n).fill(-1);
  const via = new Int32Array(g.n).fill(-1), seen = new Uint8Array(g.n);
  const stack = [[0, g.first[0]]];
  seen[0] = 1;
  while (stack.length) {
    const top = stack.at(-1);
    if (top[1] === g.first[top[0] + 1]) {
      index[top[0]] = order.length;
      order.push(top[0]);
      stack.pop();
      continue;
    }
    const to = g.to[top[1]++];
    if (to >= 0 && !seen[to]) {
      seen[to] = 1;
      stack.push([to, g.first[to]]);
    }
  }
  const incoming = new Map();
  for (const u of order)
    for (let e = g.first[u]; e < g.first[u + 1]; e++)
      if (g.to[e] >= 0) {
        const list = incoming.get(g.to[e]);
        list ? list.push(u) : incoming.set(g.to[e], [u]);
      }
  const idom = new Int32Array(g.n).fill(-1);
  idom[0] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let i = order.length - 2; i >= 0; i--) {
      const v = order[i];
      let best = -1;
      for (let u of incoming.get(v) ?? []) {
        if (idom[u] < 0)
          continue;
        if (best < 0) {
          best = u;
          continue;
        }
        while (u !== best) {
          while (index[u] < index[best]) u = idom[u];
          while (index[best] < index[u]) best = idom[best];
        }
      }
      if (idom[v] !== best) {
        idom[v] = best;
        changed = true;
      }
    }
  }
  const retained = Float64Array.from(g.self);
  for (const v of order)
    if (v !== 0)
      retained[idom[v]] += retained[v];
  // The shortest way from the root, for the holder.
  const queue = [0];
  const found = new Uint8Array(g.n);
  found[0] = 1;
  for (let h = 0; h < queue.length; h++)
    for (let e = g.first[queue[h]]; e < g.first[queue[h] + 1]; e++) {
      const to = g.to[e];
      if (to >= 0 && !found[to]) {
        found[to] = 1;
        parent[to] = queue[h];
        via[to] = e;
        queue.push(to);
      }
    }
  return { order, idom, retained, parent, via };
}

function classes(g, d) {
  const sums = new Map();
  for (const v of d.order) {
    const c = sums.get(g.cls[v]) ?? { count: 0, self: 0, retained: 0 };
    c.count++;
    c.self += g.self[v];
    let u = v === 0 ? 0 : d.idom[v];
    while (u !== 0 && g.cls[u] !== g.cls[v])
      u = d.idom[u];
    if (u === 0)
      c.retained += d.retained[v];
    sums.set(g.cls[v], c);
  }
  return sums;
}

const [first, second] = process.argv.slice(2, 4).map(load);
const before = classes(first, dominators(first));
const d = dominators(second);
const after = classes(second, d);
const zero = { count: 0, self: 0, retained: 0 };
const rows = [...new Set([...before.keys(), ...after.keys()])].map((name) => {
  const a = before.get(name) ?? zero, b = after.get(name) ?? zero;
  return [name, b.count - a.count, b.self - a.self, b.retained - a.retained];
}).filter((r) => r[0] !== '(synthetic)' && r[0] !== '(hidden)').sort((a, b) => b[3] - a[3]).slice(0, 12);
const quote = (s) => /[",]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s;
fs.writeFileSync(path.join(process.argv[4], 'heap', 'diff.csv'),
                 ['class,count_delta,self_delta,retained_delta', ...rows.map((r) => [quote(r[0]), ...r.slice(1)].join(','))].join('\n') + '\n');

let big = -1;
for (const v of d.order)
  if (second.cls[v] === 'system / JSArrayBufferData' && second.self[v] < 7e6 && (big < 0 || second.self[v] > second.self[big]))
    big = v;
// A hidden link has a number instead of a name.
const steps = [];
for (let v = big; d.parent[v] > 0; v = d.parent[v])
  steps.push(`  ${second.label[d.via[v]].replace(/^\d+$/, '[$&]')} of ${second.name[d.parent[v]] || second.cls[d.parent[v]]}`);
fs.writeFileSync(path.join(process.argv[4], 'heap', 'retainers.txt'),
                 `The largest source image and its holders, up to the roots\n\n${second.name[big]}, ${second.self[big]} bytes\n${steps.join('\n')}\n`);
