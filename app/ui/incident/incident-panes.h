/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_PANE_TALK,
  DRILL_PANE_DASHBOARD,
  DRILL_PANE_ACTIONS,
  DRILL_N_PANES,
} DrillPane;

/* Conversation, dashboards and actions: all at once where there is room, one at
 * a time where there is not.
 *
 * Properties: "narrow" (boolean, read-only). */
#define DRILL_TYPE_INCIDENT_PANES (drill_incident_panes_get_type ())
G_DECLARE_FINAL_TYPE (DrillIncidentPanes, drill_incident_panes, DRILL, INCIDENT_PANES, GtkWidget)

GtkWidget *drill_incident_panes_new         (GtkWidget          *talk,
                                             GtkWidget          *dashboard,
                                             GtkWidget          *actions);
gboolean   drill_incident_panes_get_narrow  (DrillIncidentPanes *self);
void       drill_incident_panes_show        (DrillIncidentPanes *self,
                                             DrillPane           pane);
DrillPane  drill_incident_panes_get_shown   (DrillIncidentPanes *self);
void       drill_incident_panes_set_news    (DrillIncidentPanes *self,
                                             DrillPane           pane,
                                             gboolean            has_news);

G_END_DECLS
