/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * GIFT, Moodle's text format:
 *
 *     // a comment
 *     $CATEGORY: linux/signals
 *     ::name:: [markdown] Which signal? {=KILL#It is. ~TERM ~%50%half right}
 *
 * Braces hold the answers, a backslash takes the meaning off "~ = # { } :". With a
 * wrong answer it is a multiple-choice question, "{T}" is one of two options; what
 * is to be typed, or has no answer, becomes an open question.
 */

#include "config.h"

#include "pack/dialects/gift.h"

#include "pack/dialects/html.h"

#include <string.h>

#define MAX_OPTIONS 26
#define MAX_ANSWERS 65536 /* bytes between braces */
#define MAX_NAME 1000
#define MAX_TRIES 500 /* braces to look into before it is something else */

typedef struct
{
  char    *text;
  char    *reason;
  double   weight; /* in percent */
  gboolean right;
} GiftAnswer;

typedef struct
{
  DrillComposer *composer;
  const char    *at;
  const char    *end;
  guint          line;
  char          *category;
  char           format; /* of the question: 'h'tml, 'm'arkdown or plain */
} Gift;

static void
answer_free (gpointer data)
{
  GiftAnswer *self = data;

  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

/* The next byte in @text that is one of @marks, one or two, and not escaped, or the end.
 * Braces that are never closed have it look at the same bytes many times. */
static const char *
find_mark (const char *text, const char *end, const char *marks)
{
  for (; text < end; text++)
    {
      if (*text == '\\' && text + 1 < end)
        text++;
      else if (*text != '\0' && (*text == marks[0] || *text == marks[1]))
        return text;
    }

  return end;
}

static char *
unescape (const char *text, const char *end)
{
  GString *out = g_string_new (NULL);

  for (; text < end; text++)
    {
      if (*text == '\\' && text + 1 < end && strchr ("~=#{}:\\", text[1]) != NULL)
        text++;
      else if (*text == '\\' && text + 1 < end && text[1] == 'n')
        {
          g_string_append_c (out, '\n');
          text++;
          continue;
        }
      g_string_append_c (out, *text == '\0' ? ' ' : *text);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static char *
to_markdown (Gift *self, char *owned)
{
  g_autofree char *text = owned;

  if (self->format == 'h')
    return drill_html_to_markdown (text);
  if (self->format == 'm')
    return g_steal_pointer (&text);

  return drill_plain_to_markdown (text);
}

static char *
take_text (Gift *self, const char *text, const char *end)
{
  return to_markdown (self, unescape (text, end));
}

/* Reads "=right#why ~wrong". */
static GPtrArray *
read_answers (Gift       *self,
              const char *text,
              const char *end,
              gboolean   *wrong_seen,
              gboolean   *matching)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);
  gboolean   whole = FALSE; /* something is right as a whole */

  *wrong_seen = *matching = FALSE;
  text = find_mark (text, end, "=~");
  while (text < end)
    {
      const char *next = find_mark (text + 1, end, "=~");
      const char *start = text + 1;
      const char *hash = find_mark (start, next, "#");
      GiftAnswer *answer = g_new0 (GiftAnswer, 1);
      double      weight = 0;

      while (start < next && g_ascii_isspace (*start))
        start++;
      if (start < next && *start == '%')
        {
          char *behind = NULL;

          weight = g_ascii_strtod (start + 1, &behind);
          if (behind != NULL && behind < next && *behind == '%')
            start = behind + 1;
        }
      *wrong_seen |= *text == '~';
      answer->weight = *text == '=' ? 100 : weight;
      whole |= answer->weight >= 100;
      if (hash < start)
        hash = next;
      answer->text = take_text (self, start, hash);
      if (hash < next && hash + 1 < next && hash[1] != '#')
        {
          const char *general = memmem (hash, next - hash, "####", 4);

          answer->reason = take_text (self, hash + 1, general != NULL ? general : next);
        }
      *matching |= *text == '=' && strstr (answer->text, "->") != NULL;
      g_ptr_array_add (answers, answer);
      text = next;
    }
  /* Half right is wrong where something is right as a whole. */
  for (guint i = 0; i < answers->len; i++)
    {
      GiftAnswer *answer = g_ptr_array_index (answers, i);

      answer->right = whole ? answer->weight >= 100 : answer->weight > 0;
    }

  return answers;
}

static gboolean
is_word (const char *text, const char *end, const char *const *words)
{
  const char *stop = find_mark (text, end, "#");
  DrillSlice  word = drill_slice_strip ((DrillSlice){ text, stop });

  for (guint i = 0; words[i] != NULL; i++)
    if (drill_slice_equals_word (word, words[i]))
      return TRUE;

  return FALSE;
}

static void
tell (Gift *self, guint line, const char *code, const char *text)
{
  drill_source_error (self->composer->source, line, code, "%s", text);
}

static void
admit (Gift *self, DrillDraft *draft)
{
  drill_composer_add_topics (draft, self->category);
  drill_composer_admit (self->composer, draft);
}

static void
make_truth (Gift *self, guint line, const char *stem, gboolean truth)
{
  DrillDraft *draft = drill_composer_begin (self->composer, DRILL_ITEM_MCQ, line, stem);

  drill_composer_add_option (draft, "True", truth, NULL);
  drill_composer_add_option (draft, "False", !truth, NULL);
  admit (self, draft);
}

static void
make_open (Gift *self, guint line, const char *stem, const char *answer)
{
  DrillDraft *draft = drill_composer_begin (self->composer, DRILL_ITEM_QUESTION, line, stem);

  drill_composer_add_part (draft, DRILL_PART_ANSWER, answer);
  admit (self, draft);
}

static void
make_mcq (Gift *self, guint line, const char *stem, GPtrArray *answers, const char *explanation)
{
  DrillDraft *draft;
  guint       right = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      GiftAnswer *answer = g_ptr_array_index (answers, i);

      right += answer->right;
      if (*answer->text == '\0')
        {
          tell (self, line, "E010", "an option of this question has no text, so it is left out");
          return;
        }
    }
  if (answers->len < 2)
    {
      tell (self,
            line,
            "E010",
            "this question has one option only, so it is left out; write two or more");
      return;
    }
  if (answers->len > MAX_OPTIONS)
    {
      tell (self, line, "E013", "there are more than 26 options; drop some");
      return;
    }
  if (right == 0)
    {
      tell (self,
            line,
            "E011",
            "no option of this question is right, so it is left out; write \"=\" in front of it");
      return;
    }
  draft = drill_composer_begin (self->composer, DRILL_ITEM_MCQ, line, stem);
  for (guint i = 0; i < answers->len; i++)
    {
      GiftAnswer *answer = g_ptr_array_index (answers, i);

      drill_composer_add_option (draft, answer->text, answer->right, answer->reason);
    }
  drill_composer_add_part (draft, DRILL_PART_EXPLANATION, explanation);
  admit (self, draft);
}

static void
make_item (Gift *self, guint line, const char *stem, const char *text, const char *end)
{
  static const char *const yes[] = { "T", "TRUE", NULL };
  static const char *const no[] = { "F", "FALSE", NULL };
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *explanation = NULL;
  const char      *general = NULL;
  gboolean         wrong_seen;
  gboolean         matching;

  while (text < end && g_ascii_isspace (*text))
    text++;
  for (const char *at = text; at + 4 <= end && general == NULL; at++)
    if (strncmp (at, "####", 4) == 0 && (at == text || at[-1] != '\\'))
      general = at;
  if (general != NULL)
    {
      explanation = take_text (self, general + 4, end);
      end = general;
    }
  if (*stem == '\0')
    {
      tell (self, line, "E030", "there is no question here; write its text in front of the braces");
      return;
    }
  if (is_word (text, end, yes) || is_word (text, end, no))
    {
      make_truth (self, line, stem, is_word (text, end, yes));
      return;
    }
  if (text < end && *text == '#')
    {
      g_autofree char *number = unescape (text + 1, end);

      make_open (self, line, stem, number);
      return;
    }
  answers = read_answers (self, text, end, &wrong_seen, &matching);
  if (answers->len == 0)
    make_open (self, line, stem, explanation);
  else if (wrong_seen)
    make_mcq (self, line, stem, answers, explanation);
  else if (matching)
    tell (self,
          line,
          "E054",
          "pairs that are to be matched cannot be asked here, so this question is left out; ask "
          "for one pair at a time");
  else
    {
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < answers->len; i++)
        g_string_append_printf (all,
                                "%s%s",
                                i > 0 ? " / " : "",
                                ((GiftAnswer *) g_ptr_array_index (answers, i))->text);
      make_open (self, line, stem, all->str);
    }
}

static void
count_lines (Gift *self, const char *to)
{
  for (; self->at < to; self->at++)
    self->line += *self->at == '\n';
}

static const char *
line_end (Gift *self)
{
  const char *end = memchr (self->at, '\n', self->end - self->at);

  return end != NULL ? end : self->end;
}

/* White space, comments and categories in front of a question. */
static void
skip_between (Gift *self)
{
  while (self->at < self->end)
    {
      DrillSlice rest = { self->at, self->end };

      if (g_ascii_isspace (*self->at) || *self->at == '\0')
        count_lines (self, self->at + 1);
      else if (drill_slice_starts_with (rest, "//"))
        count_lines (self, line_end (self));
      else if (drill_slice_starts_with (rest, "$CATEGORY"))
        {
          const char *end = line_end (self);
          const char *colon = memchr (self->at, ':', end - self->at);

          g_free (self->category);
          self->category = colon != NULL ? unescape (colon + 1, end) : NULL;
          /* Moodle's own words say nothing about the topic. */
          if (self->category != NULL && g_str_has_prefix (self->category, "$course$/"))
            memmove (self->category, self->category + 9, strlen (self->category + 9) + 1);
          count_lines (self, end);
        }
      else
        return;
    }
}

static void
take_format (Gift *self, const char **text)
{
  static const struct
  {
    const char *name;
    char        format;
  } formats[]
    = { { "[html]", 'h' }, { "[markdown]", 'm' }, { "[plain]", 'p' }, { "[moodle]", 'h' } };

  self->format = 'p';
  while (*text < self->end && g_ascii_isspace (**text))
    (*text)++;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (drill_slice_starts_with ((DrillSlice){ *text, self->end }, formats[i].name))
      {
        *text += strlen (formats[i].name);
        self->format = formats[i].format;
        return;
      }
}

/* Where a question that has no braces ends: at a blank line. */
static const char *
paragraph_end (const char *at, const char *end)
{
  for (; at < end; at++)
    if (*at == '\n')
      {
        const char *next = at + 1;

        while (next < end && (*next == ' ' || *next == '\t' || *next == '\r'))
          next++;
        if (next >= end || *next == '\n')
          return at;
      }

  return end;
}

static void
take_question (Gift *self)
{
  const char      *start = self->at;
  guint            line = self->line;
  const char      *open;
  const char      *close;
  const char      *limit;
  const char      *far;
  const char      *tail_end;
  g_autofree char *name = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *tail = NULL;

  if (drill_slice_starts_with ((DrillSlice){ start, self->end }, "::"))
    {
      const char *stop = start + MIN (self->end - start, MAX_NAME);
      const char *second = start + 2;

      while ((second = find_mark (second, stop, ":")) < stop
             && !(second + 1 < stop && second[1] == ':'))
        second++;
      if (second < stop)
        {
          name = unescape (start + 2, second);
          start = second + 2;
        }
    }
  take_format (self, &start);
  limit = paragraph_end (start, self->end);
  open = find_mark (start, limit, "{");
  if (open == limit)
    {
      /* Text between questions: a description, which asks nothing. */
      if (name != NULL)
        drill_source_error (self->composer->source,
                            line,
                            "E011",
                            "this question has no answers, so it is left out; write them in "
                            "braces behind it");
      count_lines (self, limit);
      return;
    }
  far = open + MIN (self->end - open, MAX_ANSWERS);
  close = find_mark (open + 1, far, "}");
  if (close >= far)
    {
      drill_source_error (self->composer->source,
                          line,
                          "E053",
                          "the brace that opens the answers of this question is never closed; end "
                          "them with }");
      count_lines (self, limit);
      return;
    }
  tail_end = paragraph_end (close + 1, self->end);
  tail = unescape (close + 1, tail_end);
  if (*tail != '\0')
    {
      g_autofree char *head = unescape (start, open);

      stem = to_markdown (self, g_strconcat (head, " ___ ", tail, NULL));
    }
  else
    stem = take_text (self, start, open);
  if (*stem == '\0' && name != NULL)
    {
      g_free (stem);
      stem = to_markdown (self, g_strdup (name));
    }
  make_item (self, line, stem, open + 1, close);
  count_lines (self, tail_end);
}

/* How much of a text looks like answers in braces. */
gboolean
drill_gift_is (const char *name, const char *text, gsize length)
{
  const char *end = text + length;
  guint       found = 0;
  guint       tries = 0;
  gboolean    line_start = TRUE;

  if (g_str_has_suffix (name, ".gift"))
    return TRUE;
  for (const char *at = text; at < end && found < 2 && tries < MAX_TRIES; at++)
    {
      DrillSlice rest = { at, end };

      if (line_start
          && (drill_slice_starts_with (rest, "#") || drill_slice_starts_with (rest, "```")))
        return FALSE;
      if (line_start && (drill_slice_starts_with (rest, "$CATEGORY:")))
        return TRUE;
      if (line_start && drill_slice_starts_with (rest, "::"))
        {
          const char *stop = memchr (at, '\n', end - at);

          found += 2
                   * (drill_slice_find ((DrillSlice){ at + 2, stop != NULL ? stop : end }, "::")
                      != NULL);
        }
      if (*at == '{' && (at == text || at[-1] != '\\'))
        {
          tries++;
          const char *inside = at + 1;

          while (inside < end && g_ascii_isspace (*inside))
            inside++;
          found += inside < end && (*inside == '=' || *inside == '~')
                   && find_mark (inside, inside + MIN (end - inside, MAX_ANSWERS), "}")
                        < inside + MIN (end - inside, MAX_ANSWERS);
        }
      line_start = *at == '\n';
    }

  return found >= (g_str_has_suffix (name, ".txt") ? 1 : 2);
}

void
drill_gift_read (DrillComposer *composer, const char *text, gsize length)
{
  Gift self = { .composer = composer, .at = text, .end = text + length, .line = 1 };

  for (;;)
    {
      const char *before = self.at;

      skip_between (&self);
      if (self.at >= self.end || composer->reader.full)
        break;
      take_question (&self);
      if (self.at == before)
        count_lines (&self, self.at + 1);
    }
  g_free (self.category);
}
