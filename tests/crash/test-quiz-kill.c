/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Kills a program in the middle of a quiz, over and over. Each choice that it promised
 * to have stored must be there when the attempt is opened again, and the reviews of an
 * exam must be there with its end, or not at all.
 */

#include "config.h"

#include "killer.h"
#include "scratch.h"

#include "study/quiz-store.h"
#include "study/workspace.h"

#include <stdlib.h>
#include <string.h>

#define N_WORKSPACES        5
#define KILLS_PER_WORKSPACE 12
#define N_ITEMS             6

typedef struct
{
  Scratch *scratch;
  guint    promised;
} Workspace;

static void
write_pack (Workspace *workspace)
{
  g_autoptr (GString) text = g_string_new ("<!-- pack: crash; format: 1 -->\n# Crash\n\n## MCQ Section\n\n");

  for (guint i = 0; i < N_ITEMS; i++)
    g_string_append_printf (text,
                            "### %u. Question %u?\n<!-- id: item-%u -->\n\n"
                            "- A. one\n- B. two\n- C. three\n- D. None of the above\n\n**Correct Answer:** B\n\n",
                            i + 1, i, i);
  scratch_write (workspace->scratch, "pack/crash.md", text->str);
}

static gint64
ask (Workspace  *workspace,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static gint64
ask (Workspace  *workspace,
     const char *format,
     ...)
{
  g_autofree char *sql = NULL;
  va_list          arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return scratch_sql_int (workspace->scratch, "data/progress.db", sql);
}

/* Every step that was promised is there, as it was. */
static void
check_promises (Workspace  *workspace,
                const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  /* Behind the last line break there is nothing, or half a line. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      g_assert_cmpuint (g_strv_length (words), ==, 5);
      g_assert_cmpint (ask (workspace,
                            "SELECT count(*) FROM attempt_event JOIN attempt ON attempt.id = attempt "
                            "WHERE uuid = x'%s' AND number = %s AND attempt_event.kind = %s AND question = %s AND value = %s",
                            words[0], words[1], words[2], words[3], words[4]),
                       ==,
                       1);
      workspace->promised++;
    }
}

/* Events have no gaps; the end and the reviews come together. */
static void
check_whole (Workspace *workspace)
{
  g_assert_cmpint (ask (workspace,
                        "SELECT count(*) FROM (SELECT count(*) AS n, max(number) AS last FROM attempt_event "
                        "GROUP BY attempt) WHERE n <> last + 1"),
                   ==, 0);
  g_assert_cmpint (ask (workspace,
                        "SELECT count(*) FROM attempt WHERE (ended_ms > 0) <> EXISTS "
                        "(SELECT 1 FROM attempt_event WHERE attempt = attempt.id AND kind = %d)",
                        DRILL_ATTEMPT_HAND_IN),
                   ==, 0);
}

/* An attempt that is opened again has the answers of its last choices; one that has
 * ended has as many reviews as answers. */
static void
check_attempts (Workspace       *workspace,
                DrillConnection *connection)
{
  g_autoptr (DrillClock) clock = drill_clock_new_system ();
  g_autoptr (GPtrArray)  rows = NULL;
  g_autoptr (GError)     error = NULL;
  DrillClockReading      now;
  gint64                 exams_answered = 0;

  drill_clock_read (clock, &now);
  rows = drill_quiz_list (connection, &now, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const DrillQuizRow   *row = g_ptr_array_index (rows, i);
      g_autoptr (DrillQuiz) quiz = drill_quiz_load (connection, row->uuid, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (quiz->questions->len, ==, N_ITEMS);
      g_assert_cmpint (drill_attempt_get_left_ms (quiz->attempt), >, 0);
      if (row->ended_ms == 0)
        {
          /* One at a time, and the newest. */
          g_assert_cmpuint (i, ==, 0);
          g_assert_cmpint (row->left_ms, >, 0);
          for (guint q = 0; q < quiz->questions->len && quiz->setup->exam; q++)
            g_assert_cmpint (ask (workspace,
                                  "SELECT coalesce ((SELECT value FROM attempt_event WHERE attempt = (SELECT max(id) FROM attempt) "
                                  "AND kind = %d AND question = %u ORDER BY number DESC LIMIT 1), 0)",
                                  DRILL_ATTEMPT_CHOOSE, q),
                             ==,
                             drill_attempt_get_entry (quiz->attempt, q)->chosen);
        }
      else
        {
          g_assert_true (drill_attempt_has_ended (quiz->attempt));
          g_assert_cmpuint (row->answered, ==, drill_attempt_get_n_answered (quiz->attempt));
        }

      if (row->ended_ms > 0)
        exams_answered += row->answered;
      else if (!quiz->setup->exam)
        for (guint q = 0; q < quiz->questions->len; q++)
          exams_answered += drill_attempt_get_entry (quiz->attempt, q)->closed;
    }
  g_assert_cmpint (ask (workspace, "SELECT count(*) FROM review"), ==, exams_answered);
}

static void
test_kill (void)
{
  guint promised = 0;

  for (guint i = 0; i < N_WORKSPACES; i++)
    {
      Workspace workspace = { .scratch = scratch_new () };

      write_pack (&workspace);
      for (guint k = 0; k < KILLS_PER_WORKSPACE; k++)
        {
          g_autoptr (DrillConnection) connection = NULL;
          g_autoptr (GError)          error = NULL;
          g_autofree char            *data = scratch_path (workspace.scratch, "data");
          g_autofree char            *pack = scratch_path (workspace.scratch, "pack");
          g_autofree char            *said = killer_run (g_getenv ("DRILL_CRASH_QUIZ_WRITER"), data, pack);

          connection = drill_workspace_open (data, DRILL_CONNECTION_READ_WRITE, NULL, &error);
          g_assert_no_error (error);
          drill_connection_check_integrity (connection, "main", &error);
          g_assert_no_error (error);
          check_promises (&workspace, said);
          check_whole (&workspace);
          check_attempts (&workspace, connection);
        }
      promised += workspace.promised;
      scratch_free (workspace.scratch);
    }

  g_test_message ("%u kills, %u steps promised and found", N_WORKSPACES * KILLS_PER_WORKSPACE, promised);
  g_assert_cmpuint (promised, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/quiz-kill", test_kill);

  return g_test_run ();
}
