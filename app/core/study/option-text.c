/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A text with its letters in view: where one stands alone, what is beside it, and which
 * of them make a list. */

#include "config.h"

#include "study/option-text.h"

#include <string.h>

/* Addresses are not longer; a text full of open brackets is read once only. */
#define MAX_TARGET 2048

/* A letter in a list, without brackets and marks around it. */
#define MAX_JOINT 64

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

/* The length of a typographic mark at @i that parts words: a quotation mark, an em dash,
 * an ellipsis. 0 when there is none; an en dash makes a range of its letters. */
static gsize
mark_at (const DrillOptionText *self,
         gsize                  i)
{
  static const char marks[] = "\x94\x98\x99\x9c\x9d\xa6"; /* of U+2000 */

  if (i + 2 >= self->length || memcmp (self->text + i, "\xe2\x80", 2) != 0 || strchr (marks, self->text[i + 2]) == NULL)
    return 0;

  return 3;
}

/* Whether it is a quotation mark, which stands around a word and not between two. */
static gboolean
is_quote_at (const DrillOptionText *self,
             gsize                  i)
{
  return mark_at (self, i) > 0 && strchr ("\x98\x99\x9c\x9d", self->text[i + 2]) != NULL;
}

static gsize
mark_before (const DrillOptionText *self,
             gsize                  i)
{
  return i >= 3 ? mark_at (self, i - 3) : 0;
}

/* Marks code spans, fenced code, addresses and targets of links. */
static void
hide (DrillOptionText *self)
{
  gboolean line_start = TRUE;

  for (gsize i = 0; i < self->length;)
    {
      char  c = self->text[i];
      gsize end = i;

      if (c == '`' || (line_start && c == '~' && strncmp (self->text + i, "~~~", 3) == 0))
        {
          gsize            run = strspn (self->text + i, c == '`' ? "`" : "~");
          g_autofree char *fence = g_strndup (self->text + i, run);
          const char      *close = self->text + i + run;

          /* A code span ends with a run as long as the one it begins with. */
          while ((close = strstr (close, fence)) != NULL && c == '`' && close[run] == '`')
            close += strspn (close, "`");
          end = close != NULL ? (gsize) (close - self->text) + run : i + run;
        }
      else if (c == '<' || (c == ']' && self->text[i + 1] == '('))
        {
          const char *close = memchr (self->text + i, c == '<' ? '>' : ')', MIN (self->length - i, MAX_TARGET));

          if (close != NULL && (c != '<' || g_ascii_isalpha (self->text[i + 1]) || self->text[i + 1] == '/'))
            end = (gsize) (close - self->text) + 1;
        }
      else if (strncmp (self->text + i, "://", 3) == 0)
        {
          end = i + strcspn (self->text + i, " \t\n)>");
        }

      line_start = c == '\n' || (line_start && c == ' ');
      if (end > i)
        {
          memset (self->hidden + i, 1, end - i);
          i = end;
        }
      else
        {
          i++;
        }
    }
}

/* Whether at @i stands a letter of an option, apart from any word. Small ones only in
 * brackets: "(c)". */
gboolean
drill_option_text_is_letter (const DrillOptionText *self,
                             gsize                  i)
{
  char  before = i > 0 ? self->text[i - 1] : ' ';
  char  after = i + 1 < self->length ? self->text[i + 1] : ' ';
  guint number;

  if (i >= self->length || self->hidden[i] || !g_ascii_isalpha (self->text[i]))
    return FALSE;
  if (g_ascii_islower (self->text[i]) && (before != '(' || after != ')'))
    return FALSE;
  number = (guint) (g_ascii_toupper (self->text[i]) - 'A');
  if (number >= self->n_options)
    return FALSE;
  if (before == '\\' || (is_word_byte (before) && mark_before (self, i) == 0) || strchr ("-/.+#&@$'=`", before) != NULL)
    return FALSE;
  if ((is_word_byte (after) && mark_at (self, i + 1) == 0) || strchr ("-/+#&@$=`", after) != NULL)
    return FALSE;

  /* "A.b", but not the end of a sentence; "B's" is an option, "A'b" is not */
  if (after == '.' && i + 2 < self->length && is_word_byte (self->text[i + 2]))
    return FALSE;
  if (after == '\'' && (i + 2 >= self->length || self->text[i + 2] != 's'))
    return FALSE;
  if (is_quote_at (self, i + 1) && self->text[i + 3] == '\x99' && is_word_byte (self->text[i + 4]) && self->text[i + 4] != 's')
    return FALSE;

  return TRUE;
}

guint
drill_option_text_letter_bit (const DrillOptionText *self,
                              gsize                  i)
{
  return 1u << (g_ascii_toupper (self->text[i]) - 'A');
}

static gboolean
is_emphasis (char c)
{
  return c == '*' || c == '_' || c == '"' || c == '\'';
}

/* The word that ends in front of @i, in small letters; "" when a sentence or a line
 * begins there. @start: (out) (optional): where it begins. @bracket, @colon: (out):
 * whether one stands between them */
char *
drill_option_text_word_before (const DrillOptionText *self,
                               gsize                  i,
                               gsize                 *start,
                               gboolean              *bracket,
                               gboolean              *colon)
{
  gsize end;

  *bracket = FALSE;
  *colon = FALSE;
  while (i > 0 && (strchr (" \n(:*_\"'", self->text[i - 1]) != NULL || (i >= 3 && is_quote_at (self, i - 3))))
    {
      *bracket = *bracket || self->text[i - 1] == '(';
      *colon = *colon || self->text[i - 1] == ':';
      i -= strchr (" \n(:*_\"'", self->text[i - 1]) != NULL ? 1 : 3;
    }
  end = i;
  while (i > 0 && (is_word_byte (self->text[i - 1]) || self->text[i - 1] == '\'') && !self->hidden[i - 1] &&
         mark_before (self, i) == 0)
    i--;
  if (start != NULL)
    *start = i;

  return g_ascii_strdown (self->text + i, (gssize) (end - i));
}

/* The word that begins behind @i as it is written, "" when punctuation comes first or it
 * goes on behind a hyphen. @end: (out) (optional): where it ends */
char *
drill_option_text_word_after (const DrillOptionText *self,
                              gsize                  i,
                              gsize                 *end)
{
  gsize start;

  while (i < self->length && (self->text[i] == ' ' || self->text[i] == '\n' || is_emphasis (self->text[i]) || is_quote_at (self, i)))
    i += is_quote_at (self, i) ? 3 : 1;
  start = i;
  while (i < self->length && (is_word_byte (self->text[i]) || self->text[i] == '\'') && !self->hidden[i] && mark_at (self, i) == 0)
    i++;
  if (end != NULL)
    *end = i;
  if (i < self->length && self->text[i] == '-')
    return g_strdup ("");

  return g_strndup (self->text + start, i - start);
}

/* Whether nothing more of the clause follows at @i. */
gboolean
drill_option_text_ends_clause (const DrillOptionText *self,
                               gsize                  i)
{
  while (i < self->length && (is_emphasis (self->text[i]) || is_quote_at (self, i)))
    i += is_quote_at (self, i) ? 3 : 1;

  return i >= self->length || strchr (".,;:!?)\n", self->text[i]) != NULL || mark_at (self, i) > 0;
}

/* Copies at most so much of what follows @i that a joint can be, with any white space
 * within a paragraph as one space. @ends: (out): where each byte of it ends */
static gsize
fold_space (const DrillOptionText *self,
            gsize                  i,
            char                   folded[MAX_JOINT],
            gsize                  ends[MAX_JOINT])
{
  gsize n = 0;

  while (i < self->length && n + 1 < MAX_JOINT && !self->hidden[i])
    {
      guint lines = 0;
      char  c = self->text[i++];

      if (c == ' ' || c == '\n')
        {
          lines = c == '\n';
          while (i < self->length && (self->text[i] == ' ' || self->text[i] == '\n'))
            lines += self->text[i++] == '\n';
          c = ' ';
        }
      if (lines > 1)
        break;
      folded[n] = c;
      ends[n++] = i;
    }
  folded[n] = '\0';

  return n;
}

/* The end of a joint of a list of letters that begins at @i: ", ", " and ", or ". 0
 * when there is none. */
gsize
drill_option_text_joint_end (const DrillOptionText *self,
                             gsize                  i)
{
  static const char *const joints[] = {
    ", and ",  ", or ",      ", but not ", ", not ",      " and/or ",       " and not ", " and ", " or ",     " nor ",
    " & ",     " plus ",     " as well as ", " but not ", " rather than ", " instead of ", " over ", " versus ", " vs. ",
    ", ",      NULL,
  };
  static const char *const nouns[] = { "option ", "answer ", NULL };
  char  folded[MAX_JOINT];
  gsize ends[MAX_JOINT];

  while (i < self->length && (strchr ("*_)\"", self->text[i]) != NULL || is_quote_at (self, i)))
    i += is_quote_at (self, i) ? 3 : 1;
  fold_space (self, i, folded, ends);
  for (guint j = 0; joints[j] != NULL; j++)
    {
      gsize length = strlen (joints[j]);
      gsize end;

      if (!g_str_has_prefix (folded, joints[j]))
        continue;
      for (guint n = 0; nouns[n] != NULL; n++)
        {
          if (g_str_has_prefix (folded + length, nouns[n]))
            length += strlen (nouns[n]);
        }
      end = ends[length - 1];
      while (end < self->length && (strchr ("*_(\"", self->text[end]) != NULL || is_quote_at (self, end)))
        end += is_quote_at (self, end) ? 3 : 1;
      return end;
    }

  return 0;
}

/* Finds the list of letters that begins at @i. Returns: how many */
guint
drill_option_text_find_list (const DrillOptionText *self,
                             gsize                  i,
                             gsize                  places[DRILL_OPTION_LETTERS_MAX])
{
  guint n = 0;

  while (drill_option_text_is_letter (self, i) && n < DRILL_OPTION_LETTERS_MAX)
    {
      gsize next;

      places[n++] = i;
      next = drill_option_text_joint_end (self, i + 1);
      if (next == 0)
        break;
      i = next;
    }

  return n;
}

void
drill_option_text_init (DrillOptionText *self,
                        const char      *markdown,
                        guint            n_options,
                        gboolean         is_option,
                        guint            taken)
{
  gsize length = strlen (markdown);

  *self = (DrillOptionText) { markdown, length, n_options, is_option, taken, g_new0 (guint8, length + 1) };
  hide (self);
}
