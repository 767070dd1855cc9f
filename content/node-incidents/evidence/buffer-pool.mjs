// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-buffer-pool
//
// A short Buffer is a window into a shared block. Prints the size of that block
// and whether bytes of another Buffer can be read through it.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const secret = Buffer.from('token=abc123');
const reply = Buffer.from('ok');
const whole = Buffer.from(reply.buffer);
console.log(`poolSize ${Buffer.poolSize}, block of a Buffer of 2 bytes: ${reply.buffer.byteLength}, other data visible: ${whole.includes(secret)}`);
assert.ok(reply.buffer.byteLength >= 8192 && whole.includes(secret));
assert.equal(Buffer.alloc(2).buffer.byteLength, 2);
