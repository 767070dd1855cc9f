/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a query to the set of items that it means.
 *
 *   word, "words"     the full-text index       (words.sql)
 *   answered:         the answers by day        (answered.sql)
 *   all other terms   the columns of the index  (match.c)
 *
 * Each term gives a set with one bit per item, and sets are joined word by word: a
 * query of many terms costs little more than its words. Words that must all occur are
 * asked for at once, so that the full-text index can begin with the rarest.
 */

#include "config.h"

#include "search/run.h"

#include "search/match.h"

#include <string.h>

typedef struct
{
  const DrillSearchContext *context;
  const DrillItemIndex     *index;
  const char               *text;
  int                       today;
  guint                     matches; /* of words, all terms together */
  DrillQueryProblem **problem;
  GError            **error;
} Finder;

static DrillItemSet *find (Finder *self, const DrillQuery *query);

static gboolean
is_word (const DrillQuery *query)
{
  return query->op == DRILL_QUERY_TERM && query->field == DRILL_QUERY_WORD;
}

/* Rows come in the order of the ids, so both lists are gone through once. */
static DrillItemSet *
find_expression (Finder     *self,
                 const char *expression)
{
  const DrillItemIndex      *index = self->index;
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (DrillItemSet)   set = drill_item_set_new (index->n_items);
  guint                      next = 0;
  DrillStep                  step;

  row = drill_connection_statement (self->context->connection, "search/words");
  drill_statement_bind_text (row, "match", expression);
  while ((step = drill_statement_step (row, self->error)) == DRILL_STEP_ROW)
    {
      gint64 id = drill_statement_int (row, 0);

      while (next < index->n_items && index->ids[next] < id)
        next++;
      if (next == index->n_items)
        break;
      if (index->ids[next] == id)
        {
          drill_item_set_add (set, index->by_id[next]);
          self->matches++;
        }
    }

  return step != DRILL_STEP_ERROR ? g_steal_pointer (&set) : NULL;
}

static DrillItemSet *
find_word (Finder           *self,
           const DrillQuery *term)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  drill_match_append_words (expression, term);

  return find_expression (self, expression->str);
}

static DrillItemSet *
find_answered (Finder           *self,
               const DrillQuery *term)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GHashTable)     cards = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray)         answered = g_array_new (FALSE, FALSE, sizeof (gint64));
  DrillItemSet              *set = NULL;
  int                        shift = term->is_date ? 0 : self->today;
  gint64                     first = term->first_day + shift;
  gint64                     last = term->last_day + shift;
  DrillStep                  step;

  /* Before a day, up to it, after it, or from it on. */
  if (term->compare == DRILL_QUERY_LESS || term->compare == DRILL_QUERY_LESS_OR_EQUAL)
    {
      last = term->compare == DRILL_QUERY_LESS ? first - 1 : last;
      first = G_MININT;
    }
  else if (term->compare != DRILL_QUERY_EQUAL)
    {
      first = term->compare == DRILL_QUERY_MORE ? last + 1 : first;
      last = G_MAXINT;
    }

  row = drill_connection_statement (self->context->connection, "search/answered");
  drill_statement_bind_int (row, "first", first);
  drill_statement_bind_int (row, "last", last);
  while ((step = drill_statement_step (row, self->error)) == DRILL_STEP_ROW)
    {
      gint64 card = drill_statement_int (row, 0);

      g_array_append_val (answered, card);
    }
  if (step == DRILL_STEP_ERROR)
    return NULL;

  for (guint i = 0; i < answered->len; i++)
    g_hash_table_add (cards, &g_array_index (answered, gint64, i));
  set = drill_item_set_new (self->index->n_items);
  for (guint place = 0; place < self->index->n_items; place++)
    {
      if (self->index->items[place].card != 0
          && g_hash_table_contains (cards, &self->index->items[place].card))
        drill_item_set_add (set, place);
    }

  return set;
}

/* Names that are there, for whoever mistyped one. */
static char *
list_names (const GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (names->len, 8); i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? ", " : "",
                            ((DrillIndexName *) g_ptr_array_index (names, i))->slug);
  if (names->len > 8)
    g_string_append (text, " …");

  return g_string_free (text, FALSE);
}

static DrillItemSet *
fail_name (Finder           *self,
           const DrillQuery *term)
{
  gboolean         is_topic = term->field == DRILL_QUERY_TOPIC;
  g_autofree char *hint = list_names (is_topic ? self->index->topics : self->index->packs);
  gsize            colon = term->start + strlen (is_topic ? "topic:" : "pack:");

  if (*self->problem == NULL)
    *self->problem = drill_query_problem_new (is_topic ? DRILL_QUERY_PROBLEM_NO_TOPIC :
                                                         DRILL_QUERY_PROBLEM_NO_PACK,
                                              self->text,
                                              MIN (colon, term->end),
                                              term->end,
                                              hint);

  return NULL;
}

static DrillItemSet *
find_by_columns (Finder           *self,
                 const DrillQuery *term)
{
  DrillItemSet        *set = NULL;
  g_autofree gboolean *names = NULL;
  DrillMatcher         matcher = { .index = self->index,
                                   .rules = self->context->rules,
                                   .term = term,
                                   .today = self->today,
                                   .now_ms = self->context->now_ms };

  if (term->field == DRILL_QUERY_TOPIC || term->field == DRILL_QUERY_PACK)
    {
      names = drill_match_names (term,
                                 term->field == DRILL_QUERY_TOPIC ? self->index->topics :
                                                                    self->index->packs);
      if (names == NULL)
        return fail_name (self, term);
      matcher.names = names;
    }

  set = drill_item_set_new (self->index->n_items);
  for (guint place = 0; place < self->index->n_items; place++)
    {
      if (drill_match_item (&matcher, place))
        drill_item_set_add (set, place);
    }

  return set;
}

static DrillItemSet *
find_all_words (Finder           *self,
                const DrillQuery *query)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  for (guint i = 0; i < query->children->len; i++)
    {
      const DrillQuery *child = g_ptr_array_index (query->children, i);

      if (!is_word (child))
        continue;
      if (expression->len > 0)
        g_string_append (expression, " AND ");
      drill_match_append_words (expression, child);
    }

  return expression->len > 0 ? find_expression (self, expression->str) : NULL;
}

static DrillItemSet *
find_joined (Finder           *self,
             const DrillQuery *query)
{
  gboolean                 both = query->op == DRILL_QUERY_AND;
  g_autoptr (DrillItemSet) set = both ? find_all_words (self, query) : NULL;

  if (self->error != NULL && *self->error != NULL)
    return NULL;

  for (guint i = 0; i < query->children->len; i++)
    {
      const DrillQuery *child = g_ptr_array_index (query->children, i);
      g_autoptr (DrillItemSet) other = NULL;

      if (both && is_word (child))
        continue;
      other = find (self, child);
      if (other == NULL)
        return NULL;
      if (set == NULL)
        set = g_steal_pointer (&other);
      else if (both)
        drill_item_set_intersect (set, other);
      else
        drill_item_set_unite (set, other);
    }

  return g_steal_pointer (&set);
}

static DrillItemSet *
find (Finder           *self,
      const DrillQuery *query)
{
  DrillItemSet *set;

  switch (query->op)
    {
    case DRILL_QUERY_AND:
    case DRILL_QUERY_OR:
      return find_joined (self, query);
    case DRILL_QUERY_NOT:
      set = find (self, g_ptr_array_index (query->children, 0));
      if (set != NULL)
        drill_item_set_invert (set);
      return set;
    case DRILL_QUERY_TERM:
    default:
      if (query->field == DRILL_QUERY_WORD)
        return find_word (self, query);
      if (query->field == DRILL_QUERY_ANSWERED)
        return find_answered (self, query);
      return find_by_columns (self, query);
    }
}

/**
 * drill_search_find:
 * @text: that @query was read from
 * @matches: (out): rows that the words have given, all terms together
 * @problem: (out): set when a topic or pack is not there
 *
 * Returns: (transfer full): the places that were found; %NULL with @problem or @error set
 */
DrillItemSet *
drill_search_find (const DrillSearchContext *context,
                   const DrillItemIndex     *index,
                   const char               *text,
                   const DrillQuery         *query,
                   guint                    *matches,
                   DrillQueryProblem       **problem,
                   GError                  **error)
{
  g_autoptr (GError) local = NULL;
  DrillItemSet      *set;
  Finder        finder = { .context = context,
                           .index = index,
                           .text = text,
                           .today = drill_rules_day (context->rules, context->now_ms),
                           .problem = problem,
                           .error = &local };

  g_return_val_if_fail (query != NULL && problem != NULL, NULL);

  set = find (&finder, query);
  *matches = finder.matches;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return set;
}
