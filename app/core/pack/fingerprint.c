/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What makes two items the same when neither has an id.
 *
 * All of the item is looked at, not its title alone: in real banks one title in
 * fifty names two different questions. Case, punctuation, markup and white space
 * do not count, nor do the number, the levels, topics and references. Symbols do:
 * "a + b" and "a < b" are different answers. A line end separates the pieces of
 * an item, so that text which moves from one to the next changes it.
 */

#include "config.h"

#include "pack/fingerprint.h"

#include <string.h>

typedef enum
{
  CHARACTER_WORD,
  CHARACTER_SPACE,
  CHARACTER_DROPPED, /* "don't" is one word */
  CHARACTER_PARTING, /* "follow-up" and "follow up" are one phrase */
} Character;

static Character
classify_ascii (char character)
{
  if (g_ascii_isalnum (character))
    return CHARACTER_WORD;
  if (g_ascii_isspace (character))
    return CHARACTER_SPACE;
  if (strchr ("$+<=>^|~", character) != NULL)
    return CHARACTER_WORD;
  if (strchr ("()-[]_{}", character) != NULL)
    return CHARACTER_PARTING;

  return g_ascii_ispunct (character) ? CHARACTER_DROPPED : CHARACTER_WORD;
}

static Character
classify (gunichar character)
{
  if (character < 0x80)
    return classify_ascii (character);
  if (g_unichar_isspace (character))
    return CHARACTER_SPACE;

  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
      return CHARACTER_PARTING;
    case G_UNICODE_OTHER_PUNCTUATION:
      return CHARACTER_DROPPED;
    default:
      return CHARACTER_WORD;
    }
}

/* "+" is a symbol everywhere but in front of a list item. */
static gboolean
is_bullet (const char *text,
           const char *at)
{
  if (*at != '+' || at[1] != ' ')
    return FALSE;
  while (at > text && at[-1] == ' ')
    at--;

  return at == text || at[-1] == '\n';
}

/* Adds the words of @text, each behind one space or, the first, a line end. */
static void
append_words (GString    *out,
              const char *text)
{
  char separator = '\n';

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar  character = (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char (at);
      Character kind = classify (character);

      if (kind != CHARACTER_WORD || is_bullet (text, at))
        {
          if (kind != CHARACTER_DROPPED && separator == '\0')
            separator = ' ';
          continue;
        }
      if (separator != '\0')
        g_string_append_c (out, separator);
      separator = '\0';
      if (character < 0x80)
        g_string_append_c (out, g_ascii_tolower (character));
      else
        g_string_append_unichar (out, g_unichar_tolower (character));
    }
}

char *
drill_item_normalise (const DrillItem *self)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (drill_item_kind_to_word (self->kind));
  append_words (out, self->title_markdown);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (self->parts, i);

      append_words (out, part->markdown);
    }
  for (guint i = 0; i < self->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (self->options, i);

      append_words (out, option->correct ? "right" : "wrong");
      append_words (out, option->markdown);
      append_words (out, option->reason != NULL ? option->reason : "");
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
drill_option_normalise (const DrillOption *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  append_words (out, self->markdown);

  return g_string_free (out, FALSE);
}

/* Sets the fingerprint from the item as it stands. */
void
drill_item_take_fingerprint (DrillItem *self)
{
  g_autofree char *text = drill_item_normalise (self);

  g_free (self->fingerprint);
  self->fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
