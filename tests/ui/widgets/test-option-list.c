/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/option-list.h"

static guint    n_chosen;
static guint    last_index;
static gboolean last_chosen;

static void
chosen_cb (DrillOptionList *list,
           guint            index,
           gboolean         chosen)
{
  n_chosen++;
  last_index = index;
  last_chosen = chosen;
}

static DrillOptionList *
create (gboolean multiple)
{
  DrillOptionList *list = DRILL_OPTION_LIST (drill_option_list_new ());

  drill_option_list_set_multiple (list, multiple);
  drill_option_list_append (list, "One with `code`");
  drill_option_list_append (list, "Two");
  drill_option_list_append (list, "Three");
  n_chosen = 0;
  g_signal_connect (list, "chosen", G_CALLBACK (chosen_cb), NULL);

  return g_object_ref_sink (list);
}

static GtkWidget *
get_row (DrillOptionList *list,
         guint            n)
{
  return ui_test_find (GTK_WIDGET (list), GTK_TYPE_LIST_BOX_ROW, n);
}

static void
test_one_answer (void)
{
  DrillOptionList *list = create (FALSE);
  GtkWidget       *window = ui_test_show (GTK_WIDGET (list), 360, 300);

  gtk_widget_activate (get_row (list, 1));
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 1 << 1);
  g_assert_cmpuint (n_chosen, ==, 1);

  g_assert_true (ui_test_press (GTK_WIDGET (list), GDK_KEY_c, 0));
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 1 << 2);
  g_assert_cmpuint (n_chosen, ==, 2);
  g_assert_cmpuint (last_index, ==, 2);
  g_assert_true (last_chosen);
  g_assert_true (gtk_widget_has_focus (get_row (list, 2)));

  /* Choosing it again changes nothing and tells nobody. */
  gtk_widget_activate (get_row (list, 2));
  g_assert_cmpuint (n_chosen, ==, 2);

  /* There is no D. */
  g_assert_false (ui_test_press (GTK_WIDGET (list), GDK_KEY_d, 0));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (list);
}

static void
test_many_answers (void)
{
  DrillOptionList *list = create (TRUE);
  GtkWidget       *window = ui_test_show (GTK_WIDGET (list), 360, 300);

  ui_test_press (GTK_WIDGET (list), GDK_KEY_a, 0);
  ui_test_press (GTK_WIDGET (list), GDK_KEY_c, 0);
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 0x5);
  ui_test_press (GTK_WIDGET (list), GDK_KEY_a, 0);
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 0x4);
  g_assert_false (last_chosen);
  g_assert_cmpuint (n_chosen, ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (list);
}

static void
test_accessible (void)
{
  DrillOptionList *one = create (FALSE);
  DrillOptionList *many = create (TRUE);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_row (one, 0)), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_row (many, 0)), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (one, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "A: One with code");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (one, 1)), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "B");

  drill_option_list_set_chosen (one, 2);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_row (one, 0)), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_row (one, 1)), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpuint (n_chosen, ==, 0);

  g_object_unref (one);
  g_object_unref (many);
}

static void
test_reveal (void)
{
  static const char *const reasons[] = { "Because **so**", NULL, "Not this" };
  DrillOptionList         *list = create (TRUE);
  GtkWidget               *window = ui_test_show (GTK_WIDGET (list), 360, 500);
  guint                    notified = 0;

  ui_test_count_notify (list, "revealed", &notified);
  drill_option_list_set_chosen (list, 0x5);
  drill_option_list_reveal (list, 0x3, reasons);
  g_assert_true (drill_option_list_get_revealed (list));
  g_assert_cmpuint (notified, ==, 1);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (list, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A: One with code. Correct, your answer");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (list, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "B: Two. Correct, you did not choose it");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (list, 2)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "C: Three. Wrong, your answer");
  g_assert_true (gtk_widget_has_css_class (get_row (list, 2), "wrong"));
  g_assert_nonnull (ui_test_find (get_row (list, 0), GTK_TYPE_IMAGE, 0));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_test_find (get_row (list, 0), GTK_TYPE_LABEL, 3))), ==, "Because so");

  /* The answer stands. */
  gtk_widget_activate (get_row (list, 1));
  g_assert_false (ui_test_press (GTK_WIDGET (list), GDK_KEY_b, 0));
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 0x5);
  g_assert_cmpuint (n_chosen, ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (list);
}

/* One list shows question after question; its keys must not add up. */
static void
test_clear (void)
{
  DrillOptionList *list = create (FALSE);
  GtkWidget       *window = ui_test_show (GTK_WIDGET (list), 360, 300);

  drill_option_list_set_chosen (list, 1);
  drill_option_list_reveal (list, 1, NULL);
  drill_option_list_clear (list);
  g_assert_cmpuint (drill_option_list_get_n_options (list), ==, 0);
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 0);
  g_assert_false (drill_option_list_get_revealed (list));
  g_assert_false (ui_test_press (GTK_WIDGET (list), GDK_KEY_a, 0));

  drill_option_list_set_multiple (list, TRUE);
  drill_option_list_append (list, "New");
  g_assert_true (ui_test_press (GTK_WIDGET (list), GDK_KEY_a, 0));
  g_assert_cmpuint (n_chosen, ==, 1);
  g_assert_cmpuint (drill_option_list_get_chosen (list), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (list);
}

static void
test_alphabet (void)
{
  DrillOptionList *list = DRILL_OPTION_LIST (g_object_ref_sink (drill_option_list_new ()));

  for (guint i = 0; i < DRILL_OPTION_LIST_MAX; i++)
    drill_option_list_append (list, "x");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (list, 25)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Z: x");
  drill_option_list_set_chosen (list, 1u << 25);
  drill_option_list_reveal (list, 1u << 25, NULL);

  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/option-list/one-answer", test_one_answer);
  g_test_add_func ("/option-list/many-answers", test_many_answers);
  g_test_add_func ("/option-list/accessible", test_accessible);
  g_test_add_func ("/option-list/reveal", test_reveal);
  g_test_add_func ("/option-list/clear", test_clear);
  g_test_add_func ("/option-list/alphabet", test_alphabet);

  return g_test_run ();
}
