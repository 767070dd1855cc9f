/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A quiz: its questions, the attempt at them, and what follows from that. */

#include "config.h"

#include "study/quiz.h"

#include <string.h>

/* Whoever looked at a question for longer was not thinking about it. */
#define MAX_ANSWER_MS (5 * 60 * 1000)

/* Returns: (transfer full): with its options in the order of the item */
DrillQuizQuestion *
drill_quiz_question_new (DrillItemRecord *record)
{
  DrillQuizQuestion *self;
  const DrillItem   *item;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (record->item->options->len <= DRILL_ATTEMPT_MAX_OPTIONS, NULL);

  self = g_new0 (DrillQuizQuestion, 1);
  self->record = drill_item_record_ref (record);
  item = record->item;
  drill_option_order_init (&self->order, item->options->len);
  for (guint i = 0; i < item->options->len; i++)
    {
      if (((DrillOption *) g_ptr_array_index (item->options, i))->correct)
        self->correct |= 1u << i;
    }

  return self;
}

void
drill_quiz_question_free (DrillQuizQuestion *self)
{
  if (self == NULL)
    return;

  drill_item_record_unref (self->record);
  g_free (self);
}

/**
 * drill_quiz_new:
 * @questions: (element-type DrillQuizQuestion): at least one; the quiz takes a reference
 *
 * Returns: (transfer full): a quiz that waits for its first event
 */
DrillQuiz *
drill_quiz_new (const guint8          uuid[DRILL_UUID_SIZE],
                const char           *name,
                const DrillQuizSetup *setup,
                GPtrArray            *questions,
                gint64                started_ms)
{
  DrillQuiz                       *self;
  DrillAttemptRules                rules;
  g_autofree DrillAttemptQuestion *asked = NULL;

  g_return_val_if_fail (setup != NULL, NULL);
  g_return_val_if_fail (questions != NULL && questions->len > 0, NULL);

  self = g_new0 (DrillQuiz, 1);
  memcpy (self->uuid, uuid, sizeof self->uuid);
  self->name = g_strdup (name);
  self->setup = drill_quiz_setup_copy (setup);
  self->questions = g_ptr_array_ref (questions);
  self->started_ms = started_ms;

  asked = g_new0 (DrillAttemptQuestion, questions->len);
  for (guint i = 0; i < questions->len; i++)
    {
      const DrillQuizQuestion *question = g_ptr_array_index (questions, i);

      asked[i].n_options = question->order.n_options;
      asked[i].correct = question->correct;
    }
  rules = drill_quiz_setup_get_rules (setup);
  self->attempt = drill_attempt_new (&rules, asked, questions->len);

  return self;
}

void
drill_quiz_free (DrillQuiz *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  drill_quiz_setup_free (self->setup);
  g_ptr_array_unref (self->questions);
  drill_attempt_free (self->attempt);
  g_free (self);
}

const DrillQuizQuestion *
drill_quiz_get_question (const DrillQuiz *self,
                         guint            question)
{
  g_return_val_if_fail (self != NULL && question < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, question);
}

/* @score: (out caller-allocates) */
void
drill_quiz_get_score (const DrillQuiz *self,
                      DrillScore      *score)
{
  DrillScoreRules rules;

  g_return_if_fail (self != NULL && score != NULL);

  rules = drill_quiz_setup_get_score_rules (self->setup);
  drill_attempt_get_score (self->attempt, &rules, score);
}

/* The same answer of the same quiz has the same name, so it counts once however often
 * it is stored. */
static void
name_answer (const DrillQuiz *self,
             guint            question,
             guint8           uuid[DRILL_UUID_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char      *number = g_strdup_printf (":%u", question);
  guint8                digest[32];
  gsize                 size = sizeof digest;

  g_checksum_update (checksum, self->uuid, sizeof self->uuid);
  g_checksum_update (checksum, (const guchar *) number, -1);
  g_checksum_get_digest (checksum, digest, &size);
  memcpy (uuid, digest, DRILL_UUID_SIZE);
}

/**
 * drill_quiz_get_answer:
 * @at_ms: wall clock
 *
 * Returns: (transfer full) (nullable): what the choice says about memory; %NULL when
 *   nothing was chosen, or when the quiz does not count towards the schedule
 */
DrillAnswer *
drill_quiz_get_answer (const DrillQuiz *self,
                       guint            question,
                       gint64           at_ms)
{
  const DrillQuizQuestion *asked = drill_quiz_get_question (self, question);
  const DrillAttemptEntry *entry;
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  DrillOutcome             outcome;
  DrillAnswer             *answer;

  g_return_val_if_fail (asked != NULL, NULL);

  outcome = drill_attempt_get_outcome (self->attempt, question);
  if (outcome == DRILL_OUTCOME_UNANSWERED || !self->setup->schedule)
    return NULL;

  entry = drill_attempt_get_entry (self->attempt, question);
  answer = drill_answer_new (asked->record->key,
                             DRILL_OCCASION_QUIZ,
                             drill_attempt_grade (outcome, entry->unsure, entry->spent_ms, self->habit_ms),
                             at_ms,
                             MIN (entry->spent_ms, MAX_ANSWER_MS));
  name_answer (self, question, answer->uuid);
  for (guint i = 0; i < asked->order.n_options; i++)
    {
      if ((entry->chosen >> i & 1) != 0)
        g_strv_builder_add (chosen, ((DrillOption *) g_ptr_array_index (asked->record->item->options, i))->markdown);
    }
  answer->chosen = g_strv_builder_end (chosen);

  return answer;
}

/* Returns: (transfer full) (array zero-terminated=1) (element-type utf8): keys of what was
 * not answered right */
GPtrArray *
drill_quiz_get_missed (const DrillQuiz *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, keys);

  for (guint i = 0; i < self->questions->len; i++)
    {
      if (drill_attempt_get_outcome (self->attempt, i) != DRILL_OUTCOME_RIGHT)
        g_ptr_array_add (keys, g_strdup (drill_quiz_get_question (self, i)->record->key));
    }
  g_ptr_array_add (keys, NULL);

  return keys;
}

void
drill_quiz_part_free (DrillQuizPart *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self);
}

static void
count (GPtrArray  *parts,
       const char *slug,
       guint       level,
       gboolean    right)
{
  DrillQuizPart *part = NULL;

  for (guint i = 0; i < parts->len && part == NULL; i++)
    {
      DrillQuizPart *other = g_ptr_array_index (parts, i);

      if (g_strcmp0 (other->slug, slug) == 0 && other->level == level)
        part = other;
    }
  if (part == NULL)
    {
      part = g_new0 (DrillQuizPart, 1);
      part->slug = g_strdup (slug);
      part->level = level;
      g_ptr_array_add (parts, part);
    }
  part->questions++;
  part->right += right;
}

/* What went worst first, then what was asked most. */
static int
compare_topics (gconstpointer a,
                gconstpointer b)
{
  const DrillQuizPart *x = *(DrillQuizPart *const *) a;
  const DrillQuizPart *y = *(DrillQuizPart *const *) b;
  gint64               left = (gint64) x->right * y->questions;
  gint64               right = (gint64) y->right * x->questions;

  if (left != right)
    return left < right ? -1 : 1;
  if (x->questions != y->questions)
    return x->questions > y->questions ? -1 : 1;

  return g_strcmp0 (x->slug, y->slug);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const DrillQuizPart *x = *(DrillQuizPart *const *) a;
  const DrillQuizPart *y = *(DrillQuizPart *const *) b;

  return (x->level > y->level) - (x->level < y->level);
}

/* Returns: (transfer full) (element-type DrillQuizPart): worst first; a question counts
 * for each of its topics */
GPtrArray *
drill_quiz_get_topics (const DrillQuiz *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_quiz_part_free);

  g_return_val_if_fail (self != NULL, parts);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const DrillItem *item = drill_quiz_get_question (self, i)->record->item;
      gboolean         right = drill_attempt_get_outcome (self->attempt, i) == DRILL_OUTCOME_RIGHT;

      for (guint t = 0; t < item->topics->len; t++)
        count (parts, g_ptr_array_index (item->topics, t), 0, right);
    }
  g_ptr_array_sort (parts, compare_topics);

  return parts;
}

/* Returns: (transfer full) (element-type DrillQuizPart): from Junior up; a question counts
 * for each of its levels */
GPtrArray *
drill_quiz_get_levels (const DrillQuiz *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_quiz_part_free);

  g_return_val_if_fail (self != NULL, parts);

  for (guint i = 0; i < self->questions->len; i++)
    {
      guint    levels = drill_quiz_get_question (self, i)->record->item->levels;
      gboolean right = drill_attempt_get_outcome (self->attempt, i) == DRILL_OUTCOME_RIGHT;

      for (guint level = DRILL_LEVEL_JUNIOR; level <= DRILL_LEVEL_ANY; level <<= 1)
        {
          if ((levels & level) != 0)
            count (parts, NULL, level, right);
        }
    }
  g_ptr_array_sort (parts, compare_levels);

  return parts;
}
