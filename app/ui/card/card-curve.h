/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/card-history.h"
#include "ui/widgets/chart/chart-model.h"

G_BEGIN_DECLS

/**
 * DrillCardCurve:
 * @series: (element-type DrillChartSeries): recall, stability, difficulty; empty for a
 *   card without a memory
 * @events: (element-type DrillChartEvent): answers and decisions; their labels are not
 *   owned
 *
 * What a card's history looks like. Along the bottom are days: midnight UTC of a study
 * day stands for that day.
 */
typedef struct
{
  GPtrArray *series;
  GArray    *events;
} DrillCardCurve;

DrillCardCurve *drill_card_curve_new  (const DrillCardHistory *history,
                                       const DrillFsrs        *fsrs,
                                       int                     today) G_GNUC_WARN_UNUSED_RESULT;
void            drill_card_curve_free (DrillCardCurve         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillCardCurve, drill_card_curve_free)

G_END_DECLS
