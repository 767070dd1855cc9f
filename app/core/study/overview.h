/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillOverview:
 * @items: questions and MCQs in the library
 * @unseen: those of them that were never answered
 * @due: cards that are due now
 * @fresh: unseen items that today may still bring
 * @answers_today: given since the study day began
 * @duration_today_ms: spent on them
 * @pace_ms: what an answer took lately, 0 when there is no history
 * @streak: study days in a row with an answer, today or yesterday being the last
 * @next_day: days until something is due when nothing is now, 0 when nothing ever is
 * @next_count: how many cards are due then
 *
 * What there is to do now.
 */
typedef struct
{
  guint  items;
  guint  unseen;
  guint  due;
  guint  fresh;
  guint  answers_today;
  gint64 duration_today_ms;
  gint64 pace_ms;
  guint  streak;
  guint  next_day;
  guint  next_count;
} DrillOverview;

gboolean drill_overview_load (DrillConnection  *connection,
                              const DrillRules *rules,
                              gint64            now_ms,
                              DrillOverview    *overview,
                              GError          **error);

G_END_DECLS
