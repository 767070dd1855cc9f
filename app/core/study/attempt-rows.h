/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/clock.h"
#include "library/item-record.h"
#include "study/fact.h"
#include "study/option-order.h"

G_BEGIN_DECLS

/* What kinds of attempts there are. Stored: never reuse a number. */
typedef enum
{
  DRILL_ATTEMPT_KIND_QUIZ = 1,
  DRILL_ATTEMPT_KIND_INTERVIEW = 2,
} DrillAttemptKind;

/**
 * DrillAttemptHead:
 * @id: of the row; given by the database
 * @name: of the setup, "" for none
 * @setup: as text
 *
 * A row of attempt without its result. Texts are owned by whoever filled it in.
 */
typedef struct
{
  gint64           id;
  const guint8    *uuid;
  DrillAttemptKind kind;
  const char      *name;
  const char      *setup;
  gint64           started_ms;
  guint            questions;
} DrillAttemptHead;

/* How an attempt ended: the columns of attempt that are derived from its events. */
typedef struct
{
  gint64   ended_ms;
  guint    phase;
  gint64   elapsed_ms;
  guint    right;
  guint    wrong;
  int      points;
  gboolean passed;
  gint64   median_ms;
} DrillAttemptEnd;

/* A row of attempt_event. @text: (nullable); borrowed */
typedef struct
{
  guint             number;
  guint             kind;
  guint             question;
  guint             value;
  DrillClockReading at;
  const char       *text;
} DrillAttemptEventRow;

/* Each inside a transaction of the caller's. */
gboolean drill_attempt_head_insert     (DrillConnection            *connection,
                                        DrillAttemptHead           *head,
                                        GError                    **error);
gboolean drill_attempt_question_insert (DrillConnection            *connection,
                                        gint64                      attempt,
                                        guint                       ord,
                                        const DrillItemRecord      *record,
                                        const DrillOptionOrder     *order,
                                        guint                       correct,
                                        GError                    **error);
gboolean drill_attempt_event_insert    (DrillConnection            *connection,
                                        const guint8               *uuid,
                                        const DrillAttemptEventRow *event,
                                        GError                    **error);
gboolean drill_attempt_end_store       (DrillConnection            *connection,
                                        const guint8               *uuid,
                                        const DrillAttemptEnd      *end,
                                        GError                    **error);

/* @row: of attempt-events.sql; the text is borrowed from it until its next step */
void     drill_attempt_event_read      (DrillStatement             *row,
                                        DrillAttemptEventRow       *event);

G_END_DECLS
