/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/run-record.h"

G_BEGIN_DECLS

/* What a run left to learn. Stored: never reuse a number. */
typedef enum
{
  DRILL_LESSON_KEY_POINT = 1, /* a point that an answer did not make */
  DRILL_LESSON_HARM = 2,      /* an action that did harm */
} DrillLessonKind;

/**
 * DrillLesson:
 * @scenario: key of the incident
 * @section: slug of the section
 * @text: Markdown: the point, or why it was harmful
 * @item: (nullable): key of an item that teaches it
 * @title: (nullable): of that item
 */
typedef struct
{
  DrillLessonKind kind;
  char           *scenario;
  char           *section;
  char           *text;
  char           *item;
  char           *title;
  gint64          at_ms;
} DrillLesson;

void       drill_lesson_free      (DrillLesson          *self);

/* Keeps what a finished run was worth by phase, and what it left to learn. A scenario
 * that is gone or another one by now says nothing, which is no error. */
gboolean   drill_run_record_learn (DrillConnection      *connection,
                                   const DrillRunRecord *record,
                                   GError              **error);

/* Returns: (transfer full) (element-type DrillLesson): of the newest run of each
 * incident, newest first */
GPtrArray *drill_lesson_list      (DrillConnection      *connection,
                                   guint                 limit,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
