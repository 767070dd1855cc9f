/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Own curve and reference curve, one metric at a time. It begins with what hurt
 * users: the series that failed requests are counted from, else the first one
 * that has an objective.
 */

#include "config.h"

#include "ui/incident/debrief-chart.h"

#include "ui/incident/named-drop-down.h"
#include "ui/incident/run-curve.h"
#include "ui/widgets/chart/chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 260

struct _DrillDebriefChart
{
  AdwBin       parent_instance;

  DrillRun    *run;       /* owned by whoever made this */
  DrillRun    *reference; /* (nullable) likewise */
  GtkDropDown *drop_down;
  DrillChart  *chart;
};

G_DEFINE_FINAL_TYPE (DrillDebriefChart, drill_debrief_chart, ADW_TYPE_BIN)

static guint
first_series (DrillScenario *scenario)
{
  if (scenario->impact_label != NULL)
    return scenario->impact_errors;

  for (guint i = 0; i < scenario->series->len; i++)
    {
      if (!isnan (((DrillScenarioSeries *) g_ptr_array_index (scenario->series, i))->slo))
        return i;
    }

  return 0;
}

static void
show_series (DrillDebriefChart *self)
{
  DrillScenario             *scenario = drill_run_get_scenario (self->run);
  guint                      index = gtk_drop_down_get_selected (self->drop_down);
  const DrillScenarioSeries *series;
  g_autoptr (GPtrArray)      curves = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_chart_series_unref);
  g_autoptr (DrillRunCurve)  own = NULL;
  g_autoptr (DrillRunCurve)  reference = NULL;

  if (index >= scenario->series->len)
    return;

  series = g_ptr_array_index (scenario->series, index);
  own = drill_run_curve_new (self->run, index);
  g_ptr_array_add (curves, drill_run_curve_cut (own, drill_run_get_clock (self->run), _("Your run")));
  if (self->reference != NULL)
    {
      reference = drill_run_curve_new (self->reference, index);
      g_ptr_array_add (curves, drill_run_curve_cut (reference,
                                                    drill_run_get_clock (self->reference),
                                                    _("Reference run")));
    }
  drill_chart_set_title (self->chart, series->label);
  drill_chart_set_series (self->chart, (DrillChartSeries *const *) curves->pdata, curves->len);
}

static void
drill_debrief_chart_class_init (DrillDebriefChartClass *klass)
{
}

static void
drill_debrief_chart_init (DrillDebriefChart *self)
{
}

/* @reference: (nullable). Both runs must outlive the widget and stay as they are. */
GtkWidget *
drill_debrief_chart_new (DrillRun *run,
                         DrillRun *reference)
{
  DrillDebriefChart *self;
  DrillScenario     *scenario;
  GtkWidget         *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GArray) marks = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  self = g_object_new (DRILL_TYPE_DEBRIEF_CHART, NULL);
  self->run = run;
  self->reference = reference;
  scenario = drill_run_get_scenario (run);
  for (guint i = 0; i < scenario->series->len; i++)
    gtk_string_list_append (labels, ((DrillScenarioSeries *) g_ptr_array_index (scenario->series, i))->label);

  self->drop_down = GTK_DROP_DOWN (drill_named_drop_down_new (g_steal_pointer (&labels), _("Metric")));
  gtk_drop_down_set_selected (self->drop_down, first_series (scenario));
  gtk_widget_set_halign (GTK_WIDGET (self->drop_down), GTK_ALIGN_START);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (show_series), self, G_CONNECT_SWAPPED);

  self->chart = DRILL_CHART (drill_chart_new (NULL));
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, HEIGHT);
  marks = drill_run_marks_new (run);
  show_series (self);
  drill_chart_set_events (self->chart, (const DrillChartEvent *) (gpointer) marks->data, marks->len);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->drop_down));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "drill-panel");
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): what is shown just now */
DrillChartModel *
drill_debrief_chart_get_model (DrillDebriefChart *self)
{
  g_return_val_if_fail (DRILL_IS_DEBRIEF_CHART (self), NULL);

  return drill_chart_get_model (self->chart);
}
