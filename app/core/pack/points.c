/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Lists of key points and of mistakes. Written as a list, an entry reaches to the
 * next marker of the same rank; written as plain lines, every line is an entry.
 */

#include "config.h"

#include "pack/points.h"

#include "pack/body.h"

#include <string.h>

/* A bullet, or a number with a mark behind it. */
gboolean
drill_points_eat_marker (DrillSlice *text)
{
  DrillSlice rest = *text;
  guint      number;

  if (drill_slice_eat_bullet (text))
    return TRUE;
  if (!drill_slice_eat_number (&rest, &number))
    return FALSE;
  drill_slice_eat (&rest, "\\");
  if (!drill_slice_eat (&rest, ".") && !drill_slice_eat (&rest, ")"))
    return FALSE;
  if (!drill_slice_is_empty (rest) && !g_ascii_isspace (*rest.at))
    return FALSE;

  *text = drill_slice_chug (rest);
  return TRUE;
}

static gboolean
has_marker (const DrillSource *source,
            guint              index)
{
  DrillSlice text = drill_source_get_line (source, index);

  return source->lines[index].kind == DRILL_LINE_TEXT && drill_points_eat_marker (&text);
}

static void
skip_blank (DrillPoints *self)
{
  while (self->at <= self->last
         && (self->source->lines[self->at].kind == DRILL_LINE_BLANK
             || self->source->lines[self->at].kind == DRILL_LINE_COMMENT
             || self->source->lines[self->at].kind == DRILL_LINE_RULE))
    self->at++;
}

/* "A good answer:" in front of a list is no entry. */
static void
skip_lead_in (DrillPoints *self)
{
  DrillPoints below = *self;

  if (self->at > self->last || self->source->lines[self->at].kind != DRILL_LINE_TEXT
      || !drill_slice_ends_with (drill_source_get_line (self->source, self->at), ":"))
    return;
  below.at++;
  skip_blank (&below);
  if (below.at <= below.last && has_marker (below.source, below.at))
    *self = below;
}

/* @first and @last are indices of lines; both are part of the list. */
void
drill_points_init (DrillPoints       *self,
                   const DrillSource *source,
                   guint              first,
                   guint              last)
{
  *self = (DrillPoints){ .source = source, .at = first, .last = last };
  skip_blank (self);
  skip_lead_in (self);
  if (self->at <= last)
    {
      self->bulleted = has_marker (source, self->at);
      self->indent = source->lines[self->at].indent;
    }
}

static gboolean
starts_entry (DrillPoints *self,
              guint        index)
{
  const DrillLine *line = &self->source->lines[index];

  if (line->kind != DRILL_LINE_TEXT)
    return FALSE;

  return self->bulleted ? line->indent <= self->indent + 1 && has_marker (self->source, index) :
                          TRUE;
}

/**
 * drill_points_next:
 * @text: gets the entry appended
 * @line: (out): where it starts in the file, from 1
 */
gboolean
drill_points_next (DrillPoints *self,
                   GString     *text,
                   guint       *line)
{
  DrillSlice head;
  guint      first;
  guint      end;

  skip_blank (self);
  if (self->at > self->last)
    return FALSE;

  first = self->at;
  for (end = first + 1; end <= self->last && !starts_entry (self, end); end++)
    ;
  self->at = end;
  *line = first + 1;
  if (self->source->lines[first].kind == DRILL_LINE_TEXT)
    {
      head = drill_source_get_line (self->source, first);
      drill_points_eat_marker (&head);
      if (!drill_slice_eat (&head, "[ ] ") && !drill_slice_eat (&head, "[x] "))
        drill_slice_eat (&head, "[X] ");
      g_string_append_len (text, head.at, drill_slice_length (head));
      first++;
    }
  if (first < end)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      drill_body_append (text, self->source, first, end - 1, DRILL_BODY_ITEM);
    }
  drill_body_trim (text);

  return TRUE;
}

/* Takes "(must)", "(good)" or "(excellent)" off the front of a key point. */
DrillKeyPointGrade
drill_points_take_grade (GString *text)
{
  static const struct
  {
    const char        *word;
    DrillKeyPointGrade grade;
  } grades[] = {
    { "must", DRILL_GRADE_MUST },
    { "good", DRILL_GRADE_GOOD },
    { "excellent", DRILL_GRADE_EXCELLENT },
  };
  DrillSlice    rest = { text->str, text->str + text->len };
  DrillEmphasis opened;

  drill_slice_eat_emphasis (&rest, &opened);
  if (!drill_slice_eat (&rest, "(") && !drill_slice_eat (&rest, "["))
    return DRILL_GRADE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      if (!drill_slice_eat_word (&rest, grades[i].word))
        continue;
      if (!drill_slice_eat (&rest, ")") && !drill_slice_eat (&rest, "]"))
        return DRILL_GRADE_NONE;
      drill_slice_eat (&rest, opened.text);
      drill_slice_eat_colon (&rest);
      rest = drill_slice_chug (rest);
      g_string_erase (text, 0, rest.at - text->str);
      return grades[i].grade;
    }

  return DRILL_GRADE_NONE;
}
