// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-optimistic-storm
//
// Thirty writers change one row guarded by a version column. All read, all write,
// losers start again together: number of attempts.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const row = { version: 7, value: 0 };
let attempts = 0;
const turn = () => new Promise((next) => setImmediate(next));

async function add() {
  for (;;) {
    attempts++;
    const { version, value } = row;
    await turn();
    if (row.version === version) {
      row.version++;
      row.value = value + 1;
      return;
    }
  }
}
await Promise.all(Array.from({ length: 30 }, add));
console.log(`30 writers on one row: ${attempts} attempts, value ${row.value}`);
assert.equal(row.value, 30);
assert.equal(attempts, 30 * 31 / 2);
