/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * References, one to a line:
 *
 *     - [Title](https://example.org/) <!-- id: r-example -->
 *     1. Title - https://example.org/
 *     Title: <https://example.org/>
 *
 * An indented line below may bring the address. A line that is neither a list
 * item nor has an address is no reference.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/blocks.h"
#include "pack/metadata.h"
#include "pack/points.h"

#include <string.h>

/* Where an address starts and ends in a line of text. */
static gboolean
find_url (DrillSlice  text,
          DrillSlice *url)
{
  const char *at = drill_slice_find (text, "://");
  int         depth = 0;

  if (at == NULL)
    return FALSE;
  *url = (DrillSlice){ at, at + 3 };
  while (url->at > text.at && (g_ascii_isalnum (url->at[-1]) || url->at[-1] == '+'))
    url->at--;
  while (url->end < text.end && !g_ascii_isspace (*url->end) && strchr ("<>\"", *url->end) == NULL)
    url->end++;
  for (const char *c = url->at; c < url->end; c++)
    depth += (*c == '(') - (*c == ')');
  /* A parenthesis or a full stop behind the address belongs to the sentence. */
  while (strchr (".,;]", url->end[-1]) != NULL || (url->end[-1] == ')' && depth < 0))
    {
      depth += url->end[-1] == ')';
      url->end--;
    }

  return url->end > at + 3;
}

/* Text in front of an address, without the dash or bracket between the two. */
static DrillSlice
strip_join (DrillSlice text)
{
  text = drill_slice_strip (text);
  for (;;)
    {
      if (drill_slice_ends_with (text, "\342\200\223")
          || drill_slice_ends_with (text, "\342\200\224"))
        text.end -= 3;
      else if (!drill_slice_is_empty (text) && strchr ("-:,;(<", text.end[-1]) != NULL)
        text.end--;
      else
        break;
      text = drill_slice_strip (text);
    }

  return text;
}

/* The title of "[Title](url)", or what stands in front of the address. */
static char *
read_title (DrillSlice text,
            DrillSlice url)
{
  const char      *close = drill_slice_find (text, "](");
  g_autofree char *markdown = NULL;
  g_autofree char *plain = NULL;

  if (drill_slice_starts_with (text, "[") && close != NULL && close < url.at)
    text = (DrillSlice){ text.at + 1, close };
  else
    text = strip_join ((DrillSlice){ text.at, url.at });

  markdown = drill_slice_dup (text);
  plain = drill_markdown_to_plain (markdown);
  g_strdelimit (plain, "\n", ' ');
  return g_strdup (g_strstrip (plain));
}

static void
take_url (DrillReader    *self,
          DrillReference *reference,
          DrillSlice      url,
          guint           index)
{
  gboolean secure = url.end - url.at > 8 && g_ascii_strncasecmp (url.at, "https://", 8) == 0;
  gboolean plain = url.end - url.at > 7 && g_ascii_strncasecmp (url.at, "http://", 7) == 0;

  if (secure || plain)
    {
      reference->url = drill_slice_dup (url);
      if (*reference->title == '\0')
        {
          g_free (reference->title);
          reference->title = drill_slice_dup (url);
        }
    }
  if (!secure)
    drill_source_warn (self->source,
                       index + 1,
                       "W171",
                       plain ? "this address is not encrypted; use https if the site has it" :
                               "only https addresses are shown; replace this one");
}

static void
take_id (DrillReader    *self,
         DrillReference *reference,
         guint           index)
{
  DrillSlice data;
  DrillSlice word;
  DrillSlice value;
  DrillKey   key;

  if (!self->source->lines[index].has_comment)
    return;
  data = drill_source_get_comment (self->source, index);
  if (!drill_metadata_is_data (data))
    return;
  while (drill_metadata_next (&data, &word, &key, &value))
    if (key == DRILL_KEY_ID)
      {
        g_free (reference->id);
        reference->id = drill_slice_dup (value);
      }
  if (reference->id == NULL || drill_id_is_valid (reference->id))
    return;

  g_clear_pointer (&reference->id, g_free);
  drill_source_error (self->source,
                      index + 1,
                      "E021",
                      "a reference's id is 2 to 63 small letters, digits and hyphens");
}

static gboolean
eat_marker (DrillSlice *text)
{
  DrillSlice rest = *text;
  guint      number;

  if (drill_points_eat_marker (text))
    return TRUE;
  if (!drill_slice_eat (&rest, "[") || !drill_slice_eat_number (&rest, &number)
      || !drill_slice_eat (&rest, "]"))
    return FALSE;
  drill_slice_eat_colon (&rest);
  *text = drill_slice_chug (rest);

  return TRUE;
}

/* The address of the reference above, on an indented line of its own. */
static gboolean
completes_last (DrillReader *self,
                DrillSlice   url,
                guint        index)
{
  GPtrArray      *references = self->chapter->references;
  DrillReference *last;

  if (references->len == 0 || drill_slice_is_empty (url) || self->source->lines[index].indent == 0)
    return FALSE;
  last = g_ptr_array_index (references, references->len - 1);
  if (last->url != NULL)
    return FALSE;
  take_url (self, last, url, index);
  if (last->id == NULL)
    take_id (self, last, index);

  return TRUE;
}

/* Returns: FALSE when the line is no reference */
gboolean
drill_reader_reference_line (DrillReader *self,
                             guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillSlice       text = drill_source_get_line (self->source, index);
  DrillSlice       url = { text.end, text.end };
  DrillReference  *reference;
  gboolean         marked;

  if (line->kind == DRILL_LINE_RULE || line->kind == DRILL_LINE_HEADING)
    return line->kind == DRILL_LINE_HEADING && self->section_level > 0
           && line->level > self->section_level;
  if (line->kind != DRILL_LINE_TEXT)
    return FALSE;

  marked = eat_marker (&text);
  find_url (text, &url);
  if (!marked && completes_last (self, url, index))
    return TRUE;
  if (!marked && drill_slice_is_empty (url) && line->indent == 0)
    return FALSE;
  if (drill_slice_is_empty (text) || (!marked && drill_slice_is_empty (url)))
    return TRUE;

  reference = g_new0 (DrillReference, 1);
  reference->line = index + 1;
  reference->title = read_title (text, url);
  if (!drill_slice_is_empty (url))
    take_url (self, reference, url, index);
  take_id (self, reference, index);
  g_ptr_array_add (self->chapter->references, reference);

  return TRUE;
}
