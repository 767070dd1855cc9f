// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// How long the pattern takes for n letters, with a face behind them and with a full stop.
//
//   node letters.mjs SCENARIO_FOLDER

import path from 'node:path';
import { writeCsv } from '../../recording/kit.mjs';
import { PATTERN, poison } from './pattern.mjs';

const seconds = (text) => {
  const before = process.cpuUsage();
  PATTERN.test(text);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};

// The engine compiles a pattern when it is used again, so it has to be used before.
for (let i = 0; i < 5; i++)
  seconds(poison(16));

const rows = [];
for (let n = 22; n <= 31; n++)
  rows.push([n, seconds(poison(n)).toFixed(3), seconds(poison(n).replace(' 😋', '.')).toFixed(3)]);
writeCsv(path.join(process.argv[2], 'tables', 'by-letters.csv'), ['letters', 'seconds_with_a_face_behind', 'seconds_with_a_full_stop'], rows);
