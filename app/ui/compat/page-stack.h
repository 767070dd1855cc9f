/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pages on top of each other, of which the topmost is seen.
 *
 * The first page pushed is the root and stays. Escape, Alt+Left, the mouse's
 * back button and a swipe pop the top page as drill_page_stack_pop() does,
 * unless "can-go-back" is FALSE. A page that wants Escape for itself handles it
 * before: keys reach the focused widget first.
 *
 * Signals:
 *  popped (GtkWidget *page)  after a page has left, whatever caused it. The
 *                            stack has dropped it: who keeps no reference
 *                            sees it die. */

#define DRILL_TYPE_PAGE_STACK (drill_page_stack_get_type ())

G_DECLARE_FINAL_TYPE (DrillPageStack, drill_page_stack, DRILL, PAGE_STACK, GtkWidget)

GtkWidget *drill_page_stack_new              (void);

guint      drill_page_stack_get_depth        (DrillPageStack *self);
GtkWidget *drill_page_stack_get_visible_page (DrillPageStack *self);
gboolean   drill_page_stack_get_can_go_back  (DrillPageStack *self);
void       drill_page_stack_set_can_go_back  (DrillPageStack *self,
                                              gboolean        can_go_back);

void       drill_page_stack_push             (DrillPageStack *self,
                                              GtkWidget      *page);
gboolean   drill_page_stack_pop              (DrillPageStack *self);
void       drill_page_stack_pop_to_root      (DrillPageStack *self);

G_END_DECLS
