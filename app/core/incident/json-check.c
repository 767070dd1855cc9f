/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Whether a text is JSON whose root is an object or an array: RFC 8259, in
 * valid UTF-8, at most DRILL_JSON_MAX_DEPTH deep, and without the zero
 * character or an empty member name, for which the reader has no room.
 *
 * One pass without recursion; a bit for each level tells objects from arrays.
 */

#include "config.h"

#include "incident/json-check.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  guint64     objects;
  guint       depth;
} Cursor;

static void
skip_space (Cursor *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
take (Cursor *self,
      char    c)
{
  if (self->at == self->end || *self->at != c)
    return FALSE;

  self->at++;
  return TRUE;
}

static gboolean
take_word (Cursor     *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return FALSE;

  self->at += length;
  return TRUE;
}

static guint
take_digits (Cursor *self)
{
  guint n = 0;

  for (; self->at < self->end && g_ascii_isdigit (*self->at); self->at++)
    n++;

  return n;
}

static gboolean
take_number (Cursor *self)
{
  take (self, '-');
  if (!take (self, '0') && take_digits (self) == 0)
    return FALSE;
  if (take (self, '.') && take_digits (self) == 0)
    return FALSE;
  if (take (self, 'e') || take (self, 'E'))
    {
      if (!take (self, '+'))
        take (self, '-');
      return take_digits (self) > 0;
    }

  return TRUE;
}

/* Reads the four digits of an escape; -1 when they are not there. */
static int
take_hex (Cursor *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (*self->at);
    }

  return value;
}

/* The rest of an escape, which must name a character: surrogates in pairs. */
static gboolean
take_escape (Cursor *self)
{
  int code;

  if (self->at == self->end)
    return FALSE;
  if (!take (self, 'u'))
    return *self->at != '\0' && strchr ("\"\\/bfnrt", *self->at++) != NULL;

  code = take_hex (self);
  if (code >= 0xd800 && code < 0xdc00)
    {
      code = take_word (self, "\\u") ? take_hex (self) : -1;
      return code >= 0xdc00 && code < 0xe000;
    }

  return code > 0 && (code < 0xdc00 || code >= 0xe000);
}

/* Reads a string; FALSE when there is none, or one that is empty and must not be. */
static gboolean
take_string (Cursor  *self,
             gboolean may_be_empty)
{
  const char *start;

  if (!take (self, '"'))
    return FALSE;

  start = self->at;
  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        return FALSE;
      if (*self->at++ == '\\' && !take_escape (self))
        return FALSE;
    }

  return (may_be_empty || self->at > start) && take (self, '"');
}

/* Reads "name": when the innermost level is an object. */
static gboolean
take_name (Cursor *self)
{
  if (!(self->objects & 1))
    return TRUE;

  skip_space (self);
  if (!take_string (self, FALSE))
    return FALSE;
  skip_space (self);

  return take (self, ':');
}

static gboolean
open_level (Cursor  *self,
            gboolean object)
{
  if (self->depth == DRILL_JSON_MAX_DEPTH)
    return FALSE;

  self->depth++;
  self->objects = self->objects << 1 | (object ? 1 : 0);
  return TRUE;
}

static void
close_level (Cursor *self)
{
  self->depth--;
  self->objects >>= 1;
}

/* Reads a value that is no object or array. */
static gboolean
take_scalar (Cursor *self)
{
  if (self->at == self->end)
    return FALSE;
  if (*self->at == '"')
    return take_string (self, TRUE);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return take_number (self);

  return take_word (self, "true") || take_word (self, "false") || take_word (self, "null");
}

/* Closes the levels that end here, up to the next comma or the end of all. */
static gboolean
take_ends (Cursor *self)
{
  while (self->depth > 0)
    {
      skip_space (self);
      if (take (self, ','))
        return take_name (self);
      if (!take (self, self->objects & 1 ? '}' : ']'))
        return FALSE;
      close_level (self);
    }

  return TRUE;
}

gboolean
drill_json_check (const char *data,
                  gsize       length)
{
  Cursor self = { data, data + length, 0, 0 };

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (!g_utf8_validate_len (data, length, NULL))
    return FALSE;

  skip_space (&self);
  if (self.at == self.end || (*self.at != '{' && *self.at != '['))
    return FALSE;

  do
    {
      gboolean object;

      skip_space (&self);
      object = take (&self, '{');
      if (!object && !take (&self, '['))
        {
          if (!take_scalar (&self) || !take_ends (&self))
            return FALSE;
          continue;
        }
      if (!open_level (&self, object))
        return FALSE;
      skip_space (&self);
      if (self.at < self.end && *self.at == (object ? '}' : ']'))
        {
          if (!take_ends (&self))
            return FALSE;
        }
      else if (!take_name (&self))
        {
          return FALSE;
        }
    }
  while (self.depth > 0);

  skip_space (&self);
  return self.at == self.end;
}
