// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: lost-errors, lost-errors-all, timeout-race
//
// Five ways to write the same failing call, each in a child: was the error
// caught by the try block around it, and how did the process end? Then what
// Promise.all and Promise.race leave running.
//
// Run on Node 20.20.2, 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const cases = {
  'await work()': ['await work();', 'caught', 0],
  'work() without await': ['work();', '', 1],
  'return work()': ['return work();', '', 1],
  'return await work()': ['return await work();', 'caught', 0],
  'forEach with async callback': ['[1].forEach(async () => { await work(); });', '', 1],
  'await Promise.all(map)': ['await Promise.all([1].map(async () => { await work(); }));', 'caught', 0],
};
for (const [name, [body, word, expected]] of Object.entries(cases)) {
  const { stdout, status } = spawnSync(process.execPath, ['-e', `
    async function work() { await null; throw new Error('x'); }
    async function handler() { try { ${body} } catch { console.log('caught'); } }
    handler();`], { encoding: 'utf8', timeout: 10000 });
  console.log(`${name.padEnd(28)} ${stdout.trim() || 'not caught'}, exit code ${status}`);
  assert.deepEqual([stdout.trim(), status], [word, expected]);
}
let finished = 0;
const job = async (ms, fails) => { await sleep(ms); if (fails) throw new Error('x'); finished++; };
await Promise.all([job(10, true), job(50), job(60)]).catch(() => {});
const atOnce = finished;
await sleep(100);
console.log(`Promise.all rejected: ${atOnce} of the others finished then, ${finished} in the end`);

finished = 0;
await Promise.race([job(100), sleep(20).then(() => { throw new Error('timeout'); })]).catch(() => {});
await sleep(150);
const raced = finished;
const signal = AbortSignal.timeout(20);
const cancellable = async () => { await sleep(100, null, { signal }); finished++; };
await cancellable().catch((error) => console.log(`with a signal: ${error.name}, cause ${error.cause?.name}`));
await sleep(150);
console.log(`timeout by Promise.race: work finished all the same ${raced} time; with a signal ${finished - raced}`);
assert.deepEqual([atOnce, raced, finished], [0, 1, 1]);
