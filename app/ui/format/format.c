/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Values of the core as words for people. */

#include "config.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>

#define MINUTE_MS  (60 * 1000)
#define HOUR_MS    (60 * MINUTE_MS)
#define DAY_MS     (24 * HOUR_MS)
#define MONTH_DAYS 30.44
#define YEAR_DAYS  365.25

const char *
drill_format_kind (DrillItemKind kind)
{
  switch (kind)
    {
    case DRILL_ITEM_QUESTION:
      return _("Open question");
    case DRILL_ITEM_FOLLOW_UP:
      return _("Follow-up");
    case DRILL_ITEM_MCQ:
      return _("Multiple choice");
    case DRILL_ITEM_TRANSCRIPT:
      return _("Mock interview");
    case DRILL_ITEM_SCENARIO:
      return _("Incident");
    default:
      g_return_val_if_reached ("");
    }
}

/* @level: one bit */
const char *
drill_format_level (DrillLevels level)
{
  switch (level)
    {
    case DRILL_LEVEL_JUNIOR:
      return _("Junior");
    case DRILL_LEVEL_MID:
      return _("Mid-level");
    case DRILL_LEVEL_SENIOR:
      return _("Senior");
    case DRILL_LEVEL_STAFF:
      return _("Staff");
    case DRILL_LEVEL_PRINCIPAL:
      return _("Principal");
    case DRILL_LEVEL_LEAD:
      return _("Lead");
    case DRILL_LEVEL_ARCHITECT:
      return _("Architect");
    case DRILL_LEVEL_ANY:
      return _("Any level");
    default:
      g_return_val_if_reached ("");
    }
}

/* Returns: (transfer full): "Senior, Staff", or "" for no level */
char *
drill_format_levels (guint levels)
{
  GString *text = g_string_new (NULL);

  for (guint bit = DRILL_LEVEL_JUNIOR; bit <= DRILL_LEVEL_ANY; bit <<= 1)
    {
      if ((levels & bit) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, _(", "));
      g_string_append (text, drill_format_level (bit));
    }

  return g_string_free (text, FALSE);
}

/* Returns: (nullable): NULL for a key point without a grade */
const char *
drill_format_grade (DrillKeyPointGrade grade)
{
  switch (grade)
    {
    case DRILL_GRADE_MUST:
      /* Translators: a key point that an answer must have */
      return C_("key point", "must");
    case DRILL_GRADE_GOOD:
      /* Translators: a key point that makes an answer good */
      return C_("key point", "good");
    case DRILL_GRADE_EXCELLENT:
      /* Translators: a key point that makes an answer excellent */
      return C_("key point", "excellent");
    case DRILL_GRADE_NONE:
    default:
      return NULL;
    }
}

/* Abbreviations that one does not write in lower case. */
static const char *
find_spelling (const char *word)
{
  static const char *const spellings[][2] = {
    { "api", "API" },   { "cpu", "CPU" },   { "db", "DB" },    { "dns", "DNS" },
    { "gc", "GC" },     { "http", "HTTP" }, { "io", "I/O" },   { "k8s", "Kubernetes" },
    { "sql", "SQL" },   { "tcp", "TCP" },   { "tls", "TLS" },  { "ui", "UI" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (g_ascii_strcasecmp (word, spellings[i][0]) == 0)
        return spellings[i][1];
    }

  return NULL;
}

/* Slugs are the pack author's words: "event-loop" becomes "Event loop". */
char *
drill_format_topic (const char *slug)
{
  g_auto (GStrv)      words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (slug != NULL, NULL);

  words = g_strsplit_set (slug, "-_", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char      *spelling = find_spelling (words[i]);
      g_autofree char *first = NULL;
      const char      *rest;

      if (*words[i] == '\0')
        continue;
      rest = g_utf8_next_char (words[i]);
      first = text->len == 0 ? g_utf8_strup (words[i], rest - words[i])
                             : g_strndup (words[i], rest - words[i]);
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (spelling != NULL)
        g_string_append (text, spelling);
      else
        g_string_append_printf (text, "%s%s", first, rest);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
drill_format_topics (const char *const *slugs)
{
  GString *text = g_string_new (NULL);

  for (; slugs != NULL && *slugs != NULL; slugs++)
    {
      g_autofree char *topic = drill_format_topic (*slugs);

      if (*topic == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, _(", "));
      g_string_append (text, topic);
    }

  return g_string_free (text, FALSE);
}

/* A span of time, rounded to what one wants to know: "40 s", "9 min", "1.5 h". */
char *
drill_format_duration (gint64 ms)
{
  if (ms < MINUTE_MS)
    return g_strdup_printf (_("%d s"), (int) ((ms + 500) / 1000));
  if (ms < 2 * HOUR_MS)
    return g_strdup_printf (_("%d min"), (int) ((ms + MINUTE_MS / 2) / MINUTE_MS));

  return g_strdup_printf (_("%.1f h"), (double) ms / HOUR_MS);
}

/* When a card comes back, short enough for a button: "10 min", "8 d", "3.1 mo". */
char *
drill_format_return (const DrillCard *card,
                     gint64           now_ms,
                     int              today)
{
  int days;

  g_return_val_if_fail (card != NULL, NULL);

  if (card->due_ms > 0 && card->due_ms - now_ms < DAY_MS)
    return drill_format_duration (MAX (card->due_ms - now_ms, 0));

  days = card->due_ms > 0 ? (int) ((card->due_ms - now_ms) / DAY_MS) : card->due_day - today;
  if (days < 2 * MONTH_DAYS)
    return g_strdup_printf (_("%d d"), days);
  if (days < YEAR_DAYS)
    return g_strdup_printf (_("%.1f mo"), days / MONTH_DAYS);

  return g_strdup_printf (_("%.1f y"), days / YEAR_DAYS);
}

char *
drill_format_in_days (guint days)
{
  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));

  return g_strdup_printf (ngettext ("in %u day", "in %u days", days), days);
}
