/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Options as strangers write them: "A. text", "- B) text", "**C:** text", "D、text",
 * "- [x] text", "-[ ]text", "☑ text", "(x) text", "- 1: text", "Option A - text".
 * Whether a line is one is for the run of options to say; here is only what it
 * would be.
 */

#include "config.h"

#include "pack/dialects/choice.h"

#include <string.h>

static gunichar
peek (DrillSlice text)
{
  return drill_slice_is_empty (text) ? 0 : g_utf8_get_char (text.at);
}

/* "[ ]", "[]", "[x]", "( )", "(x)" and pictures of boxes. A link is no box. */
static gboolean
eat_box (DrillSlice *line, DrillBox *box)
{
  static const char *const empty[] = { "☐", "◻", "⬜", "□", "○", "⚪", NULL };
  static const char *const full[] = { "☑", "☒", "🗹", "■", "◉", "🔘", NULL };
  static const char *const ticks[]
    = { "x", "X", "*", "✓", "✔", "✅", "√", "х", "Х", "v", "V", NULL };
  DrillSlice rest = *line;
  gboolean   square = drill_slice_eat (&rest, "[");

  if (!square && !drill_slice_eat (&rest, "("))
    {
      if (!drill_slice_eat_any (&rest, empty))
        {
          if (!drill_slice_eat_any (&rest, full))
            return FALSE;
          *box = DRILL_BOX_TICKED;
        }
      else
        *box = DRILL_BOX_EMPTY;
      *line = drill_slice_chug (rest);
      return TRUE;
    }

  rest = drill_slice_chug (rest);
  *box = drill_slice_eat_any (&rest, ticks) ? DRILL_BOX_TICKED : DRILL_BOX_EMPTY;
  drill_slice_eat (&rest, "\357\270\217");
  rest = drill_slice_chug (rest);
  if (!drill_slice_eat (&rest, square ? "]" : ")") || (square && peek (rest) == '(')
      || peek (rest) == ':')
    return FALSE;
  /* "()" is a call and "(v)" a letter. */
  if (!square
      && (rest.at - line->at < 3
          || (*box == DRILL_BOX_TICKED && strchr ("vV", line->at[1]) != NULL)))
    return FALSE;

  *line = drill_slice_chug (rest);
  return TRUE;
}

/* The mark between letter and text. Returns: 0, or 1 when the text has to be apart
 * from it, or 2 when it need not be */
static guint
eat_mark (DrillSlice *line, gboolean open)
{
  static const char *const tight[] = { "）", "：", "、", "．", "，", "》", "。", NULL };
  static const char *const dashes[] = { "- ", "– ", "— ", "-> ", "→ ", "| ", NULL };
  DrillSlice               rest = *line;

  drill_slice_eat (&rest, "\\");
  if (drill_slice_eat (&rest, ")") || drill_slice_eat (&rest, "]"))
    {
      drill_slice_eat_any (&rest, (const char *const[]){ ":", ".", NULL });
      *line = rest;
      return 2;
    }
  if (open)
    return drill_slice_eat (line, tight[0]) ? 2 : 0;
  if (drill_slice_eat_any (&rest, tight))
    {
      *line = rest;
      return 2;
    }
  if (drill_slice_eat (&rest, ":"))
    {
      /* "A::b" and "C:\\path" are no options. */
      if (peek (rest) == ':' || peek (rest) == '\\' || peek (rest) == '/')
        return 0;
      *line = rest;
      return 2;
    }
  if (drill_slice_eat (&rest, "."))
    {
      drill_slice_eat (&rest, ")");
      *line = rest;
      return 1;
    }
  rest = *line;
  if (drill_slice_eat (&rest, " "))
    {
      rest = drill_slice_chug (rest);
      if (drill_slice_eat_any (&rest, dashes))
        {
          *line = rest;
          return 2;
        }
      if (drill_slice_eat (&rest, ") ") || drill_slice_eat (&rest, ": ")
          || drill_slice_eat (&rest, ". ") || drill_slice_eat (&rest, "、"))
        {
          *line = rest;
          return 2;
        }
    }

  return 0;
}

/* "alif" is written out in Persian and Urdu. */
static gunichar
eat_letter (DrillSlice *line)
{
  gunichar letter;

  if (drill_slice_eat (line, "الف"))
    return 0x0627;
  letter = peek (*line);
  if (letter == 0 || !drill_alphabet_is_letter (letter))
    return 0;
  line->at = g_utf8_next_char (line->at);

  return letter;
}

static gboolean
is_enclosed (gunichar letter)
{
  return (letter >= 0x2460 && letter <= 0x24FF) || (letter >= 0x2776 && letter <= 0x2793);
}

/* Letter, mark and the markup around them. */
static gboolean
eat_marker (DrillSlice *line, DrillChoice *choice)
{
  DrillSlice    rest = *line;
  DrillEmphasis opened;
  gboolean      closed = FALSE;
  gboolean      open;
  guint         mark;

  drill_slice_eat_emphasis (&rest, &opened);
  if (opened.text[0] == '`')
    return FALSE;
  if (drill_slice_eat_word (&rest, "option") || drill_slice_eat_word (&rest, "choice"))
    rest = drill_slice_chug (rest);
  open
    = drill_slice_eat (&rest, "(") || drill_slice_eat (&rest, "（") || drill_slice_eat (&rest, "[");
  choice->letter = eat_letter (&rest);
  if (choice->letter == 0)
    return FALSE;
  if (opened.text[0] != '\0')
    closed = drill_slice_eat (&rest, opened.text);
  if (is_enclosed (choice->letter))
    mark = 2;
  else
    mark = eat_mark (&rest, open);
  if (mark == 0)
    return FALSE;
  if (opened.text[0] != '\0' && !closed)
    closed = drill_slice_eat (&rest, opened.text);
  if (mark == 1 && !closed && !drill_slice_is_empty (rest) && g_ascii_isalnum (*rest.at)
      && (g_unichar_islower (choice->letter) || g_unichar_isdigit (choice->letter)
          || g_ascii_isdigit (*rest.at)
          || (rest.at + 1 < rest.end && strchr (".)(", rest.at[1]) != NULL)))
    return FALSE;

  choice->weak = g_unichar_isdigit (choice->letter) && !choice->bullet && !open;
  if (opened.text[0] != '\0' && !closed)
    {
      rest = drill_slice_strip (rest);
      if (drill_slice_ends_with (rest, opened.text))
        {
          rest.end -= strlen (opened.text);
          choice->strong = strlen (opened.text) >= 2;
        }
      else if (drill_slice_find (rest, opened.text) == NULL)
        choice->flagged = TRUE; /* "*B. text": a star in front of the right one */
      else
        return FALSE;
    }

  *line = drill_slice_chug (rest);
  return TRUE;
}

/* Takes off what says that an option is right, at its end. */
static void
cut_flag (DrillChoice *choice)
{
  static const char *const signs[] = { "✅",
                                       "✔",
                                       "☑",
                                       "✓",
                                       "🟢",
                                       ":white_check_mark:",
                                       ":heavy_check_mark:",
                                       "(correct)",
                                       "(Correct)",
                                       "(CORRECT)",
                                       "(correct answer)",
                                       "(Correct Answer)",
                                       "(Correct answer)",
                                       "[correct]",
                                       "[Correct]",
                                       "(right)",
                                       "- Correct",
                                       "(Correct Choice)",
                                       "← correct",
                                       "<- correct" };
  static const char *const wrong[] = { "❌", "✗", "✘", ":x:" };
  DrillSlice               text = drill_slice_strip (choice->rest);

  if (drill_slice_ends_with (text, "\357\270\217"))
    text.end -= 3;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (drill_slice_ends_with (text, signs[i]) && drill_slice_length (text) > strlen (signs[i]))
      {
        text.end -= strlen (signs[i]);
        choice->flagged = TRUE;
        choice->rest = drill_slice_strip (text);
        return;
      }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (drill_slice_ends_with (text, wrong[i]) && drill_slice_length (text) > strlen (wrong[i]))
      {
        text.end -= strlen (wrong[i]);
        choice->rest = drill_slice_strip (text);
        return;
      }
}

static void
look_at_text (DrillChoice *choice)
{
  DrillSlice text;

  choice->rest = drill_slice_strip (choice->rest);
  cut_flag (choice);
  text = drill_slice_unwrap (choice->rest);
  if (text.at != choice->rest.at && drill_slice_starts_with (choice->rest, "**"))
    {
      choice->strong = TRUE;
      choice->rest = text;
      cut_flag (choice);
    }
}

/* A mark in front: "✅ B. text", "❌ A. text". */
static void
eat_flag (DrillSlice *line, DrillChoice *choice)
{
  static const char *const signs[] = { "✅", "✔️", "✔", "✓", "👉", NULL };
  static const char *const wrong[] = { "❌", "✖️", "✗", "✘", NULL };
  DrillSlice               rest = *line;
  DrillChoice              ignored = *choice;
  gboolean                 right = drill_slice_eat_any (&rest, signs);

  if (!right && !drill_slice_eat_any (&rest, wrong))
    return;
  rest = drill_slice_chug (rest);
  *line = rest;
  if (eat_marker (&rest, &ignored))
    choice->flagged = right;
}

/* A list item's mark, also one that lacks its space in front of a box. */
static void
eat_list_mark (DrillSlice *line, DrillChoice *choice)
{
  DrillSlice rest = *line;
  guint      number;

  choice->bullet = drill_slice_eat_bullet (line);
  if (choice->bullet)
    return;
  if ((drill_slice_starts_with (rest, "-[") || drill_slice_starts_with (rest, "*[")
       || drill_slice_starts_with (rest, "+["))
      || ((drill_slice_starts_with (rest, "-A") || drill_slice_starts_with (rest, "-B")
           || drill_slice_starts_with (rest, "-C") || drill_slice_starts_with (rest, "-D"))
          && rest.at + 2 < rest.end && strchr (".):", rest.at[2]) != NULL))
    {
      choice->bullet = TRUE;
      line->at++;
      return;
    }
  if (drill_slice_eat_number (&rest, &number)
      && (drill_slice_eat (&rest, ". ") || drill_slice_eat (&rest, ") "))
      && drill_slice_starts_with (drill_slice_chug (rest), "["))
    {
      choice->bullet = TRUE;
      *line = drill_slice_chug (rest);
    }
}

/**
 * drill_choice_parse:
 * @line: without its indent
 * @choice: (out): set when the line may be an option
 */
gboolean
drill_choice_parse (DrillSlice line, DrillChoice *choice)
{
  DrillSlice rest;

  *choice = (DrillChoice){ 0 };
  drill_slice_eat_quote (&line);
  eat_list_mark (&line, choice);
  eat_flag (&line, choice);
  rest = line;
  if (eat_box (&rest, &choice->box))
    {
      DrillChoice lettered = *choice;

      choice->whole = choice->rest = rest;
      if (eat_marker (&rest, &lettered))
        {
          choice->letter = lettered.letter;
          choice->rest = rest;
        }
      look_at_text (choice);
      return TRUE;
    }

  choice->box = DRILL_BOX_NONE;
  if (!eat_marker (&line, choice))
    return FALSE;
  choice->rest = choice->whole = line;
  look_at_text (choice);

  return TRUE;
}

/**
 * drill_choice_split:
 * @text: (inout): what follows a marker; loses what belongs to @next
 * @alphabets: what the run is counted in
 * @order: of the next one
 *
 * Finds the next option behind another one on its line.
 */
gboolean
drill_choice_split (DrillSlice *text, DrillAlphabets alphabets, guint order, DrillChoice *next)
{
  gboolean in_code = FALSE;

  for (const char *at = text->at; at + 2 < text->end; at++)
    {
      DrillSlice  rest = { at + 1, text->end };
      const char *end = at;

      if (*at == '`')
        in_code = !in_code;
      if (in_code)
        continue;
      if (*at == '<' && drill_slice_starts_with (rest, "br"))
        {
          const char *close = memchr (at, '>', MIN (text->end - at, 8));

          if (close == NULL)
            continue;
          rest.at = close + 1;
          rest = drill_slice_chug (rest);
        }
      else if (!g_ascii_isspace (*at) && *at != ';' && *at != '|')
        continue;
      *next = (DrillChoice){ 0 };
      drill_slice_eat_bullet (&rest);
      if (!eat_marker (&rest, next) || (drill_alphabets_of (next->letter, order) & alphabets) == 0
          || drill_slice_is_empty (rest))
        continue;
      next->whole = next->rest = drill_slice_strip (rest);
      *text = drill_slice_strip ((DrillSlice){ text->at, end });
      while (drill_slice_ends_with (*text, "|") || drill_slice_ends_with (*text, ";"))
        *text = drill_slice_strip ((DrillSlice){ text->at, text->end - 1 });
      return TRUE;
    }

  return FALSE;
}

#define MAX_TRIES 8

/**
 * drill_choice_find:
 * @text: (inout): loses what belongs to the options
 * @first: (out): the first of two or more options
 *
 * Finds options behind a stem on its line: "Which? A) one B) two".
 */
gboolean
drill_choice_find (DrillSlice *text, DrillChoice *first)
{
  guint    tries = 0;
  gboolean in_code = FALSE;

  for (const char *at = text->at; at + 2 < text->end && tries < MAX_TRIES; at++)
    {
      DrillSlice  rest = { at + 1, text->end };
      DrillSlice  behind;
      DrillChoice second;

      if (*at == '`')
        in_code = !in_code;
      if (in_code || !g_ascii_isspace (*at))
        continue;
      *first = (DrillChoice){ 0 };
      if (!eat_marker (&rest, first) || first->weak || drill_alphabets_of (first->letter, 0) == 0)
        continue;
      tries++;
      first->whole = first->rest = behind = rest;
      if (!drill_choice_split (&behind, drill_alphabets_of (first->letter, 0), 1, &second))
        continue;
      if (g_unichar_islower (first->letter) != g_unichar_islower (second.letter))
        continue;
      *text = drill_slice_strip ((DrillSlice){ text->at, at });
      return TRUE;
    }

  return FALSE;
}
