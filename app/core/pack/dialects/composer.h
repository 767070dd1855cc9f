/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/reader.h"

G_BEGIN_DECLS

/**
 * DrillComposer:
 * @source: (transfer none): for the file's name and its diagnostics
 *
 * Makes items of texts that some reader has taken out of a file that is not
 * Markdown. On the stack; to be cleared.
 */
typedef struct
{
  DrillReader  reader;
  DrillSource *source;
  GPtrArray   *items;
} DrillComposer;

void drill_composer_init (DrillComposer *self, DrillSource *source, DrillChapter *chapter);
void drill_composer_clear (DrillComposer *self);

DrillDraft *drill_composer_begin (DrillComposer *self,
                                  DrillItemKind  kind,
                                  guint          line,
                                  const char    *markdown) G_GNUC_WARN_UNUSED_RESULT;
void        drill_composer_add_part (DrillDraft *draft, DrillPartRole role, const char *markdown);
void        drill_composer_add_option (DrillDraft *draft,
                                       const char *markdown,
                                       gboolean    correct,
                                       const char *reason);
void        drill_composer_add_topics (DrillDraft *draft, const char *words);
void        drill_composer_admit (DrillComposer *self, DrillDraft *draft);

char *drill_plain_to_markdown (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
