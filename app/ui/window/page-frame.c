/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What all destinations look like at their top. */

#include "config.h"

#include "ui/window/page-frame.h"

#include <glib/gi18n.h>

struct _DrillPageFrame
{
  AdwBin        parent_instance;

  AdwHeaderBar *header;
  GtkWidget    *back;
  GtkWidget    *content;
};

G_DEFINE_FINAL_TYPE (DrillPageFrame, drill_page_frame, ADW_TYPE_BIN)

static void
drill_page_frame_class_init (DrillPageFrameClass *klass)
{
}

static void
drill_page_frame_init (DrillPageFrame *self)
{
  self->header = ADW_HEADER_BAR (adw_header_bar_new ());
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _("Back to the pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Back to the pages"),
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.show-sidebar");
  gtk_widget_set_visible (self->back, FALSE);
  adw_header_bar_pack_start (self->header, self->back);
  adw_header_bar_set_show_start_title_buttons (self->header, FALSE);
}

GtkWidget *
drill_page_frame_new (const char *title,
                      GtkWidget  *content)
{
  DrillPageFrame *self = g_object_new (DRILL_TYPE_PAGE_FRAME, NULL);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_header_bar_set_title_widget (self->header, adw_window_title_new (title, NULL));
  self->content = content;
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), content);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
GtkWidget *
drill_page_frame_get_content (DrillPageFrame *self)
{
  g_return_val_if_fail (DRILL_IS_PAGE_FRAME (self), NULL);

  return self->content;
}

void
drill_page_frame_set_narrow (DrillPageFrame *self,
                             gboolean        narrow)
{
  g_return_if_fail (DRILL_IS_PAGE_FRAME (self));

  gtk_widget_set_visible (self->back, narrow);
  adw_header_bar_set_show_start_title_buttons (self->header, narrow);
}
