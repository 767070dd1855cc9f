/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A large collection in a temporary folder: questions in the library, each answered ten
 * times. The reviews lie in the file as they come in life, all cards mixed. TMPDIR says
 * on which disk.
 */

#include "config.h"

#include "large-bank.h"

#include "scratch.h"

#include "library/importer.h"
#include "study/workspace.h"

#include <stdlib.h>

#define QUESTIONS_A_FILE 1000

static void
check (gboolean      success,
       const GError *error)
{
  if (!success)
    g_error ("%s", error->message);
}

static void
write_pack (LargeBank *bank)
{
  for (guint first = 0; first < bank->n_cards; first += QUESTIONS_A_FILE)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char    *name = g_strdup_printf ("pack/chapter-%u.md", first / QUESTIONS_A_FILE);

      g_string_append (text,
                       "<!-- pack: bench; version: 1; format: 1 -->\n# Bench\n\n"
                       "## Core Interview Questions\n");
      for (guint i = first; i < MIN (first + QUESTIONS_A_FILE, bank->n_cards); i++)
        g_string_append_printf (text,
                                "\n### %u. What is number %u?\n<!-- id: n%u; topics: t%u -->\n\n"
                                "**A:** It is number %u.\n",
                                i - first + 1,
                                i,
                                i,
                                i % 50,
                                i);
      scratch_write (bank->scratch, name, text->str);
    }
}

static void
import_pack (LargeBank *bank)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = scratch_path (bank->scratch, "pack");
  const char                   *paths[] = { pack, NULL };

  report = drill_import_run (bank->connection, paths, 1, NULL, NULL, NULL, &error);
  check (report != NULL, error);
}

/* Facts as they would have been recorded, round by round over all cards. A session ends
 * a card's steps, so none is left in them. */
static void
write_facts (LargeBank *bank)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf (
      "BEGIN;"
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u)"
      "INSERT INTO card (id, key) SELECT i + 1, 'bench/n' || i FROM n;"
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u),"
      "  fact (i, card, turn) AS (SELECT i, i %% %u, i / %u FROM n),"
      "  dated AS (SELECT *, %d + card %% 300 + turn * (turn + 1) * 3 AS day FROM fact)"
      "INSERT INTO review (id, uuid, card, kind, rating, at_ms, day, duration_ms, device)"
      "  SELECT i + 1, randomblob (16), card + 1, 1,"
      "         CASE WHEN turn = %d THEN 3 ELSE"
      "         CASE (card * 7 + turn * 5) %% 11 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 ELSE 3 END END,"
      "         day * 86400000 + 43200000 + card, day, 5000 + card %% 9000, zeroblob (16)"
      "    FROM dated;"
      "COMMIT;",
      bank->n_cards,
      bank->n_cards * LARGE_BANK_REVIEWS,
      bank->n_cards,
      bank->n_cards,
      LARGE_BANK_FIRST_DAY,
      LARGE_BANK_REVIEWS - 1);
  scratch_sql_run (bank->scratch, "data/progress.db", sql);
}

/**
 * large_bank_new:
 * @n_cards: at least 1000
 *
 * What follows from the facts is left to be computed, with drill_fold_all().
 */
LargeBank *
large_bank_new (guint n_cards)
{
  LargeBank         *bank = g_new0 (LargeBank, 1);
  g_autoptr (GError) error = NULL;

  bank->n_cards = n_cards;
  bank->scratch = scratch_new ();
  bank->folder = scratch_path (bank->scratch, "data");
  bank->rules = drill_rules_new ();
  g_time_zone_unref (bank->rules->time_zone);
  bank->rules->time_zone = g_time_zone_new_utc ();
  bank->connection = drill_workspace_open (bank->folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  check (bank->connection != NULL, error);
  write_pack (bank);
  import_pack (bank);
  write_facts (bank);

  return bank;
}

/* Deletes the folder. */
void
large_bank_free (LargeBank *bank)
{
  if (bank->connection != NULL)
    drill_connection_close (bank->connection);
  drill_rules_free (bank->rules);
  scratch_free (bank->scratch);
  g_free (bank->folder);
  g_free (bank);
}
