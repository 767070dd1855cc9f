/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz.h"

G_BEGIN_DECLS

/* A result as text, for paper. Returns: (transfer full) (element-type DrillParagraph) */
GPtrArray *drill_quiz_document_new (const DrillQuiz *quiz) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
