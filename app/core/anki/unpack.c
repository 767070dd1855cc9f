/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The collection out of the zip.
 *
 * What a zip says about its sizes is not believed: bytes are counted as they come,
 * and the count ends the work. Names in it are compared and never become paths.
 */

#include "config.h"

#include "anki/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

/* From the oldest to the newest: a newer one beside an older one is the real one. */
static const char *const collections[]
  = { "collection.anki2", "collection.anki21", "collection.anki21b" };

typedef struct archive Archive;

static void
archive_close (Archive *self)
{
  archive_read_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static Archive *
open_zip (const char *path)
{
  g_autoptr (Archive) self = archive_read_new ();

  archive_read_support_format_zip (self);
  if (archive_read_open_filename (self, path, CHUNK) != ARCHIVE_OK)
    return NULL;

  return g_steal_pointer (&self);
}

static int
rank_of (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);

  for (guint i = 0; i < G_N_ELEMENTS (collections) && name != NULL; i++)
    if (strcmp (name, collections[i]) == 0)
      return i;

  return -1;
}

/* Which collection there is, or -1. */
static DrillUnpack
find_newest (const char *path, int *newest)
{
  g_autoptr (Archive) zip = open_zip (path);
  struct archive_entry *entry;
  guint                 count = 0;
  int                   code;

  *newest = -1;
  if (zip == NULL)
    return DRILL_UNPACK_BROKEN;
  while ((code = archive_read_next_header (zip, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      if (++count > DRILL_APKG_MAX_ENTRIES)
        return DRILL_UNPACK_TOO_LARGE;
      *newest = MAX (*newest, rank_of (entry));
    }
  if (*newest < 0)
    return code == ARCHIVE_EOF ? DRILL_UNPACK_EMPTY : DRILL_UNPACK_BROKEN;

  return DRILL_UNPACK_OK;
}

/* Copies what the open entry holds, and counts. */
static DrillUnpack
copy_out (Archive *from, const char *target, gint64 limit, GCancellable *cancellable)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  int         file = open (target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  DrillUnpack result = DRILL_UNPACK_OK;
  gint64      total = 0;

  if (file < 0)
    return DRILL_UNPACK_BROKEN;
  while (result == DRILL_UNPACK_OK)
    {
      la_ssize_t got = archive_read_data (from, chunk, CHUNK);

      if (got == 0)
        break;
      total += MAX (got, 0);
      if (got < 0 || g_cancellable_is_cancelled (cancellable))
        result = DRILL_UNPACK_BROKEN;
      else if (total > limit)
        result = DRILL_UNPACK_TOO_LARGE;
      else if (write (file, chunk, got) != got)
        result = DRILL_UNPACK_BROKEN;
    }
  if (close (file) != 0)
    result = DRILL_UNPACK_BROKEN;

  return result;
}

static DrillUnpack
unpack_entry (const char   *path,
              int           rank,
              const char   *target,
              gint64        limit,
              GCancellable *cancellable)
{
  g_autoptr (Archive) zip = open_zip (path);
  struct archive_entry *entry;

  if (zip == NULL)
    return DRILL_UNPACK_BROKEN;
  while (archive_read_next_header (zip, &entry) <= ARCHIVE_OK)
    {
      if (rank_of (entry) == rank)
        return copy_out (zip, target, limit, cancellable);
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }

  return DRILL_UNPACK_BROKEN;
}

static DrillUnpack
decompress (const char *packed, const char *target, gint64 limit, GCancellable *cancellable)
{
  g_autoptr (Archive) raw = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_filter_zstd (raw);
  archive_read_support_format_raw (raw);
  if (archive_read_open_filename (raw, packed, CHUNK) != ARCHIVE_OK
      || archive_read_next_header (raw, &entry) > ARCHIVE_OK)
    return DRILL_UNPACK_BROKEN;

  return copy_out (raw, target, limit, cancellable);
}

/**
 * drill_unpack_collection:
 * @path: a zip
 * @target: where the database is to be
 * @limit: bytes that it may have
 *
 * The newest generation that is in the package, as a SQLite file.
 */
DrillUnpack
drill_unpack_collection (const char   *path,
                         const char   *target,
                         gint64        limit,
                         GCancellable *cancellable)
{
  g_autofree char *packed = NULL;
  DrillUnpack      result;
  int              newest;

  result = find_newest (path, &newest);
  if (result != DRILL_UNPACK_OK)
    return result;
  if (newest < 2)
    return unpack_entry (path, newest, target, limit, cancellable);

  packed = g_strconcat (target, ".zst", NULL);
  result = unpack_entry (path, newest, packed, limit, cancellable);
  if (result == DRILL_UNPACK_OK)
    result = decompress (packed, target, limit, cancellable);
  unlink (packed);

  return result;
}
