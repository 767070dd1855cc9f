/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"

G_BEGIN_DECLS

/**
 * DrillQueueOrder:
 * @DRILL_QUEUE_ORDER_AUTOMATIC: by recall while behind, else by date
 * @DRILL_QUEUE_ORDER_RECALL: what is nearest to being forgotten first
 * @DRILL_QUEUE_ORDER_DUE: what has been due longest first
 * @DRILL_QUEUE_ORDER_RANDOM: another order every day
 * @DRILL_QUEUE_ORDER_ADDED: what was learned first comes first
 *
 * The order of due cards. Stored in settings: never reuse a number.
 */
typedef enum
{
  DRILL_QUEUE_ORDER_AUTOMATIC = 0,
  DRILL_QUEUE_ORDER_RECALL = 1,
  DRILL_QUEUE_ORDER_DUE = 2,
  DRILL_QUEUE_ORDER_RANDOM = 3,
  DRILL_QUEUE_ORDER_ADDED = 4,
} DrillQueueOrder;

/**
 * DrillRules:
 * @time_zone: (transfer full): whose days are counted
 * @rollover_hour: when a study day begins, local time, 0 to 23
 * @new_per_day: how many unseen items a day brings at most
 * @reviews_per_day: how many due items a day's session holds at most
 * @learn_ahead_ms: a card in its learning steps that is due so soon is shown
 *   when nothing else is left
 * @order: of due cards
 * @leech_lapses: a card forgotten so often is a leech; 0 for none
 * @leech_again: after how many further lapses it is one anew
 * @suspend_leeches: whether such a card is put aside with the answer
 * @interview_day: study day of the interview; 0 for none
 * @max_answer_ms: time on a card counts up to this
 * @two_buttons: whether one grades with Again and Good only
 *
 * How this learner studies. Copied into each thread that needs it.
 */
typedef struct
{
  DrillScheduler scheduler;
  GTimeZone     *time_zone;
  int            rollover_hour;
  guint          new_per_day;
  guint          reviews_per_day;
  gint64         learn_ahead_ms;
  DrillQueueOrder order;
  guint          leech_lapses;
  guint          leech_again;
  gboolean       suspend_leeches;
  int            interview_day;
  gint64         max_answer_ms;
  gboolean       two_buttons;
} DrillRules;

DrillRules *drill_rules_new  (void) G_GNUC_WARN_UNUSED_RESULT;
DrillRules *drill_rules_copy (const DrillRules *self) G_GNUC_WARN_UNUSED_RESULT;
void        drill_rules_free (DrillRules       *self);

/* Whether both give every card the same state, so that changing from one to the other
 * needs no replay. */
gboolean    drill_rules_fold_alike (const DrillRules *self,
                                    const DrillRules *other);

/* Number of the study day that @wall_ms falls into. */
int         drill_rules_day  (const DrillRules *self,
                              gint64            wall_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillRules, drill_rules_free)

G_END_DECLS
