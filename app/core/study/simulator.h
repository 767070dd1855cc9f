/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/forecast.h"
#include "study/rules.h"
#include "store/connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DRILL_SIMULATOR_MAX_DAYS   730
#define DRILL_SIMULATOR_MAX_POINTS 32

/**
 * DrillHabits:
 * @first: how likely each rating is for a card that was never seen, from Again
 * @known: how likely Hard, Good and Easy are once the answer is known
 * @seconds: what an answer of each rating takes, from Again
 * @answers: how many answers this was learned from
 *
 * How a learner answers. Each array of likelihoods sums to 1.
 */
typedef struct
{
  double first[DRILL_N_RATINGS];
  double known[DRILL_N_RATINGS - 1];
  double seconds[DRILL_N_RATINGS];
  guint  answers;
} DrillHabits;

/**
 * DrillSimulation:
 * @days: to play, 1 to DRILL_SIMULATOR_MAX_DAYS
 * @new_per_day: cards that a day introduces while there are any
 * @unseen: cards that can be introduced
 * @reviews_per_day: cap on reviews
 * @seed: the same gives the same result
 */
typedef struct
{
  guint   days;
  guint   new_per_day;
  guint   unseen;
  guint   reviews_per_day;
  guint64 seed;
} DrillSimulation;

/**
 * DrillSimulatorPoint:
 * @retention: desired retention that was simulated
 * @minutes_per_day: of study, on average
 * @reviews_per_day: answers, on average
 * @known: cards that are expected to be known at the end
 * @cards: that were studied by then
 * @answers: of the learner that the habits were learned from
 */
typedef struct
{
  double retention;
  double minutes_per_day;
  double reviews_per_day;
  double known;
  guint  cards;
  guint  answers;
} DrillSimulatorPoint;

void     drill_habits_init_default  (DrillHabits             *self);
gboolean drill_habits_load          (DrillConnection         *connection,
                                     DrillHabits             *self,
                                     GError                 **error);

gboolean drill_simulator_run        (const DrillForecastCard *cards,
                                     guint                    n_cards,
                                     const DrillScheduler    *scheduler,
                                     const DrillHabits       *habits,
                                     const DrillSimulation   *simulation,
                                     double                   retention,
                                     DrillSimulatorPoint     *point,
                                     GCancellable            *cancellable,
                                     GError                 **error);
GArray  *drill_simulator_run_curve  (const DrillForecastCard *cards,
                                     guint                    n_cards,
                                     const DrillScheduler    *scheduler,
                                     const DrillHabits       *habits,
                                     const DrillSimulation   *simulation,
                                     const double            *retentions,
                                     guint                    n_retentions,
                                     GCancellable            *cancellable,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
