/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Packs that are gone.
 *
 * An import walks the packs that it finds, so a pack whose last file was deleted,
 * or that has become part of another one, is never met. After the walk, whatever
 * should have been met and was not is swept out.
 */

#include "config.h"

#include "library/sweep.h"

#include "library/pack-row.h"

#include <stdlib.h>
#include <string.h>

static gboolean
is_at_or_below (const char *path,
                const char *folder)
{
  gsize length = strlen (folder);

  if (g_str_equal (folder, "/"))
    return TRUE;

  return strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* Returns: (transfer full) (nullable) (element-type gint64) */
static GArray *
find_unvisited (DrillConnection *connection,
                const char      *folder,
                GHashTable      *visited,
                guint           *n_files,
                GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "library/pack-sources");
  g_autoptr (GArray)         packs = g_array_new (FALSE, FALSE, sizeof (gint64));
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 pack = drill_statement_int (row, 0);

      if (g_hash_table_contains (visited, &pack) ||
          !is_at_or_below (drill_statement_text (row, 1), folder))
        continue;
      g_array_append_val (packs, pack);
      *n_files += drill_statement_int (row, 2);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&packs) : NULL;
}

gboolean
drill_sweep_packs (DrillConnection *connection,
                   const char      *path,
                   GHashTable      *visited,
                   guint           *n_files,
                   GError         **error)
{
  g_autoptr (GArray) packs = NULL;
  char              *folder;

  g_return_val_if_fail (connection != NULL && path != NULL, FALSE);
  g_return_val_if_fail (visited != NULL && n_files != NULL, FALSE);

  /* Sources are stored without symbolic links. */
  folder = realpath (path, NULL);
  if (folder == NULL)
    return TRUE;

  packs = find_unvisited (connection, folder, visited, n_files, error);
  free (folder);
  if (packs == NULL)
    return FALSE;

  for (guint i = 0; i < packs->len; i++)
    {
      if (!drill_pack_row_erase (connection, g_array_index (packs, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}
