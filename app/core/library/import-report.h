/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "pack/chapter.h"

G_BEGIN_DECLS

/**
 * DrillImportReport:
 * @files: Markdown files that were looked at
 * @unchanged_files: those of them that had not changed since the last import
 * @vanished_files: files that were in the library and are gone from their source
 * @problems: (transfer full): in order of file and line
 *
 * What came of reading files. The counts are of sound items: what is in the
 * library now, or would be.
 */
typedef struct
{
  guint             files;
  guint             unchanged_files;
  guint             vanished_files;
  guint             questions;
  guint             follow_ups;
  guint             mcqs;
  guint             options;
  guint             transcripts;
  guint             scenarios;
  DrillDiagnostics *problems;
} DrillImportReport;

DrillImportReport *drill_import_report_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               drill_import_report_free (DrillImportReport *self);
void               drill_import_report_count (DrillImportReport *self,
                                              DrillItemKind      kind,
                                              guint              items,
                                              guint              options);
guint              drill_import_report_get_items (const DrillImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillImportReport, drill_import_report_free)

G_END_DECLS
