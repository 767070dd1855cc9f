/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The sidebar's rows: icon, title and, where there is something to do, a number. */

#include "config.h"

#include "ui/window/destination-list.h"

#include <glib/gi18n.h>

struct _DrillDestinationList
{
  AdwBin      parent_instance;

  GtkListBox *list;
};

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillDestinationList, drill_destination_list, ADW_TYPE_BIN)

static GtkListBoxRow *
find_row (DrillDestinationList *self,
          const char           *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
        return row;
    }

  return NULL;
}

static void
row_activated_cb (DrillDestinationList *self,
                  GtkListBoxRow        *row)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
drill_destination_list_class_init (DrillDestinationListClass *klass)
{
  signals[SIGNAL_SELECTED] = g_signal_new ("selected",
                                           DRILL_TYPE_DESTINATION_LIST,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_STRING);
}

static void
drill_destination_list_init (DrillDestinationList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
drill_destination_list_append (DrillDestinationList *self,
                               const char           *name,
                               const char           *title,
                               const char           *icon_name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  g_return_if_fail (DRILL_IS_DESTINATION_LIST (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_set_visible (count, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);

  gtk_widget_set_name (row, name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "count", count);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  gtk_list_box_append (self->list, row);
}

/* Marks where one is; does not emit "selected". */
void
drill_destination_list_select (DrillDestinationList *self,
                               const char           *name)
{
  g_return_if_fail (DRILL_IS_DESTINATION_LIST (self));

  gtk_list_box_select_row (self->list, find_row (self, name));
}

/* Puts the focus on the row that says where one is. */
void
drill_destination_list_focus (DrillDestinationList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (DRILL_IS_DESTINATION_LIST (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* @count: of things to do there; 0 shows none */
void
drill_destination_list_set_count (DrillDestinationList *self,
                                  const char           *name,
                                  guint                 count)
{
  GtkListBoxRow   *row;
  GtkWidget       *label;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (DRILL_IS_DESTINATION_LIST (self));

  row = find_row (self, name);
  g_return_if_fail (row != NULL);

  label = g_object_get_data (G_OBJECT (row), "count");
  text = g_strdup_printf ("%u", count);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, count > 0);

  /* Translators: a page of the window and how much there is to do on it, as a
   * screen reader says it */
  spoken = count > 0 ? g_strdup_printf (_("%s, %u to do"),
                                        (char *) g_object_get_data (G_OBJECT (row), "title"),
                                        count)
                     : g_strdup (g_object_get_data (G_OBJECT (row), "title"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
