/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From paths to rows.
 *
 *   paths -> files, grouped by source -> candidates -> chapter -> rows of that file
 *
 * The whole import is one transaction, so cancelling leaves no trace. Each file
 * is a savepoint: its new state comes in as one piece or its old one stays. A
 * file that cannot be read as text keeps its old state. A file whose bytes have
 * not changed is not read again.
 *
 * Items move between files, and files get other names. So the files of a source
 * are first looked at together: what stood in missing ones goes before anything
 * comes in, and the ones that are going to be read again yield their ids.
 */

#include "config.h"

#include "library/importer.h"

#include "library/chapter-file.h"
#include "library/chapter-writer.h"
#include "library/file-list.h"
#include "library/item-changes.h"
#include "library/pack-row.h"
#include "library/sweep.h"
#include "pack/folder.h"

#include <string.h>

typedef struct
{
  DrillConnection    *connection;
  DrillImportReport  *report;
  gint64              now_ms;
  GCancellable       *cancellable;
  DrillImportProgress progress;
  gpointer            progress_data;
  guint64             done;
  guint64             total;
  GHashTable         *visited; /* gint64: rows of packs that were met */

  /* The pack that is being written. */
  gint64              pack;
  char               *slug;
  DrillItemChanges   *changes;
  GHashTable         *seen;     /* paths of its files that were met */
  GHashTable         *outdated; /* gint64: rows of files that are still to be read again */
} Import;

/* A file that may have to be read. */
typedef struct
{
  const DrillPackFile *file;
  char                *checksum;
  gsize                size;
  gint64               row; /* 0 when the library does not have it */
  gboolean             is_unchanged;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->checksum);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Candidate, candidate_free)

static gboolean
count_file (Import  *import,
            gint64   file,
            GError **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (import->connection, "library/count-file");
  drill_statement_bind_int (statement, "file", file);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    drill_import_report_count (import->report,
                               drill_statement_int (statement, 0),
                               drill_statement_int (statement, 1),
                               drill_statement_int (statement, 2));

  return step == DRILL_STEP_DONE;
}

/* An unchanged file still has the problems that it had. */
static gboolean
recall_problems (Import     *import,
                 gint64      file,
                 const char *name,
                 GError    **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (import->connection, "library/problems-of-file");
  drill_statement_bind_int (statement, "file", file);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    drill_diagnostics_add (import->report->problems,
                           name,
                           drill_statement_int (statement, 0),
                           drill_statement_int (statement, 1),
                           drill_statement_int (statement, 2),
                           g_intern_string (drill_statement_text (statement, 3)),
                           "%s",
                           drill_statement_text (statement, 4));

  return step == DRILL_STEP_DONE;
}

/* Returns: row of the file, 0 when nothing in it is worth a row, -1 on error. */
static gint64
write_file (Import           *import,
            const Candidate  *candidate,
            DrillDiagnostics *problems,
            GError          **error)
{
  const DrillPackFile     *file = candidate->file;
  g_autoptr (DrillChapter) chapter = NULL;
  DrillChapterPlace        place = {
           .pack = import->pack,
           .pack_slug = import->slug,
           .path = file->path,
           .name = file->name,
           .checksum = candidate->checksum,
           .row = candidate->row,
           .outdated = import->outdated,
           .changes = import->changes,
  };

  chapter = drill_chapter_file_load (file, problems, import->cancellable, error);
  if (chapter == NULL)
    return -1;
  if (candidate->row > 0 && drill_chapter_file_is_lost (file, chapter, problems))
    return candidate->row;

  if (candidate->row > 0 && !drill_chapter_erase (import->connection, candidate->row, error))
    return -1;
  if (chapter->items->len == 0 && chapter->pack_id == NULL &&
      drill_diagnostics_get_length (problems) == 0)
    return 0;

  return drill_chapter_write (import->connection, &place, chapter, problems, error);
}

static gboolean
delete_empty_pack (Import  *import,
                   gint64   pack,
                   GError **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (import->connection, "library/delete-pack");
  drill_statement_bind_int (statement, "pack", pack);

  return drill_statement_run (statement, error);
}

/* Looks up what the library has of the candidate. */
static gboolean
find_file (Import    *import,
           Candidate *candidate,
           char     **checksum,
           GError   **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;
  gint64                     row, pack;

  statement = drill_connection_statement (import->connection, "library/file-by-path");
  drill_statement_bind_text (statement, "path", candidate->file->path);
  step = drill_statement_step (statement, error);
  if (step != DRILL_STEP_ROW)
    return step != DRILL_STEP_ERROR;

  row = drill_statement_int (statement, 0);
  pack = drill_statement_int (statement, 1);
  if (pack == import->pack)
    {
      candidate->row = row;
      *checksum = g_strdup (drill_statement_text (statement, 2));
      return TRUE;
    }

  /* The same file under another source: the newer import owns it. */
  g_clear_pointer (&statement, drill_statement_release);

  return drill_chapter_erase (import->connection, row, error) &&
         delete_empty_pack (import, pack, error);
}

static char *
checksum_file (const char *path,
               gsize      *size)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new (path, FALSE, NULL);

  if (map == NULL)
    return g_strdup ("unreadable");

  *size = g_mapped_file_get_length (map);
  if (*size > DRILL_CHAPTER_MAX_BYTES)
    return g_strdup ("too large");

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                      (const guchar *) g_mapped_file_get_contents (map),
                                      *size);
}

static void
mark_outdated (Import *import,
               gint64  row)
{
  if (row > 0)
    g_hash_table_add (import->outdated, g_memdup2 (&row, sizeof row));
}

/* Returns: (transfer full) (nullable): NULL on error */
static Candidate *
examine_file (Import              *import,
              const DrillPackFile *file,
              GError             **error)
{
  g_autoptr (Candidate) candidate = g_new0 (Candidate, 1);
  g_autofree char      *old_checksum = NULL;

  candidate->file = file;
  candidate->checksum = checksum_file (file->path, &candidate->size);
  if (!find_file (import, candidate, &old_checksum, error))
    return NULL;

  candidate->is_unchanged = g_strcmp0 (candidate->checksum, old_checksum) == 0;
  if (!candidate->is_unchanged)
    mark_outdated (import, candidate->row);
  g_hash_table_add (import->seen, g_strdup (file->path));

  return g_steal_pointer (&candidate);
}

/* Returns: (transfer full) (element-type Candidate): in the order of @files */
static GPtrArray *
examine_source (Import    *import,
                GPtrArray *files,
                guint      first,
                guint      last,
                GError   **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);

  for (guint i = first; i < last; i++)
    {
      Candidate *candidate;

      if (g_cancellable_set_error_if_cancelled (import->cancellable, error))
        return NULL;
      candidate = examine_file (import, g_ptr_array_index (files, i), error);
      if (candidate == NULL)
        return NULL;
      g_ptr_array_add (candidates, candidate);
    }

  return g_steal_pointer (&candidates);
}

static gboolean
import_file (Import          *import,
             const Candidate *candidate,
             GError         **error)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  guint                        n_items = drill_import_report_get_items (import->report);
  gint64                       row;

  import->report->files++;
  import->done += candidate->size;

  if (candidate->is_unchanged && !g_hash_table_contains (import->outdated, &candidate->row))
    {
      import->report->unchanged_files++;
      if (!recall_problems (import, candidate->row, candidate->file->name, error) ||
          !count_file (import, candidate->row, error))
        return FALSE;
      n_items = drill_import_report_get_items (import->report) - n_items;
      import->report->unchanged_items += n_items;
      return TRUE;
    }

  if (!drill_connection_savepoint (import->connection, error))
    return FALSE;
  g_hash_table_remove (import->outdated, &candidate->row);
  row = write_file (import, candidate, problems, error);
  if (row < 0)
    {
      drill_connection_rollback_savepoint (import->connection);
      return FALSE;
    }
  if (!drill_connection_release_savepoint (import->connection, error))
    return FALSE;

  drill_diagnostics_take_all (import->report->problems, problems);

  if (row == 0)
    return TRUE;
  drill_item_changes_written (import->changes, row);

  return count_file (import, row, error);
}

/* Returns: (transfer full) (element-type gint64) (nullable): rows of files that are
 * gone from the source */
static GArray *
find_missing_files (Import  *import,
                    GError **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autoptr (GArray)         gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  DrillStep                  step;

  statement = drill_connection_statement (import->connection, "library/files-of-pack");
  drill_statement_bind_int (statement, "pack", import->pack);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      gint64 id = drill_statement_int (statement, 0);

      if (!g_hash_table_contains (import->seen, drill_statement_text (statement, 1)))
        g_array_append_val (gone, id);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&gone) : NULL;
}

/* Looks at all items that may be somewhere else afterwards, or others. */
static gboolean
remember_items (Import       *import,
                const GArray *gone,
                GError      **error)
{
  GHashTableIter iter;
  gpointer       row;

  for (guint i = 0; i < gone->len; i++)
    {
      if (!drill_item_changes_remember (import->changes, g_array_index (gone, gint64, i), error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, import->outdated);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      if (!drill_item_changes_remember (import->changes, *(gint64 *) row, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes out what stood in files that are gone from the source. A new file may get the
 * row of one of them, and is not to be read again for that. */
static gboolean
forget_files (Import       *import,
              const GArray *gone,
              GError      **error)
{
  for (guint i = 0; i < gone->len; i++)
    {
      if (!drill_chapter_erase (import->connection, g_array_index (gone, gint64, i), error))
        return FALSE;
      g_hash_table_remove (import->outdated, &g_array_index (gone, gint64, i));
    }
  import->report->vanished_files += gone->len;

  return TRUE;
}

/* An id that was taken may be free now, so the files that wanted it are read
 * again. */
static gboolean
retry_conflicts (Import  *import,
                 GError **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (import->connection, "library/files-in-conflict");
  drill_statement_bind_int (statement, "pack", import->pack);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    mark_outdated (import, drill_statement_int (statement, 0));

  return step == DRILL_STEP_DONE;
}

/* Everything that is done to a pack before its files are written. */
static gboolean
prepare_source (Import    *import,
                GPtrArray *candidates,
                gboolean   is_renamed,
                GError   **error)
{
  g_autoptr (GArray) gone = find_missing_files (import, error);

  if (gone == NULL)
    return FALSE;
  for (guint i = 0; is_renamed && i < candidates->len; i++)
    mark_outdated (import, ((Candidate *) g_ptr_array_index (candidates, i))->row);
  if ((gone->len > 0 || g_hash_table_size (import->outdated) > 0) &&
      !retry_conflicts (import, error))
    return FALSE;

  import->changes = drill_item_changes_new (import->connection, import->slug, error);

  return import->changes != NULL && remember_items (import, gone, error) &&
         forget_files (import, gone, error);
}

/* Files [first, last) share a source and become one pack. */
static gboolean
import_source (Import    *import,
               GPtrArray *files,
               guint      first,
               guint      last,
               GError   **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  gboolean              is_renamed;

  g_clear_pointer (&import->changes, drill_item_changes_free);
  g_clear_pointer (&import->slug, g_free);
  import->pack = drill_pack_row_open (import->connection,
                                      (DrillPackFile **) files->pdata + first,
                                      last - first,
                                      import->now_ms,
                                      &import->slug,
                                      &is_renamed,
                                      error);
  if (import->pack < 0)
    return FALSE;

  g_hash_table_add (import->visited, g_memdup2 (&import->pack, sizeof import->pack));
  g_hash_table_remove_all (import->seen);
  g_hash_table_remove_all (import->outdated);
  candidates = examine_source (import, files, first, last, error);
  if (candidates == NULL || !prepare_source (import, candidates, is_renamed, error))
    return FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (import->cancellable, error) ||
          !import_file (import, g_ptr_array_index (candidates, i), error))
        return FALSE;
      if (import->progress != NULL)
        import->progress (import->done, import->total, import->progress_data);
    }

  return drill_item_changes_settle (import->changes, import->report, import->now_ms, error) &&
         delete_empty_pack (import, import->pack, error);
}

static gboolean
import_all (Import            *import,
            const char *const *paths,
            GPtrArray         *files,
            GError           **error)
{
  for (guint first = 0, last; first < files->len; first = last)
    {
      const char *source = ((DrillPackFile *) g_ptr_array_index (files, first))->source;

      for (last = first + 1; last < files->len; last++)
        {
          if (!g_str_equal (((DrillPackFile *) g_ptr_array_index (files, last))->source, source))
            break;
        }
      if (!import_source (import, files, first, last, error))
        return FALSE;
    }

  for (; *paths != NULL; paths++)
    {
      if (!drill_sweep_packs (import->connection,
                              *paths,
                              import->visited,
                              &import->report->vanished_files,
                              error))
        return FALSE;
    }

  return TRUE;
}

/**
 * drill_import_run:
 * @connection: with the library attached; its thread does the work
 * @paths: (array zero-terminated=1): files or folders
 * @progress: (nullable) (scope call): called after each file
 *
 * Reads everything below @paths into the library. Problems in files are in the
 * report, not in @error; @error is set when a path or the database fails, or on
 * cancellation, and then the library is as it was.
 *
 * Returns: (transfer full): the report
 */
DrillImportReport *
drill_import_run (DrillConnection    *connection,
                  const char *const  *paths,
                  gint64              now_ms,
                  DrillImportProgress progress,
                  gpointer            progress_data,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (DrillImportReport) report = drill_import_report_new ();
  g_autoptr (GHashTable)        visited = NULL;
  g_autoptr (GHashTable)        seen = NULL;
  g_autoptr (GHashTable)        outdated = NULL;
  g_autoptr (GPtrArray)         files = NULL;
  Import                        import = { .connection = connection,
                                           .report = report,
                                           .now_ms = now_ms,
                                           .cancellable = cancellable,
                                           .progress = progress,
                                           .progress_data = progress_data };
  gboolean                      done;

  g_return_val_if_fail (connection != NULL && paths != NULL, NULL);

  files = drill_file_list_new (paths, report->problems, cancellable, error);
  if (files == NULL)
    return NULL;

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import.seen = seen;
  visited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  import.visited = visited;
  outdated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  import.outdated = outdated;
  import.total = drill_file_list_get_size (files);
  if (!drill_connection_begin (connection, error))
    return NULL;
  done = import_all (&import, paths, files, error) && drill_connection_commit (connection, error);
  g_free (import.slug);
  drill_item_changes_free (import.changes);
  if (!done)
    {
      drill_connection_rollback (connection);
      return NULL;
    }

  drill_diagnostics_sort (report->problems);

  return g_steal_pointer (&report);
}
