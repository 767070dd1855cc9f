/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Metrics as a function of what was done.
 *
 *   time  -60m          0          12m                 20m
 *          |-- leak, playing from its first row --|-- contained --|-- restarted ...
 *                                 ^^^ pulse
 *
 * A switch notes for every series where its recording stood and what its value
 * was, so that the next regime can go on from there. A series' position moves
 * only while it plays: one that is held, or led somewhere, picks its recording
 * up again where it left it.
 *
 * Each list is linked from its newest entry into the past and entries never
 * change, so states that share a past share its entries.
 */

#include "config.h"

#include "incident/timeline.h"

#include <math.h>

typedef struct
{
  double position;
  double value;
} Start;

struct _DrillTimelineSwitch
{
  grefcount            ref_count;
  DrillTimelineSwitch *before;
  gint64               time;
  guint                regime;
  Start                starts[];
};

struct _DrillTimelinePulse
{
  grefcount           ref_count;
  DrillTimelinePulse *before;
  gint64              begin;
  gint64              end;
  guint               series;
  double              value;
};

/* Both lists are freed in a loop: a long run would recurse deeply. */
static void
release_switches (DrillTimelineSwitch *node)
{
  while (node != NULL && g_ref_count_dec (&node->ref_count))
    {
      DrillTimelineSwitch *before = node->before;

      g_free (node);
      node = before;
    }
}

static void
release_pulses (DrillTimelinePulse *node)
{
  while (node != NULL && g_ref_count_dec (&node->ref_count))
    {
      DrillTimelinePulse *before = node->before;

      g_free (node);
      node = before;
    }
}

static DrillTimelineSwitch *
switch_new (DrillScenario *scenario,
            gint64         time,
            guint          regime)
{
  DrillTimelineSwitch *node = g_malloc0 (sizeof *node + scenario->series->len * sizeof (Start));

  g_ref_count_init (&node->ref_count);
  node->time = time;
  node->regime = regime;

  return node;
}

static const DrillScenarioVerb *
verb_of (DrillScenario             *scenario,
         const DrillTimelineSwitch *node,
         guint                      series)
{
  DrillScenarioRegime *regime = g_ptr_array_index (scenario->regimes, node->regime);

  return &regime->verbs[series];
}

/* The value at @time while @node lasts, pulses apart. */
static double
value_in (DrillScenario             *scenario,
          const DrillTimelineSwitch *node,
          guint                      series,
          double                     time)
{
  const DrillScenarioVerb *verb = verb_of (scenario, node, series);
  const Start             *start = &node->starts[series];
  double                   elapsed = time - node->time;

  switch (verb->kind)
    {
    case DRILL_VERB_PLAY:
      return drill_samples_value_at (verb->samples, verb->column, start->position + elapsed);
    case DRILL_VERB_HOLD:
      return start->value;
    case DRILL_VERB_RAMP:
    default:
      return elapsed >= verb->over ? verb->target
                                   : start->value + (verb->target - start->value) * (elapsed / verb->over);
    }
}

/* The same, or the last value before it when there is a gap. */
static double
known_value_in (DrillScenario             *scenario,
                const DrillTimelineSwitch *node,
                guint                      series,
                double                     time)
{
  const DrillScenarioVerb  *verb = verb_of (scenario, node, series);
  const DrillSamplesColumn *column;
  double                    value = value_in (scenario, node, series, time);

  if (!isnan (value) || verb->kind != DRILL_VERB_PLAY)
    return value;

  column = g_ptr_array_index (verb->samples->columns, verb->column);
  for (guint row = drill_samples_first_after (verb->samples, node->starts[series].position + time - node->time);
       row > 0 && isnan (value);
       row--)
    value = column->values[row - 1];

  return value;
}

/* Puts the first regime in place, as many seconds back as the history is long. */
void
drill_timeline_start (DrillTimeline *self,
                      DrillScenario *scenario)
{
  g_return_if_fail (self->switches == NULL);

  if (scenario->first_regime < 0 || scenario->series->len == 0)
    return;

  self->switches = switch_new (scenario, -scenario->history, scenario->first_regime);
  for (guint i = 0; i < scenario->series->len; i++)
    {
      self->switches->starts[i].position = MAX (verb_of (scenario, self->switches, i)->from, 0);
      self->switches->starts[i].value = NAN;
    }
}

void
drill_timeline_copy (DrillTimeline       *self,
                     const DrillTimeline *other)
{
  *self = *other;
  if (self->switches != NULL)
    g_ref_count_inc (&self->switches->ref_count);
  if (self->pulses != NULL)
    g_ref_count_inc (&self->pulses->ref_count);
}

void
drill_timeline_clear (DrillTimeline *self)
{
  release_switches (g_steal_pointer (&self->switches));
  release_pulses (g_steal_pointer (&self->pulses));
}

/* Begins @regime at @time, which is never before the newest switch. */
void
drill_timeline_switch (DrillTimeline *self,
                       DrillScenario *scenario,
                       gint64         time,
                       guint          regime)
{
  DrillTimelineSwitch *old = self->switches;
  DrillTimelineSwitch *node;

  if (old == NULL)
    return;
  g_return_if_fail (time >= old->time);

  node = switch_new (scenario, time, regime);
  for (guint i = 0; i < scenario->series->len; i++)
    {
      const DrillScenarioVerb *verb = verb_of (scenario, node, i);
      gboolean                 played = verb_of (scenario, old, i)->kind == DRILL_VERB_PLAY;

      node->starts[i].position = old->starts[i].position + (played ? time - old->time : 0);
      if (verb->kind == DRILL_VERB_PLAY && verb->from >= 0)
        node->starts[i].position = verb->from;
      node->starts[i].value = known_value_in (scenario, old, i, time);
    }
  /* The reference that @self held to the old switch is now the new one's. */
  node->before = old;
  self->switches = node;
}

void
drill_timeline_pulse (DrillTimeline *self,
                      gint64         time,
                      gint64         seconds,
                      guint          series,
                      double         value)
{
  DrillTimelinePulse *node = g_new0 (DrillTimelinePulse, 1);

  g_ref_count_init (&node->ref_count);
  node->begin = time;
  node->end = time + seconds;
  node->series = series;
  node->value = value;
  node->before = self->pulses;
  self->pulses = node;
}

static const DrillTimelineSwitch *
switch_at (const DrillTimeline *self,
           double               time)
{
  const DrillTimelineSwitch *node = self->switches;

  while (node != NULL && node->time > time)
    node = node->before;

  return node;
}

/* Of several pulses at a time the newest counts. */
static const DrillTimelinePulse *
pulse_at (const DrillTimeline *self,
          guint                series,
          double               time)
{
  const DrillTimelinePulse *node = self->pulses;

  while (node != NULL && !(node->series == series && node->begin <= time && time < node->end))
    node = node->before;

  return node;
}

/* The value of @series at @time; NaN in a gap and before the history. */
double
drill_timeline_sample (const DrillTimeline *self,
                       DrillScenario       *scenario,
                       guint                series,
                       double               time)
{
  const DrillTimelinePulse  *pulse = pulse_at (self, series, time);
  const DrillTimelineSwitch *node = switch_at (self, time);

  if (node == NULL)
    return NAN;

  return pulse != NULL ? pulse->value : value_in (scenario, node, series, time);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
add_boundary (GArray *boundaries,
              double  time,
              double  from,
              double  to)
{
  if (time > from && time <= to)
    g_array_append_val (boundaries, time);
}

/* The times in (@from, @to] at which something else takes over. */
static GArray *
find_boundaries (const DrillTimeline *self,
                 guint                series,
                 double               from,
                 double               to)
{
  GArray *boundaries = g_array_new (FALSE, FALSE, sizeof (double));

  for (const DrillTimelineSwitch *node = self->switches; node != NULL && node->time > from; node = node->before)
    add_boundary (boundaries, node->time, from, to);
  for (const DrillTimelinePulse *node = self->pulses; node != NULL; node = node->before)
    {
      if (node->series != series)
        continue;
      add_boundary (boundaries, node->begin, from, to);
      add_boundary (boundaries, node->end, from, to);
    }
  g_array_sort (boundaries, compare_doubles);

  return boundaries;
}

/* Emits what @series does in [@a, @b], where nothing takes over in between. */
static void
walk_piece (const DrillTimeline *self,
            DrillScenario       *scenario,
            guint                series,
            double               a,
            double               b,
            DrillPointFunc       func,
            gpointer             user_data)
{
  const DrillTimelinePulse  *pulse = pulse_at (self, series, a);
  const DrillTimelineSwitch *node = switch_at (self, a);
  const DrillScenarioVerb   *verb;
  double                     offset;

  if (node == NULL || pulse != NULL)
    {
      func (a, pulse != NULL && node != NULL ? pulse->value : NAN, user_data);
      func (b, pulse != NULL && node != NULL ? pulse->value : NAN, user_data);
      return;
    }

  verb = verb_of (scenario, node, series);
  func (a, value_in (scenario, node, series, a), user_data);
  if (verb->kind == DRILL_VERB_PLAY)
    {
      const DrillSamplesColumn *column = g_ptr_array_index (verb->samples->columns, verb->column);

      offset = node->time - node->starts[series].position;
      for (guint row = drill_samples_first_after (verb->samples, a - offset);
           row < verb->samples->n_rows && verb->samples->times[row] + offset < b;
           row++)
        {
          /* Rounding must not step back behind @a. */
          if (verb->samples->times[row] + offset > a)
            func (verb->samples->times[row] + offset, column->values[row], user_data);
        }
    }
  else if (verb->kind == DRILL_VERB_RAMP && node->time + verb->over > a && node->time + verb->over < b)
    {
      func (node->time + verb->over, verb->target, user_data);
    }
  func (b, value_in (scenario, node, series, b), user_data);
}

/**
 * drill_timeline_walk:
 * @func: called with points in time order
 *
 * Between two points next to each other the series is a straight line, or a
 * gap when one of them is NaN. Where it jumps there are two points of one time.
 */
void
drill_timeline_walk (const DrillTimeline *self,
                     DrillScenario       *scenario,
                     guint                series,
                     double               from,
                     double               to,
                     DrillPointFunc       func,
                     gpointer             user_data)
{
  g_autoptr (GArray) boundaries = NULL;
  double a = from;

  g_return_if_fail (series < scenario->series->len);

  if (!(to > from))
    {
      func (from, drill_timeline_sample (self, scenario, series, from), user_data);
      return;
    }

  boundaries = find_boundaries (self, series, from, to);
  for (guint i = 0; i < boundaries->len; i++)
    {
      double b = g_array_index (boundaries, double, i);

      if (b > a)
        walk_piece (self, scenario, series, a, b, func, user_data);
      a = b;
    }
  if (to > a)
    walk_piece (self, scenario, series, a, to, func, user_data);
  else
    func (to, drill_timeline_sample (self, scenario, series, to), user_data);
}

typedef struct
{
  double min;
  double max;
} Range;

static void
widen (double   time,
       double   value,
       gpointer user_data)
{
  Range *range = user_data;

  if (isnan (value))
    return;
  if (isnan (range->min) || value < range->min)
    range->min = value;
  if (isnan (range->max) || value > range->max)
    range->max = value;
}

/* The extremes in [@from, @to], including a jump at @to; FALSE when it is all gap. */
gboolean
drill_timeline_range (const DrillTimeline *self,
                      DrillScenario       *scenario,
                      guint                series,
                      double               from,
                      double               to,
                      double              *min,
                      double              *max)
{
  Range range = { NAN, NAN };

  drill_timeline_walk (self, scenario, series, from, to, widen, &range);
  *min = range.min;
  *max = range.max;

  return !isnan (range.min);
}

/* Index of the regime that lasts now, or -1. */
int
drill_timeline_regime (const DrillTimeline *self)
{
  return self->switches != NULL ? (int) self->switches->regime : -1;
}

/* Returns: (transfer full) (element-type DrillRegimeChange): oldest first */
GArray *
drill_timeline_switches (const DrillTimeline *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (DrillRegimeChange));

  for (const DrillTimelineSwitch *node = self->switches; node != NULL; node = node->before)
    {
      DrillRegimeChange change = { node->time, node->regime };

      g_array_prepend_val (changes, change);
    }

  return changes;
}

/**
 * drill_timeline_digest:
 * @series_mask: bit set of the series that matter
 * @now: the clock, at or after every switch
 *
 * Adds to @checksum everything on which future values of these series depend.
 */
void
drill_timeline_digest (const DrillTimeline *self,
                       guint64              series_mask,
                       DrillScenario       *scenario,
                       gint64               now,
                       GChecksum           *checksum)
{
  if (series_mask == 0 || self->switches == NULL)
    return;

  g_checksum_update (checksum, (const guchar *) &self->switches->regime, sizeof self->switches->regime);
  g_checksum_update (checksum, (const guchar *) &self->switches->time, sizeof self->switches->time);
  for (guint i = 0; i < scenario->series->len; i++)
    {
      if (series_mask & (G_GUINT64_CONSTANT (1) << i))
        g_checksum_update (checksum, (const guchar *) &self->switches->starts[i], sizeof (Start));
    }
  for (const DrillTimelinePulse *node = self->pulses; node != NULL; node = node->before)
    {
      double fields[] = { node->series, node->begin, node->end, node->value };

      if (node->end > now && (series_mask & (G_GUINT64_CONSTANT (1) << node->series)))
        g_checksum_update (checksum, (const guchar *) fields, sizeof fields);
    }
}
