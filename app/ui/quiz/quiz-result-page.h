/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/quiz/quiz-play.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_QUIZ_FILE_PDF,
  DRILL_QUIZ_FILE_CSV,
} DrillQuizFile;

/* How a quiz went, and what to do with it. */
#define DRILL_TYPE_QUIZ_RESULT_PAGE (drill_quiz_result_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizResultPage, drill_quiz_result_page, DRILL, QUIZ_RESULT_PAGE, AdwBin)

GtkWidget *drill_quiz_result_page_new   (DrillStudy          *study,
                                         DrillQuizPlay       *play);
void       drill_quiz_result_page_save  (DrillQuizResultPage *self,
                                         DrillQuizFile        file);
gboolean   drill_quiz_result_page_write (DrillQuizResultPage *self,
                                         DrillQuizFile        file,
                                         const char          *path,
                                         GError             **error);

G_END_DECLS
