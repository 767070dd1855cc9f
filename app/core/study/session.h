/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/queue.h"

G_BEGIN_DECLS

/* One sitting: which card is next, what came of the ones before. Pure and told
 * the time by its caller; main thread. Not reference counted. */
typedef struct _DrillSession DrillSession;

/**
 * DrillSessionSummary:
 * @answers: how many were given, cards that returned included
 * @ratings: how often each rating was given, from Again
 * @cards: different cards that were answered
 * @duration_ms: spent on answering
 */
typedef struct
{
  guint  answers;
  guint  ratings[DRILL_N_RATINGS];
  guint  cards;
  gint64 duration_ms;
} DrillSessionSummary;

DrillSession          *drill_session_new         (GPtrArray        *entries,
                                                  const DrillRules *rules) G_GNUC_WARN_UNUSED_RESULT;
void                   drill_session_free        (DrillSession     *self);

const DrillQueueEntry *drill_session_get_current (DrillSession     *self);
gboolean               drill_session_advance     (DrillSession     *self,
                                                  gint64            now_ms);
void                   drill_session_preview     (DrillSession     *self,
                                                  gint64            now_ms,
                                                  DrillCard         answers[DRILL_N_RATINGS]);
void                   drill_session_answer      (DrillSession     *self,
                                                  DrillRating       rating,
                                                  gint64            now_ms,
                                                  gint64            duration_ms);
void                   drill_session_skip        (DrillSession     *self);
void                   drill_session_ask_next    (DrillSession     *self,
                                                  DrillQueueEntry  *entry);

gboolean               drill_session_is_returning  (DrillSession *self);
guint                  drill_session_get_done      (DrillSession *self);
guint                  drill_session_get_remaining (DrillSession *self);
gint64                 drill_session_get_return_ms (DrillSession *self);
DrillSessionSummary    drill_session_get_summary   (DrillSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSession, drill_session_free)

G_END_DECLS
