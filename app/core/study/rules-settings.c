/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The rules of study as the learner's settings have them. The schema gives ranges and
 * defaults (data/); what no range can say, such as a set of weights that makes no
 * sense, is checked here and counts as not set.
 */

#include "config.h"

#include "study/rules-settings.h"

#include <stdio.h>

#define MINUTE_MS     G_GINT64_CONSTANT (60000)
#define UNIX_JULIAN   719163 /* g_date_get_julian() of 1 January 1970 */
#define WEIGHTS_KEY   "memory-weights"

GSettings *
drill_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  GSettingsSchema       *schema = NULL;
  GSettings             *settings;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  if (schema == NULL)
    return NULL;

  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_schema_unref (schema);

  return settings;
}

static void
read_steps (GSettings  *settings,
            const char *key,
            DrillSteps *steps)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  gsize                n_minutes;
  const guint32       *minutes = g_variant_get_fixed_array (value, &n_minutes, sizeof *minutes);

  steps->n_steps = 0;
  for (gsize i = 0; i < n_minutes && steps->n_steps < DRILL_MAX_STEPS; i++)
    {
      if (minutes[i] > 0)
        steps->delays[steps->n_steps++] = minutes[i] * MINUTE_MS;
    }
}

/* The weights of most people when nothing is set, or nothing that can be used. */
static void
read_weights (GSettings *settings,
              DrillFsrs *fsrs)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, WEIGHTS_KEY);
  gsize                n_values;
  const double        *values = g_variant_get_fixed_array (value, &n_values, sizeof *values);
  DrillFsrs            chosen;

  drill_fsrs_init_default (fsrs);
  if (n_values > 0 &&
      drill_fsrs_init_weights (&chosen, values, n_values, DRILL_WEIGHTS_DEFAULT, NULL))
    *fsrs = chosen;
}

int
drill_settings_parse_date (const char *text)
{
  int   year, month, day;
  int   length = 0;
  GDate date;

  g_return_val_if_fail (text != NULL, 0);

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 ||
      text[length] != '\0' || year < 1970 || month < 1 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);

  return (int) g_date_get_julian (&date) - UNIX_JULIAN;
}

char *
drill_settings_format_date (int day)
{
  GDate date;
  char  text[32];

  if (day <= 0)
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day + UNIX_JULIAN);
  g_snprintf (text,
              sizeof text,
              "%04u-%02u-%02u",
              g_date_get_year (&date),
              (guint) g_date_get_month (&date),
              g_date_get_day (&date));

  return g_strdup (text);
}

/* Sets everything that the learner can choose; the rest of @self stays. */
void
drill_rules_read_settings (DrillRules *self,
                           GSettings  *settings)
{
  g_autofree char *date = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings));

  self->new_per_day = g_settings_get_uint (settings, "new-cards-per-day");
  self->reviews_per_day = g_settings_get_uint (settings, "reviews-per-day");
  self->order = g_settings_get_enum (settings, "review-order");
  self->rollover_hour = g_settings_get_int (settings, "day-begins-at");
  self->learn_ahead_ms = g_settings_get_uint (settings, "learn-ahead-minutes") * MINUTE_MS;
  self->leech_lapses = g_settings_get_uint (settings, "leech-lapses");
  self->suspend_leeches = g_settings_get_boolean (settings, "suspend-leeches");
  self->max_answer_ms = g_settings_get_uint (settings, "longest-answer-seconds") * G_GINT64_CONSTANT (1000);
  self->two_buttons = g_settings_get_boolean (settings, "two-buttons");
  self->scheduler.desired_retention = g_settings_get_double (settings, "desired-retention");
  self->scheduler.max_interval = (int) g_settings_get_uint (settings, "longest-interval-days");
  read_steps (settings, "learning-steps", &self->scheduler.learning);
  read_steps (settings, "relearning-steps", &self->scheduler.relearning);
  read_weights (settings, &self->scheduler.fsrs);
  date = g_settings_get_string (settings, "interview-date");
  self->interview_day = drill_settings_parse_date (date);
}

void
drill_settings_set_weights (GSettings   *settings,
                            const double weights[DRILL_FSRS_N_WEIGHTS])
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_set_value (settings,
                        WEIGHTS_KEY,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE,
                                                   weights,
                                                   DRILL_FSRS_N_WEIGHTS,
                                                   sizeof *weights));
}
