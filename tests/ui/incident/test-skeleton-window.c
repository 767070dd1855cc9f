/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The assistant that makes a scenario of an export. */

#include "config.h"

#include "ui-test.h"

#include "incident/scenario.h"
#include "ui/incident/skeleton-form.h"
#include "ui/incident/skeleton-row.h"
#include "ui/incident/skeleton-window.h"
#include "ui/widgets/chart/chart.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  char      *folder;
  GtkWidget *window; /* the assistant's */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GtkWidget *owner = gtk_label_new ("owner");

  fixture->folder = g_dir_make_tmp ("skeleton-XXXXXX", NULL);
  ui_test_show (owner, 400, 300);
  fixture->window = drill_skeleton_window_new (owner);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
}

static void
remove_file (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_remove (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  GtkWindow *owner = gtk_window_get_transient_for (GTK_WINDOW (fixture->window));
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (window);
  gtk_window_destroy (owner);
  remove_file (fixture, "checkout-is-slow/metrics/incident.csv");
  remove_file (fixture, "checkout-is-slow/metrics");
  remove_file (fixture, "checkout-is-slow/scenario.md");
  remove_file (fixture, "checkout-is-slow");
  remove_file (fixture, "export.csv");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type,
      guint    index)
{
  return ui_test_find (fixture->window, type, index);
}

/* Lets the assistant read an export with this text, to the form or the problem. */
static void
read_export (Fixture    *fixture,
             const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "export.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  drill_skeleton_window_read (DRILL_SKELETON_WINDOW (fixture->window), path);
  while (find (fixture, GTK_TYPE_SPINNER, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
can_create (Fixture *fixture)
{
  return drill_skeleton_form_is_valid (DRILL_SKELETON_FORM (find (fixture, DRILL_TYPE_SKELETON_FORM, 0)));
}

static const char two_hours[] = "Time,resident memory,error ratio,lag\n"
                                "1700000000,1 GB,0.01,0.1\n"
                                "1700003600,2 GB,0.02,0.2\n"
                                "1700007200,3 GB,0.03,0.3\n";

static void
test_choices (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget       *form;
  GtkWidget       *title;
  GtkWidget       *keep[3];
  GtkWidget       *objective;
  DrillChartModel *model;

  g_assert_nonnull (find (fixture, ADW_TYPE_STATUS_PAGE, 0));
  read_export (fixture, two_hours);
  form = find (fixture, DRILL_TYPE_SKELETON_FORM, 0);
  g_assert_nonnull (form);
  g_assert_cmpstr (drill_skeleton_form_get_title (DRILL_SKELETON_FORM (form)), ==, "export");
  g_assert_cmpint (drill_skeleton_form_get_history (DRILL_SKELETON_FORM (form)), ==, 60);
  g_assert_null (find (fixture, DRILL_TYPE_SKELETON_ROW, 3));
  g_assert_true (can_create (fixture));

  /* The page's moment is marked in each chart and follows what is chosen. */
  model = drill_chart_get_model (DRILL_CHART (find (fixture, DRILL_TYPE_CHART, 0)));
  g_assert_cmpfloat (drill_chart_model_get_event (model, 0)->time, ==, 1700003600);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find (fixture, GTK_TYPE_SPIN_BUTTON, 0)), 90);
  g_assert_cmpfloat (drill_chart_model_get_event (model, 0)->time, ==, 1700005400);

  objective = find (fixture, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (objective), "a lot");
  g_assert_false (can_create (fixture));
  gtk_editable_set_text (GTK_EDITABLE (objective), "1.5G");
  g_assert_true (can_create (fixture));
  g_assert_cmpfloat (drill_chart_series_get_slo (drill_chart_model_get_series (model, 0)), ==, 1.5e9);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (can_create (fixture));
      keep[i] = ui_test_find (find (fixture, DRILL_TYPE_SKELETON_ROW, i), GTK_TYPE_CHECK_BUTTON, 0);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (keep[i]), FALSE);
    }
  g_assert_false (can_create (fixture));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (keep[1]), TRUE);
  g_assert_true (can_create (fixture));
  title = find (fixture, ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (title), "  ");
  g_assert_false (can_create (fixture));
}

static void
write_scenario (Fixture *fixture)
{
  drill_skeleton_window_write (DRILL_SKELETON_WINDOW (fixture->window), fixture->folder);
}

static void
test_written (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char             *page = g_build_filename (fixture->folder, "checkout-is-slow", "scenario.md", NULL);
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (DrillScenario)    scenario = NULL;
  g_autoptr (GError)           error = NULL;
  GtkWidget                   *form;

  read_export (fixture, two_hours);
  form = find (fixture, DRILL_TYPE_SKELETON_FORM, 0);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, 0)), "Checkout is slow");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (find (fixture, DRILL_TYPE_SKELETON_ROW, 2), GTK_TYPE_CHECK_BUTTON, 0)), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, 1)), "1%");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find (fixture, GTK_TYPE_SPIN_BUTTON, 0)), 30);
  write_scenario (fixture);
  while (find (fixture, DRILL_TYPE_SKELETON_FORM, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find (fixture, ADW_TYPE_STATUS_PAGE, 0));

  scenario = drill_scenario_load (page, "scenario.md", problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drill_diagnostics_get_length (problems), ==, 0);
  g_assert_cmpstr (scenario->title, ==, "Checkout is slow");
  g_assert_cmpuint (scenario->series->len, ==, 2);
  g_assert_cmpint (scenario->history, ==, 30 * 60);
  g_assert_true (isnan (((DrillScenarioSeries *) g_ptr_array_index (scenario->series, 0))->slo));
  g_assert_cmpfloat (((DrillScenarioSeries *) g_ptr_array_index (scenario->series, 1))->slo, ==, 0.01);

  /* A second one of that name is refused, and the form stays as it is. */
  read_export (fixture, two_hours);
  form = find (fixture, DRILL_TYPE_SKELETON_FORM, 0);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, ADW_TYPE_ENTRY_ROW, 0)), "Checkout is slow");
  write_scenario (fixture);
  g_assert_false (gtk_widget_get_sensitive (form));
  while (!gtk_widget_get_sensitive (form))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (find (fixture, DRILL_TYPE_SKELETON_FORM, 0) == form);
}

/* What cannot be read is told with file and line, and another file may be tried. */
static void
test_problems (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const texts[] = { "", "no samples here", "Time,a\n1,2\nyesterday,3\n", "{\"status\":\"error\"}",
                                       "Time,a\n1700000000,\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text;

      g_test_message ("%s", texts[i]);
      read_export (fixture, texts[i]);
      g_assert_null (find (fixture, DRILL_TYPE_SKELETON_FORM, 0));
      text = adw_status_page_get_description (ADW_STATUS_PAGE (find (fixture, ADW_TYPE_STATUS_PAGE, 0)));
      g_test_message ("%s", text);
      g_assert_cmpstr (text, !=, "");
    }
  read_export (fixture, two_hours);
  g_assert_nonnull (find (fixture, DRILL_TYPE_SKELETON_FORM, 0));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add ("/skeleton-window/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/skeleton-window/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/skeleton-window/problems", Fixture, NULL, set_up, test_problems, tear_down);

  return g_test_run ();
}
