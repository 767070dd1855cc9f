/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where one may type an answer. Ctrl+Enter means that one has finished; Tab leaves.
 *
 * Signals:
 *  changed ()    something was typed
 *  submitted ()  Ctrl+Enter */
#define DRILL_TYPE_ANSWER_BOX (drill_answer_box_get_type ())
G_DECLARE_FINAL_TYPE (DrillAnswerBox, drill_answer_box, DRILL, ANSWER_BOX, GtkWidget)

GtkWidget *drill_answer_box_new      (void);
char      *drill_answer_box_dup_text (DrillAnswerBox *self) G_GNUC_WARN_UNUSED_RESULT;
void       drill_answer_box_set_text (DrillAnswerBox *self,
                                      const char     *text);
void       drill_answer_box_freeze   (DrillAnswerBox *self);

G_END_DECLS
