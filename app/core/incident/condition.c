/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Conditions: atoms with commas between them, all of which must hold. There is
 * no "or" and there are no parentheses; a second line or a second section says
 * "or" and keeps each line readable for someone who does not program.
 */

#include "config.h"

#include "incident/condition.h"
#include "incident/value.h"

#include <string.h>

#define MAX_ATOMS 16

static void
atom_clear (gpointer data)
{
  DrillAtom *atom = data;

  g_free (atom->name);
}

void
drill_condition_free (DrillCondition *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_array_unref (self->atoms);
  g_free (self);
}

/* Splits at white space, keeping no empty words. */
static GPtrArray *
split_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit_set (text, " \t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_ptr_array_add (words, g_strdup (parts[i]));
    }

  return g_steal_pointer (&words);
}

/* Whether @name can be a flag or a section: the operators cannot. */
static gboolean
is_name (const char *name)
{
  static const char *const reserved[] = { "not", "after", "before", "or", "and", NULL };

  return drill_value_is_word (name) && !g_strv_contains (reserved, name);
}

static gboolean
parse_atom (const char *text,
            DrillAtom  *atom)
{
  g_autoptr (GPtrArray) words = split_words (text);
  const char *first = words->len > 0 ? g_ptr_array_index (words, 0) : "";
  const char *second = words->len > 1 ? g_ptr_array_index (words, 1) : "";

  if (words->len == 2 && (strcmp (first, "after") == 0 || strcmp (first, "before") == 0))
    {
      atom->kind = *first == 'a' ? DRILL_ATOM_AFTER : DRILL_ATOM_BEFORE;
      return drill_value_parse_duration (second, &atom->seconds);
    }
  if (words->len == 2 && strcmp (first, "not") == 0)
    {
      atom->negated = TRUE;
      atom->name = g_strdup (second);
      return is_name (second);
    }
  if (words->len == 3 && (strcmp (second, ">") == 0 || strcmp (second, "<") == 0))
    {
      atom->kind = *second == '>' ? DRILL_ATOM_ABOVE : DRILL_ATOM_BELOW;
      atom->name = g_strdup (first);
      return drill_value_is_word (first) && drill_value_parse_number (g_ptr_array_index (words, 2), &atom->value);
    }
  if (words->len == 1)
    {
      atom->name = g_strdup (first);
      return is_name (first);
    }

  return FALSE;
}

/* Puts spaces around < and >, so that "rss>1.9G" is three words too. */
static char *
space_operators (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '<' || *text == '>')
        g_string_append_printf (out, " %c ", *text);
      else
        g_string_append_c (out, *text);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * drill_condition_parse:
 * @problem: (out): what is wrong, a sentence without its full stop
 *
 * Names stay names; they are looked up when the whole scenario is known.
 *
 * Returns: (transfer full): the condition, or %NULL with @problem
 */
DrillCondition *
drill_condition_parse (const char *text,
                       guint       line,
                       char      **problem)
{
  g_autoptr (DrillCondition) self = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *spaced = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (problem != NULL, NULL);

  self = g_new0 (DrillCondition, 1);
  self->text = g_strstrip (g_strdup (text));
  self->line = line;
  self->atoms = g_array_new (FALSE, TRUE, sizeof (DrillAtom));
  g_array_set_clear_func (self->atoms, atom_clear);

  spaced = space_operators (self->text);
  parts = g_strsplit (spaced, ",", MAX_ATOMS + 1);
  if (g_strv_length (parts) > MAX_ATOMS)
    {
      *problem = g_strdup_printf ("a condition has at most %d parts", MAX_ATOMS);
      return NULL;
    }
  if (parts[0] == NULL)
    {
      *problem = g_strdup ("the condition is empty");
      return NULL;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    {
      DrillAtom atom = { 0 };
      gboolean  good = parse_atom (parts[i], &atom);

      g_array_append_val (self->atoms, atom);
      if (!good)
        {
          *problem = g_strdup_printf ("“%s” is not a condition; write FLAG, not FLAG, after 20m, before 20m, "
                                      "SERIES > 1.9G or SERIES < 400M",
                                      g_strstrip (parts[i]));
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}
