/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

#define DRILL_STATISTICS_DAYS 28

/**
 * DrillTopicStatistics:
 * @items: of the topic
 * @seen: those that were answered at least once
 * @recall: mean probability, from 0 to 1, of recalling one of the seen ones today
 * @lapses: how often one of them was forgotten
 */
typedef struct
{
  char  *slug;
  guint  items;
  guint  seen;
  double recall;
  guint  lapses;
} DrillTopicStatistics;

/**
 * DrillStatistics:
 * @days: answers per study day, the last one being today
 * @recalled: those of them that were not Again
 * @duration_ms: time spent per study day
 * @topics: (element-type DrillTopicStatistics): weakest first; those never seen last
 * @cards: answered at least once
 * @learning: of those, how many are in their learning steps
 *
 * How study goes. Immutable and reference counted.
 */
typedef struct
{
  guint      days[DRILL_STATISTICS_DAYS];
  guint      recalled[DRILL_STATISTICS_DAYS];
  gint64     duration_ms[DRILL_STATISTICS_DAYS];
  GPtrArray *topics;
  guint      cards;
  guint      learning;
} DrillStatistics;

DrillStatistics *drill_statistics_load  (DrillConnection  *connection,
                                         const DrillRules *rules,
                                         gint64            now_ms,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillStatistics *drill_statistics_ref   (DrillStatistics  *self);
void             drill_statistics_unref (DrillStatistics  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillStatistics, drill_statistics_unref)

G_END_DECLS
