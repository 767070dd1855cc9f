/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A file that the player has opened: log, table, trace, heap or text. */
#define DRILL_TYPE_EVIDENCE_PANEL (drill_evidence_panel_get_type ())
G_DECLARE_FINAL_TYPE (DrillEvidencePanel, drill_evidence_panel, DRILL, EVIDENCE_PANEL, AdwBin)

GtkWidget *drill_evidence_panel_new (DrillScenario *scenario,
                                     guint          evidence);

G_END_DECLS
