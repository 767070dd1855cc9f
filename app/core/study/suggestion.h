/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/fsrs.h"
#include "pack/item.h"

G_BEGIN_DECLS

/* The grade that ticked key points speak for; the learner decides.
 * @grades and @met are arrays of @n_points. */
DrillRating drill_suggest_rating (const DrillKeyPointGrade *grades,
                                  const gboolean           *met,
                                  guint                     n_points);

G_END_DECLS
