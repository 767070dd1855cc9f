/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which letters of a text name options.
 *
 * A letter can be anything: an article, a language, a service. So one alone is
 * believed only where its surroundings say it:
 *
 *   after a word for options    option B, answers A and C, choice (d)
 *   in brackets, or marked      (B), B), **B**, "B:" at the start of a line
 *   before what options do      B is wrong, C would block      at the start of a
 *   in a list of letters        A and C, A, B or D             sentence, or behind
 *   before an end               than D, unlike A, only B       one of a few words
 *
 * In the text of an option ("Both A and C") a list is believed anywhere, because the
 * option would make no sense without it. Code, addresses and parts of words
 * ("B-tree", "A/B", "C++") are never looked at.
 *
 * A letter that means something else in the question ("service A calls service B"), or
 * in the text itself ("vitamin C"), is believed only after a word for options. Whoever
 * is not believed stays as it is: a text with a wrong letter is better than one that
 * was made wrong.
 */

#include "config.h"

#include "study/option-letters.h"

#include "study/option-text.h"
#include "study/option-words.h"

#include <string.h>

/* Whether the letter at @i is told from others by brackets, marks or its place. */
static gboolean
stands_out (const DrillOptionText *self,
            gsize                  i)
{
  gsize start = i;
  char  before = i > 0 ? self->text[i - 1] : '\n';
  char  after = i + 1 < self->length ? self->text[i + 1] : '\n';
  char  last;

  /* Small letters in brackets count what the text itself lists, and "(C) 2020" is no option. */
  if (g_ascii_islower (self->text[i]))
    return FALSE;
  if (before == '(' && after == ')')
    return !(self->text[i + 2] == ' ' && g_ascii_isdigit (self->text[i + 3]));
  if (after == ')' && (before == ' ' || before == '\n'))
    return TRUE;
  if ((before == '*' || before == '_') && (after == before))
    return TRUE;

  /* "B: because" and "- B. because" at the start of a line */
  while (start > 0 && strchr (" *_-", self->text[start - 1]) != NULL)
    start--;
  last = start > 0 ? self->text[start - 1] : '\n';

  return last == '\n' && (after == ':' || after == '.') && i + 2 < self->length && self->text[i + 2] == ' ';
}

/* Whether the letter that ends at @i does what options do, with @letter as subject. */
static gboolean
acts (const DrillOptionText *self,
      gsize                  i,
      char                   letter)
{
  gsize            end, behind;
  g_autofree char *deed = drill_option_text_word_after (self, i, &end);
  g_autofree char *next = drill_option_text_word_after (self, end, &behind);
  g_autofree char *third = drill_option_text_word_after (self, behind, NULL);

  if (strncmp (self->text + i, "'s ", 3) == 0 || strncmp (self->text + i, "\xe2\x80\x99s ", 5) == 0)
    return TRUE;
  if (!drill_option_word_is (DRILL_OPTION_WORD_DEED, deed))
    return FALSE;

  /* "A is a vowel", but "A is a trap" */
  if ((g_str_equal (deed, "is") || g_str_equal (deed, "was")) && (g_str_equal (next, "a") || g_str_equal (next, "an")))
    return drill_option_word_is (DRILL_OPTION_WORD_VERDICT, third);

  /* "A means of" */
  return !(letter == 'A' && g_str_equal (deed, "means") && (g_str_equal (next, "of") || g_str_equal (next, "to")));
}

/* "the right one is B" */
static gboolean
is_named_by (const DrillOptionText *self,
             gsize                  is_start)
{
  gboolean         bracket, colon;
  g_autofree char *subject = drill_option_text_word_before (self, is_start, NULL, &bracket, &colon);

  return drill_option_word_is (DRILL_OPTION_WORD_JUDGED, subject);
}

/* Whether the letters of the list at @first name options. */
static gboolean
is_believed (const DrillOptionText *self,
             const gsize           *places,
             guint                  n)
{
  gsize            first = places[0], last = places[n - 1];
  gboolean         bracket, colon;
  gsize            start;
  g_autofree char *before = drill_option_text_word_before (self, first, &start, &bracket, &colon);
  gboolean         begins = *before == '\0';
  gboolean         opens = begins || colon || drill_option_word_is (DRILL_OPTION_WORD_OPENER, before);
  gboolean         judged = colon && drill_option_word_is (DRILL_OPTION_WORD_JUDGED, before);

  if (drill_option_word_is (DRILL_OPTION_WORD_NOUN, before))
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      if ((drill_option_text_letter_bit (self, places[i]) & self->taken) != 0 || g_ascii_islower (self->text[places[i]]))
        return FALSE;
    }

  if (drill_option_word_is (DRILL_OPTION_WORD_STATEMENT, before) || judged || (n == 1 && stands_out (self, first)))
    return TRUE;
  if (n > 1 && (self->is_option || begins || bracket || (opens && !colon)))
    return TRUE;
  if (n == 1 && self->text[first] == 'I')
    return FALSE;
  if (opens && acts (self, last + 1, self->text[last]))
    return TRUE;
  if (!drill_option_text_ends_clause (self, last + 1))
    return FALSE;
  if (drill_option_word_is (DRILL_OPTION_WORD_ENDER, before) || (g_str_equal (before, "is") && is_named_by (self, start)))
    return TRUE;

  /* An option that says nothing else: "C", "Only C" */
  return self->is_option && opens;
}

/* Whether the letters of the list at @first are names of other things. */
static gboolean
is_thing (const DrillOptionText *self,
          gsize                  first)
{
  gboolean         bracket, colon;
  g_autofree char *before = drill_option_text_word_before (self, first, NULL, &bracket, &colon);

  return !colon && !bracket && drill_option_word_is (DRILL_OPTION_WORD_THING, before);
}

/* Whether an "A" at @i may well be an article. */
static gboolean
may_be_article (const DrillOptionText *self,
                gsize                  i)
{
  return self->text[i] == 'A' && self->text[i + 1] == ' ' && drill_option_text_joint_end (self, i + 1) == 0;
}

static gboolean
speaks_of_languages (const DrillOptionText *self)
{
  gsize end;

  if (strstr (self->text, "C++") != NULL || strstr (self->text, "C#") != NULL)
    return TRUE;
  for (gsize i = 0; i < self->length; i = MAX (end, i + 1))
    {
      g_autofree char *word = NULL;

      end = i + 1;
      if (!g_ascii_isalpha (self->text[i]))
        continue;
      word = drill_option_text_word_after (self, i, &end);

      if (drill_option_word_is (DRILL_OPTION_WORD_LANGUAGE, word))
        return TRUE;
    }

  return FALSE;
}

/* Letters that name other things. @all: whether each letter that no word makes an option
 * is one, as in the text of a question */
static guint
find_taken (const DrillOptionText *self,
            gboolean               all)
{
  guint taken = self->n_options > 2 && speaks_of_languages (self) ? 1u << ('C' - 'A') : 0;
  gsize places[DRILL_OPTION_LETTERS_MAX];

  for (gsize i = 0; i < self->length;)
    {
      guint            n = drill_option_text_find_list (self, i, places);
      gboolean         bracket, colon;
      g_autofree char *before = NULL;

      if (n == 0)
        {
          i++;
          continue;
        }

      before = drill_option_text_word_before (self, i, NULL, &bracket, &colon);
      for (guint p = 0; p < n; p++)
        {
          if (is_thing (self, places[p]) ||
              (p > 0 && is_thing (self, places[0])) ||
              (all && !may_be_article (self, places[p]) && !drill_option_word_is (DRILL_OPTION_WORD_NOUN, before)))
            taken |= drill_option_text_letter_bit (self, places[p]);
        }
      i = places[n - 1] + 1;
    }

  return taken;
}

typedef void (*LetterFunc) (gsize    place,
                            gpointer data);

static void
each_letter (DrillOptionText *self,
             LetterFunc       func,
             gpointer         data)
{
  gsize places[DRILL_OPTION_LETTERS_MAX];

  self->taken |= find_taken (self, FALSE);
  for (gsize i = 0; i < self->length;)
    {
      guint n = drill_option_text_find_list (self, i, places);

      if (n > 0 && is_believed (self, places, n))
        {
          for (guint p = 0; p < n; p++)
            func (places[p], data);
        }
      i = n > 0 ? places[n - 1] + 1 : i + 1;
    }
}

/* Letters by which the text of a question names things of its own. Returns: a bit set */
guint
drill_option_letters_taken (const char *markdown,
                            guint       n_options)
{
  g_autofree guint8 *hidden = NULL;
  DrillOptionText self;

  g_return_val_if_fail (markdown != NULL && n_options <= DRILL_OPTION_LETTERS_MAX, 0);

  drill_option_text_init (&self, markdown, n_options, FALSE, 0);
  hidden = self.hidden;

  return find_taken (&self, TRUE);
}

typedef struct
{
  const char *markdown;
  guint       named;
} Naming;

static void
name_letter (gsize    place,
             gpointer data)
{
  Naming *naming = data;

  naming->named |= 1u << (g_ascii_toupper (naming->markdown[place]) - 'A');
}

/* @taken: what drill_option_letters_taken() said of the question */
guint
drill_option_letters_named (const char *markdown,
                            guint       n_options,
                            gboolean    is_option,
                            guint       taken)
{
  g_autofree guint8 *hidden = NULL;
  Naming             naming = { markdown, 0 };
  DrillOptionText self;

  g_return_val_if_fail (markdown != NULL && n_options <= DRILL_OPTION_LETTERS_MAX, 0);

  drill_option_text_init (&self, markdown, n_options, is_option, taken);
  hidden = self.hidden;
  each_letter (&self, name_letter, &naming);

  return naming.named;
}

typedef struct
{
  char       *text;
  const char *letters;
} Replacing;

static void
replace_letter (gsize    place,
                gpointer data)
{
  Replacing *replacing = data;
  char      *letter = &replacing->text[place];
  char       other = replacing->letters[g_ascii_toupper (*letter) - 'A'];

  *letter = g_ascii_islower (*letter) ? g_ascii_tolower (other) : other;
}

/* @letters: for each of @n_options what its letter becomes; the rest is as above */
char *
drill_option_letters_replace (const char *markdown,
                              const char *letters,
                              guint       n_options,
                              gboolean    is_option,
                              guint       taken)
{
  g_autofree guint8 *hidden = NULL;
  Replacing          replacing = { NULL, letters };
  DrillOptionText self;

  g_return_val_if_fail (markdown != NULL && letters != NULL, NULL);
  g_return_val_if_fail (n_options <= DRILL_OPTION_LETTERS_MAX, NULL);

  replacing.text = g_strdup (markdown);
  drill_option_text_init (&self, markdown, n_options, is_option, taken);
  hidden = self.hidden;
  each_letter (&self, replace_letter, &replacing);

  return replacing.text;
}
