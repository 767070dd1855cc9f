/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill stamp FILE...: gives items ids, in the author's own files. */

#include "config.h"

#include "cli/commands.h"

#include "library/file-list.h"
#include "pack/stamp.h"

#include <stdlib.h>

/* The ids of all Markdown files beside @path, which are of the same pack. */
static void
take_ids_beside (const char *path,
                 GHashTable *taken)
{
  g_autofree char   *folder = g_path_get_dirname (path);
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, NULL);
  const char        *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char             *other = g_build_filename (folder, name, NULL);
      g_autoptr (DrillDiagnostics) ignored = drill_diagnostics_new ();
      g_autoptr (DrillChapter)     chapter = NULL;

      if (!g_str_has_suffix (name, ".md") && !g_str_has_suffix (name, ".markdown"))
        continue;
      chapter = drill_chapter_load (other, name, ignored, NULL, NULL);
      if (chapter != NULL)
        drill_stamp_take_ids (chapter, taken);
    }
}

/* Writes to the file behind a symbolic link; GIO keeps its permissions, and the old
 * text until the new one is complete. */
static gboolean
replace (const char *path,
         GBytes     *text,
         const char *etag,
         GError    **error)
{
  char             *real = realpath (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (real != NULL ? real : path);
  gsize             size;
  const char       *bytes = g_bytes_get_data (text, &size);

  free (real);

  return g_file_replace_contents (file,
                                  bytes,
                                  size,
                                  etag,
                                  FALSE,
                                  G_FILE_CREATE_NONE,
                                  NULL,
                                  NULL,
                                  error);
}

/* Returns: FALSE with @error when the file cannot be read or written. What is wrong
 * inside of it is in @problems. */
static gboolean
stamp_file (const DrillPackFile *pack_file,
            GHashTable          *taken,
            guint               *n_stamped,
            DrillDiagnostics    *problems,
            GError             **error)
{
  g_autoptr (GFile)  file = g_file_new_for_path (pack_file->path);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) stamped = NULL;
  g_autofree char   *etag = NULL;

  *n_stamped = 0;
  text = g_file_load_bytes (file, NULL, &etag, error);
  if (text == NULL)
    return FALSE;

  take_ids_beside (pack_file->path, taken);
  stamped = drill_stamp (pack_file->name, text, taken, n_stamped, problems);

  return stamped == NULL || *n_stamped == 0 || replace (pack_file->path, stamped, etag, error);
}

int
drill_command_stamp (const DrillCliOptions *options,
                     int                    argc,
                     char                 **argv)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (GHashTable)       taken = NULL;
  g_autoptr (GPtrArray)        files = NULL;
  g_autoptr (GError)           error = NULL;
  guint                        total = 0;

  if (argc == 0)
    return drill_cli_usage ("stamp needs at least one file");

  files = drill_file_list_new ((const char *const *) argv, problems, NULL, &error);
  if (files == NULL)
    return drill_cli_fail (error);

  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < files->len; i++)
    {
      const DrillPackFile *file = g_ptr_array_index (files, i);
      guint                n_stamped;

      /* A scenario says what it is called, and its places are sections. */
      if (file->is_scenario)
        continue;
      if (!stamp_file (file, taken, &n_stamped, problems, &error))
        {
          g_prefix_error (&error, "%s: ", file->name);
          return drill_cli_fail (error);
        }
      if (n_stamped > 0 && !options->json)
        g_print ("%s: %u ids\n", file->name, n_stamped);
      total += n_stamped;
    }

  drill_cli_print_problems (problems);
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "stamped");
      json_builder_add_int_value (builder, total);
      json_builder_end_object (builder);
      drill_cli_print_json (builder);
    }

  return drill_diagnostics_count (problems, DRILL_SEVERITY_ERROR) > 0 ? DRILL_EXIT_PROBLEM
                                                                      : DRILL_EXIT_OK;
}
