/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A disk that is full or broken at the Nth write, for every N up to 60: an answer
 * is stored or it is not, the caller is told which, and the same answer can be
 * stored once the disk is repaired.
 */

#include "config.h"

#include "failing-vfs.h"
#include "scratch.h"

#include "library/importer.h"
#include "store/error.h"
#include "study/answer.h"
#include "study/workspace.h"

#include <sqlite3.h>

#define N_FAULTS 60
#define DAY_MS   (24 * G_GINT64_CONSTANT (3600000))
#define N_KEYS   7

typedef struct
{
  const char *name;
  int         sqlite_code;
  gboolean    stays_broken;
  int         error_code; /* of DRILL_STORE_ERROR */
} Fault;

static const Fault faults[] = {
  { "io-error-once", SQLITE_IOERR_WRITE, FALSE, DRILL_STORE_ERROR_FAILED },
  { "io-error-stays", SQLITE_IOERR_FSYNC, TRUE, DRILL_STORE_ERROR_FAILED },
  { "full-once", SQLITE_FULL, FALSE, DRILL_STORE_ERROR_FULL },
  { "full-stays", SQLITE_FULL, TRUE, DRILL_STORE_ERROR_FULL },
};

typedef struct
{
  Scratch         *scratch;
  char            *folder;
  DrillConnection *connection;
  DrillRules      *rules;
  const Fault     *fault;
  guint            answers; /* that must be there */
} Fixture;

static void
open_workspace (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->connection = drill_workspace_open (fixture->folder,
                                              DRILL_CONNECTION_READ_WRITE,
                                              NULL,
                                              &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->fault = data;
  fixture->scratch = scratch_new ();
  fixture->folder = scratch_path (fixture->scratch, "data");
  fixture->rules = drill_rules_new ();
  open_workspace (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  failing_vfs_repair ();
  g_clear_pointer (&fixture->connection, drill_connection_close);
  drill_rules_free (fixture->rules);
  g_free (fixture->folder);
  scratch_free (fixture->scratch);
}

/* Nothing lost, nothing doubled, and the states follow from the facts. */
static void
check_facts (Fixture *fixture)
{
  static const char *const all = "SELECT * FROM card_state ORDER BY card";
  g_autoptr (GError)       error = NULL;
  g_autofree char         *stored = NULL;
  g_autofree char         *replayed = NULL;

  drill_connection_check_integrity (fixture->connection, "main", &error);
  g_assert_no_error (error);
  g_assert_cmpint (scratch_sql_int (fixture->scratch,
                                    "data/progress.db",
                                    "SELECT count(*) FROM review"),
                   ==,
                   fixture->answers);
  stored = scratch_sql_dump (fixture->scratch, "data/progress.db", all);
  drill_answer_replay_all (fixture->connection, fixture->rules, &error);
  g_assert_no_error (error);
  replayed = scratch_sql_dump (fixture->scratch, "data/progress.db", all);
  g_assert_cmpstr (stored, ==, replayed);
}

static DrillAnswer *
next_answer (Fixture *fixture)
{
  g_autofree char *key = g_strdup_printf ("disk/item-%u", fixture->answers % N_KEYS);
  DrillAnswer     *answer;

  answer = drill_answer_new (key,
                             DRILL_OCCASION_REVIEW,
                             DRILL_RATING_AGAIN + fixture->answers % DRILL_N_RATINGS,
                             G_GINT64_CONSTANT (1700000000000) + fixture->answers * DAY_MS / 3,
                             1000);

  /* Several pages, so that a fault can come in the middle of a transaction. */
  answer->words = g_strnfill (10000, 'w');

  return answer;
}

/* Returns: whether the answer was stored at once; when not, it is afterwards. */
static gboolean
record_somehow (Fixture *fixture)
{
  g_autoptr (DrillAnswer) answer = next_answer (fixture);
  g_autoptr (GError)      error = NULL;
  DrillCard               card;
  DrillCard               stored;
  gboolean                at_once;

  at_once = drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error);
  if (!at_once)
    {
      g_assert_error (error, DRILL_STORE_ERROR, fixture->fault->error_code);
      g_assert_nonnull (strstr (error->message, "progress.db"));
      g_clear_error (&error);
      g_assert_cmpuint (failing_vfs_repair (), >, 0);

      drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error);
      g_assert_no_error (error);
    }
  else
    {
      g_assert_no_error (error);
    }
  fixture->answers++;

  drill_answer_load_card (fixture->connection, answer->key, &stored, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored.last_review_ms, ==, answer->at_ms);
  g_assert_cmpuint (stored.reps, ==, card.reps);

  return at_once;
}

static void
test_record (Fixture      *fixture,
             gconstpointer data)
{
  guint refused = 0;

  for (guint nth = 1; nth <= N_FAULTS; nth++)
    {
      failing_vfs_arm (nth, fixture->fault->sqlite_code, fixture->fault->stays_broken);

      /* So many answers reach the 60th operation for certain. */
      for (guint i = 0; i < N_FAULTS; i++)
        {
          if (!record_somehow (fixture))
            {
              refused++;
              break;
            }
        }
      failing_vfs_repair ();
    }

  /* A fault while the log is copied back comes after the commit: it harms nothing
   * and refuses nothing. */
  g_assert_cmpuint (refused, >=, N_FAULTS * 9 / 10);
  check_facts (fixture);

  /* What is on the disk is what the connection saw. */
  g_clear_pointer (&fixture->connection, drill_connection_close);
  open_workspace (fixture);
  check_facts (fixture);
}

/* Closing copies the log into the database; when that fails, the log remains. */
static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  guint reached = 0;

  for (guint nth = 1; nth <= N_FAULTS; nth++)
    {
      for (guint i = 0; i < 4; i++)
        g_assert_true (record_somehow (fixture));
      failing_vfs_arm (nth, fixture->fault->sqlite_code, fixture->fault->stays_broken);
      g_clear_pointer (&fixture->connection, drill_connection_close);
      reached += failing_vfs_repair () > 0;

      open_workspace (fixture);
      check_facts (fixture);
    }
  g_assert_cmpuint (reached, >, 5);
}

static gboolean
try_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->connection = drill_workspace_open (fixture->folder,
                                              DRILL_CONNECTION_READ_WRITE,
                                              NULL,
                                              &error);
  if (fixture->connection == NULL)
    g_assert_error (error, DRILL_STORE_ERROR, fixture->fault->error_code);
  else
    g_assert_no_error (error);

  return fixture->connection != NULL;
}

/* A workspace is made from nothing: half of it never counts as a workspace. */
static void
test_open_new (Fixture      *fixture,
               gconstpointer data)
{
  guint refused = 0;

  for (guint nth = 1; nth <= N_FAULTS; nth++)
    {
      g_clear_pointer (&fixture->connection, drill_connection_close);
      scratch_delete (fixture->scratch, "data");
      fixture->answers = 0;

      failing_vfs_arm (nth, fixture->fault->sqlite_code, fixture->fault->stays_broken);
      refused += !try_open (fixture);
      failing_vfs_repair ();

      if (fixture->connection == NULL)
        open_workspace (fixture);
      g_assert_true (record_somehow (fixture));
      check_facts (fixture);
    }
  g_assert_cmpuint (refused, >, 5);
}

/* An import comes in as a whole or not at all. */
static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *pack = scratch_path (fixture->scratch, "pack");
  const char      *paths[] = { pack, NULL };
  guint            refused = 0;

  for (guint nth = 1; nth <= N_FAULTS; nth++)
    {
      g_autoptr (DrillImportReport) report = NULL;
      g_autoptr (GError)            error = NULL;
      g_autofree char              *title = NULL;
      g_autofree char              *text = NULL;
      g_autofree char              *old_title = NULL;

      old_title = scratch_sql_text (fixture->scratch, "data/library.db", "SELECT title FROM item");
      text = g_strdup_printf ("# Disk\n\n## Questions\n\n### 1. Version %u?\n\n**A:** Yes.\n", nth);
      scratch_write (fixture->scratch, "pack/disk.md", text);

      failing_vfs_arm (nth, fixture->fault->sqlite_code, fixture->fault->stays_broken);
      report = drill_import_run (fixture->connection, paths, 1, NULL, NULL, NULL, &error);
      failing_vfs_repair ();

      title = scratch_sql_text (fixture->scratch, "data/library.db", "SELECT title FROM item");
      if (report == NULL)
        {
          g_assert_error (error, DRILL_STORE_ERROR, fixture->fault->error_code);
          g_assert_cmpstr (title, ==, old_title);
          refused++;
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpstr (title, !=, old_title);
        }
      g_clear_error (&error);
      drill_connection_check_integrity (fixture->connection, "library", &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (refused, >, 5);
}

static void
add_tests (const char *name,
           void (*test) (Fixture      *fixture,
                         gconstpointer data))
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/crash/disk/%s/%s", name, faults[i].name);

      g_test_add (path, Fixture, &faults[i], set_up, test, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();

  add_tests ("record", test_record);
  add_tests ("close", test_close);
  add_tests ("open-new", test_open_new);
  add_tests ("import", test_import);

  return g_test_run ();
}
