/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "study/rules.h"
#include "study/tally.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* 53 whole weeks: a year, from whichever weekday. */
#define DRILL_STATISTICS_DAYS 371

#define DRILL_FORECAST_DAYS 30

/**
 * DrillWeakness:
 * @DRILL_WEAK_FORGOTTEN: what was learned has faded
 * @DRILL_WEAK_UNSEEN: much of it was never asked
 * @DRILL_WEAK_QUIZ: the newest answer was wrong, in a quiz or an interview
 * @DRILL_WEAK_INCIDENT: an incident showed that it is not known
 *
 * Why a topic is weak: what costs it most.
 */
typedef enum
{
  DRILL_WEAK_FORGOTTEN,
  DRILL_WEAK_UNSEEN,
  DRILL_WEAK_QUIZ,
  DRILL_WEAK_INCIDENT,
  DRILL_N_WEAKNESSES,
} DrillWeakness;

/**
 * DrillGroupStatistics:
 * @slug: (nullable): of a topic
 * @level: of a level, 0 for a topic
 * @items: questions and MCQs, and follow-ups that were asked
 * @seen: those that were answered at least once
 * @recall: mean probability, from 0 to 1, of recalling one of the seen ones today
 * @spread: how far the share that is really known may lie from @recall: one standard
 *   deviation, as each of them is either known or not
 * @lapses: how often one of them was forgotten
 * @lost: how many items each reason costs
 * @weakness: from 0 to 1: the share of items that is lost
 * @reason: what costs most
 *
 * How well the items of a topic or a level are known.
 */
typedef struct
{
  char         *slug;
  guint         level;
  guint         items;
  guint         seen;
  double        recall;
  double        spread;
  guint         lapses;
  double        lost[DRILL_N_WEAKNESSES];
  double        weakness;
  DrillWeakness reason;
} DrillGroupStatistics;

/* A finished quiz. */
typedef struct
{
  char    *name;
  gint64   started_ms;
  guint    questions;
  guint    right;
  gboolean passed;
} DrillQuizPoint;

/* A phase of the newest runs of incidents. @share: mean, from 0 to 1 */
typedef struct
{
  char  *name;
  guint  runs;
  double share;
} DrillPhasePoint;

/* A finished run of an incident. */
typedef struct
{
  char  *key;
  char  *title;
  gint64 started_ms;
  int    score;
  int    max;
} DrillRunPoint;

/**
 * DrillStatistics:
 * @today: number of the study day
 * @days: by study day, the last one being today
 * @topics: (element-type DrillGroupStatistics): weakest first
 * @levels: (element-type DrillGroupStatistics): from Junior up; only those that occur
 * @cards: answered at least once
 * @learning: of those, how many are in their learning steps
 * @items: questions and MCQs
 * @missed: mistakes that were not made good yet
 * @overdue: cards that were due before today
 * @forecast: cards due, by day from today on
 * @pace_ms: what an answer took lately
 * @quizzes: (element-type DrillQuizPoint): oldest first
 * @runs: (element-type DrillRunPoint): oldest first
 * @phases: (element-type DrillPhasePoint)
 *
 * How study goes. Immutable and reference counted.
 */
typedef struct
{
  int           today;
  DrillDayCount days[DRILL_STATISTICS_DAYS];
  GPtrArray    *topics;
  GPtrArray    *levels;
  guint         cards;
  guint         learning;
  guint         items;
  guint         missed;
  guint         overdue;
  guint         forecast[DRILL_FORECAST_DAYS];
  double        desired_retention;
  gint64        pace_ms;
  GPtrArray    *quizzes;
  GPtrArray    *runs;
  GPtrArray    *phases;
} DrillStatistics;

/**
 * DrillReadiness:
 * @items: of the level
 * @seen: those that were answered at least once
 * @days: until the date
 * @per_day: cards a day that the plan reckons with
 * @recall_today: expected share of all of them that is known today
 * @recall_idle: on the date, when nothing is studied any more
 * @recall: on the date, when the plan is followed
 * @unreached: items that the plan cannot reach before the date
 *
 * How ready one is for a level on a date. What was never seen counts as not known.
 */
typedef struct
{
  guint  items;
  guint  seen;
  guint  days;
  guint  per_day;
  double recall_today;
  double recall_idle;
  double recall;
  guint  unreached;
} DrillReadiness;

DrillStatistics *drill_statistics_load  (DrillConnection  *connection,
                                         const DrillRules *rules,
                                         gint64            now_ms,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillStatistics *drill_statistics_ref   (DrillStatistics  *self);
void             drill_statistics_unref (DrillStatistics  *self);

gboolean         drill_readiness_load   (DrillConnection  *connection,
                                         const DrillRules *rules,
                                         gint64            now_ms,
                                         guint             level,
                                         int               day,
                                         DrillReadiness   *readiness,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillStatistics, drill_statistics_unref)

G_END_DECLS
