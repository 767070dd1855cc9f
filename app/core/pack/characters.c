/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Characters that look like others, or like nothing.
 *
 * Text that went through a word processor or a web page carries spaces that do
 * not break and characters of no width. They make "A:" something else than "A:",
 * so they are replaced before a rule is tried. Code is left as it is: there they
 * may be the very thing that is asked about.
 */

#include "config.h"

#include "pack/characters.h"

#include <string.h>

static gboolean
is_odd_space (gunichar character)
{
  return character == 0x00A0 || character == 0x2007 || character == 0x202F;
}

/* Zero width, or an order to write backwards. Joiners stay: scripts need them. */
static gboolean
is_invisible (gunichar character)
{
  return character == 0x00AD || character == 0x200B || character == 0x2060 || character == 0xFEFF
         || (character >= 0x202A && character <= 0x202E)
         || (character >= 0x2066 && character <= 0x2069);
}

/* A word of Latin and Cyrillic letters is never meant. */
static guint
check_word (gunichar character,
            guint   *scripts)
{
  if (character < 0x80 ? !g_ascii_isalpha (character) : !g_unichar_isalpha (character))
    *scripts = 0;
  else if (character < 0x0250)
    *scripts |= 1;
  else if (character >= 0x0400 && character < 0x0530)
    *scripts |= 2;

  return *scripts == 3 ? DRILL_CHARACTERS_LOOK_ALIKE : 0;
}

static gboolean
is_ascii (const char *line,
          gsize       length)
{
  guchar all = 0;

  for (gsize i = 0; i < length; i++)
    all |= (guchar) line[i];

  return all < 0x80;
}

/**
 * drill_characters_append_line:
 * @line: valid UTF-8
 * @verbatim: whether to copy it as it is
 *
 * Returns: a bit set of #DrillCharacters, of what was found
 */
guint
drill_characters_append_line (GString    *out,
                              const char *line,
                              gsize       length,
                              gboolean    verbatim)
{
  const char *end = line + length;
  const char *copied = line;
  guint       found = 0;
  guint       scripts = 0;

  if (is_ascii (line, length))
    {
      g_string_append_len (out, line, length);
      return 0;
    }

  for (const char *at = line; at < end;)
    {
      gunichar    character = (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      found |= check_word (character, &scripts);
      if (is_odd_space (character) || is_invisible (character))
        {
          found |= is_odd_space (character) ? DRILL_CHARACTERS_SPACE : DRILL_CHARACTERS_INVISIBLE;
          if (!verbatim)
            {
              g_string_append_len (out, copied, at - copied);
              if (is_odd_space (character))
                g_string_append_c (out, ' ');
              copied = next;
            }
        }
      at = next;
    }
  g_string_append_len (out, copied, end - copied);

  return found;
}
