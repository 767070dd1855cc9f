/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Lists of items: browsing with filters, and full-text search. */

#include "config.h"

#include "library/item-query.h"

#include <string.h>

/* Longer queries say nothing more, and each word costs a look-up. */
#define MAX_WORDS 16

DrillItemFilter *
drill_item_filter_new (void)
{
  return g_new0 (DrillItemFilter, 1);
}

DrillItemFilter *
drill_item_filter_copy (const DrillItemFilter *self)
{
  DrillItemFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->text = g_strdup (self->text);
  copy->pack = g_strdup (self->pack);
  copy->topic = g_strdup (self->topic);

  return copy;
}

void
drill_item_filter_free (DrillItemFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->pack);
  g_free (self->topic);
  g_free (self);
}

static void
append_word (GString    *expression,
             const char *word,
             gsize       length)
{
  if (expression->len > 0)
    g_string_append_c (expression, ' ');

  /* Quoted, so that AND, OR, NEAR and column names are words like any other. */
  g_string_append_c (expression, '"');
  g_string_append_len (expression, word, length);
  g_string_append_c (expression, '"');
}

/* Words are runs of letters, digits and marks, as the tokenizer of the index
 * sees them: "server.close()" asks for "server" and "close". */
char *
drill_search_expression (const char *text)
{
  g_autofree char *valid = NULL;
  GString         *expression;
  const char      *start = NULL;
  const char      *p;
  guint            words = 0;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  expression = g_string_new (NULL);
  for (p = valid; words < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean in_word = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (in_word && start == NULL)
        start = p;
      if (!in_word && start != NULL)
        {
          append_word (expression, start, p - start);
          start = NULL;
          words++;
        }
      if (c == 0)
        break;
    }

  if (expression->len == 0)
    {
      g_string_free (expression, TRUE);
      return NULL;
    }

  /* While one types, the last word is not complete yet. */
  g_string_append (expression, " *");

  return g_string_free (expression, FALSE);
}

static DrillItemSummary *
summary_from_row (DrillStatement *row)
{
  return drill_item_summary_new (drill_statement_text (row, 1),
                                 drill_statement_int (row, 2),
                                 drill_statement_text (row, 3),
                                 drill_statement_int (row, 4),
                                 drill_statement_text (row, 9),
                                 drill_statement_text (row, 7),
                                 drill_statement_text (row, 8),
                                 drill_statement_text (row, 6),
                                 drill_statement_int (row, 5));
}

GPtrArray *
drill_item_query_run (DrillConnection       *connection,
                      const DrillItemFilter *filter,
                      GError               **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autoptr (GPtrArray)      rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char           *match = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && filter != NULL, NULL);

  if (filter->text != NULL)
    match = drill_search_expression (filter->text);

  statement = drill_connection_statement (connection,
                                          match != NULL ? "library/items-search" : "library/items");
  if (match != NULL)
    drill_statement_bind_text (statement, "match", match);
  drill_statement_bind_int (statement, "kind", filter->kind);
  drill_statement_bind_int (statement,
                            "follow_ups",
                            filter->follow_ups || filter->kind == DRILL_ITEM_FOLLOW_UP);
  drill_statement_bind_int (statement, "level", filter->levels);
  drill_statement_bind_text (statement, "pack", filter->pack);
  drill_statement_bind_text (statement, "topic", filter->topic);
  drill_statement_bind_int (statement, "limit", filter->limit > 0 ? (gint64) filter->limit : -1);
  drill_statement_bind_int (statement, "offset", filter->offset);

  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    g_ptr_array_add (rows, summary_from_row (statement));

  return step == DRILL_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
