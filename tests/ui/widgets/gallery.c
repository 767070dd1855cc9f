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

#include "ui/widgets/checklist.h"
#include "ui/widgets/grade-bar.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/option-list.h"
#include "ui/widgets/widgets.h"

#include <adwaita.h>

/* Enough for a first layout, colouring and fonts to settle. */
#define FRAMES_BEFORE_PICTURE 30

static char *page_name;
static char *png_path;
static int   window_width = 700;
static int   window_height = 900;
static int   frames;

static const GOptionEntry entries[] = {
  { "page", 0, 0, G_OPTION_ARG_STRING, &page_name, "Page: text, options, review", "NAME" },
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

static const struct
{
  const char *name;
  GtkWidget *(*create) (void);
} pages[] = {
  { "text", create_text_page },
  { "options", create_options_page },
  { "review", create_review_page },
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
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), page_name != NULL && g_str_equal (page_name, "chart") ? 1600 : 760);
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
