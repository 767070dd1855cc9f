/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Recall falls from answer to answer and is whole again after each; stability and
 * difficulty only change with answers.
 *
 *   100 % |\_   |\___  |\_____
 *         |  \__|    \_|      \____
 */

#include "config.h"

#include "ui/card/card-curve.h"

#include "ui/card/card-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define SECONDS_PER_DAY 86400.0

/* Samples from one answer to the next, at most. */
#define SEGMENT_SAMPLES 48

/* A card that is due is shown some days further, at least. */
#define LEAST_DAYS_AHEAD 7

typedef struct
{
  GArray *times;
  GArray *values;
} Line;

static Line
line_new (void)
{
  return (Line){ g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
add (Line  *line,
     double day,
     double value)
{
  double time = day * SECONDS_PER_DAY;

  g_array_append_val (line->times, time);
  g_array_append_val (line->values, value);
}

static DrillChartSeries *
line_end (Line          *line,
          const char    *id,
          const char    *label,
          DrillChartUnit unit)
{
  DrillChartSeries *series;

  series = drill_chart_series_new (id,
                                   label,
                                   unit,
                                   (const double *) (void *) line->times->data,
                                   (const double *) (void *) line->values->data,
                                   line->times->len,
                                   NAN);
  g_array_unref (line->times);
  g_array_unref (line->values);

  return series;
}

/* How recall falls after an answer, from its day to that of the next one. */
static void
add_fall (Line            *recall,
          const DrillCard *card,
          const DrillFsrs *fsrs,
          int              from,
          int              to)
{
  int step = MAX ((to - from) / SEGMENT_SAMPLES, 1);

  add (recall, from, 1);
  for (int day = from + step; day < to; day += step)
    add (recall, day, drill_card_retrievability (card, fsrs, day));
}

/* The last day that is shown: some way past today and the next date. */
static int
last_shown_day (const DrillCardHistory *history,
                int                     today)
{
  int due = history->fold.card.due_day;
  int first = g_array_index (history->events, DrillCardEvent, 0).day;
  int last = MAX (today, due);

  return last + MAX ((last - first) / 10, LEAST_DAYS_AHEAD);
}

DrillCardCurve *
drill_card_curve_new (const DrillCardHistory *history,
                      const DrillFsrs        *fsrs,
                      int                     today)
{
  DrillCardCurve *self;
  Line            recall = line_new ();
  Line            stability = line_new ();
  Line            difficulty = line_new ();
  const DrillCard *card = NULL; /* after the event before */

  g_return_val_if_fail (history != NULL && fsrs != NULL, NULL);

  self = g_new0 (DrillCardCurve, 1);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_chart_series_unref);
  self->events = g_array_new (FALSE, FALSE, sizeof (DrillChartEvent));
  for (guint i = 0; i < history->events->len; i++)
    {
      const DrillCardEvent *event = &g_array_index (history->events, DrillCardEvent, i);
      gboolean              is_last = i + 1 == history->events->len;
      int                   next;
      DrillChartEvent       mark = { event->day * SECONDS_PER_DAY, drill_card_event_word (event) };

      g_array_append_val (self->events, mark);
      if (card != NULL && card->memory.stability > 0)
        {
          add (&recall, event->day, drill_card_retrievability (card, fsrs, event->day));
          add (&stability, event->day, card->memory.stability);
          add (&difficulty, event->day, card->memory.difficulty);
        }
      card = &event->after;
      if (card->memory.stability <= 0)
        {
          /* New again: a gap. */
          add (&recall, event->day, NAN);
          add (&stability, event->day, NAN);
          add (&difficulty, event->day, NAN);
          continue;
        }

      next = is_last ? last_shown_day (history, today)
                     : g_array_index (history->events, DrillCardEvent, i + 1).day;

      /* A decision does not bring the memory back. */
      if (event->mark == 0)
        add_fall (&recall, card, fsrs, event->day, next);
      else
        for (int day = event->day; day < next; day += MAX ((next - event->day) / SEGMENT_SAMPLES, 1))
          add (&recall, day, drill_card_retrievability (card, fsrs, day));
      add (&stability, event->day, card->memory.stability);
      add (&difficulty, event->day, card->memory.difficulty);
      if (is_last)
        {
          add (&recall, next, drill_card_retrievability (card, fsrs, next));
          add (&stability, next, card->memory.stability);
          add (&difficulty, next, card->memory.difficulty);
        }
    }

  g_ptr_array_add (self->series, line_end (&recall, "recall", _("Recall"), DRILL_CHART_RATIO));
  g_ptr_array_add (self->series, line_end (&stability, "stability", _("Stability"), DRILL_CHART_DAYS));
  g_ptr_array_add (self->series, line_end (&difficulty, "difficulty", _("Difficulty"), DRILL_CHART_COUNT));
  if (history->events->len == 0)
    g_ptr_array_set_size (self->series, 0);

  return self;
}

void
drill_card_curve_free (DrillCardCurve *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->series);
  g_array_unref (self->events);
  g_free (self);
}
