/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

/* Unlike CLAMP(), gives @low for a NaN, which a damaged database can hold. */
static inline double
drill_clamp (double value,
             double low,
             double high)
{
  if (!(value > low))
    return low;

  return value < high ? value : high;
}
