/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Exports into files. */

#include "config.h"

#include "study/export-file.h"

static gboolean
write_to_stream (const char *text,
                 gsize       length,
                 gpointer    data,
                 GError    **error)
{
  return g_output_stream_write_all (data, text, length, NULL, NULL, error);
}

gboolean
drill_export_to_file (DrillConnection *connection,
                      DrillExporter    exporter,
                      GFile           *file,
                      GError         **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable)      cancellable = g_cancellable_new ();

  g_return_val_if_fail (connection != NULL && exporter != NULL && G_IS_FILE (file), FALSE);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL)
    return FALSE;

  if (exporter (connection, write_to_stream, stream, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);

  /* Closing with a cancelled operation leaves what was there in its place. */
  g_cancellable_cancel (cancellable);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, NULL);
  return FALSE;
}
