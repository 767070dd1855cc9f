/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-record.h"

G_BEGIN_DECLS

/* An item as it was when it was asked, as JSON: packs change, and a result should go on
 * saying what was asked. */

char            *drill_item_snapshot_write (const DrillItemRecord *record) G_GNUC_WARN_UNUSED_RESULT;
DrillItemRecord *drill_item_snapshot_read  (const char            *text,
                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
