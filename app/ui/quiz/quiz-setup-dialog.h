/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study-quiz.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The set-up of a quiz. It begins with a setup, and starts the quiz or saves the setup
 * under a name.
 *
 * Signals:
 *  saved ()   own setups have changed */
#define DRILL_TYPE_QUIZ_SETUP_DIALOG (drill_quiz_setup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizSetupDialog, drill_quiz_setup_dialog, DRILL, QUIZ_SETUP_DIALOG, AdwWindow)

GtkWidget      *drill_quiz_setup_dialog_new       (GtkWidget            *parent,
                                                   DrillStudy           *study,
                                                   DrillCatalogue       *catalogue,
                                                   const char           *name,
                                                   gboolean              own,
                                                   const DrillQuizSetup *setup);
DrillQuizSetup *drill_quiz_setup_dialog_get_setup (DrillQuizSetupDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
