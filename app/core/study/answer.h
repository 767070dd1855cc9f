/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/fact.h"
#include "study/rules.h"
#include "study/tally.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillAnswer:
 * @uuid: makes the fact one of a kind, on whichever device
 * @key: of the item
 * @at_ms: wall clock when it was graded
 * @duration_ms: time spent on it, at least 0
 * @chosen: (nullable): texts of the options that were chosen
 * @met: (nullable): texts of the key points that were ticked
 * @words: (nullable): what the learner typed
 *
 * One durable fact: this was asked, and so it went.
 */
typedef struct
{
  guint8        uuid[DRILL_UUID_SIZE];
  char         *key;
  DrillOccasion occasion;
  DrillRating   rating;
  gint64        at_ms;
  gint64        duration_ms;
  GStrv         chosen;
  GStrv         met;
  char         *words;
} DrillAnswer;

DrillAnswer *drill_answer_new  (const char        *key,
                                DrillOccasion      occasion,
                                DrillRating        rating,
                                gint64             at_ms,
                                gint64             duration_ms) G_GNUC_WARN_UNUSED_RESULT;
DrillAnswer *drill_answer_copy (const DrillAnswer *self) G_GNUC_WARN_UNUSED_RESULT;
void         drill_answer_free (DrillAnswer       *self);

gboolean drill_answer_record     (DrillConnection   *connection,
                                  const DrillRules  *rules,
                                  const DrillAnswer *answer,
                                  DrillCard         *card,
                                  GError           **error);
gboolean drill_answer_add        (DrillConnection   *connection,
                                  const DrillRules  *rules,
                                  const DrillAnswer *answer,
                                  DrillCard         *card,
                                  GError           **error);
gboolean drill_answer_load_card  (DrillConnection   *connection,
                                  const char        *key,
                                  DrillCard         *card,
                                  GError           **error);
gboolean drill_answer_replay_all (DrillConnection   *connection,
                                  const DrillRules  *rules,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillAnswer, drill_answer_free)

G_END_DECLS
