/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Time on a card: counted to a maximum, and not while away. */

#include "config.h"

#include "ui/review/card-timer.h"

#define MOST 300000

typedef struct
{
  gint64   at_ms;
  gboolean runs;
} Turn;

static const struct
{
  const char *name;
  Turn        turns[6];
  guint       n_turns;
  gint64      asked_ms;
  gint64      expected_ms;
} cases[] = {
  { "never-shown", { { 0, FALSE } }, 1, 5000, 0 },
  { "shown", { { 1000, TRUE } }, 1, 5000, 4000 },
  { "away-once", { { 1000, TRUE }, { 3000, FALSE }, { 9000, TRUE } }, 3, 10000, 3000 },
  { "still-away", { { 1000, TRUE }, { 3000, FALSE } }, 2, 900000, 2000 },
  { "said-twice", { { 1000, TRUE }, { 2000, TRUE }, { 3000, FALSE }, { 4000, FALSE } }, 4, 9000, 2000 },
  { "to-the-maximum", { { 0, TRUE } }, 1, 100 * MOST, MOST },
  { "maximum-in-parts", { { 0, TRUE }, { 200000, FALSE }, { 300000, TRUE } }, 3, 500000, MOST },
  { "clock-set-back", { { 5000, TRUE } }, 1, 1000, 0 },
};

static void
test_case (gconstpointer data)
{
  guint          i = GPOINTER_TO_UINT (data);
  DrillCardTimer timer = DRILL_CARD_TIMER_INIT;

  for (guint j = 0; j < cases[i].n_turns; j++)
    drill_card_timer_run (&timer, cases[i].turns[j].runs, cases[i].turns[j].at_ms);
  g_assert_cmpint (drill_card_timer_get_ms (&timer, cases[i].asked_ms, MOST), ==, cases[i].expected_ms);
}

static void
test_reset (void)
{
  DrillCardTimer timer = DRILL_CARD_TIMER_INIT;

  drill_card_timer_run (&timer, TRUE, 1000);
  drill_card_timer_run (&timer, FALSE, 2000);
  drill_card_timer_reset (&timer);
  g_assert_cmpint (drill_card_timer_get_ms (&timer, 5000, MOST), ==, 0);
  drill_card_timer_run (&timer, TRUE, 6000);
  g_assert_cmpint (drill_card_timer_get_ms (&timer, 6500, MOST), ==, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/card-timer/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/card-timer/reset", test_reset);

  return g_test_run ();
}
