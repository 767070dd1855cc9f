/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The files behind the paths that a person gave. */

#include "config.h"

#include "library/file-list.h"

#include <string.h>

static int
compare_source (gconstpointer a,
                gconstpointer b)
{
  const DrillPackFile *left = *(DrillPackFile *const *) a;
  const DrillPackFile *right = *(DrillPackFile *const *) b;
  int                  order = strcmp (left->source, right->source);

  return order != 0 ? order : strcmp (left->path, right->path);
}

GPtrArray *
drill_file_list_new (const char *const *paths,
                     DrillDiagnostics  *problems,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr (GPtrArray)  all = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_pack_file_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) files = drill_pack_folder_list (paths[i], problems, cancellable, error);

      if (files == NULL)
        return NULL;
      while (files->len > 0)
        {
          DrillPackFile *file = g_ptr_array_steal_index_fast (files, files->len - 1);

          if (g_hash_table_add (known, file->path))
            g_ptr_array_add (all, file);
          else
            drill_pack_file_free (file);
        }
    }
  g_ptr_array_sort (all, compare_source);

  return g_steal_pointer (&all);
}

/* Bytes on disk, as far as the files can be looked at. */
guint64
drill_file_list_get_size (GPtrArray *files)
{
  guint64 total = 0;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GFile)     file = NULL;
      g_autoptr (GFileInfo) info = NULL;

      file = g_file_new_for_path (((DrillPackFile *) g_ptr_array_index (files, i))->path);
      info = g_file_query_info (file,
                                G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                G_FILE_QUERY_INFO_NONE,
                                NULL,
                                NULL);
      if (info != NULL)
        total += g_file_info_get_size (info);
    }

  return total;
}
