/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a DrillEvidenceList: a piece of data that its list keeps alive. */
#define DRILL_TYPE_EVIDENCE_ROW (drill_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (DrillEvidenceRow, drill_evidence_row, DRILL, EVIDENCE_ROW, GObject)

DrillEvidenceRow *drill_evidence_row_new       (gconstpointer        data) G_GNUC_WARN_UNUSED_RESULT;
gconstpointer     drill_evidence_row_get_data  (DrillEvidenceRow    *self);

/* Makes the widget of a row, and fills it. */
typedef GtkWidget *(*DrillEvidenceMakeFunc) (gpointer      user_data);
typedef void       (*DrillEvidenceBindFunc) (GtkWidget    *widget,
                                             gconstpointer data,
                                             gpointer      user_data);

/* All that is known about a row, for below the list. Returns: (transfer full) */
typedef char      *(*DrillEvidenceTextFunc) (gconstpointer data,
                                             gpointer      user_data);

/* Many rows, of which one is looked at: its details stand below the list. */
#define DRILL_TYPE_EVIDENCE_LIST (drill_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (DrillEvidenceList, drill_evidence_list, DRILL, EVIDENCE_LIST, AdwBin)

GtkWidget *drill_evidence_list_new (GListModel            *model,
                                    const char            *label,
                                    DrillEvidenceMakeFunc  make,
                                    DrillEvidenceBindFunc  bind,
                                    DrillEvidenceTextFunc  details,
                                    gpointer               user_data);

G_END_DECLS
