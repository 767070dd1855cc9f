/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * FSRS-6 against the vectors of two other implementations, and what must hold
 * for any history.
 */

#include "config.h"

#include "memory/error.h"
#include "memory/fsrs.h"

#include "vectors.h"

#include <math.h>

#define TS_TOLERANCE 1e-6
#define RS_TOLERANCE 1e-4
#define RANDOM_CARDS 2000
#define RANDOM_REVIEWS 40

static const double other_weights[DRILL_FSRS_N_WEIGHTS] = {
  0.4183, 1.1829, 3.2602, 15.6910, 7.1949, 0.5345, 1.4604,
  0.0046, 1.5458, 0.1192, 1.0193,  1.9395, 0.1100, 0.2961,
  2.2698, 0.2315, 2.9898, 0.5166,  0.6621, 0.0600, 0.2000,
};

/* ts-fsrs keeps the first stability above 0.1; this model, like fsrs-rs, above
 * 0.001. Its column is met by giving it the first stability it works with. */
static void
init_for_row (DrillFsrs     *fsrs,
              const Vectors *vectors,
              guint          row,
              gboolean       for_ts_fsrs)
{
  const char *params = vectors_text (vectors, row, "params");
  gboolean    short_term = vectors_number (vectors, row, "short_term") != 0;
  double      weights[DRILL_FSRS_N_WEIGHTS];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    weights[i] = g_str_equal (params, "w2") ? other_weights[i] :
                                              drill_weights_default[i];
  if (g_str_equal (params, "w0low"))
    weights[0] = for_ts_fsrs ? 0.1 : 0.05;

  drill_fsrs_init_weights (fsrs,
                           weights,
                           DRILL_FSRS_N_WEIGHTS,
                           short_term ? DRILL_WEIGHTS_DEFAULT :
                                        DRILL_WEIGHTS_NO_SHORT_TERM,
                           &error);
  g_assert_no_error (error);
}

static void
check_row (const Vectors   *vectors,
           guint            row,
           const DrillFsrs *fsrs,
           DrillMemoryState state,
           const char      *suffix,
           double           tolerance)
{
  double retention = vectors_number (vectors, row, "desired_retention");
  g_autofree char *where = g_strdup_printf ("%s/%s %s",
                                            vectors_text (vectors, row, "seq"),
                                            vectors_text (vectors, row, "step"),
                                            suffix);
  g_autofree char *s = g_strconcat ("S_", suffix, NULL);
  g_autofree char *d = g_strconcat ("D_", suffix, NULL);
  g_autofree char *raw = g_strconcat ("ivl_raw_", suffix, NULL);
  g_autofree char *days = g_strconcat ("ivl_days_", suffix, NULL);

  assert_near (state.stability,
               vectors_number (vectors, row, s),
               tolerance,
               where);
  assert_near (state.difficulty,
               vectors_number (vectors, row, d),
               tolerance,
               where);
  assert_near (drill_fsrs_interval (fsrs, state.stability, retention),
               vectors_number (vectors, row, raw),
               tolerance,
               where);
  g_assert_cmpint (drill_fsrs_interval_days (fsrs,
                                             state.stability,
                                             retention,
                                             36500),
                   ==,
                   (int) vectors_number (vectors, row, days));
}

static guint
run_vectors (gboolean    for_ts_fsrs,
             const char *suffix,
             double      tolerance)
{
  g_autoptr (Vectors) vectors = vectors_load ("fsrs_vectors.csv");
  g_autofree char *stability = g_strconcat ("S_", suffix, NULL);
  DrillMemoryState state = { 0, 0 };
  guint            n_checked = 0;

  for (guint row = 0; row < vectors_n_rows (vectors); row++)
    {
      int       elapsed = (int) vectors_number (vectors, row, "elapsed_days");
      DrillFsrs fsrs;

      init_for_row (&fsrs, vectors, row, for_ts_fsrs);
      if (vectors_starts_run (vectors, row))
        state = (DrillMemoryState){ 0, 0 };
      else if (for_ts_fsrs)
        assert_near (drill_fsrs_retrievability (&fsrs,
                                                state.stability,
                                                elapsed),
                     vectors_number (vectors, row, "R_before_ts"),
                     TS_TOLERANCE,
                     vectors_text (vectors, row, "seq"));

      state = drill_fsrs_next (&fsrs,
                               state,
                               elapsed,
                               (DrillRating) vectors_number (vectors,
                                                             row,
                                                             "rating"));
      if (*vectors_text (vectors, row, stability) == '\0')
        continue;
      check_row (vectors, row, &fsrs, state, suffix, tolerance);
      n_checked++;
    }

  return n_checked;
}

static void
test_vectors_ts_fsrs (void)
{
  g_assert_cmpuint (run_vectors (TRUE, "ts", TS_TOLERANCE), ==, 101);
}

static void
test_vectors_fsrs_rs (void)
{
  g_assert_cmpuint (run_vectors (FALSE, "rs", RS_TOLERANCE), ==, 95);
}

static void
test_curve (void)
{
  static const struct
  {
    double elapsed;
    double stability;
    double recall;
  } rows[] = {
    { 0, 1, 1 },        { 1, 2, .9403443 }, { 2, 3, .9253786 },
    { 3, 4, .9185229 }, { 4, 4, .9 },       { 5, 2, .8261359 },
  };
  DrillFsrs fsrs;

  drill_fsrs_init_default (&fsrs);
  assert_near (fsrs.factor, 0.98034, 1e-5, "factor");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_near (drill_fsrs_retrievability (&fsrs,
                                            rows[i].stability,
                                            rows[i].elapsed),
                 rows[i].recall,
                 1e-6,
                 "curve");

  g_assert_cmpfloat (drill_fsrs_retrievability (&fsrs, 5, -3), ==, 1);
  g_assert_cmpfloat (drill_fsrs_retrievability (&fsrs, NAN, 1e9), >, 0);
}

static void
test_interval_limits (void)
{
  DrillFsrs fsrs;

  drill_fsrs_init_default (&fsrs);
  g_assert_cmpint (drill_fsrs_interval_days (&fsrs, 0.001, 0.9, 36500), ==, 1);
  g_assert_cmpint (drill_fsrs_interval_days (&fsrs, 400, 0.9, 365), ==, 365);
  g_assert_cmpint (drill_fsrs_interval_days (&fsrs, 2.5, 0.9, 365), ==, 3);
  g_assert_cmpint (drill_fsrs_interval_days (&fsrs, 100, 1, 365), ==, 1);
  g_assert_cmpint (drill_fsrs_interval_days (&fsrs, 100, 0, 365), ==, 365);
  g_assert_cmpint (drill_fsrs_interval_days (&fsrs, NAN, NAN, 365), >=, 1);
}

static void
test_manual_rating (void)
{
  DrillFsrs        fsrs;
  DrillMemoryState state = { 12.5, 4.25 };
  DrillMemoryState next;

  drill_fsrs_init_default (&fsrs);
  next = drill_fsrs_next (&fsrs, state, 30, DRILL_RATING_MANUAL);
  g_assert_cmpfloat (next.stability, ==, state.stability);
  g_assert_cmpfloat (next.difficulty, ==, state.difficulty);

  next = drill_fsrs_next (&fsrs,
                          (DrillMemoryState){ 0, 0 },
                          30,
                          DRILL_RATING_MANUAL);
  g_assert_cmpfloat (next.stability, ==, 0);
}

/* A state from before the bounds, or from a damaged file, finds back. */
static void
test_damaged_state (void)
{
  static const DrillMemoryState states[] = {
    { 1e9, 5 },  { 5, 0 },          { 5, 99 },
    { 1e-9, 5 }, { INFINITY, NAN }, { 5, -INFINITY },
  };
  DrillFsrs fsrs;

  drill_fsrs_init_default (&fsrs);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      for (guint rating = DRILL_RATING_AGAIN; rating <= DRILL_RATING_EASY;
           rating++)
        {
          DrillMemoryState next = drill_fsrs_next (&fsrs, states[i], 3, rating);

          g_assert_true (next.stability >= DRILL_STABILITY_MIN
                         && next.stability <= DRILL_STABILITY_MAX);
          g_assert_true (next.difficulty >= DRILL_DIFFICULTY_MIN
                         && next.difficulty <= DRILL_DIFFICULTY_MAX);
        }
    }
}

/* The conversion gives a state that keeps the interval at that retention and
 * grows by the ease on the next Good. */
static void
test_from_sm2 (void)
{
  static const struct
  {
    double interval;
    double ease;
    double retention;
  } rows[] = { { 10, 2.5, 0.9 }, { 40, 2.0, 0.85 }, { 100, 1.6, 0.92 } };
  DrillFsrs fsrs;

  drill_fsrs_init_default (&fsrs);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DrillMemoryState state = drill_fsrs_from_sm2 (&fsrs,
                                                    rows[i].interval,
                                                    rows[i].ease,
                                                    rows[i].retention);
      DrillMemoryState next = drill_fsrs_next (&fsrs,
                                               state,
                                               (int) rows[i].interval,
                                               DRILL_RATING_GOOD);

      assert_near (drill_fsrs_interval (&fsrs,
                                        state.stability,
                                        rows[i].retention),
                   rows[i].interval,
                   1e-9,
                   "interval");
      if (state.difficulty > DRILL_DIFFICULTY_MIN
          && state.difficulty < DRILL_DIFFICULTY_MAX)
        assert_near (next.stability / state.stability,
                     rows[i].ease,
                     1e-6,
                     "ease");
    }

  g_assert_cmpfloat (drill_fsrs_from_sm2 (&fsrs, 0, 1.3, 0.9).stability,
                     >=,
                     DRILL_STABILITY_MIN);
  g_assert_cmpfloat (drill_fsrs_from_sm2 (&fsrs, NAN, NAN, NAN).difficulty,
                     >=,
                     DRILL_DIFFICULTY_MIN);
}

static void
random_weights (double weights[DRILL_FSRS_N_WEIGHTS])
{
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      double low;
      double high;

      drill_weights_get_bounds (i, &low, &high);
      weights[i] = g_test_rand_double_range (low, high);
    }
}

static void
check_next (const DrillFsrs *fsrs,
            DrillMemoryState state,
            int              elapsed)
{
  double recall = drill_fsrs_retrievability (fsrs, state.stability, elapsed);
  double below = 0;

  g_assert_cmpfloat (recall, >, 0);
  g_assert_cmpfloat (recall, <=, 1);
  g_assert_cmpfloat (drill_fsrs_retrievability (fsrs,
                                                state.stability,
                                                elapsed + 1),
                     <=,
                     recall);

  for (guint rating = DRILL_RATING_AGAIN; rating <= DRILL_RATING_EASY; rating++)
    {
      DrillMemoryState next = drill_fsrs_next (fsrs, state, elapsed, rating);

      g_assert_cmpfloat (next.stability, >=, DRILL_STABILITY_MIN);
      g_assert_cmpfloat (next.stability, <=, DRILL_STABILITY_MAX);
      g_assert_cmpfloat (next.difficulty, >=, DRILL_DIFFICULTY_MIN);
      g_assert_cmpfloat (next.difficulty, <=, DRILL_DIFFICULTY_MAX);
      g_assert_cmpfloat (next.stability, >=, below);
      if (rating >= DRILL_RATING_HARD)
        g_assert_cmpfloat (next.stability, >=, state.stability);
      below = next.stability;
    }
}

/* Whatever the weights and the history: bounds, order of the ratings, and that
 * a right answer never weakens a memory. */
static void
test_properties (void)
{
  for (guint card = 0; card < RANDOM_CARDS; card++)
    {
      double           weights[DRILL_FSRS_N_WEIGHTS];
      DrillMemoryState state = { 0, 0 };
      DrillFsrs        fsrs;

      random_weights (weights);
      drill_fsrs_init_weights (&fsrs,
                               weights,
                               DRILL_FSRS_N_WEIGHTS,
                               g_test_rand_bit () ? DRILL_WEIGHTS_DEFAULT :
                                                    DRILL_WEIGHTS_NO_SHORT_TERM,
                               NULL);
      for (guint i = 0; i < RANDOM_REVIEWS; i++)
        {
          int elapsed = g_test_rand_bit () ? g_test_rand_int_range (0, 3) :
                                             g_test_rand_int_range (0, 5000);

          if (i > 0)
            check_next (&fsrs, state, elapsed);
          state = drill_fsrs_next (&fsrs,
                                   state,
                                   elapsed,
                                   g_test_rand_int_range (1, 5));
        }
    }
}

/* The longer a card that is still known was away, the stronger it becomes. */
static void
test_later_success_counts_more (void)
{
  DrillFsrs fsrs;

  drill_fsrs_init_default (&fsrs);
  for (guint i = 0; i < RANDOM_CARDS; i++)
    {
      DrillMemoryState state = { g_test_rand_double_range (0.01, 1000),
                                 g_test_rand_double_range (1, 10) };
      int              elapsed = g_test_rand_int_range (1, 2000);

      g_assert_cmpfloat (drill_fsrs_next (&fsrs,
                                          state,
                                          elapsed + 1,
                                          DRILL_RATING_GOOD)
                           .stability,
                         >=,
                         drill_fsrs_next (&fsrs,
                                          state,
                                          elapsed,
                                          DRILL_RATING_GOOD)
                           .stability);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/fsrs/vectors/ts-fsrs", test_vectors_ts_fsrs);
  g_test_add_func ("/memory/fsrs/vectors/fsrs-rs", test_vectors_fsrs_rs);
  g_test_add_func ("/memory/fsrs/curve", test_curve);
  g_test_add_func ("/memory/fsrs/interval-limits", test_interval_limits);
  g_test_add_func ("/memory/fsrs/manual-rating", test_manual_rating);
  g_test_add_func ("/memory/fsrs/damaged-state", test_damaged_state);
  g_test_add_func ("/memory/fsrs/from-sm2", test_from_sm2);
  g_test_add_func ("/memory/fsrs/properties", test_properties);
  g_test_add_func ("/memory/fsrs/later-success-counts-more",
                   test_later_success_counts_more);

  return g_test_run ();
}
