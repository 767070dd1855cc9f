/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * First stabilities: the search, the order, and filling in ratings without
 * data.
 */

#include "config.h"

#include "memory/initial-stability.h"

#include "vectors.h"

#include <math.h>

static void
test_search (void)
{
  static const DrillFirstGroup groups[] = {
    { DRILL_RATING_AGAIN, 1, 435, 377 }, { DRILL_RATING_AGAIN, 2, 97, 88 },
    { DRILL_RATING_AGAIN, 3, 63, 46 },   { DRILL_RATING_AGAIN, 4, 38, 29 },
    { DRILL_RATING_AGAIN, 5, 28, 19 },   { DRILL_RATING_GOOD, 5, 1000, 1 },
  };

  assert_near (drill_initial_stability_search (groups,
                                               G_N_ELEMENTS (groups),
                                               DRILL_RATING_AGAIN,
                                               .94302857),
               0.7355089,
               1e-5,
               "search");

  /* Nothing but the price of leaving it: the default. */
  assert_near (drill_initial_stability_search (groups,
                                               G_N_ELEMENTS (groups),
                                               DRILL_RATING_EASY,
                                               0.9),
               drill_weights_default[3],
               1e-6,
               "no data");
}

static void
test_fill (void)
{
  static const struct
  {
    double known[4]; /* 0 where there are no cards */
    double filled[4];
  } rows[] = {
    { { .4, 0, 2.3, 10.9 }, { .4, 1.1227008, 2.3, 10.9 } },
    { { 0, .35, 0, 0 }, { .05738148, .35, .6242943, 2.2453482 } },
    { { 0, 0, 0, 0 }, { 0.212, 1.2931, 2.3065, 8.2956 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double stability[4];
      guint  counts[4];

      for (guint j = 0; j < 4; j++)
        {
          stability[j] = rows[i].known[j] > 0 ? rows[i].known[j] : 77;
          counts[j] = rows[i].known[j] > 0 ? 10 : 0;
        }
      drill_initial_stability_order (stability, counts);
      for (guint j = 0; j < 4; j++)
        assert_near (stability[j], rows[i].filled[j], 1e-6, "fill");
    }
}

/* Any subset of four that lie on the shape gives the four back. */
static void
test_fill_is_consistent (void)
{
  const double u = 0.41;
  const double v = 0.54;
  const double s2 = 1.5;
  const double s3 = 3;
  const double shape[4] = {
    pow (s2, 1 / u) * pow (s3, 1 - 1 / u),
    s2,
    s3,
    pow (s2, 1 - 1 / v) * pow (s3, 1 / v),
  };

  for (guint subset = 0; subset < 16; subset++)
    {
      double stability[4];
      guint  counts[4];
      guint  n_known = 0;

      for (guint i = 0; i < 4; i++)
        {
          counts[i] = (subset >> i & 1) ? 5 : 0;
          n_known += counts[i] > 0;
          stability[i] = counts[i] > 0 ? shape[i] : 0.5;
        }
      if (n_known < 2)
        continue;

      drill_initial_stability_order (stability, counts);
      for (guint i = 0; i < 4; i++)
        assert_near (stability[i], shape[i], 1e-9, "shape");
    }
}

static void
test_order (void)
{
  static const struct
  {
    double given[4];
    guint  counts[4];
    double ordered[4];
  } rows[] = {
    { { 1, 2, 3, 4 }, { 5, 5, 5, 5 }, { 1, 2, 3, 4 } },
    { { 3, 2, 4, 5 }, { 9, 5, 5, 5 }, { 3, 3, 4, 5 } },
    { { 3, 2, 4, 5 }, { 5, 9, 5, 5 }, { 2, 2, 4, 5 } },
    { { 3, 2, 4, 5 }, { 5, 5, 5, 5 }, { 2, 2, 4, 5 } },
    { { 1, 2, 5, 4 }, { 1, 1, 2, 1 }, { 1, 2, 5, 5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double stability[4];

      for (guint j = 0; j < 4; j++)
        stability[j] = rows[i].given[j];
      drill_initial_stability_order (stability, rows[i].counts);
      for (guint j = 0; j < 4; j++)
        assert_near (stability[j], rows[i].ordered[j], 1e-12, "order");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/initial-stability/search", test_search);
  g_test_add_func ("/memory/initial-stability/fill", test_fill);
  g_test_add_func ("/memory/initial-stability/fill-is-consistent",
                   test_fill_is_consistent);
  g_test_add_func ("/memory/initial-stability/order", test_order);

  return g_test_run ();
}
