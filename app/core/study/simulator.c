/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a desired retention costs and what it keeps.
 *
 * The learner's own cards are played through the coming days: what is due is asked,
 * the memory model says with which probability it is known, a generator with a seed
 * decides, and the learner's habits say how the answer is rated and how long it
 * takes. At the end, what is known is the sum of all cards' recall.
 *
 * Every card draws from numbers of its own, so two retentions differ by what they
 * do and not by luck. A large collection is played by a sample of its cards, and
 * all numbers are scaled; so the work is bounded whatever the collection.
 */

#include "config.h"

#include "study/simulator.h"

#include "memory/study-day.h"

#include <math.h>
#include <string.h>

/* Cards beyond that are represented by those. */
#define MAX_CARDS 4000

#define NOBODY G_MAXUINT

typedef struct
{
  DrillMemoryState memory;
  int              last_day;
  guint            draws; /* numbers that were drawn for it */
} SimCard;

typedef struct
{
  DrillScheduler         scheduler;
  const DrillHabits     *habits;
  const DrillSimulation *simulation;
  SimCard               *cards;
  guint                  n_cards;
  guint                  n_old; /* the first ones, which have a memory at the start */
  guint                 *heads; /* by day: cards that are due */
  guint                 *next;
  guint                 *line;  /* due and not yet asked */
  guint                  n_line;
  double                 scale; /* cards that one stands for */
  double                 seconds;
  double                 answers;
} Sim;

/* The next number of a card, from 0 to below 1. */
static double
draw (Sim  *self,
      guint card)
{
  SimCard *sim = &self->cards[card];
  guint64  seed = self->simulation->seed ^ ((guint64) card + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return drill_fuzz_uniform (seed, sim->draws++);
}

static guint
choose (const double *shares,
        guint         n,
        double        uniform)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      if (uniform < shares[i])
        return i;
      uniform -= shares[i];
    }

  return n - 1;
}

static void
put_on_day (Sim  *self,
            guint card,
            int   day)
{
  if (day >= (int) self->simulation->days)
    return;

  self->next[card] = self->heads[day];
  self->heads[day] = card;
}

static void
spend (Sim        *self,
       DrillRating rating)
{
  self->answers += self->scale;
  self->seconds += self->scale * self->habits->seconds[rating - DRILL_RATING_AGAIN];
}

/* Answers a card on @day, and what it takes on that day until it is known. */
static void
ask (Sim  *self,
     guint card,
     int   day)
{
  const DrillFsrs *fsrs = &self->scheduler.fsrs;
  SimCard         *sim = &self->cards[card];
  DrillRating      rating;
  guint            repeats;

  if (sim->memory.stability > 0)
    {
      int    elapsed = drill_study_day_elapsed (sim->last_day, day);
      double recall = drill_fsrs_retrievability (fsrs, sim->memory.stability, elapsed);

      rating = DRILL_RATING_AGAIN;
      if (draw (self, card) < recall)
        rating = DRILL_RATING_HARD + choose (self->habits->known, DRILL_N_RATINGS - 1, draw (self, card));
      sim->memory = drill_fsrs_next (fsrs, sim->memory, elapsed, rating);
      repeats = rating == DRILL_RATING_AGAIN ? self->scheduler.relearning.n_steps : 0;
    }
  else
    {
      rating = DRILL_RATING_AGAIN + choose (self->habits->first, DRILL_N_RATINGS, draw (self, card));
      sim->memory = drill_fsrs_first (fsrs, rating);
      repeats = rating == DRILL_RATING_EASY ? 0 : self->scheduler.learning.n_steps;
      if (rating != DRILL_RATING_AGAIN && repeats > 0)
        repeats--;
    }
  spend (self, rating);
  for (; repeats > 0; repeats--)
    {
      sim->memory = drill_fsrs_next (fsrs, sim->memory, 0, DRILL_RATING_GOOD);
      spend (self, DRILL_RATING_GOOD);
    }
  sim->last_day = day;
  put_on_day (self,
              card,
              day + drill_fsrs_interval_days (fsrs,
                                              sim->memory.stability,
                                              self->scheduler.desired_retention,
                                              self->scheduler.max_interval));
}

static guint
scaled (const Sim *self,
        double     count)
{
  return (guint) floor (count / self->scale + 0.5);
}

static gboolean
play (Sim          *self,
      GCancellable *cancellable,
      GError      **error)
{
  const DrillSimulation *simulation = self->simulation;
  guint                  introduced = 0;

  for (guint day = 0; day < simulation->days; day++)
    {
      guint taken;
      guint fresh;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint card = self->heads[day]; card != NOBODY; card = self->next[card])
        self->line[self->n_line++] = card;
      taken = MIN (self->n_line, scaled (self, simulation->reviews_per_day));
      for (guint i = 0; i < taken; i++)
        ask (self, self->line[i], (int) day);
      self->n_line -= taken;
      memmove (self->line, self->line + taken, self->n_line * sizeof *self->line);

      /* So many by the end of this day, which does not lose what rounding leaves. */
      fresh = scaled (self, (double) simulation->new_per_day * (day + 1));
      for (; introduced < MIN (fresh, self->n_cards - self->n_old); introduced++)
        ask (self, self->n_old + introduced, (int) day);
    }

  return TRUE;
}

/* The first of the cards, evenly spread where there are too many. */
static void
choose_cards (Sim                     *self,
              const DrillForecastCard *cards,
              guint                    n_cards)
{
  const DrillSimulation *simulation = self->simulation;
  guint64                coming = MIN ((guint64) simulation->new_per_day * simulation->days,
                                       simulation->unseen);
  guint64                total = n_cards + coming;
  guint                  n_new;

  self->scale = total > MAX_CARDS ? (double) total / MAX_CARDS : 1;
  self->n_old = MIN (scaled (self, n_cards), n_cards);
  n_new = (guint) floor ((double) coming / self->scale + 0.5);
  self->n_cards = self->n_old + n_new;
  self->cards = g_new0 (SimCard, self->n_cards + 1);
  self->heads = g_new (guint, simulation->days);
  self->next = g_new (guint, self->n_cards + 1);
  self->line = g_new (guint, self->n_cards + 1);
  memset (self->heads, 0xff, simulation->days * sizeof (guint));

  for (guint i = 0; i < self->n_old; i++)
    {
      const DrillForecastCard *card = &cards[(guint64) i * n_cards / self->n_old];
      SimCard                 *sim = &self->cards[i];

      sim->memory = card->memory;
      sim->last_day = MIN (card->last_day, 0);

      /* Due when recall falls to what is simulated, as it would be replanned. */
      put_on_day (self,
                  i,
                  MAX (sim->last_day + drill_fsrs_interval_days (&self->scheduler.fsrs,
                                                                 sim->memory.stability,
                                                                 self->scheduler.desired_retention,
                                                                 self->scheduler.max_interval),
                       0));
    }
}

static double
sum_known (const Sim *self)
{
  double known = 0;

  for (guint i = 0; i < self->n_cards; i++)
    {
      const SimCard *sim = &self->cards[i];

      if (sim->memory.stability > 0)
        known += drill_fsrs_retrievability (
            &self->scheduler.fsrs,
            sim->memory.stability,
            drill_study_day_elapsed (sim->last_day, (int) self->simulation->days));
    }

  return known * self->scale;
}

static guint
count_studied (const Sim *self)
{
  guint count = 0;

  for (guint i = 0; i < self->n_cards; i++)
    count += self->cards[i].memory.stability > 0;

  return (guint) floor (count * self->scale + 0.5);
}

/**
 * drill_simulator_run:
 * @cards: (array length=n_cards): that have a memory; their days count from today as 0
 * @retention: desired retention to play with, between 0 and 1
 * @point: (out):
 */
gboolean
drill_simulator_run (const DrillForecastCard *cards,
                     guint                    n_cards,
                     const DrillScheduler    *scheduler,
                     const DrillHabits       *habits,
                     const DrillSimulation   *simulation,
                     double                   retention,
                     DrillSimulatorPoint     *point,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  Sim      sim = { .habits = habits, .simulation = simulation };
  gboolean played;

  g_return_val_if_fail (cards != NULL || n_cards == 0, FALSE);
  g_return_val_if_fail (scheduler != NULL && habits != NULL && simulation != NULL, FALSE);
  g_return_val_if_fail (simulation->days >= 1 && simulation->days <= DRILL_SIMULATOR_MAX_DAYS, FALSE);
  g_return_val_if_fail (retention > 0 && retention < 1, FALSE);

  sim.scheduler = *scheduler;
  sim.scheduler.desired_retention = retention;
  choose_cards (&sim, cards, n_cards);
  played = play (&sim, cancellable, error);
  if (played)
    *point = (DrillSimulatorPoint){
      .retention = retention,
      .minutes_per_day = sim.seconds / 60 / simulation->days,
      .reviews_per_day = sim.answers / simulation->days,
      .known = sum_known (&sim),
      .cards = count_studied (&sim),
      .answers = habits->answers,
    };
  g_free (sim.cards);
  g_free (sim.heads);
  g_free (sim.next);
  g_free (sim.line);

  return played;
}

/* Returns: (transfer full) (element-type DrillSimulatorPoint): one for each retention */
GArray *
drill_simulator_run_curve (const DrillForecastCard *cards,
                           guint                    n_cards,
                           const DrillScheduler    *scheduler,
                           const DrillHabits       *habits,
                           const DrillSimulation   *simulation,
                           const double            *retentions,
                           guint                    n_retentions,
                           GCancellable            *cancellable,
                           GError                 **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (DrillSimulatorPoint));

  g_return_val_if_fail (retentions != NULL && n_retentions <= DRILL_SIMULATOR_MAX_POINTS, NULL);

  for (guint i = 0; i < n_retentions; i++)
    {
      DrillSimulatorPoint point;

      if (!drill_simulator_run (cards,
                                n_cards,
                                scheduler,
                                habits,
                                simulation,
                                retentions[i],
                                &point,
                                cancellable,
                                error))
        return NULL;
      g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}
