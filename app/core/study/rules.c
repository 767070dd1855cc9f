/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The rules of study with defaults that are right for most people. */

#include "config.h"

#include "study/rules.h"

#include "memory/study-day.h"

#define NEW_PER_DAY     20
#define REVIEWS_PER_DAY 200
#define LEARN_AHEAD_MS  (20 * 60 * 1000)
#define LEECH_LAPSES    8
#define LEECH_AGAIN     4
#define MAX_ANSWER_MS   (5 * 60 * 1000)

DrillRules *
drill_rules_new (void)
{
  DrillRules *self = g_new0 (DrillRules, 1);

  drill_scheduler_init_default (&self->scheduler);
  self->time_zone = g_time_zone_new_local ();
  self->rollover_hour = DRILL_STUDY_DAY_ROLLOVER_DEFAULT;
  self->new_per_day = NEW_PER_DAY;
  self->reviews_per_day = REVIEWS_PER_DAY;
  self->learn_ahead_ms = LEARN_AHEAD_MS;
  self->leech_lapses = LEECH_LAPSES;
  self->leech_again = LEECH_AGAIN;
  self->max_answer_ms = MAX_ANSWER_MS;

  return self;
}

DrillRules *
drill_rules_copy (const DrillRules *self)
{
  DrillRules *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_time_zone_ref (copy->time_zone);

  return copy;
}

void
drill_rules_free (DrillRules *self)
{
  if (self == NULL)
    return;

  g_time_zone_unref (self->time_zone);
  g_free (self);
}

static gboolean
steps_equal (const DrillSteps *a,
             const DrillSteps *b)
{
  if (a->n_steps != b->n_steps)
    return FALSE;

  for (guint i = 0; i < a->n_steps; i++)
    {
      if (a->delays[i] != b->delays[i])
        return FALSE;
    }

  return TRUE;
}

gboolean
drill_rules_fold_alike (const DrillRules *self,
                        const DrillRules *other)
{
  const DrillScheduler *a;
  const DrillScheduler *b;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  a = &self->scheduler;
  b = &other->scheduler;
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      if (a->fsrs.w[i] != b->fsrs.w[i])
        return FALSE;
    }

  return a->desired_retention == b->desired_retention && a->max_interval == b->max_interval &&
         a->fuzz == b->fuzz && a->step_rules == b->step_rules &&
         steps_equal (&a->learning, &b->learning) && steps_equal (&a->relearning, &b->relearning);
}

int
drill_rules_day (const DrillRules *self,
                 gint64            wall_ms)
{
  g_return_val_if_fail (self != NULL, 0);

  return drill_study_day_number (wall_ms, self->time_zone, self->rollover_hour);
}
