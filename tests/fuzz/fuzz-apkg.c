/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any bytes as a package of Anki's: as the zip, and as the collection inside it,
 * which a fuzzer would hardly ever get through the checksums of a zip.
 */

#include "config.h"

#include "anki/apkg.h"
#include "anki/collection.h"

#include <glib/gstdio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static gboolean
count_fields (const DrillAnkiNote *note,
              guint                number,
              gpointer             data)
{
  for (guint i = 0; note->fields[i] != NULL; i++)
    g_assert_true (g_utf8_validate (note->fields[i], -1, NULL));

  return number < 1000;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autofree char             *path = NULL;
  g_autoptr (GError)           error = NULL;
  int                          file = g_file_open_tmp ("pagerdrill-fuzz-XXXXXX", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, (const char *) data, size, NULL));
  chapter = drill_apkg_load (path, "fuzz.apkg", found, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < chapter->items->len; i++)
    g_assert_cmpstr (((DrillItem *) g_ptr_array_index (chapter->items, i))->title, !=, "");
  drill_anki_collection_read (path, count_fields, NULL, NULL, &error);
  g_unlink (path);

  return 0;
}
