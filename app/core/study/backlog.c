/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How long a backlog takes.
 *
 * The coming days are played through: every day takes so many cards from the front
 * of a line, what is due joins at its end, and a card that was taken comes back
 * when the memory model says so for a right answer. New cards are left out. The
 * plan is as good as the learner's answers, and is made anew every day.
 */

#include "config.h"

#include "study/forecast.h"

#include "memory/study-day.h"

#include <string.h>

#define HORIZON 730

#define NOBODY G_MAXUINT

/* Cards by the day they are due, as lists. */
typedef struct
{
  const DrillForecastCard *cards;
  const DrillScheduler    *scheduler;
  int                      today;
  guint                    heads[HORIZON];
  guint                   *next;
  guint                   *line;
  guint                    n_line;
} Play;

static void
put_on_day (Play *self,
            guint card,
            int   day)
{
  if (day >= HORIZON)
    return;

  self->next[card] = self->heads[day];
  self->heads[day] = card;
}

/* Days until @card comes back when it is answered well after @day days. */
static int
next_interval (const Play *self,
               guint       card,
               int         day)
{
  const DrillForecastCard *known = &self->cards[card];
  DrillMemoryState         after;

  after = drill_fsrs_next (&self->scheduler->fsrs,
                           known->memory,
                           drill_study_day_elapsed (known->last_day, self->today + day),
                           DRILL_RATING_GOOD);

  return drill_fsrs_interval_days (&self->scheduler->fsrs,
                                   after.stability,
                                   self->scheduler->desired_retention,
                                   self->scheduler->max_interval);
}

static guint
join_line (Play *self,
           int   day,
           guint n_line)
{
  for (guint card = self->heads[day]; card != NOBODY; card = self->next[card])
    self->line[n_line++] = card;

  return n_line;
}

/* Returns: days until the line is empty at the end of a day, or 0 */
static guint
play_days (Play *self,
           guint n_cards,
           guint per_day,
           guint max_days)
{
  guint n_line = 0;

  memset (self->heads, 0xff, sizeof self->heads);
  for (guint i = 0; i < n_cards; i++)
    {
      if (self->cards[i].memory.stability > 0)
        put_on_day (self, i, MAX (self->cards[i].due_day - self->today, 0));
    }

  for (guint day = 0; day < max_days; day++)
    {
      guint taken;

      n_line = join_line (self, (int) day, n_line);
      taken = MIN (n_line, per_day);
      for (guint i = 0; i < taken; i++)
        put_on_day (self, self->line[i], (int) day + next_interval (self, self->line[i], (int) day));
      n_line -= taken;
      memmove (self->line, self->line + taken, n_line * sizeof *self->line);
      if (n_line == 0)
        return day + 1;
    }

  return 0;
}

static guint
count_days (const DrillForecastCard *cards,
            guint                    n_cards,
            const DrillScheduler    *scheduler,
            int                      today,
            guint                    per_day,
            guint                    max_days)
{
  g_autofree guint *next = g_new (guint, n_cards + 1);
  g_autofree guint *line = g_new (guint, n_cards + 1);
  g_autofree Play  *play = g_new0 (Play, 1);

  play->cards = cards;
  play->scheduler = scheduler;
  play->today = today;
  play->next = next;
  play->line = line;

  return play_days (play, n_cards, per_day, max_days);
}

DrillBacklogPlan
drill_backlog_plan (const DrillForecastCard *cards,
                    guint                    n_cards,
                    const DrillScheduler    *scheduler,
                    int                      today,
                    guint                    per_day)
{
  DrillBacklogPlan plan = { .per_day = per_day };

  g_return_val_if_fail (cards != NULL || n_cards == 0, plan);
  g_return_val_if_fail (scheduler != NULL, plan);

  for (guint i = 0; i < n_cards; i++)
    {
      if (!(cards[i].memory.stability > 0) || cards[i].due_day > today)
        continue;
      plan.due++;
      plan.overdue += cards[i].due_day > 0 && cards[i].due_day < today;
    }
  if (per_day > 0)
    plan.days = count_days (cards, n_cards, scheduler, today, per_day, HORIZON);

  return plan;
}

/* The least number of cards a day that leaves nothing overdue after @days days; 0
 * when nothing is due. */
guint
drill_backlog_pace (const DrillForecastCard *cards,
                    guint                    n_cards,
                    const DrillScheduler    *scheduler,
                    int                      today,
                    guint                    days)
{
  guint low = 1;
  guint high = MAX (n_cards, 1);

  g_return_val_if_fail (cards != NULL || n_cards == 0, 0);
  g_return_val_if_fail (scheduler != NULL && days > 0, 0);

  if (drill_backlog_plan (cards, n_cards, scheduler, today, 0).due == 0)
    return 0;

  days = MIN (days, HORIZON);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (count_days (cards, n_cards, scheduler, today, middle, days) > 0)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}
