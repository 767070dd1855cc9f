/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From an export of a dashboard to a folder that one can edit and play.
 *
 *   export (CSV, query_range JSON) -> FOLDER/scenario.md
 *                                     FOLDER/metrics/incident.csv
 */

#include "config.h"

#include "incident/skeleton-folder.h"

#include "incident/skeleton.h"

#include <errno.h>
#include <glib/gstdio.h>

/* Exports may hold more than a scenario does; the parser says so by itself.
 * Returns: (transfer full): the samples of a CSV or a query_range answer */
DrillSamples *
drill_skeleton_read_export (const char       *path,
                            DrillDiagnostics *diagnostics,
                            GError          **error)
{
  g_autofree char *data = NULL;
  DrillSamples    *samples;
  gsize            length;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;

  samples = drill_samples_parse (path, data, length, diagnostics, error);
  if (samples == NULL)
    g_prefix_error (error, "%s: ", path);

  return samples;
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  int saved;

  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;

  saved = errno;
  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (saved),
               "%s cannot be made: %s",
               path,
               g_strerror (saved));
  return FALSE;
}

static gboolean
check_free (const char *page,
            GError    **error)
{
  if (!g_file_test (page, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_EXISTS,
               "%s is there already; choose another folder",
               page);
  return FALSE;
}

/**
 * drill_skeleton_write:
 * @series: (element-type DrillSkeletonSeries): those of drill_skeleton_guess() that
 *   are wanted, at least one
 * @folder: made when it is not there; must not hold a scenario yet
 * @history: minutes of the recording that lie before the page
 *
 * Writes a scenario with these series, a header and a first hub. What is there is
 * never overwritten.
 */
gboolean
drill_skeleton_write (DrillSamples *samples,
                      GPtrArray    *series,
                      const char   *folder,
                      const char   *title,
                      gint64        history,
                      GError      **error)
{
  g_autofree char *page = NULL;
  g_autofree char *csv_path = NULL;
  g_autofree char *csv_folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *csv = NULL;

  g_return_val_if_fail (samples != NULL && series != NULL, FALSE);
  g_return_val_if_fail (folder != NULL && title != NULL, FALSE);

  page = g_build_filename (folder, "scenario.md", NULL);
  if (!check_free (page, error))
    return FALSE;

  name = g_path_get_basename (folder);
  markdown = drill_skeleton_to_markdown (samples, series, name, title, history);
  csv = drill_skeleton_to_csv (samples, series);
  csv_path = g_build_filename (folder, DRILL_SKELETON_SAMPLES, NULL);
  csv_folder = g_path_get_dirname (csv_path);

  return make_folder (csv_folder, error) && g_file_set_contents (csv_path, csv, -1, error) &&
         g_file_set_contents (page, markdown, -1, error);
}

/**
 * drill_skeleton_write_folder:
 * @export_path: a CSV or a Prometheus query_range answer
 * @folder: made when it is not there; must not hold a scenario yet
 * @title: (nullable): NULL takes the folder's name
 *
 * As drill_skeleton_write(), with all series of the export as they are guessed.
 */
gboolean
drill_skeleton_write_folder (const char       *export_path,
                             const char       *folder,
                             const char       *title,
                             DrillDiagnostics *diagnostics,
                             GError          **error)
{
  g_autoptr (DrillSamples) samples = NULL;
  g_autoptr (GPtrArray)    series = NULL;
  g_autofree char         *page = NULL;
  g_autofree char         *name = NULL;

  g_return_val_if_fail (export_path != NULL && folder != NULL, FALSE);
  g_return_val_if_fail (diagnostics != NULL, FALSE);

  page = g_build_filename (folder, "scenario.md", NULL);
  if (!check_free (page, error))
    return FALSE;

  samples = drill_skeleton_read_export (export_path, diagnostics, error);
  if (samples == NULL)
    return FALSE;

  name = g_path_get_basename (folder);
  series = drill_skeleton_guess (samples);

  return drill_skeleton_write (samples, series, folder, title != NULL ? title : name,
                               drill_skeleton_guess_history (samples), error);
}
