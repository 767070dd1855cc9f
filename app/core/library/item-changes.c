/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Who is who after an import.
 *
 *   before: items of the files that will be written anew or are gone
 *   after:  items of the files that were written
 *
 *   key in both            it is the same item, edited or not
 *   only before, archived  gone
 *   only after             new, unless it matches one that is gone: then it gets
 *                          that one's key, and all that refers to the key goes on
 *
 * A name is what an item is called by its id or, without one, by its content. The
 * key is the name that it was first seen under. Where they have come to differ, a
 * row says so; it is kept with the answers, since the files do not tell it.
 */

#include "config.h"

#include "library/item-changes.h"

#include "library/item-history.h"

#include <string.h>

/* An item that was written. */
typedef struct
{
  gint64        row;
  char         *key;
  char         *name;
  DrillItemKind kind;
  char         *fingerprint;
  char         *title_markdown;
} Written;

struct _DrillItemChanges
{
  DrillConnection        *connection;
  char                   *slug;
  const DrillItemKeeper  *keeper;  /* nullable */
  DrillItemHistory        history;
  GHashTable             *was;     /* name to the name that it had */
  GHashTable             *before;  /* key to DrillIdentity */
  GArray                 *files;   /* gint64: that were written */
  DrillItemHistoryChanges changes;
};

static void
written_free (gpointer data)
{
  Written *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self->fingerprint);
  g_free (self->title_markdown);
  g_free (self);
}

static void
identity_free (gpointer data)
{
  drill_identity_free (data);
}

static void
archived_free (gpointer data)
{
  DrillArchivedItem *self = data;

  drill_identity_free (self->identity);
  g_free (self->resembles);
  g_free (self);
}

/* Returns: (nullable): NULL on error */
DrillItemChanges *
drill_item_changes_new (DrillConnection *connection,
                        const char      *slug,
                        GError         **error)
{
  g_autoptr (DrillItemChanges) self = NULL;

  g_return_val_if_fail (connection != NULL && slug != NULL, NULL);

  self = g_new0 (DrillItemChanges, 1);
  self->connection = connection;
  self->slug = g_strdup (slug);
  self->keeper = drill_connection_get_data (connection, DRILL_ITEM_KEEPER);
  self->history.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->history.archived = g_ptr_array_new_with_free_func (identity_free);
  self->was = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, identity_free);
  self->files = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->changes.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->changes.archived = g_ptr_array_new_with_free_func (archived_free);
  self->changes.returned = g_ptr_array_new_with_free_func (g_free);
  self->changes.corrected = g_ptr_array_new_with_free_func (g_free);
  if (self->keeper != NULL && !self->keeper->load (connection, slug, &self->history, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
drill_item_changes_free (DrillItemChanges *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_hash_table_unref (self->history.keys);
  g_ptr_array_unref (self->history.archived);
  g_hash_table_unref (self->was);
  g_hash_table_unref (self->before);
  g_array_unref (self->files);
  g_hash_table_unref (self->changes.keys);
  g_ptr_array_unref (self->changes.archived);
  g_ptr_array_unref (self->changes.returned);
  g_ptr_array_unref (self->changes.corrected);
  g_free (self);
}

const char *
drill_item_changes_get_key (DrillItemChanges *self,
                            const char       *name)
{
  const char *key;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  key = g_hash_table_lookup (self->history.keys, name);

  return key != NULL ? key : name;
}

void
drill_item_changes_set_was (DrillItemChanges *self,
                            const char       *name,
                            const char       *was)
{
  g_return_if_fail (self != NULL && name != NULL && was != NULL);

  g_hash_table_insert (self->was, g_strdup (name), g_strdup (was));
}

static gboolean
load_parts (DrillItemChanges *self,
            gint64            row,
            DrillItem        *item,
            GError          **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (self->connection, "library/parts-of-item");
  drill_statement_bind_int (statement, "item", row);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      DrillPart *part = g_new0 (DrillPart, 1);

      part->role = drill_statement_int (statement, 0);
      part->markdown = g_strdup (drill_statement_text (statement, 3));
      g_ptr_array_add (item->parts, part);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_options (DrillItemChanges *self,
              gint64            row,
              DrillItem        *item,
              GError          **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (self->connection, "library/options-of-item");
  drill_statement_bind_int (statement, "item", row);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      DrillOption *option = g_new0 (DrillOption, 1);

      option->markdown = g_strdup (drill_statement_text (statement, 1));
      option->reason = g_strdup (drill_statement_text (statement, 2));
      option->correct = drill_statement_int (statement, 3) != 0;
      g_ptr_array_add (item->options, option);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
has_id (const Written *written)
{
  const char *id = strchr (written->name, '/') + 1;

  return strncmp (id, written->fingerprint, MIN (strlen (id), 16)) != 0;
}

/* Returns: (transfer full) (nullable): NULL on error */
static DrillIdentity *
identify (DrillItemChanges *self,
          const Written    *written,
          GError          **error)
{
  g_autoptr (DrillItem) item = drill_item_new (written->kind);

  g_free (item->title_markdown);
  item->title_markdown = g_strdup (written->title_markdown);
  g_free (item->fingerprint);
  item->fingerprint = g_strdup (written->fingerprint);
  if (!load_parts (self, written->row, item, error) ||
      !load_options (self, written->row, item, error))
    return NULL;

  return drill_identity_new (written->key, has_id (written), item);
}

/* Returns: (transfer full) (element-type Written) (nullable): NULL on error */
static GPtrArray *
load_written (DrillItemChanges *self,
              gint64            file,
              GError          **error)
{
  g_autoptr (GPtrArray)      items = g_ptr_array_new_with_free_func (written_free);
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  row = drill_connection_statement (self->connection, "library/identities-of-file");
  drill_statement_bind_int (row, "file", file);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      Written *item = g_new0 (Written, 1);

      item->row = drill_statement_int (row, 0);
      item->key = g_strdup (drill_statement_text (row, 1));
      item->name = g_strdup (drill_statement_text (row, 2));
      item->kind = drill_statement_int (row, 3);
      item->fingerprint = g_strdup (drill_statement_text (row, 4));
      item->title_markdown = g_strdup (drill_statement_text (row, 5));
      g_ptr_array_add (items, item);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

/* Looks at the items of @file as long as they are there. */
gboolean
drill_item_changes_remember (DrillItemChanges *self,
                             gint64            file,
                             GError          **error)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  items = load_written (self, file, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      DrillIdentity *identity = identify (self, g_ptr_array_index (items, i), error);

      if (identity == NULL)
        return FALSE;
      g_hash_table_replace (self->before, identity->key, identity);
    }

  return items != NULL;
}

void
drill_item_changes_written (DrillItemChanges *self,
                            gint64            file)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->files, file);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const DrillIdentity *left = *(DrillIdentity *const *) a;
  const DrillIdentity *right = *(DrillIdentity *const *) b;

  return strcmp (left->key, right->key);
}

static void
report_match (DrillImportReport   *report,
              const char          *key,
              const DrillIdentity *before,
              const DrillIdentity *after,
              DrillMatchHow        how,
              double               similarity)
{
  DrillImportMatch *match = g_new0 (DrillImportMatch, 1);

  match->key = g_strdup (key);
  match->old_key = g_strdup (before->key);
  match->how = how;
  match->similarity = similarity;
  match->is_edited = !g_str_equal (before->fingerprint, after->fingerprint);
  match->answer_changed = drill_identity_answer_changed (before, after);
  g_ptr_array_add (report->matches, match);
}

/* An item that has its key still. */
static gboolean
settle_kept (DrillItemChanges    *self,
             const Written       *written,
             const DrillIdentity *before,
             DrillImportReport   *report,
             GError             **error)
{
  g_autoptr (DrillIdentity) after = NULL;

  if (g_str_equal (before->fingerprint, written->fingerprint))
    {
      report->unchanged_items++;
      return TRUE;
    }

  after = identify (self, written, error);
  if (after == NULL)
    return FALSE;
  report->matched_items++;
  report_match (report,
                written->key,
                before,
                after,
                DRILL_MATCH_ID,
                drill_identity_compare (before, after));
  if (drill_identity_answer_changed (before, after))
    g_ptr_array_add (self->changes.corrected, g_strdup (written->key));

  return TRUE;
}

/* Gives a written item the key of the one that it was. */
static gboolean
give_key (DrillItemChanges *self,
          const Written    *written,
          const char       *key,
          GError          **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (self->connection, "library/set-item-key");
  drill_statement_bind_int (statement, "item", written->row);
  drill_statement_bind_text (statement, "key", key);
  if (!drill_statement_run (statement, error))
    return FALSE;
  g_hash_table_insert (self->changes.keys, g_strdup (written->name), g_strdup (key));

  return TRUE;
}

static gboolean
has_item (DrillItemChanges *self,
          const char       *key)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (self->connection, "library/item-place");
  drill_statement_bind_text (statement, "key", key);

  return drill_statement_step (statement, NULL) == DRILL_STEP_ROW;
}

/* Splits what was written into items that were there before and others.
 * @seen: (element-type utf8): keys that are there still */
static gboolean
sort_out (DrillItemChanges  *self,
          GHashTable        *seen,
          GPtrArray         *fresh,
          DrillImportReport *report,
          GError           **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_autoptr (GPtrArray) items = NULL;

      items = load_written (self, g_array_index (self->files, gint64, i), error);
      if (items == NULL)
        return FALSE;
      while (items->len > 0)
        {
          Written             *written = g_ptr_array_steal_index_fast (items, items->len - 1);
          const DrillIdentity *before = g_hash_table_lookup (self->before, written->key);
          gboolean             done = TRUE;

          g_hash_table_add (seen, g_strdup (written->key));
          if (before == NULL)
            {
              g_ptr_array_add (fresh, written);
              continue;
            }
          done = settle_kept (self, written, before, report, error);
          written_free (written);
          if (!done)
            return FALSE;
        }
    }

  return TRUE;
}

/* Items that say which id they had. What has been settled is taken out of @fresh. */
static gboolean
settle_renamed (DrillItemChanges  *self,
                GHashTable        *seen,
                GPtrArray         *fresh,
                DrillImportReport *report,
                GError           **error)
{
  guint n = g_hash_table_size (self->was) > 0 ? fresh->len : 0;

  for (guint i = n; i-- > 0;)
    {
      const Written            *written = g_ptr_array_index (fresh, i);
      const char               *was = g_hash_table_lookup (self->was, written->name);
      const DrillIdentity      *before;
      const char               *key;
      g_autoptr (DrillIdentity) after = NULL;

      if (was == NULL)
        continue;
      key = drill_item_changes_get_key (self, was);
      if (has_item (self, key))
        continue;
      before = g_hash_table_lookup (self->before, key);
      after = identify (self, written, error);
      if (after == NULL || !give_key (self, written, key, error))
        return FALSE;
      g_hash_table_add (seen, g_strdup (key));
      report->matched_items++;
      report_match (report,
                    key,
                    before != NULL ? before : after,
                    after,
                    DRILL_MATCH_ID,
                    before != NULL ? drill_identity_compare (before, after) : 1);
      if (before != NULL && drill_identity_answer_changed (before, after))
        g_ptr_array_add (self->changes.corrected, g_strdup (key));
      g_ptr_array_remove_index (fresh, i);
    }

  return TRUE;
}

/* Returns: (transfer container) (element-type DrillIdentity): what is gone now or
 * has been gone before, in the order of their keys. Those that are there again
 * under their own key are taken down as returned. */
static GPtrArray *
find_gone (DrillItemChanges *self,
           GHashTable       *seen)
{
  GPtrArray     *gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       key, identity;

  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &key, &identity))
    {
      if (!g_hash_table_contains (seen, key))
        g_ptr_array_add (gone, identity);
    }
  for (guint i = 0; i < self->history.archived->len; i++)
    {
      DrillIdentity *archived = g_ptr_array_index (self->history.archived, i);

      if (g_hash_table_contains (seen, archived->key))
        g_ptr_array_add (self->changes.returned, g_strdup (archived->key));
      else if (!g_hash_table_contains (self->before, archived->key) &&
               !has_item (self, archived->key))
        g_ptr_array_add (gone, archived);
    }
  g_ptr_array_sort (gone, compare_keys);

  return gone;
}

static gboolean
settle_match (DrillItemChanges    *self,
              const Written       *written,
              const DrillIdentity *before,
              const DrillIdentity *after,
              const DrillMatch    *match,
              DrillImportReport   *report,
              GError             **error)
{
  report_match (report, before->key, before, after, match->how, match->similarity);
  if (!give_key (self, written, before->key, error))
    return FALSE;
  report->matched_items++;
  if (!g_hash_table_contains (self->before, before->key))
    g_ptr_array_add (self->changes.returned, g_strdup (before->key));
  if (drill_identity_answer_changed (before, after))
    g_ptr_array_add (self->changes.corrected, g_strdup (before->key));

  return TRUE;
}

static void
archive (DrillItemChanges    *self,
         const DrillIdentity *identity,
         const char          *resembles)
{
  DrillArchivedItem *item = g_new0 (DrillArchivedItem, 1);

  item->identity = drill_identity_new_stored (identity->key,
                                              identity->has_id,
                                              identity->kind,
                                              identity->fingerprint,
                                              identity->trigrams,
                                              identity->n_trigrams * sizeof (guint32),
                                              identity->options,
                                              identity->n_options * sizeof (guint32));
  item->resembles = g_strdup (resembles);
  g_ptr_array_add (self->changes.archived, item);
}

/* Matches what is new with what is gone. */
static gboolean
settle_fresh (DrillItemChanges  *self,
              GPtrArray         *gone,
              GPtrArray         *fresh,
              DrillImportReport *report,
              GError           **error)
{
  g_autoptr (GPtrArray)  identities = g_ptr_array_new_with_free_func (identity_free);
  g_autoptr (GArray)     matches = NULL;
  g_autoptr (GHashTable) settled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; gone->len > 0 && i < fresh->len; i++)
    {
      DrillIdentity *identity = identify (self, g_ptr_array_index (fresh, i), error);

      if (identity == NULL)
        return FALSE;
      g_ptr_array_add (identities, identity);
    }

  matches = drill_identity_match (gone, identities);
  for (guint i = 0; i < matches->len; i++)
    {
      const DrillMatch *match = &g_array_index (matches, DrillMatch, i);
      DrillIdentity    *before = g_ptr_array_index (gone, match->old_item);
      DrillIdentity    *after = g_ptr_array_index (identities, match->new_item);

      g_hash_table_add (settled, before);
      if (match->how == DRILL_MATCH_ASK)
        {
          report->asked_items++;
          report_match (report, after->key, before, after, match->how, match->similarity);
          archive (self, before, after->key);
        }
      else if (!settle_match (self,
                              g_ptr_array_index (fresh, match->new_item),
                              before,
                              after,
                              match,
                              report,
                              error))
        return FALSE;
    }

  report->new_items += fresh->len - matches->len;
  for (guint i = 0; i < gone->len; i++)
    {
      const DrillIdentity *identity = g_ptr_array_index (gone, i);

      if (g_hash_table_contains (settled, identity) ||
          !g_hash_table_contains (self->before, identity->key))
        continue;
      report->archived_items++;
      archive (self, identity, NULL);
    }

  return TRUE;
}

/* After everything was written: adds to @report, and has the keeper take down what
 * the files do not tell. */
gboolean
drill_item_changes_settle (DrillItemChanges  *self,
                           DrillImportReport *report,
                           gint64             now_ms,
                           GError           **error)
{
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GPtrArray)  fresh = g_ptr_array_new_with_free_func (written_free);
  g_autoptr (GPtrArray)  gone = NULL;

  g_return_val_if_fail (self != NULL && report != NULL, FALSE);

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!sort_out (self, seen, fresh, report, error) ||
      !settle_renamed (self, seen, fresh, report, error))
    return FALSE;
  gone = find_gone (self, seen);
  if (!settle_fresh (self, gone, fresh, report, error))
    return FALSE;

  return self->keeper == NULL ||
         self->keeper->save (self->connection, self->slug, &self->changes, now_ms, error);
}
