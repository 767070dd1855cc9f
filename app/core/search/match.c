/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Whether one item is what one term of a query asks for. */

#include "config.h"

#include "search/match.h"

#include "study/leech.h"

#include <string.h>

static gboolean
compare (const DrillQuery *term,
         double            value)
{
  switch (term->compare)
    {
    case DRILL_QUERY_LESS:
      return value < term->number;
    case DRILL_QUERY_LESS_OR_EQUAL:
      return value <= term->number;
    case DRILL_QUERY_MORE:
      return value > term->number;
    case DRILL_QUERY_MORE_OR_EQUAL:
      return value >= term->number;
    case DRILL_QUERY_EQUAL:
    default:
      return value == term->number;
    }
}

/* A range of days stands for each of them: before it, after it, or in it. */
static gboolean
compare_day (const DrillMatcher *self,
             int                 day)
{
  const DrillQuery *term = self->term;
  int               first = term->is_date ? term->first_day : self->today + term->first_day;
  int               last = term->is_date ? term->last_day : self->today + term->last_day;

  switch (term->compare)
    {
    case DRILL_QUERY_LESS:
      return day < first;
    case DRILL_QUERY_LESS_OR_EQUAL:
      return day <= last;
    case DRILL_QUERY_MORE:
      return day > last;
    case DRILL_QUERY_MORE_OR_EQUAL:
      return day >= first;
    case DRILL_QUERY_EQUAL:
    default:
      return day >= first && day <= last;
    }
}

static gboolean
is_answered (const DrillIndexItem *item)
{
  return item->state != DRILL_CARD_NEW;
}

static gboolean
match_state (const DrillMatcher   *self,
             const DrillIndexItem *item)
{
  int interval = item->due_day - item->last_day;

  switch ((DrillQueryState) self->term->value)
    {
    case DRILL_QUERY_IS_DUE:
      return drill_index_item_is_due (item, self->today, self->now_ms);
    case DRILL_QUERY_IS_NEW:
      return drill_index_item_is_studied (item) && !is_answered (item);
    case DRILL_QUERY_IS_SEEN:
      return is_answered (item);
    case DRILL_QUERY_IS_LEARNING:
      return item->state == DRILL_CARD_LEARNING || item->state == DRILL_CARD_RELEARNING;
    case DRILL_QUERY_IS_YOUNG:
      return item->state == DRILL_CARD_REVIEW && interval < DRILL_MATURE_DAYS;
    case DRILL_QUERY_IS_MATURE:
      return item->state == DRILL_CARD_REVIEW && interval >= DRILL_MATURE_DAYS;
    case DRILL_QUERY_IS_LEECH:
      return self->rules->leech_lapses > 0 && item->lapses >= self->rules->leech_lapses;
    case DRILL_QUERY_IS_MISSED:
      return drill_index_item_is_missed (item);
    case DRILL_QUERY_IS_SUSPENDED:
      return item->suspended;
    case DRILL_QUERY_IS_BURIED:
      return item->buried_until > self->today;
    case DRILL_QUERY_IS_FLAGGED:
      return item->flag > 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
match_topic (const DrillMatcher   *self,
             const DrillIndexItem *item)
{
  for (guint i = 0; i < item->n_topics; i++)
    {
      if (self->names[g_array_index (self->index->item_topics, guint, item->first_topic + i)])
        return TRUE;
    }

  return FALSE;
}

gboolean
drill_match_item (const DrillMatcher *self,
                  guint               place)
{
  const DrillIndexItem *item = &self->index->items[place];
  const DrillQuery     *term = self->term;

  switch (term->field)
    {
    case DRILL_QUERY_TOPIC:
      return match_topic (self, item);
    case DRILL_QUERY_PACK:
      return self->names[item->pack];
    case DRILL_QUERY_LEVEL:
      return (item->levels & term->value) != 0;
    case DRILL_QUERY_KIND:
      return item->kind == (DrillItemKind) term->value;
    case DRILL_QUERY_IS:
      return match_state (self, item);
    case DRILL_QUERY_RATED:
      return item->tally.answers > 0 && item->tally.last_rating == (DrillRating) term->value;
    case DRILL_QUERY_DUE:
      /* In its learning steps a card is due at an instant of its last day. */
      return item->card != 0 && (is_answered (item) || item->due_day > 0) && !item->suspended &&
             compare_day (self, item->due_day > 0 ? item->due_day : item->last_day);
    case DRILL_QUERY_RECALL:
      return item->stability > 0
             && compare (term, drill_index_item_recall (item, self->rules, self->today));
    case DRILL_QUERY_STABILITY:
      return item->stability > 0 && compare (term, item->stability);
    case DRILL_QUERY_LAPSES:
      return is_answered (item) && compare (term, item->lapses);
    case DRILL_QUERY_ANSWERS:
      return drill_index_item_is_studied (item) && compare (term, item->tally.answers);
    case DRILL_QUERY_WORD:
    case DRILL_QUERY_ANSWERED:
    case DRILL_QUERY_N_FIELDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether the name, or a word of it, begins with @start. */
static gboolean
name_begins (const char *name,
             const char *start)
{
  gsize length = strlen (start);

  for (const char *word = name; word != NULL; word = strchr (word, '-'))
    {
      if (*word == '-')
        word++;
      if (g_ascii_strncasecmp (word, start, length) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean *
drill_match_names (const DrillQuery *term,
                   const GPtrArray  *names)
{
  g_autofree gboolean *flags = g_new0 (gboolean, names->len + 1);
  gboolean             any = FALSE;

  for (guint i = 0; i < names->len && !term->prefix; i++)
    {
      const DrillIndexName *name = g_ptr_array_index (names, i);

      flags[i] = g_ascii_strcasecmp (name->slug, term->text) == 0;
      any = any || flags[i];
    }
  for (guint i = 0; i < names->len && !any; i++)
    {
      const DrillIndexName *name = g_ptr_array_index (names, i);

      flags[i] = name_begins (name->slug, term->text);
    }
  for (guint i = 0; i < names->len; i++)
    any = any || flags[i];

  return any ? g_steal_pointer (&flags) : NULL;
}

/* In quotation marks nothing is an operator; the tokenizer drops punctuation, and what
 * it makes several words of are words in a row. */
void
drill_match_append_words (GString          *expression,
                          const DrillQuery *term)
{
  g_string_append_c (expression, '"');
  for (const char *p = term->text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *p);
    }
  g_string_append (expression, term->prefix ? "\" *" : "\"");
}
