/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * FSRS-7 against its vectors, and its bounds.
 */

#include "config.h"

#include "memory/fsrs7.h"

#include "vectors.h"

#define TOLERANCE 1e-6

static void
test_vectors (void)
{
  g_autoptr (Vectors) vectors = vectors_load ("fsrs7_vectors.csv");
  const double   *w = drill_fsrs7_default_weights;
  DrillFsrs7State state = { 0, 0, 0 };

  g_assert_cmpuint (vectors_n_rows (vectors), ==, 30);
  for (guint row = 0; row < vectors_n_rows (vectors); row++)
    {
      g_autofree char *where
        = g_strdup_printf ("%s/%s",
                           vectors_text (vectors, row, "seq"),
                           vectors_text (vectors, row, "step"));
      double      elapsed = vectors_number (vectors, row, "elapsed_days");
      DrillRating rating
        = (DrillRating) vectors_number (vectors, row, "rating");

      if (vectors_starts_run (vectors, row))
        state = (DrillFsrs7State){ 0, 0, 0 };
      else
        assert_near (drill_fsrs7_retrievability (w, state, elapsed),
                     vectors_number (vectors, row, "R_before"),
                     TOLERANCE,
                     where);

      state = drill_fsrs7_next (w, state, elapsed, rating);
      assert_near (state.slow,
                   vectors_number (vectors, row, "S_slow"),
                   TOLERANCE,
                   where);
      assert_near (state.fast,
                   vectors_number (vectors, row, "S_fast"),
                   TOLERANCE,
                   where);
      assert_near (state.difficulty,
                   vectors_number (vectors, row, "D"),
                   TOLERANCE,
                   where);
      assert_near (drill_fsrs7_interval (w, state, 0.9),
                   vectors_number (vectors, row, "ivl_0.90_days"),
                   TOLERANCE,
                   where);
      assert_near (drill_fsrs7_interval (w, state, 0.8),
                   vectors_number (vectors, row, "ivl_0.80_days"),
                   TOLERANCE,
                   where);
    }
}

static void
test_interval_limits (void)
{
  const double   *w = drill_fsrs7_default_weights;
  DrillFsrs7State state = drill_fsrs7_first (w, DRILL_RATING_GOOD);

  g_assert_cmpfloat (drill_fsrs7_interval (w, state, 1), ==, 0);
  g_assert_cmpfloat (drill_fsrs7_interval (w, state, 0), <=, 36500.001);
  g_assert_cmpfloat (drill_fsrs7_interval (w, state, 0.9),
                     <,
                     drill_fsrs7_interval (w, state, 0.8));
  g_assert_cmpfloat (drill_fsrs7_next (w, state, 5, DRILL_RATING_MANUAL).slow,
                     ==,
                     state.slow);
}

static void
test_properties (void)
{
  const double *w = drill_fsrs7_default_weights;

  for (guint card = 0; card < 500; card++)
    {
      DrillFsrs7State state = { 0, 0, 0 };

      for (guint i = 0; i < 30; i++)
        {
          double elapsed = g_test_rand_bit () ?
                             g_test_rand_double () :
                             g_test_rand_double_range (0, 3000);
          double recall;

          if (i > 0)
            {
              recall = drill_fsrs7_retrievability (w, state, elapsed);
              g_assert_cmpfloat (recall, >, 0);
              g_assert_cmpfloat (recall, <=, 1);
              g_assert_cmpfloat (drill_fsrs7_retrievability (w,
                                                             state,
                                                             elapsed + 1),
                                 <=,
                                 recall);
            }
          state = drill_fsrs7_next (w,
                                    state,
                                    elapsed,
                                    g_test_rand_int_range (1, 5));
          g_assert_true (state.slow >= 0.0001 && state.slow <= 36500);
          g_assert_true (state.fast >= 0.0001 && state.fast <= 36500);
          g_assert_true (state.difficulty >= 1 && state.difficulty <= 10);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/fsrs7/vectors", test_vectors);
  g_test_add_func ("/memory/fsrs7/interval-limits", test_interval_limits);
  g_test_add_func ("/memory/fsrs7/properties", test_properties);

  return g_test_run ();
}
