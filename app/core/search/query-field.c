/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The fields of the query language and the values that they take. */

#include "config.h"

#include "search/query-field.h"

#include "memory/scheduler.h"

#include <math.h>
#include <string.h>

/* Days since 1970 of a date, from its Julian day. */
#define JULIAN_OF_1970 719163

/* Names further apart than this were not meant. */
#define MAX_TYPOS 2

static const DrillQueryWord levels[] = {
  { "junior", DRILL_LEVEL_JUNIOR },
  { "mid", DRILL_LEVEL_MID },
  { "senior", DRILL_LEVEL_SENIOR },
  { "staff", DRILL_LEVEL_STAFF },
  { "principal", DRILL_LEVEL_PRINCIPAL },
  { "lead", DRILL_LEVEL_LEAD },
  { "architect", DRILL_LEVEL_ARCHITECT },
  { "any", DRILL_LEVEL_ANY },
  { NULL },
};

static const DrillQueryWord kinds[] = {
  { "question", DRILL_ITEM_QUESTION },
  { "follow-up", DRILL_ITEM_FOLLOW_UP },
  { "mcq", DRILL_ITEM_MCQ },
  { "transcript", DRILL_ITEM_TRANSCRIPT },
  { "incident", DRILL_ITEM_SCENARIO },
  { "scenario", DRILL_ITEM_SCENARIO },
  { "follow_up", DRILL_ITEM_FOLLOW_UP },
  { NULL },
};

static const DrillQueryWord states[] = {
  { "due", DRILL_QUERY_IS_DUE },
  { "new", DRILL_QUERY_IS_NEW },
  { "seen", DRILL_QUERY_IS_SEEN },
  { "missed", DRILL_QUERY_IS_MISSED },
  { "leech", DRILL_QUERY_IS_LEECH },
  { "flagged", DRILL_QUERY_IS_FLAGGED },
  { "suspended", DRILL_QUERY_IS_SUSPENDED },
  { "buried", DRILL_QUERY_IS_BURIED },
  { "learning", DRILL_QUERY_IS_LEARNING },
  { "young", DRILL_QUERY_IS_YOUNG },
  { "mature", DRILL_QUERY_IS_MATURE },
  { NULL },
};

static const DrillQueryWord ratings[] = {
  { "again", DRILL_RATING_AGAIN },
  { "hard", DRILL_RATING_HARD },
  { "good", DRILL_RATING_GOOD },
  { "easy", DRILL_RATING_EASY },
  { NULL },
};

static const DrillQueryFieldInfo fields[] = {
  { "topic", DRILL_QUERY_TOPIC, DRILL_QUERY_VALUE_NAME, NULL },
  { "level", DRILL_QUERY_LEVEL, DRILL_QUERY_VALUE_WORD, levels },
  { "is", DRILL_QUERY_IS, DRILL_QUERY_VALUE_WORD, states },
  { "kind", DRILL_QUERY_KIND, DRILL_QUERY_VALUE_WORD, kinds },
  { "pack", DRILL_QUERY_PACK, DRILL_QUERY_VALUE_NAME, NULL },
  { "rated", DRILL_QUERY_RATED, DRILL_QUERY_VALUE_WORD, ratings },
  { "recall", DRILL_QUERY_RECALL, DRILL_QUERY_VALUE_SHARE, NULL },
  { "due", DRILL_QUERY_DUE, DRILL_QUERY_VALUE_DAYS, NULL },
  { "answered", DRILL_QUERY_ANSWERED, DRILL_QUERY_VALUE_DAYS, NULL },
  { "answers", DRILL_QUERY_ANSWERS, DRILL_QUERY_VALUE_NUMBER, NULL },
  { "lapses", DRILL_QUERY_LAPSES, DRILL_QUERY_VALUE_NUMBER, NULL },
  { "stability", DRILL_QUERY_STABILITY, DRILL_QUERY_VALUE_NUMBER, NULL },
  { NULL },
};

const DrillQueryFieldInfo *
drill_query_fields (void)
{
  return fields;
}

/* Returns: (nullable): the field with that name, in whatever case */
const DrillQueryFieldInfo *
drill_query_field_find (const char *name,
                        gsize       length)
{
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      if (strlen (fields[i].name) == length
          && g_ascii_strncasecmp (fields[i].name, name, length) == 0)
        return &fields[i];
    }

  return NULL;
}

/* @field: one that has a name */
const DrillQueryFieldInfo *
drill_query_field_get (DrillQueryField field)
{
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      if (fields[i].field == field)
        return &fields[i];
    }

  g_return_val_if_reached (NULL);
}

/* How many letters one has to change, add or drop; both are short. */
static guint
count_typos (const char *a,
             const char *b)
{
  guint row[16];
  gsize length = strlen (b);

  if (strlen (a) >= G_N_ELEMENTS (row) || length >= G_N_ELEMENTS (row))
    return G_MAXUINT;

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= length; j++)
        {
          guint above = row[j];
          guint change = diagonal + (g_ascii_tolower (a[i - 1]) != b[j - 1]);

          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }

  return row[length];
}

/* Returns: (nullable): the field that may have been meant */
const char *
drill_query_field_nearest (const char *name)
{
  const char *nearest = NULL;
  guint       least = MAX_TYPOS + 1;

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      guint typos = count_typos (name, fields[i].name);

      if (typos < least)
        {
          least = typos;
          nearest = fields[i].name;
        }
    }

  return nearest;
}

/* The days of "2026-11-28", as study days since 1970; FALSE when it is no date. */
static gboolean
read_date (const char *text,
           gsize       length,
           int        *day)
{
  guint year, month, date;

  if (length != strlen ("2026-11-28") || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
        return FALSE;
    }

  year = g_ascii_strtoull (text, NULL, 10);
  month = g_ascii_strtoull (text + 5, NULL, 10);
  date = g_ascii_strtoull (text + 8, NULL, 10);
  if (year < 1970 || !g_date_valid_dmy (date, month, year))
    return FALSE;
  {
    g_autoptr (GDate) value = g_date_new_dmy (date, month, year);

    *day = (int) g_date_get_julian (value) - JULIAN_OF_1970;
  }

  return TRUE;
}

static gboolean
read_number (const char *text,
             double     *number)
{
  char *end;

  if (!g_ascii_isdigit (*text) && *text != '.' && *text != '-' && *text != '+')
    return FALSE;
  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number) && fabs (*number) < 1e9;
}

static gboolean
read_share (const char *text,
            double     *number)
{
  g_autofree char *digits = g_strdup (text);
  gsize            length = strlen (text);
  gboolean         percent = length > 0 && text[length - 1] == '%';

  if (percent)
    digits[length - 1] = '\0';
  if (!read_number (digits, number))
    return FALSE;
  if (percent)
    *number /= 100;

  return *number >= 0 && *number <= 1;
}

static gboolean
read_word (const DrillQueryWord *words,
           const char           *value,
           DrillQuery           *term)
{
  for (guint i = 0; words[i].word != NULL; i++)
    {
      if (g_ascii_strcasecmp (words[i].word, value) == 0)
        {
          term->value = words[i].value;
          return TRUE;
        }
    }

  /* Packs spell levels in more than one way. */
  if (words == levels)
    term->value = drill_level_from_word (value);

  return words == levels && term->value != 0;
}

static gboolean
read_one_day (const char *value,
              gsize       length,
              DrillQuery *term,
              int        *day)
{
  static const struct
  {
    const char *word;
    int         day;
  } words[] = { { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i].word) == length
          && g_ascii_strncasecmp (words[i].word, value, length) == 0)
        {
          *day = words[i].day;
          term->is_date = FALSE;
          return TRUE;
        }
    }
  term->is_date = TRUE;

  return read_date (value, length, day);
}

/* A date, "2026-11-01..2026-11-28", today, or a number of days from today. */
static gboolean
read_days (const char *value,
           DrillQuery *term)
{
  const char *dots = strstr (value, "..");

  if (dots != NULL)
    return read_one_day (value, dots - value, term, &term->first_day) && term->is_date
           && read_one_day (dots + 2, strlen (dots + 2), term, &term->last_day) && term->is_date;

  if (!read_one_day (value, strlen (value), term, &term->first_day))
    {
      if (!read_number (value, &term->number) || fabs (term->number) > 100000)
        return FALSE;
      term->is_date = FALSE;
      term->first_day = (int) term->number;
    }
  term->last_day = term->first_day;

  return TRUE;
}

/* Fills the members of @term that the value says. @code: (out): what is wrong */
gboolean
drill_query_field_read (const DrillQueryFieldInfo *info,
                        const char                *value,
                        DrillQuery                *term,
                        DrillQueryProblemCode     *code)
{
  gsize length = strlen (value);

  switch (info->kind)
    {
    case DRILL_QUERY_VALUE_NAME:
      term->prefix = length > 1 && value[length - 1] == '*';
      term->text = g_utf8_strdown (value, term->prefix ? (gssize) length - 1 : -1);
      return TRUE;
    case DRILL_QUERY_VALUE_WORD:
      *code = DRILL_QUERY_PROBLEM_VALUE;
      return read_word (info->words, value, term);
    case DRILL_QUERY_VALUE_NUMBER:
      *code = DRILL_QUERY_PROBLEM_NUMBER;
      return read_number (value, &term->number);
    case DRILL_QUERY_VALUE_SHARE:
      *code = DRILL_QUERY_PROBLEM_SHARE;
      return read_share (value, &term->number);
    case DRILL_QUERY_VALUE_DAYS:
      *code = DRILL_QUERY_PROBLEM_DATE;
      return read_days (value, term);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Returns: (transfer full) (nullable): the values that it takes, or what one looks like */
char *
drill_query_field_hint (const DrillQueryFieldInfo *info)
{
  GString *hint;

  if (info->words == NULL)
    return NULL;

  hint = g_string_new (NULL);
  for (guint i = 0; info->words[i].word != NULL; i++)
    {
      /* A second spelling is accepted, not advertised. */
      if (i > 0 && info->words[i].value == info->words[i - 1].value)
        continue;
      if (strchr (info->words[i].word, '_') != NULL)
        continue;
      g_string_append_printf (hint, "%s%s", hint->len > 0 ? ", " : "", info->words[i].word);
    }

  return g_string_free (hint, FALSE);
}
