/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * GtkSourceView reads the definition of a language, hundreds of regular
 * expressions in XML, when the first buffer needs it, and forgets it with the
 * last. One card with code after another would read it for each, which takes
 * longer than a frame. So a buffer is kept for each language that was used.
 *
 * The first use still has to read it. The text is shown without colours then,
 * and the reading waits until the frame is painted.
 */

#include "config.h"

#include "ui/widgets/code-highlight.h"

/* (element-type utf8 GtkSourceBuffer) by id; lives as long as the process */
static GHashTable *kept_buffers;

typedef struct
{
  GtkSourceBuffer   *buffer;
  GtkSourceLanguage *language;
} Highlight;

static void
highlight_free (gpointer data)
{
  Highlight *highlight = data;

  g_object_unref (highlight->buffer);
  g_object_unref (highlight->language);
  g_free (highlight);
}

static void
keep (GtkSourceLanguage *language)
{
  if (kept_buffers == NULL)
    kept_buffers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  if (!g_hash_table_contains (kept_buffers, gtk_source_language_get_id (language)))
    g_hash_table_insert (kept_buffers,
                         g_strdup (gtk_source_language_get_id (language)),
                         gtk_source_buffer_new_with_language (language));
}

static gboolean
highlight_cb (gpointer user_data)
{
  Highlight *highlight = user_data;

  keep (highlight->language);
  gtk_source_buffer_set_language (highlight->buffer, highlight->language);

  return G_SOURCE_REMOVE;
}

void
drill_code_highlight (GtkSourceBuffer   *buffer,
                      GtkSourceLanguage *language)
{
  Highlight *highlight;

  g_return_if_fail (GTK_SOURCE_IS_BUFFER (buffer));
  g_return_if_fail (GTK_SOURCE_IS_LANGUAGE (language));

  if (kept_buffers != NULL && g_hash_table_contains (kept_buffers, gtk_source_language_get_id (language)))
    {
      gtk_source_buffer_set_language (buffer, language);
      return;
    }

  highlight = g_new0 (Highlight, 1);
  highlight->buffer = g_object_ref (buffer);
  highlight->language = g_object_ref (language);
  g_idle_add_full (G_PRIORITY_LOW, highlight_cb, highlight, highlight_free);
}
