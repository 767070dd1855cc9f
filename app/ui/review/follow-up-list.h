/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The follow-ups of a question, opened one by one: first the question alone, then
 * its answer, or as a card of its own.
 *
 * Signals:
 *  ask-next (const char *key)  this follow-up is to come as the next card */
#define DRILL_TYPE_FOLLOW_UP_LIST (drill_follow_up_list_get_type ())
G_DECLARE_FINAL_TYPE (DrillFollowUpList, drill_follow_up_list, DRILL, FOLLOW_UP_LIST, AdwBin)

GtkWidget *drill_follow_up_list_new (const DrillItemRecord *record);

G_END_DECLS
