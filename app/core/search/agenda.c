/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What is worth doing today beside the cards that are due. */

#include "config.h"

#include "search/agenda.h"

#include "study/item-index.h"
#include "study/statistics.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

/* Below that a topic wants practice. */
#define STRONG 0.9

void
drill_agenda_free (DrillAgenda *self)
{
  if (self == NULL)
    return;

  g_free (self->quiz_uuid);
  g_free (self->quiz_name);
  g_free (self->run_key);
  g_free (self->run_title);
  g_free (self->old_key);
  g_free (self->old_title);
  g_free (self->weak_topic);
  g_free (self);
}

static gboolean
find_quiz (DrillAgenda     *self,
           DrillConnection *connection,
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "search/open-quiz");
  DrillStep                  step = drill_statement_step (row, error);

  if (step == DRILL_STEP_ROW)
    {
      self->quiz_uuid = g_strdup (drill_statement_text (row, 0));
      self->quiz_name = g_strdup (drill_statement_text (row, 1));
    }

  return step != DRILL_STEP_ERROR;
}

static gboolean
find_run (DrillAgenda     *self,
          DrillConnection *connection,
          GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "search/open-run");
  DrillStep                  step = drill_statement_step (row, error);

  if (step == DRILL_STEP_ROW)
    {
      self->run_key = g_strdup (drill_statement_text (row, 0));
      self->run_title = g_strdup (drill_statement_text (row, 1));
    }

  return step != DRILL_STEP_ERROR;
}

/* One incident more: is it older than the one that was found so far? */
static gboolean
look_at_incident (DrillAgenda     *self,
                  DrillConnection *connection,
                  gint64           id,
                  gint64           now_ms,
                  gint64          *oldest_ms,
                  GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "search/incident");
  DrillStep                  step;
  gint64                     last_ms;

  drill_statement_bind_int (row, "item", id);
  step = drill_statement_step (row, error);
  if (step != DRILL_STEP_ROW)
    return step == DRILL_STEP_DONE;

  last_ms = drill_statement_int (row, 2);
  if (last_ms >= *oldest_ms || last_ms > now_ms - DRILL_AGENDA_OLD_DAYS * DAY_MS)
    return TRUE;
  *oldest_ms = last_ms;
  g_free (self->old_key);
  g_free (self->old_title);
  self->old_key = g_strdup (drill_statement_text (row, 0));
  self->old_title = g_strdup (drill_statement_text (row, 1));
  self->old_days = last_ms > 0 ? (int) ((now_ms - last_ms) / DAY_MS) : -1;

  return TRUE;
}

static gboolean
find_incident (DrillAgenda          *self,
               DrillConnection      *connection,
               const DrillItemIndex *index,
               gint64                now_ms,
               GError              **error)
{
  gint64 oldest_ms = G_MAXINT64;

  for (guint place = 0; place < index->n_items; place++)
    {
      if (index->items[place].kind == DRILL_ITEM_SCENARIO &&
          !look_at_incident (self, connection, index->items[place].id, now_ms, &oldest_ms, error))
        return FALSE;
    }

  return TRUE;
}

static void
find_topic (DrillAgenda           *self,
            const DrillStatistics *statistics)
{
  for (guint i = 0; i < statistics->topics->len && self->weak_topic == NULL; i++)
    {
      const DrillGroupStatistics *topic = g_ptr_array_index (statistics->topics, i);

      /* What was never seen comes with the new cards of the day. */
      if (topic->seen == 0 || topic->recall >= STRONG)
        continue;
      self->weak_topic = g_strdup (topic->slug);
      self->weak_recall = topic->recall;
    }
}

DrillAgenda *
drill_agenda_load (DrillConnection  *connection,
                   const DrillRules *rules,
                   gint64            now_ms,
                   GError          **error)
{
  g_autoptr (DrillAgenda)     self = g_new0 (DrillAgenda, 1);
  g_autoptr (DrillStatistics) statistics = NULL;
  const DrillItemIndex       *index;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  statistics = drill_statistics_load (connection, rules, now_ms, error);
  index = statistics != NULL ? drill_item_index_get (connection, error) : NULL;
  if (index == NULL || !find_quiz (self, connection, error) || !find_run (self, connection, error) ||
      !find_incident (self, connection, index, now_ms, error))
    return NULL;

  find_topic (self, statistics);
  self->missed = statistics->missed;
  self->interview_days = (guint) MAX (rules->interview_day - statistics->today, 0);

  return g_steal_pointer (&self);
}
