/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Eight ways to draw a line. Hues go blue, orange, green, purple first, which
 * stay apart for the common kinds of colour blindness, and lightness differs
 * between neighbours. Colour is never all: no two styles share a dash pattern.
 * Each colour stands out from its ground by at least 3 to 1.
 */

#include "config.h"

#include "ui/widgets/chart/chart-palette.h"

static const DrillChartStyle styles[DRILL_CHART_N_STYLES] = {
  { 0x0064a8, 0x62b5f0, { 0 }, 0 },
  { 0xc44e00, 0xff9b5c, { 7, 3 }, 2 },
  { 0x00805c, 0x4ccba0, { 2, 3 }, 2 },
  { 0x8e3b8a, 0xe6a0dc, { 9, 3, 2, 3 }, 4 },
  { 0x8f6400, 0xe8c04a, { 14, 4 }, 2 },
  { 0x5e5c64, 0xc0bfbc, { 4, 2 }, 2 },
  { 0xa51d2d, 0xff8a8a, { 9, 3, 2, 3, 2, 3 }, 6 },
  { 0x1b7f8c, 0x6fd3de, { 2, 6 }, 2 },
};

const DrillChartStyle *
drill_chart_palette_get (guint index)
{
  return &styles[index % DRILL_CHART_N_STYLES];
}
