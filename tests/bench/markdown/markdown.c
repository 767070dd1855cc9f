/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What it costs to show the next text: from setting it to the end of the frame
 * that paints it, with and without code. The limit is loose on purpose; the
 * numbers are for reading.
 */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/markdown-view.h"

#include <stdlib.h>
#include <time.h>

#define N_ROUNDS 41

static const char prose[] =
  "Take the instance **out of the balancer** before anything else.\n\n"
  "- Evidence is taken before the restart, `--cpu-prof` first.\n"
  "- The inspector works while the loop is blocked.\n"
  "- One core at 100 % and an ELU of 1.0 say the same.\n\n"
  "> Latency p99 was 2.0 s.\n\nThen look at what was deployed.\n";

static const char code[] =
  "\n```js\nconst h = monitorEventLoopDelay({ resolution: 10 });\nh.enable();\n"
  "setInterval(() => console.log(h.percentile(99) / 1e6), 1000);\n```\n";

static gint64
cpu_time_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* NULL measures a frame alone, drawn anew. */
static double
measure (DrillMarkdownView *view,
         const char        *text)
{
  gint64 rounds[N_ROUNDS];

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *markdown = text != NULL ? g_strdup_printf ("Question %d\n\n%s", i, text) : NULL;
      gint64           start = cpu_time_us ();

      if (markdown != NULL)
        drill_markdown_view_set_markdown (view, markdown);
      ui_test_frame (GTK_WIDGET (view));
      rounds[i] = cpu_time_us () - start;
    }

  qsort (rounds, N_ROUNDS, sizeof (gint64), compare);

  return rounds[N_ROUNDS / 2] / 1000.0;
}

int
main (int   argc,
      char *argv[])
{
  GtkWidget       *view;
  GtkWidget       *window;
  g_autofree char *both = g_strconcat (prose, code, NULL);
  double           frame_ms, prose_ms, code_ms;

  ui_test_init (&argc, &argv);
  view = drill_markdown_view_new (NULL);
  window = ui_test_show (view, 700, 600);
  prose_ms = measure (DRILL_MARKDOWN_VIEW (view), prose);
  frame_ms = measure (DRILL_MARKDOWN_VIEW (view), NULL);
  code_ms = measure (DRILL_MARKDOWN_VIEW (view), both);
  gtk_window_destroy (GTK_WINDOW (window));

  g_print ("a frame in which nothing changes: %.2f ms\n", frame_ms);
  g_print ("prose: %.2f ms\nprose and one block of code: %.2f ms\n", prose_ms, code_ms);

  return code_ms < 500 ? 0 : 1;
}
