/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/compat/split-view.h"

static GtkWidget *
create (void)
{
  return g_object_new (DRILL_TYPE_SPLIT_VIEW,
                       "sidebar", gtk_button_new_with_label ("Sidebar"),
                       "content", gtk_button_new_with_label ("Content"),
                       NULL);
}

static void
test_fold (void)
{
  static const struct
  {
    int      width;
    gboolean folded;
  } widths[] = { { 1200, FALSE }, { 860, FALSE }, { 859, TRUE }, { 360, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *view = create ();
      GtkWidget *window = ui_test_show (view, widths[i].width, 300);

      g_assert_cmpint (gtk_widget_get_width (view), ==, widths[i].width);
      g_assert_cmpint (drill_split_view_get_folded (DRILL_SPLIT_VIEW (view)), ==, widths[i].folded);

      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_back (void)
{
  GtkWidget      *view = create ();
  GtkWidget      *window = ui_test_show (view, 400, 300);
  DrillSplitView *self = DRILL_SPLIT_VIEW (view);
  guint           notified = 0;

  ui_test_count_notify (view, "show-content", &notified);
  g_assert_false (drill_split_view_get_show_content (self));
  g_signal_emit_by_name (drill_split_view_get_sidebar (self), "clicked");
  drill_split_view_set_show_content (self, TRUE);
  drill_split_view_set_show_content (self, TRUE);
  g_assert_true (drill_split_view_get_show_content (self));
  g_assert_cmpuint (notified, ==, 1);
  ui_test_settle ();
  g_assert_true (gtk_widget_get_child_visible (drill_split_view_get_content (self)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_properties (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (create ());
  DrillSplitView       *self = DRILL_SPLIT_VIEW (view);
  GtkWidget            *other = gtk_label_new ("x");
  guint                 notified = 0;

  ui_test_count_notify (view, "content", &notified);
  drill_split_view_set_content (self, other);
  drill_split_view_set_content (self, other);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (drill_split_view_get_content (self) == other);
  drill_split_view_set_sidebar (self, NULL);
  g_assert_null (drill_split_view_get_sidebar (self));
}

static void
test_finalize (void)
{
  GtkWidget *view = g_object_ref_sink (create ());

  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/split-view/fold", test_fold);
  g_test_add_func ("/split-view/back", test_back);
  g_test_add_func ("/split-view/properties", test_properties);
  g_test_add_func ("/split-view/finalize", test_finalize);

  return g_test_run ();
}
