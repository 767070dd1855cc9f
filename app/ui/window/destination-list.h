/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The places of the main window, as rows of its sidebar.
 *
 * Signals:
 *  selected (const char *name)  the user chose one, perhaps the one shown */
#define DRILL_TYPE_DESTINATION_LIST (drill_destination_list_get_type ())
G_DECLARE_FINAL_TYPE (DrillDestinationList, drill_destination_list, DRILL, DESTINATION_LIST, AdwBin)

void drill_destination_list_append    (DrillDestinationList *self,
                                       const char           *name,
                                       const char           *title,
                                       const char           *icon_name);
void drill_destination_list_select    (DrillDestinationList *self,
                                       const char           *name);
void drill_destination_list_focus     (DrillDestinationList *self);
void drill_destination_list_set_count (DrillDestinationList *self,
                                       const char           *name,
                                       guint                 count);

G_END_DECLS
