/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-score.h"

G_BEGIN_DECLS

/* A scorecard as a document, for paper and for files.
 * Returns: (transfer full) (element-type DrillParagraph) */
GPtrArray *drill_interview_document_new (const DrillMock      *mock,
                                         const DrillScorecard *card) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
