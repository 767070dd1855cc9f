/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Lines that were cleaned of HTML, with what its tags said: which of them stand in
 * a <details>, and which are its summary. The marks that carried it are blanked, so
 * that the lines can be handed to an item as they are.
 */

#include "config.h"

#include "pack/dialects/outline.h"

#include "pack/dialects/markup.h"

#include <string.h>

#define MAX_DEPTH 200

static gboolean
is_mark (char byte)
{
  return (guchar) byte >= 0x1c && (guchar) byte <= 0x1f;
}

static gboolean
is_white (char byte)
{
  return g_ascii_isspace (byte) || is_mark (byte);
}

static void
strip (const char *text, guint32 *start, guint32 *length)
{
  while (*length > 0 && is_white (text[*start]))
    {
      (*start)++;
      (*length)--;
    }
  while (*length > 0 && is_white (text[*start + *length - 1]))
    (*length)--;
}

/* Reads and blanks the marks of a line, and sets the row's text. */
static void
take_marks (DrillOutline *self, guint index, guint *depth, gboolean *in_summary)
{
  DrillRow        *row = &self->rows[index];
  const DrillLine *line = &self->source->lines[index];
  char            *text = self->source->text->str;
  guint32          end = line->start + line->length;

  row->in_summary = *in_summary;
  row->start = line->start;
  row->length = line->length;
  for (guint32 at = line->start; at < end; at++)
    {
      if (!is_mark (text[at]))
        continue;
      switch (text[at])
        {
        case DRILL_MARKUP_OPEN:
          row->opens = TRUE;
          *depth = MIN (*depth + 1, MAX_DEPTH);
          break;
        case DRILL_MARKUP_CLOSE:
          row->closes = TRUE;
          *depth = *depth > 0 ? *depth - 1 : 0;
          *in_summary = FALSE;
          break;
        case DRILL_MARKUP_SUMMARY:
          /* A line has one summary; a second one is text behind it. */
          if (!row->starts_summary)
            {
              row->start = at + 1;
              row->length = end - row->start;
            }
          row->starts_summary = TRUE;
          row->in_summary = TRUE;
          *in_summary = TRUE;
          break;
        case DRILL_MARKUP_SUMMARY_END:
        default:
          if (*in_summary && row->behind == 0)
            {
              row->length = at - row->start;
              row->behind = at + 1;
              row->behind_length = end - row->behind;
            }
          *in_summary = FALSE;
          break;
        }
    }

  strip (text, &row->start, &row->length);
  if (row->behind > 0)
    strip (text, &row->behind, &row->behind_length);
  for (guint32 at = line->start; at < end; at++)
    if (is_mark (text[at]))
      text[at] = ' ';
  row->depth = *depth;
}

/* Heading marks behind those of a list, of a quote, or deep inside an item. */
static gboolean
read_heading (DrillOutline *self, DrillRow *row)
{
  const char *text = self->source->text->str;
  DrillSlice  line = { text + row->start, text + row->start + row->length };
  DrillSlice  rest = line;
  guint       number;
  guint       level = 0;

  drill_slice_eat_quote (&rest);
  if (drill_slice_eat_bullet (&rest)
      || (drill_slice_eat_number (&rest, &number)
          && (drill_slice_eat (&rest, ".") || drill_slice_eat (&rest, ")"))))
    rest = drill_slice_chug (rest);
  else
    rest = line;
  drill_slice_eat_quote (&rest);
  while (level < 7 && drill_slice_eat (&rest, "#"))
    level++;
  if (level == 0 || level == 7)
    return FALSE;
  if (!drill_slice_is_empty (rest) && !g_ascii_isspace (*rest.at)
      && (level == 1
          || !((guchar) *rest.at >= 0x80 || g_ascii_isalnum (*rest.at)
               || strchr ("*_`[(", *rest.at) != NULL)))
    return FALSE;

  rest = drill_slice_strip (rest);
  while (rest.end > rest.at + 1 && rest.end[-1] == '#')
    {
      const char *end = rest.end;

      while (end > rest.at && end[-1] == '#')
        end--;
      if (end == rest.at || !g_ascii_isspace (end[-1]))
        break;
      rest = drill_slice_strip ((DrillSlice){ rest.at, end });
    }
  row->level = level;
  row->start = rest.at - text;
  row->length = drill_slice_length (rest);

  return TRUE;
}

static void
classify (DrillOutline *self, guint index)
{
  DrillRow        *row = &self->rows[index];
  const DrillLine *line = &self->source->lines[index];

  switch ((DrillLineKind) line->kind)
    {
    case DRILL_LINE_CODE:
      row->kind = DRILL_ROW_CODE;
      return;
    case DRILL_LINE_COMMENT:
      row->kind = DRILL_ROW_COMMENT;
      return;
    case DRILL_LINE_BLANK:
      row->kind = DRILL_ROW_BLANK;
      return;
    case DRILL_LINE_RULE:
      row->kind = DRILL_ROW_RULE;
      return;
    case DRILL_LINE_HEADING:
      row->kind = DRILL_ROW_HEADING;
      row->level = line->level;
      return;
    case DRILL_LINE_TEXT:
    case DRILL_LINE_HTML:
    default:
      row->kind = row->length == 0 ? DRILL_ROW_BLANK : DRILL_ROW_TEXT;
      if (row->kind == DRILL_ROW_TEXT && read_heading (self, row))
        row->kind = DRILL_ROW_HEADING;
      return;
    }
}

/* The line as its marks leave it. */
static void
settle_line (DrillOutline *self, guint index)
{
  DrillLine  *line = &self->source->lines[index];
  const char *text = self->source->text->str;

  if (line->kind == DRILL_LINE_CODE || line->kind == DRILL_LINE_COMMENT)
    return;
  while (line->length > 0 && g_ascii_isspace (text[line->start]))
    {
      line->start++;
      line->length--;
    }
  while (line->length > 0 && g_ascii_isspace (text[line->start + line->length - 1]))
    line->length--;
  /* An empty line of a quote. */
  if (line->kind == DRILL_LINE_TEXT && line->length > 0
      && strspn (text + line->start, "> ") >= line->length)
    line->length = self->rows[index].length = 0;
  if (line->kind == DRILL_LINE_HTML || line->kind == DRILL_LINE_TEXT)
    line->kind = line->length == 0 ? DRILL_LINE_BLANK : DRILL_LINE_TEXT;
}

/**
 * drill_outline_new:
 * @source: of cleaned text; stays the caller's, its lines are settled
 */
DrillOutline *
drill_outline_new (DrillSource *source)
{
  DrillOutline *self = g_new0 (DrillOutline, 1);
  guint         depth = 0;
  gboolean      in_summary = FALSE;

  self->source = source;
  self->n_rows = source->n_lines;
  self->rows = g_new0 (DrillRow, source->n_lines + 1);
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (source->lines[i].kind != DRILL_LINE_CODE)
        take_marks (self, i, &depth, &in_summary);
      else
        self->rows[i].depth = depth;
      settle_line (self, i);
      classify (self, i);
      /* A summary that nobody closes ends where the text does. */
      if (in_summary
          && (self->rows[i].kind == DRILL_ROW_HEADING || self->rows[i].kind == DRILL_ROW_RULE)
          && !self->rows[i].starts_summary)
        in_summary = self->rows[i].in_summary = FALSE;
    }

  return self;
}

void
drill_outline_free (DrillOutline *self)
{
  if (self == NULL)
    return;

  g_free (self->rows);
  g_free (self);
}

/* The text of a row: of a heading without its marks, of a summary without what
 * stands around it. */
DrillSlice
drill_outline_get_text (const DrillOutline *self, guint row)
{
  const char *start = self->source->text->str + self->rows[row].start;

  return (DrillSlice){ start, start + self->rows[row].length };
}

/* What stands behind the end of a summary on its line. */
DrillSlice
drill_outline_get_behind (const DrillOutline *self, guint row)
{
  const char *start = self->source->text->str + self->rows[row].behind;

  return (DrillSlice){ start,
                       start + (self->rows[row].behind > 0 ? self->rows[row].behind_length : 0) };
}

guint
drill_outline_get_indent (const DrillOutline *self, guint row)
{
  return self->source->lines[row].indent;
}
