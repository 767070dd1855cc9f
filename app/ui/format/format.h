/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"
#include "pack/item.h"

G_BEGIN_DECLS

/* Values of the core as words for people, translated. Pure functions. */

const char *drill_format_kind     (DrillItemKind      kind);
const char *drill_format_level    (DrillLevels        level);
char       *drill_format_levels   (guint              levels) G_GNUC_WARN_UNUSED_RESULT;
const char *drill_format_grade    (DrillKeyPointGrade grade);
char       *drill_format_topic    (const char        *slug) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_format_topics   (const char *const *slugs) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_format_duration (gint64             ms) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_format_return   (const DrillCard   *card,
                                   gint64             now_ms,
                                   int                today) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_format_in_days  (guint              days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
