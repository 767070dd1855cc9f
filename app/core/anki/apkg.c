/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A package of Anki's as a chapter. */

#include "config.h"

#include "anki/apkg.h"

#include "anki/collection.h"
#include "anki/unpack.h"
#include "pack/dialects/html.h"
#include "pack/dialects/record.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_CLOZES 200

typedef struct
{
  DrillComposer composer;
} Notes;

gboolean
drill_apkg_is_name (const char *name)
{
  gsize length = strlen (name);

  return length > 5 && g_ascii_strcasecmp (name + length - 5, ".apkg") == 0;
}

/* "{{c1::text::hint}}" as a gap in @front and as its text in @back. Returns: whether
 * there was one */
static gboolean
split_clozes (const char *html, GString *front, GString *back)
{
  guint count = 0;

  for (const char *at = html; *at != '\0';)
    {
      const char *end = NULL;
      const char *text = NULL;

      if (count < MAX_CLOZES && g_str_has_prefix (at, "{{c") && g_ascii_isdigit (at[3]))
        {
          text = strstr (at, "::");
          end = text != NULL ? strstr (text, "}}") : NULL;
        }
      if (end == NULL)
        {
          g_string_append_c (front, *at);
          g_string_append_c (back, *at);
          at++;
          continue;
        }
      text += 2;
      {
        g_autofree char *whole = g_strndup (text, end - text);
        char            *hint = strstr (whole, "::");

        if (hint != NULL)
          *hint = '\0';
        g_string_append (back, whole);
        g_string_append_printf (front,
                                " ___ %s%s%s",
                                hint != NULL ? "(" : "",
                                hint != NULL ? hint + 2 : "",
                                hint != NULL ? ") " : "");
      }
      count++;
      at = end + 2;
    }

  return count > 0;
}

static char *
topics_of (const DrillAnkiNote *note)
{
  return g_strdelimit (g_strdup (note->tags), " ", ',');
}

/* Whether the fields are called like the columns of a bank; reads them then. */
static gboolean
read_as_record (Notes *self, const DrillAnkiNote *note, guint number)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (DrillColumn));
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *topics = topics_of (note);
  DrillColumn      topic = DRILL_COLUMN_TOPIC;
  guint            n_options = 0;

  for (guint i = 0; note->names != NULL && note->fields[i] != NULL; i++)
    {
      DrillColumn column = drill_column_parse (note->names[i]);

      n_options += column == DRILL_COLUMN_OPTION || column == DRILL_COLUMN_OPTIONS;
      g_array_append_val (columns, column);
      g_ptr_array_add (cells, note->fields[i]);
    }
  if (n_options == 0 || !drill_columns_make_sense (columns))
    return FALSE;
  g_array_append_val (columns, topic);
  g_ptr_array_add (cells, topics);
  drill_record_read (&self->composer, columns, cells, number, TRUE);

  return TRUE;
}

static gboolean
take_note (const DrillAnkiNote *note, guint number, gpointer data)
{
  Notes *self = data;
  g_autoptr (GString) back_html = g_string_new (NULL);
  g_autoptr (GString) front_html = g_string_new (NULL);
  g_autofree char *front = NULL;
  g_autofree char *back = NULL;
  g_autofree char *topics = NULL;

  if (self->composer.reader.full)
    return FALSE;
  if (note->fields[0] == NULL || read_as_record (self, note, number))
    return TRUE;

  if (!split_clozes (note->fields[0], front_html, back_html))
    {
      g_string_assign (front_html, note->fields[0]);
      g_string_truncate (back_html, 0);
    }
  for (guint i = 1; note->fields[i] != NULL; i++)
    {
      if (back_html->len > 0)
        g_string_append (back_html, "<p>");
      g_string_append (back_html, note->fields[i]);
    }
  front = drill_html_to_markdown (front_html->str);
  back = drill_html_to_markdown (back_html->str);
  topics = topics_of (note);
  drill_record_read_faces (&self->composer, front, back, topics, number);

  return TRUE;
}

static void
tell (DrillDiagnostics *diagnostics, const char *name, const char *code, const char *text)
{
  drill_diagnostics_add (diagnostics, name, 0, 0, DRILL_SEVERITY_ERROR, code, "%s", text);
}

static void
read_collection (const char       *database,
                 const char       *name,
                 DrillChapter     *chapter,
                 DrillDiagnostics *diagnostics,
                 GCancellable     *cancellable)
{
  g_autoptr (DrillSource) source = drill_source_new (name, "", 0, diagnostics);
  g_autoptr (GError) error = NULL;
  Notes notes = { 0 };

  drill_composer_init (&notes.composer, source, chapter);
  if (!drill_anki_collection_read (database, take_note, &notes, cancellable, &error))
    drill_diagnostics_add (diagnostics,
                           name,
                           0,
                           0,
                           DRILL_SEVERITY_ERROR,
                           "E051",
                           "the deck's collection cannot be read: %s",
                           error->message);
  drill_composer_clear (&notes.composer);
}

/**
 * drill_apkg_load:
 * @path: file to read
 * @name: path to show in messages
 *
 * Returns: (transfer full): a chapter, or NULL with @error when there is no place
 *   to unpack it or it was cancelled. A package that is broken or too large is told
 *   in @diagnostics and gives an empty one. Any thread.
 */
DrillChapter *
drill_apkg_load (const char       *path,
                 const char       *name,
                 DrillDiagnostics *diagnostics,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (DrillChapter) chapter = drill_chapter_new ();
  g_autofree char *folder = g_dir_make_tmp ("pagerdrill-XXXXXX", error);
  g_autofree char *database = NULL;

  if (folder == NULL)
    return NULL;
  database = g_build_filename (folder, "collection", NULL);
  switch (drill_unpack_collection (path, database, DRILL_APKG_MAX_COLLECTION, cancellable))
    {
    case DRILL_UNPACK_OK:
      read_collection (database, name, chapter, diagnostics, cancellable);
      break;
    case DRILL_UNPACK_EMPTY:
      tell (diagnostics,
            name,
            "E051",
            "there is no collection in this package; export the deck from Anki again");
      break;
    case DRILL_UNPACK_TOO_LARGE:
      tell (diagnostics,
            name,
            "E050",
            "the deck is larger than 256 MiB when it is unpacked; export a part of it");
      break;
    case DRILL_UNPACK_BROKEN:
    default:
      tell (diagnostics, name, "E051", "this package is damaged; export the deck from Anki again");
      break;
    }
  g_unlink (database);
  g_rmdir (folder);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&chapter);
}
