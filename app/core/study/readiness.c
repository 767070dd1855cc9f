/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How ready one is for a level on a date: the plan of interview.c, for the items of
 * that level alone. */

#include "config.h"

#include "study/statistics.h"

#include "study/forecast.h"
#include "study/item-index.h"

/**
 * drill_readiness_load:
 * @level: bit set of #DrillLevels; 0 for everything
 * @day: study day
 * @readiness: (out)
 */
gboolean
drill_readiness_load (DrillConnection  *connection,
                      const DrillRules *rules,
                      gint64            now_ms,
                      guint             level,
                      int               day,
                      DrillReadiness   *readiness,
                      GError          **error)
{
  g_autoptr (GArray)    cards = g_array_new (FALSE, TRUE, sizeof (DrillForecastCard));
  const DrillItemIndex *index;
  DrillInterviewPlan    plan;
  int                   today;

  g_return_val_if_fail (connection != NULL && rules != NULL && readiness != NULL, FALSE);

  *readiness = (DrillReadiness){ .per_day = rules->reviews_per_day };
  today = drill_rules_day (rules, now_ms);
  index = drill_item_index_get (connection, error);
  if (index == NULL)
    return FALSE;

  for (guint place = 0; place < index->n_items; place++)
    {
      const DrillIndexItem *item = &index->items[place];
      DrillForecastCard     card = { .memory = { item->stability, item->difficulty },
                                     .last_day = item->last_day,
                                     .due_day = item->due_day };

      if (!drill_index_item_is_studied (item) || item->suspended
          || (level != 0 && (item->levels & level) == 0))
        continue;
      readiness->items++;
      readiness->seen += item->stability > 0;
      readiness->recall_today += drill_index_item_recall (item, rules, today);
      g_array_append_val (cards, card);
    }
  if (readiness->items == 0)
    return TRUE;

  readiness->recall_today /= readiness->items;
  readiness->days = (guint) MAX (day - today, 0);
  plan = drill_interview_plan ((const DrillForecastCard *) (void *) cards->data,
                               cards->len,
                               &rules->scheduler,
                               today,
                               MAX (day, today + 1),
                               rules->reviews_per_day);
  readiness->recall = plan.recall;
  readiness->recall_idle = plan.recall_idle;
  readiness->unreached = plan.unreached;

  return TRUE;
}
