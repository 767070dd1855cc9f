/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From what was typed to a tree.
 *
 *   query   = either
 *   either  = both { "or" both }
 *   both    = denied { ["and"] denied }
 *   denied  = ("not" | "-") denied | "(" either ")" | term
 *   term    = word | word* | "words" | field:value | field<number
 *
 * Pure: whether a topic is there is found out when the query is run.
 */

#include "config.h"

#include "search/query-field.h"
#include "search/query-lexer.h"

#include <string.h>

typedef struct
{
  const char     *text;
  DrillQueryFlags flags;
  DrillToken          token; /* the next one */
  guint               terms;
  guint               depth;
  DrillQueryProblem **problem;
} Parser;

static DrillQuery *parse_one (Parser *self);
static DrillQuery *parse_either (Parser *self);

void
drill_query_free (DrillQuery *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

static DrillQuery *
query_new (DrillQueryOp op,
           gsize        start)
{
  DrillQuery *self = g_new0 (DrillQuery, 1);

  self->op = op;
  self->start = start;
  self->field = DRILL_QUERY_WORD;
  if (op != DRILL_QUERY_TERM)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_query_free);

  return self;
}

/* Returns: NULL, for whoever returns at once. Only the first problem is told. */
static DrillQuery *
fail (Parser               *self,
      DrillQueryProblemCode code,
      gsize                 start,
      gsize                 end,
      const char           *hint)
{
  if (*self->problem == NULL)
    *self->problem = drill_query_problem_new (code, self->text, start, end, hint);

  return NULL;
}

static void
advance (Parser *self)
{
  self->token = drill_query_next_token (self->text, self->token.end);
}

/* Whether the tokenizer of the index would find a word in it. */
static gboolean
has_word (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalnum (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

static DrillQuery *
parse_words (Parser *self)
{
  const DrillToken      *token = &self->token;
  g_autoptr (DrillQuery) term = query_new (DRILL_QUERY_TERM, token->start);
  gsize                  length = token->end - token->start;
  gboolean               star = length > 1 && self->text[token->end - 1] == '*';

  term->end = token->end;
  term->prefix = star;
  if (token->kind == DRILL_TOKEN_QUOTED)
    {
      term->text = drill_query_unquote (self->text, token->start, token->end - star);
    }
  else
    {
      term->text = g_strndup (self->text + token->start, length - star);
      if (self->text[token->end] == '\0' && (self->flags & DRILL_QUERY_TYPING))
        term->prefix = TRUE;
    }
  if (!has_word (term->text))
    return fail (self, DRILL_QUERY_PROBLEM_WORD, token->start, token->end, NULL);
  advance (self);

  return g_steal_pointer (&term);
}

static DrillQuery *
fail_field (Parser *self)
{
  const DrillToken *token = &self->token;
  g_autofree char  *name = g_strndup (self->text + token->start, token->name_end - token->start);
  const char       *nearest = drill_query_field_nearest (name);
  g_autofree char  *hint = nearest != NULL ? g_strconcat ("→ ", nearest, ":", NULL) : NULL;

  return fail (self, DRILL_QUERY_PROBLEM_FIELD, token->start, token->name_end, hint);
}

static gboolean
takes_more_or_less (const DrillQueryFieldInfo *info)
{
  return info->kind == DRILL_QUERY_VALUE_NUMBER || info->kind == DRILL_QUERY_VALUE_SHARE
         || info->kind == DRILL_QUERY_VALUE_DAYS;
}

static DrillQuery *
parse_field (Parser *self)
{
  const DrillToken          *token = &self->token;
  const DrillQueryFieldInfo *info;
  g_autoptr (DrillQuery)     term = query_new (DRILL_QUERY_TERM, token->start);
  g_autofree char           *value = NULL;
  g_autofree char           *hint = NULL;
  DrillQueryProblemCode      code;

  info = drill_query_field_find (self->text + token->start, token->name_end - token->start);
  if (info == NULL)
    return fail_field (self);
  hint = drill_query_field_hint (info);
  if (token->compare != DRILL_QUERY_EQUAL && !takes_more_or_less (info))
    return fail (self, DRILL_QUERY_PROBLEM_COMPARE, token->start, token->name_end, NULL);

  value = token->value_quoted ? drill_query_unquote (self->text, token->value, token->end) :
                                g_strndup (self->text + token->value, token->end - token->value);
  if (*value == '\0')
    return fail (self, DRILL_QUERY_PROBLEM_NO_VALUE, token->start, token->value, hint);
  term->end = token->end;
  term->field = info->field;
  term->compare = token->compare;
  if (!drill_query_field_read (info, value, term, &code))
    return fail (self, code, token->value, token->end, hint);
  advance (self);

  return g_steal_pointer (&term);
}

static gboolean
begins_operand (DrillTokenKind kind)
{
  return kind != DRILL_TOKEN_END && kind != DRILL_TOKEN_CLOSE && kind != DRILL_TOKEN_OR;
}

static DrillQuery *
parse_group (Parser *self)
{
  gsize                  open = self->token.start;
  g_autoptr (DrillQuery) inner = NULL;

  if (self->depth >= DRILL_QUERY_MAX_DEPTH)
    return fail (self, DRILL_QUERY_PROBLEM_TOO_DEEP, open, self->token.end, NULL);
  self->depth++;
  advance (self);
  if (self->token.kind == DRILL_TOKEN_CLOSE)
    return fail (self, DRILL_QUERY_PROBLEM_EMPTY_GROUP, open, self->token.end, NULL);
  if (self->token.kind == DRILL_TOKEN_END)
    return fail (self, DRILL_QUERY_PROBLEM_OPEN_GROUP, open, open + 1, NULL);

  inner = parse_either (self);
  if (inner == NULL)
    return NULL;
  if (self->token.kind != DRILL_TOKEN_CLOSE)
    return fail (self, DRILL_QUERY_PROBLEM_OPEN_GROUP, open, open + 1, NULL);
  inner->start = open;
  inner->end = self->token.end;
  advance (self);
  self->depth--;

  return g_steal_pointer (&inner);
}

static DrillQuery *
parse_denied (Parser *self)
{
  DrillToken  sign = self->token;
  DrillQuery *denied;
  DrillQuery *inner;

  if (self->depth >= DRILL_QUERY_MAX_DEPTH)
    return fail (self, DRILL_QUERY_PROBLEM_TOO_DEEP, sign.start, sign.end, NULL);
  advance (self);
  if (!begins_operand (self->token.kind))
    return fail (self, DRILL_QUERY_PROBLEM_OPERAND, sign.start, sign.end, NULL);

  self->depth++;
  inner = parse_one (self);
  if (inner == NULL)
    return NULL;
  self->depth--;

  denied = query_new (DRILL_QUERY_NOT, sign.start);
  denied->end = inner->end;
  g_ptr_array_add (denied->children, inner);

  return denied;
}

static DrillQuery *
parse_one (Parser *self)
{
  const DrillToken *token = &self->token;

  if (++self->terms > DRILL_QUERY_MAX_TERMS)
    return fail (self, DRILL_QUERY_PROBLEM_TOO_LONG, token->start, token->end, NULL);

  switch (token->kind)
    {
    case DRILL_TOKEN_OPEN:
      return parse_group (self);
    case DRILL_TOKEN_MINUS:
    case DRILL_TOKEN_NOT:
      return parse_denied (self);
    case DRILL_TOKEN_FIELD:
      return parse_field (self);
    case DRILL_TOKEN_WORD:
    case DRILL_TOKEN_QUOTED:
      return parse_words (self);
    case DRILL_TOKEN_BROKEN:
      return fail (self, DRILL_QUERY_PROBLEM_QUOTE, token->start, token->end, NULL);
    case DRILL_TOKEN_CLOSE:
      return fail (self, DRILL_QUERY_PROBLEM_CLOSE_GROUP, token->start, token->end, NULL);
    case DRILL_TOKEN_AND:
    case DRILL_TOKEN_OR:
      return fail (self, DRILL_QUERY_PROBLEM_OPERAND, token->start, token->end, NULL);
    case DRILL_TOKEN_END:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Puts @right behind @left; a chain of one kind becomes one node. */
static DrillQuery *
join (DrillQueryOp op,
      DrillQuery  *left,
      DrillQuery  *right)
{
  DrillQuery *joined = left;

  if (left->op != op)
    {
      joined = query_new (op, left->start);
      g_ptr_array_add (joined->children, left);
    }
  joined->end = right->end;
  g_ptr_array_add (joined->children, right);

  return joined;
}

/* Behind "and" and "or" something must come. */
static gboolean
skip_operator (Parser *self)
{
  DrillToken operator= self->token;

  advance (self);
  if (self->token.kind != DRILL_TOKEN_END && self->token.kind != DRILL_TOKEN_CLOSE)
    return TRUE;

  fail (self, DRILL_QUERY_PROBLEM_OPERAND, operator.start, operator.end, NULL);
  return FALSE;
}

static DrillQuery *
parse_both (Parser *self)
{
  g_autoptr (DrillQuery) left = parse_one (self);

  while (left != NULL && begins_operand (self->token.kind))
    {
      DrillQuery *right;

      if (self->token.kind == DRILL_TOKEN_AND && !skip_operator (self))
        return NULL;
      right = parse_one (self);
      if (right == NULL)
        return NULL;
      left = join (DRILL_QUERY_AND, g_steal_pointer (&left), right);
    }

  return g_steal_pointer (&left);
}

static DrillQuery *
parse_either (Parser *self)
{
  g_autoptr (DrillQuery) left = parse_both (self);

  while (left != NULL && self->token.kind == DRILL_TOKEN_OR)
    {
      DrillQuery *right;

      if (!skip_operator (self))
        return NULL;
      right = parse_both (self);
      if (right == NULL)
        return NULL;
      left = join (DRILL_QUERY_OR, g_steal_pointer (&left), right);
    }

  return g_steal_pointer (&left);
}

/**
 * drill_query_parse:
 * @text: UTF-8; what is not is looked for as if it were
 * @query: (out) (nullable): %NULL for a text that says nothing, which is no problem
 * @problem: (out) (optional): what is wrong, and where
 *
 * Returns: whether @text is a query
 */
gboolean
drill_query_parse (const char         *text,
                   DrillQueryFlags     flags,
                   DrillQuery        **query,
                   DrillQueryProblem **problem)
{
  g_autofree char              *valid = NULL;
  g_autoptr (DrillQueryProblem) found = NULL;
  g_autoptr (DrillQuery)        root = NULL;
  Parser                        parser = { .flags = flags, .problem = &found };

  g_return_val_if_fail (text != NULL && query != NULL, FALSE);

  *query = NULL;
  valid = g_utf8_make_valid (text, -1);
  parser.text = valid;
  parser.token = drill_query_next_token (valid, 0);
  if (parser.token.kind == DRILL_TOKEN_END)
    return TRUE;

  root = parse_either (&parser);
  if (root != NULL && parser.token.kind != DRILL_TOKEN_END)
    fail (&parser, DRILL_QUERY_PROBLEM_CLOSE_GROUP, parser.token.start, parser.token.end, NULL);
  if (found == NULL)
    *query = g_steal_pointer (&root);
  else if (problem != NULL)
    *problem = g_steal_pointer (&found);

  return *query != NULL;
}
