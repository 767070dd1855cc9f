/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What the sim and regime blocks have in common: one short line a fact, a word
 * first, "//" for a remark, and the same way of writing lists and conditions.
 */

#include "config.h"

#include "incident/parser-private.h"
#include "incident/value.h"

#include <string.h>

/* Cuts the next word off @rest, which ends up on what follows it. Returns:
 * (transfer none): the word, empty at the end of the line */
char *
drill_parser_next_word (char **rest)
{
  char *word = *rest + strspn (*rest, " \t");
  char *end = word + strcspn (word, " \t");

  *rest = end;
  if (*end != '\0')
    {
      *end = '\0';
      *rest = end + 1 + strspn (end + 1, " \t");
    }

  return word;
}

/* Cuts a text in double quotes off @rest. */
gboolean
drill_parser_quoted (char **rest,
                     char **text)
{
  char *start = *rest + strspn (*rest, " \t");
  char *end;

  if (*start != '"')
    return FALSE;
  end = strchr (start + 1, '"');
  if (end == NULL || end == start + 1)
    return FALSE;

  *end = '\0';
  *text = start + 1;
  *rest = end + 1 + strspn (end + 1, " \t");
  return TRUE;
}

/* Calls @func with every line of a fenced block that says something. */
void
drill_parser_each_line (DrillParser *self,
                        cmark_node  *block,
                        void       (*func) (DrillParser *parser,
                                            char        *line,
                                            guint        number))
{
  g_auto (GStrv) lines = g_strsplit (cmark_node_get_literal (block), "\n", -1);
  guint number = cmark_node_get_start_line (block) + 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line != '\0' && !g_str_has_prefix (line, "//"))
        func (self, line, number + i);
    }
}

/* Notes that @word was used; FALSE, with a diagnostic, the second time. */
static gboolean
use_once (DrillParser *self,
          const char  *word,
          guint        line)
{
  if (g_hash_table_add (self->seen, g_strdup (word)))
    return TRUE;

  drill_parser_error (self, line, "S010", "“%s” stands twice in this block; keep one", word);
  return FALSE;
}

/* Reads a line that begins with one of @words. @block: what has them, for people */
void
drill_parser_word_line (DrillParser           *self,
                        const DrillParserWord *words,
                        guint                  n_words,
                        const char            *block,
                        char                  *line,
                        guint                  number)
{
  char *rest = line;
  char *word = drill_parser_next_word (&rest);

  for (guint i = 0; i < n_words; i++)
    {
      if (strcmp (word, words[i].word) != 0)
        continue;
      if (!words[i].many && !use_once (self, word, number))
        return;
      if (!words[i].read (self, rest, number))
        drill_parser_error (self, number, "S010", "Bad value for “%s”; write %s", word, words[i].advice);
      return;
    }

  drill_parser_error (self, number, "S010", "“%s” is not a word of %s", word, block);
}

/* Returns: (transfer full) (nullable): %NULL after a diagnostic */
DrillCondition *
drill_parser_condition (DrillParser *self,
                        const char  *text,
                        guint        line)
{
  g_autofree char *problem = NULL;
  DrillCondition  *condition = drill_condition_parse (text, line, &problem);

  if (condition == NULL)
    drill_parser_error (self, line, "S010", "%s", problem);

  return condition;
}

void
drill_parser_name (DrillParserName *name,
                   const char      *text,
                   guint            line)
{
  g_free (name->text);
  name->text = g_strdup (text);
  name->line = line;
}

/* Splits at commas into @out; FALSE when an entry is empty. */
gboolean
drill_parser_list (const char *text,
                   GPtrArray  *out)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);

      if (*part == '\0')
        return FALSE;
      g_ptr_array_add (out, g_strdup (part));
    }

  return parts[0] != NULL;
}

/* Reads the flags of a set or clear line into @out. */
gboolean
drill_parser_flags (DrillParser *self,
                    const char  *text,
                    GArray      *out,
                    gboolean     set,
                    guint        line)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!drill_parser_list (text, names))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      const char        *name = g_ptr_array_index (names, i);
      int                index = drill_scenario_find_flag (self->scenario, name);
      DrillScenarioFlag *flag;
      guint              value;

      if (!drill_value_is_word (name))
        return FALSE;
      if (index < 0 && self->scenario->flags->len == DRILL_SCENARIO_MAX_FLAGS)
        {
          drill_parser_error (self, line, "S010", "There are more than %d flags", DRILL_SCENARIO_MAX_FLAGS);
          return TRUE;
        }
      if (index < 0)
        {
          index = self->scenario->flags->len;
          drill_scenario_add_flag (self->scenario, name);
        }
      flag = g_ptr_array_index (self->scenario->flags, index);
      if (set && flag->set_line == 0)
        flag->set_line = line;
      value = index;
      g_array_append_val (out, value);
    }

  return TRUE;
}
