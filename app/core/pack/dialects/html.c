/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The HTML of flash cards to Markdown. Only what has a meaning for text comes
 * through: emphasis, code, lists, line ends, pictures by their name, and sub, sup
 * and kbd as they are. Scripts and styles go with their content; nothing is fetched,
 * nothing is run.
 */

#include "config.h"

#include "pack/dialects/html.h"

#include "pack/dialects/composer.h"

#include <string.h>

#define MAX_TAG 4000

typedef struct
{
  const char *at;
  const char *end;
  GString    *out;
  GString    *run; /* text that was not escaped yet */
  gboolean    in_pre;
  gboolean    in_code;
  guint       strong;
  guint       emphasis;
} Converter;

/* Entities */

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "lt", "<" },    { "gt", ">" },    { "amp", "&" },    { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " },  { "ndash", "–" }, { "mdash", "—" },  { "hellip", "…" }, { "rarr", "→" },
  { "larr", "←" },  { "le", "≤" },    { "ge", "≥" },     { "ne", "≠" },     { "times", "×" },
  { "deg", "°" },   { "micro", "µ" }, { "bull", "•" },   { "middot", "·" }, { "copy", "©" },
  { "lsquo", "‘" }, { "rsquo", "’" }, { "ldquo", "“" },  { "rdquo", "”" },  { "infin", "∞" },
  { "ensp", " " },  { "emsp", " " },  { "thinsp", " " }, { "zwnj", "" },    { "shy", "" },
};

static void
append_character (GString *out, guint64 code)
{
  if (code == 0xA0)
    g_string_append_c (out, ' ');
  else if (code >= 0x20 && code <= 0x10FFFF && g_unichar_validate (code))
    g_string_append_unichar (out, code);
  else
    g_string_append_c (out, ' ');
}

/* Takes "&...;". */
static void
take_entity (Converter *self)
{
  const char *semicolon = memchr (self->at, ';', MIN (self->end - self->at, 12));
  gsize       length;

  if (semicolon == NULL)
    {
      g_string_append_c (self->run, *self->at++);
      return;
    }
  length = semicolon - self->at - 1;
  if (self->at[1] == '#')
    {
      gboolean hex = length > 1 && (self->at[2] == 'x' || self->at[2] == 'X');

      append_character (self->run,
                        g_ascii_strtoull (self->at + (hex ? 3 : 2), NULL, hex ? 16 : 10));
      self->at = semicolon + 1;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length
        && strncmp (self->at + 1, entities[i].name, length) == 0)
      {
        g_string_append (self->run, entities[i].text);
        self->at = semicolon + 1;
        return;
      }
  g_string_append_c (self->run, *self->at++);
}

/* Text */

static void
flush (Converter *self)
{
  if (self->run->len == 0)
    return;
  if (self->in_pre || self->in_code)
    g_string_append_len (self->out, self->run->str, self->run->len);
  else
    {
      g_autofree char *text = drill_plain_to_markdown (self->run->str);

      g_string_append (self->out, text);
    }
  g_string_truncate (self->run, 0);
}

static void
trim_end (GString *text)
{
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
}

/* Ends a paragraph. */
static void
part (Converter *self)
{
  flush (self);
  trim_end (self->out);
  if (self->out->len > 0)
    g_string_append (self->out, "\n\n");
}

static void
new_line (Converter *self)
{
  flush (self);
  if (self->in_pre)
    {
      g_string_append_c (self->out, '\n');
      return;
    }
  while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate (self->out, self->out->len - 1);
  if (self->out->len > 0)
    g_string_append_c (self->out, '\n');
}

/* "**" and "*" have to touch the text that they hold. */
static void
toggle (Converter *self, guint *depth, gboolean closing, const char *mark)
{
  flush (self);
  if (self->in_pre || self->in_code)
    return;
  if (!closing)
    {
      if ((*depth)++ == 0)
        g_string_append (self->out, mark);
      return;
    }
  if (*depth == 0 || --(*depth) > 0)
    return;
  if (g_str_has_suffix (self->out->str, mark))
    g_string_truncate (self->out, self->out->len - strlen (mark));
  else
    {
      gsize before = self->out->len;

      trim_end (self->out);
      g_string_append (self->out, mark);
      if (before + strlen (mark) > self->out->len)
        g_string_append_c (self->out, ' ');
    }
}

static char *
attribute (const char *tag, const char *end, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = tag; at + length + 1 < end; at++)
    {
      const char *value = at + length;
      const char *stop;

      if (at == tag || !g_ascii_isspace (at[-1]) || g_ascii_strncasecmp (at, name, length) != 0)
        continue;
      while (value < end && g_ascii_isspace (*value))
        value++;
      if (value >= end || *value != '=')
        continue;
      value++;
      while (value < end && g_ascii_isspace (*value))
        value++;
      if (value < end && (*value == '"' || *value == '\''))
        {
          stop = memchr (value + 1, *value, end - value - 1);
          return g_strndup (value + 1, (stop != NULL ? stop : end) - value - 1);
        }
      for (stop = value; stop < end && !g_ascii_isspace (*stop);)
        stop++;
      return g_strndup (value, stop - value);
    }

  return NULL;
}

static void
take_image (Converter *self, const char *tag, const char *end)
{
  g_autofree char *source = attribute (tag, end, "src");
  g_autofree char *text = attribute (tag, end, "alt");

  if (source == NULL || strpbrk (source, "<>\n") != NULL || *source == '\0')
    return;
  flush (self);
  g_string_append_printf (self->out,
                          "![%s](<%s>)",
                          text != NULL && strpbrk (text, "[]\n") == NULL ? text : "",
                          source);
}

static gboolean
is_tag (const char *name, gsize length, const char *wanted)
{
  const char *at = wanted;

  for (;;)
    {
      const char *end = strchr (at, ' ');
      gsize       wide = end != NULL ? (gsize) (end - at) : strlen (at);

      if (wide == length && g_ascii_strncasecmp (name, at, length) == 0)
        return TRUE;
      if (end == NULL)
        return FALSE;
      at = end + 1;
    }
}

static void
open_pre (Converter *self, gboolean closing)
{
  if (closing == !self->in_pre)
    return;
  if (!closing)
    part (self);
  else
    {
      flush (self);
      trim_end (self->out);
    }
  self->in_pre = !closing;
  g_string_append (self->out, closing ? "\n```\n\n" : "```\n");
}

static void
skip_content (Converter *self, const char *closing)
{
  gsize length = strlen (closing);

  for (; self->at + length <= self->end; self->at++)
    if (*self->at == '<' && g_ascii_strncasecmp (self->at, closing, length) == 0)
      return;
  self->at = self->end;
}

static void
take_tag (Converter *self, const char *end)
{
  const char *name = self->at + 1;
  gboolean    closing = *name == '/';
  gsize       length = 0;

  name += closing;
  while (name + length < end && g_ascii_isalnum (name[length]))
    length++;
  self->at = end + 1;
  if (is_tag (name, length, "script style"))
    {
      if (!closing)
        skip_content (self, is_tag (name, length, "style") ? "</style" : "</script");
    }
  else if (is_tag (name, length, "br"))
    new_line (self);
  else if (is_tag (name, length, "b strong"))
    toggle (self, &self->strong, closing, "**");
  else if (is_tag (name, length, "i em"))
    toggle (self, &self->emphasis, closing, "*");
  else if (is_tag (name, length, "code tt samp"))
    {
      if (self->in_pre || self->in_code == !closing)
        return;
      flush (self);
      self->in_code = !closing;
      g_string_append_c (self->out, '`');
    }
  else if (is_tag (name, length, "pre"))
    open_pre (self, closing);
  else if (is_tag (name, length, "img"))
    take_image (self, name, end);
  else if (is_tag (name, length, "li"))
    {
      flush (self);
      trim_end (self->out);
      if (!closing)
        g_string_append (self->out, self->out->len > 0 ? "\n- " : "- ");
    }
  else if (is_tag (name, length, "p ul ol table h1 h2 h3 h4 h5 h6 blockquote"))
    part (self);
  else if (is_tag (name, length, "div tr dt dd"))
    {
      flush (self);
      if (self->out->len > 0 && self->out->str[self->out->len - 1] != '\n')
        new_line (self);
    }
  else if (is_tag (name, length, "td th"))
    g_string_append_c (self->run, ' ');
  else if (is_tag (name, length, "sub sup kbd") && !self->in_pre && !self->in_code)
    {
      flush (self);
      g_string_append_printf (self->out, "<%s%.*s>", closing ? "/" : "", (int) length, name);
    }
}

/* "[sound:a.mp3]" cannot be played here. */
static gboolean
take_sound (Converter *self)
{
  const char *end;

  if (self->end - self->at < 8 || strncmp (self->at, "[sound:", 7) != 0)
    return FALSE;
  end = memchr (self->at, ']', MIN (self->end - self->at, 400));
  if (end == NULL)
    return FALSE;
  self->at = end + 1;

  return TRUE;
}

static void
take_text (Converter *self)
{
  char byte = *self->at++;

  if (!self->in_pre && g_ascii_isspace (byte))
    {
      if ((self->run->len > 0 && self->run->str[self->run->len - 1] == ' ')
          || (self->run->len == 0 && self->out->len > 0
              && g_ascii_isspace (self->out->str[self->out->len - 1])))
        return;
      byte = ' ';
    }
  if (byte != '\r')
    g_string_append_c (self->run, byte);
}

/**
 * drill_html_to_markdown:
 * @html: valid UTF-8
 */
char *
drill_html_to_markdown (const char *html)
{
  g_autoptr (GString) run = g_string_new (NULL);
  Converter self
    = { .at = html, .end = html + strlen (html), .out = g_string_new (NULL), .run = run };

  while (self.at < self.end)
    {
      const char *close = NULL;

      if (*self.at == '<' && self.at + 1 < self.end
          && (g_ascii_isalpha (self.at[1]) || self.at[1] == '/' || self.at[1] == '!'))
        close = memchr (self.at, '>', MIN (self.end - self.at, MAX_TAG));
      if (close != NULL)
        take_tag (&self, close);
      else if (*self.at == '&')
        take_entity (&self);
      else if (*self.at != '[' || !take_sound (&self))
        take_text (&self);
    }
  if (self.in_pre)
    open_pre (&self, TRUE);
  flush (&self);
  if (self.in_code)
    g_string_append_c (self.out, '`');
  if (self.strong > 0)
    {
      self.strong = 1;
      toggle (&self, &self.strong, TRUE, "**");
    }
  if (self.emphasis > 0)
    {
      self.emphasis = 1;
      toggle (&self, &self.emphasis, TRUE, "*");
    }

  return g_strstrip (g_string_free (self.out, FALSE));
}
