/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The simulator. It plays the coming days once for each retention; while it does, a
 * change of what to play starts it again.
 */

#include "config.h"

#include "ui/memory/retention-view.h"

#include "ui/format/format.h"
#include "ui/widgets/chart/chart.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_PERCENT 70
#define MOST_PERCENT  97
#define STEP_PERCENT  3
#define N_POINTS      ((MOST_PERCENT - LEAST_PERCENT) / STEP_PERCENT + 1)
#define USUAL_DAYS    365
#define CHART_HEIGHT  320
#define REST_MS       300
#define MS_PER_MINUTE 60000
#define SEED          1

/* With fewer answers than these, the result is mostly what is usual. */
#define FEW_ANSWERS 200

struct _DrillRetentionView
{
  AdwBin        parent_instance;

  DrillStudy   *study;
  GSettings    *settings; /* (nullable) */
  GCancellable *running;  /* (nullable): of the play that is under way */
  guint         start_source;
  GtkWidget    *retention;
  GtkWidget    *days;
  DrillChart   *chart;
  GtkLabel     *result;
  GtkLabel     *source;
};

G_DEFINE_FINAL_TYPE (DrillRetentionView, drill_retention_view, ADW_TYPE_BIN)

static guint
chosen_days (DrillRetentionView *self)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->days));
}

static double
chosen_percent (DrillRetentionView *self)
{
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->retention));
}

/* Between the points that were played. */
static DrillSimulatorPoint
point_at (const GArray *points,
          double        retention)
{
  const DrillSimulatorPoint *low = &g_array_index (points, DrillSimulatorPoint, 0);
  const DrillSimulatorPoint *high = low;
  DrillSimulatorPoint        point;
  double                     share;

  for (guint i = 1; i < points->len && high->retention < retention; i++)
    {
      low = high;
      high = &g_array_index (points, DrillSimulatorPoint, i);
    }
  share = high->retention > low->retention
              ? CLAMP ((retention - low->retention) / (high->retention - low->retention), 0, 1)
              : 0;
  point = *high;
  point.minutes_per_day = low->minutes_per_day + share * (high->minutes_per_day - low->minutes_per_day);
  point.known = low->known + share * (high->known - low->known);

  return point;
}

static void
show_result (DrillRetentionView *self,
             const GArray       *points)
{
  double              percent = chosen_percent (self);
  DrillSimulatorPoint point = point_at (points, percent / 100);
  g_autofree char    *minutes = drill_format_duration ((gint64) (point.minutes_per_day * MS_PER_MINUTE));
  g_autofree char    *text = NULL;
  g_autofree char    *source = NULL;

  /* Translators: percent; time a day such as "12 min"; cards known; cards; days */
  text = g_strdup_printf (_("At %.0f %%: %s a day, %.0f of %u cards known after %u days."),
                          percent,
                          minutes,
                          point.known,
                          point.cards,
                          chosen_days (self));
  gtk_label_set_label (self->result, text);
  source = point.answers < FEW_ANSWERS
               ? g_strdup_printf (ngettext ("Your log has %u answer so far. Until there are more, usual habits are "
                                            "assumed for the most part.",
                                            "Your log has %u answers so far. Until there are more, usual habits are "
                                            "assumed for the most part.",
                                            point.answers),
                                  point.answers)
               : g_strdup_printf (_("Computed from your last %u answers: how often you know an answer, and how long "
                                    "each takes."),
                                  point.answers);
  gtk_label_set_label (self->source, source);
}

static void
show_chart (DrillRetentionView *self,
            const GArray       *points)
{
  g_autofree double            *percents = g_new (double, points->len);
  g_autofree double            *seconds = g_new (double, points->len);
  g_autofree double            *known = g_new (double, points->len);
  g_autoptr (DrillChartSeries)  effort = NULL;
  g_autoptr (DrillChartSeries)  knowledge = NULL;
  DrillChartSeries             *series[2];
  DrillChartEvent               event = { chosen_percent (self), _("Chosen") };

  for (guint i = 0; i < points->len; i++)
    {
      const DrillSimulatorPoint *point = &g_array_index (points, DrillSimulatorPoint, i);

      percents[i] = point->retention * 100;
      seconds[i] = point->minutes_per_day * 60;
      known[i] = point->known;
    }
  effort = drill_chart_series_new ("effort", _("Time a day"), DRILL_CHART_SECONDS, percents, seconds, points->len, NAN);
  knowledge =
      drill_chart_series_new ("knowledge", _("Cards known"), DRILL_CHART_COUNT, percents, known, points->len, NAN);
  series[0] = effort;
  series[1] = knowledge;
  drill_chart_set_series (self->chart, series, G_N_ELEMENTS (series));
  drill_chart_set_events (self->chart, &event, 1);
}

static void
simulated_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GArray) points = NULL;
  g_autoptr (GError) error = NULL;
  DrillRetentionView *self = data;

  points = drill_study_simulate_finish (DRILL_STUDY (source), result, &error);
  if (points == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  if (g_array_index (points, DrillSimulatorPoint, points->len - 1).cards == 0)
    {
      gtk_label_set_label (self->result, _("There are no cards to play with yet."));
      return;
    }
  show_chart (self, points);
  show_result (self, points);
}

static gboolean
start_cb (gpointer data)
{
  DrillRetentionView *self = data;
  const DrillRules   *rules = drill_study_get_rules (self->study);
  DrillSimulation     simulation = {
    .days = chosen_days (self),
    .new_per_day = rules->new_per_day,
    .reviews_per_day = rules->reviews_per_day,
    .seed = SEED,
  };
  double retentions[N_POINTS];

  self->start_source = 0;
  for (guint i = 0; i < N_POINTS; i++)
    retentions[i] = (LEAST_PERCENT + i * STEP_PERCENT) / 100.0;
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  gtk_label_set_label (self->result, _("Playing the coming days…"));
  drill_study_simulate_async (self->study, &simulation, retentions, N_POINTS, self->running, simulated_cb, self);

  return G_SOURCE_REMOVE;
}

static void
start (DrillRetentionView *self)
{
  g_clear_handle_id (&self->start_source, g_source_remove);
  self->start_source = g_timeout_add (REST_MS, start_cb, self);
}

static void
retention_changed_cb (DrillRetentionView *self)
{
  if (self->settings != NULL)
    g_settings_set_double (self->settings, "desired-retention", chosen_percent (self) / 100);
  start (self);
}

static GtkWidget *
spin_row_new (const char *title,
              const char *subtitle,
              GtkWidget  *spin)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);

  return row;
}

static GtkLabel *
text_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static void
drill_retention_view_dispose (GObject *object)
{
  DrillRetentionView *self = DRILL_RETENTION_VIEW (object);

  g_clear_handle_id (&self->start_source, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->study);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (drill_retention_view_parent_class)->dispose (object);
}

static void
drill_retention_view_class_init (DrillRetentionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_retention_view_dispose;
}

static void
drill_retention_view_init (DrillRetentionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Desired Retention"));
  self->retention = gtk_spin_button_new_with_range (LEAST_PERCENT, MOST_PERCENT, 1);
  self->days = gtk_spin_button_new_with_range (30, DRILL_SIMULATOR_MAX_DAYS, 5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->days), USUAL_DAYS);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             spin_row_new (_("Percent"),
                                           _("How likely an answer is still known when its card returns"),
                                           self->retention));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             spin_row_new (_("Days to play"), _("How far the chart below looks ahead"), self->days));
  self->chart = DRILL_CHART (drill_chart_new (_("What each retention costs and keeps")));
  drill_chart_model_set_axis (drill_chart_get_model (self->chart), DRILL_CHART_AXIS_PERCENT, _("Desired retention"));
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, CHART_HEIGHT);
  self->result = text_new (NULL);
  self->source = text_new ("dim-label");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->source));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
drill_retention_view_new (DrillStudy *study,
                          GSettings  *settings)
{
  DrillRetentionView *self = g_object_new (DRILL_TYPE_RETENTION_VIEW, NULL);

  self->study = g_object_ref (study);
  g_set_object (&self->settings, settings);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->retention),
                             round (drill_study_get_rules (study)->scheduler.desired_retention * 100));
  gtk_widget_set_sensitive (self->retention, settings != NULL);
  g_signal_connect_object (self->retention, "value-changed", G_CALLBACK (retention_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "value-changed", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  start (self);

  return GTK_WIDGET (self);
}
