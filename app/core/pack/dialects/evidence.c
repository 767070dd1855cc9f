/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Which rules a file follows, as far as its lines can tell by themselves. */

#include "config.h"

#include "pack/dialects/evidence.h"

#include "pack/classify.h"
#include "pack/labels.h"
#include "pack/sections.h"

/**
 * drill_evidence_weigh:
 * @source: classified
 */
DrillEvidence
drill_evidence_weigh (const DrillSource *source)
{
  DrillEvidence found = DRILL_EVIDENCE_NONE;

  for (guint i = 0; i < source->n_lines; i++)
    {
      const DrillLine *line = &source->lines[i];
      DrillSlice       title;

      if (line->sense == DRILL_SENSE_LABEL
          && (line->label == DRILL_LABEL_KEY_POINTS || line->label == DRILL_LABEL_MISTAKES
              || line->label == DRILL_LABEL_FOLLOW_UP || line->label == DRILL_LABEL_FOLLOW_UPS
              || line->label == DRILL_LABEL_SETUP || line->label == DRILL_LABEL_INTERVIEWER))
        return DRILL_EVIDENCE_LABELS;
      /* "# Interview Questions" is the title of many a page. */
      if (line->sense != DRILL_SENSE_SECTION || line->level == 1)
        continue;
      switch (drill_section_parse (drill_source_get_line (source, i),
                                   line->kind == DRILL_LINE_HEADING,
                                   &title))
        {
        case DRILL_SECTION_MOCK:
          return DRILL_EVIDENCE_LABELS;
        case DRILL_SECTION_QUESTIONS:
        case DRILL_SECTION_MCQ:
          found = DRILL_EVIDENCE_SECTIONS;
          break;
        default:
          break;
        }
    }

  return found;
}
