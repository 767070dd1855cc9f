/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/answer.h"
#include "study/fold.h"

G_BEGIN_DECLS

/**
 * DrillCardEvent:
 * @mark: what was decided; 0 for an answer
 * @value: of the mark
 * @occasion: of the answer
 * @rating: of the answer
 * @at_ms: wall clock
 * @day: study day
 * @recall: the probability of knowing it just before, from 0 to 1; 0 for a card
 *   without a memory
 * @after: the card after it
 */
typedef struct
{
  DrillMarkKind mark;
  gint64        value;
  DrillOccasion occasion;
  DrillRating   rating;
  gint64        at_ms;
  gint64        duration_ms;
  int           day;
  double        recall;
  DrillCard     after;
} DrillCardEvent;

/**
 * DrillCardHistory:
 * @events: (element-type DrillCardEvent): what counts, oldest first
 * @fold: the card now
 *
 * Everything that happened to a card. Between two events, recall falls as
 * drill_card_retrievability() of the first one's card says. Immutable and
 * reference counted.
 */
typedef struct
{
  char     *key;
  GArray   *events;
  DrillFold fold;
} DrillCardHistory;

DrillCardHistory *drill_card_history_load  (DrillConnection  *connection,
                                            const DrillRules *rules,
                                            const char       *key,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillCardHistory *drill_card_history_ref   (DrillCardHistory *self);
void              drill_card_history_unref (DrillCardHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillCardHistory, drill_card_history_unref)

G_END_DECLS
