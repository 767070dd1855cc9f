/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Choosing some of many, in the space of one row. */

#include "config.h"

#include "ui/quiz/choice-row.h"

#include <glib/gi18n.h>

struct _DrillChoiceRow
{
  AdwExpanderRow parent_instance;

  GPtrArray     *checks; /* GtkCheckButton, owned by the row; each has its "id" */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillChoiceRow, drill_choice_row, ADW_TYPE_EXPANDER_ROW)

static void
update (DrillChoiceRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *escaped = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                (char *) g_object_get_data (G_OBJECT (check), "label"));
    }
  escaped = g_markup_escape_text (text->len > 0 ? text->str : _("All"), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
}

static void
toggled_cb (DrillChoiceRow *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drill_choice_row_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_CHOICE_ROW (object)->checks);

  G_OBJECT_CLASS (drill_choice_row_parent_class)->finalize (object);
}

static void
drill_choice_row_class_init (DrillChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_choice_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", DRILL_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_choice_row_init (DrillChoiceRow *self)
{
  self->checks = g_ptr_array_new ();
}

static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  GtkWidget *child;

  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

void
drill_name_inner_list (GtkWidget  *row,
                       const char *name)
{
  name_lists (row, name);
}

GtkWidget *
drill_choice_row_new (const char *title)
{
  DrillChoiceRow *self = g_object_new (DRILL_TYPE_CHOICE_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  drill_name_inner_list (GTK_WIDGET (self), title);
  update (self);

  return GTK_WIDGET (self);
}

/* @items: how many there are of it */
void
drill_choice_row_append (DrillChoiceRow *self,
                         const char     *id,
                         const char     *label,
                         guint           items,
                         gboolean        chosen)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  GtkWidget       *count;
  g_autofree char *number = g_strdup_printf ("%u", items);

  g_return_if_fail (DRILL_IS_CHOICE_ROW (self));

  count = gtk_label_new (number);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (check), "label", g_strdup (label), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, check);
  update (self);
}

/* Returns: (transfer full) (nullable): ids; NULL when none is chosen */
GStrv
drill_choice_row_get_chosen (DrillChoiceRow *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv)           ids = NULL;

  g_return_val_if_fail (DRILL_IS_CHOICE_ROW (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_strv_builder_add (chosen, g_object_get_data (G_OBJECT (check), "id"));
    }
  ids = g_strv_builder_end (chosen);

  return ids[0] != NULL ? g_steal_pointer (&ids) : NULL;
}
