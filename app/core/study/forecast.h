/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"

G_BEGIN_DECLS

/**
 * DrillForecastCard:
 * @memory: all zeroes for a card that was never answered
 * @last_day: study day of its last answer
 * @due_day: study day it is due
 *
 * What one has to know of a card to look ahead.
 */
typedef struct
{
  DrillMemoryState memory;
  int              last_day;
  int              due_day;
} DrillForecastCard;

/**
 * DrillBacklogPlan:
 * @due: cards that are due today or were before
 * @overdue: those of them that were due before today
 * @per_day: how many a day the plan is made for
 * @days: after how many days of work nothing is overdue, 1 for today; 0 when that
 *   does not come within two years
 *
 * How a heap of due cards gets smaller.
 */
typedef struct
{
  guint due;
  guint overdue;
  guint per_day;
  guint days;
} DrillBacklogPlan;

/**
 * DrillInterviewPlan:
 * @days: study days left before the interview, today included; 0 when there is
 *   none ahead
 * @cards: all that can be asked
 * @unseen: those that were never answered
 * @sweep_day: study day from which everything is seen once more; today if that
 *   has begun
 * @per_day: cards a day from then on
 * @unreached: cards that cannot be seen before the date at the pace of the rules
 * @cut: reviews due today that hardly change what is known on that day
 * @recall: expected share of all cards that is known on the day, with the plan
 * @recall_idle: the same when nothing is studied any more
 *
 * The way to the date of an interview.
 */
typedef struct
{
  guint  days;
  guint  cards;
  guint  unseen;
  int    sweep_day;
  guint  per_day;
  guint  unreached;
  guint  cut;
  double recall;
  double recall_idle;
} DrillInterviewPlan;

DrillBacklogPlan   drill_backlog_plan         (const DrillForecastCard *cards,
                                               guint                    n_cards,
                                               const DrillScheduler    *scheduler,
                                               int                      today,
                                               guint                    per_day);
guint              drill_backlog_pace         (const DrillForecastCard *cards,
                                               guint                    n_cards,
                                               const DrillScheduler    *scheduler,
                                               int                      today,
                                               guint                    days);

DrillInterviewPlan drill_interview_plan       (const DrillForecastCard *cards,
                                               guint                    n_cards,
                                               const DrillScheduler    *scheduler,
                                               int                      today,
                                               int                      interview_day,
                                               guint                    per_day);
gboolean           drill_interview_is_worth   (const DrillForecastCard *card,
                                               const DrillScheduler    *scheduler,
                                               int                      today,
                                               int                      sweep_day,
                                               int                      interview_day);
int                drill_interview_sweep_day  (guint                    n_cards,
                                               int                      interview_day,
                                               guint                    per_day);

G_END_DECLS
