/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How long a sitting still takes, and what can be said of it at its end. */

#include "config.h"

#include "study/session-private.h"

#include <math.h>
#include <string.h>

/* An answer takes about so long while nothing is known about the learner. */
#define USUAL_PACE_MS 15000

/* As many answers as the pace of earlier days counts for. */
#define PACE_WEIGHT 8

/* Moves are measured at this distance, in days: the same day says little. */
#define AHEAD_DAYS 7

/* @pace_ms: what an answer took lately, 0 for unknown; this sitting's own pace takes
 * over as it goes on */
void
drill_session_set_pace (DrillSession *self,
                        gint64        pace_ms)
{
  g_return_if_fail (self != NULL);

  self->pace_ms = MAX (pace_ms, 0);
}

/* How many answers a card still takes in this sitting. */
static double
expected_answers (const DrillSession *self,
                  const DrillCard    *card,
                  int                 today)
{
  const DrillScheduler *scheduler = &self->rules->scheduler;
  double                forgotten;

  switch (card->state)
    {
    case DRILL_CARD_REVIEW:
      forgotten = 1 - drill_card_retrievability (card, &scheduler->fsrs, today);
      return 1 + forgotten * scheduler->relearning.n_steps;
    case DRILL_CARD_RELEARNING:
      return MAX (scheduler->relearning.n_steps, card->step + 1) - card->step;
    case DRILL_CARD_LEARNING:
      return MAX (scheduler->learning.n_steps, card->step + 1) - card->step;
    case DRILL_CARD_NEW:
    default:
      return MAX (scheduler->learning.n_steps, 1);
    }
}

static double
sum_answers (const DrillSession *self,
             const GQueue       *queue,
             int                 today)
{
  double sum = 0;

  for (const GList *link = queue->head; link != NULL; link = link->next)
    sum += expected_answers (self, &((const DrillQueueEntry *) link->data)->card, today);

  return sum;
}

/* An estimate of the time that the cards left will take. */
gint64
drill_session_get_left_ms (DrillSession *self,
                           gint64        now_ms)
{
  double answers;
  double pace;
  int    today;

  g_return_val_if_fail (self != NULL, 0);

  today = drill_rules_day (self->rules, now_ms);
  answers = sum_answers (self, &self->queue, today) + sum_answers (self, &self->waiting, today);
  if (self->current != NULL)
    answers += expected_answers (self, &self->current->card, today);
  pace = self->pace_ms > 0 ? (double) self->pace_ms : USUAL_PACE_MS;
  pace = (pace * PACE_WEIGHT + (double) self->summary.duration_ms) /
         (PACE_WEIGHT + self->summary.answers);

  return (gint64) (answers * pace);
}

static void
hard_card_free (gpointer data)
{
  DrillHardCard *self = data;

  g_free (self->key);
  g_free (self);
}

static void
move_free (gpointer data)
{
  DrillTopicMove *self = data;

  g_free (self->slug);
  g_free (self);
}

void
drill_session_report_free (DrillSessionReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->hard);
  g_ptr_array_unref (self->moves);
  g_free (self);
}

static int
compare_hard (gconstpointer a,
              gconstpointer b)
{
  const DrillHardCard *left = *(DrillHardCard *const *) a;
  const DrillHardCard *right = *(DrillHardCard *const *) b;

  if (left->again != right->again)
    return left->again > right->again ? -1 : 1;
  if (left->hard != right->hard)
    return left->hard > right->hard ? -1 : 1;

  return strcmp (left->key, right->key);
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const DrillTopicMove *left = *(DrillTopicMove *const *) a;
  const DrillTopicMove *right = *(DrillTopicMove *const *) b;
  double                left_size = fabs (left->after - left->before);
  double                right_size = fabs (right->after - right->before);

  if (left_size != right_size)
    return left_size > right_size ? -1 : 1;

  return strcmp (left->slug, right->slug);
}

static void
add_hard (DrillSessionReport *report,
          const Record       *record)
{
  DrillHardCard *hard;

  if (record->ratings[0] + record->ratings[1] == 0)
    return;

  hard = g_new0 (DrillHardCard, 1);
  hard->key = g_strdup (record->entry->key);
  hard->again = record->ratings[0];
  hard->hard = record->ratings[1];
  g_ptr_array_add (report->hard, hard);
}

static void
add_to_move (DrillSession       *self,
             DrillSessionReport *report,
             GHashTable         *topics,
             const Record       *record,
             int                 today)
{
  const DrillFsrs *fsrs = &self->rules->scheduler.fsrs;
  const char      *slug = record->entry->topic;
  DrillTopicMove  *move;

  if (slug == NULL)
    return;
  move = g_hash_table_lookup (topics, slug);
  if (move == NULL)
    {
      move = g_new0 (DrillTopicMove, 1);
      move->slug = g_strdup (slug);
      g_hash_table_insert (topics, move->slug, move);
      g_ptr_array_add (report->moves, move);
    }
  move->cards++;
  move->before += drill_card_retrievability (&record->first, fsrs, today + AHEAD_DAYS);
  move->after += drill_card_retrievability (&record->entry->card, fsrs, today + AHEAD_DAYS);
}

/* Returns: (transfer full) */
DrillSessionReport *
drill_session_report (DrillSession *self,
                      gint64        now_ms)
{
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  DrillSessionReport    *report;
  GHashTableIter         iter;
  gpointer               value;
  int                    today;

  g_return_val_if_fail (self != NULL, NULL);

  today = drill_rules_day (self->rules, now_ms);
  report = g_new0 (DrillSessionReport, 1);
  report->hard = g_ptr_array_new_with_free_func (hard_card_free);
  report->moves = g_ptr_array_new_with_free_func (move_free);
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Record *record = value;

      if (record->answers == 0)
        continue;
      add_hard (report, record);
      add_to_move (self, report, topics, record, today);
      report->tomorrow += record->entry->card.due_day <= today + 1;
    }
  for (guint i = 0; i < report->moves->len; i++)
    {
      DrillTopicMove *move = g_ptr_array_index (report->moves, i);

      move->before /= move->cards;
      move->after /= move->cards;
    }
  g_ptr_array_sort (report->hard, compare_hard);
  g_ptr_array_sort (report->moves, compare_moves);

  return report;
}
