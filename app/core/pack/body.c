/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Lines back to CommonMark.
 *
 * A part of an item stands somewhere in the file: below a list item, behind a
 * label, between comments. To stand on its own it loses the indent that all its
 * lines share, comments, and the bullets of word processors; labels inside it
 * become bold and begin a paragraph.
 */

#include "config.h"

#include "pack/body.h"

#include "pack/classify.h"
#include "pack/labels.h"

#include <string.h>

static guint
common_indent (const DrillSource *source,
               guint              first,
               guint              last)
{
  guint margin = G_MAXUINT16;

  for (guint i = first; i <= last; i++)
    {
      const DrillLine *line = &source->lines[i];

      if (line->kind != DRILL_LINE_BLANK && line->kind != DRILL_LINE_COMMENT
          && (line->kind != DRILL_LINE_CODE || line->length > 0))
        margin = MIN (margin, line->indent);
    }

  return margin;
}

static void
append_spaces (GString *out,
               guint    count)
{
  for (guint i = 0; i < count; i++)
    g_string_append_c (out, ' ');
}

/* Ends a paragraph, if one is open. */
static void
part_paragraphs (GString *out)
{
  if (out->len == 0)
    return;
  if (out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  if (out->len >= 2 && out->str[out->len - 2] != '\n')
    g_string_append_c (out, '\n');
}

static void
append_slice (GString   *out,
              DrillSlice slice)
{
  g_string_append_len (out, slice.at, drill_slice_length (slice));
}

/* "Possible causes: x" as "**Possible causes:** x", in a paragraph of its own. */
static void
append_label (GString             *out,
              const DrillLabelled *labelled)
{
  g_autofree char *rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);

  if (labelled->bullet)
    g_string_append (out, "- ");
  g_string_append (out, "**");
  append_slice (out, labelled->name);
  if (labelled->number > 0)
    g_string_append_printf (out, " %u", labelled->number);
  g_string_append (out, ":**");
  if (*rest != '\0')
    g_string_append_printf (out, " %s", rest);
}

static gboolean
is_foreign_bullet (DrillSlice text)
{
  return !drill_slice_is_empty (text) && (guchar) *text.at >= 0x80
         && !drill_slice_starts_with (text, "\342\200\223");
}

/* Two spaces at the end of a line break it. */
gboolean
drill_body_breaks (const DrillSource *source,
                   guint              index)
{
  return drill_slice_ends_with (drill_source_get_raw (source, index), "  ");
}

static void
append_text (GString           *out,
             const DrillSource *source,
             guint              index,
             guint              margin,
             DrillBodyFlags     flags)
{
  const DrillLine *line = &source->lines[index];
  DrillSlice       text = drill_source_get_line (source, index);
  DrillSlice       bullet;
  DrillLabelled    labelled;

  if (flags & DRILL_BODY_UNQUOTE)
    drill_slice_eat_quote (&text);
  bullet = text;
  if (line->sense == DRILL_SENSE_LABEL && line->label == DRILL_LABEL_INSIDE
      && !drill_slice_starts_with (text, ">") && drill_label_parse (text, FALSE, &labelled))
    {
      if (!labelled.bullet)
        part_paragraphs (out);
      append_spaces (out, line->indent - MIN (margin, line->indent));
      append_label (out, &labelled);
      return;
    }

  append_spaces (out, line->indent - MIN (margin, line->indent));
  if (is_foreign_bullet (text) && drill_slice_eat_bullet (&bullet))
    {
      g_string_append (out, "- ");
      text = bullet;
    }
  append_slice (out, text);
  if (drill_body_breaks (source, index))
    g_string_append (out, "  ");
}

static void
append_heading (GString           *out,
                const DrillSource *source,
                guint              index)
{
  const DrillLine *line = &source->lines[index];
  DrillSlice       text = drill_source_get_line (source, index);
  DrillLabelled    labelled;

  part_paragraphs (out);
  if (line->sense == DRILL_SENSE_LABEL && drill_label_parse (text, TRUE, &labelled))
    {
      append_label (out, &labelled);
      return;
    }
  for (guint i = 0; i < line->level; i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  append_slice (out, text);
}

/* A line as it is, but for @margin columns. */
static void
append_raw (GString           *out,
            const DrillSource *source,
            guint              index,
            guint              margin)
{
  DrillSlice raw = drill_source_get_raw (source, index);
  guint      columns = 0;

  while (columns < margin && raw.at < raw.end && (*raw.at == ' ' || *raw.at == '\t'))
    {
      columns = *raw.at == '\t' ? (columns / 4 + 1) * 4 : columns + 1;
      raw.at++;
    }
  append_spaces (out, columns > margin ? columns - margin : 0);
  append_slice (out, raw);
}

/* Whether the line is a bullet or number whose text stands on the next line. */
static gboolean
is_lone_marker (const DrillSource *source,
                guint              index,
                guint              last)
{
  DrillSlice text = drill_source_get_line (source, index);
  DrillSlice below;
  guint      number;

  if (index == last || source->lines[index].kind != DRILL_LINE_TEXT
      || source->lines[index + 1].kind != DRILL_LINE_TEXT || drill_slice_length (text) > 8)
    return FALSE;

  below = drill_source_get_line (source, index + 1);
  if (drill_slice_eat_bullet (&text))
    return drill_slice_is_empty (text) && !drill_slice_eat_bullet (&below);

  return drill_slice_eat_number (&text, &number)
         && (drill_slice_equals_word (text, ".") || drill_slice_equals_word (text, ")"));
}

/* Whether a line has nothing on it, or nothing but the mark of a quote. */
static gboolean
is_blank (const DrillSource *source,
          guint              index,
          DrillBodyFlags     flags)
{
  DrillSlice text = drill_source_get_line (source, index);

  if (source->lines[index].kind == DRILL_LINE_BLANK)
    return TRUE;

  return (flags & DRILL_BODY_UNQUOTE) && source->lines[index].kind == DRILL_LINE_TEXT
         && drill_slice_eat_quote (&text) && drill_slice_is_empty (text);
}

/**
 * drill_body_append:
 * @first: index of the first line
 * @last: index of the last
 *
 * Appends lines without a line end behind the last one.
 */
void
drill_body_append (GString           *out,
                   const DrillSource *source,
                   guint              first,
                   guint              last,
                   DrillBodyFlags     flags)
{
  guint    margin = common_indent (source, first, last);
  gboolean joined = FALSE;

  /* Four columns make a block of code where no list item needs them. */
  if (margin >= 4 && !(flags & DRILL_BODY_ITEM))
    margin = 0;

  for (guint i = first; i <= last; i++)
    {
      const DrillLine *line = &source->lines[i];

      if (line->kind == DRILL_LINE_COMMENT)
        continue;
      if (is_blank (source, i, flags))
        {
          part_paragraphs (out);
          continue;
        }

      switch ((DrillLineKind) line->kind)
        {
        case DRILL_LINE_TEXT:
          append_text (out, source, i, joined ? line->indent : margin, flags);
          break;
        case DRILL_LINE_HEADING:
          append_heading (out, source, i);
          break;
        case DRILL_LINE_RULE:
          part_paragraphs (out);
          append_slice (out, drill_source_get_line (source, i));
          break;
        case DRILL_LINE_CODE:
        case DRILL_LINE_HTML:
        case DRILL_LINE_BLANK:
        case DRILL_LINE_COMMENT:
        default:
          append_raw (out, source, i, margin);
          break;
        }
      joined = is_lone_marker (source, i, last);
      g_string_append_c (out, joined ? ' ' : '\n');
    }
  if (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
}

/* Takes blank lines off both ends, and an indent off the first line that is not
 * deep enough to mean something. */
void
drill_body_trim (GString *text)
{
  gsize start = 0;
  gsize indent;

  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  for (gsize i = 0; i < text->len && g_ascii_isspace (text->str[i]); i++)
    if (text->str[i] == '\n')
      start = i + 1;
  indent = strspn (text->str + start, " ");
  g_string_erase (text, 0, indent < 4 ? start + indent : start);
}
