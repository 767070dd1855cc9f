/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/review/card-face.h"

G_BEGIN_DECLS

/* A multiple-choice question: after the choice, every option says why. */
#define DRILL_TYPE_MCQ_FACE (drill_mcq_face_get_type ())
G_DECLARE_FINAL_TYPE (DrillMcqFace, drill_mcq_face, DRILL, MCQ_FACE, DrillCardFace)

GtkWidget *drill_mcq_face_new (DrillItemRecord *record);

G_END_DECLS
