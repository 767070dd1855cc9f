/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/grade-bar.h"

static GArray *grades;

static void
graded_cb (DrillGradeBar *bar,
           int            grade)
{
  g_array_append_val (grades, grade);
}

static GtkWidget *
create (void)
{
  GtkWidget *bar = drill_grade_bar_new ();

  g_array_set_size (grades, 0);
  g_signal_connect (bar, "graded", G_CALLBACK (graded_cb), NULL);

  return bar;
}

static GtkWidget *
get_button (GtkWidget *bar,
            int        grade)
{
  return ui_test_find (bar, GTK_TYPE_BUTTON, grade - 1);
}

static void
assert_last_grade (guint n,
                   int   grade)
{
  g_assert_cmpuint (grades->len, ==, n);
  g_assert_cmpint (g_array_index (grades, int, n - 1), ==, grade);
}

static void
test_clicks_and_keys (void)
{
  GtkWidget *bar = create ();
  GtkWidget *window = ui_test_show (bar, 600, 100);
  guint      n = 0;

  for (int grade = 1; grade <= DRILL_GRADE_BAR_N_GRADES; grade++)
    {
      g_signal_emit_by_name (get_button (bar, grade), "clicked");
      assert_last_grade (++n, grade);
      g_assert_true (ui_test_press (bar, GDK_KEY_0 + grade, 0));
      assert_last_grade (++n, grade);
      g_assert_true (ui_test_press (bar, GDK_KEY_KP_0 + grade, 0));
      assert_last_grade (++n, grade);
    }
  g_assert_false (ui_test_press (bar, GDK_KEY_5, 0));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_two_buttons (void)
{
  GtkWidget *bar = create ();
  GtkWidget *window = ui_test_show (bar, 600, 100);
  guint      notified = 0;

  ui_test_count_notify (bar, "two-buttons", &notified);
  g_object_set (bar, "two-buttons", TRUE, NULL);
  g_object_set (bar, "two-buttons", TRUE, NULL);
  g_assert_cmpuint (notified, ==, 1);

  g_assert_true (gtk_widget_get_visible (get_button (bar, 1)));
  g_assert_false (gtk_widget_get_visible (get_button (bar, 2)));
  g_assert_true (gtk_widget_get_visible (get_button (bar, 3)));
  g_assert_false (gtk_widget_get_visible (get_button (bar, 4)));

  g_assert_true (ui_test_press (bar, GDK_KEY_1, 0));
  assert_last_grade (1, 1);
  g_assert_true (ui_test_press (bar, GDK_KEY_2, 0));
  assert_last_grade (2, 3);
  g_assert_false (ui_test_press (bar, GDK_KEY_3, 0));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (bar, 3)), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "2");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Keys of a bar that cannot be seen or used belong to somebody else. */
static void
test_keys_need_a_shown_bar (void)
{
  GtkWidget *bar = create ();
  GtkWidget *window = ui_test_show (bar, 600, 100);

  gtk_widget_set_sensitive (bar, FALSE);
  g_assert_false (ui_test_press (bar, GDK_KEY_1, 0));
  gtk_widget_set_sensitive (bar, TRUE);
  gtk_widget_set_visible (bar, FALSE);
  g_assert_false (ui_test_press (bar, GDK_KEY_1, 0));
  g_assert_cmpuint (grades->len, ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_suggested (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (create ());
  guint                 notified = 0;

  ui_test_count_notify (bar, "suggested", &notified);
  drill_grade_bar_set_suggested (DRILL_GRADE_BAR (bar), 3);
  drill_grade_bar_set_suggested (DRILL_GRADE_BAR (bar), 3);
  g_assert_cmpuint (notified, ==, 1);

  for (int grade = 1; grade <= DRILL_GRADE_BAR_N_GRADES; grade++)
    {
      GtkWidget *button = get_button (bar, grade);

      g_assert_cmpint (gtk_widget_has_css_class (button, "suggested-action"), ==, grade == 3);
      g_assert_cmpint (gtk_widget_get_visible (ui_test_find (button, GTK_TYPE_IMAGE, 0)), ==, grade == 3);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           grade == 3 ? "Suggested" : "");
    }

  drill_grade_bar_set_suggested (DRILL_GRADE_BAR (bar), 0);
  g_assert_false (gtk_widget_has_css_class (get_button (bar, 3), "suggested-action"));
}

static void
test_names (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (create ());

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (bar, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Again");
  drill_grade_bar_set_interval (DRILL_GRADE_BAR (bar), 1, "10 min");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (bar, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Again, 10 min");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_button (bar, 4)), ==, "Easy (4)");
  drill_grade_bar_set_interval (DRILL_GRADE_BAR (bar), 1, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (bar, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Again");
}

static float
top_of (GtkWidget *bar,
        int        grade)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (get_button (bar, grade), bar, &box));

  return box.origin.y;
}

static void
test_rows (void)
{
  static const struct
  {
    int width;
    int n_rows;
  } widths[] = { { 1200, 1 }, { 402, 1 }, { 390, 2 }, { 320, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *bar = create ();
      GtkWidget *window = ui_test_show (bar, widths[i].width, 100);

      g_assert_cmpint (gtk_widget_get_width (bar), ==, widths[i].width);
      g_assert_cmpfloat (top_of (bar, 1), ==, top_of (bar, 2));
      if (widths[i].n_rows == 1)
        g_assert_cmpfloat (top_of (bar, 3), ==, top_of (bar, 1));
      else
        g_assert_cmpfloat (top_of (bar, 3), >, top_of (bar, 1));

      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_finalize (void)
{
  GtkWidget *bar = g_object_ref_sink (create ());

  g_assert_finalize_object (bar);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  grades = g_array_new (FALSE, FALSE, sizeof (int));

  g_test_add_func ("/grade-bar/clicks-and-keys", test_clicks_and_keys);
  g_test_add_func ("/grade-bar/two-buttons", test_two_buttons);
  g_test_add_func ("/grade-bar/keys-need-a-shown-bar", test_keys_need_a_shown_bar);
  g_test_add_func ("/grade-bar/suggested", test_suggested);
  g_test_add_func ("/grade-bar/names", test_names);
  g_test_add_func ("/grade-bar/rows", test_rows);
  g_test_add_func ("/grade-bar/finalize", test_finalize);

  result = g_test_run ();
  g_array_unref (grades);

  return result;
}
