/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/incident/skeleton-form.h"

#include "ui/incident/skeleton-row.h"
#include "ui/item/item-sections.h"

#include <glib/gi18n.h>

struct _DrillSkeletonForm
{
  AdwBin        parent_instance;

  DrillSamples *samples;
  GPtrArray    *list; /* DrillSkeletonSeries */
  GPtrArray    *rows; /* DrillSkeletonRow, owned by their parent */
  GtkWidget    *title;
  GtkWidget    *history_row;
  GtkWidget    *history;
  GtkWidget    *message;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillSkeletonForm, drill_skeleton_form, ADW_TYPE_BIN)

static void
changed_cb (DrillSkeletonForm *self)
{
  drill_skeleton_form_set_message (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Says the time of the page as the export has it, and marks it in the charts. */
static void
history_cb (DrillSkeletonForm *self)
{
  gint64                seconds = drill_skeleton_form_get_history (self) * 60;
  g_autoptr (GDateTime) page = g_date_time_new_from_unix_utc ((gint64) self->samples->start + seconds);
  g_autofree char      *time = page != NULL ? g_date_time_format (page, "%F %H:%M") : g_strdup ("");
  g_autofree char      *text = NULL;

  /* Translators: a date and a time of day */
  text = g_strdup_printf (_("Minutes after the first sample. That is %s UTC; what lies before can be seen from the start."),
                          time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->history_row), text);
  for (guint i = 0; i < self->rows->len; i++)
    drill_skeleton_row_set_start (g_ptr_array_index (self->rows, i), (double) seconds);
}

static void
drill_skeleton_form_dispose (GObject *object)
{
  DrillSkeletonForm *self = DRILL_SKELETON_FORM (object);

  g_clear_pointer (&self->samples, drill_samples_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (drill_skeleton_form_parent_class)->dispose (object);
}

static void
drill_skeleton_form_class_init (DrillSkeletonFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_skeleton_form_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DRILL_TYPE_SKELETON_FORM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_skeleton_form_init (DrillSkeletonForm *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
create_facts (DrillSkeletonForm *self,
              const char        *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The incident"), -1);
  self->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _("Title"));
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  gtk_list_box_append (GTK_LIST_BOX (list), self->title);

  self->history_row = adw_action_row_new ();
  self->history = gtk_spin_button_new_with_range (0, (double) drill_skeleton_max_history (self->samples), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->history), (double) drill_skeleton_guess_history (self->samples));
  gtk_widget_set_valign (self->history, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->history_row), _("The page arrives"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->history_row), self->history);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->history_row), self->history);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->history), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Minutes until the page"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), self->history_row);

  return list;
}

static GtkWidget *
heading_new (guint n_series)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u series", "%u series", n_series), n_series);
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-4");

  return label;
}

/* @title: what is suggested */
GtkWidget *
drill_skeleton_form_new (DrillSamples *samples,
                         const char   *title)
{
  DrillSkeletonForm *self;
  GtkBox            *column;
  GtkWidget         *scroller = drill_item_column_new (&column);

  g_return_val_if_fail (samples != NULL && samples->n_rows > 0, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DRILL_TYPE_SKELETON_FORM, NULL);
  self->samples = drill_samples_ref (samples);
  self->list = drill_skeleton_guess (samples);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  drill_item_append (column, self->message);
  drill_item_append (column, create_facts (self, title));
  drill_item_append (column, heading_new (self->list->len));
  for (guint i = 0; i < self->list->len; i++)
    {
      GtkWidget *row = drill_skeleton_row_new (samples, self->list, i);

      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      drill_item_append (column, row);
    }
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_object (self->title, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "value-changed", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  history_cb (self);

  return GTK_WIDGET (self);
}

const char *
drill_skeleton_form_get_title (DrillSkeletonForm *self)
{
  g_return_val_if_fail (DRILL_IS_SKELETON_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->title));
}

/* Minutes of the recording before the page. */
gint64
drill_skeleton_form_get_history (DrillSkeletonForm *self)
{
  g_return_val_if_fail (DRILL_IS_SKELETON_FORM (self), 0);

  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->history));
}

/* Returns: (transfer none) (element-type DrillSkeletonSeries) */
GPtrArray *
drill_skeleton_form_get_all (DrillSkeletonForm *self)
{
  g_return_val_if_fail (DRILL_IS_SKELETON_FORM (self), NULL);

  return self->list;
}

/* Returns: (transfer container) (element-type DrillSkeletonSeries): those to keep,
 * owned by drill_skeleton_form_get_all() */
GPtrArray *
drill_skeleton_form_get_kept (DrillSkeletonForm *self)
{
  GPtrArray *kept;

  g_return_val_if_fail (DRILL_IS_SKELETON_FORM (self), NULL);

  kept = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      DrillSkeletonRow *row = g_ptr_array_index (self->rows, i);

      if (drill_skeleton_row_get_kept (row))
        g_ptr_array_add (kept, drill_skeleton_row_get_series (row));
    }

  return kept;
}

/* Whether a scenario can be made of what was chosen. */
gboolean
drill_skeleton_form_is_valid (DrillSkeletonForm *self)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char      *title = NULL;

  g_return_val_if_fail (DRILL_IS_SKELETON_FORM (self), FALSE);

  kept = drill_skeleton_form_get_kept (self);
  title = g_strstrip (g_strdup (drill_skeleton_form_get_title (self)));
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!drill_skeleton_row_is_valid (g_ptr_array_index (self->rows, i)))
        return FALSE;
    }

  return kept->len > 0 && *title != '\0';
}

/* @message: (nullable): why it could not be written, until something changes */
void
drill_skeleton_form_set_message (DrillSkeletonForm *self,
                                 const char        *message)
{
  g_return_if_fail (DRILL_IS_SKELETON_FORM (self));

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}
