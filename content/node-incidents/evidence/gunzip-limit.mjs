// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-gunzip-limit
//
// 100 MB of zeros as gzip: size on the wire, and what maxOutputLength does.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import zlib from 'node:zlib';

const packed = zlib.gzipSync(Buffer.alloc(100e6));
let code;
try {
  zlib.gunzipSync(packed, { maxOutputLength: 10e6 });
} catch (error) {
  code = error.code;
}
console.log(`100 MB packed: ${Math.round(packed.length / 1000)} KB; unpacked with a limit of 10 MB: ${code}`);
assert.ok(packed.length < 110_000 && code === 'ERR_BUFFER_TOO_LARGE');
assert.equal(zlib.gunzipSync(packed).length, 100e6);
