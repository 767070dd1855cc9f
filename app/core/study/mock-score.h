/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-dimension.h"
#include "study/mock.h"

G_BEGIN_DECLS

/* @weight: in hundredths of a point. @bonus: it adds, but full marks do not need it */
typedef struct
{
  int      weight;
  gboolean bonus;
} DrillMockWeight;

DrillMockWeight drill_mock_weigh (DrillKeyPointGrade grade,
                                  guint              level);

/**
 * DrillMockGap:
 * @step: where it was missed
 * @grade: of the key point
 * @markdown: (nullable): what was missed, as the rubric or the option says it; %NULL
 *   when the answer has no rubric
 */
typedef struct
{
  DrillMockDimension dimension;
  guint              step;
  DrillKeyPointGrade grade;
  char              *markdown;
} DrillMockGap;

/* In hundredths; max 0 when nothing was asked about it. */
typedef struct
{
  int points;
  int max;
} DrillMockMark;

/**
 * DrillScorecard:
 * @marks: of what was asked, for each dimension
 * @gaps: (element-type DrillMockGap): in the order of dimensions, musts first
 * @percent: of all that was planned: what was not asked brings nothing
 * @percent_asked: of what was asked
 * @n_asked: steps that were answered or skipped, of @n_steps
 * @n_made: key points ticked, right MCQs; of @n_points that were asked
 * @review: (element-type utf8): keys of items to look at again, worst first
 *
 * What a mock interview comes to.
 */
typedef struct
{
  DrillMockMark marks[DRILL_N_DIMENSIONS];
  GPtrArray    *gaps;
  int           percent;
  int           percent_asked;
  guint         n_asked;
  guint         n_skipped;
  guint         n_steps;
  guint         n_made;
  guint         n_points;
  GPtrArray    *review;
} DrillScorecard;

/* What passes, in percent of all that was planned. */
#define DRILL_MOCK_PASS 70

DrillScorecard *drill_scorecard_new  (const DrillMock *mock) G_GNUC_WARN_UNUSED_RESULT;
void            drill_scorecard_free (DrillScorecard  *self);

int             drill_mock_mark_get_percent (const DrillMockMark *self);
void            drill_mock_get_step_mark    (const DrillMock     *mock,
                                             guint                step,
                                             DrillMockMark       *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillScorecard, drill_scorecard_free)

G_END_DECLS
