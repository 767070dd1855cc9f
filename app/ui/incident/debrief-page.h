/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "ui/incident/play.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_DEBRIEF_MARKDOWN,
  DRILL_DEBRIEF_PDF,
} DrillDebriefFormat;

/* What a run came to, why, and what to do about it. */
#define DRILL_TYPE_DEBRIEF_PAGE (drill_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillDebriefPage, drill_debrief_page, DRILL, DEBRIEF_PAGE, AdwBin)

GtkWidget *drill_debrief_page_new   (DrillPlay          *play,
                                     DrillLibrary       *library,
                                     const char         *pack,
                                     GPtrArray          *runs);
void       drill_debrief_page_save  (DrillDebriefPage   *self,
                                     DrillDebriefFormat  format);
gboolean   drill_debrief_page_write (DrillDebriefPage   *self,
                                     DrillDebriefFormat  format,
                                     const char         *path,
                                     GError            **error);

G_END_DECLS
