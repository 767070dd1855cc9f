/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

G_BEGIN_DECLS

typedef struct _DrillTimelineSwitch DrillTimelineSwitch;
typedef struct _DrillTimelinePulse DrillTimelinePulse;

/* What the metrics did so far: which regime began when, and the pulses. Copying
 * is cheap, because the past is shared. Zero-initialised it is empty. */
typedef struct
{
  DrillTimelineSwitch *switches;
  DrillTimelinePulse  *pulses;
} DrillTimeline;

/* @time is seconds since the start of the run; @value is NaN in a gap. */
typedef struct
{
  double time;
  double value;
} DrillPoint;

typedef void (*DrillPointFunc) (double   time,
                                double   value,
                                gpointer user_data);

void     drill_timeline_start  (DrillTimeline       *self,
                                DrillScenario       *scenario);
void     drill_timeline_copy   (DrillTimeline       *self,
                                const DrillTimeline *other);
void     drill_timeline_clear  (DrillTimeline       *self);

void     drill_timeline_switch (DrillTimeline       *self,
                                DrillScenario       *scenario,
                                gint64               time,
                                guint                regime);
void     drill_timeline_pulse  (DrillTimeline       *self,
                                gint64               time,
                                gint64               seconds,
                                guint                series,
                                double               value);

double   drill_timeline_sample (const DrillTimeline *self,
                                DrillScenario       *scenario,
                                guint                series,
                                double               time);
void     drill_timeline_walk   (const DrillTimeline *self,
                                DrillScenario       *scenario,
                                guint                series,
                                double               from,
                                double               to,
                                DrillPointFunc       func,
                                gpointer             user_data);
gboolean drill_timeline_range  (const DrillTimeline *self,
                                DrillScenario       *scenario,
                                guint                series,
                                double               from,
                                double               to,
                                double              *min,
                                double              *max);

int      drill_timeline_regime   (const DrillTimeline *self);
void     drill_timeline_digest   (const DrillTimeline *self,
                                  guint64              series_mask,
                                  DrillScenario       *scenario,
                                  gint64               now,
                                  GChecksum           *checksum);
GArray  *drill_timeline_switches (const DrillTimeline *self) G_GNUC_WARN_UNUSED_RESULT;

/* One entry of drill_timeline_switches(). */
typedef struct
{
  gint64 time;
  guint  regime;
} DrillRegimeChange;

G_END_DECLS
