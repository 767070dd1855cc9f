/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How much time has passed, told as a table of what happened to the machine. */

#include "config.h"

#include "study/stopwatch.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define HOUR   (3600 * SECOND)
#define START  G_GINT64_CONSTANT (1700000000000)

typedef struct
{
  const char       *name;
  DrillClockReading from;
  DrillClockReading to;
  gint64            away;
  gboolean          doubtful;
} AwayCase;

static const AwayCase away_cases[] = {
  { "an-hour-off", { 1, 9000, 9000, START }, { 2, 60000, 60000, START + HOUR }, HOUR, FALSE },
  { "same-boot", { 1, 9000, 9000, START }, { 1, 12000, 10000, START + 3000 }, 3000, FALSE },
  { "same-boot-set-back", { 1, 9000, 9000, START }, { 1, 12000, 12000, START - HOUR }, 3000, FALSE },
  { "same-boot-set-forward", { 1, 9000, 9000, START }, { 1, 12000, 12000, START + HOUR }, 3000, FALSE },
  { "restart-set-back", { 1, 9000, 9000, START }, { 2, 60000, 60000, START - HOUR }, 60000, TRUE },
  { "restart-to-1970", { 1, 9000, 9000, START }, { 2, 60000, 60000, 60000 }, 60000, TRUE },
  { "restart-set-years-forward", { 1, 9000, 9000, START }, { 2, 60000, 60000, START + 9000 * HOUR }, 60000, TRUE },
  { "restart-put-right-a-little", { 1, 9000, 9000, START }, { 2, 60000, 60000, START + 58000 }, 60000, FALSE },
  { "boot-clock-of-one-boot-went-back", { 1, 9000, 9000, START }, { 1, 60, 60, START + 70000 }, 70000, FALSE },
  { "no-name-same-boot", { 0, 9000, 9000, START }, { 0, 12000, 12000, START + 3000 }, 3000, FALSE },
  { "no-name-restart", { 0, 9000, 9000, START }, { 0, 12000, 12000, START + HOUR }, HOUR, FALSE },
  { "one-name-missing", { 0, 9000, 9000, START }, { 2, 12000, 12000, START + HOUR }, HOUR, FALSE },
  { "nonsense", { 1, 0, 0, G_MININT64 }, { 2, -5, -5, G_MAXINT64 }, 0, TRUE },
  { "nonsense-back", { 1, 0, 0, G_MAXINT64 }, { 2, 7, 7, G_MININT64 }, 7, TRUE },
};

static void
test_away (gconstpointer data)
{
  const AwayCase *c = data;
  gboolean        doubtful = !c->doubtful;

  g_assert_cmpint (drill_stopwatch_away (&c->from, &c->to, &doubtful), ==, c->away);
  g_assert_cmpint (doubtful, ==, c->doubtful);
}

static void
test_running (void)
{
  DrillClockReading from = { 1, 1000, 1000, START };
  DrillClockReading later = { 1, 5000, 3000, START - HOUR };
  DrillClockReading least = { 1, G_MININT64, G_MININT64, 0 };
  DrillClockReading most = { 1, G_MAXINT64, G_MAXINT64, 0 };

  g_assert_cmpint (drill_stopwatch_running (&from, &later, TRUE), ==, 4000);
  g_assert_cmpint (drill_stopwatch_running (&from, &later, FALSE), ==, 2000);
  g_assert_cmpint (drill_stopwatch_running (&later, &from, TRUE), ==, 0);
  g_assert_cmpint (drill_stopwatch_running (&later, &from, FALSE), ==, 0);
  g_assert_cmpint (drill_stopwatch_running (&least, &most, TRUE), ==, G_MAXINT64);
  g_assert_cmpint (drill_stopwatch_running (&most, &least, TRUE), ==, 0);
}

static void
test_notices (void)
{
  static const struct
  {
    gint64      limit, before, left; /* seconds */
    DrillNotice notice;
  } cases[] = {
    { 3000, 1501, 1500, DRILL_NOTICE_HALF },
    { 3000, 1500, 1499, DRILL_NOTICE_NONE }, /* said already */
    { 3000, 301, 300, DRILL_NOTICE_FIVE_MINUTES },
    { 3000, 61, 60, DRILL_NOTICE_ONE_MINUTE },
    { 3000, 2000, 59, DRILL_NOTICE_ONE_MINUTE }, /* after a suspend, the last only */
    { 3000, 2000, 250, DRILL_NOTICE_FIVE_MINUTES },
    { 3000, 2000, 0, DRILL_NOTICE_NONE }, /* it is over; something else says so */
    { 600, 301, 300, DRILL_NOTICE_FIVE_MINUTES }, /* half and five minutes at once */
    { 300, 300, 299, DRILL_NOTICE_NONE }, /* five minutes were all there was */
    { 300, 151, 150, DRILL_NOTICE_HALF },
    { 60, 60, 59, DRILL_NOTICE_NONE },
    { 60, 31, 29, DRILL_NOTICE_HALF },
    { 0, 0, 0, DRILL_NOTICE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (drill_stopwatch_notice (cases[i].limit * SECOND, cases[i].before * SECOND, cases[i].left * SECOND),
                       ==,
                       cases[i].notice);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (away_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/study/stopwatch/away/", away_cases[i].name, NULL);

      g_test_add_data_func (path, &away_cases[i], test_away);
    }
  g_test_add_func ("/study/stopwatch/running", test_running);
  g_test_add_func ("/study/stopwatch/notices", test_notices);

  return g_test_run ();
}
