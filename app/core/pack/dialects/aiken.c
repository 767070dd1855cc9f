/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Aiken, Moodle's plain text:
 *
 *     Which is even?
 *     A) 1
 *     B) 2
 *     ANSWER: B
 */

#include "config.h"

#include "pack/dialects/aiken.h"

#include <string.h>

#define MAX_OPTIONS 26

typedef struct
{
  DrillComposer *composer;
  GString       *stem;
  guint          stem_line;
  GPtrArray     *options;  /* (element-type GString) */
  guint          odd_line; /* of an option with the wrong letter */
  gboolean       lost;     /* options without a question; told already */
} Aiken;

static DrillSlice
get_line (const DrillSource *source, guint index)
{
  return drill_slice_strip (drill_source_get_raw (source, index));
}

static gboolean
is_answer (DrillSlice line, DrillSlice *key)
{
  *key = line;
  if (!drill_slice_eat (key, "ANSWER"))
    return FALSE;
  *key = drill_slice_chug (*key);
  if (!drill_slice_eat_colon (key))
    return FALSE;
  *key = drill_slice_strip (*key);

  return TRUE;
}

/* "A) text" and "A. text"; the space may be missing. */
static gboolean
is_option (DrillSlice line, guint *order, DrillSlice *text)
{
  if (drill_slice_length (line) < 2 || !g_ascii_isupper (*line.at)
      || (line.at[1] != ')' && line.at[1] != '.'))
    return FALSE;
  /* "A.M. or P.M." is text. */
  if (line.at[1] == '.' && drill_slice_length (line) > 3 && line.at[3] == '.')
    return FALSE;
  *order = *line.at - 'A';
  *text = drill_slice_strip ((DrillSlice){ line.at + 2, line.end });

  return TRUE;
}

/**
 * drill_aiken_is:
 *
 * The word in capitals is the sign; headings and fences belong to Markdown.
 */
gboolean
drill_aiken_is (const DrillSource *source)
{
  gboolean answered = FALSE;
  gboolean optional = FALSE;

  for (guint i = 0; i < source->n_lines; i++)
    {
      DrillSlice line;
      DrillSlice rest;
      guint      order;

      if (source->lines[i].kind == DRILL_LINE_HEADING || source->lines[i].kind == DRILL_LINE_CODE)
        return FALSE;
      line = get_line (source, i);
      if (drill_slice_starts_with (line, "- ") || drill_slice_starts_with (line, "**"))
        return FALSE;
      answered |= is_answer (line, &rest) && drill_slice_length (rest) == 1;
      optional |= is_option (line, &order, &rest);
    }

  return answered && optional;
}

static void
reset (Aiken *self)
{
  g_string_truncate (self->stem, 0);
  g_ptr_array_set_size (self->options, 0);
  self->stem_line = self->odd_line = 0;
  self->lost = FALSE;
}

/* Whether what was read up to here lacks its answer; tells so. */
static void
end_without_answer (Aiken *self)
{
  if (self->stem_line > 0 && !self->lost)
    drill_source_error (self->composer->source,
                        self->stem_line,
                        "E011",
                        "this question has no key, so it is left out; add a line such as "
                        "\"ANSWER: B\"");
  reset (self);
}

static void
add_option (Aiken *self, guint order, DrillSlice text, guint line)
{
  GString *option;

  if (self->stem_line == 0)
    {
      if (!self->lost)
        drill_source_error (self->composer->source,
                            line,
                            "E030",
                            "this option stands before any question; write the question above it");
      self->lost = TRUE;
      return;
    }
  if (order != self->options->len && self->odd_line == 0)
    self->odd_line = line;
  option = g_string_new_len (text.at, drill_slice_length (text));
  g_ptr_array_add (self->options, option);
}

static gboolean
refuse (Aiken *self, DrillSlice key)
{
  DrillSource *source = self->composer->source;
  guint        order;

  if (self->odd_line > 0)
    drill_source_error (source,
                        self->stem_line,
                        "E013",
                        "the option on line %u is out of order or repeated, so this question is "
                        "left out; letters run A, B, C and so on",
                        self->odd_line);
  else if (self->options->len < 2)
    drill_source_error (source,
                        self->stem_line,
                        "E010",
                        "this question has fewer than two options, so it is left out; write each "
                        "as \"A) text\"");
  else if (self->options->len > MAX_OPTIONS)
    drill_source_error (source,
                        self->stem_line,
                        "E013",
                        "there are more than 26 options; drop some");
  else if (drill_slice_is_empty (key))
    drill_source_error (source,
                        self->stem_line,
                        "E011",
                        "this question has no key, so it is left out; write the letter behind "
                        "\"ANSWER:\"");
  else
    {
      order = g_ascii_toupper (*key.at) - 'A';
      if (drill_slice_length (key) == 1 && order < self->options->len)
        {
          for (guint i = 0; i < self->options->len; i++)
            if (((GString *) g_ptr_array_index (self->options, i))->len == 0)
              {
                drill_source_error (source,
                                    self->stem_line,
                                    "E010",
                                    "option %c has no text, so this question is left out; write "
                                    "it behind the letter",
                                    'A' + i);
                return TRUE;
              }
          return FALSE;
        }
      drill_source_error (source,
                          self->stem_line,
                          "E012",
                          "the key \"%.20s\" names no option, so this question is left out; give "
                          "the letter of one that exists",
                          key.at);
    }

  return TRUE;
}

static void
take_answer (Aiken *self, DrillSlice key)
{
  g_autofree char *letter = drill_slice_dup (key);
  g_autofree char *stem = NULL;
  DrillDraft      *draft;

  if (self->lost || self->stem_line == 0 || refuse (self, drill_slice (letter)))
    {
      reset (self);
      return;
    }

  stem = drill_plain_to_markdown (self->stem->str);
  draft = drill_composer_begin (self->composer, DRILL_ITEM_MCQ, self->stem_line, stem);
  for (guint i = 0; i < self->options->len; i++)
    {
      GString         *option = g_ptr_array_index (self->options, i);
      g_autofree char *text = drill_plain_to_markdown (option->str);

      drill_composer_add_option (draft, text, (guint) (g_ascii_toupper (*letter) - 'A') == i, NULL);
    }
  drill_composer_admit (self->composer, draft);
  reset (self);
}

/* Whether the line below goes on with the options. */
static gboolean
goes_on (Aiken *self, guint index)
{
  DrillSlice line;
  DrillSlice rest;
  guint      order;

  if (index + 1 >= self->composer->source->n_lines)
    return FALSE;
  line = get_line (self->composer->source, index + 1);

  return is_answer (line, &rest)
         || (is_option (line, &order, &rest) && order == self->options->len);
}

static void
take_text (Aiken *self, DrillSlice line, guint index, gboolean after_blank)
{
  if (self->options->len > 0 && !after_blank && goes_on (self, index))
    {
      GString *option = g_ptr_array_index (self->options, self->options->len - 1);

      g_string_append_c (option, ' ');
      g_string_append_len (option, line.at, drill_slice_length (line));
      return;
    }
  if (self->options->len > 0 || self->lost)
    end_without_answer (self);
  if (self->stem_line == 0)
    self->stem_line = index + 1;
  else
    g_string_append (self->stem, after_blank ? "\n\n" : "\n");
  g_string_append_len (self->stem, line.at, drill_slice_length (line));
}

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

void
drill_aiken_read (DrillComposer *composer)
{
  Aiken    self = { .composer = composer };
  gboolean after_blank = FALSE;

  self.stem = g_string_new (NULL);
  self.options = g_ptr_array_new_with_free_func (string_free);
  for (guint i = 0; i < composer->source->n_lines && !composer->reader.full; i++)
    {
      DrillSlice line = get_line (composer->source, i);
      DrillSlice rest;
      guint      order;

      if (drill_slice_is_empty (line))
        {
          after_blank = TRUE;
          continue;
        }
      if (is_answer (line, &rest))
        take_answer (&self, rest);
      else if (is_option (line, &order, &rest))
        add_option (&self, order, rest, i + 1);
      else
        take_text (&self, line, i, after_blank);
      after_blank = FALSE;
    }
  end_without_answer (&self);
  g_string_free (self.stem, TRUE);
  g_ptr_array_unref (self.options);
}
