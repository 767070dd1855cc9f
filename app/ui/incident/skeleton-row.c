/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   [x] process resident memory bytes
 *   +-------------------------------+
 *   | chart, with the page's moment |
 *   +-------------------------------+
 *   (Bytes v)   Objective [ 1.9G    ]
 */

#include "config.h"

#include "ui/incident/skeleton-row.h"

#include "incident/value.h"
#include "ui/incident/named-drop-down.h"
#include "ui/incident/run-curve.h"
#include "ui/incident/wrap-layout.h"
#include "ui/widgets/chart/chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHART_HEIGHT 190

struct _DrillSkeletonRow
{
  AdwBin               parent_instance;

  DrillSamples        *samples;
  GPtrArray           *list;   /* keeps the series alive */
  DrillSkeletonSeries *series;
  GtkWidget           *keep;
  GtkWidget           *details;
  DrillChart          *chart;
  GtkWidget           *unit;
  GtkWidget           *objective;
  GtkWidget           *hint;
  double               start; /* seconds after the first row */
  gboolean             valid;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillSkeletonRow, drill_skeleton_row, ADW_TYPE_BIN)

static void
show_curve (DrillSkeletonRow *self)
{
  const DrillSamplesColumn *column = g_ptr_array_index (self->samples->columns, self->series->column);
  g_autofree double        *times = g_new (double, self->samples->n_rows);
  DrillChartEvent           page = { self->samples->start + self->start, _("The page") };
  DrillChartSeries         *curve;

  for (guint i = 0; i < self->samples->n_rows; i++)
    times[i] = self->samples->start + self->samples->times[i];
  curve = drill_chart_series_new (self->series->key, self->series->label, drill_run_curve_unit (self->series->unit),
                                  times, column->values, self->samples->n_rows, self->series->slo);
  drill_chart_set_series (self->chart, &curve, 1);
  drill_chart_set_events (self->chart, &page, 1);
  drill_chart_series_unref (curve);
}

static void
changed (DrillSkeletonRow *self)
{
  show_curve (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kept_cb (DrillSkeletonRow *self)
{
  gtk_widget_set_visible (self->details, drill_skeleton_row_get_kept (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
unit_cb (DrillSkeletonRow *self)
{
  self->series->unit = (DrillUnit) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit));
  changed (self);
}

static void
objective_cb (DrillSkeletonRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->objective))));
  double           value = NAN;

  self->valid = *text == '\0' || drill_value_parse_number (text, &value);
  self->series->slo = self->valid ? value : NAN;
  if (self->valid)
    gtk_widget_remove_css_class (self->objective, "error");
  else
    gtk_widget_add_css_class (self->objective, "error");
  gtk_widget_set_visible (self->hint, !self->valid);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->objective), GTK_ACCESSIBLE_STATE_INVALID,
                               self->valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  changed (self);
}

static void
drill_skeleton_row_dispose (GObject *object)
{
  DrillSkeletonRow *self = DRILL_SKELETON_ROW (object);

  g_clear_pointer (&self->samples, drill_samples_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);

  G_OBJECT_CLASS (drill_skeleton_row_parent_class)->dispose (object);
}

static void
drill_skeleton_row_class_init (DrillSkeletonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_skeleton_row_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DRILL_TYPE_SKELETON_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_skeleton_row_init (DrillSkeletonRow *self)
{
  self->valid = TRUE;
}

static GtkWidget *
unit_new (DrillUnit unit)
{
  /* In the order of DrillUnit. */
  const char *const names[] = { _("Count"), _("Bytes"), _("Seconds"), _("Ratio"), _("Per second"), NULL };
  GtkWidget        *drop_down = drill_named_drop_down_new (gtk_string_list_new (names), _("Unit"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), unit);

  return drop_down;
}

static GtkWidget *
objective_new (DrillSkeletonRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Objective"));

  self->objective = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->objective), _("None"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->objective), 9);
  gtk_widget_set_tooltip_text (self->objective, _("The highest value that is still good, such as 500ms, 1% or 1.9G"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->objective);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->objective);

  return box;
}

static GtkWidget *
details_new (DrillSkeletonRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->chart = DRILL_CHART (drill_chart_new (self->series->label));
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, CHART_HEIGHT);
  self->unit = unit_new (self->series->unit);
  self->hint = gtk_label_new (_("Write a number, such as 500ms, 1% or 1.9G, or nothing."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "error");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_layout_manager (choices, drill_wrap_layout_new (9));
  gtk_box_append (GTK_BOX (choices), self->unit);
  gtk_box_append (GTK_BOX (choices), objective_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), self->hint);

  return box;
}

/* @list: (element-type DrillSkeletonSeries): from drill_skeleton_guess() */
GtkWidget *
drill_skeleton_row_new (DrillSamples *samples,
                        GPtrArray    *list,
                        guint         index)
{
  DrillSkeletonRow *self;
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  g_return_val_if_fail (samples != NULL, NULL);
  g_return_val_if_fail (list != NULL && index < list->len, NULL);

  self = g_object_new (DRILL_TYPE_SKELETON_ROW, NULL);
  self->samples = drill_samples_ref (samples);
  self->list = g_ptr_array_ref (list);
  self->series = g_ptr_array_index (list, index);
  self->keep = gtk_check_button_new_with_label (self->series->label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->keep), TRUE);
  gtk_widget_set_tooltip_text (self->keep, self->series->metric);
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (self->keep)), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (gtk_widget_get_last_child (self->keep)), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_last_child (self->keep)), 0);
  self->details = details_new (self);
  gtk_box_append (GTK_BOX (box), self->keep);
  gtk_box_append (GTK_BOX (box), self->details);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "drill-card");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->series->label, -1);

  g_signal_connect_object (self->keep, "toggled", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (unit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->objective, "changed", G_CALLBACK (objective_cb), self, G_CONNECT_SWAPPED);
  show_curve (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
DrillSkeletonSeries *
drill_skeleton_row_get_series (DrillSkeletonRow *self)
{
  g_return_val_if_fail (DRILL_IS_SKELETON_ROW (self), NULL);

  return self->series;
}

gboolean
drill_skeleton_row_get_kept (DrillSkeletonRow *self)
{
  g_return_val_if_fail (DRILL_IS_SKELETON_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep));
}

/* Whether what was typed can be read; what is not kept does not matter. */
gboolean
drill_skeleton_row_is_valid (DrillSkeletonRow *self)
{
  g_return_val_if_fail (DRILL_IS_SKELETON_ROW (self), FALSE);

  return self->valid || !drill_skeleton_row_get_kept (self);
}

/* Marks the moment of the page. @seconds: after the first row */
void
drill_skeleton_row_set_start (DrillSkeletonRow *self,
                              double            seconds)
{
  g_return_if_fail (DRILL_IS_SKELETON_ROW (self));

  self->start = seconds;
  show_curve (self);
}
