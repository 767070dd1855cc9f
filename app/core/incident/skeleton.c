/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From an export of a dashboard to a scenario that can be played at once and
 * then written: the series, the header, a hub with one action of each kind, a
 * debrief with a reference run. It has no faults, so that whatever the checks
 * report later is about what the author changed.
 */

#include "config.h"

#include "incident/skeleton.h"
#include "incident/value.h"

#include <math.h>
#include <string.h>

/* Minutes. */
#define MAX_HISTORY (12 * 60)

static void
series_free (gpointer data)
{
  DrillSkeletonSeries *series = data;

  g_free (series->key);
  g_free (series->label);
  g_free (series->metric);
  g_free (series);
}

/* One line without anything that Markdown could take for markup. */
static char *
plain_line (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && out->len < 80; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || (c < 128 && strchr (".,%()/-", (int) c) != NULL))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }

  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

static gboolean
is_taken (GPtrArray  *list,
          const char *key)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (strcmp (((DrillSkeletonSeries *) g_ptr_array_index (list, i))->key, key) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A short name from the metric's, made unique by a number. */
static char *
make_key (GPtrArray  *list,
          const char *name)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gsize length;

  for (const char *p = name; *p != '\0' && *p != '{' && key->len < 32; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (key, g_ascii_tolower (*p));
      else if (key->len > 0 && key->str[key->len - 1] != '_')
        g_string_append_c (key, '_');
    }
  while (key->len > 0 && key->str[key->len - 1] == '_')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_append (key, "series");

  length = key->len;
  for (guint n = 2; is_taken (list, key->str) || g_ascii_strcasecmp (key->str, "time") == 0; n++)
    {
      g_string_truncate (key, length);
      g_string_append_printf (key, "_%u", n);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The unit that values were written with tells most; else the metric's name. */
static DrillUnit
guess_unit (const DrillSamplesColumn *column)
{
  static const struct
  {
    const char *word;
    DrillUnit   unit;
  } words[] = {
    { "per_second", DRILL_UNIT_PER_SECOND }, { "rate", DRILL_UNIT_PER_SECOND }, { "rps", DRILL_UNIT_PER_SECOND },
    { "bytes", DRILL_UNIT_BYTES },           { "memory", DRILL_UNIT_BYTES },    { "seconds", DRILL_UNIT_SECONDS },
    { "duration", DRILL_UNIT_SECONDS },      { "latency", DRILL_UNIT_SECONDS }, { "lag", DRILL_UNIT_SECONDS },
    { "ratio", DRILL_UNIT_RATIO },           { "percent", DRILL_UNIT_RATIO },   { "utilization", DRILL_UNIT_RATIO },
  };
  const char      *unit = column->unit != NULL ? column->unit : "";
  gsize            length = strlen (unit);
  g_autofree char *name = g_ascii_strdown (column->name, -1);

  if (strstr (unit, "/s") != NULL || strstr (unit, "ps") != NULL)
    return DRILL_UNIT_PER_SECOND;
  if (strcmp (unit, "%") == 0)
    return DRILL_UNIT_RATIO;
  if (length > 0 && (unit[length - 1] == 'B' || g_str_has_prefix (unit, "byte")))
    return DRILL_UNIT_BYTES;
  if (length > 0 && unit[length - 1] == 's')
    return DRILL_UNIT_SECONDS;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (name, words[i].word) != NULL)
        return words[i].unit;
    }

  return DRILL_UNIT_COUNT;
}

/* The name on one line, if it can stand as a metric in a series line. */
static char *
make_metric (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!g_ascii_isalpha (*name) && strchr ("_:{", *name) == NULL)
    return g_strdup ("unknown");
  if (*name == '\0' || g_str_has_prefix (name, "slo "))
    return g_strdup ("unknown");

  for (; *name != '\0' && out->len < 400; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      g_string_append_unichar (out, g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

/**
 * drill_skeleton_guess:
 *
 * Names the columns of a recording, as many as a scenario can have.
 *
 * Returns: (transfer full) (element-type DrillSkeletonSeries)
 */
GPtrArray *
drill_skeleton_guess (DrillSamples *samples)
{
  GPtrArray *list;

  g_return_val_if_fail (samples != NULL, NULL);

  list = g_ptr_array_new_with_free_func (series_free);
  for (guint i = 0; i < samples->columns->len && list->len < DRILL_SCENARIO_MAX_SERIES; i++)
    {
      const DrillSamplesColumn *column = g_ptr_array_index (samples->columns, i);
      DrillSkeletonSeries      *series;

      /* A series without any value has nothing to show. */
      if (isnan (column->last))
        continue;
      series = g_new0 (DrillSkeletonSeries, 1);
      series->column = i;
      series->key = make_key (list, column->name);
      series->label = plain_line (column->name);
      series->unit = guess_unit (column);
      series->metric = make_metric (column->name);
      series->slo = NAN;
      if (*series->label == '\0')
        {
          g_free (series->label);
          series->label = g_strdup (series->key);
        }
      g_ptr_array_add (list, series);
    }

  return list;
}

static const char *
unit_word (DrillUnit unit)
{
  static const char *const words[] = { "count", "bytes", "seconds", "ratio", "per-second" };

  return words[unit];
}

/* Returns the first series whose key contains @word and has @unit, or NULL. */
static const DrillSkeletonSeries *
find_series (GPtrArray  *list,
             const char *word,
             DrillUnit   unit)
{
  for (guint i = 0; i < list->len; i++)
    {
      const DrillSkeletonSeries *series = g_ptr_array_index (list, i);

      if (series->unit == unit && strstr (series->key, word) != NULL)
        return series;
    }

  return NULL;
}

/* Minutes of the recording that may lie before the page. */
gint64
drill_skeleton_max_history (DrillSamples *samples)
{
  gint64 minutes;

  g_return_val_if_fail (samples != NULL && samples->n_rows > 0, 0);

  minutes = (gint64) (samples->times[samples->n_rows - 1] / 60);

  return CLAMP (minutes, 0, MAX_HISTORY);
}

/* The page arrives in the middle of the recording, so that there is a past to
 * look at and a future to come. */
gint64
drill_skeleton_guess_history (DrillSamples *samples)
{
  gint64 minutes;

  g_return_val_if_fail (samples != NULL && samples->n_rows > 0, 0);

  minutes = (gint64) (samples->times[samples->n_rows - 1] / 2 / 60);

  return CLAMP (minutes, 0, MAX_HISTORY);
}

static void
append_series (GString                   *out,
               const DrillSkeletonSeries *series)
{
  char slo[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "series %s \"%s\" %s ", series->key, series->label, unit_word (series->unit));
  if (isfinite (series->slo))
    g_string_append_printf (out, "slo %s ", g_ascii_dtostr (slo, sizeof slo, series->slo));
  g_string_append_printf (out, "%s\n", series->metric);
}

static void
append_header (GString      *out,
               DrillSamples *samples,
               GPtrArray    *list,
               const char   *id,
               gint64        history)
{
  gint64                     start = (gint64) fmod (fabs (samples->start), 1e12) + history * 60;
  const DrillSkeletonSeries *errors = find_series (list, "error", DRILL_UNIT_RATIO);
  const DrillSkeletonSeries *rate = find_series (list, "re", DRILL_UNIT_PER_SECOND);

  g_string_append_printf (out,
                          "```sim\n"
                          "format 1\n"
                          "scenario %s\n"
                          "level senior\n"
                          "seed 1\n"
                          "start console\n"
                          "pass 70\n"
                          "clock %02d:%02d\n"
                          "limit 60m\n"
                          "history %" G_GINT64_FORMAT "m\n"
                          "regime incident\n",
                          drill_value_is_word (id) ? id : "incident",
                          (int) (start / 3600 % 24),
                          (int) (start / 60 % 60),
                          history);
  for (guint i = 0; i < list->len; i++)
    append_series (out, g_ptr_array_index (list, i));
  g_string_append (out,
                   "phase gather 40\n"
                   "phase mitigate 40\n"
                   "phase communicate 20\n");
  if (errors != NULL && rate != NULL)
    g_string_append_printf (out, "impact %s %s \"Failed requests\"\n", errors->key, rate->key);
  else
    g_string_append (out, "// impact ERROR_SERIES RATE_SERIES \"Failed requests\"\n");
  g_string_append (out, "```\n\n");
}

static const char regimes[] = "```regime incident\n"
                              "* play " DRILL_SKELETON_SAMPLES "\n"
                              "```\n"
                              "\n"
                              "```regime contained\n"
                              "* hold\n"
                              "```\n"
                              "\n";

static const char hub[] = "## Console\n"
                          "\n"
                          "> **Interviewer:** You have the page. What do you do next?\n"
                          "\n"
                          "### Look\n"
                          "\n"
                          "- [Open the dashboard](#dashboard)\n"
                          "\n"
                          "### Tell\n"
                          "\n"
                          "- [Post the first update](#first-update)\n"
                          "\n"
                          "### Change\n"
                          "\n"
                          "- [Undo the last change](#undo-the-last-change)\n"
                          "- [Restart everything](#restart-everything)\n"
                          "- [Stand down](#stand-down)\n"
                          "\n";

static const char actions[] = "```sim\n"
                              "phase gather\n"
                              "cost 5m\n"
                              "score gather +40 by 20m : Say what these graphs tell apart.\n"
                              "```\n"
                              "\n"
                              "- [Back to the console](#console)\n"
                              "\n"
                              "## First update\n"
                              "\n"
                              "> **Interviewer:** What do you write?\n"
                              "\n"
                              "```sim\n"
                              "phase communicate\n"
                              "cost 2m\n"
                              "once\n"
                              "set acknowledged\n"
                              "answer 20\n"
                              "```\n"
                              "\n"
                              "**Key points:**\n"
                              "\n"
                              "- Who is affected, and how `users|customers`\n"
                              "- When the next update comes `next update`\n"
                              "\n"
                              "**Model answer:** Some users see errors. We are looking at the last change. The next\n"
                              "update comes in fifteen minutes.\n"
                              "\n"
                              "**Choices:**\n"
                              "\n"
                              "- [Back to the console](#console)\n"
                              "\n"
                              "## Undo the last change\n"
                              "\n"
                              "Describe what is seen after it.\n"
                              "\n"
                              "```sim\n"
                              "phase mitigate\n"
                              "cost 4m\n"
                              "once\n"
                              "needs dashboard\n"
                              "regime contained\n"
                              "set contained\n"
                              "score mitigate +40 : Say why this is the smallest change that helps.\n"
                              "```\n"
                              "\n"
                              "- [Back to the console](#console)\n"
                              "\n"
                              "## Restart everything\n"
                              "\n"
                              "Describe what it breaks.\n"
                              "\n"
                              "```sim\n"
                              "phase mitigate\n"
                              "cost 6m\n"
                              "once\n"
                              "harm major : Say whom it hurt, and what would have been enough.\n"
                              "```\n"
                              "\n"
                              "- [Back to the console](#console)\n"
                              "\n"
                              "## Stand down\n"
                              "\n"
                              "```sim\n"
                              "needs contained\n"
                              "ending resolved\n"
                              "```\n"
                              "\n"
                              "## Out of time\n"
                              "\n"
                              "```sim\n"
                              "when after 25m\n"
                              "ending failed\n"
                              "```\n"
                              "\n"
                              "## Debrief\n"
                              "\n"
                              "Tell what really happened, and why.\n"
                              "\n"
                              "**Reference run:**\n"
                              "\n"
                              "1. [Post the first update](#first-update)\n"
                              "2. [Open the dashboard](#dashboard)\n"
                              "3. [Undo the last change](#undo-the-last-change)\n"
                              "4. [Stand down](#stand-down)\n"
                              "\n"
                              "**Trap run:** `below 50`\n"
                              "\n"
                              "1. [Restart everything](#restart-everything)\n"
                              "2. [Post the first update](#first-update)\n";

/**
 * drill_skeleton_to_markdown:
 * @series: (element-type DrillSkeletonSeries): what drill_skeleton_guess() gave,
 *   perhaps corrected
 * @id: the scenario's id
 * @title: its title, in any characters
 * @history: minutes of the recording that lie before the page, up to
 *   drill_skeleton_max_history()
 *
 * Returns: (transfer full): the text of scenario.md
 */
char *
drill_skeleton_to_markdown (DrillSamples *samples,
                            GPtrArray    *series,
                            const char   *id,
                            const char   *title,
                            gint64        history)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *plain = NULL;

  g_return_val_if_fail (samples != NULL && samples->n_rows > 0, NULL);
  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  plain = plain_line (title);
  g_string_append_printf (out,
                          "# %s\n\nTell what the engineer on call knows when the page arrives.\n\n",
                          *plain != '\0' ? plain : "Incident");
  append_header (out, samples, series, id, CLAMP (history, 0, drill_skeleton_max_history (samples)));
  g_string_append (out, regimes);
  g_string_append (out, hub);

  g_string_append (out, "## Dashboard\n\nTell what a good engineer would notice.\n\n");
  for (guint i = 0; i < series->len; i++)
    {
      const DrillSkeletonSeries *item = g_ptr_array_index (series, i);

      g_string_append_printf (out, "- [%s](" DRILL_SKELETON_SAMPLES " \"chart %s\")\n", item->label, item->key);
    }
  if (series->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, actions);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: (transfer full): the text of DRILL_SKELETON_SAMPLES, on an even grid */
char *
drill_skeleton_to_csv (DrillSamples *samples,
                       GPtrArray    *series)
{
  g_autoptr (DrillSamples) even = NULL;
  g_autoptr (DrillSamples) chosen = NULL;

  g_return_val_if_fail (samples != NULL && samples->n_rows > 0, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  even = drill_samples_resample (samples, DRILL_SKELETON_STEP);
  chosen = drill_samples_new (even->n_rows);
  chosen->start = even->start;
  memcpy (chosen->times, even->times, even->n_rows * sizeof (double));
  for (guint i = 0; i < series->len; i++)
    {
      const DrillSkeletonSeries *item = g_ptr_array_index (series, i);
      const DrillSamplesColumn  *column = g_ptr_array_index (even->columns, item->column);
      double                    *values = drill_samples_add_column (chosen, item->key);

      memcpy (values, column->values, even->n_rows * sizeof (double));
    }
  drill_samples_finish (chosen);

  return drill_samples_to_csv (chosen, NULL);
}
