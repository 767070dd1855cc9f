/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz-store.h"

G_BEGIN_DECLS

/* Values of quizzes as words for people, translated. Pure functions. */

const char *drill_quiz_format_preset (DrillQuizPreset       preset);
const char *drill_quiz_format_pool   (DrillQuizPool         pool);
char       *drill_quiz_format_setup  (const DrillQuizSetup *setup) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_asked  (const DrillQuiz      *quiz) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_name   (const char           *name,
                                      const DrillQuizSetup *setup) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_clock  (gint64                ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_left   (gint64                ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_pace   (gint64                ahead_ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_points (int                   points) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_score  (const DrillScore     *score) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_letters (guint                shown) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_date   (gint64                wall_ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_row    (const DrillQuizRow   *row) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_quiz_format_uuid   (const guint8          uuid[DRILL_UUID_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
gboolean    drill_quiz_parse_uuid    (const char           *text,
                                      guint8                uuid[DRILL_UUID_SIZE]);

G_END_DECLS
