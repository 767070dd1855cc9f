// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: race-story, mcq-oversold, mcq-conditional-update
//
// Twenty buyers, five items, one thread. First check-then-act across an await,
// then one conditional UPDATE in SQLite whose row count is checked (where the
// runtime carries node:sqlite).
//
// Run on Node 20.20.2 (first part only), 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const pause = () => new Promise((next) => setTimeout(next, Math.random() * 5));
const BUYERS = 20;
const ITEMS = 5;

let stock = ITEMS;
let orders = 0;
async function naive() {
  const seen = stock;
  await pause();
  if (seen < 1)
    return;
  await pause();
  stock -= 1;
  orders += 1;
}
await Promise.all(Array.from({ length: BUYERS }, naive));
console.log(`check then act: ${orders} orders for ${ITEMS} items, stock ${stock}`);
assert.equal(orders, BUYERS);

process.removeAllListeners('warning');
const sqlite = await import('node:sqlite').catch(() => null);
if (sqlite) {
  const db = new sqlite.DatabaseSync(':memory:');
  db.exec(`CREATE TABLE product (id INTEGER PRIMARY KEY, stock INTEGER NOT NULL CHECK (stock >= 0));
           INSERT INTO product VALUES (1, ${ITEMS});`);
  const take = db.prepare('UPDATE product SET stock = stock - 1 WHERE id = ? AND stock >= 1');
  let sold = 0;
  await Promise.all(Array.from({ length: BUYERS }, async () => {
    await pause();
    sold += Number(take.run(1).changes);
  }));
  const { stock: left } = db.prepare('SELECT stock FROM product WHERE id = 1').get();
  console.log(`conditional UPDATE: ${sold} orders for ${ITEMS} items, stock ${left}`);
  assert.deepEqual([sold, left], [ITEMS, 0]);
  assert.throws(() => db.exec('UPDATE product SET stock = -1'), /CHECK/);
} else {
  console.log('no node:sqlite in this version: second part not run');
}
