/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After so many series colours and dashes start again. */
#define DRILL_CHART_N_STYLES 8

/**
 * DrillChartStyle:
 * @light, @dark: sRGB colour on a light and on a dark ground, 0xRRGGBB
 * @dashes: lengths in pixels, drawn and left out by turns
 * @n_dashes: 0 for a solid line
 */
typedef struct
{
  guint32 light;
  guint32 dark;
  double  dashes[6];
  int     n_dashes;
} DrillChartStyle;

const DrillChartStyle *drill_chart_palette_get (guint index);

G_END_DECLS
