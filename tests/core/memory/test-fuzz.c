/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The fuzz band, the draw from it, and the balance of load.
 */

#include "config.h"

#include "memory/fuzz.h"
#include "memory/study-day.h"

#include "vectors.h"

#define DRAWS 4000

/* ts-fsrs asks for at least two days, and for more than have gone by when the
 * interval is longer than they. */
static void
test_vectors (void)
{
  g_autoptr (Vectors) vectors = vectors_load ("fsrs_fuzz_vectors.csv");

  g_assert_cmpuint (vectors_n_rows (vectors), ==, 19);
  for (guint row = 0; row < vectors_n_rows (vectors); row++)
    {
      double interval = vectors_number (vectors, row, "interval");
      int    elapsed = (int) vectors_number (vectors, row, "elapsed_days");
      int    minimum = interval > elapsed ? MAX (2, elapsed + 1) : 2;
      DrillFuzzBand band
        = drill_fuzz_band (interval,
                           minimum,
                           (int) vectors_number (vectors, row, "max_ivl"));

      g_assert_cmpint (band.low,
                       ==,
                       (int) vectors_number (vectors, row, "min_fuzz"));
      g_assert_cmpint (band.high,
                       ==,
                       (int) vectors_number (vectors, row, "max_fuzz"));
    }
}

/* The numbers are part of the data format: they decide when cards return. */
static void
test_seed_is_frozen (void)
{
  g_assert_cmphex (drill_fuzz_seed (""),
                   ==,
                   G_GUINT64_CONSTANT (0xcbf29ce484222325));
  g_assert_cmphex (drill_fuzz_seed ("a"),
                   ==,
                   G_GUINT64_CONSTANT (0xaf63dc4c8601ec8c));
  g_assert_cmphex (drill_fuzz_seed ("foobar"),
                   ==,
                   G_GUINT64_CONSTANT (0x85944171f73967e8));

  /* The first two numbers of SplitMix64 seeded with 0. */
  assert_near (drill_fuzz_uniform (0, 0),
               (double) G_GUINT64_CONSTANT (0xe220a8397b1dcdaf)
                 / 18446744073709551616.0,
               1e-12,
               "first");
  assert_near (drill_fuzz_uniform (0, 1),
               (double) G_GUINT64_CONSTANT (0x6e789e6aa1b965f4)
                 / 18446744073709551616.0,
               1e-12,
               "second");
}

static void
test_pick_covers_band (void)
{
  DrillFuzzBand band = { 5, 9 };
  guint         seen[10] = { 0 };

  for (guint reps = 0; reps < DRAWS; reps++)
    {
      int days
        = drill_fuzz_pick (band,
                           drill_fuzz_uniform (drill_fuzz_seed ("pack/item"),
                                               reps));

      g_assert_cmpint (days, >=, band.low);
      g_assert_cmpint (days, <=, band.high);
      seen[days]++;
    }
  for (int days = band.low; days <= band.high; days++)
    g_assert_cmpuint (seen[days], >, DRAWS / 10);
}

/* How many of many draws fall on each day of 10 to 14, counted from day @today.
 */
static void
draw (const DrillDayLoad *load,
      int                 today,
      guint               seen[5])
{
  DrillFuzzBand band = { 10, 14 };

  for (guint i = 0; i < 5; i++)
    seen[i] = 0;
  for (guint reps = 0; reps < DRAWS; reps++)
    seen[drill_fuzz_balance (band, load, today, drill_fuzz_uniform (42, reps))
         - 10]++;
}

static void
test_balance (void)
{
  guint        due[15] = { 0 };
  int          sibling = 11;
  DrillDayLoad load = { .due = due, .n_days = G_N_ELEMENTS (due) };
  guint        seen[5];

  /* One free day among busy ones takes nearly all. */
  for (int days = 10; days <= 14; days++)
    due[days] = days == 12 ? 0 : 20;
  draw (&load, 0, seen);
  g_assert_cmpuint (seen[2], >, DRAWS * 9 / 10);

  /* All free: about even; a sibling's day and its neighbours are left alone. */
  due[10] = due[11] = due[13] = due[14] = 0;
  draw (&load, 0, seen);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (seen[i], >, DRAWS / 10);
  load.sibling_days = &sibling;
  load.n_siblings = 1;
  draw (&load, 0, seen);
  g_assert_cmpuint (seen[1], <, DRAWS / 100);
  g_assert_cmpuint (seen[4], >, seen[2]);
}

static void
test_weekdays (void)
{
  guint        due[15] = { 0 };
  DrillDayLoad load = { .due = due, .n_days = G_N_ELEMENTS (due) };
  guint        seen[5];
  int          monday = 4 - 10; /* so that ten days on it is a Monday */

  g_assert_cmpint (drill_study_day_weekday (monday + 10), ==, 0);
  load.weekdays[2] = DRILL_WEEKDAY_MINIMUM;
  draw (&load, monday, seen);
  g_assert_cmpuint (seen[2], <, DRAWS / 100);
  g_assert_cmpuint (seen[1], >, DRAWS / 6);

  /* A reduced day is as good as others until it holds more than half a share.
   */
  load.weekdays[2] = DRILL_WEEKDAY_REDUCED;
  for (int days = 10; days <= 14; days++)
    due[days] = 10;
  due[12] = 4;
  draw (&load, monday, seen);
  g_assert_cmpuint (seen[2], >, DRAWS / 5);
  due[12] = 6;
  draw (&load, monday, seen);
  g_assert_cmpuint (seen[2], <, DRAWS / 20);
}

static void
test_balance_stays_in_band (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      guint         due[60];
      int           siblings[3];
      int           low = g_test_rand_int_range (1, 80);
      DrillFuzzBand band = { low, low + g_test_rand_int_range (0, 12) };
      DrillDayLoad  load = { .due = due,
                             .n_days = G_N_ELEMENTS (due),
                             .sibling_days = siblings,
                             .n_siblings = 3 };
      int           days;

      for (guint day = 0; day < G_N_ELEMENTS (due); day++)
        due[day] = g_test_rand_int_range (0, 2000);
      for (guint s = 0; s < G_N_ELEMENTS (siblings); s++)
        siblings[s] = g_test_rand_int_range (-5, 100);
      for (guint day = 0; day < 7; day++)
        load.weekdays[day] = g_test_rand_int_range (0, 3);

      days = drill_fuzz_balance (band,
                                 &load,
                                 g_test_rand_int_range (-100, 30000),
                                 g_test_rand_double ());
      g_assert_cmpint (days, >=, band.low);
      g_assert_cmpint (days, <=, band.high);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/fuzz/vectors", test_vectors);
  g_test_add_func ("/memory/fuzz/seed-is-frozen", test_seed_is_frozen);
  g_test_add_func ("/memory/fuzz/pick-covers-band", test_pick_covers_band);
  g_test_add_func ("/memory/fuzz/balance", test_balance);
  g_test_add_func ("/memory/fuzz/weekdays", test_weekdays);
  g_test_add_func ("/memory/fuzz/balance-stays-in-band",
                   test_balance_stays_in_band);

  return g_test_run ();
}
