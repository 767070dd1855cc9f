/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* From statistics to curves. Days are shown at noon, so that no time zone moves them. */

#include "config.h"

#include "ui/progress/progress-charts.h"

#include "ui/widgets/chart/chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAY_SECONDS 86400.0

/* A curve by day; retention is told by the week, as a day has few answers. */
#define SHOWN_DAYS  91
#define SHOWN_WEEKS 53
#define WEEK        7

#define MAX_SAMPLES 400

/* Samples of a curve while they are collected. */
typedef struct
{
  double times[MAX_SAMPLES];
  double values[MAX_SAMPLES];
  guint  n;
} Samples;

static void
add (Samples *samples,
     double   time,
     double   value)
{
  if (samples->n == MAX_SAMPLES)
    return;

  samples->times[samples->n] = time;
  samples->values[samples->n] = value;
  samples->n++;
}

static double
noon_of (int day)
{
  return day * DAY_SECONDS + DAY_SECONDS / 2;
}

static DrillChartSeries *
series_new (const char     *id,
            const char     *label,
            DrillChartUnit  unit,
            const Samples  *samples,
            double          slo)
{
  return drill_chart_series_new (id, label, unit, samples->times, samples->values, samples->n, slo);
}

static int
day_of (const DrillStatistics *statistics,
        guint                  index)
{
  return statistics->today - (DRILL_STATISTICS_DAYS - 1) + (int) index;
}

static guint
show (DrillChart              *chart,
      DrillChartSeries *const *series,
      guint                    n_series)
{
  drill_chart_set_series (chart, series, n_series);

  return n_series;
}

static gboolean
show_answers (DrillChart            *chart,
              const DrillStatistics *statistics)
{
  Samples                      all = { .n = 0 };
  Samples                      fresh = { .n = 0 };
  gint64                       total = 0;
  g_autoptr (DrillChartSeries) answers = NULL;
  g_autoptr (DrillChartSeries) introduced = NULL;

  for (guint i = DRILL_STATISTICS_DAYS - SHOWN_DAYS; i < DRILL_STATISTICS_DAYS; i++)
    {
      add (&all, noon_of (day_of (statistics, i)), (double) statistics->days[i].answers);
      add (&fresh, noon_of (day_of (statistics, i)), (double) statistics->days[i].introduced);
      total += statistics->days[i].answers;
    }
  answers = series_new ("answers", _("Answers"), DRILL_CHART_COUNT, &all, NAN);
  introduced = series_new ("introduced", _("New cards"), DRILL_CHART_COUNT, &fresh, NAN);
  show (chart, (DrillChartSeries *[]){ answers, introduced }, 2);

  return total > 0;
}

static gboolean
show_time (DrillChart            *chart,
           const DrillStatistics *statistics)
{
  Samples                      spent = { .n = 0 };
  gint64                       total = 0;
  g_autoptr (DrillChartSeries) series = NULL;

  for (guint i = DRILL_STATISTICS_DAYS - SHOWN_DAYS; i < DRILL_STATISTICS_DAYS; i++)
    {
      add (&spent, noon_of (day_of (statistics, i)), (double) statistics->days[i].duration_ms / 1000);
      total += statistics->days[i].duration_ms;
    }
  series = series_new ("time", _("Time spent"), DRILL_CHART_SECONDS, &spent, NAN);
  show (chart, (DrillChartSeries *[]){ series }, 1);

  return total > 0;
}

static gboolean
show_retention (DrillChart            *chart,
                const DrillStatistics *statistics)
{
  Samples                      young = { .n = 0 };
  Samples                      mature = { .n = 0 };
  g_autoptr (DrillChartSeries) first = NULL;
  g_autoptr (DrillChartSeries) second = NULL;
  gint64                       total = 0;

  for (guint week = 0; week < SHOWN_WEEKS; week++)
    {
      DrillDayCount sum = { 0 };
      guint         last = week * WEEK + WEEK - 1;

      for (guint i = week * WEEK; i <= last; i++)
        {
          sum.young += statistics->days[i].young;
          sum.young_recalled += statistics->days[i].young_recalled;
          sum.mature += statistics->days[i].mature;
          sum.mature_recalled += statistics->days[i].mature_recalled;
        }
      add (&young,
           noon_of (day_of (statistics, last)),
           sum.young > 0 ? (double) sum.young_recalled / (double) sum.young : NAN);
      add (&mature,
           noon_of (day_of (statistics, last)),
           sum.mature > 0 ? (double) sum.mature_recalled / (double) sum.mature : NAN);
      total += sum.young + sum.mature;
    }
  first = series_new ("young", _("Seen within three weeks"), DRILL_CHART_RATIO, &young, statistics->desired_retention);
  second = series_new ("mature", _("Seen longer ago"), DRILL_CHART_RATIO, &mature, statistics->desired_retention);
  show (chart, (DrillChartSeries *[]){ first, second }, 2);

  return total > 0;
}

static gboolean
show_forecast (DrillChart            *chart,
               const DrillStatistics *statistics)
{
  Samples                      due = { .n = 0 };
  guint                        total = 0;
  g_autoptr (DrillChartSeries) series = NULL;

  for (guint i = 0; i < DRILL_FORECAST_DAYS; i++)
    {
      add (&due, noon_of (statistics->today + (int) i), statistics->forecast[i]);
      total += statistics->forecast[i];
    }
  series = series_new ("due", _("Cards due"), DRILL_CHART_COUNT, &due, NAN);
  show (chart, (DrillChartSeries *[]){ series }, 1);

  return total > 0;
}

static gboolean
show_quizzes (DrillChart            *chart,
              const DrillStatistics *statistics)
{
  Samples                      right = { .n = 0 };
  g_autoptr (DrillChartSeries) series = NULL;

  for (guint i = 0; i < statistics->quizzes->len; i++)
    {
      const DrillQuizPoint *quiz = g_ptr_array_index (statistics->quizzes, i);

      if (quiz->questions > 0)
        add (&right, (double) quiz->started_ms / 1000, (double) quiz->right / quiz->questions);
    }
  series = series_new ("right", _("Right answers"), DRILL_CHART_RATIO, &right, NAN);
  show (chart, (DrillChartSeries *[]){ series }, 1);

  return right.n > 0;
}

static gboolean
show_incidents (DrillChart            *chart,
                const DrillStatistics *statistics)
{
  Samples                      score = { .n = 0 };
  g_autoptr (DrillChartSeries) series = NULL;

  for (guint i = 0; i < statistics->runs->len; i++)
    {
      const DrillRunPoint *run = g_ptr_array_index (statistics->runs, i);

      if (run->max > 0)
        add (&score, (double) run->started_ms / 1000, (double) run->score / run->max);
    }
  series = series_new ("score", _("Score"), DRILL_CHART_RATIO, &score, NAN);
  show (chart, (DrillChartSeries *[]){ series }, 1);

  return score.n > 0;
}

static const struct
{
  const char *title;
  gboolean (*show) (DrillChart            *chart,
                    const DrillStatistics *statistics);
} charts[DRILL_N_PROGRESS_CHARTS] = {
  [DRILL_PROGRESS_ANSWERS] = { N_("Answers a Day"), show_answers },
  [DRILL_PROGRESS_TIME] = { N_("Time a Day"), show_time },
  [DRILL_PROGRESS_RETENTION] = { N_("Retention by Week"), show_retention },
  [DRILL_PROGRESS_FORECAST] = { N_("Due in the Next 30 Days"), show_forecast },
  [DRILL_PROGRESS_QUIZZES] = { N_("Quizzes"), show_quizzes },
  [DRILL_PROGRESS_INCIDENTS] = { N_("Incidents"), show_incidents },
};

GtkWidget *
drill_progress_chart_new (DrillProgressChart which)
{
  GtkWidget *chart = drill_chart_new (_(charts[which].title));

  gtk_widget_add_css_class (chart, "card");
  gtk_widget_add_css_class (chart, "drill-card");
  gtk_widget_set_size_request (chart, -1, 240);

  return chart;
}

void
drill_progress_chart_update (GtkWidget             *chart,
                             DrillProgressChart     which,
                             const DrillStatistics *statistics)
{
  gtk_widget_set_visible (chart, charts[which].show (DRILL_CHART (chart), statistics));
}
