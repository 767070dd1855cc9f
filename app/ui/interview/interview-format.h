/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-store.h"

G_BEGIN_DECLS

/* Values of interviews as words for people, translated. Pure functions. */

char       *drill_interview_format_setup     (const DrillMockSetup *setup) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_plan      (const DrillMockPlan  *plan) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_topics    (const DrillMockPlan  *plan) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_row       (const DrillMockRow   *row) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_date      (gint64                wall_ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_clock     (gint64                ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_left      (gint64                ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_step      (gint64                spent_ms,
                                              gint64                budget_ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_points    (int                   hundredths) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_mark      (const DrillMockMark  *mark) G_GNUC_WARN_UNUSED_RESULT;
const char *drill_interview_format_dimension (DrillMockDimension    dimension);
const char *drill_interview_format_ending    (DrillMockPhase        phase);
const char *drill_interview_format_point     (const DrillMockPoint *point);
const char *drill_interview_format_gap       (const DrillMockGap   *gap);
char       *drill_interview_format_question  (const DrillMockStep  *step) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_interview_format_uuid      (const guint8          uuid[DRILL_UUID_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
gboolean    drill_interview_parse_uuid       (const char           *text,
                                              guint8                uuid[DRILL_UUID_SIZE]);

G_END_DECLS
