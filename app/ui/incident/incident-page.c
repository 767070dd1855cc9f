/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The session page of an incident.
 *
 *   loading --> start --play, continue--> simulation --debrief--> debrief
 *                 |                           ^                      |
 *                 +--open an earlier run------+----try from here-----+
 *
 * Its parts ask for each other by actions:
 *
 *   incident.play             a run from the start
 *   incident.continue         the newest run that is not finished
 *   incident.open-run s       the run with this uuid: its debrief, or it goes on
 *   incident.undo             take the last decision back
 *   incident.debrief          from a run that is over to its debrief
 *   incident.show-evidence u  the panel of an opened evidence
 *   incident.try-from u       another run with the first so many moves of this one
 *   incident.start-page       back to the briefing
 *   incident.save-markdown    the debrief as a file
 *   incident.save-pdf
 */

#include "config.h"

#include "ui/incident/incident-page.h"

#include "ui/incident/debrief-page.h"
#include "ui/incident/incident-header.h"
#include "ui/incident/pace.h"
#include "ui/incident/play-view.h"
#include "ui/incident/run-history.h"
#include "ui/incident/scenario-source.h"
#include "ui/incident/start-view.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillIncidentPage
{
  AdwBin               parent_instance;

  DrillLibrary        *library;
  DrillStudy          *study;
  char                *key;
  gboolean             resume; /* go on with an unfinished run as soon as it is known */
  GCancellable        *cancellable;
  DrillScenarioSource *source; /* (nullable): until it is loaded */
  GPtrArray           *runs;   /* (nullable) */
  DrillPlay           *play;   /* (nullable): the run on screen */

  AdwWindowTitle      *title;
  GtkWidget           *undo_button;
  GtkWidget           *save_button;
  AdwBin              *place;
};

G_DEFINE_FINAL_TYPE (DrillIncidentPage, drill_incident_page, ADW_TYPE_BIN)

static gboolean
is_quiet (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
show_failure (DrillIncidentPage *self,
              const char        *message)
{
  GtkWidget       *page = adw_status_page_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("_Back"));
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This Incident Cannot Be Played"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.end-session");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  drill_clean_button_names (button);
  adw_bin_set_child (self->place, page);
  gtk_widget_grab_focus (button);
}

static void
update_undo (DrillIncidentPage *self)
{
  gboolean playing = DRILL_IS_PLAY_VIEW (adw_bin_get_child (self->place));

  gtk_widget_set_visible (self->undo_button, playing);
  gtk_widget_set_visible (self->save_button, DRILL_IS_DEBRIEF_PAGE (adw_bin_get_child (self->place)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "incident.undo",
                                 playing && drill_play_can_undo (self->play));
}

static void
set_play (DrillIncidentPage *self,
          DrillPlay         *play)
{
  if (self->play != NULL)
    g_signal_handlers_disconnect_by_data (self->play, self);
  g_set_object (&self->play, play);
  if (play != NULL)
    g_signal_connect_object (play, "changed", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
}

static void
show_simulation (DrillIncidentPage *self)
{
  GtkWidget *view = drill_play_view_new (self->play);

  adw_bin_set_child (self->place, view);
  adw_window_title_set_subtitle (self->title, NULL);
  update_undo (self);
  drill_play_view_focus (DRILL_PLAY_VIEW (view));
}

static void
show_debrief (DrillIncidentPage *self)
{
  GtkWidget *page;

  page = drill_debrief_page_new (self->play, self->library, self->source->item->pack, self->runs);
  adw_bin_set_child (self->place, page);
  adw_window_title_set_subtitle (self->title, _("Debrief"));
  update_undo (self);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_start (DrillIncidentPage *self)
{
  GtkWidget *view = drill_start_view_new (self->source->scenario, self->runs);

  set_play (self, NULL);
  adw_bin_set_child (self->place, view);
  adw_window_title_set_subtitle (self->title, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "incident.continue",
                                 drill_run_history_find_unfinished (self->runs, self->source->scenario->hash) != NULL);
  update_undo (self);
  drill_start_view_focus (DRILL_START_VIEW (view));
}

static void
open_record (DrillIncidentPage    *self,
             const DrillRunRecord *record)
{
  g_autoptr (DrillPlay) play = NULL;
  g_autoptr (GError)    error = NULL;

  play = drill_play_restore (self->source->scenario, self->study, record, &error);
  if (play == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  drill_play_set_pace (play, record->finished ? 0 : drill_pace_get_last ());
  set_play (self, play);
  if (record->finished)
    show_debrief (self);
  else
    show_simulation (self);
}

static void
runs_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError)    error = NULL;
  DrillIncidentPage    *self = data;
  const DrillRunRecord *unfinished;

  runs = drill_study_list_runs_finish (DRILL_STUDY (source), result, &error);
  if (runs == NULL)
    {
      if (!is_quiet (error))
        show_failure (self, error->message);
      return;
    }

  g_clear_pointer (&self->runs, g_ptr_array_unref);
  self->runs = g_steal_pointer (&runs);
  unfinished = drill_run_history_find_unfinished (self->runs, self->source->scenario->hash);
  if (self->play != NULL && drill_play_get_record (self->play)->finished)
    show_debrief (self);
  else if (self->play != NULL)
    return; /* a run was begun, or taken up again by an undo, in the meantime */
  else if (self->resume && unfinished != NULL)
    open_record (self, unfinished);
  else
    show_start (self);
  self->resume = FALSE;
}

static void
load_runs (DrillIncidentPage *self)
{
  drill_study_list_runs_async (self->study, self->key, self->cancellable, runs_cb, self);
}

static void
saved_cb (DrillRunSaver     *saver,
          GParamSpec        *pspec,
          DrillIncidentPage *self)
{
  if (drill_run_saver_get_pending (saver))
    return;

  g_signal_handlers_disconnect_by_func (saver, saved_cb, self);
  load_runs (self);
}

/* Reads and writes go by different lanes: a list that is asked for now could
 * miss what is still on its way to the disk. */
static void
load_runs_when_saved (DrillIncidentPage *self)
{
  DrillRunSaver *saver = drill_play_get_saver (self->play);

  if (drill_run_saver_get_pending (saver))
    g_signal_connect_object (saver, "notify::pending", G_CALLBACK (saved_cb), self, 0);
  else
    load_runs (self);
}

static void
source_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillScenarioSource) loaded = NULL;
  g_autoptr (GError)              error = NULL;
  DrillIncidentPage              *self = data;

  loaded = drill_scenario_source_load_finish (DRILL_LIBRARY (source), result, &error);
  if (loaded == NULL)
    {
      if (!is_quiet (error))
        show_failure (self, error->message);
      return;
    }

  self->source = g_steal_pointer (&loaded);
  adw_window_title_set_title (self->title, self->source->scenario->title);
  load_runs (self);
}

static void
play_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DrillIncidentPage    *self = DRILL_INCIDENT_PAGE (widget);
  g_autoptr (DrillPlay) play = NULL;

  if (self->source == NULL)
    return;

  play = drill_play_new (self->source->scenario, self->study, self->key);
  drill_play_set_pace (play, drill_pace_get_last ());
  set_play (self, play);
  show_simulation (self);
}

static void
continue_action_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DrillIncidentPage    *self = DRILL_INCIDENT_PAGE (widget);
  const DrillRunRecord *record = NULL;

  if (self->source != NULL && self->runs != NULL)
    record = drill_run_history_find_unfinished (self->runs, self->source->scenario->hash);
  if (record != NULL)
    open_record (self, record);
}

static void
open_run_action_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (widget);
  const char        *uuid = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      const DrillRunRecord *record = g_ptr_array_index (self->runs, i);

      if (g_str_equal (record->uuid, uuid))
        {
          open_record (self, record);
          return;
        }
    }
}

static void
undo_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (widget);

  if (self->play != NULL)
    drill_play_undo (self->play);
}

static void
debrief_action_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (widget);

  if (self->play == NULL || !drill_run_is_over (drill_play_get_run (self->play)))
    return;

  drill_play_finish (self->play);
  load_runs_when_saved (self);
}

static void
show_evidence_action_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (widget);
  GtkWidget         *child = adw_bin_get_child (self->place);

  if (DRILL_IS_PLAY_VIEW (child))
    drill_play_view_show_evidence (DRILL_PLAY_VIEW (child), g_variant_get_uint32 (parameter));
}

static void
try_from_action_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DrillIncidentPage    *self = DRILL_INCIDENT_PAGE (widget);
  guint                 n_moves = g_variant_get_uint32 (parameter);
  g_autoptr (DrillPlay) branch = NULL;

  if (self->play == NULL || n_moves > drill_run_get_n_moves (drill_play_get_run (self->play)))
    return;

  branch = drill_play_branch (self->play, n_moves);
  drill_play_set_pace (branch, drill_pace_get_last ());
  set_play (self, branch);
  show_simulation (self);
}

static void
start_page_action_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (widget);

  if (self->play == NULL)
    return;

  drill_play_save_rest (self->play);
  load_runs_when_saved (self);
  set_play (self, NULL);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (widget);
  GtkWidget         *child = adw_bin_get_child (self->place);

  if (!DRILL_IS_DEBRIEF_PAGE (child))
    return;

  drill_debrief_page_save (DRILL_DEBRIEF_PAGE (child),
                           g_str_equal (name, "incident.save-pdf") ? DRILL_DEBRIEF_PDF : DRILL_DEBRIEF_MARKDOWN);
}

static void
drill_incident_page_dispose (GObject *object)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_play (self, NULL);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_incident_page_parent_class)->dispose (object);
}

static void
drill_incident_page_finalize (GObject *object)
{
  DrillIncidentPage *self = DRILL_INCIDENT_PAGE (object);

  drill_scenario_source_free (self->source);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_free (self->key);

  G_OBJECT_CLASS (drill_incident_page_parent_class)->finalize (object);
}

static void
drill_incident_page_class_init (DrillIncidentPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_incident_page_dispose;
  object_class->finalize = drill_incident_page_finalize;

  gtk_widget_class_install_action (widget_class, "incident.play", NULL, play_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.continue", NULL, continue_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.open-run", "s", open_run_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.debrief", NULL, debrief_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.show-evidence", "u", show_evidence_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.try-from", "u", try_from_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.start-page", NULL, start_page_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.save-markdown", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.save-pdf", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "incident.undo", NULL);
}

static void
drill_incident_page_init (DrillIncidentPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->place), TRUE);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Loading"), -1);
  adw_bin_set_child (self->place, spinner);
  gtk_box_append (GTK_BOX (box), drill_incident_header_new (&self->title, &self->undo_button, &self->save_button));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  adw_bin_set_child (ADW_BIN (self), box);
  update_undo (self);
}

/* @key: of the scenario's item. @resume: go on with an unfinished run at once */
GtkWidget *
drill_incident_page_new (DrillLibrary *library,
                         DrillStudy   *study,
                         const char   *key,
                         gboolean      resume)
{
  DrillIncidentPage *self;

  g_return_val_if_fail (DRILL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (DRILL_TYPE_INCIDENT_PAGE, NULL);
  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  self->key = g_strdup (key);
  self->resume = resume;
  drill_scenario_source_load_async (library, key, self->cancellable, source_cb, self);

  return GTK_WIDGET (self);
}
