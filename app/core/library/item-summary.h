/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One row of a list of items: enough to show it and to open it. Immutable. */
#define DRILL_TYPE_ITEM_SUMMARY (drill_item_summary_get_type ())
G_DECLARE_FINAL_TYPE (DrillItemSummary, drill_item_summary, DRILL, ITEM_SUMMARY, GObject)

DrillItemSummary  *drill_item_summary_new            (const char       *key,
                                                      DrillItemKind     kind,
                                                      const char       *title,
                                                      guint             levels,
                                                      const char       *topics,
                                                      const char       *pack,
                                                      const char       *pack_title,
                                                      const char       *path,
                                                      guint             line) G_GNUC_WARN_UNUSED_RESULT;
const char        *drill_item_summary_get_key        (DrillItemSummary *self);
DrillItemKind      drill_item_summary_get_kind       (DrillItemSummary *self);
const char        *drill_item_summary_get_title      (DrillItemSummary *self);
guint              drill_item_summary_get_levels     (DrillItemSummary *self);
const char *const *drill_item_summary_get_topics     (DrillItemSummary *self);
const char        *drill_item_summary_get_pack       (DrillItemSummary *self);
const char        *drill_item_summary_get_pack_title (DrillItemSummary *self);
const char        *drill_item_summary_get_path       (DrillItemSummary *self);
guint              drill_item_summary_get_line       (DrillItemSummary *self);

G_END_DECLS
