/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   03:31  +17 min  SEV-2 (||)   Failed requests: 1,240   (!) 2 objectives missed: Latency p99, ...
 *
 * How bad it is follows from the series with an objective (an SLO), not from
 * what the player believes. Said in words and by a shape, not by colour alone. The
 * severity shows once the player has taken the incident up: to assess it first is
 * part of the exercise.
 */

#include "config.h"

#include "ui/incident/status-bar.h"

#include "incident/result.h"
#include "incident/severity.h"
#include "ui/incident/incident-format.h"
#include "ui/incident/pace.h"
#include "ui/incident/wrap-layout.h"
#include "ui/widgets/button-names.h"

#include <glib/gi18n.h>
#include <math.h>

struct _DrillStatusBar
{
  AdwBin       parent_instance;

  DrillPlay   *play;
  DrillTicker *ticker;
  GtkWidget   *pause_button;
  GtkLabel    *clock_label;
  GtkLabel    *elapsed_label;
  GtkLabel    *severity_label;
  GtkWidget   *health;
  GtkImage    *health_icon;
  GtkLabel    *health_label;
  GtkLabel    *impact_label;
  GtkWidget   *saved_icon;
  GtkLabel    *failure_label;
  GtkWidget   *retry_button;
};

G_DEFINE_FINAL_TYPE (DrillStatusBar, drill_status_bar, ADW_TYPE_BIN)

/* Names of the series that miss their objective at @time; "" for none. */
static char *
list_missed (DrillStatusBar *self,
             double          time,
             guint          *n_missed,
             guint          *n_objectives)
{
  DrillScenario *scenario = drill_play_get_scenario (self->play);
  DrillRun      *run = drill_play_get_run (self->play);
  GString       *names = g_string_new (NULL);

  *n_missed = *n_objectives = 0;
  for (guint i = 0; i < scenario->series->len; i++)
    {
      const DrillScenarioSeries *series = g_ptr_array_index (scenario->series, i);

      if (isnan (series->slo))
        continue;
      ++*n_objectives;
      /* A gap compares as not missed. */
      if (!(drill_run_sample (run, series->key, time) > series->slo))
        continue;
      ++*n_missed;
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", series->label);
    }

  return g_string_free (names, FALSE);
}

static void
show_health (DrillStatusBar *self,
             double          time)
{
  guint            n_missed;
  guint            n_objectives;
  g_autofree char *names = list_missed (self, time, &n_missed, &n_objectives);
  g_autofree char *text = NULL;

  if (n_missed > 0)
    /* Translators: how many, then their names */
    text = g_strdup_printf (ngettext ("%u objective missed: %s", "%u objectives missed: %s", n_missed),
                            n_missed, names);
  else
    text = g_strdup (_("All objectives met"));

  gtk_image_set_from_icon_name (self->health_icon,
                                n_missed > 0 ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_label_set_label (self->health_label, text);
  gtk_widget_set_tooltip_text (self->health, text);
  gtk_widget_set_visible (self->health, n_objectives > 0);
  gtk_widget_remove_css_class (self->health, n_missed > 0 ? "success" : "error");
  gtk_widget_add_css_class (self->health, n_missed > 0 ? "error" : "success");
}

static void
show_severity (DrillStatusBar *self,
               double          time)
{
  static const struct
  {
    const char *text;
    const char *description;
  } words[] = {
    [DRILL_SEV_NONE] = { N_("No SEV"), N_("No severity: all objectives are met") },
    [DRILL_SEV_3] = { N_("SEV-3"), N_("Severity 3: an objective is missed") },
    [DRILL_SEV_2] = { N_("SEV-2"), N_("Severity 2: an objective is missed by twice or more, or half of them are") },
    [DRILL_SEV_1] = { N_("SEV-1"), N_("Severity 1: an objective is missed by ten times or more") },
  };
  DrillRun             *run = drill_play_get_run (self->play);
  gboolean              assessed = drill_run_is_acknowledged (run);
  DrillIncidentSeverity severity = drill_run_get_severity (run, time);
  const char           *text = assessed ? _(words[severity].text) : _("SEV-?");
  const char           *description = assessed ? _(words[severity].description)
                                               : _("Severity: yours to assess first");

  gtk_label_set_label (self->severity_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->severity_label), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->severity_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
show_impact (DrillStatusBar *self)
{
  DrillScenario   *scenario = drill_play_get_scenario (self->play);
  double           impact = round (drill_run_impact (drill_play_get_run (self->play)));
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->impact_label), scenario->impact_label != NULL);
  if (scenario->impact_label == NULL)
    return;

  number = drill_incident_format_number (impact);
  /* Translators: what is counted, such as "Failed requests", and how many */
  text = g_strdup_printf (_("%s: %s"), scenario->impact_label, number);
  gtk_label_set_label (self->impact_label, text);
}

static void
show_saved (DrillStatusBar *self)
{
  DrillRunSaver   *saver = drill_play_get_saver (self->play);
  const char      *message = drill_run_saver_get_message (saver);
  gboolean         pending = drill_run_saver_get_pending (saver);
  const char      *state = pending ? _("Saving…") : _("Saved");
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->saved_icon, message == NULL && drill_play_can_undo (self->play));
  gtk_widget_set_opacity (self->saved_icon, pending ? 0.4 : 1);
  gtk_widget_set_tooltip_text (self->saved_icon, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->saved_icon), GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  if (message != NULL)
    /* Translators: the reason why the run could not be saved */
    text = g_strdup_printf (_("Not saved: %s"), message);
  gtk_label_set_label (self->failure_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), message != NULL);
  gtk_widget_set_visible (self->retry_button, message != NULL);
}

/* Under time pressure: whether the clock goes on, in an icon and in words. */
static void
show_running (DrillStatusBar *self)
{
  gboolean         running = drill_ticker_get_running (self->ticker);
  gboolean         paused = drill_ticker_get_paused (self->ticker);
  guint            pace = drill_play_get_pace (self->play);
  g_autofree char *speed = drill_pace_describe (pace);
  g_autofree char *text = NULL;

  gtk_button_set_icon_name (GTK_BUTTON (self->pause_button),
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  /* Translators: what a button does, then how fast the clock goes */
  text = g_strdup_printf (_("%s (%s)"), paused ? _("Let the Clock Go On") : _("Stop the Clock"), speed);
  gtk_widget_set_tooltip_text (self->pause_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->pause_button, pace > 0 && !drill_run_is_over (drill_play_get_run (self->play)));
  gtk_widget_set_opacity (GTK_WIDGET (self->clock_label), pace == 0 || running ? 1 : 0.5);
}

static void
pause_cb (DrillStatusBar *self)
{
  drill_ticker_set_paused (self->ticker, !drill_ticker_get_paused (self->ticker));
}

static void
retry_cb (DrillStatusBar *self)
{
  drill_run_saver_retry (drill_play_get_saver (self->play));
}

static void
drill_status_bar_dispose (GObject *object)
{
  g_clear_object (&DRILL_STATUS_BAR (object)->play);
  g_clear_object (&DRILL_STATUS_BAR (object)->ticker);

  G_OBJECT_CLASS (drill_status_bar_parent_class)->dispose (object);
}

static void
drill_status_bar_class_init (DrillStatusBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_status_bar_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
label_new (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, class_name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return GTK_LABEL (label);
}

static void
drill_status_bar_init (DrillStatusBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_layout_manager (box, drill_wrap_layout_new (12));
  gtk_widget_add_css_class (box, "drill-status");
  self->clock_label = label_new ("drill-clock");
  self->elapsed_label = label_new ("title-4");
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->clock_label));
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->elapsed_label));
  self->severity_label = label_new ("heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->severity_label), "drill-health");
  gtk_widget_set_valign (GTK_WIDGET (self->severity_label), GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (self->severity_label, PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->severity_label));
  self->pause_button = gtk_button_new ();
  gtk_widget_add_css_class (self->pause_button, "flat");
  gtk_widget_set_valign (self->pause_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->pause_button, "clicked", G_CALLBACK (pause_cb), self);
  gtk_box_append (GTK_BOX (times), self->pause_button);

  self->health = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->health, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->health, "drill-health");
  self->health_icon = GTK_IMAGE (gtk_image_new ());
  self->health_label = label_new ("heading");
  gtk_box_append (GTK_BOX (self->health), GTK_WIDGET (self->health_icon));
  gtk_box_append (GTK_BOX (self->health), GTK_WIDGET (self->health_label));

  self->impact_label = label_new ("body");
  self->saved_icon = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  gtk_widget_add_css_class (self->saved_icon, "dim-label");
  gtk_box_append (GTK_BOX (times), self->saved_icon);
  self->failure_label = label_new ("error");
  self->retry_button = gtk_button_new_with_mnemonic (_("_Try Again"));
  gtk_widget_set_visible (self->retry_button, FALSE);
  drill_clean_button_names (self->retry_button);
  g_signal_connect_swapped (self->retry_button, "clicked", G_CALLBACK (retry_cb), self);

  gtk_box_append (GTK_BOX (box), times);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->impact_label));
  gtk_box_append (GTK_BOX (box), self->health);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->failure_label));
  gtk_box_append (GTK_BOX (box), self->retry_button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("State of the incident"), -1);
}

GtkWidget *
drill_status_bar_new (DrillPlay   *play,
                      DrillTicker *ticker)
{
  DrillStatusBar *self;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);
  g_return_val_if_fail (DRILL_IS_TICKER (ticker), NULL);

  self = g_object_new (DRILL_TYPE_STATUS_BAR, NULL);
  self->play = g_object_ref (play);
  self->ticker = g_object_ref (ticker);
  g_signal_connect_object (ticker, "notify::paused", G_CALLBACK (show_running), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ticker, "notify::running", G_CALLBACK (show_running), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drill_play_get_saver (play), "notify::pending", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drill_play_get_saver (play), "notify::message", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  drill_status_bar_set_time (self, drill_run_get_clock (drill_play_get_run (play)));
  show_saved (self);
  show_running (self);

  return GTK_WIDGET (self);
}

/* @time: seconds since the start, at most the clock of the run */
void
drill_status_bar_set_time (DrillStatusBar *self,
                           double          time)
{
  g_autofree char *clock = NULL;
  g_autofree char *duration = NULL;
  g_autofree char *elapsed = NULL;
  gint64           seconds = (gint64) time;

  g_return_if_fail (DRILL_IS_STATUS_BAR (self));

  /* Seconds would only flicker while time passes. */
  if (seconds >= 60)
    seconds -= seconds % 60;
  clock = drill_incident_format_clock (drill_play_get_scenario (self->play), time);
  duration = drill_incident_format_duration (seconds);
  elapsed = g_strdup_printf ("+%s", duration);
  gtk_label_set_label (self->clock_label, clock);
  gtk_label_set_label (self->elapsed_label, elapsed);
  show_health (self, time);
  show_severity (self, time);
  show_impact (self);
}
