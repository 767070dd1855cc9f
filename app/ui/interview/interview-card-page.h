/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/interview/interview-play.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_INTERVIEW_FILE_PDF,
  DRILL_INTERVIEW_FILE_MARKDOWN,
} DrillInterviewFile;

/* The scorecard of an interview that has ended. */
#define DRILL_TYPE_INTERVIEW_CARD_PAGE (drill_interview_card_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillInterviewCardPage, drill_interview_card_page, DRILL, INTERVIEW_CARD_PAGE, AdwBin)

GtkWidget *drill_interview_card_page_new   (DrillInterviewPlay     *play);
gboolean   drill_interview_card_page_write (DrillInterviewCardPage *self,
                                            DrillInterviewFile      kind,
                                            const char             *path,
                                            GError                **error);
void       drill_interview_card_page_save  (DrillInterviewCardPage *self,
                                            DrillInterviewFile      kind);

G_END_DECLS
