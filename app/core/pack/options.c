/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The options of a multiple-choice question, and the reasons that are written
 * like them: "A. text", "- (B) text", "**C)** text", "- [x] text", "- 1: text".
 */

#include "config.h"

#include "pack/options.h"

#include <string.h>

#define MAX_LETTER 'J'

static gboolean
eat_box (DrillSlice *line,
         DrillBox   *box)
{
  if (drill_slice_eat (line, "[ ]") || drill_slice_eat (line, "[]"))
    *box = DRILL_BOX_EMPTY;
  else if (drill_slice_eat (line, "[x]") || drill_slice_eat (line, "[X]"))
    *box = DRILL_BOX_TICKED;
  else
    return FALSE;

  *line = drill_slice_chug (*line);
  return TRUE;
}

/* "A" to "J", or a digit behind a bullet. */
static gboolean
eat_label (DrillSlice      *line,
           DrillOptionLine *option)
{
  char letter;

  if (drill_slice_is_empty (*line))
    return FALSE;
  letter = g_ascii_toupper (*line->at);
  if (letter >= 'A' && letter <= MAX_LETTER)
    option->order = letter - 'A';
  else if (option->bullet && letter >= '1' && letter <= '9')
    option->order = letter - '1';
  else
    return FALSE;

  option->lower = letter != *line->at;
  option->label[0] = letter;
  option->label[1] = '\0';
  line->at++;
  return TRUE;
}

static gboolean
eat_mark (DrillSlice *line,
          DrillMark  *mark)
{
  drill_slice_eat (line, "\\");
  if (drill_slice_eat (line, "."))
    *mark = DRILL_MARK_DOT;
  else if (drill_slice_eat (line, ")"))
    *mark = *mark == DRILL_MARK_PARENS ? DRILL_MARK_PARENS : DRILL_MARK_PAREN;
  else if (drill_slice_eat_colon (line))
    *mark = DRILL_MARK_COLON;
  else
    return FALSE;

  return TRUE;
}

/* Label, mark and the markup around them; the text has to be apart from them. */
static gboolean
eat_marker (DrillSlice      *line,
            DrillOptionLine *option)
{
  DrillSlice rest = *line;
  gboolean   closed = FALSE;

  option->mark = DRILL_MARK_DOT;
  drill_slice_eat_emphasis (&rest, &option->opened);
  if (option->opened.text[0] == '`')
    return FALSE;
  if (drill_slice_eat (&rest, "("))
    option->mark = DRILL_MARK_PARENS;
  if (!eat_label (&rest, option))
    return FALSE;
  if (option->opened.text[0] != '\0')
    closed = drill_slice_eat (&rest, option->opened.text);
  if (!eat_mark (&rest, &option->mark))
    return FALSE;
  if (option->opened.text[0] != '\0' && !closed)
    closed = drill_slice_eat (&rest, option->opened.text);
  if (!drill_slice_is_empty (rest) && !g_ascii_isspace (*rest.at) && !closed)
    return FALSE;
  if (closed)
    option->opened.text[0] = '\0';

  *line = drill_slice_chug (rest);
  return TRUE;
}

/**
 * drill_option_parse:
 * @line: without its indent
 * @option: (out): set when the line starts with an option's marker
 */
gboolean
drill_option_parse (DrillSlice       line,
                    DrillOptionLine *option)
{
  DrillSlice    rest;
  DrillEmphasis none = { "" };

  *option = (DrillOptionLine){ .order = -1 };
  option->bullet = drill_slice_eat_bullet (&line);
  /* "-[x] text", without a space. */
  if (!option->bullet
      && (drill_slice_starts_with (line, "-[") || drill_slice_starts_with (line, "*[")))
    {
      option->bullet = TRUE;
      line.at++;
    }
  rest = line;
  if (option->bullet && eat_box (&rest, &option->box))
    {
      option->mark = DRILL_MARK_BOX;
      line = rest;
    }

  rest = line;
  drill_slice_eat_word (&rest, "option");
  rest = drill_slice_chug (rest);
  if (!eat_marker (&rest, option))
    {
      option->label[0] = '\0';
      option->order = -1;
      option->opened = none;
      option->rest = line;
      option->mark = DRILL_MARK_BOX;
      return option->box != DRILL_BOX_NONE;
    }
  /* A digit and a dot is a numbered list. */
  if (g_ascii_isdigit (option->label[0]) && option->mark == DRILL_MARK_DOT
      && option->box == DRILL_BOX_NONE)
    return FALSE;

  option->rest = rest;
  return TRUE;
}

/* The place where the marker of option number @order stands inside @text. */
static const char *
find_marker (DrillSlice       text,
             int              order,
             DrillMark        mark,
             gboolean         lower,
             DrillOptionLine *found)
{
  gboolean in_code = FALSE;

  for (const char *at = text.at; at + 2 < text.end; at++)
    {
      DrillSlice rest = { at + 1, text.end };

      if (*at == '`')
        in_code = !in_code;
      if (in_code || !g_ascii_isspace (*at))
        continue;
      *found = (DrillOptionLine){ .order = -1 };
      if (eat_marker (&rest, found) && found->order == order && found->mark == mark
          && found->lower == lower && !drill_slice_is_empty (rest))
        {
          found->rest = rest;
          return at;
        }
    }

  return NULL;
}

/**
 * drill_option_split:
 * @text: (inout): what follows the marker of @option; loses what belongs to @next
 * @next: (out): the option behind it on the same line
 *
 * Finds the next letter, written in the same way.
 */
gboolean
drill_option_split (DrillSlice            *text,
                    const DrillOptionLine *option,
                    DrillOptionLine       *next)
{
  const char *at;

  if (option->order < 0 || g_ascii_isdigit (option->label[0]))
    return FALSE;
  at = find_marker (*text, option->order + 1, option->mark, option->lower, next);
  if (at == NULL)
    return FALSE;

  *text = drill_slice_strip ((DrillSlice){ text->at, at });
  while (!drill_slice_is_empty (*text) && strchr ("|;,", text->end[-1]) != NULL)
    text->end--;
  *text = drill_slice_strip (*text);
  return TRUE;
}

/**
 * drill_option_find:
 * @text: (inout): a question with its options behind it; loses them
 * @first: (out): the first option, with the others behind it
 *
 * Finds an "A." that has a "B." behind it.
 */
gboolean
drill_option_find (DrillSlice      *text,
                   DrillOptionLine *first)
{
  guint tries = 0;

  for (const char *at = text->at; at + 2 < text->end && tries < 8; at++)
    {
      DrillSlice      rest = { at + 1, text->end };
      DrillSlice      behind;
      DrillOptionLine second;

      if (!g_ascii_isspace (*at))
        continue;
      *first = (DrillOptionLine){ .order = -1 };
      if (!eat_marker (&rest, first) || first->order != 0 || first->lower)
        continue;
      tries++;
      first->rest = behind = rest;
      if (drill_option_split (&behind, first, &second))
        {
          *text = drill_slice_strip ((DrillSlice){ text->at, at });
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * drill_reason_parse:
 *
 * A reason starts as an option does, or with a dash: "B - the queue is empty".
 */
gboolean
drill_reason_parse (DrillSlice       line,
                    DrillOptionLine *reason)
{
  static const char *const dashes[] = { "- ", "\342\200\223 ", "\342\200\224 " };
  DrillSlice               rest = line;
  gboolean                 closed;

  if (drill_option_parse (line, reason))
    return reason->order >= 0;

  *reason = (DrillOptionLine){ .order = -1 };
  reason->bullet = drill_slice_eat_bullet (&rest);
  drill_slice_eat_emphasis (&rest, &reason->opened);
  drill_slice_eat_word (&rest, "option");
  rest = drill_slice_chug (rest);
  if (!eat_label (&rest, reason) || reason->lower || g_ascii_isdigit (reason->label[0]))
    return FALSE;
  closed = reason->opened.text[0] != '\0' && drill_slice_eat (&rest, reason->opened.text);
  rest = drill_slice_chug (rest);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (drill_slice_eat (&rest, dashes[i]))
      {
        if (closed)
          reason->opened.text[0] = '\0';
        reason->rest = drill_slice_chug (rest);
        return TRUE;
      }

  return FALSE;
}
