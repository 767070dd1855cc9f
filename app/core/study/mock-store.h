/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-plan.h"
#include "study/mock-score.h"
#include "study/rules.h"

G_BEGIN_DECLS

/**
 * DrillMockRow:
 * @ended_ms: wall clock; 0 while it has not ended
 * @left_ms: of an unfinished one
 * @reached: of an unfinished one, how many steps were asked, of @steps
 * @percent: of one that has ended
 *
 * An interview in a list.
 */
typedef struct
{
  guint8         uuid[DRILL_UUID_SIZE];
  DrillMockSetup setup;
  gint64         started_ms;
  gint64         ended_ms;
  DrillMockPhase phase;
  gint64         elapsed_ms;
  gint64         left_ms;
  guint          reached;
  guint          steps;
  int            percent;
  gboolean       passed;
} DrillMockRow;

DrillMock *drill_mock_start (DrillConnection         *connection,
                             const DrillMockSetup    *setup,
                             const char *const       *keys,
                             guint32                  seed,
                             const DrillClockReading *now,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
DrillMock *drill_mock_load  (DrillConnection         *connection,
                             const guint8            *uuid,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *drill_mock_list  (DrillConnection         *connection,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * DrillMockChange:
 * @number: of the event, from 0
 * @event: its text is owned
 * @answers: (element-type DrillAnswer): reviews that follow from it
 * @ended: whether the interview ended with it; then the rest says how
 *
 * What is stored of one event, all of it or nothing. Immutable and reference counted.
 */
typedef struct
{
  guint8         uuid[DRILL_UUID_SIZE];
  guint          number;
  guint          step;
  DrillMockEvent event;
  GPtrArray     *answers;
  gboolean       ended;
  DrillMockPhase phase;
  gint64         elapsed_ms;
  int            percent;
  guint          n_made;
  guint          n_missed;
} DrillMockChange;

DrillMockChange *drill_mock_change       (DrillMock               *mock,
                                          DrillMockEventKind       kind,
                                          guint                    value,
                                          const char              *text,
                                          const DrillClockReading *now,
                                          gboolean                *effect) G_GNUC_WARN_UNUSED_RESULT;
DrillMockChange *drill_mock_change_ref   (DrillMockChange         *self);
void             drill_mock_change_unref (DrillMockChange         *self);
gboolean         drill_mock_change_save  (DrillConnection         *connection,
                                          const DrillRules        *rules,
                                          const DrillMockChange   *self,
                                          GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMockChange, drill_mock_change_unref)

G_END_DECLS
