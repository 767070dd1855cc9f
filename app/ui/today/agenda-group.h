/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/item-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done today beside what is due: a row for each, which one key or click
 * starts. Hidden while there is nothing. */
#define DRILL_TYPE_AGENDA_GROUP (drill_agenda_group_get_type ())
G_DECLARE_FINAL_TYPE (DrillAgendaGroup, drill_agenda_group, DRILL, AGENDA_GROUP, AdwBin)

void drill_agenda_group_show (DrillAgendaGroup  *self,
                              const DrillAgenda *agenda);

G_END_DECLS
