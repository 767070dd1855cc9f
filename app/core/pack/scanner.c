/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Bytes to lines.
 *
 * One pass from top to bottom, one line at a time, each byte looked at a bounded
 * number of times. What it knows about CommonMark is what must be known before a
 * line may be taken for a question, an option or a label: whether it stands in a
 * fence, in raw HTML or in a comment.
 *
 *     fence     until a line of the same character, at least as long; or until
 *               its block quote ends
 *     comment   until "-->"
 *     HTML      until a blank line; <pre>, <script> and <style> until their end
 *
 * A fence that nobody closes swallows the rest of the file, as it does everywhere
 * else. A comment that nobody closes costs only its own line.
 */

#include "config.h"

#include "pack/scanner.h"

#include "pack/characters.h"
#include "pack/chapter.h"
#include "pack/html-tags.h"

#include <string.h>

#define N_ODDITIES 3 /* bits of DrillCharacters */

typedef struct
{
  DrillSource *source;
  GArray      *lines;
  const char  *rest; /* the raw text behind the current line */
  const char  *end;
  char         fence; /* '`' or '~' while in one */
  guint        fence_length;
  gboolean     fence_quoted;
  gboolean     in_comment;
  gboolean     in_html;
  const char  *html_end; /* what ends the block; NULL for a blank line */
  gboolean     no_comment_end;
  guint        no_html_end; /* bit per kind of verbatim block */
  guint        odd_line[N_ODDITIES];
  guint        odd_count[N_ODDITIES];
} Scanner;

static gboolean
starts_html (Scanner   *self,
             DrillSlice line,
             gboolean   after_text)
{
  DrillSlice  below = { self->rest, self->end };
  const char *closing;
  int         verbatim;

  if (!drill_html_opens (line, after_text, &verbatim))
    return FALSE;
  if (verbatim < 0 || (self->no_html_end & (1u << verbatim)))
    return TRUE;

  closing = drill_html_closing (verbatim);
  if (drill_slice_find (line, closing) != NULL || drill_slice_find (below, closing) != NULL)
    self->html_end = closing;
  else
    self->no_html_end |= 1u << verbatim;

  return TRUE;
}

/* The run of fence characters that a line starts with, behind quote marks and
 * list markers, where fences stand too. */
static guint
fence_run (DrillSlice  line,
           char       *character,
           gboolean   *quoted,
           DrillSlice *info)
{
  guint number;
  guint length = 0;

  line = drill_slice_chug (line);
  *quoted = drill_slice_eat_quote (&line);
  for (guint nesting = 0; nesting < 3; nesting++)
    {
      DrillSlice item = line;

      if (drill_slice_eat_bullet (&item)
          || (drill_slice_eat_number (&item, &number)
              && (drill_slice_eat (&item, ". ") || drill_slice_eat (&item, ") "))))
        line = drill_slice_chug (item);
    }
  if (drill_slice_is_empty (line) || (*line.at != '`' && *line.at != '~'))
    return 0;

  while (line.at + length < line.end && line.at[length] == *line.at)
    length++;
  *character = *line.at;
  *info = (DrillSlice){ line.at + length, line.end };

  return length >= 3 ? length : 0;
}

static gboolean
opens_fence (Scanner   *self,
             DrillSlice line)
{
  char       character;
  gboolean   quoted;
  DrillSlice info;
  guint      length = fence_run (line, &character, &quoted, &info);

  if (length == 0 || (character == '`' && drill_slice_find (info, "`") != NULL))
    return FALSE;

  self->fence = character;
  self->fence_length = length;
  self->fence_quoted = quoted;
  self->source->open_fence = self->lines->len + 1;
  return TRUE;
}

/* Whether the line still belongs to the open fence; closes it at its end. */
static gboolean
continues_fence (Scanner   *self,
                 DrillSlice line)
{
  DrillSlice rest = drill_slice_chug (line);
  gsize      length = 0;

  if (self->fence == '\0')
    return FALSE;
  if (drill_slice_eat_quote (&rest) || !self->fence_quoted)
    {
      while (rest.at + length < rest.end && rest.at[length] == self->fence)
        length++;
      rest.at += length;
      if (length < self->fence_length || !drill_slice_is_empty (drill_slice_chug (rest)))
        return TRUE;
      self->fence = '\0';
      self->source->open_fence = 0;
      return TRUE;
    }

  self->fence = '\0';
  self->source->open_fence = 0;
  return FALSE;
}

static gboolean
is_rule (DrillSlice line)
{
  guint count = 0;

  if (drill_slice_is_empty (line) || strchr ("-*_=", *line.at) == NULL)
    return FALSE;
  for (const char *at = line.at; at < line.end; at++)
    {
      if (*at == *line.at)
        count++;
      else if (!g_ascii_isspace (*at))
        return FALSE;
    }

  return count >= 3;
}

/* "## Title ##", and "##Title", which is common though CommonMark refuses it. */
static gboolean
read_heading (DrillSlice *text,
              guint      *level)
{
  DrillSlice rest = *text;
  guint      count = 0;

  while (count < 6 && drill_slice_eat (&rest, "#"))
    count++;
  if (count == 0)
    return FALSE;
  if (!drill_slice_is_empty (rest) && !g_ascii_isspace (*rest.at)
      && (count == 1 || !(g_ascii_isalnum (*rest.at) || *rest.at == '*')))
    return FALSE;

  rest = drill_slice_strip (rest);
  while (drill_slice_ends_with (rest, "#"))
    rest.end--;
  /* "C#" ends in a letter's own mark, not in a closing one. */
  if (!drill_slice_is_empty (rest) && !g_ascii_isspace (rest.end[-1]))
    rest = drill_slice_strip ((DrillSlice){ rest.at, text->end });
  *text = drill_slice_strip (rest);
  *level = count;
  return TRUE;
}

/* Cuts "<!-- ... -->" off the end of @text. */
static gboolean
cut_comment (DrillSlice *text)
{
  const char *at;

  if (!drill_slice_ends_with (*text, "-->"))
    return FALSE;
  for (at = text->end - 4; at > text->at; at--)
    if (*at == '<' && strncmp (at, "<!--", 4) == 0)
      break;
  if (at <= text->at)
    return FALSE;

  *text = drill_slice_strip ((DrillSlice){ text->at, at });
  return TRUE;
}

/* Whether a line that starts with "<!--" starts a comment that ends. */
static gboolean
opens_comment (Scanner   *self,
               DrillSlice line)
{
  DrillSlice ahead = { line.at + 4, self->source->text->str + self->source->text->len };

  self->in_comment = FALSE;
  if (drill_slice_find (ahead, "-->") != NULL)
    return TRUE;

  ahead = (DrillSlice){ self->rest, self->end };
  if (!self->no_comment_end && drill_slice_find (ahead, "-->") != NULL)
    {
      self->in_comment = TRUE;
      return TRUE;
    }

  self->no_comment_end = TRUE;
  drill_source_error (self->source,
                      self->lines->len + 1,
                      "E003",
                      "this comment is never closed; end it with -->");
  return FALSE;
}

static void
read_comment (Scanner   *self,
              DrillLine *line,
              DrillSlice text)
{
  const char *end;

  line->kind = DRILL_LINE_COMMENT;
  line->opens = opens_comment (self, text);
  line->length = drill_slice_length (text);
  end = drill_slice_find (text, "-->");
  if (end == NULL || end + 3 >= text.end)
    return;

  /* Text behind a comment counts as if the comment were not there. */
  text.at = end + 3;
  text = drill_slice_chug (text);
  line->kind = DRILL_LINE_TEXT;
  line->opens = FALSE;
  line->start = text.at - self->source->text->str;
  line->length = drill_slice_length (text);
}

/* "===" under one line of text makes it the title; "---" is left to be a rule,
 * because pasted text has it directly below paragraphs. */
static void
underline (Scanner   *self,
           DrillLine *line,
           DrillSlice text)
{
  guint      n_lines = self->lines->len;
  DrillLine *above = n_lines > 0 ? &g_array_index (self->lines, DrillLine, n_lines - 1) : NULL;
  DrillLine *before = n_lines > 1 ? above - 1 : NULL;

  line->kind = DRILL_LINE_RULE;
  if (*text.at != '=')
    return;
  if (above == NULL || above->kind != DRILL_LINE_TEXT
      || (before != NULL && before->kind == DRILL_LINE_TEXT))
    {
      line->kind = DRILL_LINE_TEXT;
      return;
    }
  above->kind = DRILL_LINE_HEADING;
  above->level = 1;
  line->kind = DRILL_LINE_BLANK;
}

static void
read_text (Scanner   *self,
           DrillLine *line,
           DrillSlice text)
{
  gboolean after_text
    = self->lines->len > 0
      && g_array_index (self->lines, DrillLine, self->lines->len - 1).kind == DRILL_LINE_TEXT;
  guint level = 0;

  line->kind = DRILL_LINE_TEXT;
  if (line->indent < 4 && drill_slice_starts_with (text, "<!--"))
    {
      read_comment (self, line, text);
      return;
    }
  if (line->indent < 4 && starts_html (self, text, after_text))
    {
      self->in_html = TRUE;
      line->kind = DRILL_LINE_HTML;
      line->opens = TRUE;
    }
  else if (is_rule (text))
    underline (self, line, text);
  else
    {
      line->has_comment = cut_comment (&text);
      if (line->indent < 4 && read_heading (&text, &level))
        line->kind = DRILL_LINE_HEADING;
      line->level = level;
      line->start = text.at - self->source->text->str;
    }
  line->length = drill_slice_length (text);
}

static void
end_blocks (Scanner   *self,
            DrillSlice text)
{
  if (self->in_comment && drill_slice_find (text, "-->") != NULL)
    self->in_comment = FALSE;
  if (self->in_html
      && (self->html_end == NULL ? drill_slice_is_empty (text) :
                                   drill_slice_find (text, self->html_end) != NULL))
    {
      self->in_html = FALSE;
      self->html_end = NULL;
    }
}

static guint
measure_indent (const char *at,
                const char *end)
{
  guint columns = 0;

  for (; at < end && columns < G_MAXUINT16 - 4; at++)
    columns = *at == '\t' ? (columns / 4 + 1) * 4 : columns + 1;

  return columns;
}

static void
scan_line (Scanner *self,
           gsize    start,
           gsize    end)
{
  DrillSlice whole = { self->source->text->str + start, self->source->text->str + end };
  DrillSlice text = drill_slice_strip (whole);
  DrillLine  line = { 0 };

  line.start = text.at - self->source->text->str;
  line.length = drill_slice_length (text);
  line.indent = measure_indent (whole.at, text.at);

  if (continues_fence (self, whole))
    line.kind = DRILL_LINE_CODE;
  else if (self->in_comment)
    line.kind = DRILL_LINE_COMMENT;
  else if (self->in_html && !drill_slice_is_empty (text))
    line.kind = DRILL_LINE_HTML;
  else if (drill_slice_is_empty (text))
    line.kind = self->in_html && self->html_end != NULL ? DRILL_LINE_HTML : DRILL_LINE_BLANK;
  else if (opens_fence (self, whole))
    {
      line.kind = DRILL_LINE_CODE;
      line.opens = TRUE;
    }
  else
    read_text (self, &line, text);

  end_blocks (self, text);
  g_array_append_val (self->lines, line);
}

/* Remembers the first line of each kind of odd character, and counts the lines. */
static void
note_characters (Scanner *self,
                 guint    found)
{
  for (guint i = 0; i < N_ODDITIES; i++)
    if (found & (1u << i))
      {
        if (self->odd_count[i]++ == 0)
          self->odd_line[i] = self->lines->len + 1;
      }
}

/* One message for each kind: such text is odd in every line or in none. */
static void
report_characters (Scanner *self)
{
  static const char *const what[N_ODDITIES] = {
    "invisible characters stand",
    "no-break spaces stand",
    "words that mix Latin and Cyrillic letters stand",
  };
  static const char *const remedies[N_ODDITIES] = {
    "delete them",
    "type plain spaces instead",
    "type them anew",
  };

  for (guint i = 0; i < N_ODDITIES; i++)
    if (self->odd_count[i] > 0)
      drill_source_warn (self->source,
                         self->odd_line[i],
                         "W192",
                         "%s here and in %u more lines; %s",
                         what[i],
                         self->odd_count[i] - 1,
                         remedies[i]);
}

/* Takes one raw line, without its end, into the source. */
static void
take_line (Scanner    *self,
           const char *line,
           gsize       length)
{
  GString *text = self->source->text;
  gsize    start = text->len;
  guint    found;

  found = drill_characters_append_line (text, line, length, self->fence != '\0');
  if (found != 0)
    note_characters (self, found);
  scan_line (self, start, text->len);
  g_string_append_c (text, '\n');
}

static gboolean
scan (Scanner    *self,
      const char *text,
      gsize       length)
{
  guint odd_end = 0;

  self->end = text + length;
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    {
      text += 3;
      drill_source_warn (self->source,
                         1,
                         "W191",
                         "the file starts with a byte order mark; save it as UTF-8 without one");
    }

  for (const char *at = text; at < self->end; at = self->rest)
    {
      const char *stop = at;

      while (stop < self->end && *stop != '\n' && *stop != '\r')
        stop++;
      self->rest = MIN (stop + 1, self->end);
      if (stop < self->end && *stop == '\r')
        {
          if (self->rest < self->end && *self->rest == '\n')
            self->rest++;
          if (odd_end == 0)
            odd_end = self->lines->len + 1;
        }
      if (self->lines->len == DRILL_SOURCE_MAX_LINES)
        return FALSE;
      take_line (self, at, stop - at);
    }
  report_characters (self);
  if (odd_end != 0)
    drill_source_warn (self->source,
                       odd_end,
                       "W191",
                       "lines end in a carriage return; save the file with Unix line ends");

  return TRUE;
}

/* Tells where the first byte stands that is not UTF-8. */
static gboolean
check_encoding (DrillSource *self,
                const char  *text,
                gsize        length)
{
  const char *bad;
  const char *line_start = text;
  guint       line = 1;

  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;

  for (const char *at = text; at < bad; at++)
    if (*at == '\n')
      {
        line++;
        line_start = at + 1;
      }
  drill_diagnostics_add (self->diagnostics,
                         self->name,
                         line,
                         bad - line_start + 1,
                         DRILL_SEVERITY_ERROR,
                         "E001",
                         "byte 0x%02x is not UTF-8 text; save the file as UTF-8",
                         (guint) (guchar) *bad);
  return FALSE;
}

/**
 * drill_source_new:
 * @text: may be anything; @length bytes
 * @diagnostics: must outlive the source
 *
 * Returns: (transfer full): the lines; none when the file cannot be read at all,
 *   which is then said in @diagnostics
 */
DrillSource *
drill_source_new (const char       *name,
                  const char       *text,
                  gsize             length,
                  DrillDiagnostics *diagnostics)
{
  DrillSource *self = g_new0 (DrillSource, 1);
  Scanner      scanner = { .source = self };

  self->name = g_strdup (name);
  self->diagnostics = diagnostics;
  self->text = g_string_sized_new (MIN (length, DRILL_CHAPTER_MAX_BYTES) + 2);
  scanner.lines = g_array_new (FALSE, FALSE, sizeof (DrillLine));

  if (length > DRILL_CHAPTER_MAX_BYTES)
    drill_source_error (self,
                        0,
                        "E050",
                        "the file is larger than %u MiB; split it",
                        (guint) (DRILL_CHAPTER_MAX_BYTES / 1024 / 1024));
  else if (check_encoding (self, text, length) && !scan (&scanner, text, length))
    {
      drill_source_error (self,
                          0,
                          "E050",
                          "the file has more than %u lines; split it",
                          (guint) DRILL_SOURCE_MAX_LINES);
      g_array_set_size (scanner.lines, 0);
      self->open_fence = 0;
    }
  if (self->open_fence != 0)
    drill_source_error (self,
                        self->open_fence,
                        "E002",
                        "this code fence is never closed; end it with a line of the same marks");

  self->n_lines = scanner.lines->len;
  self->lines = (DrillLine *) (gpointer) g_array_free (scanner.lines, FALSE);

  return self;
}
