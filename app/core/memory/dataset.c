/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a raw review log to what the optimizer and the measures read.
 *
 *     log, any order           histories, one per card     items, by time
 *     card 7 Good  Monday      7: Good +0, Good +3, ...    7 at Thursday
 *     card 9 Again Monday  ->  9: Again +0, Good +0,   ->  9 at Friday
 *     card 9 Good  Monday         Good +4, ...             ...
 *
 * Every review a day or more after the one before it is an item: a prediction
 * that can be checked. Reviews on the same day are inputs only. Items of a card
 * share their beginnings, so they are kept as marks on one history and not as
 * lists of their own: a history is walked once for all of them.
 */

#include "config.h"

#include "memory/dataset.h"

#include "memory/study-day.h"

#include <stdlib.h>

typedef struct
{
  DrillReview review;
  gsize       position; /* in the log, so that sorting is stable */
} Row;

typedef struct
{
  gint64 at_ms;
  guint  step;
  guint  history;
} Mark;

static int
compare_rows (const void *a,
              const void *b)
{
  const Row *left = a;
  const Row *right = b;

  if (left->review.card != right->review.card)
    return left->review.card < right->review.card ? -1 : 1;
  if (left->review.at_ms != right->review.at_ms)
    return left->review.at_ms < right->review.at_ms ? -1 : 1;

  return left->position < right->position ? -1 : 1;
}

static int
compare_marks (const void *a,
               const void *b)
{
  const Mark *left = a;
  const Mark *right = b;

  if (left->at_ms != right->at_ms)
    return left->at_ms < right->at_ms ? -1 : 1;

  return left->step < right->step ? -1 : 1;
}

static gboolean
is_learning (const DrillReview *review)
{
  return review->kind == DRILL_REVIEW_LEARNING && drill_review_counts (review);
}

static gboolean
says_state (const DrillReview *review)
{
  return drill_review_counts (review) && review->kind != DRILL_REVIEW_UNSAID;
}

/* The row at which a card's history begins: after the last reset, and, where
 * the log says in which state the card was, at the last block of learning rows.
 * A card whose learning is missing has none, and @n_rows is returned. */
static gsize
find_beginning (const Row *rows,
                gsize      n_rows)
{
  gsize    beginning = 0;
  gsize    learning = n_rows;
  gboolean states_said = FALSE;

  for (gsize i = 0; i < n_rows; i++)
    {
      if (rows[i].review.kind == DRILL_REVIEW_RESET)
        {
          beginning = i + 1;
          learning = n_rows;
        }
      states_said |= says_state (&rows[i].review);
      if (is_learning (&rows[i].review)
          && (learning == n_rows || i == 0
              || !is_learning (&rows[i - 1].review)))
        learning = i;
    }

  return states_said ? learning : beginning;
}

static void
add_history (GArray    *histories,
             GArray    *steps,
             GArray    *marks,
             const Row *rows,
             gsize      n_rows,
             gint64     cutoff_ms)
{
  DrillHistory history = { .first = steps->len };
  int          last_day = 0;

  for (gsize i = find_beginning (rows, n_rows); i < n_rows; i++)
    {
      const DrillReview *review = &rows[i].review;
      DrillHistoryStep          step = { .item = -1, .rating = review->rating };

      if (!drill_review_counts (review) || review->at_ms < cutoff_ms)
        continue;

      if (history.n_steps > 0)
        step.elapsed_days = drill_study_day_elapsed (last_day, review->day);
      if (step.elapsed_days > 0)
        {
          Mark mark = { .at_ms = review->at_ms,
                        .step = steps->len,
                        .history = histories->len };

          g_array_append_val (marks, mark);
        }
      last_day = review->day;
      history.n_steps++;
      g_array_append_val (steps, step);
    }

  if (history.n_steps > 0)
    g_array_append_val (histories, history);
}

static void
number_items (DrillDataset *self,
              GArray       *marks)
{
  self->n_items = marks->len;
  self->items = g_new (guint, marks->len);
  self->item_history = g_new (guint, marks->len);

  if (marks->len > 0)
    qsort (marks->data, marks->len, sizeof (Mark), compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      self->items[i] = mark->step;
      self->item_history[i] = mark->history;
      self->steps[mark->step].item = (int) i;
    }
}

/**
 * drill_dataset_new:
 * @reviews: (array length=n_reviews): a log, in any order
 * @cutoff_ms: rows before this instant are passed over; %G_MININT64 keeps all
 *
 * Where the rows say in which state the card was, a card begins at its last
 * block of learning rows, and a card without one is left out, since its memory
 * at the first row is not known. Otherwise it begins at its first row.
 */
DrillDataset *
drill_dataset_new (const DrillReview *reviews,
                   gsize              n_reviews,
                   gint64             cutoff_ms)
{
  g_autofree Row *rows = g_new (Row, n_reviews);
  g_autoptr (GArray) histories
    = g_array_new (FALSE, FALSE, sizeof (DrillHistory));
  g_autoptr (GArray) steps
    = g_array_sized_new (FALSE, FALSE, sizeof (DrillHistoryStep), (guint) n_reviews);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  DrillDataset *self;

  g_return_val_if_fail (reviews != NULL || n_reviews == 0, NULL);
  g_return_val_if_fail (n_reviews < G_MAXINT, NULL);

  for (gsize i = 0; i < n_reviews; i++)
    rows[i] = (Row){ reviews[i], i };
  if (n_reviews > 0)
    qsort (rows, n_reviews, sizeof (Row), compare_rows);

  for (gsize start = 0, end; start < n_reviews; start = end)
    {
      for (end = start + 1;
           end < n_reviews && rows[end].review.card == rows[start].review.card;)
        end++;
      add_history (histories,
                   steps,
                   marks,
                   rows + start,
                   end - start,
                   cutoff_ms);
    }

  self = g_new0 (DrillDataset, 1);
  self->n_steps = steps->len;
  self->n_histories = histories->len;
  self->steps = (DrillHistoryStep *) g_array_free (g_steal_pointer (&steps), FALSE);
  self->histories
    = (DrillHistory *) g_array_free (g_steal_pointer (&histories), FALSE);
  number_items (self, marks);

  return self;
}

void
drill_dataset_free (DrillDataset *self)
{
  if (self == NULL)
    return;

  g_free (self->steps);
  g_free (self->histories);
  g_free (self->items);
  g_free (self->item_history);
  g_free (self);
}
