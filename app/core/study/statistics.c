/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How study goes.
 *
 *   days, retention     day_count, which every answer and every undo keeps current
 *   topics, levels,     the index of items, by arithmetic: recall is another one
 *   forecast            every day, so no table could hold it
 *   quizzes, incidents  the newest of each
 *
 * An item is lost in part or whole for one reason: what an incident or a quiz has
 * shown stands before what the memory model thinks.
 */

#include "config.h"

#include "study/statistics.h"

#include "study/item-index.h"

#include <math.h>
#include <string.h>

#define N_LEVELS 8

#define NEWEST 100

/* An item that was never asked may be known all the same. */
#define LOST_UNSEEN 0.5

/* A mistake that was not made good counts at least so much. */
#define LOST_BY_MISTAKE 0.75

static void
group_free (gpointer data)
{
  DrillGroupStatistics *self = data;

  g_free (self->slug);
  g_free (self);
}

static void
quiz_free (gpointer data)
{
  DrillQuizPoint *self = data;

  g_free (self->name);
  g_free (self);
}

static void
run_free (gpointer data)
{
  DrillRunPoint *self = data;

  g_free (self->key);
  g_free (self->title);
  g_free (self);
}

static void
phase_free (gpointer data)
{
  DrillPhasePoint *self = data;

  g_free (self->name);
  g_free (self);
}

static void
statistics_clear (gpointer data)
{
  DrillStatistics *self = data;

  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->quizzes);
  g_ptr_array_unref (self->runs);
  g_ptr_array_unref (self->phases);
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
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/days");
  int                        first = self->today - DRILL_STATISTICS_DAYS + 1;
  DrillStep                  step;

  drill_statement_bind_int (row, "since", first - 1);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 index = drill_statement_int (row, 0) - first;

      /* A clock that was ahead may have left answers in the future. */
      if (index >= DRILL_STATISTICS_DAYS)
        continue;
      self->days[index] = (DrillDayCount){
        .answers = drill_statement_int (row, 1),
        .recalled = drill_statement_int (row, 2),
        .duration_ms = drill_statement_int (row, 3),
        .introduced = drill_statement_int (row, 4),
        .young = drill_statement_int (row, 5),
        .young_recalled = drill_statement_int (row, 6),
        .mature = drill_statement_int (row, 7),
        .mature_recalled = drill_statement_int (row, 8),
      };
    }

  return step == DRILL_STEP_DONE;
}

/* Why an item is lost, and how much of it. */
static double
lost_by (const DrillIndexItem *item,
         double                recall,
         DrillWeakness        *reason)
{
  gboolean quiz = item->tally.last_occasion == DRILL_OCCASION_QUIZ
                  || item->tally.last_occasion == DRILL_OCCASION_INTERVIEW;

  if (item->lesson_ms > 0 && (item->tally.answers == 0 || item->tally.last_ms < item->lesson_ms))
    {
      *reason = DRILL_WEAK_INCIDENT;
      return MAX (1 - recall, LOST_BY_MISTAKE);
    }
  if (item->tally.answers > 0 && quiz && item->tally.last_rating == DRILL_RATING_AGAIN)
    {
      *reason = DRILL_WEAK_QUIZ;
      return MAX (1 - recall, LOST_BY_MISTAKE);
    }
  if (!(item->stability > 0))
    {
      *reason = DRILL_WEAK_UNSEEN;
      return LOST_UNSEEN;
    }
  *reason = DRILL_WEAK_FORGOTTEN;

  return 1 - recall;
}

static void
count_item (DrillGroupStatistics *group,
            const DrillIndexItem *item,
            double                recall)
{
  DrillWeakness reason;
  double        lost = lost_by (item, recall, &reason);

  group->items++;
  group->lost[reason] += lost;
  if (!(item->stability > 0))
    return;
  group->seen++;
  group->lapses += item->lapses;
  group->recall += recall;
  group->spread += recall * (1 - recall);
}

/* From sums to what they mean. */
static void
finish_group (DrillGroupStatistics *group)
{
  double all = 0;

  for (guint i = 0; i < DRILL_N_WEAKNESSES; i++)
    {
      all += group->lost[i];
      if (group->lost[i] > group->lost[group->reason])
        group->reason = i;
    }
  if (group->items > 0)
    group->weakness = all / group->items;
  if (group->seen > 0)
    {
      group->recall /= group->seen;
      group->spread = sqrt (group->spread) / group->seen;
    }
}

static int
compare_weakness (gconstpointer a,
                  gconstpointer b)
{
  const DrillGroupStatistics *left = *(DrillGroupStatistics *const *) a;
  const DrillGroupStatistics *right = *(DrillGroupStatistics *const *) b;

  if (left->weakness != right->weakness)
    return left->weakness > right->weakness ? -1 : 1;

  return strcmp (left->slug, right->slug);
}

static void
count_due (DrillStatistics      *self,
           const DrillIndexItem *item)
{
  int ahead = item->due_day - self->today;

  if (item->state == DRILL_CARD_NEW || item->suspended)
    return;

  if (ahead < 0)
    self->overdue++;
  if (ahead < DRILL_FORECAST_DAYS)
    self->forecast[MAX (ahead, 0)]++;
}

static void
count_items (DrillStatistics      *self,
             const DrillItemIndex *index,
             const DrillRules     *rules)
{
  DrillGroupStatistics *topics = g_new0 (DrillGroupStatistics, index->topics->len + 1);
  DrillGroupStatistics  levels[N_LEVELS] = { 0 };

  for (guint place = 0; place < index->n_items; place++)
    {
      const DrillIndexItem *item = &index->items[place];
      double                recall;

      if (item->kind > DRILL_ITEM_MCQ
          || (item->kind == DRILL_ITEM_FOLLOW_UP && item->tally.answers == 0))
        continue;
      recall = drill_index_item_recall (item, rules, self->today);
      self->items += drill_index_item_is_studied (item);
      self->cards += item->state != DRILL_CARD_NEW;
      self->learning += item->state == DRILL_CARD_LEARNING || item->state == DRILL_CARD_RELEARNING;
      self->missed += drill_index_item_is_missed (item);
      count_due (self, item);
      for (guint i = 0; i < item->n_topics; i++)
        count_item (&topics[g_array_index (index->item_topics, guint, item->first_topic + i)],
                    item,
                    recall);
      for (guint bit = 0; bit < N_LEVELS; bit++)
        {
          if (item->levels & (1u << bit))
            count_item (&levels[bit], item, recall);
        }
    }

  for (guint i = 0; i < index->topics->len; i++)
    {
      if (topics[i].items == 0)
        continue;
      topics[i].slug = g_strdup (((DrillIndexName *) g_ptr_array_index (index->topics, i))->slug);
      finish_group (&topics[i]);
      g_ptr_array_add (self->topics, g_memdup2 (&topics[i], sizeof topics[i]));
    }
  g_ptr_array_sort (self->topics, compare_weakness);
  for (guint bit = 0; bit < N_LEVELS; bit++)
    {
      if (levels[bit].items == 0)
        continue;
      levels[bit].level = 1u << bit;
      finish_group (&levels[bit]);
      g_ptr_array_add (self->levels, g_memdup2 (&levels[bit], sizeof levels[bit]));
    }
  g_free (topics);
}

static gboolean
load_pace (DrillStatistics *self,
           DrillConnection *connection,
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/pace");

  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  self->pace_ms = (gint64) drill_statement_double (row, 0);

  return TRUE;
}

/* The statement gives the newest first; one reads them the other way round. */
static gboolean
load_newest (DrillConnection *connection,
             const char      *name,
             GPtrArray       *points,
             gpointer (*read) (DrillStatement *),
             GError **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, name);
  DrillStep                  step;

  drill_statement_bind_int (row, "limit", NEWEST);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    g_ptr_array_insert (points, 0, read (row));

  return step == DRILL_STEP_DONE;
}

static gpointer
read_quiz (DrillStatement *row)
{
  DrillQuizPoint *point = g_new0 (DrillQuizPoint, 1);

  point->name = g_strdup (drill_statement_text (row, 0));
  point->started_ms = drill_statement_int (row, 1);
  point->questions = (guint) drill_statement_int (row, 2);
  point->right = (guint) drill_statement_int (row, 3);
  point->passed = drill_statement_int (row, 4) != 0;

  return point;
}

static gpointer
read_run (DrillStatement *row)
{
  DrillRunPoint *point = g_new0 (DrillRunPoint, 1);

  point->key = g_strdup (drill_statement_text (row, 0));
  point->title = g_strdup (drill_statement_text (row, 1));
  point->started_ms = drill_statement_int (row, 2);
  point->score = (int) drill_statement_int (row, 3);
  point->max = (int) drill_statement_int (row, 4);

  return point;
}

static gpointer
read_phase (DrillStatement *row)
{
  DrillPhasePoint *point = g_new0 (DrillPhasePoint, 1);

  point->name = g_strdup (drill_statement_text (row, 0));
  point->runs = (guint) drill_statement_int (row, 1);
  point->share = drill_statement_double (row, 2);

  return point;
}

DrillStatistics *
drill_statistics_load (DrillConnection  *connection,
                       const DrillRules *rules,
                       gint64            now_ms,
                       GError          **error)
{
  g_autoptr (DrillStatistics) self = NULL;
  const DrillItemIndex       *index;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  self = g_atomic_rc_box_new0 (DrillStatistics);
  self->topics = g_ptr_array_new_with_free_func (group_free);
  self->levels = g_ptr_array_new_with_free_func (group_free);
  self->quizzes = g_ptr_array_new_with_free_func (quiz_free);
  self->runs = g_ptr_array_new_with_free_func (run_free);
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  self->today = drill_rules_day (rules, now_ms);
  self->desired_retention = rules->scheduler.desired_retention;
  index = drill_item_index_get (connection, error);
  if (index == NULL)
    return NULL;
  count_items (self, index, rules);
  if (!load_days (self, connection, error) || !load_pace (self, connection, error)
      || !load_newest (connection, "study/quiz-points", self->quizzes, read_quiz, error)
      || !load_newest (connection, "study/run-points", self->runs, read_run, error)
      || !load_newest (connection, "study/phase-points", self->phases, read_phase, error))
    return NULL;

  return g_steal_pointer (&self);
}
