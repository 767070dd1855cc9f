/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/scanner.h"

G_BEGIN_DECLS

/* What in a file speaks for our own format. */
typedef enum
{
  DRILL_EVIDENCE_NONE,
  DRILL_EVIDENCE_SECTIONS, /* headings such as "Questions", which others have, too */
  DRILL_EVIDENCE_LABELS,   /* "Key Points:", "Follow-up:" and the like */
} DrillEvidence;

DrillEvidence drill_evidence_weigh (const DrillSource *source);

G_END_DECLS
