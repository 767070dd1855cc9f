/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Answers stay with their questions, whatever authors do to the files. */

#include "config.h"

#include "bank.h"

#include "library/importer.h"
#include "library/item-record.h"
#include "study/correction.h"

#define N_ITEMS 500
#define N_FILES 10
#define N_WORDS 400

/* What a test's author knows of an item: which one it is, whatever was done to it. */
typedef struct
{
  guint   number;
  GArray *title;  /* of guint: words */
  GArray *answer;
} Item;

typedef struct
{
  GPtrArray *items;
  GArray    *file_names; /* of guint: number in the name of each file */
  guint      next_word;
} Author;

static void
item_free (gpointer data)
{
  Item *self = data;

  g_array_unref (self->title);
  g_array_unref (self->answer);
  g_free (self);
}

static GArray *
random_words (guint n)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint word = g_test_rand_int_range (0, N_WORDS);

      g_array_append_val (words, word);
    }

  return words;
}

static void
author_init (Author *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->file_names = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      Item *item = g_new0 (Item, 1);

      item->number = i;
      item->title = random_words (6);
      item->answer = random_words (g_test_rand_int_range (30, 90));
      g_ptr_array_add (self->items, item);
    }
  for (guint i = 0; i < N_FILES; i++)
    g_array_append_val (self->file_names, i);
  self->next_word = N_WORDS;
}

static void
author_clear (Author *self)
{
  g_ptr_array_unref (self->items);
  g_array_unref (self->file_names);
}

static void
append_words (GString      *text,
              const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%sword%u", i > 0 ? " " : "", g_array_index (words, guint, i));
}

static void
write_files (Author *self,
             Bank   *bank)
{
  guint per_file = N_ITEMS / N_FILES;

  for (guint file = 0; file < N_FILES; file++)
    {
      g_autoptr (GString) text = g_string_new ("## Interview Questions\n");
      g_autofree char    *name = NULL;

      if (file == 0)
        g_string_prepend (text, "<!-- pack: bank; version: 1; format: 1 -->\n# Bank\n\n");
      for (guint i = 0; i < per_file; i++)
        {
          const Item *item = g_ptr_array_index (self->items, file * per_file + i);

          g_string_append_printf (text, "\n### %u. ", i + 1);
          append_words (text, item->title);
          g_string_append (text, "?\n\n**A:** ");
          append_words (text, item->answer);
          g_string_append (text, "\n");
        }
      name = g_strdup_printf ("pack/%c%u.md",
                              file == 0 ? 'a' : 'b',
                              g_array_index (self->file_names, guint, file));
      scratch_write (bank->scratch, name, text->str);
    }
}

static void
delete_files (Author *self,
              Bank   *bank)
{
  for (guint file = 0; file < N_FILES; file++)
    {
      g_autofree char *name = NULL;

      name = g_strdup_printf ("pack/%c%u.md",
                              file == 0 ? 'a' : 'b',
                              g_array_index (self->file_names, guint, file));
      scratch_delete (bank->scratch, name);
    }
}

static void
edit_words (Author *self,
            GArray *words)
{
  guint at = g_test_rand_int_range (0, words->len);
  guint word = self->next_word++;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      g_array_index (words, guint, at) = word;
      break;
    case 1:
      g_array_insert_val (words, at, word);
      break;
    default:
      if (words->len > 3)
        g_array_remove_index (words, at);
    }
}

/* A half year of an author: one item in five is edited in one or two places, some
 * are moved, and files get other names. */
static void
work (Author *self)
{
  for (guint i = 0; i < N_ITEMS / 5; i++)
    {
      Item *item = g_ptr_array_index (self->items, g_test_rand_int_range (0, N_ITEMS));

      for (guint n = g_test_rand_int_range (1, 3); n > 0; n--)
        edit_words (self, g_test_rand_int_range (0, 4) == 0 ? item->title : item->answer);
    }
  for (guint i = 0; i < N_ITEMS / 5; i++)
    {
      guint    a = g_test_rand_int_range (0, N_ITEMS);
      guint    b = g_test_rand_int_range (0, N_ITEMS);
      gpointer item = self->items->pdata[a];

      self->items->pdata[a] = self->items->pdata[b];
      self->items->pdata[b] = item;
    }
  for (guint i = 0; i < N_FILES; i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        g_array_index (self->file_names, guint, i) += 100;
    }
}

static DrillImportReport *
import (Bank *bank)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *pack = scratch_path (bank->scratch, "pack");
  const char        *paths[] = { pack, NULL };
  DrillImportReport *report;

  report = drill_import_run (bank->connection, paths, NOON (TODAY), NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return report;
}

/* Title to key, as the library has it. */
static GHashTable *
load_keys (Bank *bank)
{
  GHashTable      *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *rows = NULL;
  g_auto (GStrv)   lines = NULL;

  rows = scratch_sql_text (bank->scratch,
                           "data/library.db",
                           "SELECT group_concat(title || '=' || key, char (10)) FROM item");
  lines = g_strsplit (rows, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      g_hash_table_insert (keys, g_strndup (lines[i], equals - lines[i]), g_strdup (equals + 1));
    }

  return keys;
}

static char *
title_of (const Item *item)
{
  GString *title = g_string_new (NULL);

  append_words (title, item->title);
  g_string_append_c (title, '?');

  return g_string_free (title, FALSE);
}

/* Takes down the key of every item, by number. */
static GPtrArray *
keys_by_number (Author *author,
                Bank   *bank)
{
  g_autoptr (GHashTable) keys = load_keys (bank);
  GPtrArray             *all = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (all, N_ITEMS);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      const Item      *item = g_ptr_array_index (author->items, i);
      g_autofree char *title = title_of (item);

      all->pdata[item->number] = g_strdup (g_hash_table_lookup (keys, title));
      g_assert_nonnull (all->pdata[item->number]);
    }

  return all;
}

static void
count_kept (GPtrArray *before,
            GPtrArray *after,
            guint     *kept,
            guint     *wrong)
{
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_ITEMS; i++)
    g_hash_table_insert (owners, before->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      guint owner = GPOINTER_TO_UINT (g_hash_table_lookup (owners, after->pdata[i]));

      *kept += owner == i + 1;
      *wrong += owner != 0 && owner != i + 1;
    }
}

static void
lose_library (Bank *bank)
{
  g_clear_pointer (&bank->connection, drill_connection_close);
  scratch_delete (bank->scratch, "data/library.db");
  bank_reopen (bank);
}

/* The bar: 99 % of the progress is kept, and 0.1 % at most goes to another item. */
static void
test_any_edits (void)
{
  g_autoptr (Bank)      bank = bank_new ("# Empty\n");
  g_autoptr (GPtrArray) before = NULL;
  Author                author;
  guint                 kept = 0, wrong = 0, all = 0;

  scratch_delete (bank->scratch, "pack/chapter.md");
  author_init (&author);
  write_files (&author, bank);
  drill_import_report_free (import (bank));
  before = keys_by_number (&author, bank);

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (DrillImportReport) report = NULL;
      g_autoptr (GPtrArray)         after = NULL;

      delete_files (&author, bank);
      work (&author);
      write_files (&author, bank);
      report = import (bank);
      g_assert_cmpuint (report->new_items + report->unchanged_items + report->matched_items +
                            report->asked_items,
                        ==,
                        N_ITEMS);

      /* library.db is a cache: without it the keys are the same. */
      if (round % 2 == 1)
        {
          lose_library (bank);
          drill_import_report_free (import (bank));
        }
      after = keys_by_number (&author, bank);
      count_kept (before, after, &kept, &wrong);
      all += N_ITEMS;
      g_ptr_array_unref (before);
      before = g_steal_pointer (&after);
    }
  g_test_message ("%u of %u kept, %u wrong", kept, all, wrong);
  g_assert_cmpfloat ((double) kept / all, >=, 0.99);
  g_assert_cmpfloat ((double) wrong / all, <=, 0.001);

  author_clear (&author);
}

#define CHAPTER(title, answer, more) \
  "<!-- pack: bank; version: 1; format: 1 -->\n# Bank\n\n## Interview Questions\n\n" \
  "### 1. " title "\n" more "\n**A:** " answer "\n"

#define ANSWER "the pool is empty so every request waits for a connection that nobody gives back"

static char *
only_key (Bank *bank)
{
  return scratch_sql_text (bank->scratch, "data/library.db", "SELECT key FROM item");
}

/* Gone for a while and somewhat different when it is back, with a library that knew
 * nothing of it: the history was kept. */
static void
test_archive (void)
{
  g_autoptr (Bank)              bank = bank_new (CHAPTER ("Why is it slow?", ANSWER, ""));
  g_autoptr (DrillImportReport) gone = NULL;
  g_autoptr (DrillImportReport) back = NULL;
  g_autofree char              *key = only_key (bank);
  g_autofree char              *again = NULL;

  bank_answer (bank, key, DRILL_RATING_GOOD, NOON (TODAY));
  scratch_write (bank->scratch, "pack/chapter.md", "<!-- pack: bank; format: 1 -->\n# Bank\n");
  gone = import (bank);
  g_assert_cmpuint (gone->archived_items, ==, 1);
  g_assert_cmpint (bank_int (bank, "SELECT count(*) FROM archived_item"), ==, 1);
  lose_library (bank);
  drill_import_report_free (import (bank));

  scratch_write (bank->scratch,
                 "pack/chapter.md",
                 CHAPTER ("Why is it so slow?", ANSWER " at all", ""));
  back = import (bank);
  g_assert_cmpuint (back->matched_items, ==, 1);
  g_assert_cmpuint (back->new_items, ==, 0);
  again = only_key (bank);
  g_assert_cmpstr (again, ==, key);
  g_assert_cmpint (bank_int (bank, "SELECT count(*) FROM archived_item"), ==, 0);
  g_assert_cmpuint (bank_card (bank, again).reps, ==, 1);
}

/* An id that is given, and one that replaces another, keep the key. Either can be
 * looked up. */
static void
test_ids (void)
{
  g_autoptr (Bank)            bank = bank_new (CHAPTER ("Why is it slow?", ANSWER, ""));
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *key = only_key (bank);
  g_autofree char            *given = NULL;
  g_autofree char            *renamed = NULL;

  scratch_write (bank->scratch,
                 "pack/chapter.md",
                 CHAPTER ("Why is it slow?", ANSWER, "<!-- id: why-slow -->\n"));
  drill_import_report_free (import (bank));
  given = only_key (bank);
  g_assert_cmpstr (given, ==, key);

  scratch_write (bank->scratch,
                 "pack/chapter.md",
                 CHAPTER ("Something else?", "of which", "<!-- id: pool; was: why-slow -->\n"));
  drill_import_report_free (import (bank));
  renamed = only_key (bank);
  g_assert_cmpstr (renamed, ==, key);
  record = drill_item_record_load (bank->connection, "bank/pool", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->key, ==, key);
}

/* The author adds the header: every name has another slug. */
static void
test_pack_is_named (void)
{
  g_autoptr (Bank) bank = bank_new ("## Interview Questions\n\n### 1. Why is it slow?\n\n**A:** " ANSWER
                                    "\n");
  g_autofree char *key = only_key (bank);
  g_autofree char *named = NULL;

  g_assert_true (g_str_has_prefix (key, "pack/"));
  scratch_write (bank->scratch, "pack/chapter.md", CHAPTER ("Why is it slow?", ANSWER, ""));
  drill_import_report_free (import (bank));
  named = only_key (bank);
  g_assert_cmpstr (named, ==, key);
}

#define MCQ(key) \
  "<!-- pack: bank; version: 1; format: 1 -->\n# Bank\n\n## MCQ Section\n\n" \
  "### 1. Which of them waits for the pool?\n\n- A. The request\n- B. The kernel\n" \
  "- C. The disk of the server\n\n**Correct Answer:** " key "\n"

static void
test_correction (void)
{
  g_autoptr (Bank)   bank = bank_new (MCQ ("A"));
  g_autoptr (GError) error = NULL;
  g_autofree char   *key = only_key (bank);
  gboolean           is_news;

  bank_answer (bank, key, DRILL_RATING_EASY, NOON (TODAY - 2));
  g_assert_cmpint (bank_card (bank, key).due_day, >, TODAY + 1);
  scratch_write (bank->scratch, "pack/chapter.md", MCQ ("C"));
  drill_import_report_free (import (bank));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (drill_corrections_apply (bank->connection, bank->rules, NOON (TODAY), &error));
      g_assert_no_error (error);
      g_assert_cmpint (bank_int (bank, "SELECT count(*) FROM mark"), ==, 1);
    }
  g_assert_cmpint (bank_card (bank, key).due_day, ==, TODAY + 1);
  g_assert_cmpuint (bank_card (bank, key).reps, ==, 1);
  drill_correction_is_news (bank->connection, key, &is_news, &error);
  g_assert_no_error (error);
  g_assert_true (is_news);

  bank_answer (bank, key, DRILL_RATING_GOOD, NOON (TODAY + 1));
  drill_correction_is_news (bank->connection, key, &is_news, &error);
  g_assert_no_error (error);
  g_assert_false (is_news);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/identity/any-edits", test_any_edits);
  g_test_add_func ("/study/identity/archive", test_archive);
  g_test_add_func ("/study/identity/ids", test_ids);
  g_test_add_func ("/study/identity/pack-is-named", test_pack_is_named);
  g_test_add_func ("/study/identity/correction", test_correction);

  return g_test_run ();
}
