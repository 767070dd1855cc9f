/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"

G_BEGIN_DECLS

/* What an interviewer looks at. Only DEPTH is counted beside another one. */
typedef enum
{
  DRILL_DIMENSION_STRUCTURE,
  DRILL_DIMENSION_DIAGNOSIS,
  DRILL_DIMENSION_MITIGATION,
  DRILL_DIMENSION_COMMUNICATION,
  DRILL_DIMENSION_ROOT_CAUSE,
  DRILL_DIMENSION_DEPTH,
  DRILL_N_DIMENSIONS,
} DrillMockDimension;

DrillMockDimension drill_mock_dimension_of_text  (const char        *text,
                                                  const char *const *topics);
DrillMockDimension drill_mock_dimension_of_phase (const char        *phase);
gboolean           drill_mock_is_deep            (DrillItemKind      kind,
                                                  DrillKeyPointGrade grade,
                                                  guint              level);

G_END_DECLS
