// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// The validator's pattern, and the comment that it cannot digest.

// One or more words, each with at most one mark and one space behind it. The space and
// the mark may be missing, so a run of n letters can be cut into words in 2^(n-1) ways,
// and all of them are tried when the text ends in something that no word may hold.
export const PATTERN = /^(\w+[.,!?']?\s?)+$/;

export const poison = (letters) => 'M' + 'm'.repeat(letters - 1) + ' 😋';

// The number of letters that keeps this machine busy for about so many seconds. CPU
// time, not the clock: other work on the machine must not change the answer.
export function lettersFor(seconds) {
  const cost = (n) => {
    const before = process.cpuUsage();
    PATTERN.test(poison(n));
    const used = process.cpuUsage(before);
    return (used.user + used.system) / 1e6;
  };
  let best = Infinity;
  for (let i = 0; i < 5; i++)
    best = Math.min(best, cost(20));
  return 20 + Math.round(Math.log2(seconds / best));
}
