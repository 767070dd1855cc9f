/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/session.h"

G_BEGIN_DECLS

/* What session.c, session-steps.c and session-report.c share. */

/* Who stood where; owns the arrays, not the entries. */
typedef struct
{
  GPtrArray          *queue;
  GPtrArray          *waiting;
  DrillQueueEntry    *current;
  DrillSessionSummary summary;
  guint               finished;
} Snapshot;

/* One answer, or a card that left. @before is set while it can be undone, @after
 * while it can be redone. @rating: DRILL_RATING_MANUAL for a card that left */
typedef struct
{
  guint8           uuid[DRILL_UUID_SIZE];
  DrillQueueEntry *entry;
  DrillRating      rating;
  DrillCard        card_before;
  DrillCard        card_after;
  guint            flag_before;
  guint            flag_after;
  Snapshot         before;
  Snapshot         after;
} Step;

/* What came of one card. @first: the card before its first answer */
typedef struct
{
  const DrillQueueEntry *entry;
  DrillCard              first;
  guint                  answers;
  guint                  ratings[DRILL_N_RATINGS];
} Record;

struct _DrillSession
{
  DrillRules         *rules;
  GPtrArray          *entries; /* all that ever were in this sitting */
  GQueue              queue;   /* DrillQueueEntry */
  GQueue              waiting; /* DrillQueueEntry, earliest first */
  DrillQueueEntry    *current;
  GHashTable         *records; /* key of the entry to Record */
  DrillSessionSummary summary;
  guint               finished; /* cards that do not come back */
  GQueue              undo;     /* Step, the last one at the tail */
  GQueue              redo;
  gint64              pace_ms;
};

DrillQueueEntry *drill_session_find         (DrillSession    *self,
                                             const char      *key);
gboolean         drill_session_take_out     (DrillSession    *self,
                                             DrillQueueEntry *entry);
Step            *drill_session_begin_step   (DrillSession    *self,
                                             DrillQueueEntry *entry,
                                             const guint8    *uuid,
                                             DrillRating      rating);
void             drill_session_count_rating (DrillSession    *self,
                                             const Step      *step,
                                             int              sign);
void             drill_session_clear_steps  (DrillSession    *self);

G_END_DECLS
