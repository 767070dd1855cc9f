/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The debrief: sections of a DrillDebrief below each other, and what one can do
 * with it: practise what was missed, try again from a decision, save it.
 */

#include "config.h"

#include "ui/incident/debrief-page.h"

#include "ui/compat/open-files.h"
#include "ui/incident/debrief-chart.h"
#include "ui/incident/debrief-document.h"
#include "ui/incident/debrief-sections.h"
#include "ui/incident/run-history.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/document-print.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DrillDebriefPage
{
  AdwBin             parent_instance;

  DrillPlay         *play;
  DrillDebrief      *debrief;
  GCancellable      *cancellable;
  DrillDebriefChart *chart; /* (nullable) */
  GtkWidget         *teaching;     /* the section of items that teach */
  GtkWidget         *teaching_list;
  GPtrArray         *keys;         /* of the items in that list */
};

G_DEFINE_FINAL_TYPE (DrillDebriefPage, drill_debrief_page, ADW_TYPE_BIN)

static void
practise_cb (DrillDebriefPage *self)
{
  g_autoptr (GVariant)     parameter = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           keys = NULL;

  for (guint i = 0; i < self->keys->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->keys, i));
  keys = g_strv_builder_end (builder);

  /* Activating an action does not sink its argument. */
  parameter = g_variant_ref_sink (g_variant_new_strv ((const char *const *) keys, -1));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.study-keys", parameter);
}

/* An item that teaches what was missed; one that the library has not is left out. */
static void
item_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;
  DrillDebriefPage           *self = data;
  GtkWidget                  *row;

  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (record == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("%s", error->message);
      return;
    }

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->item->title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", record->key);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (self->teaching_list), row);
  g_ptr_array_add (self->keys, g_strdup (record->key));
  gtk_widget_set_visible (self->teaching, TRUE);
}

/* @pack: slug of the scenario's pack; ids without a pack are looked up there */
static void
load_teaching (DrillDebriefPage *self,
               DrillLibrary     *library,
               const char       *pack)
{
  for (guint i = 0; i < self->debrief->teaches->len; i++)
    {
      const char      *id = g_ptr_array_index (self->debrief->teaches, i);
      g_autofree char *key = strchr (id, '/') != NULL ? g_strdup (id) : g_strdup_printf ("%s/%s", pack, id);

      drill_library_load_item_async (library, key, self->cancellable, item_cb, self);
    }
}

static GtkWidget *
teaching_new (DrillDebriefPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Practise These"));

  self->teaching_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->teaching_list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->teaching_list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->teaching_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Questions that teach what was missed"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (practise_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->teaching_list);
  gtk_box_append (GTK_BOX (box), button);
  self->teaching = drill_item_section_new (_("Questions that teach what was missed"), box);
  gtk_widget_set_visible (self->teaching, FALSE);

  return self->teaching;
}

static GtkWidget *
again_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Play _Again"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "incident.play");

  return button;
}

static void
fill (DrillDebriefPage *self,
      GtkBox           *column,
      GPtrArray        *runs)
{
  DrillScenario *scenario = self->debrief->scenario;

  drill_item_append (column, drill_debrief_headline_new (self->debrief));
  drill_item_append (column, again_new ());
  drill_item_append (column, drill_item_section_new (_("Outcome"), drill_debrief_outcome_new (self->debrief)));
  if (scenario->series->len > 0)
    {
      GtkWidget *chart = drill_debrief_chart_new (drill_play_get_run (self->play), self->debrief->reference);

      self->chart = DRILL_DEBRIEF_CHART (chart);
      drill_item_append (column, drill_item_section_new (_("Your run and the reference run"), chart));
    }
  drill_item_append (column, drill_item_section_new (_("Harm"), drill_debrief_harms_new (self->debrief)));
  drill_item_append (column, drill_item_section_new (_("Score by phase"), drill_debrief_phases_new (self->debrief)));
  drill_item_append (column, drill_item_section_new (_("Missed key points"), drill_debrief_gaps_new (self->debrief)));
  drill_item_append (column, teaching_new (self));
  drill_item_append (column, drill_item_section_new (_("Decisions"), drill_debrief_steps_new (self->debrief)));
  drill_item_append (column, drill_item_section_new (_("Never opened"), drill_debrief_unopened_new (self->debrief)));
  if (scenario->debrief != NULL && *scenario->debrief != '\0')
    drill_item_append (column, drill_item_section_new (_("What it was"), drill_markdown_view_new (scenario->debrief)));
  drill_item_append (column, drill_run_history_new (runs, scenario, drill_play_get_record (self->play)->uuid));
}

static void
drill_debrief_page_dispose (GObject *object)
{
  DrillDebriefPage *self = DRILL_DEBRIEF_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The chart reads the runs: it goes before them. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->chart = NULL;

  G_OBJECT_CLASS (drill_debrief_page_parent_class)->dispose (object);
}

static void
drill_debrief_page_finalize (GObject *object)
{
  DrillDebriefPage *self = DRILL_DEBRIEF_PAGE (object);

  drill_debrief_free (self->debrief);
  g_clear_object (&self->play);
  g_ptr_array_unref (self->keys);

  G_OBJECT_CLASS (drill_debrief_page_parent_class)->finalize (object);
}

static void
drill_debrief_page_class_init (DrillDebriefPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_debrief_page_dispose;
  object_class->finalize = drill_debrief_page_finalize;
}

static void
drill_debrief_page_init (DrillDebriefPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

/* @play: a run that is over. @pack: slug of the scenario's pack. @runs:
 * (element-type DrillRunRecord): all runs of the scenario, newest first */
GtkWidget *
drill_debrief_page_new (DrillPlay    *play,
                        DrillLibrary *library,
                        const char   *pack,
                        GPtrArray    *runs)
{
  DrillDebriefPage *self;
  GtkWidget        *scroller;
  GtkBox           *column;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);
  g_return_val_if_fail (DRILL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (pack != NULL && runs != NULL, NULL);

  self = g_object_new (DRILL_TYPE_DEBRIEF_PAGE, NULL);
  self->play = g_object_ref (play);
  self->debrief = drill_debrief_new (drill_play_get_run (play));
  scroller = drill_item_column_new (&column);
  fill (self, column, runs);
  drill_clean_button_names (scroller);
  adw_bin_set_child (ADW_BIN (self), scroller);
  load_teaching (self, library, pack);

  return GTK_WIDGET (self);
}

/* Writes the debrief to @path. */
gboolean
drill_debrief_page_write (DrillDebriefPage  *self,
                          DrillDebriefFormat format,
                          const char        *path,
                          GError           **error)
{
  g_autoptr (GPtrArray) document = NULL;
  g_autofree char      *markdown = NULL;

  g_return_val_if_fail (DRILL_IS_DEBRIEF_PAGE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  document = drill_debrief_document_new (self->debrief, self->play);
  if (format == DRILL_DEBRIEF_PDF)
    return drill_document_print_to_pdf (document,
                                        self->chart != NULL ? drill_debrief_chart_get_model (self->chart) : NULL,
                                        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        path,
                                        error);

  markdown = drill_document_to_markdown (document);

  return g_file_set_contents (path, markdown, -1, error);
}

static void
file_chosen_cb (DrillDebriefPage  *self,
                GAsyncResult      *result,
                DrillDebriefFormat format)
{
  g_autoptr (GFile)  file = drill_save_file_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  if (g_file_peek_path (file) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report-error", "s",
                                _("The debrief can only be saved on this machine"));
  else if (!drill_debrief_page_write (self, format, g_file_peek_path (file), &error))
    drill_report_error (GTK_WIDGET (self), error);
}

static void
markdown_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (DrillDebriefPage) self = data;

  file_chosen_cb (self, result, DRILL_DEBRIEF_MARKDOWN);
}

static void
pdf_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (DrillDebriefPage) self = data;

  file_chosen_cb (self, result, DRILL_DEBRIEF_PDF);
}

/* Asks where to write, and writes. */
void
drill_debrief_page_save (DrillDebriefPage  *self,
                         DrillDebriefFormat format)
{
  g_autofree char *name = NULL;

  g_return_if_fail (DRILL_IS_DEBRIEF_PAGE (self));

  name = g_strdup_printf ("%s.%s", self->debrief->scenario->id, format == DRILL_DEBRIEF_PDF ? "pdf" : "md");
  drill_save_file_async (GTK_WIDGET (self), _("Save the Debrief"), name, NULL,
                         format == DRILL_DEBRIEF_PDF ? pdf_chosen_cb : markdown_chosen_cb,
                         g_object_ref (self));
}
