/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"

G_BEGIN_DECLS

/**
 * DrillRules:
 * @time_zone: (transfer full): whose days are counted
 * @rollover_hour: when a study day begins, local time, 0 to 23
 * @new_per_day: how many unseen items a day brings at most
 * @reviews_per_day: how many due items a day's session holds at most
 * @learn_ahead_ms: a card in its learning steps that is due so soon is shown
 *   when nothing else is left
 *
 * How this learner studies. Copied into each thread that needs it.
 */
typedef struct
{
  DrillScheduler scheduler;
  GTimeZone     *time_zone;
  int            rollover_hour;
  guint          new_per_day;
  guint          reviews_per_day;
  gint64         learn_ahead_ms;
} DrillRules;

DrillRules *drill_rules_new  (void) G_GNUC_WARN_UNUSED_RESULT;
DrillRules *drill_rules_copy (const DrillRules *self) G_GNUC_WARN_UNUSED_RESULT;
void        drill_rules_free (DrillRules       *self);

/* Number of the study day that @wall_ms falls into. */
int         drill_rules_day  (const DrillRules *self,
                              gint64            wall_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillRules, drill_rules_free)

G_END_DECLS
