/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/checklist.h"

static guint    n_changed;
static guint    last_index;
static gboolean last_ticked;

static void
changed_cb (DrillChecklist *list,
            guint           index,
            gboolean        ticked)
{
  n_changed++;
  last_index = index;
  last_ticked = ticked;
}

static GtkWidget *
create (void)
{
  GtkWidget *list = drill_checklist_new ();

  drill_checklist_append (DRILL_CHECKLIST (list), "Takes `evidence` first", DRILL_GRADE_MUST, "Must");
  drill_checklist_append (DRILL_CHECKLIST (list), "Second", DRILL_GRADE_NONE, NULL);
  n_changed = 0;
  g_signal_connect (list, "changed", G_CALLBACK (changed_cb), NULL);

  return g_object_ref_sink (list);
}

static void
test_tick (void)
{
  g_autoptr (GtkWidget) list = create ();
  DrillChecklist       *self = DRILL_CHECKLIST (list);
  guint                 notified = 0;

  ui_test_count_notify (list, "n-ticked", &notified);
  g_assert_cmpuint (drill_checklist_get_n_points (self), ==, 2);

  drill_checklist_set_ticked (self, 1, TRUE);
  drill_checklist_set_ticked (self, 1, TRUE);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (last_index, ==, 1);
  g_assert_true (last_ticked);
  g_assert_cmpuint (drill_checklist_get_n_ticked (self), ==, 1);

  drill_checklist_set_ticked (self, 1, FALSE);
  g_assert_false (last_ticked);
  g_assert_cmpuint (drill_checklist_get_n_ticked (self), ==, 0);
}

/* What Space and Enter do on the focused row. */
static void
test_activate (void)
{
  GtkWidget *list = create ();
  GtkWidget *window = ui_test_show (list, 360, 300);
  GtkWidget *row = ui_test_find (list, GTK_TYPE_LIST_BOX_ROW, 0);

  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate (row);
  g_assert_true (drill_checklist_get_ticked (DRILL_CHECKLIST (list), 0));
  gtk_widget_activate (row);
  g_assert_false (drill_checklist_get_ticked (DRILL_CHECKLIST (list), 0));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_widget_has_focus (ui_test_find (list, GTK_TYPE_LIST_BOX_ROW, 1)));

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (list);
}

static void
test_accessible (void)
{
  g_autoptr (GtkWidget) list = create ();
  GtkAccessible        *row = GTK_ACCESSIBLE (ui_test_find (list, GTK_TYPE_LIST_BOX_ROW, 0));
  GtkAccessible        *second = GTK_ACCESSIBLE (ui_test_find (list, GTK_TYPE_LIST_BOX_ROW, 1));

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Takes evidence first, Must");
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, "Second");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  drill_checklist_set_ticked (DRILL_CHECKLIST (list), 0, TRUE);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

static void
test_clear (void)
{
  g_autoptr (GtkWidget) list = create ();
  DrillChecklist       *self = DRILL_CHECKLIST (list);

  drill_checklist_set_ticked (self, 0, TRUE);
  drill_checklist_clear (self);
  g_assert_cmpuint (drill_checklist_get_n_points (self), ==, 0);
  g_assert_cmpuint (drill_checklist_get_n_ticked (self), ==, 0);

  drill_checklist_append (self, "New", DRILL_GRADE_GOOD, "Good");
  g_assert_false (drill_checklist_get_ticked (self, 0));
}

/* The grade stands at the end of a wide row and below the text of a narrow one. */
static void
test_reflow (void)
{
  for (int wide = 0; wide < 2; wide++)
    {
      GtkWidget       *list = create ();
      GtkWidget       *window = ui_test_show (list, wide ? 800 : 200, 300);
      GtkWidget       *chip = ui_test_find (list, GTK_TYPE_LABEL, 1);
      GtkWidget       *text = gtk_widget_get_prev_sibling (chip);
      graphene_rect_t  chip_box, text_box;

      g_assert_true (gtk_widget_has_css_class (chip, "must"));
      g_assert_true (gtk_widget_compute_bounds (chip, list, &chip_box));
      g_assert_true (gtk_widget_compute_bounds (text, list, &text_box));
      if (wide)
        g_assert_cmpfloat (chip_box.origin.x, >, text_box.origin.x + text_box.size.width);
      else
        g_assert_cmpfloat (chip_box.origin.y, >=, text_box.origin.y + text_box.size.height);

      gtk_window_destroy (GTK_WINDOW (window));
      g_object_unref (list);
    }
}

static void
test_finalize (void)
{
  GtkWidget *list = create ();

  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/checklist/tick", test_tick);
  g_test_add_func ("/checklist/activate", test_activate);
  g_test_add_func ("/checklist/accessible", test_accessible);
  g_test_add_func ("/checklist/clear", test_clear);
  g_test_add_func ("/checklist/reflow", test_reflow);
  g_test_add_func ("/checklist/finalize", test_finalize);

  return g_test_run ();
}
