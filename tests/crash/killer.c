/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "killer.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static GPid
start_writer (const char *writer,
              const char *data,
              const char *pack,
              int        *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *seed = g_strdup_printf ("%u", (guint32) g_test_rand_int ());
  const char        *argv[] = { writer, data, pack, seed, NULL };
  GPid               pid;

  g_spawn_async_with_pipes (NULL,
                            (char **) argv,
                            NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD,
                            NULL,
                            NULL,
                            &pid,
                            NULL,
                            output,
                            NULL,
                            &error);
  g_assert_no_error (error);

  return pid;
}

/* Reads what there is, or until the other end is closed. Returns: FALSE at the end. */
static gboolean
read_some (int      output,
           GString *text)
{
  char    buffer[4096];
  ssize_t got = read (output, buffer, sizeof buffer);

  g_assert_cmpint (got, >=, 0);
  g_string_append_len (text, buffer, got);

  return got > 0;
}

static guint
count_lines (const GString *text)
{
  guint lines = 0;

  for (gsize i = 0; i < text->len; i++)
    lines += text->str[i] == '\n';

  return lines;
}

/* Lets the writer promise @lines answers and live for a moment longer. */
static void
wait_for_moment (int      output,
                 GString *text,
                 guint    lines,
                 int      moment_us)
{
  while (count_lines (text) < lines)
    {
      /* Had it ended by itself, it would have met an error. */
      g_assert_true (read_some (output, text));
    }

  /* Nothing is waited for here: this is when the kill happens to come. */
  g_usleep (moment_us);
}

char *
killer_run (const char *writer,
            const char *data,
            const char *pack)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean            is_early = g_test_rand_int_range (0, 3) == 0;
  int                 output, status;
  GPid                pid = start_writer (writer, data, pack, &output);

  wait_for_moment (output,
                   text,
                   is_early ? 0 : g_test_rand_int_range (1, 8),
                   g_test_rand_int_range (0, is_early ? 30000 : 2000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  while (read_some (output, text))
    ;
  close (output);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_spawn_close_pid (pid);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
