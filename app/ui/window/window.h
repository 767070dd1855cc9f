/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "search/item-search.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The main window: destinations in a sidebar, and over them, while it lasts, a
 * session that takes the whole window. */
#define DRILL_TYPE_WINDOW (drill_window_get_type ())
G_DECLARE_FINAL_TYPE (DrillWindow, drill_window, DRILL, WINDOW, AdwApplicationWindow)

DrillWindow *drill_window_new        (AdwApplication    *application);
void         drill_window_start      (DrillWindow       *self,
                                      DrillLibrary      *library,
                                      DrillStudy        *study,
                                      DrillItemSearch   *search);
void         drill_window_settle     (DrillWindow       *self);
void         drill_window_import     (DrillWindow       *self,
                                      const char *const *paths);
void         drill_window_show_error (DrillWindow       *self,
                                      const char        *message);
void         drill_window_show_fatal (DrillWindow       *self,
                                      const char        *message);

G_END_DECLS
