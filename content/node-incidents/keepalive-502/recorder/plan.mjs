// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// What the recorder and stretch.mjs have to agree about.

export const FACTOR = 20;

// Requests per second of the fleet at a minute of the day: busy at ten, asleep at three.
export function rateAt(minute) {
  const hour = (minute / 60) % 24;
  const curve = [14, 11, 9, 8, 8, 10, 18, 34, 52, 64, 70, 66, 58, 62, 66, 64, 58, 50, 44, 40, 36, 30, 24, 18];
  const here = curve[Math.floor(hour)];
  const there = curve[(Math.floor(hour) + 1) % 24];
  return here + (there - here) * (hour % 1);
}
