/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The query language, explained where it is typed: a sentence about what cannot be
 * understood, and buttons for what the word at the cursor can become. A name or a
 * field is chosen with the pointer or with Tab and Space, and typing goes on.
 */

#include "config.h"

#include "ui/library/query-bar.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DrillQueryBar
{
  AdwBin           parent_instance;

  GtkEditable     *entry;  /* not owned; lives longer */
  DrillItemSearch *search;
  GCancellable    *asked;
  GtkLabel        *problem;
  GtkWidget       *completions;
};

G_DEFINE_FINAL_TYPE (DrillQueryBar, drill_query_bar, ADW_TYPE_BIN)

static void
clear_completions (DrillQueryBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->completions)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->completions), child);
  gtk_widget_set_visible (self->completions, FALSE);
}

static void
chosen_cb (DrillQueryBar *self,
           GtkButton     *button)
{
  const DrillCompletion *completion = g_object_get_data (G_OBJECT (button), "completion");
  const char            *text = gtk_editable_get_text (self->entry);
  g_autofree char       *before = g_strndup (text, completion->start);
  g_autofree char       *first = NULL;
  g_autofree char       *whole = NULL;

  first = g_strconcat (before, completion->text, completion->is_field ? "" : " ", NULL);
  whole = g_strconcat (first, text + MIN (completion->end, strlen (text)), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (self->entry, whole);
  gtk_editable_set_position (self->entry, (int) g_utf8_strlen (first, -1));
}

static GtkWidget *
button_new (DrillQueryBar   *self,
            DrillCompletion *completion)
{
  GtkWidget       *button = gtk_button_new ();
  g_autofree char *text = NULL;

  /* Translators: what the query goes on with, and how many items that finds */
  text = completion->items > 0 ? g_strdup_printf (_("%s (%u)"), completion->text, completion->items)
                               : g_strdup (completion->text);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "drill-chip");
  gtk_widget_set_tooltip_text (button, completion->text);
  g_object_set_data_full (G_OBJECT (button), "completion", completion, (GDestroyNotify) drill_completion_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GPtrArray) completions = NULL;
  DrillQueryBar        *self = data;

  completions = drill_item_search_complete_finish (DRILL_ITEM_SEARCH (source), result, NULL);
  if (completions == NULL)
    return;

  clear_completions (self);
  while (completions->len > 0)
    {
      GtkWidget *button = button_new (self, g_ptr_array_steal_index (completions, 0));

      gtk_flow_box_append (GTK_FLOW_BOX (self->completions), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_widget_set_visible (self->completions,
                          gtk_widget_get_first_child (self->completions) != NULL);
}

static void
complete (DrillQueryBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  int         position = gtk_editable_get_position (self->entry);
  const char *cursor;

  /* At the start stands the cursor of a text that was not typed. */
  cursor = position > 0 ? g_utf8_offset_to_pointer (text, position) : text + strlen (text);
  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  if (*text == '\0')
    {
      clear_completions (self);
      return;
    }

  self->asked = g_cancellable_new ();
  drill_item_search_complete_async (self->search, text, cursor - text, self->asked, completed_cb, self);
}

/* @problem: (nullable) */
void
drill_query_bar_show_problem (DrillQueryBar           *self,
                              const DrillQueryProblem *problem)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DRILL_IS_QUERY_BAR (self));

  if (problem != NULL)
    text = drill_query_problem_format (problem, _(drill_query_problem_msgid (problem->code)));
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* Looks at what stands in the entry. Returns: whether it is a query */
gboolean
drill_query_bar_check (DrillQueryBar *self)
{
  g_autoptr (DrillQuery)        query = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;

  g_return_val_if_fail (DRILL_IS_QUERY_BAR (self), FALSE);

  if (self->search == NULL)
    return TRUE;

  complete (self);
  if (drill_query_parse (gtk_editable_get_text (self->entry), DRILL_QUERY_TYPING, &query, &problem))
    {
      drill_query_bar_show_problem (self, NULL);
      return TRUE;
    }
  drill_query_bar_show_problem (self, problem);

  return FALSE;
}

static void
drill_query_bar_dispose (GObject *object)
{
  DrillQueryBar *self = DRILL_QUERY_BAR (object);

  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (drill_query_bar_parent_class)->dispose (object);
}

static void
drill_query_bar_class_init (DrillQueryBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_query_bar_dispose;
}

static void
drill_query_bar_init (DrillQueryBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);

  self->completions = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->completions), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->completions), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->completions), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->completions), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->completions),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Completions"),
                                  -1);
  gtk_widget_set_visible (self->completions, FALSE);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), self->completions);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* @entry: must live as long as the bar */
void
drill_query_bar_start (DrillQueryBar   *self,
                       GtkEditable     *entry,
                       DrillItemSearch *search)
{
  g_return_if_fail (DRILL_IS_QUERY_BAR (self));
  g_return_if_fail (GTK_IS_EDITABLE (entry) && DRILL_IS_ITEM_SEARCH (search));

  self->entry = entry;
  g_set_object (&self->search, search);
}
