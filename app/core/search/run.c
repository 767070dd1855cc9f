/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Running a query: the set of items, put in order, with the first page of rows.
 *
 * Relevance is worked out while there is little to rate. Of a word that stands in
 * half of all items no order is worth its time; then the packs' own order holds.
 */

#include "config.h"

#include "search/run.h"

#include "search/match.h"

#include <string.h>

/* So many matches are rated within a few milliseconds. */
#define MAX_RANKED 2000

#define MAX_TOPICS 12
#define MAX_PLAYS 12
#define PLAYS_EACH 4

static void
topic_free (gpointer data)
{
  DrillSearchTopic *self = data;

  g_free (self->slug);
  g_free (self);
}

static void
play_free (gpointer data)
{
  DrillSearchPlay *self = data;

  g_free (self->uuid);
  g_free (self->key);
  g_free (self->title);
  g_free (self->ending);
  g_free (self);
}

static void
result_clear (gpointer data)
{
  DrillSearchResult *self = data;

  g_array_unref (self->ids);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->plays);
}

static DrillSearchResult *
result_new (void)
{
  DrillSearchResult *self = g_atomic_rc_box_new0 (DrillSearchResult);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->plays = g_ptr_array_new_with_free_func (play_free);

  return self;
}

DrillSearchResult *
drill_search_result_ref (DrillSearchResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_search_result_unref (DrillSearchResult *self)
{
  g_atomic_rc_box_release_full (self, result_clear);
}

static gboolean
is_word (const DrillQuery *query)
{
  return query->op == DRILL_QUERY_TERM && query->field == DRILL_QUERY_WORD;
}

/* Returns: (transfer full) (element-type DrillQuery): the words that stand side by
 * side, which all or any of must occur */
static GPtrArray *
list_words (const DrillQuery *query)
{
  GPtrArray *words = g_ptr_array_new ();

  if (is_word (query))
    g_ptr_array_add (words, (gpointer) query);
  if (query->op == DRILL_QUERY_AND || query->op == DRILL_QUERY_OR)
    {
      for (guint i = 0; i < query->children->len; i++)
        {
          if (is_word (g_ptr_array_index (query->children, i)))
            g_ptr_array_add (words, g_ptr_array_index (query->children, i));
        }
    }

  return words;
}

/* Takes the found items out of @set in the order of relevance. */
static gboolean
take_ranked (const DrillSearchContext *context,
             const DrillItemIndex     *index,
             const GPtrArray          *words,
             const char               *joint,
             const DrillItemSet       *set,
             DrillItemSet             *taken,
             GArray                   *ids,
             GError                  **error)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GString)        expression = g_string_new (NULL);
  DrillStep                  step;

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (expression, joint);
      drill_match_append_words (expression, g_ptr_array_index (words, i));
    }
  row = drill_connection_statement (context->connection, "search/ranked");
  drill_statement_bind_text (row, "match", expression->str);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 id = drill_statement_int (row, 0);
      guint  place;

      if (!drill_item_index_find (index, id, &place) || !drill_item_set_contains (set, place))
        continue;
      drill_item_set_add (taken, place);
      g_array_append_val (ids, id);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
order_items (const DrillSearchContext *context,
             const DrillItemIndex     *index,
             const DrillQuery         *query,
             const DrillItemSet       *set,
             guint                     matches,
             DrillSearchResult        *result,
             GError                  **error)
{
  g_autoptr (GPtrArray)    words = list_words (query);
  g_autoptr (DrillItemSet) taken = drill_item_set_new (index->n_items);
  const char              *joint = query->op == DRILL_QUERY_OR ? " OR " : " AND ";

  result->ranked = words->len > 0 && matches <= MAX_RANKED;
  if (result->ranked && !take_ranked (context, index, words, joint, set, taken, result->ids, error))
    return FALSE;

  for (guint place = drill_item_set_next (set, 0); place < index->n_items;
       place = drill_item_set_next (set, place + 1))
    {
      const DrillIndexItem *item = &index->items[place];

      result->practice += item->kind <= DRILL_ITEM_MCQ;
      if (!drill_item_set_contains (taken, place))
        g_array_append_val (result->ids, item->id);
    }

  return TRUE;
}

static guint
count_items (const DrillItemIndex *index,
             guint                 topic)
{
  guint count = 0;

  for (guint place = 0; place < index->n_items; place++)
    count += index->items[place].kind != DRILL_ITEM_FOLLOW_UP
             && drill_index_item_has_topic (index, &index->items[place], topic);

  return count;
}

/* Topics whose name all words are in, when there is nothing but words. */
static void
find_topics (const DrillItemIndex *index,
             const DrillQuery     *query,
             DrillSearchResult    *result)
{
  g_autoptr (GPtrArray) words = list_words (query);

  if (words->len == 0 || (query->op == DRILL_QUERY_AND && words->len != query->children->len)
      || query->op == DRILL_QUERY_OR)
    return;

  for (guint i = 0; i < index->topics->len && result->topics->len < MAX_TOPICS; i++)
    {
      const DrillIndexName *name = g_ptr_array_index (index->topics, i);
      gboolean              has_all = TRUE;

      for (guint j = 0; j < words->len && has_all; j++)
        {
          g_autofree char *word
            = g_utf8_strdown (((DrillQuery *) g_ptr_array_index (words, j))->text, -1);

          has_all = strstr (name->slug, g_strdelimit (word, " ", '-')) != NULL;
        }
      if (has_all)
        {
          DrillSearchTopic *topic = g_new0 (DrillSearchTopic, 1);

          topic->slug = g_strdup (name->slug);
          topic->items = count_items (index, i);
          g_ptr_array_add (result->topics, topic);
        }
    }
}

static char *
load_key (DrillConnection *connection,
          gint64           id,
          GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "search/key");

  drill_statement_bind_int (row, "item", id);

  return drill_statement_step (row, error) == DRILL_STEP_ROW ?
           g_strdup (drill_statement_text (row, 0)) :
           NULL;
}

static gboolean
load_plays_of (DrillConnection   *connection,
               const char        *key,
               DrillSearchResult *result,
               GError           **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "search/runs");
  DrillStep                  step;

  drill_statement_bind_text (row, "key", key);
  drill_statement_bind_int (row, "limit", PLAYS_EACH);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillSearchPlay *play = g_new0 (DrillSearchPlay, 1);

      play->uuid = g_strdup (drill_statement_text (row, 0));
      play->key = g_strdup (drill_statement_text (row, 1));
      play->title = g_strdup (drill_statement_text (row, 2));
      play->started_ms = drill_statement_int (row, 3);
      play->score = (int) drill_statement_int (row, 4);
      play->max = (int) drill_statement_int (row, 5);
      play->ending = g_strdup (drill_statement_text (row, 6));
      play->finished = drill_statement_int (row, 7) != 0;
      g_ptr_array_add (result->plays, play);
    }

  return step == DRILL_STEP_DONE;
}

static int
compare_plays (gconstpointer a,
               gconstpointer b)
{
  const DrillSearchPlay *left = *(DrillSearchPlay *const *) a;
  const DrillSearchPlay *right = *(DrillSearchPlay *const *) b;

  return (left->started_ms < right->started_ms) - (left->started_ms > right->started_ms);
}

/* Runs of the incidents that were found; there are few of either. */
static gboolean
find_plays (DrillConnection      *connection,
            const DrillItemIndex *index,
            const DrillItemSet   *set,
            DrillSearchResult    *result,
            GError              **error)
{
  guint incidents = 0;

  for (guint place = 0; place < index->n_items && incidents < MAX_PLAYS; place++)
    {
      g_autofree char *key = NULL;

      if (index->items[place].kind != DRILL_ITEM_SCENARIO || !drill_item_set_contains (set, place))
        continue;
      incidents++;
      key = load_key (connection, index->items[place].id, error);
      if (key != NULL && !load_plays_of (connection, key, result, error))
        return FALSE;
    }
  g_ptr_array_sort (result->plays, compare_plays);
  if (result->plays->len > MAX_PLAYS)
    g_ptr_array_remove_range (result->plays, MAX_PLAYS, result->plays->len - MAX_PLAYS);

  return TRUE;
}

static DrillItemSummary *
summary_from_row (DrillStatement *row)
{
  return drill_item_summary_new (drill_statement_text (row, 0),
                                 drill_statement_int (row, 1),
                                 drill_statement_text (row, 2),
                                 (guint) drill_statement_int (row, 3),
                                 drill_statement_text (row, 8),
                                 drill_statement_text (row, 6),
                                 drill_statement_text (row, 7),
                                 drill_statement_text (row, 5),
                                 (guint) drill_statement_int (row, 4));
}

/**
 * drill_search_load_rows:
 * @first: where in the result to begin
 *
 * Returns: (transfer full) (element-type DrillItemSummary): as many as there are; what
 *   has left the library meanwhile is left out
 */
GPtrArray *
drill_search_load_rows (DrillConnection         *connection,
                        const DrillSearchResult *result,
                        guint                    first,
                        guint                    n_rows,
                        GError                 **error)
{
  g_autoptr (GPtrArray)      rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DrillStatement) row = NULL;

  g_return_val_if_fail (connection != NULL && result != NULL, NULL);

  row = drill_connection_statement (connection, "search/item");
  for (guint i = first; i < result->ids->len && i - first < n_rows; i++)
    {
      DrillStep step;

      drill_statement_bind_int (row, "item", g_array_index (result->ids, gint64, i));
      step = drill_statement_step (row, error);
      if (step == DRILL_STEP_ERROR)
        return NULL;
      if (step == DRILL_STEP_ROW)
        g_ptr_array_add (rows, summary_from_row (row));
      drill_statement_reset (row);
    }

  return g_steal_pointer (&rows);
}

/**
 * drill_search_list_keys:
 * @only_practice: leave out what cannot be asked: transcripts and incidents
 * @limit: at most so many; 0 for all
 *
 * Returns: (transfer full): keys in the order of the result
 */
GStrv
drill_search_list_keys (DrillConnection         *connection,
                        const DrillSearchResult *result,
                        gboolean                 only_practice,
                        guint                    limit,
                        GError                 **error)
{
  g_autoptr (GStrvBuilder)   keys = g_strv_builder_new ();
  g_autoptr (DrillStatement) row = NULL;
  guint                      n_keys = 0;

  g_return_val_if_fail (connection != NULL && result != NULL, NULL);

  row = drill_connection_statement (connection, "search/key");
  for (guint i = 0; i < result->ids->len && (limit == 0 || n_keys < limit); i++)
    {
      DrillStep step;

      drill_statement_bind_int (row, "item", g_array_index (result->ids, gint64, i));
      step = drill_statement_step (row, error);
      if (step == DRILL_STEP_ERROR)
        return NULL;
      if (step == DRILL_STEP_ROW
          && (!only_practice || drill_statement_int (row, 1) <= DRILL_ITEM_MCQ))
        {
          g_strv_builder_add (keys, drill_statement_text (row, 0));
          n_keys++;
        }
      drill_statement_reset (row);
    }

  return g_strv_builder_end (keys);
}

static gboolean
asks_for (const DrillQuery *query,
          DrillQueryField   field)
{
  if (query->op == DRILL_QUERY_TERM)
    return query->field == field;

  for (guint i = 0; i < query->children->len; i++)
    {
      if (asks_for (g_ptr_array_index (query->children, i), field))
        return TRUE;
    }

  return FALSE;
}

/* A follow-up that was never asked belongs to its question: only its words or its kind
 * find it, and browsing does not. */
static void
leave_out_follow_ups (const DrillItemIndex *index,
                      DrillItemSet         *set)
{
  g_autoptr (DrillItemSet) kept = drill_item_set_new (index->n_items);

  for (guint place = drill_item_set_next (set, 0); place < index->n_items;
       place = drill_item_set_next (set, place + 1))
    {
      const DrillIndexItem *item = &index->items[place];

      if (item->kind != DRILL_ITEM_FOLLOW_UP || item->card != 0)
        drill_item_set_add (kept, place);
    }
  drill_item_set_intersect (set, kept);
}

/* A text that says nothing finds everything. */
static DrillItemSet *
find_everything (const DrillItemIndex *index)
{
  DrillItemSet *set = drill_item_set_new (index->n_items);

  drill_item_set_fill (set);

  return set;
}

/**
 * drill_search_run:
 * @result: (out): %NULL when it returns %FALSE
 * @problem: (out): what is wrong with the query, when that is the reason
 *
 * Runs what somebody typed. Thread: that of the connection.
 *
 * Returns: %FALSE with either @problem or @error set
 */
gboolean
drill_search_run (const DrillSearchContext *context,
                  const char               *text,
                  DrillQueryFlags           flags,
                  DrillSearchResult       **result,
                  DrillQueryProblem       **problem,
                  GError                  **error)
{
  g_autoptr (DrillQuery)        query = NULL;
  g_autoptr (DrillSearchResult) found = NULL;
  g_autoptr (DrillItemSet)      set = NULL;
  const DrillItemIndex         *index;
  guint                         matches = 0;

  g_return_val_if_fail (context != NULL && text != NULL, FALSE);
  g_return_val_if_fail (result != NULL && problem != NULL, FALSE);

  *result = NULL;
  *problem = NULL;
  if (!drill_query_parse (text, flags, &query, problem))
    return FALSE;
  index = drill_item_index_get (context->connection, error);
  if (index == NULL)
    return FALSE;

  set = query != NULL ? drill_search_find (context, index, text, query, &matches, problem, error) :
                        find_everything (index);
  if (set == NULL)
    return FALSE;
  if (query == NULL || (!asks_for (query, DRILL_QUERY_WORD) && !asks_for (query, DRILL_QUERY_KIND)))
    leave_out_follow_ups (index, set);

  found = result_new ();
  if (query != NULL)
    find_topics (index, query, found);
  if (query == NULL)
    {
      for (guint place = drill_item_set_next (set, 0); place < index->n_items;
           place = drill_item_set_next (set, place + 1))
        {
          found->practice += index->items[place].kind <= DRILL_ITEM_MCQ;
          g_array_append_val (found->ids, index->items[place].id);
        }
    }
  else if (!order_items (context, index, query, set, matches, found, error)
           || !find_plays (context->connection, index, set, found, error))
    {
      return FALSE;
    }

  found->rows = drill_search_load_rows (context->connection, found, 0, DRILL_SEARCH_PAGE, error);
  if (found->rows == NULL)
    return FALSE;
  *result = g_steal_pointer (&found);

  return TRUE;
}
