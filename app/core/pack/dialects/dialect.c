/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Files that are no Markdown, told by what is in them. The name decides only where
 * the content cannot: a table of numbers is no bank, whatever it is called.
 */

#include "config.h"

#include "pack/dialects/dialect.h"

#include "pack/dialects/aiken.h"
#include "pack/dialects/gift.h"
#include "pack/dialects/table.h"

#include <string.h>

typedef void (*Reader) (DrillComposer *composer, const char *text, gsize length);

static void
read_aiken (DrillComposer *composer, const char *text, gsize length)
{
  drill_aiken_read (composer);
}

static gboolean
is_markdown (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL
         && (g_ascii_strcasecmp (dot, ".md") == 0 || g_ascii_strcasecmp (dot, ".markdown") == 0);
}

static Reader
choose (const char *name, const char *text, gsize length, const DrillSource *source)
{
  if (drill_anki_text_is (text, length))
    return drill_anki_text_read;
  if (drill_table_is (name, text, length))
    return drill_table_read;
  if (drill_gift_is (name, text, length))
    return drill_gift_read;
  if (drill_aiken_is (source))
    return read_aiken;

  return NULL;
}

/**
 * drill_dialect_read:
 *
 * Returns: FALSE when the file is none of these, and nothing was read
 */
gboolean
drill_dialect_read (const char       *name,
                    const char       *text,
                    gsize             length,
                    DrillChapter     *chapter,
                    DrillDiagnostics *diagnostics)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillSource) source = NULL;
  DrillComposer composer;
  Reader        read;

  if (length > DRILL_CHAPTER_MAX_BYTES || !g_utf8_validate_len (text, length, NULL))
    return FALSE;
  /* What starts like Markdown is left to it without another look. */
  if (is_markdown (name)
      && (drill_slice_starts_with ((DrillSlice){ text, text + length }, "#!")
          || drill_slice_starts_with ((DrillSlice){ text, text + length }, "# ")
          || drill_slice_starts_with ((DrillSlice){ text, text + length }, "<!--")))
    return FALSE;
  source = drill_source_new (name, text, length, found);
  read = choose (name, text, length, source);
  if (read == NULL)
    return FALSE;

  /* What Markdown would be told means nothing here. */
  drill_diagnostics_free (g_steal_pointer (&found));
  source->diagnostics = diagnostics;
  drill_composer_init (&composer, source, chapter);
  read (&composer, text, length);
  drill_composer_clear (&composer);

  return TRUE;
}

/* Whether a file in a folder may be a bank, by its name. */
gboolean
drill_dialect_is_name (const char *name)
{
  static const char *const suffixes[]
    = { ".md", ".markdown", ".txt", ".text", ".gift", ".aiken", ".csv", ".tsv", ".apkg" };
  gsize length = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize wide = strlen (suffixes[i]);

      if (length > wide && g_ascii_strcasecmp (name + length - wide, suffixes[i]) == 0)
        return TRUE;
    }

  return FALSE;
}
