/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "library/identity.h"
#include "pack/chapter.h"

G_BEGIN_DECLS

/**
 * DrillImportMatch:
 * @key: of the item in the library
 * @old_key: of the one that it was, or may be when @how is %DRILL_MATCH_ASK
 * @how: it was recognised
 * @similarity: of the two, from 0 to 1
 * @is_edited: whether its words have changed
 * @answer_changed: whether another option is right
 *
 * An item that was recognised although it is not the same to the letter or has
 * another id.
 */
typedef struct
{
  char         *key;
  char         *old_key;
  DrillMatchHow how;
  double        similarity;
  gboolean      is_edited;
  gboolean      answer_changed;
} DrillImportMatch;

/**
 * DrillImportReport:
 * @files: Markdown files that were looked at
 * @unchanged_files: those of them that had not changed since the last import
 * @vanished_files: files that were in the library and are gone from their source
 * @new_items: items that the library did not have
 * @unchanged_items: items that it had just so
 * @matched_items: items that were edited or renamed and keep their history
 * @asked_items: new items that may be one that is gone; the learner has to say
 * @archived_items: items that are gone; their history is kept
 * @matches: (element-type DrillImportMatch): the matched and the asked ones
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
  guint             new_items;
  guint             unchanged_items;
  guint             matched_items;
  guint             asked_items;
  guint             archived_items;
  GPtrArray        *matches;
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
