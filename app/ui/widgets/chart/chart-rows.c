/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A list of 20,000 rows holds 20,000 numbers; an object is made only for a row
 * that somebody looks at. The rows are those of the series at the time of
 * making: they do not follow the chart.
 */

#include "config.h"

#include "ui/widgets/chart/chart-rows.h"

struct _DrillChartRow
{
  GObject    parent_instance;

  GPtrArray     *series;
  double         time;
  DrillChartAxis axis;
};

G_DEFINE_FINAL_TYPE (DrillChartRow, drill_chart_row, G_TYPE_OBJECT)

struct _DrillChartRows
{
  GObject    parent_instance;

  GPtrArray     *series; /* (element-type DrillChartSeries) */
  DrillChartAxis axis;
  GArray        *times;  /* (element-type double) ascending, each once */
};

static void drill_chart_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DrillChartRows, drill_chart_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, drill_chart_rows_list_model_init))

static void
drill_chart_row_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_CHART_ROW (object)->series);

  G_OBJECT_CLASS (drill_chart_row_parent_class)->finalize (object);
}

static void
drill_chart_row_class_init (DrillChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_chart_row_finalize;
}

static void
drill_chart_row_init (DrillChartRow *self)
{
}

double
drill_chart_row_get_time (DrillChartRow *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_ROW (self), 0);

  return self->time;
}

/* What kind of value the time is. */
DrillChartAxis
drill_chart_row_get_axis (DrillChartRow *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_ROW (self), DRILL_CHART_AXIS_CLOCK);

  return self->axis;
}

/* Returns: (transfer full): formatted; empty when the series has no sample at
 * this very time */
char *
drill_chart_row_get_value (DrillChartRow *self,
                           guint          series)
{
  DrillChartSeries *chosen;
  gsize             index;

  g_return_val_if_fail (DRILL_IS_CHART_ROW (self), NULL);
  g_return_val_if_fail (series < self->series->len, NULL);

  chosen = g_ptr_array_index (self->series, series);
  index = drill_chart_series_find (chosen, self->time);
  if (index == drill_chart_series_get_length (chosen) || drill_chart_series_get_times (chosen)[index] != self->time)
    return g_strdup ("");

  return drill_chart_unit_format_value (drill_chart_series_get_unit (chosen), drill_chart_series_get_values (chosen)[index]);
}

static GType
drill_chart_rows_get_item_type (GListModel *list)
{
  return DRILL_TYPE_CHART_ROW;
}

static guint
drill_chart_rows_get_n_items (GListModel *list)
{
  return DRILL_CHART_ROWS (list)->times->len;
}

static gpointer
drill_chart_rows_get_item (GListModel *list,
                           guint       position)
{
  DrillChartRows *self = DRILL_CHART_ROWS (list);
  DrillChartRow  *row;

  if (position >= self->times->len)
    return NULL;

  row = g_object_new (DRILL_TYPE_CHART_ROW, NULL);
  row->series = g_ptr_array_ref (self->series);
  row->axis = self->axis;
  row->time = g_array_index (self->times, double, position);

  return row;
}

static void
drill_chart_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = drill_chart_rows_get_item_type;
  iface->get_n_items = drill_chart_rows_get_n_items;
  iface->get_item = drill_chart_rows_get_item;
}

static void
drill_chart_rows_finalize (GObject *object)
{
  DrillChartRows *self = DRILL_CHART_ROWS (object);

  g_ptr_array_unref (self->series);
  g_array_unref (self->times);

  G_OBJECT_CLASS (drill_chart_rows_parent_class)->finalize (object);
}

static void
drill_chart_rows_class_init (DrillChartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_chart_rows_finalize;
}

static void
drill_chart_rows_init (DrillChartRows *self)
{
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_chart_series_unref);
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
drop_repeated (GArray *times)
{
  guint n_kept = 0;

  for (guint i = 0; i < times->len; i++)
    {
      double time = g_array_index (times, double, i);

      if (n_kept == 0 || g_array_index (times, double, n_kept - 1) != time)
        g_array_index (times, double, n_kept++) = time;
    }

  g_array_set_size (times, n_kept);
}

GListModel *
drill_chart_rows_new (DrillChartModel *model)
{
  DrillChartRows *self = g_object_new (DRILL_TYPE_CHART_ROWS, NULL);

  self->axis = drill_chart_model_get_axis (model);
  for (guint i = 0; i < drill_chart_model_get_n_series (model); i++)
    {
      DrillChartSeries *series = drill_chart_model_get_series (model, i);

      g_ptr_array_add (self->series, drill_chart_series_ref (series));
      if (drill_chart_series_get_length (series) > 0)
        g_array_append_vals (self->times, drill_chart_series_get_times (series), drill_chart_series_get_length (series));
    }
  g_array_sort (self->times, compare_times);
  drop_repeated (self->times);

  return G_LIST_MODEL (self);
}
