/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/card-history.h"

G_BEGIN_DECLS

/* A card's history in words, translated. Pure. */

const char *drill_card_event_word   (const DrillCardEvent *event);
char       *drill_card_event_detail (const DrillCardEvent *event) G_GNUC_WARN_UNUSED_RESULT;
const char *drill_card_state_word   (const DrillCard      *card);
char       *drill_card_days_word    (double                days) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_card_date_word    (int                   day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
