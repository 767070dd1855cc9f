/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Going on with what is being typed: "to" is "topic:", "topic:ev" is "topic:event-loop". */

#include "config.h"

#include "search/complete.h"

#include "search/query-field.h"
#include "search/query-lexer.h"

#include <string.h>

/* A letter says too little to offer names for. */
#define LEAST_LETTERS 2

void
drill_completion_free (DrillCompletion *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

static void
add (GPtrArray  *completions,
     const char *text,
     gsize       start,
     gsize       end,
     gboolean    is_field,
     guint       items)
{
  DrillCompletion *completion;

  if (completions->len >= DRILL_MAX_COMPLETIONS)
    return;

  completion = g_new0 (DrillCompletion, 1);
  completion->text = g_strdup (text);
  completion->start = start;
  completion->end = end;
  completion->is_field = is_field;
  completion->items = items;
  g_ptr_array_add (completions, completion);
}

/* The token that ends at @cursor; FALSE when the cursor stands behind a blank. */
static gboolean
token_at (const char *text,
          gsize       cursor,
          DrillToken *token)
{
  gsize at = 0;

  do
    {
      *token = drill_query_next_token (text, at);
      if (token->kind == DRILL_TOKEN_END || token->start >= cursor)
        return FALSE;
      at = token->end;
    }
  while (token->end < cursor);

  return token->end >= cursor;
}

static void
add_words (GPtrArray            *completions,
           const DrillQueryWord *words,
           const char           *typed,
           gsize                 start,
           gsize                 end)
{
  for (guint i = 0; words[i].word != NULL; i++)
    {
      /* Second spellings are for packs, not for people. */
      if ((i > 0 && words[i].value == words[i - 1].value) || strchr (words[i].word, '_') != NULL)
        continue;
      if (g_ascii_strncasecmp (words[i].word, typed, strlen (typed)) == 0)
        add (completions, words[i].word, start, end, FALSE, 0);
    }
}

static gboolean
has_word_with (const char *name,
               const char *start)
{
  for (const char *word = name; word != NULL; word = strchr (word, '-'))
    {
      word += *word == '-';
      if (g_ascii_strncasecmp (word, start, strlen (start)) == 0)
        return TRUE;
    }

  return FALSE;
}

static guint
count_of_topic (const DrillItemIndex *index,
                guint                 topic)
{
  guint count = 0;

  for (guint i = 0; i < index->n_items; i++)
    count += index->items[i].kind != DRILL_ITEM_FOLLOW_UP
             && drill_index_item_has_topic (index, &index->items[i], topic);

  return count;
}

static guint
count_of_pack (const DrillItemIndex *index,
               guint                 pack)
{
  guint count = 0;

  for (guint i = 0; i < index->n_items; i++)
    count += index->items[i].kind != DRILL_ITEM_FOLLOW_UP && index->items[i].pack == pack;

  return count;
}

static void
add_names (GPtrArray            *completions,
           const DrillItemIndex *index,
           DrillQueryField       field,
           const char           *typed,
           gsize                 start,
           gsize                 end)
{
  GPtrArray *names = field == DRILL_QUERY_TOPIC ? index->topics : index->packs;

  for (guint i = 0; i < names->len && completions->len < DRILL_MAX_COMPLETIONS; i++)
    {
      const DrillIndexName *name = g_ptr_array_index (names, i);

      if (has_word_with (name->slug, typed))
        add (completions,
             name->slug,
             start,
             end,
             FALSE,
             field == DRILL_QUERY_TOPIC ? count_of_topic (index, i) : count_of_pack (index, i));
    }
}

static void
complete_value (GPtrArray            *completions,
                const char           *text,
                const DrillToken     *token,
                gsize                 cursor,
                const DrillItemIndex *index)
{
  const DrillQueryFieldInfo *info;
  g_autofree char           *typed = NULL;

  info = drill_query_field_find (text + token->start, token->name_end - token->start);
  if (info == NULL || token->value_quoted || cursor < token->value)
    return;

  typed = g_strndup (text + token->value, cursor - token->value);
  if (info->words != NULL)
    add_words (completions, info->words, typed, token->value, token->end);
  else if (info->kind == DRILL_QUERY_VALUE_NAME && index != NULL)
    add_names (completions, index, info->field, typed, token->value, token->end);
}

static void
complete_word (GPtrArray            *completions,
               const char           *text,
               const DrillToken     *token,
               gsize                 cursor,
               const DrillItemIndex *index)
{
  g_autofree char *typed = g_strndup (text + token->start, cursor - token->start);

  for (const DrillQueryFieldInfo *info = drill_query_fields (); info->name != NULL; info++)
    {
      g_autofree char *field = NULL;

      if (g_ascii_strncasecmp (info->name, typed, strlen (typed)) != 0)
        continue;
      field = g_strconcat (info->name, info->kind == DRILL_QUERY_VALUE_SHARE ? "<" : ":", NULL);
      add (completions, field, token->start, token->end, TRUE, 0);
    }
  if (index == NULL || g_utf8_strlen (typed, -1) < LEAST_LETTERS)
    return;

  for (guint i = 0; i < index->topics->len; i++)
    {
      const DrillIndexName *name = g_ptr_array_index (index->topics, i);
      g_autofree char      *query = g_strconcat ("topic:", name->slug, NULL);

      if (completions->len < DRILL_MAX_COMPLETIONS && has_word_with (name->slug, typed))
        add (completions, query, token->start, token->end, FALSE, count_of_topic (index, i));
    }
}

GPtrArray *
drill_query_complete (const char           *text,
                      gsize                 cursor,
                      const DrillItemIndex *index)
{
  GPtrArray *completions;
  DrillToken token;

  g_return_val_if_fail (text != NULL, NULL);

  completions = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_completion_free);
  if (!g_utf8_validate (text, -1, NULL) || cursor > strlen (text)
      || !token_at (text, cursor, &token))
    return completions;

  if (token.kind == DRILL_TOKEN_FIELD)
    complete_value (completions, text, &token, cursor, index);
  else if (token.kind == DRILL_TOKEN_WORD)
    complete_word (completions, text, &token, cursor, index);

  return completions;
}
