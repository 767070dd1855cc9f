/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "library/item-changes.h"
#include "pack/chapter.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillChapterPlace:
 * @pack: row of the pack
 * @pack_slug: first half of every key
 * @path: absolute path of the file
 * @name: path as messages name it
 * @checksum: SHA-256 in hex of the file's bytes
 * @row: that the file had before it was erased, 0 when it is new
 * @outdated: (element-type gint64): rows of files that are going to be written
 *   anew later; they have to yield an id that has moved here
 * @changes: knows the keys of items that were renamed or edited
 */
typedef struct
{
  gint64            pack;
  const char       *pack_slug;
  const char       *path;
  const char       *name;
  const char       *checksum;
  gint64            row;
  GHashTable       *outdated;
  DrillItemChanges *changes;
} DrillChapterPlace;

/* Replaces what the library holds of one file by @chapter, within the caller's
 * transaction. @problems are stored with the file; items whose id another file
 * has already are left out and added to them. Returns: row of the file, or -1. */
gint64 drill_chapter_write  (DrillConnection         *connection,
                             const DrillChapterPlace *place,
                             const DrillChapter      *chapter,
                             DrillDiagnostics        *problems,
                             GError                 **error);

/* Takes a file and all its items out of the library. */
gboolean drill_chapter_erase (DrillConnection *connection,
                              gint64           file,
                              GError         **error);

G_END_DECLS
