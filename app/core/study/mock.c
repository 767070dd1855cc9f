/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A mock interview: what is asked, the run through it, and what follows for memory.
 *
 *   items    question  follow-up  MCQ  transcript         incident
 *   steps       1          1       1   one for each turn      1
 *
 * Steps follow from the items alone, so that only items are stored.
 */

#include "config.h"

#include "study/mock.h"

#include "study/mock-plan.h"
#include "study/suggestion.h"

#include <string.h>

/* Whoever took longer for one item was not only thinking about it. */
#define MAX_ANSWER_MS (30 * 60 * 1000)

static void
step_free (gpointer data)
{
  DrillMockStep *step = data;

  g_array_unref (step->points);
  g_free (step);
}

static guint
count_turns (const DrillItem *item)
{
  guint turns = 0;

  for (guint i = 0; i < item->parts->len; i++)
    turns = MAX (turns, ((DrillPart *) g_ptr_array_index (item->parts, i))->turn);

  return turns;
}

static guint
get_correct (const DrillItem *item)
{
  guint correct = 0;

  for (guint i = 0; i < item->options->len; i++)
    {
      if (((DrillOption *) g_ptr_array_index (item->options, i))->correct)
        correct |= 1u << i;
    }

  return correct;
}

/* Whether an interview can ask @record; packs come from anywhere, and change. */
gboolean
drill_mock_can_ask (const DrillItemRecord *record)
{
  const DrillItem *item;

  g_return_val_if_fail (record != NULL, FALSE);

  item = record->item;
  switch (item->kind)
    {
    case DRILL_ITEM_MCQ:
      return item->options->len >= 2 && item->options->len <= DRILL_MOCK_MAX_OPTIONS && get_correct (item) != 0;
    case DRILL_ITEM_TRANSCRIPT:
      return count_turns (item) > 0 && count_turns (item) <= DRILL_MOCK_MAX_TURNS;
    case DRILL_ITEM_QUESTION:
    case DRILL_ITEM_FOLLOW_UP:
    case DRILL_ITEM_SCENARIO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the step of the kind of @item is marked by ticking. */
static gboolean
is_ticked (const DrillItem *item)
{
  return item->kind != DRILL_ITEM_MCQ && item->kind != DRILL_ITEM_SCENARIO;
}

static void
add_points (DrillMockStep   *step,
            const DrillItem *item)
{
  for (guint i = 0; i < item->parts->len && step->points->len < DRILL_MOCK_MAX_POINTS; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);
      DrillMockPoint   point = { part->markdown, part->grade };

      if (part->role == DRILL_PART_KEY_POINT && part->turn == step->turn)
        g_array_append_val (step->points, point);
    }
  if (step->points->len == 0)
    {
      DrillMockPoint point = { NULL, DRILL_GRADE_MUST };

      g_array_append_val (step->points, point);
    }
}

static void
add_step (DrillMock *self,
          guint      item,
          guint      turn,
          guint      n_turns)
{
  DrillMockStep *step;

  if (self->steps->len == DRILL_MOCK_MAX_STEPS)
    return;

  step = g_new0 (DrillMockStep, 1);
  step->record = g_ptr_array_index (self->items, item);
  step->item = item;
  step->turn = turn;
  step->budget_ms = drill_mock_budget (step->record->item->kind, step->record->item->minutes, n_turns);
  if (n_turns > 0)
    step->budget_ms /= n_turns;
  step->points = g_array_new (FALSE, FALSE, sizeof (DrillMockPoint));
  step->order = g_array_index (self->orders, DrillOptionOrder, item);
  step->correct = get_correct (step->record->item);
  if (is_ticked (step->record->item))
    add_points (step, step->record->item);
  g_ptr_array_add (self->steps, step);
}

/**
 * drill_mock_new:
 * @items: (element-type DrillItemRecord): at least one, and all of them such as can be
 *   asked; the interview takes a reference
 * @orders: (nullable) (array): of the options of each item; %NULL for those of the items
 *
 * Returns: (transfer full): an interview that waits for its first event
 */
DrillMock *
drill_mock_new (const guint8            uuid[DRILL_UUID_SIZE],
                const DrillMockSetup   *setup,
                GPtrArray              *items,
                const DrillOptionOrder *orders,
                gint64                  started_ms)
{
  DrillMock                *self;
  g_autofree DrillMockForm *forms = NULL;

  g_return_val_if_fail (setup != NULL && drill_mock_setup_is_valid (setup), NULL);
  g_return_val_if_fail (items != NULL && items->len > 0, NULL);

  self = g_new0 (DrillMock, 1);
  memcpy (self->uuid, uuid, sizeof self->uuid);
  self->setup = *setup;
  self->started_ms = started_ms;
  self->items = g_ptr_array_ref (items);
  self->orders = g_array_new (FALSE, TRUE, sizeof (DrillOptionOrder));
  self->steps = g_ptr_array_new_with_free_func (step_free);

  for (guint i = 0; i < items->len; i++)
    {
      const DrillItem *item = ((DrillItemRecord *) g_ptr_array_index (items, i))->item;
      guint            turns = item->kind == DRILL_ITEM_TRANSCRIPT ? count_turns (item) : 0;
      DrillOptionOrder order;

      drill_option_order_init (&order, item->kind == DRILL_ITEM_MCQ ? item->options->len : 0);
      if (orders != NULL)
        order = orders[i];
      g_array_append_val (self->orders, order);
      if (turns == 0)
        add_step (self, i, 0, 0);
      for (guint turn = 1; turn <= turns; turn++)
        add_step (self, i, turn, turns);
    }

  forms = g_new0 (DrillMockForm, self->steps->len);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const DrillMockStep *step = g_ptr_array_index (self->steps, i);

      forms[i].n_options = step->record->item->kind == DRILL_ITEM_MCQ ? step->order.n_options : 0;
      forms[i].multiple = (step->correct & (step->correct - 1)) != 0;
      forms[i].n_points = step->points->len;
      forms[i].incident = step->record->item->kind == DRILL_ITEM_SCENARIO;
    }
  self->run = drill_mock_run_new (setup->minutes * G_GINT64_CONSTANT (60000), forms, self->steps->len);

  return self;
}

void
drill_mock_free (DrillMock *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_array_unref (self->orders);
  g_ptr_array_unref (self->items);
  drill_mock_run_free (self->run);
  g_free (self);
}

const DrillMockStep *
drill_mock_get_step (const DrillMock *self,
                     guint            step)
{
  g_return_val_if_fail (self != NULL && step < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, step);
}

/* The first part of that role that belongs to the step. Returns: (nullable) */
const DrillPart *
drill_mock_step_find (const DrillMockStep *self,
                      DrillPartRole        role)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->record->item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (self->record->item->parts, i);

      if (part->role == role && part->turn == self->turn)
        return part;
    }

  return NULL;
}

/* Of an MCQ: whether just the right options are chosen. */
gboolean
drill_mock_is_right (const DrillMock *self,
                     guint            step)
{
  const DrillMockStep *asked = drill_mock_get_step (self, step);

  g_return_val_if_fail (asked != NULL, FALSE);

  return asked->correct != 0 && drill_mock_run_get_entry (self->run, step)->chosen == asked->correct;
}

/**
 * drill_mock_rate:
 * @item: index of an item
 *
 * Returns: the grade that its answer speaks for: in an interview it is the one that
 *   counts. %DRILL_RATING_MANUAL when nothing can be said: it was not asked, it is an
 *   incident, or the interview ended before it was answered.
 */
DrillRating
drill_mock_rate (const DrillMock *self,
                 guint            item)
{
  DrillKeyPointGrade grades[DRILL_MOCK_MAX_TURNS * DRILL_MOCK_MAX_POINTS];
  gboolean           met[G_N_ELEMENTS (grades)];
  guint              n_points = 0;
  gboolean           tried = FALSE;

  g_return_val_if_fail (self != NULL && item < self->items->len, DRILL_RATING_MANUAL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const DrillMockStep  *step = drill_mock_get_step (self, i);
      const DrillMockEntry *entry = drill_mock_run_get_entry (self->run, i);

      if (step->item != item || !(entry->done || entry->skipped))
        continue;
      tried = TRUE;
      if (step->record->item->kind == DRILL_ITEM_MCQ)
        return drill_mock_is_right (self, i) ? DRILL_RATING_GOOD : DRILL_RATING_AGAIN;
      for (guint k = 0; k < step->points->len && n_points < G_N_ELEMENTS (grades); k++)
        {
          grades[n_points] = g_array_index (step->points, DrillMockPoint, k).grade;
          met[n_points++] = (entry->ticks >> k & 1) != 0;
        }
    }
  if (!tried || n_points == 0)
    return DRILL_RATING_MANUAL;

  return drill_suggest_rating (grades, met, n_points);
}

/* The same answer of the same interview has the same name, so it counts once however
 * often it is stored. */
static void
name_answer (const DrillMock *self,
             guint            item,
             guint8           uuid[DRILL_UUID_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char      *number = g_strdup_printf (":%u", item);
  guint8                digest[32];
  gsize                 size = sizeof digest;

  g_checksum_update (checksum, self->uuid, sizeof self->uuid);
  g_checksum_update (checksum, (const guchar *) number, -1);
  g_checksum_get_digest (checksum, digest, &size);
  memcpy (uuid, digest, DRILL_UUID_SIZE);
}

/**
 * drill_mock_get_answer:
 * @item: index of an item
 * @at_ms: wall clock
 *
 * Returns: (transfer full) (nullable): what the answer says about memory; %NULL when it
 *   says nothing
 */
DrillAnswer *
drill_mock_get_answer (const DrillMock *self,
                       guint            item,
                       gint64           at_ms)
{
  DrillRating              rating = drill_mock_rate (self, item);
  const DrillItemRecord   *record;
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) met = g_strv_builder_new ();
  g_autoptr (GString)      words = g_string_new (NULL);
  DrillAnswer             *answer;
  gint64                   spent_ms = 0;

  if (rating == DRILL_RATING_MANUAL)
    return NULL;

  record = g_ptr_array_index (self->items, item);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const DrillMockStep  *step = drill_mock_get_step (self, i);
      const DrillMockEntry *entry = drill_mock_run_get_entry (self->run, i);

      if (step->item != item)
        continue;
      spent_ms += entry->spent_ms;
      for (guint k = 0; k < step->points->len; k++)
        {
          const DrillMockPoint *point = &g_array_index (step->points, DrillMockPoint, k);

          if ((entry->ticks >> k & 1) != 0 && point->markdown != NULL)
            g_strv_builder_add (met, point->markdown);
        }
      for (guint k = 0; k < record->item->options->len; k++)
        {
          if ((entry->chosen >> k & 1) != 0)
            g_strv_builder_add (chosen, ((DrillOption *) g_ptr_array_index (record->item->options, k))->markdown);
        }
      if (entry->words != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", entry->words);
    }

  answer = drill_answer_new (record->key, DRILL_OCCASION_INTERVIEW, rating, at_ms, MIN (spent_ms, MAX_ANSWER_MS));
  name_answer (self, item, answer->uuid);
  if (record->item->kind == DRILL_ITEM_MCQ)
    answer->chosen = g_strv_builder_end (chosen);
  else
    answer->met = g_strv_builder_end (met);
  if (words->len > 0)
    answer->words = g_strdup (words->str);

  return answer;
}
