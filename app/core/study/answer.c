/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From an answer to a due date.
 *
 *   DrillAnswer -> row of review (the fact) -> scheduler -> row of card_state
 *
 * Both rows are written in one transaction, so the derived state can never be
 * ahead of the facts. Folding all facts anew (fold.c) gives the same states to the
 * bit; the study day is part of the fact, because the time zone may change later.
 */

#include "config.h"

#include "study/answer.h"

#include "study/card-row.h"
#include "study/fold.h"
#include "study/leech.h"

#include <json-glib/json-glib.h>
#include <string.h>

DrillAnswer *
drill_answer_new (const char   *key,
                  DrillOccasion occasion,
                  DrillRating   rating,
                  gint64        at_ms,
                  gint64        duration_ms)
{
  DrillAnswer *self = g_new0 (DrillAnswer, 1);

  drill_uuid_fill (self->uuid);
  self->key = g_strdup (key);
  self->occasion = occasion;
  self->rating = rating;
  self->at_ms = at_ms;
  self->duration_ms = MAX (duration_ms, 0);

  return self;
}

DrillAnswer *
drill_answer_copy (const DrillAnswer *self)
{
  DrillAnswer *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->key = g_strdup (self->key);
  copy->chosen = g_strdupv (self->chosen);
  copy->met = g_strdupv (self->met);
  copy->words = g_strdup (self->words);

  return copy;
}

void
drill_answer_free (DrillAnswer *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_strfreev (self->chosen);
  g_strfreev (self->met);
  g_free (self->words);
  g_free (self);
}

static void
add_strings (JsonBuilder       *builder,
             const char        *name,
             const char *const *strings)
{
  if (strings == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *strings != NULL; strings++)
    json_builder_add_string_value (builder, *strings);
  json_builder_end_array (builder);
}

/* What the answer left out of what it must say. A checklist that nothing was ticked in,
 * though it was known, was not used. Returns: (transfer full) (nullable) */
static GStrv
find_missed (DrillConnection   *connection,
             const DrillAnswer *answer,
             GError           **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/must-points");
  g_autoptr (GStrvBuilder)   missed = g_strv_builder_new ();
  DrillStep                  step;

  drill_statement_bind_text (row, "key", answer->key);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      const char *point = drill_statement_text (row, 0);

      if (!g_strv_contains ((const char *const *) answer->met, point))
        g_strv_builder_add (missed, point);
    }

  return step == DRILL_STEP_DONE ? g_strv_builder_end (missed) : NULL;
}

static gboolean
used_checklist (const DrillAnswer *answer)
{
  return answer->met != NULL && (answer->met[0] != NULL || answer->rating == DRILL_RATING_AGAIN);
}

/* Returns: (transfer full) (nullable): NULL when there is nothing to say */
static char *
detail_to_json (const DrillAnswer *answer,
                const char *const *missed)
{
  g_autoptr (JsonBuilder)   builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode)      root = NULL;

  if (answer->chosen == NULL && answer->met == NULL && answer->words == NULL)
    return NULL;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_strings (builder, "chosen", (const char *const *) answer->chosen);
  add_strings (builder, "met", (const char *const *) answer->met);
  if (missed != NULL && *missed != NULL)
    add_strings (builder, "missed", missed);
  if (answer->words != NULL)
    {
      json_builder_set_member_name (builder, "words");
      json_builder_add_string_value (builder, answer->words);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}

static DrillStep
insert_fact (DrillConnection   *connection,
             const DrillAnswer *answer,
             GStrv              missed,
             gint64             card,
             int                day,
             GError           **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autofree char           *detail = detail_to_json (answer, (const char *const *) missed);

  statement = drill_connection_statement (connection, "study/insert-review");
  drill_statement_bind_blob (statement, "uuid", answer->uuid, sizeof answer->uuid);
  drill_statement_bind_int (statement, "card", card);
  drill_statement_bind_int (statement, "kind", answer->occasion);
  drill_statement_bind_int (statement, "rating", answer->rating);
  drill_statement_bind_int (statement, "at_ms", answer->at_ms);
  drill_statement_bind_int (statement, "day", day);
  drill_statement_bind_int (statement, "duration_ms", answer->duration_ms);
  drill_statement_bind_text (statement, "detail", detail);

  return drill_statement_step (statement, error);
}

static gboolean
count_answer (DrillConnection   *connection,
              const DrillAnswer *answer,
              guint              missed,
              gint64             row,
              int                day,
              GError           **error)
{
  DrillTally    tally;
  DrillDayCount count = { 0 };

  if (!drill_tally_load (connection, row, &tally, error))
    return FALSE;

  drill_tally_answer (&tally,
                      answer->occasion,
                      answer->rating,
                      answer->at_ms,
                      day,
                      answer->duration_ms,
                      missed,
                      1,
                      &count);

  return drill_tally_put (connection, row, &tally, error) &&
         drill_day_count_add (connection, day, &count, error);
}

/* Where the rules say so, a card that keeps being forgotten is put aside. */
static gboolean
suspend_leech (DrillConnection   *connection,
               const DrillAnswer *answer,
               gint64             row,
               int                day,
               DrillFold         *fold,
               GError           **error)
{
  g_autoptr (DrillMark) mark =
      drill_mark_new (answer->key, DRILL_MARK_SUSPEND, 0, answer->at_ms);

  drill_fold_mark (fold, DRILL_MARK_SUSPEND, 0);

  return drill_mark_insert (connection, mark, row, day, answer->uuid, error) == DRILL_STEP_ROW;
}

/* As drill_answer_record(), inside a transaction of the caller's. */
gboolean
drill_answer_add (DrillConnection   *connection,
                  const DrillRules  *rules,
                  const DrillAnswer *answer,
                  DrillCard         *card,
                  GError           **error)
{
  int       day;
  gint64    row;
  DrillFold fold = { 0 };
  guint     lapses;
  DrillStep step;
  g_auto (GStrv) missed = NULL;

  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);
  g_return_val_if_fail (answer != NULL && card != NULL, FALSE);
  g_return_val_if_fail (answer->rating >= DRILL_RATING_AGAIN, FALSE);

  day = drill_rules_day (rules, answer->at_ms);
  row = drill_card_row_ensure (connection, answer->key, error);
  if (row < 0 || !drill_answer_load_card (connection, answer->key, &fold.card, error) ||
      !drill_card_marks_load (connection, row, &fold.marks, error))
    return FALSE;

  if (used_checklist (answer) && (missed = find_missed (connection, answer, error)) == NULL)
    return FALSE;

  *card = fold.card;
  step = insert_fact (connection, answer, missed, row, day, error);
  if (step == DRILL_STEP_ERROR)
    return FALSE;

  /* A fact that is here already has had its effect. */
  if (step == DRILL_STEP_DONE)
    return TRUE;

  lapses = fold.card.lapses;
  drill_fold_answer (&fold,
                     &rules->scheduler,
                     answer->rating,
                     answer->at_ms,
                     day,
                     drill_fuzz_seed (answer->key));
  *card = fold.card;
  if (rules->suspend_leeches && fold.card.lapses > lapses &&
      drill_leech_reached (rules, fold.card.lapses) &&
      !suspend_leech (connection, answer, row, day, &fold, error))
    return FALSE;

  return count_answer (connection,
                       answer,
                       missed != NULL ? g_strv_length (missed) : 0,
                       row,
                       day,
                       error) &&
         drill_fold_store (connection, row, &fold, error);
}

/**
 * drill_answer_record:
 * @card: (out): the card after this answer
 *
 * Stores the fact and what follows from it. When it returns %TRUE, both are on
 * the disk; when it returns %FALSE, neither is, and the call can be repeated.
 */
gboolean
drill_answer_record (DrillConnection   *connection,
                     const DrillRules  *rules,
                     const DrillAnswer *answer,
                     DrillCard         *card,
                     GError           **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);
  g_return_val_if_fail (answer != NULL && card != NULL, FALSE);
  g_return_val_if_fail (answer->rating >= DRILL_RATING_AGAIN, FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;

  if (drill_answer_add (connection, rules, answer, card, error) &&
      drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}

/* @card: (out): a new card when the item has no history */
gboolean
drill_answer_load_card (DrillConnection *connection,
                        const char      *key,
                        DrillCard       *card,
                        GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && key != NULL && card != NULL, FALSE);

  memset (card, 0, sizeof *card);
  statement = drill_connection_statement (connection, "study/card-state");
  drill_statement_bind_text (statement, "key", key);
  step = drill_statement_step (statement, error);
  if (step == DRILL_STEP_ROW)
    drill_card_row_read (statement, 0, card);

  return step != DRILL_STEP_ERROR;
}

/* Computes every card's state anew from the facts, all or nothing. */
gboolean
drill_answer_replay_all (DrillConnection  *connection,
                         const DrillRules *rules,
                         GError          **error)
{
  return drill_fold_all (connection, rules, error);
}
