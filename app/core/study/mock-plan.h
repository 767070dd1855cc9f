/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"
#include "pack/item.h"
#include "study/mock-setup.h"

G_BEGIN_DECLS

/**
 * DrillMockCandidate:
 * @parent: (nullable): key of the question that a follow-up belongs to
 * @topics: (array zero-terminated=1)
 * @minutes: 0 when nothing was said
 * @turns: of a transcript
 * @card: all zeroes when it was never answered
 * @last_rating: of its last answer; 0 without one
 * @asked_ms: when an interview asked it last; 0 for never
 *
 * Something that an interview can ask.
 */
typedef struct
{
  char         *key;
  char         *parent;
  DrillItemKind kind;
  guint         levels;
  guint         minutes;
  guint         turns;
  GStrv         topics;
  DrillCard     card;
  guint         last_rating;
  gint64        asked_ms;
} DrillMockCandidate;

/**
 * DrillMockPlanEntry:
 * @topics: (array zero-terminated=1)
 * @budget_ms: how long it should take
 *
 * A follow-up comes right after what it digs into.
 */
typedef struct
{
  char         *key;
  DrillItemKind kind;
  gint64        budget_ms;
  GStrv         topics;
} DrillMockPlanEntry;

/**
 * DrillMockPlan:
 * @entries: (element-type DrillMockPlanEntry): in the order of asking; empty when there
 *   is nothing to ask
 * @budget_ms: of all of them; at most the minutes of @setup
 * @repeats: whether it is the last interview once more, because there is no other
 *
 * An interview before it begins.
 */
typedef struct
{
  DrillMockSetup setup;
  GPtrArray     *entries;
  gint64         budget_ms;
  gboolean       repeats;
} DrillMockPlan;

void           drill_mock_candidate_free (DrillMockCandidate    *self);

gint64         drill_mock_budget         (DrillItemKind          kind,
                                          guint                  minutes,
                                          guint                  turns);

DrillMockPlan *drill_mock_plan_new       (const DrillMockSetup  *setup,
                                          GPtrArray             *candidates,
                                          const char *const     *last,
                                          const DrillFsrs       *fsrs,
                                          int                    today,
                                          gint64                 now_ms,
                                          guint32                seed) G_GNUC_WARN_UNUSED_RESULT;
void           drill_mock_plan_free      (DrillMockPlan         *self);
GStrv          drill_mock_plan_get_keys  (const DrillMockPlan   *self) G_GNUC_WARN_UNUSED_RESULT;
guint          drill_mock_plan_count     (const DrillMockPlan   *self,
                                          DrillItemKind          kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMockCandidate, drill_mock_candidate_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMockPlan, drill_mock_plan_free)

G_END_DECLS
