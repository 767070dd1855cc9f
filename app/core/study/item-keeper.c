/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What an import must not forget when library.db is made anew: the keys of items
 * that were edited, and items with a history that are gone.
 */

#include "config.h"

#include "study/item-keeper.h"

#include "library/item-history.h"

static gboolean
load_keys (DrillConnection  *connection,
           const char       *slug,
           DrillItemHistory *history,
           GError          **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/item-names");
  DrillStep                  step;

  drill_statement_bind_text (row, "pack", slug);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    g_hash_table_insert (history->keys,
                         g_strdup (drill_statement_text (row, 0)),
                         g_strdup (drill_statement_text (row, 1)));

  return step == DRILL_STEP_DONE;
}

static gboolean
load_archived (DrillConnection  *connection,
               const char       *slug,
               DrillItemHistory *history,
               GError          **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/archived-items");
  DrillStep                  step;

  drill_statement_bind_text (row, "pack", slug);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gsize         trigrams_size, options_size;
      gconstpointer trigrams = drill_statement_blob (row, 4, &trigrams_size);
      gconstpointer options = drill_statement_blob (row, 5, &options_size);

      g_ptr_array_add (history->archived,
                       drill_identity_new_stored (drill_statement_text (row, 0),
                                                  drill_statement_int (row, 1) != 0,
                                                  drill_statement_int (row, 2),
                                                  drill_statement_text (row, 3),
                                                  trigrams,
                                                  trigrams_size,
                                                  options,
                                                  options_size));
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load (DrillConnection  *connection,
      const char       *slug,
      DrillItemHistory *history,
      GError          **error)
{
  return load_keys (connection, slug, history, error) &&
         load_archived (connection, slug, history, error);
}

static gboolean
save_keys (DrillConnection *connection,
           GHashTable      *keys,
           GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  GHashTableIter             iter;
  gpointer                   name, key;

  statement = drill_connection_statement (connection, "study/put-item-name");
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &name, &key))
    {
      drill_statement_bind_text (statement, "name", name);
      drill_statement_bind_text (statement, "key", key);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
archive (DrillConnection         *connection,
         const char              *slug,
         const DrillArchivedItem *item,
         gint64                   now_ms,
         GError                 **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  const DrillIdentity       *identity = item->identity;

  statement = drill_connection_statement (connection, "study/archive-item");
  drill_statement_bind_text (statement, "key", identity->key);
  drill_statement_bind_text (statement, "pack", slug);
  drill_statement_bind_int (statement, "has_id", identity->has_id);
  drill_statement_bind_int (statement, "kind", identity->kind);
  drill_statement_bind_text (statement, "fingerprint", identity->fingerprint);
  drill_statement_bind_blob (statement,
                             "trigrams",
                             identity->trigrams != NULL ? (gconstpointer) identity->trigrams : "",
                             identity->n_trigrams * sizeof (guint32));
  drill_statement_bind_blob (statement,
                             "options",
                             identity->options != NULL ? (gconstpointer) identity->options : "",
                             identity->n_options * sizeof (guint32));
  drill_statement_bind_text (statement, "resembles", item->resembles);
  drill_statement_bind_int (statement, "at_ms", now_ms);

  return drill_statement_run (statement, error);
}

static gboolean
run_for_key (DrillConnection *connection,
             const char      *name,
             const char      *key,
             gint64           now_ms,
             GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, name);

  drill_statement_bind_text (statement, "key", key);
  if (now_ms != 0)
    drill_statement_bind_int (statement, "at_ms", now_ms);

  return drill_statement_run (statement, error);
}

static gboolean
save (DrillConnection               *connection,
      const char                    *slug,
      const DrillItemHistoryChanges *changes,
      gint64                         now_ms,
      GError                       **error)
{
  if (!save_keys (connection, changes->keys, error))
    return FALSE;

  for (guint i = 0; i < changes->returned->len; i++)
    {
      const char *key = g_ptr_array_index (changes->returned, i);

      if (!run_for_key (connection, "study/restore-item", key, 0, error))
        return FALSE;
    }
  for (guint i = 0; i < changes->archived->len; i++)
    {
      if (!archive (connection, slug, g_ptr_array_index (changes->archived, i), now_ms, error))
        return FALSE;
    }
  for (guint i = 0; i < changes->corrected->len; i++)
    {
      const char *key = g_ptr_array_index (changes->corrected, i);

      if (!run_for_key (connection, "study/insert-correction", key, MAX (now_ms, 1), error))
        return FALSE;
    }

  return TRUE;
}

static DrillItemKeeper keeper = { load, save };

void
drill_item_keeper_install (DrillConnection *connection)
{
  g_return_if_fail (connection != NULL);

  drill_connection_set_data (connection, DRILL_ITEM_KEEPER, &keeper, NULL);
}
