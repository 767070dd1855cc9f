/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The life of one card: its facts folded one by one, each state kept. */

#include "config.h"

#include "study/card-history.h"

static void
history_clear (gpointer data)
{
  DrillCardHistory *self = data;

  g_free (self->key);
  g_array_unref (self->events);
}

DrillCardHistory *
drill_card_history_ref (DrillCardHistory *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_card_history_unref (DrillCardHistory *self)
{
  g_atomic_rc_box_release_full (self, history_clear);
}

static void
add_event (DrillCardHistory *self,
           const DrillRules *rules,
           DrillStatement   *row)
{
  DrillCardEvent event = {
    .mark = drill_statement_int (row, 1),
    .rating = drill_statement_int (row, 2),
    .value = drill_statement_int (row, 3),
    .at_ms = drill_statement_int (row, 4),
    .day = (int) drill_statement_int (row, 5),
    .duration_ms = drill_statement_int (row, 7),
    .occasion = drill_statement_int (row, 8),
  };

  event.recall =
      drill_card_retrievability (&self->fold.card, &rules->scheduler.fsrs, event.day);
  if (event.mark != 0)
    drill_fold_mark (&self->fold, event.mark, event.value);
  else
    drill_fold_answer (&self->fold,
                       &rules->scheduler,
                       event.rating,
                       event.at_ms,
                       event.day,
                       drill_fuzz_seed (self->key));
  event.after = self->fold.card;
  g_array_append_val (self->events, event);
}

/* Returns: (transfer full): without events for a card that was never studied */
DrillCardHistory *
drill_card_history_load (DrillConnection  *connection,
                         const DrillRules *rules,
                         const char       *key,
                         GError          **error)
{
  g_autoptr (DrillCardHistory) self = NULL;
  g_autoptr (DrillStatement)   card = NULL;
  g_autoptr (DrillStatement)   row = NULL;
  DrillStep                    step;

  g_return_val_if_fail (connection != NULL && rules != NULL && key != NULL, NULL);

  self = g_atomic_rc_box_new0 (DrillCardHistory);
  self->key = g_strdup (key);
  self->events = g_array_new (FALSE, TRUE, sizeof (DrillCardEvent));

  card = drill_connection_statement (connection, "study/card-id");
  drill_statement_bind_text (card, "key", key);
  step = drill_statement_step (card, error);
  if (step == DRILL_STEP_ERROR)
    return NULL;
  if (step == DRILL_STEP_DONE)
    return g_steal_pointer (&self);

  row = drill_connection_statement (connection, "study/facts-of-card");
  drill_statement_bind_int (row, "card", drill_statement_int (card, 0));
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    add_event (self, rules, row);

  return step == DRILL_STEP_DONE ? g_steal_pointer (&self) : NULL;
}
