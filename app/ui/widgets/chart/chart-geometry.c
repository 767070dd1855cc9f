/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Every unit that occurs gets a pane of its own, one below the other on one
 * time axis, so that no chart has two scales on one line of pixels.
 *
 * An axis of values that are never negative starts at zero: how much something
 * has grown is then seen as it is.
 */

#include "config.h"

#include "ui/widgets/chart/chart-geometry.h"

#include <math.h>

#define LABEL_GAP 6.0
#define PANE_GAP 12.0
#define TIME_LABEL_GAP 24.0

static double
label_width (PangoLayout *layout,
             const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The lowest and highest value of a pane, objectives included. */
static void
find_extent (DrillChartModel *model,
             DrillChartUnit   unit,
             double          *low,
             double          *high)
{
  DrillChartRange range = drill_chart_model_get_range (model);

  *low = 0;
  *high = -INFINITY;
  for (guint i = 0; i < drill_chart_model_get_n_series (model); i++)
    {
      DrillChartSeries *series = drill_chart_model_get_series (model, i);
      double            slo = drill_chart_series_get_slo (series);
      double            lowest, highest;

      if (drill_chart_series_get_unit (series) != unit)
        continue;
      if (drill_chart_series_get_extent (series, range.start, range.end, &lowest, &highest))
        {
          *low = MIN (*low, lowest);
          *high = MAX (*high, highest);
        }
      if (isfinite (slo))
        {
          *low = MIN (*low, slo);
          *high = MAX (*high, slo);
        }
    }
}

static double
widest_label (const DrillChartPane *pane,
              PangoLayout          *layout)
{
  double widest = 0;

  for (guint i = 0; i < pane->ticks.n_ticks; i++)
    {
      g_autofree char *text = drill_chart_ticks_format (&pane->ticks, pane->unit, i);

      widest = MAX (widest, label_width (layout, text));
    }

  return widest;
}

static void
place_pane (DrillChartPane  *pane,
            DrillChartModel *model,
            double           top,
            double           bottom,
            double           label_height)
{
  guint  room = (guint) MAX (2, (bottom - top) / (label_height * 2));
  double low, high;

  find_extent (model, pane->unit, &low, &high);
  pane->ticks = drill_chart_value_ticks (pane->unit, low, high, MIN (room, 7));
  pane->y = (DrillChartScale) {
    pane->ticks.first,
    drill_chart_ticks_get (&pane->ticks, pane->ticks.n_ticks - 1),
    bottom,
    top,
  };
}

void
drill_chart_geometry_compute (DrillChartGeometry *self,
                              DrillChartModel    *model,
                              PangoLayout        *layout,
                              double              width,
                              double              height)
{
  DrillChartUnit  units[DRILL_CHART_MAX_PANES];
  DrillChartRange range = drill_chart_model_get_range (model);
  double          top, bottom, pane_height;
  double          left = 0;
  int             text_height;

  g_return_if_fail (self != NULL && layout != NULL);

  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  self->label_height = text_height;
  self->n_panes = drill_chart_model_get_units (model, units);

  /* Half a label sticks out above the topmost tick, events have a line. */
  top = text_height / 2.0 + 1;
  if (drill_chart_model_get_n_events (model) > 0)
    top += text_height + 2;
  bottom = height - text_height - LABEL_GAP;
  pane_height = (bottom - top - PANE_GAP * MAX (0, (int) self->n_panes - 1)) / MAX (1, self->n_panes);

  for (guint i = 0; i < self->n_panes; i++)
    {
      double pane_top = top + i * (pane_height + PANE_GAP);

      self->panes[i].unit = units[i];
      place_pane (&self->panes[i], model, pane_top, pane_top + MAX (1, pane_height), text_height);
      left = MAX (left, widest_label (&self->panes[i], layout));
    }

  self->x = (DrillChartScale) { range.start, range.end, left + LABEL_GAP, MAX (left + LABEL_GAP + 1, width - LABEL_GAP) };
  self->times = drill_chart_axis_ticks (drill_chart_model_get_axis (model), range.start, range.end,
                                        (guint) MAX (1, (self->x.to - self->x.from) / (label_width (layout, "00:00:00") + TIME_LABEL_GAP)));
}

/* Returns: (transfer none) (nullable) */
const DrillChartPane *
drill_chart_geometry_find_pane (const DrillChartGeometry *self,
                                DrillChartUnit            unit)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_panes; i++)
    {
      if (self->panes[i].unit == unit)
        return &self->panes[i];
    }

  return NULL;
}
