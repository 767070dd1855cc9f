/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/compat/page-stack.h"

static GString *popped;

static void
popped_cb (DrillPageStack *stack,
           GtkWidget      *page)
{
  g_string_append (popped, gtk_widget_get_name (page));
}

static GtkWidget *
create_page (const char *name)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_name (page, name);
  gtk_box_append (GTK_BOX (page), gtk_button_new_with_label ("first"));
  gtk_box_append (GTK_BOX (page), gtk_button_new_with_label ("second"));

  return page;
}

static DrillPageStack *
create (void)
{
  DrillPageStack *stack = DRILL_PAGE_STACK (drill_page_stack_new ());

  g_string_truncate (popped, 0);
  g_signal_connect (stack, "popped", G_CALLBACK (popped_cb), NULL);
  drill_page_stack_push (stack, create_page ("r"));

  return g_object_ref_sink (stack);
}

static const char *
visible_name (DrillPageStack *stack)
{
  return gtk_widget_get_name (drill_page_stack_get_visible_page (stack));
}

static void
test_push_and_pop (void)
{
  DrillPageStack *stack = create ();
  GtkWidget      *window = ui_test_show (GTK_WIDGET (stack), 400, 300);
  GtkWidget      *page = create_page ("a");
  guint           notified = 0;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  ui_test_count_notify (stack, "depth", &notified);
  drill_page_stack_push (stack, page);
  g_assert_cmpuint (drill_page_stack_get_depth (stack), ==, 2);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpstr (visible_name (stack), ==, "a");

  g_assert_true (drill_page_stack_pop (stack));
  g_assert_cmpstr (visible_name (stack), ==, "r");
  ui_test_settle ();
  g_assert_cmpstr (popped->str, ==, "a");
  g_assert_null (page);

  /* The root stays. */
  g_assert_false (drill_page_stack_pop (stack));
  g_assert_cmpuint (drill_page_stack_get_depth (stack), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (stack);
}

static void
test_pop_to_root (void)
{
  DrillPageStack *stack = create ();
  GtkWidget      *window = ui_test_show (GTK_WIDGET (stack), 400, 300);

  drill_page_stack_push (stack, create_page ("a"));
  drill_page_stack_push (stack, create_page ("b"));
  drill_page_stack_push (stack, create_page ("c"));
  drill_page_stack_pop_to_root (stack);
  drill_page_stack_pop_to_root (stack);
  ui_test_settle ();
  g_assert_cmpstr (popped->str, ==, "cba");
  g_assert_cmpstr (visible_name (stack), ==, "r");

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (stack);
}

/* Popping and pushing in one go must not leave the old page in between. */
static void
test_replace (void)
{
  DrillPageStack *stack = create ();
  GtkWidget      *window = ui_test_show (GTK_WIDGET (stack), 400, 300);

  drill_page_stack_push (stack, create_page ("a"));
  drill_page_stack_pop (stack);
  drill_page_stack_push (stack, create_page ("b"));
  g_assert_cmpstr (popped->str, ==, "a");
  g_assert_cmpstr (visible_name (stack), ==, "b");
  drill_page_stack_pop (stack);
  ui_test_settle ();
  g_assert_cmpstr (popped->str, ==, "ab");
  g_assert_cmpstr (visible_name (stack), ==, "r");

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (stack);
}

static void
test_keys (void)
{
  DrillPageStack *stack = create ();
  GtkWidget      *window = ui_test_show (GTK_WIDGET (stack), 400, 300);

  /* Nothing to go back to: the key is left to others. */
  g_assert_false (drill_page_stack_pop (stack));

  drill_page_stack_push (stack, create_page ("a"));
  drill_page_stack_set_can_go_back (stack, FALSE);
  g_assert_false (drill_page_stack_get_can_go_back (stack));
  g_assert_false (ui_test_press (GTK_WIDGET (stack), GDK_KEY_Escape, 0));
  g_assert_cmpstr (visible_name (stack), ==, "a");

  drill_page_stack_set_can_go_back (stack, TRUE);
  g_assert_true (ui_test_press (GTK_WIDGET (stack), GDK_KEY_Escape, 0));
  g_assert_cmpstr (visible_name (stack), ==, "r");
  g_assert_false (ui_test_press (GTK_WIDGET (stack), GDK_KEY_Left, GDK_ALT_MASK));

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (stack);
}

static void
test_focus (void)
{
  DrillPageStack *stack = create ();
  GtkWidget      *window = ui_test_show (GTK_WIDGET (stack), 400, 300);
  GtkWidget      *second = gtk_widget_get_last_child (drill_page_stack_get_visible_page (stack));
  GtkWidget      *page = create_page ("a");

  gtk_widget_grab_focus (second);
  drill_page_stack_push (stack, page);
  ui_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), page));
  drill_page_stack_pop (stack);
  ui_test_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == second);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (stack);
}

/* With animations a page leaves when the transition is over, not before. */
static void
test_animated (void)
{
  DrillPageStack *stack = create ();
  GtkWidget      *window;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  window = ui_test_show (GTK_WIDGET (stack), 400, 300);

  drill_page_stack_push (stack, create_page ("a"));
  drill_page_stack_pop (stack);
  drill_page_stack_push (stack, create_page ("b"));
  drill_page_stack_push (stack, create_page ("c"));
  drill_page_stack_pop_to_root (stack);
  while (popped->len < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (popped->str, ==, "acb");
  g_assert_cmpstr (visible_name (stack), ==, "r");

  /* Destroyed in the middle of a transition. */
  drill_page_stack_push (stack, create_page ("d"));
  drill_page_stack_pop (stack);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (stack);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  ui_test_init (&argc, &argv);
  popped = g_string_new (NULL);

  g_test_add_func ("/page-stack/push-and-pop", test_push_and_pop);
  g_test_add_func ("/page-stack/pop-to-root", test_pop_to_root);
  g_test_add_func ("/page-stack/replace", test_replace);
  g_test_add_func ("/page-stack/keys", test_keys);
  g_test_add_func ("/page-stack/focus", test_focus);
  g_test_add_func ("/page-stack/animated", test_animated);

  result = g_test_run ();
  g_string_free (popped, TRUE);

  return result;
}
