// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: last-resort-handlers, observability-signals-logs
//
// Whether AsyncLocalStorage still knows the request inside the last-resort
// handlers, so that the crash log can name it.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage();
const seen = [];
const done = () => {
  if (seen.length < 2)
    return;
  console.log(seen.sort().join(', '));
  assert.deepEqual(seen, ['rejection: request 2', 'throw: request 1']);
  process.exit(0);
};
process.on('uncaughtException', () => { seen.push(`throw: ${requests.getStore()}`); done(); });
process.on('unhandledRejection', () => { seen.push(`rejection: ${requests.getStore()}`); done(); });

requests.run('request 1', () => setTimeout(() => { throw new Error('late'); }, 5));
requests.run('request 2', () => setTimeout(async () => { throw new Error('async'); }, 10));
setTimeout(() => assert.fail('a handler did not run'), 2000);
