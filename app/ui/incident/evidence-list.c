/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A list view with the details of the selected row below it. Logs have up to
 * 20,000 lines, so rows are made only for what is seen.
 */

#include "config.h"

#include "ui/incident/evidence-list.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT 240
#define DETAILS_HEIGHT 140

struct _DrillEvidenceRow
{
  GObject       parent_instance;

  gconstpointer data;
};

G_DEFINE_FINAL_TYPE (DrillEvidenceRow, drill_evidence_row, G_TYPE_OBJECT)

static void
drill_evidence_row_class_init (DrillEvidenceRowClass *klass)
{
}

static void
drill_evidence_row_init (DrillEvidenceRow *self)
{
}

/* @data: must outlive the row */
DrillEvidenceRow *
drill_evidence_row_new (gconstpointer data)
{
  DrillEvidenceRow *self = g_object_new (DRILL_TYPE_EVIDENCE_ROW, NULL);

  self->data = data;

  return self;
}

gconstpointer
drill_evidence_row_get_data (DrillEvidenceRow *self)
{
  g_return_val_if_fail (DRILL_IS_EVIDENCE_ROW (self), NULL);

  return self->data;
}

struct _DrillEvidenceList
{
  AdwBin                 parent_instance;

  GtkSingleSelection    *selection;
  GtkWidget             *details_scroller;
  GtkLabel              *details_label;
  DrillEvidenceMakeFunc  make;
  DrillEvidenceBindFunc  bind;
  DrillEvidenceTextFunc  details;
  gpointer               user_data;
};

G_DEFINE_FINAL_TYPE (DrillEvidenceList, drill_evidence_list, ADW_TYPE_BIN)

static void
setup_cb (DrillEvidenceList *self,
          GtkListItem       *item)
{
  gtk_list_item_set_child (item, self->make (self->user_data));
}

static void
bind_cb (DrillEvidenceList *self,
         GtkListItem       *item)
{
  self->bind (gtk_list_item_get_child (item),
              drill_evidence_row_get_data (gtk_list_item_get_item (item)),
              self->user_data);
}

static void
selected_cb (DrillEvidenceList *self)
{
  DrillEvidenceRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char  *text = NULL;

  if (row != NULL)
    text = self->details (drill_evidence_row_get_data (row), self->user_data);
  gtk_label_set_label (self->details_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->details_scroller, text != NULL && *text != '\0');
}

static void
drill_evidence_list_dispose (GObject *object)
{
  g_clear_object (&DRILL_EVIDENCE_LIST (object)->selection);

  G_OBJECT_CLASS (drill_evidence_list_parent_class)->dispose (object);
}

static void
drill_evidence_list_class_init (DrillEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_evidence_list_dispose;
}

static void
drill_evidence_list_init (DrillEvidenceList *self)
{
  self->details_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->details_label, TRUE);
  gtk_label_set_wrap_mode (self->details_label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->details_label, TRUE);
  gtk_label_set_xalign (self->details_label, 0);
  gtk_label_set_yalign (self->details_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->details_label), "monospace");
  gtk_widget_add_css_class (GTK_WIDGET (self->details_label), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Details of the selected row"),
                                  -1);
}

/**
 * drill_evidence_list_new:
 * @model: (transfer full) (element-type DrillEvidenceRow)
 * @label: what the list is, for screen readers
 * @user_data: for the three functions; must outlive the widget
 */
GtkWidget *
drill_evidence_list_new (GListModel           *model,
                         const char           *label,
                         DrillEvidenceMakeFunc make,
                         DrillEvidenceBindFunc bind,
                         DrillEvidenceTextFunc details,
                         gpointer              user_data)
{
  DrillEvidenceList  *self = g_object_new (DRILL_TYPE_EVIDENCE_LIST, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkWidget          *view;

  self->make = make;
  self->bind = bind;
  self->details = details;
  self->user_data = user_data;
  self->selection = gtk_single_selection_new (model);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (view, "drill-evidence-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_box_append (GTK_BOX (box), scroller);

  self->details_scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->details_scroller), GTK_WIDGET (self->details_label));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->details_scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->details_scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->details_scroller), DETAILS_HEIGHT);
  gtk_widget_set_visible (self->details_scroller, FALSE);
  gtk_box_append (GTK_BOX (box), self->details_scroller);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
