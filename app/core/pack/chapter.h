/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "pack/item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DrillReference:
 * @id: (nullable): the id that items name in their refs
 * @title: plain text
 * @url: (nullable): http or https only
 */
typedef struct
{
  char *id;
  char *title;
  char *url;
  guint line;
} DrillReference;

/**
 * DrillChapter:
 * @pack_id: (nullable): from `<!-- pack: ...; -->`, as are the four fields below it
 * @version: (nullable): the pack's version as written
 * @language: (nullable): BCP 47, such as "en"
 * @licence: (nullable): SPDX expression as written
 * @format: version of the pack format, 0 when not given
 * @title: (nullable): the first level-1 heading, plain text
 * @introduction: (nullable): CommonMark, everything before the first item's section
 * @tips: (nullable): CommonMark of the tips section
 * @summary: (nullable): CommonMark of the summary or conclusion
 * @items: (element-type DrillItem): in document order; follow-ups are children
 * @references: (element-type DrillReference)
 *
 * One Markdown file, read. Immutable once it was returned.
 */
typedef struct
{
  char      *pack_id;
  char      *version;
  char      *language;
  char      *licence;
  guint      format;
  char      *title;
  char      *introduction;
  char      *tips;
  char      *summary;
  GPtrArray *items;
  GPtrArray *references;
} DrillChapter;

/* A pack, topic, item or reference id: a lower-case letter or digit, then 1 to 62
 * of those or hyphens. */
gboolean drill_id_is_valid (const char *id);

/* Limits against hostile files; E050 tells when one is reached. */
#define DRILL_CHAPTER_MAX_BYTES (16 * 1024 * 1024)
#define DRILL_CHAPTER_MAX_ITEMS 20000

/* drill_chapter_parse() takes any bytes and never returns NULL: what is sound comes
 * in, the rest is told in @diagnostics. @name is used in messages only.
 * drill_chapter_load() also looks for the images that the file names; it fails
 * only when the file cannot be read. Both may run on any thread. */
DrillChapter *drill_chapter_parse (const char       *name,
                                   const char       *text,
                                   gsize             length,
                                   DrillDiagnostics *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
DrillChapter *drill_chapter_load  (const char       *path,
                                   const char       *name,
                                   DrillDiagnostics *diagnostics,
                                   GCancellable     *cancellable,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillChapter *drill_chapter_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void          drill_chapter_free  (DrillChapter     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillChapter, drill_chapter_free)

G_END_DECLS
