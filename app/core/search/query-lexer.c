/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Tokens of a query.
 *
 * What people search for has punctuation of its own, so a sign counts only where
 * it can be meant: '-' and '(' at the start of a word, ')' where a word has not
 * opened one itself, ':' and '<' behind letters. Thus "server.close()", "std::move"
 * and "https://nodejs.org" are words.
 */

#include "config.h"

#include "search/query-lexer.h"

#include <string.h>

static gboolean
is_blank (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static gsize
skip_blank (const char *text,
            gsize       at)
{
  while (is_blank (text[at]))
    at++;

  return at;
}

/* Behind the quotation that begins at @at; 0 when it does not end. */
static gsize
quotation_end (const char *text,
               gsize       at)
{
  for (at++; text[at] != '\0'; at++)
    {
      if (text[at] == '\\' && text[at + 1] != '\0')
        at++;
      else if (text[at] == '"')
        return at + 1;
    }

  return 0;
}

char *
drill_query_unquote (const char *text,
                     gsize       start,
                     gsize       end)
{
  GString *said = g_string_new (NULL);

  for (gsize i = start + 1; i + 1 < end; i++)
    {
      if (text[i] == '\\' && i + 2 < end)
        i++;
      g_string_append_c (said, text[i]);
    }

  return g_string_free (said, FALSE);
}

/* Behind the word at @at: parentheses that it opened itself belong to it. */
static gsize
word_end (const char *text,
          gsize       at)
{
  guint open = 0;

  for (; text[at] != '\0' && !is_blank (text[at]) && text[at] != '"'; at++)
    {
      if (text[at] == '(')
        open++;
      else if (text[at] == ')' && open-- == 0)
        break;
    }

  return at;
}

/* How long the sign at @sign is; 0 when it is none. */
static guint
read_sign (const char        *sign,
           DrillQueryCompare *compare)
{
  gboolean equal = sign[0] != '\0' && sign[1] == '=';

  switch (sign[0])
    {
    case ':':
    case '=':
      *compare = DRILL_QUERY_EQUAL;
      return 1;
    case '<':
      *compare = equal ? DRILL_QUERY_LESS_OR_EQUAL : DRILL_QUERY_LESS;
      return 1 + equal;
    case '>':
      *compare = equal ? DRILL_QUERY_MORE_OR_EQUAL : DRILL_QUERY_MORE;
      return 1 + equal;
    default:
      return 0;
    }
}

/* "::", "://", "=>" and the like are punctuation of what is looked for. */
static gboolean
is_field_value (const char *text,
                gsize       at)
{
  return strchr (":/<>=", text[at]) == NULL || text[at] == '\0';
}

static gboolean
read_field (const char *text,
            DrillToken *token)
{
  gsize at = token->start;
  guint sign;

  while (g_ascii_isalpha (text[at]) || (at > token->start && text[at] == '_'))
    at++;
  if (at == token->start)
    return FALSE;
  sign = read_sign (text + at, &token->compare);
  if (sign == 0 || !is_field_value (text, at + sign))
    return FALSE;

  token->kind = DRILL_TOKEN_FIELD;
  token->name_end = at;
  token->colon = text[at] == ':';
  token->value = at + sign;
  token->value_quoted = text[token->value] == '"';
  token->end
    = token->value_quoted ? quotation_end (text, token->value) : word_end (text, token->value);
  if (token->end == 0)
    {
      token->kind = DRILL_TOKEN_BROKEN;
      token->start = token->value;
      token->end = strlen (text);
    }

  return TRUE;
}

static DrillTokenKind
operator_kind (const char *text,
               gsize       length)
{
  if (length == 3 && g_ascii_strncasecmp (text, "and", 3) == 0)
    return DRILL_TOKEN_AND;
  if (length == 2 && g_ascii_strncasecmp (text, "or", 2) == 0)
    return DRILL_TOKEN_OR;
  if (length == 3 && g_ascii_strncasecmp (text, "not", 3) == 0)
    return DRILL_TOKEN_NOT;

  return DRILL_TOKEN_WORD;
}

static void
read_quotation (const char *text,
                DrillToken *token)
{
  token->end = quotation_end (text, token->start);
  token->kind = token->end > 0 ? DRILL_TOKEN_QUOTED : DRILL_TOKEN_BROKEN;
  if (token->end == 0)
    token->end = strlen (text);
  else if (text[token->end] == '*')
    token->end++;
}

DrillToken
drill_query_next_token (const char *text,
                        gsize       from)
{
  DrillToken token = { .start = skip_blank (text, from) };
  char       c = text[token.start];
  char       next = c != '\0' ? text[token.start + 1] : '\0';

  token.end = token.start + (c != '\0');
  if (c == '\0')
    token.kind = DRILL_TOKEN_END;
  else if (c == '(')
    token.kind = DRILL_TOKEN_OPEN;
  else if (c == ')')
    token.kind = DRILL_TOKEN_CLOSE;
  else if (c == '-' && next != '\0' && next != '-' && !is_blank (next))
    token.kind = DRILL_TOKEN_MINUS;
  else if (c == '"')
    read_quotation (text, &token);
  else if (!read_field (text, &token))
    {
      token.end = word_end (text, token.start);
      token.kind = operator_kind (text + token.start, token.end - token.start);
    }

  return token;
}
