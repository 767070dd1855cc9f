/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A destination's header bar above its content. While the window is narrow, the
 * header has a button that leads back to the sidebar. */
#define DRILL_TYPE_PAGE_FRAME (drill_page_frame_get_type ())
G_DECLARE_FINAL_TYPE (DrillPageFrame, drill_page_frame, DRILL, PAGE_FRAME, AdwBin)

GtkWidget *drill_page_frame_new        (const char     *title,
                                        GtkWidget      *content);
GtkWidget *drill_page_frame_get_content (DrillPageFrame *self);
void       drill_page_frame_set_narrow (DrillPageFrame *self,
                                        gboolean        narrow);

G_END_DECLS
