/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which capital letters of a text name options.
 *
 * A letter can be anything: an article, a language, a service. So one alone is
 * believed only where its surroundings say it:
 *
 *   after a word for options    option B, answers A and C, choice (D)
 *   in brackets, or marked      (B), B), **B**, "B:" at the start of a line
 *   before what options do      B is wrong, C would block      at the start of a
 *   in a list of letters        A and C, A, B or D             sentence, or behind
 *   before an end               than D, unlike A, only B       one of a few words
 *
 * In the text of an option ("Both A and C") a list is believed anywhere, because the
 * option would make no sense without it. Code, addresses and parts of words
 * ("B-tree", "A/B", "C++") are never looked at. Whoever is not believed stays as it
 * is: a text with a wrong letter is better than one that was made wrong.
 */

#include "config.h"

#include "study/option-letters.h"

#include <string.h>

/* Addresses are not longer; a text full of open brackets is read once only. */
#define MAX_TARGET 2048

typedef struct
{
  const char *text;
  gsize       length;
  guint       n_options;
  gboolean    is_option;
  guint8     *hidden; /* for each byte, whether it is code or an address */
} Text;

static const char *const nouns[] = {
  "option", "options", "answer", "answers", "choice", "choices", "alternative",
  "alternatives", "letter", "letters", "statement", "statements", NULL,
};

/* Behind these a letter may begin to speak of an option, if more says so. */
static const char *const openers[] = {
  "both",  "neither", "either",  "only",   "not",   "unlike", "while", "whereas", "and",
  "or",    "nor",     "so",      "but",    "because", "since", "than",  "with",    "by",
  "that",  "then",    "thus",    "hence",  "if",    "though", "although", "like",  "as",
  "why",   "which",   "yes",     "no",     "also",  "here",   "however",  "therefore", "to",
  "of",    "except",  "besides", NULL,
};

/* Behind these a letter that ends its clause is an option. */
static const char *const enders[] = {
  "than", "unlike", "only", "not", "except", "besides", "why", "neither", "correct", "is", NULL,
};

static const char *const deeds[] = {
  "is",     "isn't",  "was",     "wasn't", "would",  "wouldn't", "will",   "won't",   "does",
  "doesn't", "did",   "can",     "can't",  "cannot", "could",    "couldn't", "has",   "had",
  "may",    "might",  "must",    "should", "shouldn't", "only",  "also",   "alone",   "fails",
  "works",  "solves", "ignores", "describes", "means", "misses", "confuses", "treats", "assumes",
  "helps",  "hides",  "makes",   "needs",  "looks",  "sounds",   "says",   "names",   "claims",
  "gives",  "adds",   "blocks",  "leaves", "are",    "aren't",   "were",   "do",      "don't",
  "describe", "fail", "work",    "both",   NULL,
};

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

/* Marks code spans, fenced code, addresses and targets of links. */
static void
hide (Text *self)
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

/* Whether at @i stands a letter of an option, apart from any word. */
static gboolean
is_letter (const Text *self,
           gsize       i)
{
  char before = i > 0 ? self->text[i - 1] : ' ';
  char after = i + 1 < self->length ? self->text[i + 1] : ' ';

  if (i >= self->length || self->hidden[i] || self->text[i] < 'A' ||
      (guint) (self->text[i] - 'A') >= self->n_options)
    return FALSE;
  if (before == '\\' || is_word_byte (before) || strchr ("-/.+#&@$'=`", before) != NULL)
    return FALSE;
  if (is_word_byte (after) || strchr ("-/+#&@$=`", after) != NULL)
    return FALSE;

  /* "A.b", but not the end of a sentence; "B's" is an option, "A'b" is not */
  if (after == '.' && i + 2 < self->length && is_word_byte (self->text[i + 2]))
    return FALSE;
  if (after == '\'' && (i + 2 >= self->length || self->text[i + 2] != 's'))
    return FALSE;

  return TRUE;
}

static gboolean
is_emphasis (char c)
{
  return c == '*' || c == '_' || c == '"' || c == '\'';
}

/* The word that ends in front of @i, in small letters; "" when a sentence or a line
 * begins there. @bracket, @colon: (out): whether one stands between them */
static char *
word_before (const Text *self,
             gsize       i,
             gboolean   *bracket,
             gboolean   *colon)
{
  gsize end;

  *bracket = FALSE;
  *colon = FALSE;
  while (i > 0 && strchr (" \n(:*_\"'", self->text[i - 1]) != NULL)
    {
      *bracket = *bracket || self->text[i - 1] == '(';
      *colon = *colon || self->text[i - 1] == ':';
      i--;
    }
  end = i;
  while (i > 0 && (is_word_byte (self->text[i - 1]) || self->text[i - 1] == '\'') && !self->hidden[i - 1])
    i--;

  return g_ascii_strdown (self->text + i, (gssize) (end - i));
}

/* The word that begins behind @i, "" when punctuation comes first. */
static char *
word_after (const Text *self,
            gsize       i)
{
  gsize start;

  while (i < self->length && (self->text[i] == ' ' || self->text[i] == '\n' || is_emphasis (self->text[i])))
    i++;
  start = i;
  while (i < self->length && (is_word_byte (self->text[i]) || self->text[i] == '\'') && !self->hidden[i])
    i++;

  return g_ascii_strdown (self->text + start, (gssize) (i - start));
}

static gboolean
is_in (const char        *word,
       const char *const *words)
{
  return g_strv_contains (words, word);
}

/* Whether the letter at @i is told from others by brackets, marks or its place. */
static gboolean
stands_out (const Text *self,
            gsize       i)
{
  gsize start = i;
  char  before = i > 0 ? self->text[i - 1] : '\n';
  char  after = i + 1 < self->length ? self->text[i + 1] : '\n';
  char  last;

  if (after == ')' && (before == '(' || before == ' ' || before == '\n'))
    return TRUE;
  if ((before == '*' || before == '_') && (after == before))
    return TRUE;

  /* "B: because" and "- B. because" at the start of a line */
  while (start > 0 && strchr (" *_-", self->text[start - 1]) != NULL)
    start--;
  last = start > 0 ? self->text[start - 1] : '\n';

  return last == '\n' && (after == ':' || after == '.') && i + 2 < self->length && self->text[i + 2] == ' ';
}

/* Whether nothing more of the clause follows at @i. */
static gboolean
ends_clause (const Text *self,
             gsize       i)
{
  while (i < self->length && is_emphasis (self->text[i]))
    i++;

  return i >= self->length || strchr (".,;:!?)\n", self->text[i]) != NULL;
}

/* The end of a joint of a list of letters that begins at @i: ", " " and " ", or ". 0
 * when there is none. */
static gsize
joint_end (const Text *self,
           gsize       i)
{
  static const char *const joints[] = {
    ", and ", ", or ", " and ", " or ", " nor ", " & ", ", ", "/", " as well as ", " but not ", NULL,
  };

  while (i < self->length && (self->text[i] == '*' || self->text[i] == '_'))
    i++;
  for (guint j = 0; joints[j] != NULL; j++)
    {
      gsize end = i + strlen (joints[j]);

      if (strncmp (self->text + i, joints[j], strlen (joints[j])) != 0)
        continue;
      while (end < self->length && (self->text[end] == '*' || self->text[end] == '_'))
        end++;
      if (strncmp (self->text + end, "option ", strlen ("option ")) == 0)
        end += strlen ("option ");
      return end;
    }

  return 0;
}

/* Finds the list of letters that begins at @i. Returns: how many */
static guint
find_list (const Text *self,
           gsize       i,
           gsize       places[DRILL_OPTION_LETTERS_MAX])
{
  guint n = 0;

  while (is_letter (self, i) && n < DRILL_OPTION_LETTERS_MAX)
    {
      gsize next;

      places[n++] = i;
      next = joint_end (self, i + 1);
      if (next == 0)
        break;
      i = next;
    }

  return n;
}

/* Whether the letters of the list at @first name options. */
static gboolean
is_believed (const Text *self,
             gsize       first,
             gsize       last,
             guint       n)
{
  gboolean         bracket, colon;
  g_autofree char *before = word_before (self, first, &bracket, &colon);
  g_autofree char *after = word_after (self, last + 1);
  gboolean         opens = *before == '\0' || colon || is_in (before, openers) || is_in (before, nouns);

  if (is_in (before, nouns) || (n == 1 && stands_out (self, first)))
    return TRUE;
  if (n > 1 && (self->is_option || opens || bracket))
    return TRUE;
  if (opens && (is_in (after, deeds) || strncmp (self->text + last + 1, "'s ", 3) == 0))
    return TRUE;
  if (is_in (before, enders) && ends_clause (self, last + 1))
    return TRUE;

  /* An option that says nothing else: "C", "Only C" */
  return self->is_option && ends_clause (self, last + 1) && opens;
}

typedef void (*LetterFunc) (gsize    place,
                            gpointer data);

static void
each_letter (const char *markdown,
             guint       n_options,
             gboolean    is_option,
             LetterFunc  func,
             gpointer    data)
{
  gsize               length = strlen (markdown);
  g_autofree guint8  *hidden = g_new0 (guint8, length + 1);
  Text                self = { markdown, length, n_options, is_option, hidden };
  gsize               places[DRILL_OPTION_LETTERS_MAX];

  hide (&self);
  for (gsize i = 0; i < length;)
    {
      guint n = find_list (&self, i, places);

      if (n > 0 && is_believed (&self, places[0], places[n - 1], n))
        {
          for (guint p = 0; p < n; p++)
            func (places[p], data);
        }
      i = n > 0 ? places[n - 1] + 1 : i + 1;
    }
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

  naming->named |= 1u << (naming->markdown[place] - 'A');
}

guint
drill_option_letters_named (const char *markdown,
                            guint       n_options,
                            gboolean    is_option)
{
  Naming naming = { markdown, 0 };

  g_return_val_if_fail (markdown != NULL && n_options <= DRILL_OPTION_LETTERS_MAX, 0);

  each_letter (markdown, n_options, is_option, name_letter, &naming);

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

  replacing->text[place] = replacing->letters[replacing->text[place] - 'A'];
}

/* @letters: for each of @n_options what its letter becomes */
char *
drill_option_letters_replace (const char *markdown,
                              const char *letters,
                              guint       n_options,
                              gboolean    is_option)
{
  Replacing replacing = { NULL, letters };

  g_return_val_if_fail (markdown != NULL && letters != NULL, NULL);
  g_return_val_if_fail (n_options <= DRILL_OPTION_LETTERS_MAX, NULL);

  replacing.text = g_strdup (markdown);
  each_letter (markdown, n_options, is_option, replace_letter, &replacing);

  return replacing.text;
}
