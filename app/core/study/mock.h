/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-record.h"
#include "study/answer.h"
#include "study/mock-run.h"
#include "study/mock-setup.h"
#include "study/option-order.h"

G_BEGIN_DECLS

/* @markdown: (nullable): %NULL for the one point of an answer without a rubric: whether
 * it made what the model answer makes */
typedef struct
{
  const char        *markdown;
  DrillKeyPointGrade grade;
} DrillMockPoint;

/**
 * DrillMockStep:
 * @item: index of the item it is of
 * @turn: of a transcript, from 1; else 0
 * @budget_ms: how long it should take
 * @points: (element-type DrillMockPoint): at most %DRILL_MOCK_MAX_POINTS
 * @order: of the options on screen
 * @correct: right options, in the order of the item
 *
 * What is asked at once: a question, a follow-up, an MCQ, a turn or an incident.
 */
typedef struct
{
  DrillItemRecord *record;
  guint            item;
  guint            turn;
  gint64           budget_ms;
  GArray          *points;
  DrillOptionOrder order;
  guint            correct;
} DrillMockStep;

/**
 * DrillMock:
 * @started_ms: wall clock
 * @items: (element-type DrillItemRecord): as they were when it began
 * @orders: (element-type DrillOptionOrder): of the options of each
 * @steps: (element-type DrillMockStep)
 *
 * A mock interview and how far it has come. Belongs to one thread at a time.
 */
typedef struct
{
  guint8         uuid[DRILL_UUID_SIZE];
  DrillMockSetup setup;
  gint64         started_ms;
  GPtrArray     *items;
  GArray        *orders;
  GPtrArray     *steps;
  DrillMockRun  *run;
} DrillMock;

DrillMock *drill_mock_new  (const guint8            uuid[DRILL_UUID_SIZE],
                            const DrillMockSetup   *setup,
                            GPtrArray              *items,
                            const DrillOptionOrder *orders,
                            gint64                  started_ms) G_GNUC_WARN_UNUSED_RESULT;
void       drill_mock_free (DrillMock              *self);

gboolean             drill_mock_can_ask      (const DrillItemRecord *record);
const DrillMockStep *drill_mock_get_step     (const DrillMock       *self,
                                              guint                  step);
const DrillPart     *drill_mock_step_find    (const DrillMockStep   *self,
                                              DrillPartRole          role);
gboolean             drill_mock_is_right     (const DrillMock       *self,
                                              guint                  step);
DrillRating          drill_mock_rate         (const DrillMock       *self,
                                              guint                  item);
DrillAnswer         *drill_mock_get_answer   (const DrillMock       *self,
                                              guint                  item,
                                              gint64                 at_ms) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMock, drill_mock_free)

G_END_DECLS
