/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Undo and redo, as facts like everything else.
 *
 *     answer A   answer B   undo (names B)   undo (names A)   redo (names the last undo)
 *
 * A step is an answer or a mark together with the marks that followed from it. It
 * stands unless an undo names it, and an undo stands unless a redo names it. There
 * is thus no stack to keep: how far one can go back is how far the facts go, and
 * starting the program again changes nothing. A new fact ends what can be redone,
 * as it does everywhere.
 */

#include "config.h"

#include "study/undo.h"

#include "study/tally.h"

#include <gio/gio.h>
#include <string.h>

typedef struct
{
  gint64        id;
  gint64        card;
  char         *key;
  DrillMarkKind mark;
  DrillRating   rating;
} StepFact;

static void
step_fact_clear (gpointer data)
{
  g_free (((StepFact *) data)->key);
}

void
drill_undo_free (DrillUndo *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self);
}

static gboolean
read_uuid (DrillStatement *row,
           int             column,
           guint8          uuid[DRILL_UUID_SIZE])
{
  gsize         size;
  gconstpointer blob = drill_statement_blob (row, column, &size);

  if (size != DRILL_UUID_SIZE)
    return FALSE;

  memcpy (uuid, blob, size);
  return TRUE;
}

static gboolean
fail_empty (GError    **error,
            const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to %s", what);

  return FALSE;
}

/* Returns: (transfer full) (element-type StepFact): the step's own fact first */
static GArray *
load_step (DrillConnection *connection,
           const guint8    *uuid,
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/step-facts");
  g_autoptr (GArray)         facts = g_array_new (FALSE, TRUE, sizeof (StepFact));
  DrillStep                  step;

  g_array_set_clear_func (facts, step_fact_clear);
  drill_statement_bind_blob (row, "uuid", uuid, DRILL_UUID_SIZE);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      StepFact fact = {
        .id = drill_statement_int (row, 0),
        .card = drill_statement_int (row, 1),
        .key = g_strdup (drill_statement_text (row, 2)),
        .mark = drill_statement_int (row, 3),
        .rating = drill_statement_int (row, 4),
      };

      g_array_append_val (facts, fact);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&facts) : NULL;
}

static gboolean
insert_revocation (DrillConnection *connection,
                   const guint8    *target,
                   gint64           now_ms,
                   GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  guint8                     uuid[DRILL_UUID_SIZE];

  drill_uuid_fill (uuid);
  statement = drill_connection_statement (connection, "study/insert-revocation");
  drill_statement_bind_blob (statement, "uuid", uuid, sizeof uuid);
  drill_statement_bind_blob (statement, "target", target, DRILL_UUID_SIZE);
  drill_statement_bind_int (statement, "at_ms", now_ms);

  return drill_statement_run (statement, error);
}

static gboolean
set_undone (DrillConnection *connection,
            const StepFact  *fact,
            gboolean         undone,
            GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement =
      drill_connection_statement (connection, undone ? "study/insert-undone" : "study/delete-undone");
  drill_statement_bind_int (statement, "fact", fact->id);

  return drill_statement_run (statement, error);
}

/* Days are counted card by card; a step may hold several facts of one card. */
static gboolean
count_cards (DrillConnection *connection,
             const GArray    *facts,
             int              sign,
             GHashTable      *days,
             GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < facts->len; i++)
    {
      const StepFact *fact = &g_array_index (facts, StepFact, i);

      if (fact->mark == 0 && g_hash_table_add (seen, (gpointer) &fact->card) &&
          !drill_fold_count_card (connection, fact->card, sign, days, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
turn_facts (DrillConnection *connection,
            const GArray    *facts,
            gboolean         undone,
            GError         **error)
{
  g_autoptr (GHashTable) days = drill_day_counts_new ();

  if (!count_cards (connection, facts, -1, days, error))
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      if (!set_undone (connection, &g_array_index (facts, StepFact, i), undone, error))
        return FALSE;
    }

  return count_cards (connection, facts, 1, days, error) &&
         drill_day_counts_store (days, connection, error);
}

/* Takes every fact of a step out of what counts, or in again. */
static DrillUndo *
turn_step (DrillConnection  *connection,
           const DrillRules *rules,
           const guint8     *uuid,
           gboolean          undone,
           GError          **error)
{
  g_autoptr (GArray)    facts = load_step (connection, uuid, error);
  g_autoptr (DrillUndo) undo = g_new0 (DrillUndo, 1);

  if (facts == NULL)
    return NULL;
  if (facts->len == 0)
    {
      fail_empty (error, undone ? "undo" : "redo");
      return NULL;
    }

  if (!turn_facts (connection, facts, undone, error))
    return NULL;
  /* Backwards, so that the step's own card is the one that is handed out. */
  for (guint i = facts->len; i > 0; i--)
    {
      const StepFact *fact = &g_array_index (facts, StepFact, i - 1);

      if (!drill_fold_refresh (connection, rules, fact->card, fact->key, &undo->fold, error))
        return NULL;
    }

  memcpy (undo->uuid, uuid, DRILL_UUID_SIZE);
  undo->key = g_strdup (g_array_index (facts, StepFact, 0).key);
  undo->mark = g_array_index (facts, StepFact, 0).mark;
  undo->rating = g_array_index (facts, StepFact, 0).rating;

  return g_steal_pointer (&undo);
}

static gboolean
find_newest_step (DrillConnection *connection,
                  guint8           uuid[DRILL_UUID_SIZE],
                  GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/newest-step");
  DrillStep                  step = drill_statement_step (row, error);

  if (step == DRILL_STEP_ROW && read_uuid (row, 0, uuid))
    return TRUE;

  return step != DRILL_STEP_ERROR && fail_empty (error, "undo");
}

/* A step that is taken back already cannot be taken back again. */
static gboolean
check_stands (DrillConnection *connection,
              const guint8    *uuid,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/is-undone");
  g_autoptr (GArray)         facts = load_step (connection, uuid, error);
  DrillStep                  step;

  if (facts == NULL)
    return FALSE;
  if (facts->len == 0)
    return fail_empty (error, "undo");

  drill_statement_bind_int (row, "fact", g_array_index (facts, StepFact, 0).id);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_ROW)
    return fail_empty (error, "undo");

  return step == DRILL_STEP_DONE;
}

static DrillUndo *
undo_in_transaction (DrillConnection  *connection,
                     const DrillRules *rules,
                     const guint8     *uuid,
                     gint64            now_ms,
                     GError          **error)
{
  guint8 newest[DRILL_UUID_SIZE];

  if (uuid == NULL)
    {
      if (!find_newest_step (connection, newest, error))
        return NULL;
      uuid = newest;
    }
  else if (!check_stands (connection, uuid, error))
    {
      return NULL;
    }
  if (!insert_revocation (connection, uuid, now_ms, error))
    return NULL;

  return turn_step (connection, rules, uuid, TRUE, error);
}

static gboolean
find_newest_undo (DrillConnection *connection,
                  guint8           uuid[DRILL_UUID_SIZE],
                  guint8           target[DRILL_UUID_SIZE],
                  GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/newest-undo");
  DrillStep                  step = drill_statement_step (row, error);

  if (step == DRILL_STEP_ROW && read_uuid (row, 0, uuid) && read_uuid (row, 1, target))
    return TRUE;

  return step != DRILL_STEP_ERROR && fail_empty (error, "redo");
}

static DrillUndo *
redo_in_transaction (DrillConnection  *connection,
                     const DrillRules *rules,
                     gint64            now_ms,
                     GError          **error)
{
  guint8 uuid[DRILL_UUID_SIZE];
  guint8 target[DRILL_UUID_SIZE];

  if (!find_newest_undo (connection, uuid, target, error) ||
      !insert_revocation (connection, uuid, now_ms, error))
    return NULL;

  return turn_step (connection, rules, target, FALSE, error);
}

static DrillUndo *
finish (DrillConnection *connection,
        DrillUndo       *undo,
        GError         **error)
{
  g_autoptr (DrillUndo) owned = undo;

  if (owned != NULL && drill_connection_commit (connection, error))
    return g_steal_pointer (&owned);

  drill_connection_rollback (connection);
  return NULL;
}

/**
 * drill_undo_run:
 * @uuid: (nullable): the answer or mark to take back; %NULL for the newest one
 *   that stands
 *
 * Returns: (transfer full): what was taken back, or %NULL with
 *   %G_IO_ERROR_NOT_FOUND when there is nothing to undo
 */
DrillUndo *
drill_undo_run (DrillConnection  *connection,
                const DrillRules *rules,
                const guint8     *uuid,
                gint64            now_ms,
                GError          **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  if (!drill_connection_begin (connection, error))
    return NULL;

  return finish (connection, undo_in_transaction (connection, rules, uuid, now_ms, error), error);
}

/**
 * drill_redo_run:
 *
 * Does the step again that was undone last, unless something new was done since.
 *
 * Returns: (transfer full): what counts again, or %NULL with
 *   %G_IO_ERROR_NOT_FOUND when there is nothing to redo
 */
DrillUndo *
drill_redo_run (DrillConnection  *connection,
                const DrillRules *rules,
                gint64            now_ms,
                GError          **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  if (!drill_connection_begin (connection, error))
    return NULL;

  return finish (connection, redo_in_transaction (connection, rules, now_ms, error), error);
}
