/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The learner's days. */

#include "config.h"

#include "study/rules-settings.h"

#include <string.h>

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

static void
test_fold_alike (void)
{
  g_autoptr (DrillRules) rules = drill_rules_new ();
  g_autoptr (DrillRules) other = drill_rules_copy (rules);

  other->new_per_day++;
  other->interview_day = 20000;
  other->order = DRILL_QUEUE_ORDER_RANDOM;
  g_assert_true (drill_rules_fold_alike (rules, other));
  other->scheduler.learning.delays[1]++;
  g_assert_false (drill_rules_fold_alike (rules, other));
  other->scheduler.learning.delays[1]--;
  other->scheduler.fsrs.w[20] += 0.01;
  g_assert_false (drill_rules_fold_alike (rules, other));
}

/* The schema's defaults are those of the rules. */
static void
test_settings_default (void)
{
  g_autoptr (GSettings)  settings = drill_settings_new ();
  g_autoptr (DrillRules) rules = drill_rules_new ();
  g_autoptr (DrillRules) read = drill_rules_copy (rules);

  g_assert_nonnull (settings);
  drill_rules_read_settings (read, settings);
  g_assert_true (drill_rules_fold_alike (rules, read));
  g_assert_cmpuint (read->new_per_day, ==, rules->new_per_day);
  g_assert_cmpuint (read->reviews_per_day, ==, rules->reviews_per_day);
  g_assert_cmpint (read->rollover_hour, ==, rules->rollover_hour);
  g_assert_cmpint (read->learn_ahead_ms, ==, rules->learn_ahead_ms);
  g_assert_cmpint (read->order, ==, rules->order);
  g_assert_cmpuint (read->leech_lapses, ==, rules->leech_lapses);
  g_assert_cmpint (read->suspend_leeches, ==, rules->suspend_leeches);
  g_assert_cmpint (read->max_answer_ms, ==, rules->max_answer_ms);
  g_assert_cmpint (read->two_buttons, ==, rules->two_buttons);
  g_assert_cmpint (read->interview_day, ==, 0);
}

static void
test_settings (void)
{
  g_autoptr (GSettings)  settings = drill_settings_new ();
  g_autoptr (DrillRules) rules = drill_rules_new ();
  double                 weights[DRILL_FSRS_N_WEIGHTS];

  memcpy (weights, drill_weights_default, sizeof weights);
  weights[0] = 0.5;
  g_settings_set_uint (settings, "new-cards-per-day", 3);
  g_settings_set_string (settings, "review-order", "random");
  g_settings_set_double (settings, "desired-retention", 0.85);
  g_settings_set_string (settings, "interview-date", "2026-12-05");
  g_settings_set (settings, "learning-steps", "au", NULL);
  drill_settings_set_weights (settings, weights);
  drill_rules_read_settings (rules, settings);
  g_assert_cmpuint (rules->new_per_day, ==, 3);
  g_assert_cmpint (rules->order, ==, DRILL_QUEUE_ORDER_RANDOM);
  g_assert_cmpfloat (rules->scheduler.desired_retention, ==, 0.85);
  g_assert_cmpuint (rules->scheduler.learning.n_steps, ==, 0);
  g_assert_cmpfloat (rules->scheduler.fsrs.w[0], ==, 0.5);
  g_assert_cmpint (rules->interview_day, ==, 20792);

  /* What makes no sense counts as not set. */
  g_settings_set_value (settings, "memory-weights", g_variant_new_parsed ("[1.0, 2.0]"));
  g_settings_set_string (settings, "interview-date", "soon");
  drill_rules_read_settings (rules, settings);
  g_assert_cmpfloat (rules->scheduler.fsrs.w[0], ==, drill_weights_default[0]);
  g_assert_cmpint (rules->interview_day, ==, 0);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    int         day;
  } dates[] = {
    { "1970-01-02", 1 },  { "2024-02-29", 19782 }, { "2023-02-29", 0 },  { "2026-13-01", 0 },
    { "2026-12-05x", 0 }, { "", 0 },               { "tomorrow", 0 },    { "2026-12-00", 0 },
    { "0000-01-01", 0 },  { "-001-01-01", 0 },     { "2026-12", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *back = drill_settings_format_date (dates[i].day);

      g_assert_cmpint (drill_settings_parse_date (dates[i].text), ==, dates[i].day);
      g_assert_cmpstr (back, ==, dates[i].day > 0 ? dates[i].text : "");
    }
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

  g_test_add_func ("/study/rules/fold-alike", test_fold_alike);
  g_test_add_func ("/study/rules/settings-default", test_settings_default);
  g_test_add_func ("/study/rules/settings", test_settings);
  g_test_add_func ("/study/rules/dates", test_dates);

  return g_test_run ();
}
