/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Studying for a date.
 *
 *   today ......................... sweep_day ................. interview_day
 *     due cards that are worth it     everything once, strong first, weak last
 *
 * In the last days everything is seen once more. How many days that takes follows
 * from the number of cards and the pace; it is never less than three if there are
 * three. What is weak comes last, because it fades fastest.
 *
 * Before that, a review is worth its time only if one knows more on the date for
 * it, given that the card will be seen in the sweep anyway. A card that one would
 * still know then gains next to nothing, and is cut.
 *
 * Recall on the date is an expectation: an answer in the sweep is right with the
 * probability that the model gives it, and both outcomes are followed to the date.
 */

#include "config.h"

#include "study/forecast.h"

#include "memory/study-day.h"

#include <stdlib.h>

#define LEAST_SWEEP 3

/* A gain in recall on the date below this is not worth an answer. */
#define LEAST_GAIN 0.005

/* Recall of @memory, last answered on @last_day, on @day. */
static double
recall_on (const DrillScheduler *scheduler,
           DrillMemoryState      memory,
           int                   last_day,
           int                   day)
{
  if (!(memory.stability > 0))
    return 0;

  return drill_fsrs_retrievability (&scheduler->fsrs,
                                    memory.stability,
                                    drill_study_day_elapsed (last_day, day));
}

/* The state after an answer on @day; one that was wrong is seen again the same day. */
static DrillMemoryState
after_answer (const DrillScheduler *scheduler,
              DrillMemoryState      memory,
              int                   last_day,
              int                   day,
              gboolean              right)
{
  int              elapsed = drill_study_day_elapsed (last_day, day);
  DrillMemoryState after;

  if (!(memory.stability > 0))
    {
      after = drill_fsrs_first (&scheduler->fsrs, DRILL_RATING_GOOD);
      return drill_fsrs_next (&scheduler->fsrs, after, 0, DRILL_RATING_GOOD);
    }
  if (right)
    return drill_fsrs_next (&scheduler->fsrs, memory, elapsed, DRILL_RATING_GOOD);

  after = drill_fsrs_next (&scheduler->fsrs, memory, elapsed, DRILL_RATING_AGAIN);
  return drill_fsrs_next (&scheduler->fsrs, after, 0, DRILL_RATING_GOOD);
}

/* Expected recall on @date of a card that is answered on @day. */
static double
recall_after (const DrillScheduler *scheduler,
              DrillMemoryState      memory,
              int                   last_day,
              int                   day,
              int                   date)
{
  double           known = recall_on (scheduler, memory, last_day, day);
  DrillMemoryState right = after_answer (scheduler, memory, last_day, day, TRUE);
  DrillMemoryState wrong = after_answer (scheduler, memory, last_day, day, FALSE);

  return known * recall_on (scheduler, right, day, date) +
         (1 - known) * recall_on (scheduler, wrong, day, date);
}

/**
 * drill_interview_sweep_day:
 * @per_day: cards that a day takes
 *
 * Returns: the study day from which everything is seen once more. It does not
 *   depend on today, so that it stays where it is while the date comes nearer; if
 *   it has passed already, what was seen since then counts.
 */
int
drill_interview_sweep_day (guint n_cards,
                           int   interview_day,
                           guint per_day)
{
  guint sweep = per_day > 0 ? (n_cards + per_day - 1) / per_day : 0;

  return interview_day - (int) MAX (sweep, LEAST_SWEEP);
}

/* Whether answering @card today pays on the date, though the sweep brings it again. */
gboolean
drill_interview_is_worth (const DrillForecastCard *card,
                          const DrillScheduler    *scheduler,
                          int                      today,
                          int                      sweep_day,
                          int                      interview_day)
{
  int              again;
  double           known;
  double           with;
  DrillMemoryState right;
  DrillMemoryState wrong;

  g_return_val_if_fail (card != NULL && scheduler != NULL, TRUE);

  if (!(card->memory.stability > 0) || today >= sweep_day)
    return TRUE;

  again = sweep_day + (interview_day - sweep_day) / 2;
  known = recall_on (scheduler, card->memory, card->last_day, today);
  right = after_answer (scheduler, card->memory, card->last_day, today, TRUE);
  wrong = after_answer (scheduler, card->memory, card->last_day, today, FALSE);
  with = known * recall_after (scheduler, right, today, again, interview_day) +
         (1 - known) * recall_after (scheduler, wrong, today, again, interview_day);

  return with - recall_after (scheduler, card->memory, card->last_day, again, interview_day) >=
         LEAST_GAIN;
}

/* Never answered first, then the strongest. */
static int
compare_sweep (const void *a,
               const void *b)
{
  const DrillForecastCard *left = a;
  const DrillForecastCard *right = b;
  gboolean                 left_new = !(left->memory.stability > 0);
  gboolean                 right_new = !(right->memory.stability > 0);

  if (left_new != right_new)
    return left_new ? -1 : 1;

  return (left->memory.stability < right->memory.stability) -
         (left->memory.stability > right->memory.stability);
}

static void
expect_recall (DrillInterviewPlan      *plan,
               const DrillForecastCard *cards,
               const DrillScheduler    *scheduler,
               int                      interview_day,
               guint                    reachable)
{
  g_autofree DrillForecastCard *sorted = g_memdup2 (cards, plan->cards * sizeof *cards);
  double                        with = 0;
  double                        idle = 0;

  qsort (sorted, plan->cards, sizeof *sorted, compare_sweep);
  for (guint i = 0; i < plan->cards; i++)
    {
      const DrillForecastCard *card = &sorted[i];
      int    day = plan->sweep_day + (int) (i / MAX (plan->per_day, 1));
      double untouched = recall_on (scheduler, card->memory, card->last_day, interview_day);

      idle += untouched;
      if (i < reachable && day < interview_day)
        with += recall_after (scheduler, card->memory, card->last_day, day, interview_day);
      else
        with += untouched;
    }
  plan->recall = with / plan->cards;
  plan->recall_idle = idle / plan->cards;
}

/**
 * drill_interview_plan:
 * @cards: all cards that can be asked, those never answered included
 * @per_day: cards that a day takes
 */
DrillInterviewPlan
drill_interview_plan (const DrillForecastCard *cards,
                      guint                    n_cards,
                      const DrillScheduler    *scheduler,
                      int                      today,
                      int                      interview_day,
                      guint                    per_day)
{
  DrillInterviewPlan plan = { .cards = n_cards };
  guint64            reachable;

  g_return_val_if_fail (cards != NULL || n_cards == 0, plan);
  g_return_val_if_fail (scheduler != NULL, plan);

  if (interview_day <= today)
    return plan;

  plan.days = (guint) (interview_day - today);
  plan.sweep_day = MAX (drill_interview_sweep_day (n_cards, interview_day, per_day), today);
  reachable = MIN ((guint64) per_day * plan.days, n_cards);
  plan.unreached = n_cards - (guint) reachable;
  plan.per_day = MIN (per_day,
                      (n_cards + (guint) (interview_day - plan.sweep_day) - 1) /
                          (guint) (interview_day - plan.sweep_day));
  for (guint i = 0; i < n_cards; i++)
    {
      if (!(cards[i].memory.stability > 0))
        plan.unseen++;
      else if (cards[i].due_day <= today &&
               !drill_interview_is_worth (&cards[i], scheduler, today, plan.sweep_day, interview_day))
        plan.cut++;
    }
  if (n_cards > 0)
    expect_recall (&plan, cards, scheduler, interview_day, (guint) reachable);

  return plan;
}
