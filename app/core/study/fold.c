/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From facts to what is derived from them.
 *
 *   review, mark  --- minus undone, in order --->  card_state, card_mark
 *   review        --- minus undone, in order --->  card_tally, day_count
 *   revocation    ------------------------------>  undone
 *
 * One fold is used for all of it: when an answer arrives, when a step is undone,
 * and when everything is computed anew. So the three cannot differ, and a test
 * compares them to the bit.
 */

#include "config.h"

#include "study/fold.h"

#include "study/card-row.h"
#include "study/tally.h"

#include <stdlib.h>

/* One row of what counts. */
typedef struct
{
  gint64        card;
  gint64        id;
  gint64        value;
  gint64        at_ms;
  gint64        duration_ms;
  int           day;
  DrillRating   rating;
  DrillMarkKind kind;
  DrillOccasion occasion;
  guint         missed;
} Fact;

/* A study day far beyond any plan keeps arithmetic on days in range. */
#define LAST_DAY 1000000

void
drill_fold_answer (DrillFold            *self,
                   const DrillScheduler *scheduler,
                   DrillRating           rating,
                   gint64                at_ms,
                   int                   day,
                   guint64               seed)
{
  g_return_if_fail (self != NULL && scheduler != NULL);

  self->card = drill_scheduler_answer (scheduler, &self->card, rating, at_ms, day, seed);
}

/* What was learned stays as it is; only the date changes. A card that was never
 * answered stays new and is asked on that day. */
static void
set_due (DrillCard *card,
         gint64     value)
{
  int day = (int) CLAMP (value, 1, LAST_DAY);

  card->step = 0;
  card->due_ms = 0;
  card->due_day = day;
  if (card->state == DRILL_CARD_NEW)
    return;

  card->state = DRILL_CARD_REVIEW;
  card->scheduled_days = MAX (day - card->last_day, 1);
}

void
drill_fold_mark (DrillFold    *self,
                 DrillMarkKind kind,
                 gint64        value)
{
  g_return_if_fail (self != NULL);

  switch (kind)
    {
    case DRILL_MARK_SUSPEND:
      self->marks.suspended = TRUE;
      break;
    case DRILL_MARK_UNSUSPEND:
      self->marks.suspended = FALSE;
      break;
    case DRILL_MARK_BURY:
      self->marks.buried_until = (int) CLAMP (value, 0, LAST_DAY);
      break;
    case DRILL_MARK_UNBURY:
      self->marks.buried_until = 0;
      break;
    case DRILL_MARK_FLAG:
      self->marks.flag = (guint) CLAMP (value, 0, DRILL_FLAG_MAX);
      break;
    case DRILL_MARK_RESET:
      self->card = (DrillCard){ .reps = self->card.reps, .lapses = self->card.lapses };
      break;
    case DRILL_MARK_DUE:
      set_due (&self->card, value);
      break;
    default:
      /* Of a newer version; it means nothing here. */
      break;
    }
}

static gboolean
has_state (const DrillCard *card)
{
  return card->state != DRILL_CARD_NEW || card->reps > 0 || card->due_day != 0;
}

static gboolean
has_marks (const DrillCardMarks *marks)
{
  return marks->suspended || marks->buried_until != 0 || marks->flag != 0;
}

static gboolean
put_marks (DrillConnection      *connection,
           gint64                card,
           const DrillCardMarks *marks,
           GError              **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection, "study/put-card-mark");
  drill_statement_bind_int (statement, "card", card);
  drill_statement_bind_int (statement, "suspended", marks->suspended);
  drill_statement_bind_int (statement, "buried_until", marks->buried_until);
  drill_statement_bind_int (statement, "flag", marks->flag);

  return drill_statement_run (statement, error);
}

static gboolean
delete_row (DrillConnection *connection,
            const char      *name,
            gint64           card,
            GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, name);

  drill_statement_bind_int (statement, "card", card);

  return drill_statement_run (statement, error);
}

/* What was answered is not new, and what is new again is. */
static gboolean
tell_library (DrillConnection *connection,
              gint64           card,
              const DrillCard *state,
              GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection,
                                          state->state != DRILL_CARD_NEW ? "study/take-unseen"
                                                                         : "study/put-unseen");
  drill_statement_bind_int (statement, "card", card);

  return drill_statement_run (statement, error);
}

/* Puts the rows of a card, or takes them away when there is nothing to say. */
gboolean
drill_fold_store (DrillConnection *connection,
                  gint64           card,
                  const DrillFold *fold,
                  GError         **error)
{
  g_return_val_if_fail (connection != NULL && fold != NULL, FALSE);

  if (!(has_state (&fold->card) ? drill_card_row_put (connection, card, &fold->card, error)
                                : delete_row (connection, "study/delete-card-state", card, error)) ||
      !tell_library (connection, card, &fold->card, error))
    return FALSE;

  return has_marks (&fold->marks) ? put_marks (connection, card, &fold->marks, error)
                                  : delete_row (connection, "study/delete-card-mark", card, error);
}

static void
fold_fact (DrillFold            *fold,
           const DrillScheduler *scheduler,
           const Fact           *fact,
           guint64               seed)
{
  if (fact->kind != 0)
    drill_fold_mark (fold, fact->kind, fact->value);
  else
    drill_fold_answer (fold, scheduler, fact->rating, fact->at_ms, fact->day, seed);
}

/* @first: column of the kind; the ones behind it are the same in both statements */
static void
read_fact (DrillStatement *row,
           int             first,
           Fact           *fact)
{
  fact->kind = drill_statement_int (row, first);
  fact->rating = drill_statement_int (row, first + 1);
  fact->value = drill_statement_int (row, first + 2);
  fact->at_ms = drill_statement_int (row, first + 3);
  fact->day = (int) drill_statement_int (row, first + 4);
}

/* Computes one card anew from its facts. @fold: (out) */
gboolean
drill_fold_refresh (DrillConnection  *connection,
                    const DrillRules *rules,
                    gint64            card,
                    const char       *key,
                    DrillFold        *fold,
                    GError          **error)
{
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);
  g_return_val_if_fail (key != NULL && fold != NULL, FALSE);

  *fold = (DrillFold){ 0 };
  row = drill_connection_statement (connection, "study/facts-of-card");
  drill_statement_bind_int (row, "card", card);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      Fact fact = { 0 };

      read_fact (row, 1, &fact);
      fold_fact (fold, &rules->scheduler, &fact, drill_fuzz_seed (key));
    }

  return step == DRILL_STEP_DONE && drill_fold_store (connection, card, fold, error);
}

/* Moves @cards, which come in the same order as the facts, to the key of @card. */
static gboolean
find_seed (DrillStatement *cards,
           gint64          card,
           guint64        *seed,
           GError        **error)
{
  DrillStep step;

  while ((step = drill_statement_step (cards, error)) == DRILL_STEP_ROW)
    {
      if (drill_statement_int (cards, 0) == card)
        {
          *seed = drill_fuzz_seed (drill_statement_text (cards, 1));
          return TRUE;
        }
    }
  if (step == DRILL_STEP_DONE)
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_INVALID_DATA,
                 "A fact names card %" G_GINT64_FORMAT ", which is not there",
                 card);

  return FALSE;
}

static int
compare_facts (const void *a,
               const void *b)
{
  const Fact *left = a;
  const Fact *right = b;

  if (left->card != right->card)
    return left->card < right->card ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

/* Returns: (transfer full) (element-type Fact): all that counts, card by card */
static GArray *
load_facts (DrillConnection *connection,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/all-facts");
  g_autoptr (GArray)         facts = g_array_new (FALSE, TRUE, sizeof (Fact));
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      Fact fact = {
        .card = drill_statement_int (row, 0),
        .id = drill_statement_int (row, 1),
        .duration_ms = drill_statement_int (row, 7),
        .occasion = drill_statement_int (row, 8),
        .missed = (guint) drill_statement_int (row, 9),
      };

      read_fact (row, 2, &fact);
      g_array_append_val (facts, fact);
    }
  if (step == DRILL_STEP_ERROR)
    return NULL;
  if (facts->len > 0)
    qsort (facts->data, facts->len, sizeof (Fact), compare_facts);

  return g_steal_pointer (&facts);
}

/* The tables are empty, so there is nothing to take away. */
static gboolean
store_new (DrillConnection  *connection,
           gint64            card,
           const DrillFold  *fold,
           const DrillTally *tally,
           GError          **error)
{
  return (!has_state (&fold->card) ||
          drill_card_row_put (connection, card, &fold->card, error)) &&
         (!has_marks (&fold->marks) || put_marks (connection, card, &fold->marks, error)) &&
         (tally->answers == 0 || drill_tally_put (connection, card, tally, error));
}

static void
tally_fact (DrillTally *tally,
            const Fact *fact,
            int         sign,
            GHashTable *days)
{
  if (fact->kind == 0)
    drill_tally_answer (tally,
                        fact->occasion,
                        fact->rating,
                        fact->at_ms,
                        fact->day,
                        fact->duration_ms,
                        fact->missed,
                        sign,
                        drill_day_counts_get (days, fact->day));
}

static gboolean
fold_cards (DrillConnection  *connection,
            const DrillRules *rules,
            const GArray     *facts,
            GHashTable       *days,
            GError          **error)
{
  g_autoptr (DrillStatement) cards = drill_connection_statement (connection, "study/cards");

  for (guint i = 0; i < facts->len;)
    {
      gint64     card = g_array_index (facts, Fact, i).card;
      DrillFold  fold = { 0 };
      DrillTally tally = { 0 };
      guint64    seed;

      if (!find_seed (cards, card, &seed, error))
        return FALSE;
      for (; i < facts->len && g_array_index (facts, Fact, i).card == card; i++)
        {
          const Fact *fact = &g_array_index (facts, Fact, i);

          fold_fact (&fold, &rules->scheduler, fact, seed);
          tally_fact (&tally, fact, 1, days);
        }
      if (!store_new (connection, card, &fold, &tally, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes the answers to @card out of the days, or puts them in again: @sign is -1
 * before what counts of them changes, and 1 after that. */
gboolean
drill_fold_count_card (DrillConnection *connection,
                       gint64           card,
                       int              sign,
                       GHashTable      *days,
                       GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  DrillTally                 tally = { 0 };
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && days != NULL, FALSE);

  row = drill_connection_statement (connection, "study/facts-of-card");
  drill_statement_bind_int (row, "card", card);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      Fact fact = { .duration_ms = drill_statement_int (row, 7),
                    .occasion = drill_statement_int (row, 8),
                    .missed = (guint) drill_statement_int (row, 9) };

      read_fact (row, 1, &fact);
      tally_fact (&tally, &fact, sign, days);
    }
  if (step == DRILL_STEP_ERROR)
    return FALSE;

  return sign < 0 || drill_tally_put (connection, card, &tally, error);
}

static gboolean
run (DrillConnection *connection,
     const char      *name,
     GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, name);

  return drill_statement_run (statement, error);
}

static gboolean
fold_in_transaction (DrillConnection  *connection,
                     const DrillRules *rules,
                     GError          **error)
{
  g_autoptr (GArray)     facts = NULL;
  g_autoptr (GHashTable) days = drill_day_counts_new ();

  if (!run (connection, "study/clear-undone", error) ||
      !run (connection, "study/clear-card-states", error) ||
      !run (connection, "study/clear-card-marks", error) ||
      !run (connection, "study/clear-card-tallies", error) ||
      !run (connection, "study/clear-day-counts", error) ||
      !run (connection, "study/fill-undone", error) || !run (connection, "study/count-fold", error))
    return FALSE;

  facts = load_facts (connection, error);

  return facts != NULL && fold_cards (connection, rules, facts, days, error) &&
         drill_day_counts_store (days, connection, error) &&
         run (connection, "study/clear-unseen", error) &&
         run (connection, "study/refill-unseen", error);
}

/* After an import: what was answered is not new, however often it is read. */
gboolean
drill_fold_prune_unseen (DrillConnection *connection,
                         GError         **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);

  return run (connection, "study/prune-unseen", error);
}

gboolean
drill_fold_all (DrillConnection  *connection,
                const DrillRules *rules,
                GError          **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;

  if (fold_in_transaction (connection, rules, error) && drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}
