/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A query as text again: every group in parentheses, so that it shows how it was
 * understood, and reads back as the same query. */

#include "config.h"

#include "search/query-field.h"

/* Returns: (transfer full): @text in quotation marks, whatever it holds */
char *
drill_query_quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  g_return_val_if_fail (text != NULL, NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *text);
    }
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

static const char *
sign_of (DrillQueryCompare compare)
{
  static const char *const signs[] = { ":", "<", "<=", ">", ">=" };

  return signs[compare];
}

static void
append_day (GString          *text,
            const DrillQuery *term,
            int               day)
{
  g_autoptr (GDate) date = NULL;

  if (!term->is_date)
    {
      g_string_append_printf (text, "%d", day);
      return;
    }
  date = g_date_new_julian (day + 719163);
  g_string_append_printf (text,
                          "%04u-%02u-%02u",
                          g_date_get_year (date),
                          g_date_get_month (date),
                          g_date_get_day (date));
}

static void
append_number (GString *text,
               double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.10g", number));
}

static void
append_field (GString          *text,
              const DrillQuery *term)
{
  const DrillQueryFieldInfo *info = drill_query_field_get (term->field);
  g_autofree char           *name = NULL;
  g_autofree char           *quoted = NULL;

  g_string_append_printf (text, "%s%s", info->name, sign_of (term->compare));
  switch (info->kind)
    {
    case DRILL_QUERY_VALUE_NAME:
      name = g_strconcat (term->text, term->prefix ? "*" : NULL, NULL);
      quoted = drill_query_quote (name);
      g_string_append (text, quoted);
      break;
    case DRILL_QUERY_VALUE_WORD:
      for (guint i = 0; info->words[i].word != NULL; i++)
        {
          if (info->words[i].value == term->value)
            {
              g_string_append (text, info->words[i].word);
              break;
            }
        }
      break;
    case DRILL_QUERY_VALUE_NUMBER:
    case DRILL_QUERY_VALUE_SHARE:
      append_number (text, term->number);
      break;
    case DRILL_QUERY_VALUE_DAYS:
      append_day (text, term, term->first_day);
      if (term->last_day != term->first_day)
        {
          g_string_append (text, "..");
          append_day (text, term, term->last_day);
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append (GString          *text,
        const DrillQuery *query)
{
  static const char *const joints[] = { "", "", " ", " or " };
  g_autofree char         *quoted = NULL;

  if (query->op == DRILL_QUERY_TERM && query->field != DRILL_QUERY_WORD)
    {
      append_field (text, query);
      return;
    }
  if (query->op == DRILL_QUERY_TERM)
    {
      quoted = drill_query_quote (query->text);
      g_string_append_printf (text, "%s%s", quoted, query->prefix ? "*" : "");
      return;
    }

  if (query->op == DRILL_QUERY_NOT)
    g_string_append_c (text, '-');
  g_string_append_c (text, '(');
  for (guint i = 0; i < query->children->len; i++)
    {
      if (i > 0)
        g_string_append (text, joints[query->op]);
      append (text, g_ptr_array_index (query->children, i));
    }
  g_string_append_c (text, ')');
}

char *
drill_query_to_string (const DrillQuery *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append (text, self);

  return g_string_free (text, FALSE);
}
