/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How long it takes from the start of the process to the first frame, and what
 * it costs: a bench runs this beside an empty application in the same minute.
 *
 * PAGERDRILL_START_NS, a CLOCK_MONOTONIC value taken before the process was
 * started, includes the time that the dynamic loader needs.
 */

#include "config.h"

#include "ui/application/first-frame.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

static gint64 main_us;

void
drill_first_frame_start (void)
{
  main_us = g_get_monotonic_time ();
}

/* One field of /proc/self/smaps_rollup in kB, -1 where the kernel has none. */
static long
read_memory_kb (const char *field)
{
  g_autofree char *text = NULL;
  const char      *found;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return -1;
  found = strstr (text, field);

  return found != NULL ? strtol (found + strlen (field), NULL, 10) : -1;
}

static double
to_ms (struct timeval value)
{
  return value.tv_sec * 1000.0 + value.tv_usec / 1000.0;
}

static void
after_paint_cb (GdkFrameClock *clock,
                GtkWindow     *window)
{
  GApplication *application = g_object_get_data (G_OBJECT (window), "drill-bench-application");
  const char   *start = g_getenv ("PAGERDRILL_START_NS");
  gint64        start_us = start != NULL ? g_ascii_strtoll (start, NULL, 10) / 1000 : main_us;
  double        elapsed_ms = (g_get_monotonic_time () - start_us) / 1000.0;
  struct rusage usage;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, window);
  getrusage (RUSAGE_SELF, &usage);
  printf ("{\"first_frame_ms\": %.2f, \"user_ms\": %.2f, \"sys_ms\": %.2f, "
          "\"rss_kb\": %ld, \"pss_kb\": %ld, \"renderer\": \"%s\"}\n",
          elapsed_ms,
          to_ms (usage.ru_utime),
          to_ms (usage.ru_stime),
          read_memory_kb ("Rss:"),
          read_memory_kb ("\nPss:"),
          G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))));
  fflush (stdout);
  g_application_quit (application);
}

static void
realize_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), window);
}

void
drill_first_frame_watch (GtkWindow    *window,
                         GApplication *application)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  if (g_strcmp0 (g_getenv ("PAGERDRILL_BENCH"), "first-frame") != 0)
    return;

  g_object_set_data (G_OBJECT (window), "drill-bench-application", application);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}
