/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/play.h"
#include "ui/incident/question-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was said and done so far, and the questions that are open. */
#define DRILL_TYPE_CONVERSATION_VIEW (drill_conversation_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillConversationView, drill_conversation_view, DRILL, CONVERSATION_VIEW, AdwBin)

GtkWidget         *drill_conversation_view_new          (DrillPlay             *play);
void               drill_conversation_view_refresh      (DrillConversationView *self);
DrillQuestionView *drill_conversation_view_get_question (DrillConversationView *self);

G_END_DECLS
