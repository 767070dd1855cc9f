/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Playing without a clue: every choice on offer is as likely as any other, and
 * an answer makes each key point with even odds. What such runs score tells
 * whether a scenario rewards judgement or clicking; where they get stuck, so
 * would a learner.
 *
 * The generator is our own, small and fixed, so that run N of a scenario is the
 * same on every machine and with every version of GLib.
 */

#include "config.h"

#include "incident/random-play.h"

/* One step of splitmix64. */
guint64
drill_random_next (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

static void
answer_open (DrillScenario *scenario,
             DrillState    *state,
             guint64       *random)
{
  for (guint i = 0; i < scenario->sections->len; i++)
    {
      if (drill_state_is_open (state, scenario, i))
        drill_state_answer (state, scenario, i, (guint) (drill_random_next (random) >> 32), NULL);
    }
}

/**
 * drill_random_play:
 * @run: which of the seed's runs to play
 * @state: (out): where it ended; give it back with drill_state_clear()
 * @sections: (nullable) (element-type guint): takes the sections chosen
 *
 * The run has ended when @state is over; else nothing was on offer.
 */
void
drill_random_play (DrillScenario *scenario,
                   gint64         seed,
                   guint          run,
                   DrillState    *state,
                   GArray        *sections)
{
  guint64 random = (guint64) seed * G_GUINT64_CONSTANT (0x2545f4914f6cdd1d) + run;

  g_return_if_fail (scenario != NULL);
  g_return_if_fail (state != NULL);

  drill_random_next (&random);
  drill_state_start (state, scenario, NULL);
  answer_open (scenario, state, &random);
  while (!state->over)
    {
      guint targets[DRILL_SCENARIO_MAX_CHOICES];
      guint n = drill_state_offers (state, scenario, targets);
      guint pick;

      if (n == 0)
        return;
      pick = targets[(drill_random_next (&random) >> 33) % n];
      if (sections != NULL)
        g_array_append_val (sections, pick);
      drill_state_choose (state, scenario, pick, NULL);
      answer_open (scenario, state, &random);
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
count_run (DrillDistribution *self,
           DrillScenario     *scenario,
           const DrillState  *state)
{
  double score = drill_state_score (state, scenario);

  g_array_append_val (self->scores, score);
  self->mean += score;
  self->endings[state->ending]++;
  self->circles += state->timed_out && state->n_steps >= DRILL_STATE_MAX_STEPS;
  self->timed_out += state->timed_out;
  self->stuck += !state->over;
  self->passed += score >= scenario->pass
                  && (state->ending == DRILL_ENDING_RESOLVED || state->ending == DRILL_ENDING_MITIGATED);
  for (guint i = 0; i < scenario->sections->len; i++)
    self->seen[i] += drill_bit_get (state->visited, i);
}

/* Plays @n_runs runs. Returns: (transfer full) */
DrillDistribution *
drill_distribution_new (DrillScenario *scenario,
                        gint64         seed,
                        guint          n_runs)
{
  DrillDistribution *self;

  g_return_val_if_fail (scenario != NULL, NULL);

  self = g_new0 (DrillDistribution, 1);
  self->scores = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n_runs; i++)
    {
      DrillState state;

      drill_random_play (scenario, seed, i, &state, NULL);
      count_run (self, scenario, &state);
      drill_state_clear (&state);
    }
  g_array_sort (self->scores, compare_doubles);
  if (n_runs > 0)
    self->mean /= n_runs;

  return self;
}

void
drill_distribution_free (DrillDistribution *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->scores);
  g_free (self);
}

/* The score below which @share of the runs are: 0 the least, 0.5 the median. */
double
drill_distribution_quantile (const DrillDistribution *self,
                             double                   share)
{
  double position;
  guint  below;
  double left;

  g_return_val_if_fail (self != NULL, 0);

  if (self->scores->len == 0)
    return 0;

  position = CLAMP (share, 0, 1) * (self->scores->len - 1);
  below = (guint) position;
  left = g_array_index (self->scores, double, below);
  if (below + 1 == self->scores->len)
    return left;

  return left + (g_array_index (self->scores, double, below + 1) - left) * (position - below);
}
