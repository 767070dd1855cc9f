/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/review/card-face.h"

G_BEGIN_DECLS

/* An open question: answered in the head or in a text box, then compared with the
 * model answer and its key points. */
#define DRILL_TYPE_QUESTION_FACE (drill_question_face_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuestionFace, drill_question_face, DRILL, QUESTION_FACE, DrillCardFace)

GtkWidget *drill_question_face_new (DrillItemRecord *record);

G_END_DECLS
