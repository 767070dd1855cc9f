/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How study goes: activity by day and expected recall by topic. */

#include "config.h"

#include "study/statistics.h"

#include "memory/study-day.h"

#include <string.h>

static void
topic_free (gpointer data)
{
  DrillTopicStatistics *self = data;

  g_free (self->slug);
  g_free (self);
}

static void
statistics_clear (gpointer data)
{
  DrillStatistics *self = data;

  g_ptr_array_unref (self->topics);
}

DrillStatistics *
drill_statistics_ref (DrillStatistics *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_statistics_unref (DrillStatistics *self)
{
  g_atomic_rc_box_release_full (self, statistics_clear);
}

static gboolean
load_days (DrillStatistics *self,
           DrillConnection *connection,
           int              today,
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/days");
  int                        first = today - DRILL_STATISTICS_DAYS + 1;
  DrillStep                  step;

  drill_statement_bind_int (row, "since", first - 1);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 index = drill_statement_int (row, 0) - first;

      if (index >= DRILL_STATISTICS_DAYS)
        continue;
      self->days[index] = drill_statement_int (row, 1);
      self->recalled[index] = drill_statement_int (row, 2);
      self->duration_ms[index] = drill_statement_int (row, 3);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_states (DrillStatistics *self,
             DrillConnection *connection,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/states");
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      guint count = drill_statement_int (row, 1);

      self->cards += count;
      if (drill_statement_int (row, 0) != DRILL_CARD_REVIEW)
        self->learning += count;
    }

  return step == DRILL_STEP_DONE;
}

static DrillTopicStatistics *
topic_for (DrillStatistics *self,
           GHashTable      *topics,
           const char      *slug)
{
  DrillTopicStatistics *topic = g_hash_table_lookup (topics, slug);

  if (topic == NULL)
    {
      topic = g_new0 (DrillTopicStatistics, 1);
      topic->slug = g_strdup (slug);
      g_hash_table_insert (topics, topic->slug, topic);
      g_ptr_array_add (self->topics, topic);
    }

  return topic;
}

static int
compare_weakness (gconstpointer a,
                  gconstpointer b)
{
  const DrillTopicStatistics *left = *(DrillTopicStatistics *const *) a;
  const DrillTopicStatistics *right = *(DrillTopicStatistics *const *) b;

  if ((left->seen == 0) != (right->seen == 0))
    return left->seen == 0 ? 1 : -1;
  if (left->recall != right->recall)
    return left->recall < right->recall ? -1 : 1;

  return strcmp (left->slug, right->slug);
}

static gboolean
load_topics (DrillStatistics  *self,
             DrillConnection  *connection,
             const DrillRules *rules,
             int               today,
             GError          **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/topic-states");
  g_autoptr (GHashTable)     topics = g_hash_table_new (g_str_hash, g_str_equal);
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillTopicStatistics *topic = topic_for (self, topics, drill_statement_text (row, 0));
      int                   elapsed;

      topic->items++;
      if (drill_statement_is_null (row, 1))
        continue;
      elapsed = drill_study_day_elapsed (drill_statement_int (row, 2), today);
      topic->seen++;
      topic->lapses += drill_statement_int (row, 3);
      topic->recall += drill_fsrs_retrievability (&rules->scheduler.fsrs,
                                                  drill_statement_double (row, 1),
                                                  elapsed);
    }

  for (guint i = 0; i < self->topics->len; i++)
    {
      DrillTopicStatistics *topic = g_ptr_array_index (self->topics, i);

      if (topic->seen > 0)
        topic->recall /= topic->seen;
    }
  g_ptr_array_sort (self->topics, compare_weakness);

  return step == DRILL_STEP_DONE;
}

DrillStatistics *
drill_statistics_load (DrillConnection  *connection,
                       const DrillRules *rules,
                       gint64            now_ms,
                       GError          **error)
{
  g_autoptr (DrillStatistics) self = NULL;
  int                         today;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  self = g_atomic_rc_box_new0 (DrillStatistics);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  today = drill_rules_day (rules, now_ms);
  if (!load_days (self, connection, today, error) || !load_states (self, connection, error) ||
      !load_topics (self, connection, rules, today, error))
    return NULL;

  return g_steal_pointer (&self);
}
