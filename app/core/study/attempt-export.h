/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/export-file.h"
#include "study/quiz-store.h"

G_BEGIN_DECLS

/* Attempts as CSV, a line for each question: the header, and one quiz. */
void     drill_attempt_export_header (GString         *text);
void     drill_attempt_export_quiz   (GString         *text,
                                      const DrillQuiz *quiz);

/* All quizzes that have ended, oldest first. */
gboolean drill_attempt_export        (DrillConnection *connection,
                                      DrillExportFunc  func,
                                      gpointer         data,
                                      GError         **error);

G_END_DECLS
