/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/memory/leech-view.h"

#include "ui/item/source-editor.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* More at once would be no help. */
#define MAX_SHOWN 20

struct _DrillLeechView
{
  AdwBin               parent_instance;

  DrillLibrary        *library;
  DrillStudy          *study;
  GCancellable        *cancellable;
  AdwPreferencesGroup *group;
  GPtrArray           *rows; /* owned by the group */
};

/* A row that waits for its item. */
typedef struct
{
  DrillLeechView *view;
  GtkWidget      *row;
  gboolean        edits; /* open its file, rather than show its title */
} Loading;

G_DEFINE_FINAL_TYPE (DrillLeechView, drill_leech_view, ADW_TYPE_BIN)

static void
item_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Loading                    *loading = data;
  g_autoptr (DrillLeechView)  self = loading->view;
  g_autoptr (GtkWidget)       row = loading->row;
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;
  gboolean                    edits = loading->edits;

  g_free (loading);
  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (self->study == NULL)
    return;

  if (record == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || edits)
        drill_report_error (GTK_WIDGET (self), error);
    }
  else if (!edits)
    {
      g_autofree char *escaped = g_markup_escape_text (record->item->title, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
    }
  else if (!drill_source_editor_open (record->path, record->item->line, &error))
    {
      drill_report_error (GTK_WIDGET (self), error);
    }
}

static void
load_item (DrillLeechView *self,
           GtkWidget      *row,
           gboolean        edits)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->view = g_object_ref (self);
  loading->row = g_object_ref (row);
  loading->edits = edits;
  drill_library_load_item_async (self->library,
                                 g_object_get_data (G_OBJECT (row), "key"),
                                 self->cancellable,
                                 item_cb,
                                 loading);
}

static GtkWidget *
row_of (GtkWidget *button)
{
  return gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
}

static void
edit_clicked_cb (DrillLeechView *self,
                 GtkWidget      *button)
{
  load_item (self, row_of (button), TRUE);
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillLeechView) self = data;
  g_autoptr (GError)         error = NULL;

  if (!drill_study_mark_finish (DRILL_STUDY (source), result, &error) && self->study != NULL)
    drill_report_error (GTK_WIDGET (self), error);
}

static void
suspend_clicked_cb (DrillLeechView *self,
                    GtkWidget      *button)
{
  GtkWidget            *row = row_of (button);
  gboolean              suspended = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "suspended"));
  g_autoptr (DrillMark) mark = NULL;

  mark = drill_mark_new (g_object_get_data (G_OBJECT (row), "key"),
                         suspended ? DRILL_MARK_UNSUSPEND : DRILL_MARK_SUSPEND,
                         0,
                         drill_clock_wall_ms (drill_study_get_clock (self->study)));
  drill_study_mark_async (self->study, mark, marked_cb, g_object_ref (self));
}

static const char *
reason_text (DrillLeechReason reason)
{
  switch (reason)
    {
    case DRILL_LEECH_NEVER_HELD:
      return _("never stayed for more than a few days: a smaller question may help");
    case DRILL_LEECH_CONFUSED:
      return _("confused with another card of the same question: tell them apart");
    case DRILL_LEECH_FORGOTTEN:
    default:
      return _("learned and forgotten over and over: another wording may help");
    }
}

static void
add_button (DrillLeechView *self,
            GtkWidget      *row,
            const char     *icon_name,
            const char     *name,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
row_new (DrillLeechView   *self,
         const DrillLeech *leech)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (leech->key, -1);
  g_autofree char *subtitle = NULL;

  subtitle = g_strdup_printf (ngettext ("Forgotten %u time · %s", "Forgotten %u times · %s", leech->lapses),
                              leech->lapses,
                              leech->suspended ? _("suspended") : reason_text (leech->reason));
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (leech->key), g_free);
  g_object_set_data (G_OBJECT (row), "suspended", GINT_TO_POINTER (leech->suspended));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_button (self, row, "document-edit-symbolic", _("Rewrite in Its File"), G_CALLBACK (edit_clicked_cb));
  add_button (self,
              row,
              leech->suspended ? "media-playback-start-symbolic" : "media-playback-pause-symbolic",
              leech->suspended ? _("Ask It Again") : _("Suspend"),
              G_CALLBACK (suspend_clicked_cb));

  /* The row itself leads to the item, with where it comes from. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", leech->key);

  return row;
}

static void
leeches_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GPtrArray) leeches = NULL;
  g_autoptr (GError)    error = NULL;
  DrillLeechView       *self = data;

  leeches = drill_study_list_leeches_finish (DRILL_STUDY (source), result, &error);
  if (leeches == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < leeches->len && i < MAX_SHOWN; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (leeches, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
      load_item (self, row, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), leeches->len > 0);
}

static void
refresh (DrillLeechView *self)
{
  drill_study_list_leeches_async (self->study, self->cancellable, leeches_cb, self);
}

static void
drill_leech_view_dispose (GObject *object)
{
  DrillLeechView *self = DRILL_LEECH_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_leech_view_parent_class)->dispose (object);
}

static void
drill_leech_view_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_LEECH_VIEW (object)->rows);

  G_OBJECT_CLASS (drill_leech_view_parent_class)->finalize (object);
}

static void
drill_leech_view_class_init (DrillLeechViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_leech_view_dispose;
  object_class->finalize = drill_leech_view_finalize;
}

static void
drill_leech_view_init (DrillLeechView *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Cards That Will Not Stay"));
  adw_preferences_group_set_description (self->group,
                                         _("They take time from all the others. Rewrite them, put them aside, or look "
                                           "at where they come from."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
drill_leech_view_new (DrillLibrary *library,
                      DrillStudy   *study)
{
  DrillLeechView *self = g_object_new (DRILL_TYPE_LEECH_VIEW, NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
