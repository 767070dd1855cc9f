/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which lines start a block of raw HTML, by the rules of CommonMark.
 */

#include "config.h"

#include "pack/html-tags.h"

#include <string.h>

static const char *const verbatim_tags[] = { "pre", "script", "style", "textarea" };
static const char *const verbatim_ends[] = { "</pre>", "</script>", "</style>", "</textarea>" };

/* The tags that open a block wherever they stand at the start of a line. */
static const char *const block_tags[] = {
  "address",  "article",  "aside",    "base",       "basefont", "blockquote", "body",   "caption",
  "center",   "col",      "colgroup", "dd",         "details",  "dialog",     "dir",    "div",
  "dl",       "dt",       "fieldset", "figcaption", "figure",   "footer",     "form",   "frame",
  "frameset", "h1",       "h2",       "h3",         "h4",       "h5",         "h6",     "head",
  "header",   "hr",       "html",     "iframe",     "legend",   "li",         "link",   "main",
  "menu",     "menuitem", "nav",      "noframes",   "ol",       "optgroup",   "option", "p",
  "param",    "section",  "source",   "summary",    "table",    "tbody",      "td",     "tfoot",
  "th",       "thead",    "title",    "tr",         "track",    "ul",
};

static DrillSlice
tag_name (DrillSlice text)
{
  DrillSlice name;

  drill_slice_eat (&text, "/");
  name = (DrillSlice){ text.at, text.at };
  while (name.end < text.end && g_ascii_isalnum (*name.end))
    name.end++;

  return name;
}

static gboolean
is_block_tag (DrillSlice name)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_tags); i++)
    if (drill_slice_equals_word (name, block_tags[i]))
      return TRUE;

  return FALSE;
}

/* Whether the line is one tag and nothing else, such as "<br/>" or "</b>". */
static gboolean
is_lonely_tag (DrillSlice line)
{
  return !drill_slice_is_empty (line) && line.end[-1] == '>'
         && drill_slice_find (line, "://") == NULL
         && memchr (line.at, '>', line.end - line.at - 1) == NULL;
}

/**
 * drill_html_opens:
 * @after_text: whether a paragraph goes on; not every tag ends one
 * @verbatim: (out): -1 for a block that ends at a blank line, else what
 *   drill_html_closing() takes
 */
gboolean
drill_html_opens (DrillSlice line,
                  gboolean   after_text,
                  int       *verbatim)
{
  DrillSlice rest = line;
  DrillSlice name;

  *verbatim = -1;
  if (!drill_slice_eat (&rest, "<") || drill_slice_is_empty (rest))
    return FALSE;
  if (*rest.at == '?' || *rest.at == '!')
    return TRUE;

  name = tag_name (rest);
  if (drill_slice_is_empty (name))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (verbatim_tags); i++)
    if (drill_slice_equals_word (name, verbatim_tags[i]) && *rest.at != '/')
      {
        *verbatim = i;
        return TRUE;
      }

  return is_block_tag (name) || (!after_text && is_lonely_tag (line));
}

/* The tag that ends a block in which blank lines may stand. */
const char *
drill_html_closing (int verbatim)
{
  return verbatim_ends[verbatim];
}
