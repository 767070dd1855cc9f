/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Shows all shared widgets, for looking at them:
 *
 *   gallery [--page NAME] [--width PX] [--height PX] [--png FILE]
 *
 * With --png the window is written to a file and the program ends.
 */

#include "config.h"

#include "ui/widgets/chart/chart.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/grade-bar.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/option-list.h"
#include "ui/widgets/widgets.h"

#include <adwaita.h>
#include <math.h>

/* Enough for a first layout, colouring and fonts to settle. */
#define FRAMES_BEFORE_PICTURE 30

static char *page_name;
static char *png_path;
static int   window_width = 700;
static int   window_height = 900;
static int   frames;

static const GOptionEntry entries[] = {
  { "page", 0, 0, G_OPTION_ARG_STRING, &page_name, "Page: text, options, review, chart, dense", "NAME" },
  { "width", 0, 0, G_OPTION_ARG_INT, &window_width, "Width of the window", "PX" },
  { "height", 0, 0, G_OPTION_ARG_INT, &window_height, "Height of the window", "PX" },
  { "png", 0, 0, G_OPTION_ARG_FILENAME, &png_path, "Write a picture and end", "FILE" },
  { NULL },
};

static const char sample[] =
  "# Event loop\n\n"
  "One core is pinned and health checks **fail**. *Evidence before the restart*, "
  "says [the guide](https://example.org/guide). Set `--max-old-space-size` and never "
  "trust `<b>markup</b>` in a text: <b>this</b> & that.\n\n"
  "## First steps\n\n"
  "1. Take the instance out of the balancer, so that users stop seeing errors while "
  "you look at it without haste.\n"
  "2. Capture a profile:\n"
  "   - CPU, for 30 seconds\n"
  "   - heap, only when there is memory to spare and somebody has agreed to the pause "
  "that it costs\n"
  "10. Restart\n\n"
  "> Latency p99 was 2.0 s.\n>\n> > We thought it was the database.\n\n"
  "---\n\n"
  "### Code\n\n"
  "```js\n"
  "const { monitorEventLoopDelay } = require('node:perf_hooks');\n"
  "const h = monitorEventLoopDelay({ resolution: 10 }); // a comment that is rather long, to make the line scroll\n"
  "h.enable();\n"
  "```\n\n"
  "```sql\nSELECT pid, state FROM pg_stat_activity WHERE state <> 'idle';\n```\n\n"
  "```\nplain text without a language\n```\n";

static GtkWidget *
create_text_page (void)
{
  return drill_markdown_view_new (sample);
}

static GtkWidget *
create_options (gboolean multiple,
                gboolean revealed)
{
  static const char *const reasons[] = {
    "ELU of 1.0 says that the loop never rests, `p99` that single turns are short.",
    "A pause of the collector would show as **rare long** turns.",
    NULL,
    "See [the manual](https://nodejs.org/).",
  };
  GtkWidget *widget = drill_option_list_new ();
  DrillOptionList *list = DRILL_OPTION_LIST (widget);

  drill_option_list_set_multiple (list, multiple);
  drill_option_list_append (list, "Many short callbacks keep the loop busy without a pause");
  drill_option_list_append (list, "A garbage collection of the old space blocks it for seconds, again and again, because the heap is close to its limit");
  drill_option_list_append (list, "Nothing is wrong");
  drill_option_list_append (list, "It waits in:\n\n```js\nfs.readFileSync ('/a/rather/long/path/that/does/not/fit/into/a/narrow/window.txt', { encoding: 'utf8' });\n```");
  drill_option_list_set_chosen (list, multiple ? 3 : 2);
  if (revealed)
    drill_option_list_reveal (list, multiple ? 9 : 1, reasons);

  return widget;
}

static GtkWidget *
create_options_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), create_options (FALSE, FALSE));
  gtk_box_append (GTK_BOX (box), create_options (TRUE, TRUE));

  return box;
}

static GtkWidget *
create_review_page (void)
{
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget      *checklist = drill_checklist_new ();
  DrillChecklist *points = DRILL_CHECKLIST (checklist);

  drill_checklist_append (points, "Evidence is taken before the restart.", DRILL_GRADE_MUST, "Must");
  drill_checklist_append (points, "Knows that the inspector still works while the loop is blocked, since it has a thread of its own, and names `SIGUSR1`.", DRILL_GRADE_GOOD, "Good");
  drill_checklist_append (points, "Names the trade-off between a snapshot and the pause that it costs.", DRILL_GRADE_EXCELLENT, "Excellent");
  drill_checklist_append (points, "A point without a grade.", DRILL_GRADE_NONE, NULL);
  drill_checklist_set_ticked (points, 1, TRUE);
  gtk_box_append (GTK_BOX (box), checklist);

  for (int i = 0; i < 3; i++)
    {
      static const char *const intervals[] = { "10 min", "3 days", "8 days", "21 days" };
      GtkWidget               *bar = drill_grade_bar_new ();

      for (int grade = 1; grade <= DRILL_GRADE_BAR_N_GRADES; grade++)
        drill_grade_bar_set_interval (DRILL_GRADE_BAR (bar), grade, i < 2 ? intervals[grade - 1] : NULL);
      drill_grade_bar_set_suggested (DRILL_GRADE_BAR (bar), i == 1 ? 1 : 3);
      drill_grade_bar_set_two_buttons (DRILL_GRADE_BAR (bar), i == 1);
      gtk_box_append (GTK_BOX (box), bar);
    }

  return box;
}

/* Seconds since midnight at which the recordings start, and between samples. */
#define CHART_START (3 * 3600 + 14 * 60)
#define CHART_STEP 15

static double
leak (double t)
{
  double heap = 4.2e8 + 2.4e5 * t;

  /* A restart, and a gap where nothing was measured. */
  if (t > 2400 && t < 2520)
    return NAN;
  return t >= 2520 ? 4.2e8 + 2.4e5 * (t - 2520) : heap + 4e7 * sin (t / 90);
}

static double
heap (double t)
{
  return 0.6 * leak (t);
}

static double
lag (double t)
{
  return 0.012 + (t > 1500 && t < 2400 ? 0.35 : 0) + 0.008 * sin (t / 40) + 0.004 * sin (t);
}

static double
errors (double t)
{
  return t > 1500 && t < 2520 ? 0.012 + 0.004 * sin (t / 100) : 0.0005;
}

static double
requests (double t)
{
  return 220 + 40 * sin (t / 600) + 12 * sin (t * 7);
}

static DrillChartSeries *
create_series (const char    *label,
               DrillChartUnit unit,
               double         (*function) (double t),
               guint          n_samples,
               double         slo)
{
  g_autofree double *times = g_new (double, n_samples);
  g_autofree double *values = g_new (double, n_samples);

  for (guint i = 0; i < n_samples; i++)
    {
      times[i] = CHART_START + i * CHART_STEP;
      values[i] = function (i * CHART_STEP);
    }

  return drill_chart_series_new (label, label, unit, times, values, n_samples, slo);
}

static GtkWidget *
create_chart (const char       *title,
              DrillChartSeries *first,
              DrillChartSeries *second)
{
  static const DrillChartEvent events[] = {
    { CHART_START + 1500, "thumbnail switch on" },
    { CHART_START + 2520, "restart" },
    { CHART_START + 2700, "declared" },
  };
  DrillChartSeries *series[] = { first, second };
  GtkWidget        *chart = drill_chart_new (title);

  drill_chart_set_series (DRILL_CHART (chart), series, second != NULL ? 2 : 1);
  drill_chart_set_events (DRILL_CHART (chart), events, G_N_ELEMENTS (events));
  drill_chart_series_unref (first);
  g_clear_pointer (&second, drill_chart_series_unref);

  return chart;
}

static GtkWidget *
create_chart_page (void)
{
  GtkWidget *box = gtk_flow_box_new ();
  GtkWidget *chart;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 24);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);

  chart = create_chart ("Memory",
                        create_series ("Resident memory", DRILL_CHART_BYTES, leak, 240, NAN),
                        create_series ("Heap used", DRILL_CHART_BYTES, heap, 240, NAN));
  drill_chart_model_set_cursor (drill_chart_get_model (DRILL_CHART (chart)), CHART_START + 1500);
  gtk_flow_box_append (GTK_FLOW_BOX (box), chart);
  gtk_flow_box_append (GTK_FLOW_BOX (box),
                       create_chart ("Latency",
                                     create_series ("Loop lag p99", DRILL_CHART_SECONDS, lag, 240, 0.1), NULL));
  gtk_flow_box_append (GTK_FLOW_BOX (box),
                       create_chart ("Errors and requests",
                                     create_series ("Errors", DRILL_CHART_RATIO, errors, 240, 0.01),
                                     create_series ("Requests", DRILL_CHART_PER_SECOND, requests, 240, NAN)));
  chart = create_chart ("As a table",
                        create_series ("Resident memory", DRILL_CHART_BYTES, leak, 240, NAN),
                        create_series ("Loop lag p99", DRILL_CHART_SECONDS, lag, 240, NAN));
  drill_chart_set_show_table (DRILL_CHART (chart), TRUE);
  gtk_flow_box_append (GTK_FLOW_BOX (box), chart);
  gtk_flow_box_append (GTK_FLOW_BOX (box), drill_chart_new ("Nothing yet"));

  return box;
}

/* As much as a chart may have to show: eight series of 20,000 samples. */
static GtkWidget *
create_dense_page (void)
{
  DrillChartSeries *series[8];
  GtkWidget        *chart = drill_chart_new ("Eight series of 20,000 samples");

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autofree double *times = g_new (double, 20000);
      g_autofree double *values = g_new (double, 20000);
      g_autofree char   *label = g_strdup_printf ("Series %u", i + 1);

      for (guint j = 0; j < 20000; j++)
        {
          times[j] = CHART_START + j;
          values[j] = 100 * i + 30 * sin (j / 900.0 + i) + (i % 2 == 0 ? g_random_double () * 60 : 0);
        }
      series[i] = drill_chart_series_new (label, label, DRILL_CHART_PER_SECOND, times, values, 20000, NAN);
    }

  drill_chart_set_series (DRILL_CHART (chart), series, G_N_ELEMENTS (series));
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    drill_chart_series_unref (series[i]);

  return chart;
}

static const struct
{
  const char *name;
  GtkWidget *(*create) (void);
} pages[] = {
  { "text", create_text_page },
  { "options", create_options_page },
  { "review", create_review_page },
  { "chart", create_chart_page },
  { "dense", create_dense_page },
};

static void
write_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  int                      width = gdk_paintable_get_intrinsic_width (paintable);
  int                      height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot             *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture)    texture = NULL;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, png_path);
}

static gboolean
frame_cb (GtkWidget     *window,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  if (++frames < FRAMES_BEFORE_PICTURE)
    return G_SOURCE_CONTINUE;

  write_picture (window);
  gtk_window_destroy (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static void
activate_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *root = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *header = adw_header_bar_new ();

  drill_widgets_load_css (gdk_display_get_default ());

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (page_name == NULL || g_str_equal (page_name, pages[i].name))
        gtk_stack_add_titled (GTK_STACK (stack), pages[i].create (), pages[i].name, pages[i].name);
    }

  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_widget_set_margin_start (stack, 12);
  gtk_widget_set_margin_end (stack, 12);
  gtk_widget_set_margin_top (stack, 18);
  gtk_widget_set_margin_bottom (stack, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), g_strcmp0 (page_name, "chart") == 0 ? 1600 : 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), stack);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  if (page_name == NULL)
    gtk_box_append (GTK_BOX (root), header);
  gtk_box_append (GTK_BOX (root), scroller);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), root);
  gtk_window_set_default_size (GTK_WINDOW (window), window_width, window_height);
  if (png_path != NULL)
    gtk_widget_add_tick_callback (window, frame_cb, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) app = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_application_add_main_option_entries (G_APPLICATION (app), entries);
  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (app), argc, argv);
}
