/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/fact.h"
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

/**
 * DrillHardCard:
 * @again: how often it was not known in this sitting
 * @hard: how often it hardly was
 */
typedef struct
{
  char *key;
  guint again;
  guint hard;
} DrillHardCard;

/**
 * DrillTopicMove:
 * @cards: of the topic that were answered in this sitting
 * @before: their expected recall in a week, from 0 to 1, had they not been
 * @after: the same as things are now
 */
typedef struct
{
  char  *slug;
  guint  cards;
  double before;
  double after;
} DrillTopicMove;

/**
 * DrillSessionReport:
 * @hard: (element-type DrillHardCard): the hardest first
 * @moves: (element-type DrillTopicMove): the largest change first
 * @tomorrow: cards of this sitting that come back tomorrow or still today
 *
 * What can be said of a sitting at its end.
 */
typedef struct
{
  GPtrArray *hard;
  GPtrArray *moves;
  guint      tomorrow;
} DrillSessionReport;

/* How many steps back a sitting remembers; further back go the facts alone. */
#define DRILL_SESSION_STEPS 200

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
void                   drill_session_answer_as   (DrillSession     *self,
                                                  const guint8     *uuid,
                                                  DrillRating       rating,
                                                  gint64            now_ms,
                                                  gint64            duration_ms);
void                   drill_session_leave       (DrillSession     *self,
                                                  const char       *key,
                                                  const guint8     *uuid);
gboolean               drill_session_undo        (DrillSession     *self,
                                                  guint8            uuid[DRILL_UUID_SIZE],
                                                  DrillRating      *rating);
gboolean               drill_session_redo        (DrillSession     *self,
                                                  DrillRating      *rating);
void                   drill_session_forget_redo (DrillSession     *self);
void                   drill_session_flag        (DrillSession     *self,
                                                  const guint8     *uuid,
                                                  guint             flag);
void                   drill_session_skip        (DrillSession     *self);
void                   drill_session_return_to   (DrillSession     *self,
                                                  DrillQueueEntry  *entry);
void                   drill_session_settle      (DrillSession     *self,
                                                  const char       *key,
                                                  const DrillCard  *card);
void                   drill_session_set_rules   (DrillSession     *self,
                                                  const DrillRules *rules);
const char            *drill_session_peek        (DrillSession     *self,
                                                  gint64            now_ms);
void                   drill_session_ask_next    (DrillSession     *self,
                                                  DrillQueueEntry  *entry);

gboolean               drill_session_is_returning  (DrillSession *self);
guint                  drill_session_get_done      (DrillSession *self);
guint                  drill_session_get_remaining (DrillSession *self);
gint64                 drill_session_get_return_ms (DrillSession *self);
DrillSessionSummary    drill_session_get_summary   (DrillSession *self);
gboolean               drill_session_can_undo      (DrillSession *self);
gboolean               drill_session_can_redo      (DrillSession *self);
void                   drill_session_set_pace      (DrillSession *self,
                                                    gint64        pace_ms);
gint64                 drill_session_get_left_ms   (DrillSession *self,
                                                    gint64        now_ms);
DrillSessionReport    *drill_session_report        (DrillSession *self,
                                                    gint64        now_ms) G_GNUC_WARN_UNUSED_RESULT;
void                   drill_session_report_free   (DrillSessionReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSession, drill_session_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSessionReport, drill_session_report_free)

G_END_DECLS
