// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: duplicate-and-order, outbox-consumers
//
// Four updates of one record arrive as 1, 3, 2, 3: the last state if each is
// applied as it comes, and if a version must be higher than the stored one. And
// a counter that is raised once per message, with and without a list of ids.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const messages = [1, 3, 2, 3].map((version) => ({ id: `m${version}`, version, state: ['paid', 'packed', 'sent'][version - 1] }));
let naive, careful = { version: 0 };
let counted = 0, once = 0, ignored = 0;
const seen = new Set();
for (const message of messages) {
  naive = message.state;
  if (message.version > careful.version) careful = message; else ignored++;
  counted++;
  if (!seen.has(message.id)) { seen.add(message.id); once++; }
}
const afterTwo = messages.slice(0, 3).at(-1).state;
console.log(`as they come: "${afterTwo}" after three, "${naive}" at the end; with versions "${careful.state}" throughout, ${ignored} ignored`);
console.log(`counter: ${counted} without ids, ${once} with`);
assert.equal(afterTwo, 'packed');
assert.deepEqual([careful.state, ignored, counted, once], ['sent', 2, 4, 3]);
