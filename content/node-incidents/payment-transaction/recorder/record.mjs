// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Runs six instances of the shop against a real PostgreSQL and writes what it measured.
//
//   node record.mjs OUT [NAME ...]   held later short idle bigger restarted
//
// Everything runs FACTOR times as fast as the story: waits and timeouts are divided by
// it, rates are multiplied. The server listens on a socket in OUT and nowhere else.

import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { Child, fixed, quantile, wait, writeCsv, writeText } from '../../recording/kit.mjs';
import { Connection } from './postgres.mjs';

export const FACTOR = 10;
const STEP_S = 10;
const WINDOW = 6;
const RPS = 43;
const INSTANCES = 6;
const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.resolve(process.argv[2] ?? '/tmp/payment-transaction');
const bin = process.env.PGBIN ?? '/usr/lib/postgresql/15/bin';
const data = path.join(out, 'postgres');
const asRoot = process.getuid() === 0;

function tool(name, args) {
  const [file, list] = asRoot ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', path.join(bin, name), ...args]]
    : [path.join(bin, name), args];
  return execFileSync(file, list, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: '/tmp', env: { ...process.env, LC_ALL: 'C' } });
}

function startDatabase() {
  stopDatabase();
  fs.rmSync(data, { recursive: true, force: true });
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  if (asRoot)
    execFileSync('chown', ['postgres:postgres', data]);
  tool('initdb', ['-D', data, '-U', 'shop', '-A', 'trust', '-N', '--no-instructions']);
  fs.appendFileSync(path.join(data, 'postgresql.conf'), [
    "listen_addresses = ''", `unix_socket_directories = '${data}'`, 'max_connections = 150', 'superuser_reserved_connections = 5',
    'fsync = off', 'synchronous_commit = off', 'shared_buffers = 64MB', 'autovacuum = off', "log_min_messages = fatal", ''].join('\n'));
  tool('pg_ctl', ['-D', data, '-w', '-l', path.join(data, 'server.log'), 'start']);
  tool('createdb', ['-h', data, '-U', 'shop', 'shop']);
}

function stopDatabase() {
  try {
    tool('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
  } catch { /* none was running */ }
}

// User and system seconds of the server and all of its backends.
function databaseCpu() {
  let ticks = 0;
  const first = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0];
  for (const pid of [first, ...fs.readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ')])
    try {
      const f = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      ticks += Number(f[11]) + Number(f[12]);
    } catch { /* it has ended meanwhile */ }
  return ticks / 100;
}

// The share of the provider's calls that wait, by minute since the recording began.
const rising = (minute) => minute < 6 ? 0 : minute < 22 ? 0.8 * (minute - 6) / 16 : Math.min(0.92, 0.8 + 0.12 * (minute - 22) / 30);
const bad = (minute) => rising(minute + 30);

const plans = {
  held: { minutes: 86, share: rising, evidence: 29 },
  later: { minutes: 46, lead: 5, share: bad, act: (w) => w.each({ type: 'later', on: true }) },
  short: { minutes: 46, lead: 5, share: bad, act: (w) => w.each({ type: 'limit', ms: 2_000 }) },
  idle: { minutes: 46, lead: 5, share: bad, act: async (w) => {
    await w.admin.query(`ALTER DATABASE shop SET idle_in_transaction_session_timeout = '${5_000 / FACTOR}ms'`);
    await w.admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app' ");
  } },
  bigger: { minutes: 46, lead: 5, share: bad, act: (w) => w.each({ type: 'pool', max: 60 }) },
  restarted: { minutes: 46, lead: 5, share: bad, act: (w) => w.restart() },
};

const HEADER = ['seconds', 'rps', 'p50', 'p95', 'p99', 'browse_p95', 'errors', 'orders', 'pool_used', 'pool_waiting', 'provider_p50', 'provider_p99',
                'db_cpu', 'db_connections', 'idle_in_tx', 'tx_age', 'cpu', 'lag_p99', 'orphans'];

const STATES = `SELECT coalesce(state, 'none'), count(*), coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)
  FROM pg_stat_activity WHERE datname = 'shop' AND pid <> pg_backend_pid() GROUP BY 1`;

async function record(name) {
  const plan = plans[name];
  startDatabase();
  const admin = await Connection.open(path.join(data, '.s.PGSQL.5432'), 'shop', 'shop');
  await admin.query("SET application_name = 'recorder'");
  await admin.query('CREATE TABLE orders (id text PRIMARY KEY, state text NOT NULL, placed timestamptz DEFAULT now())');
  await admin.query('CREATE TABLE products (id int PRIMARY KEY, shelf int NOT NULL, price int NOT NULL)');
  await admin.query('INSERT INTO products SELECT i, i % 40, 100 + i FROM generate_series(1, 2000) i');
  await admin.query('CREATE INDEX ON products (shelf)');
  // The shop is no superuser: the reserved connections are not for it.
  await admin.query('CREATE ROLE owner SUPERUSER LOGIN');
  const owner = await Connection.open(path.join(data, '.s.PGSQL.5432'), 'owner', 'shop');
  await owner.query("SET application_name = 'recorder'");
  await owner.query('CREATE ROLE app LOGIN');
  await owner.query('GRANT ALL ON orders, products TO app');

  const provider = await Child.start(path.join(here, 'provider.mjs'), { FACTOR });
  const clients = await Child.start(path.join(here, 'clients.mjs'), { FACTOR, RPS });
  const w = { admin: owner, instances: [], each: (m) => w.instances.forEach((i) => i.tell(m)) };
  const startAll = async () => {
    w.instances = [];
    for (let i = 1; i <= INSTANCES; i++)
      w.instances.push(await Child.start(path.join(here, 'shop.mjs'), {
        FACTOR, NAME: `shop-${i}`, PROVIDER_PORT: provider.port, DATABASE_SOCKET: path.join(data, '.s.PGSQL.5432'),
        LOG_FILE: path.join(out, `${name}.${i}.log`) }));
    clients.tell({ type: 'targets', ports: w.instances.map((i) => i.port) });
    w.cpu = w.instances.map((i) => i.cpuSeconds());
  };
  w.restart = async () => {
    w.instances.forEach((i) => i.stop());
    await startAll();
  };
  for (let i = 1; i <= INSTANCES; i++)
    fs.rmSync(path.join(out, `${name}.${i}.log`), { force: true });
  await startAll();

  let before = performance.now();
  let db = databaseCpu();
  let zero = 0;
  let orphans = 0;
  const charged = new Map();
  const broken = new Set();
  const window = [];
  const rows = [];
  async function sample(n) {
    const now = performance.now();
    const span = (now - before) / 1e3;
    before = now;
    const total = databaseCpu();
    // What ended backends had used is gone from the sum.
    const dbUsed = Math.max(0, total - db) / span;
    db = total;
    const [c, p, states, ...inside] = await Promise.all([
      clients.ask({ type: 'sample' }, 20_000), provider.ask({ type: 'sample' }, 20_000), owner.query(STATES),
      ...w.instances.map((i) => i.ask({ type: 'sample' }, 20_000))]);
    const used = w.instances.map((i, k) => {
      const seconds = i.cpuSeconds();
      const share = (seconds - w.cpu[k]) / span;
      w.cpu[k] = seconds;
      return share;
    });
    // Money that was taken for an order that was rolled back.
    p.charged.forEach((id) => charged.set(id, n));
    inside.forEach((i) => i?.failed.forEach((id) => broken.add(id)));
    for (const id of charged.keys())
      if (broken.has(id)) {
        orphans++;
        charged.delete(id);
      } else if (charged.get(id) < n - 60)
        charged.delete(id);
    window.push({ c, p, span });
    if (window.length > WINDOW)
      window.shift();
    const sum = (f) => window.reduce((k, s) => k + f(s), 0);
    const time = sum((s) => s.span);
    const seconds = (list) => list.map((ms) => ms * FACTOR / 1e3);
    const latencies = seconds(window.flatMap((s) => s.c.latencies));
    const calls = seconds(window.flatMap((s) => s.p.durations));
    const state = (what, column) => Number(states.find((r) => r[0].startsWith(what))?.[column] ?? 0);
    rows.push([
      ((now - zero) / 1e3).toFixed(2), fixed(sum((s) => s.c.sent) / time / FACTOR, 2),
      fixed(quantile(latencies, 0.5), 4), fixed(quantile(latencies, 0.95), 4), fixed(quantile(latencies, 0.99), 4),
      fixed(quantile(seconds(window.flatMap((s) => s.c.browse)), 0.95), 4), fixed(sum((s) => s.c.failed) / Math.max(1, sum((s) => s.c.latencies.length)), 5),
      fixed(sum((s) => s.c.orders) / time / FACTOR, 3), inside.reduce((k, i) => k + (i?.used ?? 0), 0), inside.reduce((k, i) => k + (i?.waiting ?? 0), 0),
      fixed(quantile(calls, 0.5), 4), fixed(quantile(calls, 0.99), 4), fixed(dbUsed / 2, 4), states.reduce((k, r) => k + Number(r[1]), 0),
      state('idle in transaction', 1), fixed(state('idle in transaction', 2) * FACTOR, 2),
      fixed(Math.max(...used), 4), fixed(Math.max(...inside.map((i) => i?.lag ?? 0)) * FACTOR / 1e3, 4), orphans]);
  }

  async function evidence() {
    const traces = (await Promise.all(w.instances.map((i) => i.ask({ type: 'slowest' }, 5_000)))).map((t) => t.slowest);
    fs.writeFileSync(path.join(out, 'traces.json'), JSON.stringify(traces));
    const sql = fs.readFileSync(path.join(here, 'sessions.sql'), 'utf8').replaceAll(':factor', String(FACTOR));
    writeText(path.join(out, 'sessions.txt'), tool('psql', ['-h', data, '-U', 'owner', '-d', 'shop', '-X', '-q', '-c', sql]));
    const count = fs.readFileSync(path.join(here, 'states.sql'), 'utf8').replaceAll(':factor', String(FACTOR));
    writeText(path.join(out, 'states.txt'), tool('psql', ['-h', data, '-U', 'owner', '-d', 'shop', '-X', '-q', '-c', count]));
  }

  const step = STEP_S / FACTOR * 1e3;
  const lead = Math.round((plan.lead ?? 1) * 60 / STEP_S);
  zero = performance.now() + lead * step;
  let wall = 0;
  for (let n = -lead; n * STEP_S <= plan.minutes * 60; n++) {
    await wait(Math.max(0, zero + n * step - performance.now()));
    const minute = n * STEP_S / 60;
    provider.tell({ type: 'slow', share: plan.share(minute) });
    if (n === 0) {
      rows.length = 0;
      wall = Date.now();
      await plan.act?.(w);
    }
    if (plan.evidence && minute === plan.evidence - 4)
      w.each({ type: 'slowest' });
    if (minute === plan.evidence)
      await evidence();
    await sample(n);
  }
  fs.writeFileSync(path.join(out, `${name}.meta.json`), JSON.stringify({ node: process.version, factor: FACTOR, wall }));
  writeCsv(path.join(out, `${name}.csv`), HEADER, rows);
  for (const child of [clients, provider, ...w.instances])
    child.stop();
  stopDatabase();
  await wait(300);
}

fs.mkdirSync(out, { recursive: true });
process.on('unhandledRejection', (err) => {
  if (!/ended with/.test(err.message))
    throw err;
});
for (const name of process.argv.length > 3 ? process.argv.slice(3) : Object.keys(plans)) {
  console.error(`recording ${name}`);
  await record(name);
}
process.exit(0);
