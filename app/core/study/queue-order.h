/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"

G_BEGIN_DECLS

/* Cards of one fact that are nearer than this give each other away. */
#define DRILL_SIBLING_DISTANCE 3

/**
 * DrillQueueRow:
 * @card: number of the card, smaller for one that was learned earlier
 * @due_day: the study day it was due
 * @last_day: the study day of its last answer
 * @stability: days; 0 for one that was never answered
 *
 * What the order of a due card follows from.
 */
typedef struct
{
  gint64 card;
  int    due_day;
  int    last_day;
  double stability;
} DrillQueueRow;

/* What decides which cards may stand beside each other; 0 is none, else equal
 * numbers are of one topic, or of one fact. */
typedef struct
{
  guint topic;
  guint sibling;
} DrillQueueKin;

gboolean drill_queue_is_behind (const DrillQueueRow *rows,
                                guint                n_rows,
                                guint                cap,
                                int                  today);
guint   *drill_queue_sort      (const DrillQueueRow *rows,
                                guint                n_rows,
                                DrillQueueOrder      order,
                                gboolean             behind,
                                int                  today) G_GNUC_WARN_UNUSED_RESULT;
guint   *drill_queue_arrange   (const DrillQueueKin *kin,
                                guint                n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
