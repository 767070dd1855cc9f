/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/review/card-face.h"

G_BEGIN_DECLS

/* An interview, turn by turn: the learner answers, then sees the model answer. */
#define DRILL_TYPE_TRANSCRIPT_FACE (drill_transcript_face_get_type ())
G_DECLARE_FINAL_TYPE (DrillTranscriptFace, drill_transcript_face, DRILL, TRANSCRIPT_FACE, DrillCardFace)

GtkWidget *drill_transcript_face_new (DrillItemRecord *record);

G_END_DECLS
