/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which questions a quiz asks.
 *
 *   packs, topics, levels -> candidates -> pool -> count of them -> order
 *       (in SQL)                 (recall today, last answer)
 *
 * Weak ones come by recall, the weakest first; from the other pools everything has
 * the same chance. The same seed picks the same.
 */

#include "config.h"

#include "study/quiz-pool.h"

#include "study/card-row.h"

#include <json-glib/json-glib.h>

/* What is recalled at least so well needs no practice. */
#define WEAK_RECALL 0.9

typedef struct
{
  const DrillQuizCandidate *candidate;
  guint                     place; /* in the order of packs */
  double                    recall;
} Pick;

void
drill_quiz_candidate_free (DrillQuizCandidate *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self);
}

/* Binds a list as JSON, for json_each(). */
static void
bind_strings (DrillStatement    *statement,
              const char        *parameter,
              const char *const *strings)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char     *text = NULL;
  JsonArray           *array;

  if (strings == NULL || strings[0] == NULL)
    {
      drill_statement_bind_text (statement, parameter, NULL);
      return;
    }

  array = json_array_new ();
  for (; *strings != NULL; strings++)
    json_array_add_string_element (array, *strings);
  root = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  text = json_to_string (root, FALSE);
  drill_statement_bind_text (statement, parameter, text);
}

GPtrArray *
drill_quiz_pool_load (DrillConnection      *connection,
                      const DrillQuizSetup *setup,
                      GError              **error)
{
  g_autoptr (GPtrArray)      candidates = NULL;
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && setup != NULL, NULL);

  candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_quiz_candidate_free);
  row = drill_connection_statement (connection, "study/quiz-candidates");
  bind_strings (row, "packs", (const char *const *) setup->packs);
  bind_strings (row, "topics", (const char *const *) setup->topics);
  drill_statement_bind_int (row, "levels", setup->levels);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillQuizCandidate *candidate = g_new0 (DrillQuizCandidate, 1);

      candidate->key = g_strdup (drill_statement_text (row, 0));
      candidate->last_rating = (guint) drill_statement_int (row, 1);
      if (!drill_statement_is_null (row, 2))
        drill_card_row_read (row, 2, &candidate->card);
      g_ptr_array_add (candidates, candidate);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&candidates) : NULL;
}

static gboolean
is_in_pool (const DrillQuizCandidate *candidate,
            DrillQuizPool             pool,
            double                    recall)
{
  switch (pool)
    {
    case DRILL_QUIZ_POOL_WEAK:
      return candidate->card.reps > 0 && (recall < WEAK_RECALL || candidate->last_rating == DRILL_RATING_AGAIN);
    case DRILL_QUIZ_POOL_MISSED:
      return candidate->last_rating == DRILL_RATING_AGAIN;
    case DRILL_QUIZ_POOL_NEW:
      return candidate->card.reps == 0;
    case DRILL_QUIZ_POOL_ALL:
    default:
      return TRUE;
    }
}

static double
get_recall (const DrillQuizCandidate *candidate,
            const DrillFsrs          *fsrs,
            int                       today)
{
  return candidate->card.reps > 0 ? drill_card_retrievability (&candidate->card, fsrs, today) : 0;
}

/* @counts: (out caller-allocates) */
void
drill_quiz_pool_count (GPtrArray       *candidates,
                       const DrillFsrs *fsrs,
                       int              today,
                       DrillQuizCounts *counts)
{
  g_return_if_fail (candidates != NULL && fsrs != NULL && counts != NULL);

  *counts = (DrillQuizCounts) { 0 };
  for (guint i = 0; i < candidates->len; i++)
    {
      const DrillQuizCandidate *candidate = g_ptr_array_index (candidates, i);
      double                    recall = get_recall (candidate, fsrs, today);

      for (guint pool = 0; pool < DRILL_QUIZ_N_POOLS; pool++)
        counts->available[pool] += is_in_pool (candidate, pool, recall);
    }
}

static int
compare_recall (gconstpointer a,
                gconstpointer b)
{
  const Pick *x = a;
  const Pick *y = b;

  return (x->recall > y->recall) - (x->recall < y->recall);
}

static int
compare_place (gconstpointer a,
               gconstpointer b)
{
  const Pick *x = a;
  const Pick *y = b;

  return (x->place > y->place) - (x->place < y->place);
}

static void
shuffle (GArray *picks,
         GRand  *random)
{
  for (guint i = picks->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      Pick  saved = g_array_index (picks, Pick, i - 1);

      g_array_index (picks, Pick, i - 1) = g_array_index (picks, Pick, j);
      g_array_index (picks, Pick, j) = saved;
    }
}

/* Returns: (transfer full) (element-type utf8): keys in the order of asking; fewer than
 * the setup's count when there are not more */
GPtrArray *
drill_quiz_pool_pick (GPtrArray            *candidates,
                      const DrillQuizSetup *setup,
                      const DrillFsrs      *fsrs,
                      int                   today,
                      guint32               seed)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (Pick));
  g_autoptr (GRand)  random = g_rand_new_with_seed (seed);
  GPtrArray         *keys = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (candidates != NULL && setup != NULL && fsrs != NULL, keys);

  for (guint i = 0; i < candidates->len; i++)
    {
      Pick pick = { g_ptr_array_index (candidates, i), i, 0 };

      pick.recall = get_recall (pick.candidate, fsrs, today);
      if (is_in_pool (pick.candidate, setup->pool, pick.recall))
        g_array_append_val (picks, pick);
    }

  /* Shuffled first, so that what is equally weak has the same chance. */
  shuffle (picks, random);
  if (setup->pool == DRILL_QUIZ_POOL_WEAK)
    g_array_sort (picks, compare_recall);
  g_array_set_size (picks, MIN (picks->len, setup->count));
  if (!setup->shuffle_questions)
    g_array_sort (picks, compare_place);
  else
    shuffle (picks, random);

  for (guint i = 0; i < picks->len; i++)
    g_ptr_array_add (keys, g_strdup (g_array_index (picks, Pick, i).candidate->key));

  return keys;
}
