/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The learner's days. */

#include "config.h"

#include "study/rules.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS  (24 * HOUR_MS)

typedef struct
{
  const char *name;
  int         offset_hours; /* of the time zone, east of UTC */
  int         rollover_hour;
  gint64      wall_ms;
  int         day;
} Case;

static const Case cases[] = {
  { "noon", 0, 4, 100 * DAY_MS + 12 * HOUR_MS, 100 },
  { "before-the-rollover", 0, 4, 100 * DAY_MS + 4 * HOUR_MS - 1, 99 },
  { "at-the-rollover", 0, 4, 100 * DAY_MS + 4 * HOUR_MS, 100 },
  { "midnight", 0, 0, 100 * DAY_MS, 100 },
  { "late-rollover", 0, 23, 100 * DAY_MS + 22 * HOUR_MS, 99 },
  { "east", 10, 4, 100 * DAY_MS + 18 * HOUR_MS, 101 },
  { "west", -10, 4, 100 * DAY_MS + 13 * HOUR_MS, 99 },
  { "before-1970", 0, 4, -1 * HOUR_MS, -1 },
};

static void
test_day (gconstpointer data)
{
  const Case            *this = data;
  g_autoptr (DrillRules) rules = drill_rules_new ();
  g_autoptr (DrillRules) copy = NULL;

  g_time_zone_unref (rules->time_zone);
  rules->time_zone = g_time_zone_new_offset (this->offset_hours * 3600);
  rules->rollover_hour = this->rollover_hour;
  g_assert_cmpint (drill_rules_day (rules, this->wall_ms), ==, this->day);

  /* A copy goes on alone. */
  copy = drill_rules_copy (rules);
  g_clear_pointer (&rules, drill_rules_free);
  g_assert_cmpint (drill_rules_day (copy, this->wall_ms), ==, this->day);
}

static void
test_defaults (void)
{
  g_autoptr (DrillRules) rules = drill_rules_new ();

  g_assert_cmpint (rules->rollover_hour, ==, 4);
  g_assert_cmpuint (rules->new_per_day, ==, 20);
  g_assert_cmpuint (rules->reviews_per_day, ==, 200);
  g_assert_cmpint (rules->learn_ahead_ms, ==, 20 * 60 * 1000);
  g_assert_cmpfloat (rules->scheduler.desired_retention, ==, 0.9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/study/rules/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_day);
    }
  g_test_add_func ("/study/rules/defaults", test_defaults);

  return g_test_run ();
}
