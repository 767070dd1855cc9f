/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-setup.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

/* Between window.c, window-actions.c and window-import.c. */
void     drill_window_install_actions (GtkWidgetClass    *widget_class);
gboolean drill_window_is_started      (DrillWindow       *self);
void     drill_window_show_page       (DrillWindow       *self,
                                       const char        *name);
void     drill_window_focus_page      (DrillWindow       *self);
void     drill_window_show_sidebar    (DrillWindow       *self);
void     drill_window_search          (DrillWindow       *self);
void     drill_window_open_item       (DrillWindow       *self,
                                       const char        *key);
void     drill_window_show_card       (DrillWindow       *self,
                                       const char        *key);
void     drill_window_show_memory     (DrillWindow       *self);
void     drill_window_study           (DrillWindow       *self,
                                       const char *const *keys);
void     drill_window_play_incident   (DrillWindow       *self,
                                       const char        *key,
                                       gboolean           resume);
void     drill_window_start_quiz      (DrillWindow       *self,
                                       const char        *name,
                                       const char        *setup,
                                       const char *const *keys);
void     drill_window_open_quiz       (DrillWindow       *self,
                                       const guint8      *uuid);
void     drill_window_start_interview (DrillWindow          *self,
                                       const DrillMockSetup *setup,
                                       const char *const    *keys);
void     drill_window_open_interview  (DrillWindow       *self,
                                       const guint8      *uuid);
void     drill_window_end_session     (DrillWindow       *self);
void     drill_window_push_detail     (DrillWindow       *self,
                                       GtkWidget         *page);
void     drill_window_pop_detail      (DrillWindow       *self);
void     drill_window_add_toast       (DrillWindow       *self,
                                       AdwToast          *toast);

void     drill_window_search_for      (DrillWindow       *self,
                                       const char        *query);

/* window-search.c */
void     drill_window_practise        (DrillWindow       *self,
                                       const char        *query);
void     drill_window_suspend         (DrillWindow       *self,
                                       DrillStudy        *study,
                                       const char *const *keys);

DrillLibrary    *drill_window_get_library (DrillWindow *self);
DrillStudy      *drill_window_get_study   (DrillWindow *self);
DrillItemSearch *drill_window_get_search  (DrillWindow *self);

G_END_DECLS
