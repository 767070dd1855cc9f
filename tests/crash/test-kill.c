/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Kills a writing program over and over, wherever it happens to be: opening,
 * migrating, importing, answering. What it had promised must be there, whole.
 */

#include "config.h"

#include "killer.h"
#include "scratch.h"

#include "study/answer.h"
#include "study/workspace.h"

#include <string.h>

#define N_WORKSPACES        10
#define KILLS_PER_WORKSPACE 12
#define N_ITEMS             5
#define UUID_DIGITS         32

typedef struct
{
  Scratch *scratch;
  guint    kills;
  guint    promised; /* answers that the writer said were stored */
} Workspace;

/* Every version of the pack says in each title which version it is. */
static void
write_pack (Workspace *workspace)
{
  g_autoptr (GString) text = g_string_new ("<!-- pack: crash; format: 1 -->\n# Crash\n\n"
                                           "## Core Interview Questions\n\n");

  for (guint i = 0; i < N_ITEMS; i++)
    g_string_append_printf (text,
                            "### %u. Question %u of version %u?\n<!-- id: item-%u -->\n\n"
                            "**A:** Yes.\n\n",
                            i + 1,
                            i,
                            workspace->kills,
                            i);
  scratch_write (workspace->scratch, "pack/crash.md", text->str);
}

/* Returns: (transfer full): what the writer said before it was killed */
static char *
run_and_kill (Workspace *workspace)
{
  g_autofree char *data = scratch_path (workspace->scratch, "data");
  g_autofree char *pack = scratch_path (workspace->scratch, "pack");

  workspace->kills++;

  return killer_run (g_getenv ("DRILL_CRASH_WRITER"), data, pack);
}

static void
check_promises (Workspace  *workspace,
                const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  gint64         facts;

  /* Behind the last line break there is nothing, or half a line. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_autofree char *sql = NULL;

      g_assert_cmpuint (strlen (lines[i]), ==, UUID_DIGITS);
      sql = g_strdup_printf ("SELECT count(*) FROM review WHERE uuid = x'%s'", lines[i]);
      g_assert_cmpint (scratch_sql_int (workspace->scratch, "data/progress.db", sql), ==, 1);
      workspace->promised++;
    }

  /* Each kill can hide one answer that is stored but was not reported any more. */
  facts = scratch_sql_int (workspace->scratch,
                           "data/progress.db",
                           "SELECT count(*) FROM review");
  g_assert_cmpint (facts, >=, workspace->promised);
  g_assert_cmpint (facts, <=, workspace->promised + workspace->kills);
}

static void
check_states (Workspace       *workspace,
              DrillConnection *connection)
{
  static const char *const all = "SELECT * FROM card_state ORDER BY card";
  g_autoptr (DrillRules)   rules = drill_rules_new ();
  g_autoptr (GError)       error = NULL;
  g_autofree char         *stored = NULL;
  g_autofree char         *replayed = NULL;

  stored = scratch_sql_dump (workspace->scratch, "data/progress.db", all);
  drill_answer_replay_all (connection, rules, &error);
  g_assert_no_error (error);
  replayed = scratch_sql_dump (workspace->scratch, "data/progress.db", all);
  g_assert_cmpstr (stored, ==, replayed);
}

/* The library holds one version of the pack as a whole, or nothing yet. */
static void
check_library (Workspace *workspace)
{
  gint64 items = scratch_sql_int (workspace->scratch,
                                  "data/library.db",
                                  "SELECT count(*) FROM item");

  g_assert_true (items == 0 || items == N_ITEMS);
  g_assert_cmpint (scratch_sql_int (workspace->scratch,
                                    "data/library.db",
                                    "SELECT count(DISTINCT substr(title, instr(title, 'of'))) "
                                    "FROM item"),
                   ==,
                   items > 0 ? 1 : 0);
  scratch_sql_run (workspace->scratch,
                   "data/library.db",
                   "INSERT INTO item_search (item_search, rank) VALUES ('integrity-check', 1)");
}

static void
check_workspace (Workspace  *workspace,
                 const char *said)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *folder = scratch_path (workspace->scratch, "data");

  connection = drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  drill_connection_check_integrity (connection, "main", &error);
  g_assert_no_error (error);
  drill_connection_check_integrity (connection, "library", &error);
  g_assert_no_error (error);

  check_promises (workspace, said);
  check_library (workspace);
  check_states (workspace, connection);
}

static void
test_kill (void)
{
  guint promised = 0;

  for (guint i = 0; i < N_WORKSPACES; i++)
    {
      Workspace workspace = { .scratch = scratch_new () };

      for (guint k = 0; k < KILLS_PER_WORKSPACE; k++)
        {
          g_autofree char *said = NULL;

          write_pack (&workspace);
          said = run_and_kill (&workspace);
          check_workspace (&workspace, said);
        }
      promised += workspace.promised;
      scratch_free (workspace.scratch);
    }

  g_test_message ("%u kills, %u answers promised and found",
                  N_WORKSPACES * KILLS_PER_WORKSPACE,
                  promised);
  g_assert_cmpuint (promised, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/kill", test_kill);

  return g_test_run ();
}
