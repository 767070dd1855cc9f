/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The edge at which untrusted text meets Pango. Every character of the text
 * and of an address is escaped here and nowhere else.
 *
 * A parser cuts one link into many spans (at quotes, entities, changes of
 * style). Spans next to each other that lead to the same place become one
 * link, so that Tab stops once at it.
 */

#include "config.h"

#include "ui/widgets/span-markup.h"

#include "pack/blocks.h"

#include <string.h>

/* Half-transparent grey lies well on light and on dark. */
#define CODE_SPAN "<span font_family=\"monospace\" background=\"#808080\" background_alpha=\"18%\" insert_hyphens=\"false\">"
#define MAX_UNBROKEN 16 /* characters; fits 320 px at twice the text size */

gboolean
drill_url_may_be_opened (const char *url)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  g_autofree char         *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  for (gsize i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_escaped (GString    *markup,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (markup, escaped);
}

/* How many bytes of @code must stay on one line: all of a short one, else its
 * first word with the dashes before it. A line that ended in "--" would hide
 * that an option follows. Longer code may break anywhere, or it would widen the
 * window. */
static gsize
unbroken_length (const char *code)
{
  const char *end = code;

  if (g_utf8_strlen (code, -1) <= MAX_UNBROKEN)
    return strlen (code);

  while (*end == '-')
    end++;
  while (g_ascii_isalnum (*end) && end - code < MAX_UNBROKEN)
    end++;

  return end - code;
}

static void
append_code (GString    *markup,
             const char *code)
{
  gsize            length = unbroken_length (code);
  g_autofree char *unbroken = g_strndup (code, length);

  g_string_append (markup, CODE_SPAN);
  g_string_append (markup, "<span allow_breaks=\"false\">");
  append_escaped (markup, unbroken);
  g_string_append (markup, "</span>");
  append_escaped (markup, code + length);
  g_string_append (markup, "</span>");
}

static void
append_styled (GString         *markup,
               const DrillSpan *span)
{
  if (span->style & DRILL_SPAN_STRONG)
    g_string_append (markup, "<b>");
  if (span->style & DRILL_SPAN_EMPHASIS)
    g_string_append (markup, "<i>");

  if (span->style & DRILL_SPAN_CODE)
    append_code (markup, span->text);
  else
    append_escaped (markup, span->text);

  if (span->style & DRILL_SPAN_EMPHASIS)
    g_string_append (markup, "</i>");
  if (span->style & DRILL_SPAN_STRONG)
    g_string_append (markup, "</b>");
}

/* The address is also the tooltip: a reader should see where text that came
 * from somebody else leads before following it. */
static void
open_link (GString    *markup,
           const char *url)
{
  g_string_append (markup, "<a href=\"");
  append_escaped (markup, url);
  g_string_append (markup, "\" title=\"");
  append_escaped (markup, url);
  g_string_append (markup, "\">");
}

char *
drill_spans_to_markup (GPtrArray *spans,
                       gboolean   with_links)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const char         *open_url = NULL;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const DrillSpan *span = g_ptr_array_index (spans, i);
      const char      *url = NULL;

      if (with_links && drill_url_may_be_opened (span->url))
        url = span->url;

      if (g_strcmp0 (open_url, url) != 0)
        {
          if (open_url != NULL)
            g_string_append (markup, "</a>");
          if (url != NULL)
            open_link (markup, url);
          open_url = url;
        }

      append_styled (markup, span);
    }

  if (open_url != NULL)
    g_string_append (markup, "</a>");

  return g_string_free (g_steal_pointer (&markup), FALSE);
}
