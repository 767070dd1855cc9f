/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/debrief.h"
#include "ui/incident/play.h"
#include "ui/widgets/document.h"

G_BEGIN_DECLS

/* A debrief as text, for paper and for files.
 * Returns: (transfer full) (element-type DrillParagraph) */
GPtrArray *drill_debrief_document_new (const DrillDebrief *debrief,
                                       DrillPlay          *play) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
