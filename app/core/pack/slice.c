/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Reading a line from left to right. Each eat function takes what it names off
 * the front of the slice and tells whether it was there; otherwise it leaves the
 * slice alone, so that alternatives can be tried one after the other.
 */

#include "config.h"

#include "pack/slice.h"

#include <string.h>

#define MAX_EMPHASIS 3
#define VARIATION_SELECTOR 0xFE0F /* makes a symbol a picture */
#define ZERO_WIDTH_JOINER 0x200D  /* makes one picture of two */

DrillSlice
drill_slice (const char *text)
{
  return (DrillSlice){ text, text + strlen (text) };
}

gsize
drill_slice_length (DrillSlice self)
{
  return self.end - self.at;
}

gboolean
drill_slice_is_empty (DrillSlice self)
{
  return self.at >= self.end;
}

char *
drill_slice_dup (DrillSlice self)
{
  return g_strndup (self.at, self.end - self.at);
}

/* The slice as text of its own: markup that was opened in front of it is opened
 * again when its other half is inside. */
char *
drill_slice_dup_reopened (DrillSlice           self,
                          const DrillEmphasis *opened)
{
  g_autofree char *text = drill_slice_dup (self);

  if (drill_slice_find (self, opened->text) == NULL)
    return g_steal_pointer (&text);

  return g_strconcat (opened->text, text, NULL);
}

DrillSlice
drill_slice_chug (DrillSlice self)
{
  while (self.at < self.end && g_ascii_isspace (*self.at))
    self.at++;

  return self;
}

DrillSlice
drill_slice_strip (DrillSlice self)
{
  self = drill_slice_chug (self);
  while (self.at < self.end && g_ascii_isspace (self.end[-1]))
    self.end--;

  return self;
}

/* Takes off emphasis that holds the whole slice, in a few layers: "**_text_**" is
 * "text", but "**a** and **b**" stays as it is. */
DrillSlice
drill_slice_unwrap (DrillSlice self)
{
  self = drill_slice_strip (self);
  for (guint layer = 0; layer < MAX_EMPHASIS; layer++)
    {
      DrillSlice    inner = self;
      DrillEmphasis marks;
      gsize         length;

      if (!drill_slice_eat_emphasis (&inner, &marks) || marks.text[0] == '`')
        return self;
      length = strlen (marks.text);
      if (drill_slice_length (inner) <= length || !drill_slice_ends_with (inner, marks.text))
        return self;
      inner.end -= length;
      if (drill_slice_find (inner, marks.text) != NULL)
        return self;
      self = drill_slice_strip (inner);
    }

  return self;
}

gboolean
drill_slice_starts_with (DrillSlice  self,
                         const char *prefix)
{
  gsize length = strlen (prefix);

  return drill_slice_length (self) >= length && memcmp (self.at, prefix, length) == 0;
}

gboolean
drill_slice_ends_with (DrillSlice  self,
                       const char *suffix)
{
  gsize length = strlen (suffix);

  return drill_slice_length (self) >= length && memcmp (self.end - length, suffix, length) == 0;
}

/* Whether the slice is @word, which is ASCII, in any case. */
gboolean
drill_slice_equals_word (DrillSlice  self,
                         const char *word)
{
  gsize length = strlen (word);

  return drill_slice_length (self) == length && g_ascii_strncasecmp (self.at, word, length) == 0;
}

/* Returns: (nullable): where @needle is first found inside the slice */
const char *
drill_slice_find (DrillSlice  self,
                  const char *needle)
{
  if (drill_slice_is_empty (self))
    return NULL;

  return memmem (self.at, self.end - self.at, needle, strlen (needle));
}

gboolean
drill_slice_eat (DrillSlice *self,
                 const char *prefix)
{
  if (!drill_slice_starts_with (*self, prefix))
    return FALSE;

  self->at += strlen (prefix);
  return TRUE;
}

/* Takes the first of @prefixes, which end in NULL, that is there. */
gboolean
drill_slice_eat_any (DrillSlice        *self,
                     const char *const *prefixes)
{
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (drill_slice_eat (self, prefixes[i]))
      return TRUE;

  return FALSE;
}

/* Like drill_slice_eat() in any case, and only when the word ends there. */
gboolean
drill_slice_eat_word (DrillSlice *self,
                      const char *word)
{
  gsize length = strlen (word);

  if (drill_slice_length (*self) < length || g_ascii_strncasecmp (self->at, word, length) != 0)
    return FALSE;
  if (self->at + length < self->end && g_ascii_isalnum (self->at[length]))
    return FALSE;

  self->at += length;
  return TRUE;
}

/* A colon, ASCII or full-width. */
gboolean
drill_slice_eat_colon (DrillSlice *self)
{
  return drill_slice_eat (self, ":") || drill_slice_eat (self, "\357\274\232");
}

/* A bullet as Markdown or a word processor writes it, and the space behind it. A
 * bullet at the end of a line counts: its text is on the next one. */
gboolean
drill_slice_eat_bullet (DrillSlice *self)
{
  static const char *const bullets[] = {
    "-",
    "*",
    "+",
    "\342\200\242", /* U+2022 */
    "\342\227\246", /* U+25E6 */
    "\342\226\252", /* U+25AA */
    "\342\227\217", /* U+25CF */
    "\342\227\213", /* U+25CB */
    "\342\200\243", /* U+2023 */
    "\302\267",     /* U+00B7 */
    "\342\200\223", /* U+2013 */
  };
  DrillSlice rest = *self;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gboolean spaced;

      if (!drill_slice_eat (&rest, bullets[i]))
        continue;
      /* Outside ASCII the mark itself is unmistakable. */
      spaced = drill_slice_is_empty (rest) || g_ascii_isspace (*rest.at);
      if (!spaced && (i < 3 || bullets[i][2] == '\223'))
        return FALSE;
      *self = drill_slice_chug (rest);
      return TRUE;
    }

  return FALSE;
}

/* Pictures in front of text, such as a tick or a pencil, and the space behind. */
gboolean
drill_slice_eat_ornament (DrillSlice *self)
{
  const char *at = self->at;

  while (at < self->end && (guchar) *at >= 0x80)
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_type (character) != G_UNICODE_OTHER_SYMBOL
          && g_unichar_type (character) != G_UNICODE_MODIFIER_SYMBOL
          && character != VARIATION_SELECTOR && character != ZERO_WIDTH_JOINER)
        break;
      at = g_utf8_next_char (at);
    }
  if (at == self->at || (at < self->end && !g_ascii_isspace (*at) && *at != '*'))
    return FALSE;

  *self = drill_slice_chug ((DrillSlice){ at, self->end });
  return TRUE;
}

/* The ">" of a block quote, however many. */
gboolean
drill_slice_eat_quote (DrillSlice *self)
{
  gboolean found = FALSE;

  while (drill_slice_eat (self, ">"))
    {
      *self = drill_slice_chug (*self);
      found = TRUE;
    }

  return found;
}

/* Up to six digits; a longer run is not a number that one counts with. */
gboolean
drill_slice_eat_number (DrillSlice *self,
                        guint      *number)
{
  const char *at = self->at;
  guint       value = 0;

  while (at < self->end && g_ascii_isdigit (*at) && at - self->at < 7)
    value = value * 10 + g_ascii_digit_value (*at++);
  if (at == self->at || at - self->at > 6)
    return FALSE;

  *number = value;
  self->at = at;
  return TRUE;
}

/* A run of one to three "*", "_" or "`" that opens markup. */
gboolean
drill_slice_eat_emphasis (DrillSlice    *self,
                          DrillEmphasis *emphasis)
{
  guint length = 0;

  emphasis->text[0] = '\0';
  if (drill_slice_is_empty (*self) || strchr ("*_`", *self->at) == NULL || *self->at == '\0')
    return FALSE;

  while (self->at + length < self->end && self->at[length] == *self->at)
    length++;
  if (length > MAX_EMPHASIS || self->at + length == self->end || g_ascii_isspace (self->at[length]))
    return FALSE;

  memcpy (emphasis->text, self->at, length);
  emphasis->text[length] = '\0';
  self->at += length;
  return TRUE;
}
