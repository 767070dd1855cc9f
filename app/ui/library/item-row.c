/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A row of the library. Light, because a list makes many of them. */

#include "config.h"

#include "ui/library/item-row.h"

#include "ui/format/format.h"

struct _DrillItemRow
{
  AdwBin    parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (DrillItemRow, drill_item_row, ADW_TYPE_BIN)

static void
drill_item_row_class_init (DrillItemRowClass *klass)
{
}

static void
drill_item_row_init (DrillItemRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->title, 2);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);

  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->detail, 0);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
drill_item_row_new (void)
{
  return g_object_new (DRILL_TYPE_ITEM_ROW, NULL);
}

void
drill_item_row_bind (DrillItemRow     *self,
                     DrillItemSummary *summary)
{
  g_autofree char *levels = NULL;
  g_autofree char *topics = NULL;
  GString         *detail;

  g_return_if_fail (DRILL_IS_ITEM_ROW (self));
  g_return_if_fail (DRILL_IS_ITEM_SUMMARY (summary));

  levels = drill_format_levels (drill_item_summary_get_levels (summary));
  topics = drill_format_topics (drill_item_summary_get_topics (summary));
  detail = g_string_new (drill_format_kind (drill_item_summary_get_kind (summary)));
  if (*levels != '\0')
    g_string_append_printf (detail, " · %s", levels);
  if (*topics != '\0')
    g_string_append_printf (detail, " · %s", topics);

  gtk_label_set_label (self->title, drill_item_summary_get_title (summary));
  gtk_label_set_label (self->detail, detail->str);
  g_string_free (detail, TRUE);
}
