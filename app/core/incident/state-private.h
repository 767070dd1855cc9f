/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/state.h"

G_BEGIN_DECLS

/* The time that series tests look at, and the extremes in it of the series
 * asked for so far. @known: bit set of these. */
typedef struct
{
  gint64  since;
  guint32 known;
  double  min[DRILL_SCENARIO_MAX_SERIES];
  double  max[DRILL_SCENARIO_MAX_SERIES];
} DrillStateWindow;

void     drill_state_window_init (DrillStateWindow *self,
                                  const DrillState *state,
                                  gint64            since);
gboolean drill_state_any_holds   (const DrillState *self,
                                  DrillScenario    *scenario,
                                  GPtrArray        *conditions,
                                  DrillStateWindow *window);

G_END_DECLS
