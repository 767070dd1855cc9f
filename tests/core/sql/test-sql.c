/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Every statement of the libraries above the store, found by listing the
 * resources: it prepares against a fresh workspace, and its plan reads no table
 * from end to end unless a reason is given here.
 */

#include "config.h"

#include "scratch.h"

#include "study/workspace.h"

#include <sqlite3.h>

/* Run as a whole when a database is made, so opening a workspace tests them. */
static const char *const scripts[] = {
  "library/schema",
  "library/schema-version",
  "study/connection",
};

typedef struct
{
  const char *statement;
  const char *scan; /* the start of what is behind "SCAN " in the plan */
  const char *reason;
  gboolean    used;
} Allowance;

static Allowance allowances[] = {
  { "library/count-levels", "library.item", "counts every item once", FALSE },
  { "library/items", "item USING INDEX item_by_pack", "lists in that order and ends at the limit", FALSE },
  { "library/pack-sources", "pack", "lists all packs, of which there are few", FALSE },
  { "library/packs", "pack", "lists all packs, of which there are few", FALSE },
  { "library/topics", "link USING COVERING INDEX", "counts every link of a topic once", FALSE },
  { "search/open-run", "run USING INDEX run_by_start", "goes backwards and ends at the first", FALSE },
  { "study/all-facts", "review", "folds every fact", FALSE },
  { "study/all-facts", "mark", "folds every fact", FALSE },
  { "study/cards", "main.card", "goes along with every fact", FALSE },
  { "study/count-items", "unseen", "counts what was never studied", FALSE },
  { "study/export", "review", "writes every fact", FALSE },
  { "study/export", "mark", "writes every fact", FALSE },
  { "study/export", "main.imported_review", "writes every fact", FALSE },
  { "study/fill-undone", "revocation", "looks at every revocation once", FALSE },
  { "study/fill-undone", "standing", "is what was found there", FALSE },
  { "study/forecast", "card_state", "looks ahead for every card", FALSE },
  { "study/habits", "latest", "goes backwards and ends after ten thousand", FALSE },
  { "study/habits", "review", "is what was found there", FALSE },
  { "study/insert-attempt", "main.device", "has one row", FALSE },
  { "study/imported", "main.imported_review", "goes along with every fact", FALSE },
  { "study/index-card-keys", "main.card USING COVERING INDEX", "goes along all items by key", FALSE },
  { "study/index-changed", "turned", "is what the new undos name", FALSE },
  { "study/index-files", "file", "looks at every file once, of which there are few", FALSE },
  { "study/index-item-keys", "library.item USING COVERING INDEX", "reads every item once", FALSE },
  { "study/index-item-topics", "library.item_topic", "reads every topic of every item once", FALSE },
  { "study/index-items", "library.item USING COVERING INDEX item_by_pack", "reads every item once", FALSE },
  { "study/index-marks", "main.card_mark", "reads all marks, of which there are few", FALSE },
  { "study/index-packs", "library.pack", "lists all packs, of which there are few", FALSE },
  { "study/index-states", "main.card_state", "reads every card once", FALSE },
  { "study/index-tallies", "main.card_tally", "reads every card once", FALSE },
  { "study/index-topics", "library.topic", "lists all topics", FALSE },
  { "study/index-versions", "main.fact_sequence", "is one number", FALSE },
  { "study/insert-mark", "main.device", "has one row", FALSE },
  { "study/insert-mark", "main.fact_sequence", "is one number", FALSE },
  { "study/insert-review", "main.device", "has one row", FALSE },
  { "study/insert-review", "main.fact_sequence", "is one number", FALSE },
  { "study/insert-revocation", "main.device", "has one row", FALSE },
  { "study/insert-revocation", "main.fact_sequence", "is one number", FALSE },
  { "study/newest-step", "review", "goes backwards and ends at the first that stands", FALSE },
  { "study/newest-step", "mark", "goes backwards and ends at the first that stands", FALSE },
  { "study/lessons", "run USING INDEX run_by_start", "goes backwards and ends at the limit", FALSE },
  { "study/new-items", "topics", "goes along with the topics", FALSE },
  { "study/pace", "review", "goes backwards and ends after a hundred", FALSE },
  { "study/open-corrections", "correction USING INDEX correction_open", "looks at the open ones alone", FALSE },
  { "study/quiz-candidates", "chosen VIRTUAL TABLE", "is a list that was handed in", FALSE },
  { "study/quiz-candidates", "json_each VIRTUAL TABLE", "is a list that was handed in", FALSE },
  { "study/quiz-habit", "main.review", "goes backwards and ends after some thousand", FALSE },
  { "study/quiz-habit", "latest", "is what was found there", FALSE },
  { "study/quiz-setups", "main.quiz_setup", "lists all setups, of which there are few", FALSE },
  { "study/prune-unseen", "card_state", "looks at every card once, after an import", FALSE },
  { "study/phase-points", "main.run USING INDEX run_by_start", "goes backwards and ends at the limit", FALSE },
  { "study/run-points", "run USING INDEX run_by_start", "goes backwards and ends at the limit", FALSE },
  { "study/phase-points", "newest", "is what was found there", FALSE },
  { "study/runs", "main.run USING INDEX run_by_start", "lists every run", FALSE },
  { "study/set-aside", "card_mark", "looks at every mark, of which there are few", FALSE },
  { "study/sources", "main.source", "lists all sources, of which there are few", FALSE },
  { "study/sweep", "card_state", "sees every card once more", FALSE },
};

/* A failing case goes on, so that one run tells everything. */
static void
complain (const char *format,
          ...) G_GNUC_PRINTF (1, 2);

static void
complain (const char *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s", text);
  g_test_fail ();
}

static gboolean
is_script (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (g_str_equal (name, scripts[i]))
        return TRUE;
    }

  /* Anki's collections have a schema of their own; their test runs these. */
  return g_str_has_prefix (name, "anki/") || g_regex_match_simple ("/[0-9]{4}$", name, 0, 0);
}

static sqlite3 *
open_workspace (Scratch *scratch)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *progress = scratch_path (scratch, "progress.db");
  g_autofree char            *library = scratch_path (scratch, "library.db");
  sqlite3                    *handle;
  char                       *attach;

  connection = drill_workspace_open (scratch->folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (sqlite3_open (progress, &handle), ==, SQLITE_OK);
  attach = sqlite3_mprintf ("ATTACH %Q AS library", library);
  g_assert_cmpint (sqlite3_exec (handle, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_free (attach);

  return handle;
}

static Allowance *
find_allowance (const char *statement,
                const char *scan)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowances); i++)
    {
      if (g_str_equal (allowances[i].statement, statement) &&
          g_str_has_prefix (scan, allowances[i].scan))
        return &allowances[i];
    }

  return NULL;
}

/* Rows of the statement itself, and the look-up of a full-text search. */
static gboolean
is_no_table (const char *scan)
{
  return g_str_has_prefix (scan, "CONSTANT ROW") || g_str_has_prefix (scan, "(subquery") ||
         g_str_has_prefix (scan, "(join") || (strstr (scan, " VIRTUAL TABLE INDEX ") != NULL && strstr (scan, ":M") != NULL);
}

static void
check_plan (sqlite3    *handle,
            const char *name,
            const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt    *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, explain, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *line = (const char *) sqlite3_column_text (statement, 3);
      Allowance  *allowance;

      if (g_test_verbose ())
        g_test_message ("%s: %s", name, line);
      if (!g_str_has_prefix (line, "SCAN ") || is_no_table (line + strlen ("SCAN ")))
        continue;
      allowance = find_allowance (name, line + strlen ("SCAN "));
      if (allowance == NULL)
        complain ("%s reads a whole table: %s", name, line);
      else
        allowance->used = TRUE;
    }
  sqlite3_finalize (statement);
}

static void
check_statement (sqlite3    *handle,
                 const char *name,
                 const char *sql)
{
  sqlite3_stmt *statement = NULL;
  const char   *tail = NULL;

  if (!g_str_has_prefix (sql, "-- "))
    complain ("%s does not begin with a comment", name);
  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, &tail) !=
      SQLITE_OK)
    {
      complain ("%s: %s", name, sqlite3_errmsg (handle));
      return;
    }
  while (g_ascii_isspace (*tail))
    tail++;
  if (*tail != '\0')
    complain ("%s holds more than one statement", name);

  /* Parameters are bound by name. */
  for (int i = 1; i <= sqlite3_bind_parameter_count (statement); i++)
    {
      const char *parameter = sqlite3_bind_parameter_name (statement, i);

      if (parameter == NULL || parameter[0] != ':')
        complain ("%s: parameter %d has no name", name, i);
    }
  sqlite3_finalize (statement);
  check_plan (handle, name, sql);
}

static guint
check_folder (sqlite3    *handle,
              const char *folder)
{
  g_autofree char    *path = g_strdup_printf (RESOURCE_ROOT "/sql/%s", folder);
  g_autoptr (GError)  error = NULL;
  g_auto (GStrv)      files = NULL;
  guint               n_statements = 0;

  files = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char   *file = g_build_filename (path, files[i], NULL);
      g_autofree char   *name = g_build_filename (folder, files[i], NULL);
      g_autoptr (GBytes) sql = NULL;

      g_assert_true (g_str_has_suffix (name, ".sql"));
      name[strlen (name) - strlen (".sql")] = '\0';
      if (is_script (name))
        continue;
      sql = g_resources_lookup_data (file, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_assert_no_error (error);
      check_statement (handle, name, g_bytes_get_data (sql, NULL));
      n_statements++;
    }

  return n_statements;
}

static void
test_statements (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  sqlite3            *handle = open_workspace (scratch);

  /* Fewer would mean that the listing has not worked. */
  g_assert_cmpuint (check_folder (handle, "library"), >=, 30);
  g_assert_cmpuint (check_folder (handle, "study"), >=, 15);
  g_assert_cmpuint (check_folder (handle, "search"), >=, 5);
  sqlite3_close (handle);

  for (guint i = 0; i < G_N_ELEMENTS (allowances); i++)
    {
      if (!allowances[i].used)
        complain ("%s no longer scans %s", allowances[i].statement, allowances[i].scan);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sql/statements", test_statements);

  return g_test_run ();
}
