// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: idempotency-key, idempotency-key-crash, run-once, outbox
//
// With SQLite in memory (Node 22 and later). A client sends one payment three
// times: charges without a key, with "look, then insert", and with an insert
// that a unique key decides. Then six instances claim one job with a lease, and
// a message relay that crashes between publishing and marking.
//
// Run on Node 22.23.3, 24.21.0 and 26.10.0: holds. Node 20 has no node:sqlite.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

process.removeAllListeners('warning');
const sqlite = await import('node:sqlite').catch(() => null);
if (!sqlite) {
  console.log('node:sqlite is not here: not tried');
  process.exit(0);
}
const db = new sqlite.DatabaseSync(':memory:');
db.exec(`CREATE TABLE payment (key TEXT PRIMARY KEY, state TEXT, reply TEXT);
         CREATE TABLE job (name TEXT PRIMARY KEY, owner TEXT, until INTEGER NOT NULL, token INTEGER NOT NULL);
         CREATE TABLE orders (id INTEGER PRIMARY KEY); CREATE TABLE outbox (id INTEGER PRIMARY KEY, sent INTEGER DEFAULT 0);
         INSERT INTO job VALUES ('invoices', NULL, 0, 0);`);
let charges = 0;
const provider = async () => { await sleep(20); charges++; return `charge ${charges}`; };

const ways = {
  'no key': async () => provider(),
  'look, then insert': async (key) => {
    const found = db.prepare('SELECT reply FROM payment WHERE key = ?').get(key);
    if (found) return found.reply;
    const reply = await provider();
    db.prepare("INSERT OR IGNORE INTO payment VALUES (?, 'done', ?)").run(key, reply);
    return reply;
  },
  'insert decides': async (key) => {
    const { changes } = db.prepare("INSERT INTO payment VALUES (?, 'started', NULL) ON CONFLICT DO NOTHING").run(key);
    if (!changes) {
      const found = db.prepare('SELECT state, reply FROM payment WHERE key = ?').get(key);
      return found.state === 'done' ? found.reply : '409, still in progress';
    }
    const reply = await provider();
    db.prepare("UPDATE payment SET state = 'done', reply = ? WHERE key = ?").run(reply, key);
    return reply;
  },
};
for (const [name, pay] of Object.entries(ways)) {
  charges = 0;
  const replies = await Promise.all([pay(name), sleep(5).then(() => pay(name)), sleep(10).then(() => pay(name))]);
  const later = await pay(name);
  console.log(`${name}: ${charges} charges for four requests; replies ${[...replies, later].join(', ')}`);
  assert.equal(charges === 1, name === 'insert decides');
}

const claim = db.prepare('UPDATE job SET owner = ?, until = ?, token = token + 1 WHERE name = ? AND until < ? RETURNING token');
const won = (at) => ['a', 'b', 'c', 'd', 'e', 'f'].filter((who) => claim.get(who, at + 1000, 'invoices', at));
const rounds = [won(1), won(500), won(1002)].map((list) => list.length);
console.log(`six instances claim a job at 1, 500 and 1002 ms of a 1,000 ms lease: ${rounds.join(', ')} winners`);
assert.deepEqual(rounds, [1, 0, 1]);

const received = [];
db.exec('BEGIN; INSERT INTO orders VALUES (1); INSERT INTO outbox (id) VALUES (1); COMMIT;');
db.exec('BEGIN; INSERT INTO orders VALUES (2); INSERT INTO outbox (id) VALUES (2); ROLLBACK;');
const relay = (crash) => {
  for (const { id } of db.prepare('SELECT id FROM outbox WHERE sent = 0').all()) {
    received.push(id);
    if (crash) return;
    db.prepare('UPDATE outbox SET sent = 1 WHERE id = ?').run(id);
  }
};
relay(true); relay(false); relay(false);
console.log(`outbox: committed order published ${received.filter((id) => id === 1).length} times because of a crash, rolled back order ${received.filter((id) => id === 2).length} times`);
assert.deepEqual(received, [1, 1]);
