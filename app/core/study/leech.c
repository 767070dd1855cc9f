/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Leeches: cards that are forgotten again and again. They take time from all the
 * others; what helps is another wording, a look at the source, or leaving them.
 */

#include "config.h"

#include "study/leech.h"

/* The index of the table begins behind it. */
#define LEAST_LAPSES 4

/* A memory below it, in days, has never become one. */
#define HELD_DAYS 3.0

void
drill_leech_free (DrillLeech *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->parent_key);
  g_free (self->confused_with);
  g_free (self);
}

gboolean
drill_leech_reached (const DrillRules *rules,
                     guint             lapses)
{
  guint least;

  g_return_val_if_fail (rules != NULL, FALSE);

  if (rules->leech_lapses == 0)
    return FALSE;

  least = MAX (rules->leech_lapses, LEAST_LAPSES);
  if (lapses < least)
    return FALSE;

  return lapses == least || (rules->leech_again > 0 && (lapses - least) % rules->leech_again == 0);
}

/* The question that a card belongs to. */
static const char *
family (const DrillLeech *leech)
{
  return leech->parent_key != NULL ? leech->parent_key : leech->key;
}

static void
find_reasons (GPtrArray *leeches)
{
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leeches->len; i++)
    {
      DrillLeech *leech = g_ptr_array_index (leeches, i);
      DrillLeech *other = g_hash_table_lookup (families, family (leech));

      leech->reason = leech->memory.stability < HELD_DAYS ? DRILL_LEECH_NEVER_HELD
                                                          : DRILL_LEECH_FORGOTTEN;
      if (other == NULL)
        {
          g_hash_table_insert (families, (gpointer) family (leech), leech);
          continue;
        }
      leech->reason = DRILL_LEECH_CONFUSED;
      leech->confused_with = g_strdup (other->key);
      other->reason = DRILL_LEECH_CONFUSED;
      if (other->confused_with == NULL)
        other->confused_with = g_strdup (leech->key);
    }
}

GPtrArray *
drill_leech_list (DrillConnection  *connection,
                  const DrillRules *rules,
                  GError          **error)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GPtrArray)      leeches = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  leeches = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_leech_free);
  if (rules->leech_lapses == 0)
    return g_steal_pointer (&leeches);

  row = drill_connection_statement (connection, "study/leeches");
  drill_statement_bind_int (row, "least", MAX (rules->leech_lapses, LEAST_LAPSES));
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillLeech *leech = g_new0 (DrillLeech, 1);

      leech->key = g_strdup (drill_statement_text (row, 0));
      leech->kind = drill_statement_int (row, 1);
      leech->parent_key = g_strdup (drill_statement_text (row, 2));
      leech->lapses = drill_statement_int (row, 3);
      leech->reps = drill_statement_int (row, 4);
      leech->memory.stability = drill_statement_double (row, 5);
      leech->memory.difficulty = drill_statement_double (row, 6);
      leech->suspended = drill_statement_int (row, 7) != 0;
      g_ptr_array_add (leeches, leech);
    }
  if (step == DRILL_STEP_ERROR)
    return NULL;
  find_reasons (leeches);

  return g_steal_pointer (&leeches);
}
