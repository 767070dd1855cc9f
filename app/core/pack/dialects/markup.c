/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Markdown with HTML around it to Markdown without.
 *
 * Public banks put <details>, <div>, <p> and <b> around everything, across blank
 * lines and list items, and often without the closing half. Markdown reads no
 * markup inside of that, but its authors mean it to be read. So the tags go before
 * anybody looks for questions:
 *
 *     details, summary              one control character each
 *     b, i, code, a, img, h1..h6    their Markdown, when both halves are on the line
 *     br, sub, sup, kbd             stay; they have no Markdown
 *     pre                           a fence
 *     script, style                 go with what is inside
 *     any other tag of HTML         goes
 *
 * "<T>" and "<String>" are no tags of HTML and stay, as does everything in code.
 * Each line stays in its place, so that its number stays right. A line that is
 * nothing but tags behind a list item's mark shows those tags: "- [ ] <div>".
 *
 * A fence that is not closed swallows the questions below it. When one is open at
 * the end, or another one starts inside of it, then the fences that were open where
 * a question or a box stood are taken out.
 */

#include "config.h"

#include "pack/dialects/markup.h"

#include "pack/slice.h"

#include <string.h>

typedef enum
{
  TAG_UNKNOWN,
  TAG_CHROME,  /* goes, and nobody misses it */
  TAG_OTHER,   /* goes, which is told */
  TAG_SWALLOW, /* goes with its content */
  TAG_KEEP,
  TAG_STRONG,
  TAG_EMPHASIS,
  TAG_CODE,
  TAG_LINK,
  TAG_IMAGE,
  TAG_PRE,
  TAG_HEADING,
  TAG_ITEM,
  TAG_RULE,
  TAG_DETAILS,
  TAG_SUMMARY,
} TagKind;

static const struct
{
  const char *name;
  TagKind     kind;
} tags[] = {
  { "details", TAG_DETAILS },   { "summary", TAG_SUMMARY },
  { "b", TAG_STRONG },          { "strong", TAG_STRONG },
  { "i", TAG_EMPHASIS },        { "em", TAG_EMPHASIS },
  { "code", TAG_CODE },         { "tt", TAG_CODE },
  { "samp", TAG_CODE },         { "a", TAG_LINK },
  { "img", TAG_IMAGE },         { "br", TAG_KEEP },
  { "sub", TAG_KEEP },          { "sup", TAG_KEEP },
  { "kbd", TAG_KEEP },          { "pre", TAG_PRE },
  { "h1", TAG_HEADING },        { "h2", TAG_HEADING },
  { "h3", TAG_HEADING },        { "h4", TAG_HEADING },
  { "h5", TAG_HEADING },        { "h6", TAG_HEADING },
  { "li", TAG_ITEM },           { "hr", TAG_RULE },
  { "script", TAG_SWALLOW },    { "style", TAG_SWALLOW },
  { "p", TAG_CHROME },          { "div", TAG_CHROME },
  { "span", TAG_CHROME },       { "center", TAG_CHROME },
  { "section", TAG_CHROME },    { "article", TAG_CHROME },
  { "header", TAG_CHROME },     { "footer", TAG_CHROME },
  { "main", TAG_CHROME },       { "nav", TAG_CHROME },
  { "blockquote", TAG_CHROME }, { "u", TAG_CHROME },
  { "s", TAG_CHROME },          { "del", TAG_CHROME },
  { "ins", TAG_CHROME },        { "small", TAG_CHROME },
  { "big", TAG_CHROME },        { "mark", TAG_CHROME },
  { "font", TAG_CHROME },       { "ul", TAG_CHROME },
  { "ol", TAG_CHROME },         { "dl", TAG_CHROME },
  { "dt", TAG_CHROME },         { "dd", TAG_CHROME },
  { "abbr", TAG_CHROME },       { "cite", TAG_CHROME },
  { "q", TAG_CHROME },          { "var", TAG_CHROME },
  { "wbr", TAG_CHROME },        { "figure", TAG_CHROME },
  { "figcaption", TAG_CHROME }, { "picture", TAG_CHROME },
  { "source", TAG_CHROME },     { "table", TAG_OTHER },
  { "thead", TAG_OTHER },       { "tbody", TAG_OTHER },
  { "tr", TAG_OTHER },          { "td", TAG_OTHER },
  { "th", TAG_OTHER },          { "caption", TAG_OTHER },
  { "colgroup", TAG_OTHER },    { "col", TAG_OTHER },
  { "iframe", TAG_OTHER },      { "object", TAG_OTHER },
  { "embed", TAG_OTHER },       { "video", TAG_OTHER },
  { "audio", TAG_OTHER },       { "form", TAG_OTHER },
  { "input", TAG_OTHER },       { "button", TAG_OTHER },
  { "select", TAG_OTHER },      { "option", TAG_OTHER },
  { "textarea", TAG_OTHER },    { "label", TAG_OTHER },
  { "svg", TAG_OTHER },         { "canvas", TAG_OTHER },
  { "link", TAG_OTHER },        { "meta", TAG_OTHER },
  { "base", TAG_OTHER },        { "html", TAG_OTHER },
  { "head", TAG_OTHER },        { "body", TAG_OTHER },
  { "title", TAG_OTHER },
};

#define MAX_TAG 2000  /* bytes from "<" to ">" */
#define MAX_SPAN 1500 /* bytes from one half of a pair to the other */
#define MAX_DEPTH 8

typedef struct
{
  DrillMarkup *markup;
  const char  *end;        /* of the whole text */
  GHashTable  *bad_fences; /* (nullable): lines of fences that are taken out */
  guint        line;
  char         fence;
  guint        fence_length;
  guint        fence_line;
  gboolean     odd_fence; /* one starts inside of another */
  gboolean     in_comment;
  gboolean     no_comment_end;
  const char  *swallow; /* (nullable): what ends a script */
  gboolean     no_swallow_end;
  guint        depth;
  gboolean     dropped;
} Cleaner;

typedef struct
{
  TagKind     kind;
  gboolean    closing;
  DrillSlice  name;
  DrillSlice  inside; /* attributes */
  const char *end;    /* behind ">" */
} Tag;

/* Reads the tag that starts at @text; FALSE when it is none of HTML's. */
static gboolean
read_tag (DrillSlice text, Tag *tag)
{
  DrillSlice  rest = text;
  const char *end;

  *tag = (Tag){ 0 };
  drill_slice_eat (&rest, "<");
  tag->closing = drill_slice_eat (&rest, "/");
  tag->name = (DrillSlice){ rest.at, rest.at };
  while (tag->name.end < rest.end && g_ascii_isalnum (*tag->name.end))
    tag->name.end++;
  if (drill_slice_is_empty (tag->name) || tag->name.end == rest.end
      || drill_slice_length (tag->name) > 12)
    return FALSE;
  if (!g_ascii_isspace (*tag->name.end) && *tag->name.end != '>' && *tag->name.end != '/')
    return FALSE;
  end = memchr (tag->name.end, '>', MIN (rest.end - tag->name.end, MAX_TAG));
  if (end == NULL)
    return FALSE;
  tag->inside = (DrillSlice){ tag->name.end, end };
  tag->end = end + 1;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (drill_slice_equals_word (tag->name, tags[i].name))
      {
        /* "<Button>" and "<Select>" are components of a program. */
        if (g_ascii_isupper (*tag->name.at) && drill_slice_length (tag->name) > 1
            && !g_ascii_isupper (tag->name.at[1]) && !g_ascii_isdigit (tag->name.at[1]))
          return FALSE;
        tag->kind = tags[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* The value of an attribute, or an empty slice. */
static DrillSlice
attribute (DrillSlice inside, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = inside.at; at + length < inside.end; at++)
    {
      DrillSlice  value;
      const char *end;

      if (!g_ascii_isspace (*at) || g_ascii_strncasecmp (at + 1, name, length) != 0)
        continue;
      value = drill_slice_chug ((DrillSlice){ at + 1 + length, inside.end });
      if (!drill_slice_eat (&value, "="))
        continue;
      value = drill_slice_chug (value);
      if (!drill_slice_is_empty (value) && (*value.at == '"' || *value.at == '\''))
        {
          end = memchr (value.at + 1, *value.at, value.end - value.at - 1);
          return (DrillSlice){ value.at + 1, end != NULL ? end : value.end };
        }
      for (end = value.at; end < value.end && !g_ascii_isspace (*end);)
        end++;
      if (end > value.at && end == value.end && end[-1] == '/')
        end--;
      return (DrillSlice){ value.at, end };
    }

  return (DrillSlice){ inside.end, inside.end };
}

static void
append (GString *out, DrillSlice slice)
{
  g_string_append_len (out, slice.at, drill_slice_length (slice));
}

/* The closing tag of the same name further on in the line. */
static gboolean
find_closing (DrillSlice text, DrillSlice name, Tag *closing)
{
  const char *end = text.at + MIN (text.end - text.at, MAX_SPAN);
  gsize       length = drill_slice_length (name);

  for (const char *at = text.at; (at = memchr (at, '<', end - at)) != NULL; at++)
    {
      DrillSlice rest = { at, text.end };

      /* Most tags in between open something: they need not be read to be passed. */
      if ((gsize) (text.end - at) > length + 2 && at[1] == '/'
          && g_ascii_strncasecmp (at + 2, name.at, length) == 0 && read_tag (rest, closing)
          && drill_slice_length (closing->name) == length)
        return TRUE;
    }

  return FALSE;
}

static void clean_text (Cleaner *self, DrillSlice text);

/* "<b>text</b>" as "**text**". Returns: where to go on */
static const char *
wrap (Cleaner *self, const Tag *tag, DrillSlice rest, const char *mark)
{
  GString   *out = self->markup->text;
  Tag        closing;
  DrillSlice inner;

  if (tag->closing || self->depth == MAX_DEPTH || !find_closing (rest, tag->name, &closing))
    return tag->end;
  inner = drill_slice_strip ((DrillSlice){ rest.at, closing.name.at - 2 });
  if (drill_slice_is_empty (inner) || memchr (inner.at, *mark, inner.end - inner.at) != NULL
      || (out->len > 0 && out->str[out->len - 1] == *mark))
    return tag->end;

  g_string_append (out, mark);
  if (*mark == '`')
    {
      g_autofree char *code = drill_slice_dup (inner);
      g_auto (GStrv) less = g_strsplit (code, "&lt;", -1);
      g_autofree char *first = g_strjoinv ("<", less);
      g_auto (GStrv) more = g_strsplit (first, "&gt;", -1);
      g_autofree char *second = g_strjoinv (">", more);
      g_auto (GStrv) amps = g_strsplit (second, "&amp;", -1);
      g_autofree char *third = g_strjoinv ("&", amps);

      g_string_append (out, third);
    }
  else
    clean_text (self, inner);
  g_string_append (out, mark);

  return closing.end;
}

static const char *
link_text (Cleaner *self, const Tag *tag, DrillSlice rest)
{
  GString   *out = self->markup->text;
  DrillSlice address = attribute (tag->inside, "href");
  Tag        closing;

  if (tag->closing || self->depth == MAX_DEPTH || !find_closing (rest, tag->name, &closing))
    return tag->end;
  if (!drill_slice_starts_with (address, "http") || drill_slice_find (address, ")") != NULL
      || drill_slice_find (address, " ") != NULL)
    {
      clean_text (self, (DrillSlice){ rest.at, closing.name.at - 2 });
      return closing.end;
    }
  g_string_append_c (out, '[');
  clean_text (self, (DrillSlice){ rest.at, closing.name.at - 2 });
  g_string_append (out, "](");
  append (out, address);
  g_string_append_c (out, ')');

  return closing.end;
}

static void
image (Cleaner *self, const Tag *tag)
{
  GString   *out = self->markup->text;
  DrillSlice address = attribute (tag->inside, "src");
  DrillSlice text = attribute (tag->inside, "alt");

  if (drill_slice_is_empty (address) || memchr (address.at, '>', address.end - address.at) != NULL)
    return;
  g_string_append (out, "![");
  if (memchr (text.at, ']', text.end - text.at) == NULL)
    append (out, text);
  g_string_append (out, "](<");
  append (out, address);
  g_string_append (out, ">)");
}

/* Whether only white space and marks stand in front on this line. */
static gboolean
at_line_start (Cleaner *self)
{
  const GString *out = self->markup->text;

  for (gsize i = out->len; i-- > 0 && out->str[i] != '\n';)
    if (!g_ascii_isspace (out->str[i]) && (guchar) out->str[i] > 0x1f)
      return FALSE;

  return TRUE;
}

/* Takes the tag at the start of @rest. Returns: where to go on, or NULL when it is
 * text */
static const char *
take_tag (Cleaner *self, DrillSlice rest)
{
  GString   *out = self->markup->text;
  Tag        tag;
  DrillSlice behind;

  if (!read_tag (rest, &tag))
    return NULL;
  behind = (DrillSlice){ tag.end, rest.end };
  switch (tag.kind)
    {
    case TAG_DETAILS:
      g_string_append_c (out, tag.closing ? DRILL_MARKUP_CLOSE : DRILL_MARKUP_OPEN);
      return tag.end;
    case TAG_SUMMARY:
      g_string_append_c (out, tag.closing ? DRILL_MARKUP_SUMMARY_END : DRILL_MARKUP_SUMMARY);
      return tag.end;
    case TAG_STRONG:
      return wrap (self, &tag, behind, "**");
    case TAG_EMPHASIS:
      return wrap (self, &tag, behind, "*");
    case TAG_CODE:
      return wrap (self, &tag, behind, "`");
    case TAG_LINK:
      return link_text (self, &tag, behind);
    case TAG_IMAGE:
      image (self, &tag);
      return tag.end;
    case TAG_KEEP:
      if (drill_slice_equals_word (tag.name, "br"))
        {
          if (!drill_slice_is_empty (drill_slice_strip (behind)) && !at_line_start (self))
            g_string_append (out, "<br>");
          else if (!at_line_start (self))
            g_string_append (out, "  ");
        }
      else if (drill_slice_is_empty (drill_slice_strip (tag.inside)))
        append (out, (DrillSlice){ rest.at, tag.end });
      return tag.end;
    case TAG_PRE:
      if (at_line_start (self) && !tag.closing)
        {
          DrillSlice  near = { behind.at, behind.at + MIN (behind.end - behind.at, MAX_SPAN) };
          const char *close = drill_slice_find (near, "</pre>");

          if (close == NULL)
            {
              DrillSlice first = drill_slice_strip (behind);
              Tag        inner;

              if (!drill_slice_is_empty (first) && *first.at == '<' && read_tag (first, &inner)
                  && inner.kind == TAG_CODE)
                first.at = inner.end;
              /* Code on the first line would be lost in a fence's info. */
              if (!drill_slice_is_empty (drill_slice_strip (first)))
                return tag.end;
              g_string_append (out, "```");
              self->fence = '<';
              self->fence_line = self->line;
              return rest.end;
            }
        }
      return wrap (self, &tag, behind, "`");
    case TAG_HEADING:
      if (!tag.closing && at_line_start (self))
        {
          for (guint i = 0; i < (guint) (tag.name.at[1] - '0'); i++)
            g_string_append_c (out, '#');
          g_string_append_c (out, ' ');
        }
      return tag.end;
    case TAG_ITEM:
      if (!tag.closing && at_line_start (self))
        g_string_append (out, "- ");
      return tag.end;
    case TAG_RULE:
      if (at_line_start (self) && drill_slice_is_empty (drill_slice_strip (behind)))
        g_string_append (out, "---");
      return tag.end;
    case TAG_SWALLOW:
      self->dropped = TRUE;
      if (tag.closing)
        return tag.end;
      self->swallow = drill_slice_equals_word (tag.name, "style") ? "</style>" : "</script>";
      {
        DrillSlice  near = { behind.at, behind.at + MIN (behind.end - behind.at, MAX_SPAN) };
        const char *close = drill_slice_find (near, self->swallow);

        if (close != NULL)
          {
            close += strlen (self->swallow);
            self->swallow = NULL;
            return close;
          }
        if (self->no_swallow_end
            || drill_slice_find ((DrillSlice){ rest.end, self->end }, self->swallow) == NULL)
          {
            self->no_swallow_end = TRUE;
            self->swallow = NULL;
            return tag.end;
          }
      }
      return rest.end;
    case TAG_OTHER:
      self->dropped = TRUE;
      if (drill_slice_equals_word (tag.name, "td") || drill_slice_equals_word (tag.name, "th"))
        g_string_append_c (out, ' ');
      return tag.end;
    case TAG_CHROME:
    case TAG_UNKNOWN:
    default:
      return tag.end;
    }
}

/* Copies a code span as it is. Returns: where to go on */
static const char *
copy_code (Cleaner *self, const char *at, const char *end)
{
  gsize       run = 0;
  gsize       same = 0;
  const char *search;

  while (at + run < end && at[run] == '`')
    run++;
  for (search = at + run; search < end && search - at < MAX_SPAN; search++)
    {
      same = *search == '`' ? same + 1 : 0;
      if (same == run && (search + 1 == end || search[1] != '`'))
        {
          g_string_append_len (self->markup->text, at, search + 1 - at);
          return search + 1;
        }
      if (same > run)
        same = run + 1;
    }
  g_string_append_len (self->markup->text, at, run);

  return at + run;
}

static void
clean_text (Cleaner *self, DrillSlice text)
{
  GString *out = self->markup->text;

  self->depth++;
  for (const char *at = text.at; at < text.end;)
    {
      DrillSlice  rest = { at, text.end };
      const char *next = NULL;

      if (*at == '`')
        {
          at = copy_code (self, at, text.end);
          continue;
        }
      /* Somebody's converter escaped them; Markdown has no need to. */
      if (*at == '\\' && at + 1 < text.end && (at[1] == '\'' || at[1] == '"'))
        {
          at++;
          continue;
        }
      if (*at == '\\' && at + 1 < text.end && (at[1] == '<' || at[1] == '`'))
        {
          g_string_append_len (out, at, 2);
          at += 2;
          continue;
        }
      if (*at == '<')
        next = take_tag (self, rest);
      if (next != NULL)
        {
          at = next;
          continue;
        }
      g_string_append_c (out, (guchar) *at >= 0x1c && (guchar) *at <= 0x1f ? ' ' : *at);
      at++;
    }
  self->depth--;
}

/* A list item that would lose all of its text keeps it, as code. */
static void
keep_tags_of_item (Cleaner *self, gsize start, DrillSlice line)
{
  GString   *out = self->markup->text;
  DrillSlice left = { out->str + start, out->str + out->len };
  DrillSlice item = drill_slice_chug (line);
  DrillSlice marks;

  if (drill_slice_find (line, "<") == NULL || !drill_slice_eat_bullet (&item))
    return;
  marks = item;
  if (drill_slice_eat (&item, "["))
    {
      const char *close = memchr (item.at, ']', MIN (item.end - item.at, 4));

      if (close == NULL)
        return;
      item.at = close + 1;
      item = drill_slice_chug (item);
    }
  else if (item.at + 1 < item.end && g_ascii_isalnum (*item.at)
           && strchr (".:)", item.at[1]) != NULL)
    item = drill_slice_chug ((DrillSlice){ item.at + 2, item.end });
  if (drill_slice_is_empty (item) || *item.at != '<' || item.at == marks.end)
    return;
  left = drill_slice_chug (left);
  drill_slice_eat_bullet (&left);
  left.at += MIN (item.at - marks.at, left.end - left.at);
  if (!drill_slice_is_empty (drill_slice_strip (left))
      || memchr (out->str + start, DRILL_MARKUP_OPEN, out->len - start) != NULL
      || memchr (out->str + start, DRILL_MARKUP_SUMMARY, out->len - start) != NULL
      || memchr (item.at, '`', item.end - item.at) != NULL)
    return;

  g_string_truncate (out, start);
  g_string_append_len (out, line.at, item.at - line.at);
  g_string_append_c (out, '`');
  append (out, drill_slice_strip (item));
  g_string_append_c (out, '`');
}

/* The fence at the start of a line, behind the marks of lists and quotes. */
static guint
fence_run (DrillSlice line, DrillSlice *info)
{
  DrillSlice rest = drill_slice_chug (line);
  guint      length = 0;
  guint      number;

  drill_slice_eat_quote (&rest);
  for (guint nesting = 0; nesting < 3; nesting++)
    {
      DrillSlice item = rest;

      if (drill_slice_eat_bullet (&item)
          || (drill_slice_eat_number (&item, &number)
              && (drill_slice_eat (&item, ". ") || drill_slice_eat (&item, ") "))))
        rest = drill_slice_chug (item);
    }
  while (rest.at + length < rest.end && (*rest.at == '`' || *rest.at == '~')
         && rest.at[length] == *rest.at)
    length++;
  *info = (DrillSlice){ rest.at + length, rest.end };
  if (length < 3 || (*rest.at == '`' && drill_slice_find (*info, "`") != NULL))
    return 0;
  info->at = rest.at + length;

  return length;
}

static gboolean
take_fence (Cleaner *self, DrillSlice line)
{
  DrillSlice info;
  guint      length;
  char       character;

  if (self->fence == '<')
    {
      if (drill_slice_find (line, "</pre>") == NULL)
        return TRUE;
      /* Code on the line of the end gives way: the fence must be closed. */
      self->fence = '\0';
      g_string_append (self->markup->text, "```");
      return TRUE;
    }

  length = fence_run (line, &info);
  character = length > 0 ? info.at[-1] : '\0';
  if (self->fence != '\0')
    {
      if (character == self->fence && length >= self->fence_length
          && drill_slice_is_empty (drill_slice_strip (info)))
        self->fence = '\0';
      else if (character == self->fence && length == self->fence_length)
        self->odd_fence = TRUE;
      return TRUE;
    }
  if (length == 0
      || (self->bad_fences != NULL
          && g_hash_table_contains (self->bad_fences, GUINT_TO_POINTER (self->line))))
    return FALSE;
  self->fence = character;
  self->fence_length = length;
  self->fence_line = self->line;

  return TRUE;
}

/* Copies a line of code; only the marks that stand for tags may not be in it. */
static void
copy_line (Cleaner *self, DrillSlice line)
{
  GString *out = self->markup->text;
  gsize    start = out->len;

  append (out, line);
  for (gsize i = start; i < out->len; i++)
    if ((guchar) out->str[i] >= 0x1c && (guchar) out->str[i] <= 0x1f)
      out->str[i] = ' ';
}

/* Whether a comment starts here and ends below. */
static gboolean
opens_comment (Cleaner *self, DrillSlice line)
{
  if (self->no_comment_end || drill_slice_find (line, "<!--") == NULL
      || drill_slice_find (line, "-->") != NULL)
    return FALSE;
  self->no_comment_end = drill_slice_find ((DrillSlice){ line.end, self->end }, "-->") == NULL;

  return !self->no_comment_end;
}

static void
clean_line (Cleaner *self, DrillSlice line)
{
  gsize       start = self->markup->text->len;
  const char *close;

  self->dropped = FALSE;
  if (self->swallow != NULL)
    {
      close = drill_slice_find (line, self->swallow);
      if (close == NULL)
        return;
      line.at = close + strlen (self->swallow);
      self->swallow = NULL;
    }
  if (self->in_comment)
    {
      self->in_comment = drill_slice_find (line, "-->") == NULL;
      copy_line (self, line);
      return;
    }
  if (take_fence (self, line))
    {
      if (self->markup->text->len == start)
        copy_line (self, line);
      return;
    }
  if (self->bad_fences != NULL
      && g_hash_table_contains (self->bad_fences, GUINT_TO_POINTER (self->line)))
    return;
  if ((drill_slice_find (line, "<") == NULL && drill_slice_find (line, "\\") == NULL)
      || drill_slice_starts_with (drill_slice_chug (line), "<!--"))
    {
      self->in_comment = opens_comment (self, line);
      copy_line (self, line);
      return;
    }

  clean_text (self, line);
  keep_tags_of_item (self, start, line);
  if (self->dropped)
    {
      if (self->markup->n_dropped++ == 0)
        self->markup->dropped_line = self->line;
    }
}

/* Whether a line inside of a fence shows that its end was forgotten. */
static gboolean
is_question_or_box (DrillSlice line)
{
  guint hashes = 0;

  if (drill_slice_starts_with (line, "- [ ]") || drill_slice_starts_with (line, "- [x]"))
    return TRUE;
  while (drill_slice_eat (&line, "#"))
    hashes++;
  if (hashes < 2 || !drill_slice_eat (&line, " "))
    return FALSE;
  drill_slice_eat (&line, "Q");

  return !drill_slice_is_empty (line) && g_ascii_isdigit (*line.at);
}

/* The line at @at. Returns: where the next one starts, or @end */
static const char *
next_line (const char *at, const char *end, DrillSlice *line, gboolean *ended)
{
  const char *stop = at;

  while (stop < end && *stop != '\n' && *stop != '\r')
    stop++;
  *line = (DrillSlice){ at, stop };
  *ended = stop < end;
  if (stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n')
    stop++;

  return MIN (stop + 1, end);
}

/* Finds the fences that were not closed in front of the next question. */
static GHashTable *
find_bad_fences (const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  DrillMarkup markup = { .text = out };
  g_autoptr (GHashTable) bad = g_hash_table_new (NULL, NULL);
  Cleaner     self = { .markup = &markup, .end = text + length };
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      DrillSlice line;
      DrillSlice info;
      gboolean   ended;

      at = next_line (at, end, &line, &ended);
      self.line++;
      if (self.fence != '\0'
          && (is_question_or_box (line)
              || (fence_run (line, &info) > 0 && info.at[-1] == self.fence
                  && !drill_slice_is_empty (drill_slice_strip (info)))))
        {
          g_hash_table_add (bad, GUINT_TO_POINTER (self.fence_line));
          self.fence = '\0';
        }
      take_fence (&self, line);
      g_string_truncate (out, 0);
    }
  if (self.fence != '\0')
    g_hash_table_add (bad, GUINT_TO_POINTER (self.fence_line));

  return g_steal_pointer (&bad);
}

static gboolean
clean (DrillMarkup *markup, const char *text, gsize length, GHashTable *bad_fences)
{
  Cleaner     self = { .markup = markup, .end = text + length, .bad_fences = bad_fences };
  const char *end = text + length;

  *markup = (DrillMarkup){ .text = g_string_sized_new (length + 16) };
  for (const char *at = text; at < end;)
    {
      DrillSlice line;
      gboolean   ended;

      at = next_line (at, end, &line, &ended);
      self.line++;
      clean_line (&self, line);
      if (ended)
        g_string_append_c (markup->text, '\n');
    }

  return self.fence == '\0' && !self.odd_fence;
}

/**
 * drill_markup_clean:
 * @self: (out caller-allocates): to be cleared by drill_markup_clear()
 * @text: valid UTF-8
 */
void
drill_markup_clean (DrillMarkup *self, const char *text, gsize length)
{
  g_autoptr (GHashTable) bad = NULL;

  if (clean (self, text, length, NULL))
    return;

  drill_markup_clear (self);
  bad = find_bad_fences (text, length);
  clean (self, text, length, bad);
}

void
drill_markup_clear (DrillMarkup *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}
