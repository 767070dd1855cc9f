/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/fsrs.h"
#include "memory/fuzz.h"
#include "memory/review-log.h"

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_MAX_STEPS 16
#define DRILL_N_RATINGS 4

/* The states of a card. The numbers are stored: never reuse one. */
typedef enum
{
  DRILL_CARD_NEW = 0,
  DRILL_CARD_LEARNING = 1,
  DRILL_CARD_REVIEW = 2,
  DRILL_CARD_RELEARNING = 3,
} DrillCardState;

/**
 * DrillCard:
 * @step: index of the (re)learning step that the card waits for
 * @reps: answers so far
 * @lapses: how often it was forgotten while in review
 * @last_review_ms: wall clock of the last answer
 * @last_day: study day of the last answer
 * @due_ms: while learning or relearning, the instant it returns; else 0
 * @due_day: while in review, the study day it returns; else 0
 * @scheduled_days: length of the interval in review; else 0
 *
 * All zeroes is a new card.
 */
typedef struct
{
  DrillCardState   state;
  guint            step;
  DrillMemoryState memory;
  guint            reps;
  guint            lapses;
  gint64           last_review_ms;
  int              last_day;
  gint64           due_ms;
  int              due_day;
  int              scheduled_days;
} DrillCard;

/**
 * DrillStepRules:
 * @DRILL_STEP_RULES_ANKI: Hard repeats a later step; its first delay is exact
 *   and at most a day more than the step; without steps, a card whose interval
 *   is below half a day returns the same day
 * @DRILL_STEP_RULES_TS_FSRS: Hard treats every step as the first and rounds to
 *   minutes; without steps, a card waits at least a day
 */
typedef enum
{
  DRILL_STEP_RULES_ANKI,
  DRILL_STEP_RULES_TS_FSRS,
} DrillStepRules;

/* Delays in ms, each above 0. */
typedef struct
{
  gint64 delays[DRILL_MAX_STEPS];
  guint  n_steps;
} DrillSteps;

/**
 * DrillScheduler:
 * @desired_retention: recall, between 0 and 1, at which a card is due
 * @max_interval: days, at least 1
 * @fuzz: whether intervals of more than two days are spread
 * @load: (nullable): balances the load of the coming days as well. What is due
 *   changes all the time, so with it a replay need not give the day again: keep
 *   the day that was chosen, or replay without.
 *
 * How cards are scheduled. A plain value; owns nothing.
 */
typedef struct
{
  DrillFsrs           fsrs;
  double              desired_retention;
  int                 max_interval;
  gboolean            fuzz;
  DrillStepRules      step_rules;
  DrillSteps          learning;
  DrillSteps          relearning;
  const DrillDayLoad *load;
} DrillScheduler;

void      drill_scheduler_init_default (DrillScheduler       *self);

DrillCard drill_scheduler_answer       (const DrillScheduler *self,
                                        const DrillCard      *card,
                                        DrillRating           rating,
                                        gint64                now_ms,
                                        int                   today,
                                        guint64               seed);
void      drill_scheduler_preview      (const DrillScheduler *self,
                                        const DrillCard      *card,
                                        gint64                now_ms,
                                        int                   today,
                                        guint64               seed,
                                        DrillCard             answers[DRILL_N_RATINGS]);
DrillCard drill_scheduler_replay       (const DrillScheduler *self,
                                        const DrillReview    *reviews,
                                        gsize                 n_reviews,
                                        guint64               seed);

gboolean  drill_card_is_due            (const DrillCard      *card,
                                        gint64                now_ms,
                                        int                   today);
double    drill_card_retrievability    (const DrillCard      *card,
                                        const DrillFsrs      *fsrs,
                                        int                   day);

G_END_DECLS
