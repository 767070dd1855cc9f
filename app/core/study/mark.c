/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Decisions about cards as facts. A mark is stored like an answer: a row that is
 * only ever added, and what follows from it in the same transaction. It is not an
 * answer, so the memory model never learns from it.
 */

#include "config.h"

#include "study/mark.h"

#include "study/card-row.h"
#include "study/fold.h"

#include <string.h>

DrillMark *
drill_mark_new (const char   *key,
                DrillMarkKind kind,
                gint64        value,
                gint64        at_ms)
{
  DrillMark *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_new0 (DrillMark, 1);
  drill_uuid_fill (self->uuid);
  self->key = g_strdup (key);
  self->kind = kind;
  self->value = value;
  self->at_ms = at_ms;

  return self;
}

DrillMark *
drill_mark_copy (const DrillMark *self)
{
  DrillMark *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->key = g_strdup (self->key);

  return copy;
}

void
drill_mark_free (DrillMark *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self);
}

/* As exported logs name it. */
const char *
drill_mark_kind_to_word (DrillMarkKind kind)
{
  switch (kind)
    {
    case DRILL_MARK_SUSPEND:
      return "suspend";
    case DRILL_MARK_UNSUSPEND:
      return "unsuspend";
    case DRILL_MARK_BURY:
      return "bury";
    case DRILL_MARK_UNBURY:
      return "unbury";
    case DRILL_MARK_FLAG:
      return "flag";
    case DRILL_MARK_RESET:
      return "reset";
    case DRILL_MARK_DUE:
      return "due";
    default:
      return "unknown";
    }
}

gboolean
drill_card_marks_hide (const DrillCardMarks *self,
                       int                   today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->suspended || self->buried_until > today;
}

/* @marks: (out): none when nothing is marked */
gboolean
drill_card_marks_load (DrillConnection *connection,
                       gint64           card,
                       DrillCardMarks  *marks,
                       GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && marks != NULL, FALSE);

  *marks = (DrillCardMarks){ 0 };
  row = drill_connection_statement (connection, "study/card-mark");
  drill_statement_bind_int (row, "card", card);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_ROW)
    {
      marks->suspended = drill_statement_int (row, 0) != 0;
      marks->buried_until = (int) drill_statement_int (row, 1);
      marks->flag = (guint) drill_statement_int (row, 2);
    }

  return step != DRILL_STEP_ERROR;
}

/* The fact alone. @cause: (nullable): uuid of the answer that it follows from.
 * Returns: %DRILL_STEP_DONE when the fact is here already */
DrillStep
drill_mark_insert (DrillConnection *connection,
                   const DrillMark *mark,
                   gint64           card,
                   int              day,
                   const guint8    *cause,
                   GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection, "study/insert-mark");
  drill_statement_bind_blob (statement, "uuid", mark->uuid, sizeof mark->uuid);
  drill_statement_bind_int (statement, "card", card);
  drill_statement_bind_int (statement, "kind", mark->kind);
  drill_statement_bind_int (statement, "value", mark->value);
  if (cause != NULL)
    drill_statement_bind_blob (statement, "cause", cause, DRILL_UUID_SIZE);
  drill_statement_bind_int (statement, "at_ms", mark->at_ms);
  drill_statement_bind_int (statement, "day", day);

  return drill_statement_step (statement, error);
}

static gboolean
record_in_transaction (DrillConnection  *connection,
                       const DrillRules *rules,
                       const DrillMark  *mark,
                       const guint8     *cause,
                       GError          **error)
{
  gint64    card = drill_card_row_ensure (connection, mark->key, error);
  DrillFold fold;
  DrillStep step;

  if (card < 0)
    return FALSE;

  step = drill_mark_insert (connection,
                            mark,
                            card,
                            drill_rules_day (rules, mark->at_ms),
                            cause,
                            error);
  if (step != DRILL_STEP_ROW)
    return step == DRILL_STEP_DONE;

  return drill_fold_refresh (connection, rules, card, mark->key, &fold, error);
}

/**
 * drill_mark_record:
 *
 * Stores a decision and what follows from it: both or neither. Storing the same
 * fact twice has no further effect.
 */
gboolean
drill_mark_record (DrillConnection  *connection,
                   const DrillRules *rules,
                   const DrillMark  *mark,
                   GError          **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL && mark != NULL, FALSE);
  g_return_val_if_fail (mark->kind >= DRILL_MARK_SUSPEND && mark->kind <= DRILL_MARK_DUE, FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;

  if (record_in_transaction (connection, rules, mark, NULL, error) &&
      drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}

static gboolean
record_all_in_transaction (DrillConnection   *connection,
                           const DrillRules  *rules,
                           const DrillMark   *mark,
                           const char *const *keys,
                           GError           **error)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (DrillMark) each = NULL;

      each = drill_mark_new (keys[i], mark->kind, mark->value, mark->at_ms);
      if (i == 0)
        memcpy (each->uuid, mark->uuid, sizeof each->uuid);
      if (!record_in_transaction (connection, rules, each, i > 0 ? mark->uuid : NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * drill_mark_record_all:
 * @mark: the decision; its key is not looked at
 * @keys: (array zero-terminated=1): items that it is made about
 *
 * Stores the decision for all items as one step: all or nothing, and the uuid of
 * @mark takes all of it back.
 */
gboolean
drill_mark_record_all (DrillConnection   *connection,
                       const DrillRules  *rules,
                       const DrillMark   *mark,
                       const char *const *keys,
                       GError           **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);
  g_return_val_if_fail (mark != NULL && keys != NULL, FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;

  if (record_all_in_transaction (connection, rules, mark, keys, error) &&
      drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}
