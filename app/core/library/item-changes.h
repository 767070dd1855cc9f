/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/import-report.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* How the items of one pack change in an import: look at files before they are
 * written, and settle afterwards who is who. */
typedef struct _DrillItemChanges DrillItemChanges;

DrillItemChanges *drill_item_changes_new      (DrillConnection   *connection,
                                               const char        *slug,
                                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              drill_item_changes_free     (DrillItemChanges  *self);
gboolean          drill_item_changes_remember (DrillItemChanges  *self,
                                               gint64             file,
                                               GError           **error);
void              drill_item_changes_written  (DrillItemChanges  *self,
                                               gint64             file);
gboolean          drill_item_changes_settle   (DrillItemChanges  *self,
                                               DrillImportReport *report,
                                               gint64             now_ms,
                                               GError           **error);

/* For whoever writes items: the key of a name, and a name that it had before. */
const char       *drill_item_changes_get_key  (DrillItemChanges  *self,
                                               const char        *name);
void              drill_item_changes_set_was  (DrillItemChanges  *self,
                                               const char        *name,
                                               const char        *was);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillItemChanges, drill_item_changes_free)

G_END_DECLS
