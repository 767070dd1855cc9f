// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: mcq-signal-listeners
//
// One long-lived AbortSignal and 12 listeners, as requests that never remove
// theirs would add them: is there a warning, and does AbortSignal.any() give one?
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';

const warnings = [];
process.on('warning', (warning) => warnings.push(warning.name));
const shutdown = new AbortController();
for (let i = 0; i < 12; i++)
  shutdown.signal.addEventListener('abort', () => i);
await new Promise((next) => setTimeout(next, 20));
console.log(`12 listeners on one signal: ${warnings}`);
assert.deepEqual(warnings, ['MaxListenersExceededWarning']);
warnings.length = 0;
const other = new AbortController();
const composed = Array.from({ length: 12 }, () => AbortSignal.any([other.signal, AbortSignal.timeout(10_000)]));
await new Promise((next) => setTimeout(next, 20));
console.log(`12 composed signals: ${warnings.length} warnings`);
assert.ok(warnings.length === 0 && composed.length === 12);
process.exit();
