/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From paths to rows.
 *
 *   paths -> files, grouped by source -> chapter -> rows of that file
 *
 * The whole import is one transaction, so cancelling leaves no trace. Each file
 * is a savepoint: its new state comes in as one piece or its old one stays. A
 * file that cannot be read as text keeps its old state, and so does a file of
 * which nothing was sound any more. A file whose bytes have not changed is not
 * read again.
 */

#include "config.h"

#include "library/importer.h"

#include "library/chapter-writer.h"
#include "library/file-list.h"
#include "library/pack-row.h"
#include "library/scenario-chapter.h"
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

  /* The pack that is being written. */
  gint64              pack;
  char               *slug;
  GHashTable         *seen; /* paths of its files that were met */
} Import;

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

/* Whether the file as a whole was unreadable, so that its old state must stay. A
 * scenario is whole or nothing. */
static gboolean
is_unreadable (const DrillPackFile    *file,
               const DrillChapter     *chapter,
               const DrillDiagnostics *problems)
{
  static const char *const fatal[] = { "E001", "E050", NULL };

  if (file->is_scenario)
    return chapter->items->len == 0;

  for (guint i = 0; i < drill_diagnostics_get_length (problems); i++)
    {
      if (g_strv_contains (fatal, drill_diagnostics_get (problems, i)->code))
        return TRUE;
    }

  return FALSE;
}

/* Returns: row of the file, 0 when nothing in it is worth a row, -1 on error. */
static gint64
write_file (Import              *import,
            const DrillPackFile *file,
            const char          *checksum,
            gint64               old_file,
            DrillDiagnostics    *problems,
            GError             **error)
{
  g_autoptr (DrillChapter) chapter = NULL;
  DrillChapterPlace        place = {
           .pack = import->pack,
           .pack_slug = import->slug,
           .path = file->path,
           .name = file->name,
           .checksum = checksum,
  };

  chapter = file->is_scenario
                ? drill_scenario_chapter_load (file->path, file->name, problems, error)
                : drill_chapter_load (file->path, file->name, problems, import->cancellable, error);
  if (chapter == NULL)
    return -1;
  if (old_file > 0 && is_unreadable (file, chapter, problems))
    return old_file;

  if (old_file > 0 && !drill_chapter_erase (import->connection, old_file, error))
    return -1;
  if (chapter->items->len == 0 && chapter->pack_id == NULL &&
      drill_diagnostics_get_length (problems) == 0)
    return 0;

  return drill_chapter_write (import->connection, &place, chapter, problems, error);
}

static gboolean
find_file (Import     *import,
           const char *path,
           gint64     *file,
           char      **checksum,
           GError    **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (import->connection, "library/file-by-path");
  drill_statement_bind_text (statement, "path", path);
  step = drill_statement_step (statement, error);
  *file = 0;
  if (step == DRILL_STEP_ROW && drill_statement_int (statement, 1) == import->pack)
    {
      *file = drill_statement_int (statement, 0);
      *checksum = g_strdup (drill_statement_text (statement, 2));
    }
  else if (step == DRILL_STEP_ROW)
    {
      gint64 other = drill_statement_int (statement, 0);

      /* The same file under another source: the newer import owns it. */
      g_clear_pointer (&statement, drill_statement_release);
      return drill_chapter_erase (import->connection, other, error);
    }

  return step != DRILL_STEP_ERROR;
}

static char *
checksum_file (const char *path,
               gsize      *size)
{
  g_autoptr (GMappedFile) map = g_mapped_file_new (path, FALSE, NULL);

  if (map == NULL)
    return NULL;

  *size = g_mapped_file_get_length (map);
  if (*size > DRILL_CHAPTER_MAX_BYTES)
    return g_strdup ("too large");

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                      (const guchar *) g_mapped_file_get_contents (map),
                                      *size);
}

static gboolean
import_file (Import              *import,
             const DrillPackFile *file,
             GError             **error)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autofree char             *checksum = NULL;
  g_autofree char             *old_checksum = NULL;
  gint64                       old_file;
  gint64                       row;
  gsize                        size = 0;

  if (!find_file (import, file->path, &old_file, &old_checksum, error))
    return FALSE;

  checksum = checksum_file (file->path, &size);
  import->report->files++;
  import->done += size;
  g_hash_table_add (import->seen, g_strdup (file->path));

  if (checksum != NULL && old_file > 0 && g_str_equal (checksum, old_checksum))
    {
      import->report->unchanged_files++;
      return recall_problems (import, old_file, file->name, error) &&
             count_file (import, old_file, error);
    }

  if (!drill_connection_savepoint (import->connection, error))
    return FALSE;
  row = write_file (import,
                    file,
                    checksum != NULL ? checksum : "unreadable",
                    old_file,
                    problems,
                    error);
  if (row < 0)
    {
      drill_connection_rollback_savepoint (import->connection);
      return FALSE;
    }
  if (!drill_connection_release_savepoint (import->connection, error))
    return FALSE;

  drill_diagnostics_take_all (import->report->problems, problems);

  return row == 0 || count_file (import, row, error);
}

/* Takes out what stood in files that are gone from the source. */
static gboolean
forget_missing_files (Import  *import,
                      GError **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autoptr (GArray)         gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  DrillStep                  step;
  guint                      left = 0;

  statement = drill_connection_statement (import->connection, "library/files-of-pack");
  drill_statement_bind_int (statement, "pack", import->pack);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      gint64 id = drill_statement_int (statement, 0);

      if (g_hash_table_contains (import->seen, drill_statement_text (statement, 1)))
        left++;
      else
        g_array_append_val (gone, id);
    }
  if (step == DRILL_STEP_ERROR)
    return FALSE;
  g_clear_pointer (&statement, drill_statement_release);

  for (guint i = 0; i < gone->len; i++)
    {
      if (!drill_chapter_erase (import->connection, g_array_index (gone, gint64, i), error))
        return FALSE;
    }
  if (left > 0)
    return TRUE;

  statement = drill_connection_statement (import->connection, "library/delete-pack");
  drill_statement_bind_int (statement, "pack", import->pack);

  return drill_statement_run (statement, error);
}

/* Files [first, last) share a source and become one pack. */
static gboolean
import_source (Import    *import,
               GPtrArray *files,
               guint      first,
               guint      last,
               GError   **error)
{
  g_clear_pointer (&import->slug, g_free);
  import->pack = drill_pack_row_open (import->connection,
                                      (DrillPackFile **) files->pdata + first,
                                      last - first,
                                      import->now_ms,
                                      &import->slug,
                                      error);
  if (import->pack < 0)
    return FALSE;

  g_hash_table_remove_all (import->seen);
  for (guint i = first; i < last; i++)
    {
      if (g_cancellable_set_error_if_cancelled (import->cancellable, error) ||
          !import_file (import, g_ptr_array_index (files, i), error))
        return FALSE;
      if (import->progress != NULL)
        import->progress (import->done, import->total, import->progress_data);
    }

  return forget_missing_files (import, error);
}

static gboolean
import_all (Import    *import,
            GPtrArray *files,
            GError   **error)
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
  g_autoptr (GHashTable)        seen = NULL;
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
  import.total = drill_file_list_get_size (files);
  if (!drill_connection_begin (connection, error))
    return NULL;
  done = import_all (&import, files, error) && drill_connection_commit (connection, error);
  g_free (import.slug);
  if (!done)
    {
      drill_connection_rollback (connection);
      return NULL;
    }

  drill_diagnostics_sort (report->problems);

  return g_steal_pointer (&report);
}
