/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The pages of an incident, each shown in a window. */

#include "config.h"

#include "incident-fixture.h"
#include "ui-test.h"

#include "incident/evidence.h"
#include "ui/incident/actions-view.h"
#include "ui/incident/conversation-view.h"
#include "ui/incident/dashboard.h"
#include "ui/incident/debrief-page.h"
#include "ui/incident/evidence-log-view.h"
#include "ui/incident/evidence-panel.h"
#include "ui/incident/evidence-table-view.h"
#include "ui/incident/evidence-trace-view.h"
#include "ui/incident/span-bar.h"
#include "ui/incident/incident-page.h"
#include "ui/incident/incident-panes.h"
#include "ui/incident/play-view.h"
#include "ui/incident/question-view.h"
#include "ui/incident/start-view.h"
#include "ui/widgets/chart/chart.h"
#include "ui/widgets/checklist.h"

#include <string.h>

#define WIDE 1200
#define NARROW 350
#define HEIGHT 700

static guint
count (GtkWidget *widget,
       GType      type)
{
  guint n = 0;

  while (ui_test_find (widget, type, n) != NULL)
    n++;

  return n;
}

static void
assert_gone (GtkWidget *window,
             GtkWidget *widget)
{
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (widget);
}

/* Keys alone lead through the reference run. */
static void
test_keys (IncidentFixture *fixture,
           gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  DrillRun             *run = drill_play_get_run (play);
  GtkWidget            *view = drill_play_view_new (play);
  GtkWidget            *window = ui_test_show (view, WIDE, HEIGHT);
  GtkWidget            *question;
  g_autofree char      *moves = NULL;

  g_assert_null (ui_test_find (view, DRILL_TYPE_CHART, 0));
  g_assert_true (ui_test_press (view, GDK_KEY_3, 0)); /* the first update */
  question = ui_test_find (view, DRILL_TYPE_QUESTION_VIEW, 0);
  g_assert_nonnull (question);
  drill_question_view_advance (DRILL_QUESTION_VIEW (question));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = ui_test_find (question, GTK_TYPE_LIST_BOX_ROW, i);

      /* What Space does on it. */
      g_assert_true (gtk_widget_grab_focus (row));
      gtk_widget_activate (row);
    }
  drill_question_view_advance (DRILL_QUESTION_VIEW (question));
  g_assert_null (ui_test_find (view, DRILL_TYPE_QUESTION_VIEW, 0));

  g_assert_true (ui_test_press (view, GDK_KEY_2, 0)); /* logs */
  g_assert_cmpuint (count (view, DRILL_TYPE_EVIDENCE_PANEL), ==, 3);
  g_assert_true (ui_test_press (view, GDK_KEY_4, 0)); /* flag off */
  g_assert_true (ui_test_press (view, GDK_KEY_1, 0)); /* memory panel */
  g_assert_cmpuint (count (view, DRILL_TYPE_CHART), ==, 1);
  g_assert_cmpuint (count (view, DRILL_TYPE_EVIDENCE_PANEL), ==, 4);
  g_assert_true (ui_test_press (view, GDK_KEY_4, 0)); /* rolling restart */
  g_assert_true (ui_test_press (view, GDK_KEY_4, 0)); /* stand down */
  g_assert_true (drill_run_is_over (run));
  moves = drill_run_to_text (run);
  g_assert_cmpstr (moves, ==,
                   "first-update first-update=3 console logs console flag-off console memory-panel console"
                   " rolling-restart console stand-down");
  /* Nothing is left to do but to look at it. */
  g_assert_false (ui_test_press (view, GDK_KEY_9, 0));
  ui_test_settle ();
  assert_gone (window, view);
}

static void
test_undo_closes_panels (IncidentFixture *fixture,
                         gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  GtkWidget            *view = drill_play_view_new (play);
  GtkWidget            *window = ui_test_show (view, WIDE, HEIGHT);

  incident_act (play, "memory-panel");
  incident_act (play, "logs");
  g_assert_cmpuint (count (view, DRILL_TYPE_EVIDENCE_PANEL), ==, 4);
  drill_play_undo (play);
  g_assert_cmpuint (count (view, DRILL_TYPE_EVIDENCE_PANEL), ==, 1);
  g_assert_cmpuint (count (view, DRILL_TYPE_CHART), ==, 1);
  drill_play_undo (play);
  g_assert_cmpuint (count (view, DRILL_TYPE_EVIDENCE_PANEL), ==, 0);
  g_assert_cmpuint (count (view, DRILL_TYPE_CHART), ==, 0);
  assert_gone (window, view);
}

/* An event that interrupts does not take away what was typed before. */
static void
test_typed_words_stay (IncidentFixture *fixture,
                       gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  guint                 section = incident_section (play, "first-update");
  GtkWidget            *view = drill_play_view_new (play);
  GtkWidget            *window = ui_test_show (view, WIDE, HEIGHT);
  GtkWidget            *question;
  GtkWidget            *text;

  incident_act (play, "first-update");
  question = ui_test_find (view, DRILL_TYPE_QUESTION_VIEW, 0);
  text = ui_test_find (question, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Half a sent", -1);
  incident_act (play, "logs");
  g_assert_true (ui_test_find (view, DRILL_TYPE_QUESTION_VIEW, 0) == question);
  g_assert_cmpstr (drill_play_get_words (play, section), ==, "Half a sent");
  assert_gone (window, view);
}

static void
test_hints_do_not_tick (IncidentFixture *fixture,
                        gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  guint                 section = incident_section (play, "first-update");
  GtkWidget            *question;
  GtkWidget            *window;
  DrillChecklist       *checklist;

  incident_act (play, "first-update");
  drill_play_set_words (play, section, "All customers are affected.");
  question = drill_question_view_new (play, section);
  window = ui_test_show (question, NARROW, HEIGHT);
  g_assert_null (ui_test_find (question, DRILL_TYPE_CHECKLIST, 0));
  drill_question_view_advance (DRILL_QUESTION_VIEW (question));
  checklist = DRILL_CHECKLIST (ui_test_find (question, DRILL_TYPE_CHECKLIST, 0));
  g_assert_cmpuint (drill_checklist_get_n_points (checklist), ==, 2);
  g_assert_cmpuint (drill_checklist_get_n_ticked (checklist), ==, 0);
  gtk_test_accessible_assert_property (ui_test_find (GTK_WIDGET (checklist), GTK_TYPE_LIST_BOX_ROW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Who is affected, In your words?");
  gtk_test_accessible_assert_property (ui_test_find (GTK_WIDGET (checklist), GTK_TYPE_LIST_BOX_ROW, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "When the next update comes");
  g_assert_cmpint (ui_test_minimum_width (question), <=, NARROW);
  drill_checklist_set_ticked (checklist, 1, TRUE);
  drill_question_view_advance (DRILL_QUESTION_VIEW (question));
  g_assert_cmpuint (drill_run_get_moves (drill_play_get_run (play))[1].ticks, ==, 2);
  assert_gone (window, question);
}

static void
test_narrow (IncidentFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  GtkWidget            *view = drill_play_view_new (play);
  GtkWidget            *window = ui_test_show (view, NARROW, HEIGHT);
  DrillIncidentPanes   *panes = DRILL_INCIDENT_PANES (ui_test_find (view, DRILL_TYPE_INCIDENT_PANES, 0));
  GtkWidget            *actions = ui_test_find (view, DRILL_TYPE_ACTIONS_VIEW, 0);
  GtkWidget            *talk = ui_test_find (view, DRILL_TYPE_CONVERSATION_VIEW, 0);

  g_assert_true (drill_incident_panes_get_narrow (panes));
  g_assert_true (gtk_widget_get_mapped (talk));
  g_assert_false (gtk_widget_get_mapped (actions));
  drill_incident_panes_show (panes, DRILL_PANE_ACTIONS);
  g_assert_true (gtk_widget_get_mapped (actions));
  g_assert_false (gtk_widget_get_mapped (talk));

  incident_act (play, "memory-panel");
  incident_act (play, "logs");
  ui_test_settle ();
  g_assert_cmpint (drill_incident_panes_get_shown (panes), ==, DRILL_PANE_TALK);
  drill_play_view_show_evidence (DRILL_PLAY_VIEW (view), 0);
  g_assert_cmpint (drill_incident_panes_get_shown (panes), ==, DRILL_PANE_DASHBOARD);
  ui_test_settle ();
  g_assert_cmpint (ui_test_minimum_width (view), <=, NARROW);
  assert_gone (window, view);
}

static void
test_time_passes (IncidentFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  GtkWidget            *view = drill_play_view_new (play);
  GtkWidget            *window = ui_test_show (view, WIDE, HEIGHT);

  incident_act (play, "memory-panel");
  g_assert_false (drill_play_view_is_moving (DRILL_PLAY_VIEW (view)));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  incident_act (play, "logs");
  g_assert_true (drill_play_view_is_moving (DRILL_PLAY_VIEW (view)));
  /* The next action does not wait for it. */
  incident_act (play, "flag-off");
  while (drill_play_view_is_moving (DRILL_PLAY_VIEW (view)))
    g_main_context_iteration (NULL, TRUE);
  drill_play_undo (play);
  g_assert_false (drill_play_view_is_moving (DRILL_PLAY_VIEW (view)));
  incident_act (play, "flag-off");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ui_test_settle ();
  assert_gone (window, view);
}

static void
test_log (void)
{
  static const struct
  {
    guint       level;
    const char *search;
    guint       expected;
  } cases[] = {
    { 0, "", 4 },      { 30, "", 4 },        { 40, "", 3 },        { 50, "", 2 },
    { 0, "QUOTA", 1 }, { 0, "GET /a", 1 },   { 0, "reqid", 1 },    { 50, "quota", 0 },
    { 0, "zzz", 0 },   { 35, "", 3 },
  };
  static const char text[] = "{\"level\":30,\"time\":1700000000000,\"msg\":\"started\",\"reqId\":\"r1\"}\n"
                             "{\"level\":40,\"msg\":\"Quota near\",\"route\":\"GET /a\"}\n"
                             "{\"level\":50,\"msg\":\"failed\"}\n"
                             "a line that is not JSON\n";
  GtkWidget *view = drill_evidence_log_view_new (drill_log_parse (text, strlen (text), 0, NULL), 0);
  GtkWidget *window = ui_test_show (view, NARROW, HEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      drill_evidence_log_view_set_level (DRILL_EVIDENCE_LOG_VIEW (view), cases[i].level);
      drill_evidence_log_view_search (DRILL_EVIDENCE_LOG_VIEW (view), cases[i].search);
      if (drill_evidence_log_view_get_n_shown (DRILL_EVIDENCE_LOG_VIEW (view)) != cases[i].expected)
        g_error ("level %u and \"%s\" show %u lines", cases[i].level, cases[i].search,
                 drill_evidence_log_view_get_n_shown (DRILL_EVIDENCE_LOG_VIEW (view)));
    }
  g_assert_cmpint (ui_test_minimum_width (view), <=, NARROW - 50);
  ui_test_settle ();
  assert_gone (window, view);
}

static void
test_table_and_trace (void)
{
  static const char csv[] = "Function,Self\nhash,12.5\ncheckPending,3\n";
  static const char json[] =
      "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"gw\"}}]},"
      "\"scopeSpans\":[{\"spans\":[{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"b7ad6b7169203331\","
      "\"name\":\"GET /\",\"startTimeUnixNano\":\"1000000000\",\"endTimeUnixNano\":\"3000000000\",\"status\":{\"code\":2}},"
      "{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"b7ad6b7169203332\","
      "\"parentSpanId\":\"b7ad6b7169203331\",\"name\":\"a much longer name than that of its parent\","
      "\"startTimeUnixNano\":\"1000000000\",\"endTimeUnixNano\":\"2000000000\"}]}]}]}";
  g_autoptr (GError) error = NULL;
  DrillTrace        *trace = drill_trace_parse (json, strlen (json), &error);
  GtkWidget         *table;
  GtkWidget         *waterfall;
  GtkWidget         *window;
  graphene_rect_t    parent;
  graphene_rect_t    child;

  g_assert_no_error (error);
  table = drill_evidence_table_view_new (drill_table_parse (csv, strlen (csv), &error), "CPU profile");
  g_assert_no_error (error);
  window = ui_test_show (table, NARROW, HEIGHT);
  g_assert_cmpint (ui_test_minimum_width (table), <=, NARROW - 50);
  assert_gone (window, table);

  waterfall = drill_evidence_trace_view_new (trace);
  window = ui_test_show (waterfall, NARROW, HEIGHT);
  g_assert_cmpint (ui_test_minimum_width (waterfall), <=, NARROW - 50);

  /* All bars share one axis, however long and deep the names are. */
  g_assert_true (gtk_widget_compute_bounds (ui_test_find (waterfall, DRILL_TYPE_SPAN_BAR, 0), waterfall, &parent));
  g_assert_true (gtk_widget_compute_bounds (ui_test_find (waterfall, DRILL_TYPE_SPAN_BAR, 1), waterfall, &child));
  g_assert_cmpfloat (parent.origin.x, ==, child.origin.x);
  g_assert_cmpfloat (parent.size.width, ==, child.size.width);
  assert_gone (window, waterfall);
}

static void
wait_for_child (GtkWidget *page,
                GType      type)
{
  while (ui_test_find (page, type, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
}

/* Briefing, simulation, debrief, and back into the simulation from a decision. */
static void
test_the_whole_page (IncidentFixture *fixture,
                     gconstpointer    data)
{
  GtkWidget *page = drill_incident_page_new (fixture->library, fixture->study, fixture->key, FALSE);
  GtkWidget *window = ui_test_show (page, WIDE, HEIGHT);
  GtkWidget *view;

  wait_for_child (page, DRILL_TYPE_START_VIEW);
  /* There is nothing to go on with, and nothing to undo. */
  gtk_widget_activate_action (page, "incident.continue", NULL);
  gtk_widget_activate_action (page, "incident.undo", NULL);
  g_assert_nonnull (ui_test_find (page, DRILL_TYPE_START_VIEW, 0));
  g_assert_true (gtk_widget_activate_action (page, "incident.play", NULL));
  wait_for_child (page, DRILL_TYPE_PLAY_VIEW);
  gtk_widget_activate_action (page, "incident.undo", NULL);

  view = ui_test_find (page, DRILL_TYPE_PLAY_VIEW, 0);
  g_assert_true (ui_test_press (view, GDK_KEY_2, 0)); /* logs */
  g_assert_true (ui_test_press (view, GDK_KEY_2, 0));
  g_assert_true (gtk_widget_activate_action (page, "incident.undo", NULL));
  g_assert_true (gtk_widget_activate_action (page, "incident.show-evidence", "u", 2));
  for (const char *key = "445"; *key != '\0'; key++) /* flag off, rolling restart, stand down */
    {
      GtkWidget *actions = ui_test_find (page, DRILL_TYPE_ACTIONS_VIEW, 0);

      drill_actions_view_press (DRILL_ACTIONS_VIEW (actions), GDK_KEY_0 + (*key - '0'));
    }
  /* An event may have come between: go on until nothing but the debrief is left. */
  for (guint i = 0; i < 40 && ui_test_find (page, DRILL_TYPE_DEBRIEF_PAGE, 0) == NULL; i++)
    {
      ui_test_press (view, GDK_KEY_1, 0);
      gtk_widget_activate_action (page, "incident.debrief", NULL);
      ui_test_settle ();
    }
  wait_for_child (page, DRILL_TYPE_DEBRIEF_PAGE);

  g_assert_true (gtk_widget_activate_action (page, "incident.try-from", "u", 1));
  wait_for_child (page, DRILL_TYPE_PLAY_VIEW);
  g_assert_true (gtk_widget_activate_action (page, "incident.start-page", NULL));
  wait_for_child (page, DRILL_TYPE_START_VIEW);
  g_assert_true (gtk_widget_activate_action (page, "incident.continue", NULL));
  wait_for_child (page, DRILL_TYPE_PLAY_VIEW);
  assert_gone (window, page);
}

/* The key that leads to @slug, or 0. */
static guint
find_key (DrillPlay  *play,
          const char *slug)
{
  g_autoptr (GArray) actions = drill_play_get_actions (play);

  for (guint i = 0; i < actions->len && drill_actions_view_get_keys ()[i] != 0; i++)
    {
      if (g_str_equal (g_array_index (actions, DrillAction, i).choice->slug, slug))
        return drill_actions_view_get_keys ()[i];
    }

  return 0;
}

/* A choice such as "Restart the fleet" only asks how. Goes there when the way to
 * @slug leads through it. */
static void
pass_menu (GtkWidget  *view,
           DrillPlay  *play,
           const char *slug)
{
  g_autoptr (GArray) actions = drill_play_get_actions (play);

  for (guint i = 0; i < actions->len && find_key (play, slug) == 0; i++)
    {
      const DrillScenarioChoice  *choice = g_array_index (actions, DrillAction, i).choice;
      const DrillScenarioSection *menu = drill_scenario_section (drill_play_get_scenario (play), choice->target);

      for (guint k = 0; menu->neutral && k < menu->choices->len; k++)
        {
          if (g_str_equal (((DrillScenarioChoice *) g_ptr_array_index (menu->choices, k))->slug, slug))
            {
              g_assert_true (ui_test_press (view, find_key (play, choice->slug), 0));
              return;
            }
        }
    }
}

static void
answer_in (GtkWidget *view)
{
  GtkWidget *question;

  while ((question = ui_test_find (view, DRILL_TYPE_QUESTION_VIEW, 0)) != NULL)
    {
      GtkWidget *checklist;

      drill_question_view_advance (DRILL_QUESTION_VIEW (question));
      checklist = ui_test_find (question, DRILL_TYPE_CHECKLIST, 0);
      for (guint i = 0; i < drill_checklist_get_n_points (DRILL_CHECKLIST (checklist)); i++)
        drill_checklist_set_ticked (DRILL_CHECKLIST (checklist), i, TRUE);
      drill_question_view_advance (DRILL_QUESTION_VIEW (question));
    }
}

/* The scenario that comes with the program, by the keys of its actions, with
 * every panel opened and read. */
static void
test_the_bundled_one (IncidentFixture *fixture,
                      gconstpointer    data)
{
  g_autofree char             *path = g_build_filename (g_getenv ("PAGERDRILL_CONTENT_DIR"), "node-incidents",
                                                        "api-gateway-memory", "scenario.md", NULL);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (GError)           error = NULL;
  g_autoptr (DrillScenario)    scenario = drill_scenario_load (path, "scenario.md", diagnostics, &error);
  g_autoptr (DrillPlay)        play = NULL;
  const DrillScenarioRun      *reference;
  GtkWidget                   *view;
  GtkWidget                   *window;

  g_assert_no_error (error);
  play = drill_play_new (scenario, fixture->study, "node-incidents/api-gateway-memory");
  view = drill_play_view_new (play);
  window = ui_test_show (view, WIDE, HEIGHT);
  reference = drill_scenario_reference (scenario);
  answer_in (view);
  for (guint i = 0; i < reference->stops->len; i++)
    {
      const char *slug = ((DrillScenarioStop *) g_ptr_array_index (reference->stops, i))->slug;

      if (i == 0)
        ui_test_press (view, GDK_KEY_1, 0); /* acknowledge */
      pass_menu (view, play, slug);
      if (!ui_test_press (view, find_key (play, slug), 0))
        g_error ("no key leads to %s", slug);
      answer_in (view);
      ui_test_settle ();
    }
  g_assert_true (drill_run_is_over (drill_play_get_run (play)));
  g_assert_cmpint (drill_play_get_record (play)->score, >=, 90);
  while (ui_test_find (view, DRILL_TYPE_EVIDENCE_LOG_VIEW, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ui_test_find (view, DRILL_TYPE_EVIDENCE_TRACE_VIEW, 0));
  assert_gone (window, view);
}

/* Left and opened again, the run goes on at once. */
static void
test_resume (IncidentFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (GPtrArray) runs = NULL;
  GtkWidget            *page;
  GtkWidget            *window;

  incident_act (play, "logs");
  runs = incident_fixture_list_runs (fixture, play);
  page = drill_incident_page_new (fixture->library, fixture->study, fixture->key, TRUE);
  window = ui_test_show (page, WIDE, HEIGHT);
  wait_for_child (page, DRILL_TYPE_PLAY_VIEW);
  g_assert_cmpuint (count (page, DRILL_TYPE_EVIDENCE_PANEL), ==, 3);
  assert_gone (window, page);
}

/* Closed while it loads, or pointed at nothing, it makes no trouble. */
static void
test_no_incident (IncidentFixture *fixture,
                  gconstpointer    data)
{
  GtkWidget *page = drill_incident_page_new (fixture->library, fixture->study, "no/such", FALSE);
  GtkWidget *window = ui_test_show (page, WIDE, HEIGHT);

  wait_for_child (page, ADW_TYPE_STATUS_PAGE);
  assert_gone (window, page);

  page = drill_incident_page_new (fixture->library, fixture->study, fixture->key, FALSE);
  window = ui_test_show (page, WIDE, HEIGHT);
  assert_gone (window, page);
}

/* The clock goes on while somebody looks at it; the focus stays where it is. */
static void
test_ticker (IncidentFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  DrillRun             *run = drill_play_get_run (play);
  GtkWidget            *view;
  GtkWidget            *window;
  DrillTicker          *ticker;
  GtkWidget            *focus;

  drill_play_set_pace (play, 15);
  view = drill_play_view_new (play);
  window = ui_test_show (view, WIDE, HEIGHT);
  ticker = drill_play_view_get_ticker (DRILL_PLAY_VIEW (view));
  while (!gtk_window_is_active (GTK_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  incident_act (play, "memory-panel");
  incident_act (play, "first-update");
  ui_test_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  drill_ticker_tick (ticker);
  g_assert_true (drill_ticker_get_running (ticker));

  /* 4 times as fast as real time, in whole seconds. */
  g_assert_cmpint (drill_run_get_clock (run), ==, 180);
  drill_clock_advance_fake (fixture->clock, 1100);
  drill_ticker_tick (ticker);
  g_assert_cmpint (drill_run_get_clock (run), ==, 184);
  drill_clock_advance_fake (fixture->clock, 150);
  drill_ticker_tick (ticker);
  g_assert_cmpint (drill_run_get_clock (run), ==, 185);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);

  /* A program that stood still has seen nothing. */
  drill_clock_advance_fake (fixture->clock, 3600 * 1000);
  drill_ticker_tick (ticker);
  g_assert_cmpint (drill_run_get_clock (run), ==, 185);

  g_assert_true (ui_test_press (view, GDK_KEY_p, GDK_CONTROL_MASK));
  g_assert_true (drill_ticker_get_paused (ticker));
  g_assert_false (drill_ticker_get_running (ticker));
  drill_clock_advance_fake (fixture->clock, 1000);
  drill_ticker_tick (ticker);
  g_assert_cmpint (drill_run_get_clock (run), ==, 185);
  drill_ticker_set_paused (ticker, FALSE);
  drill_clock_advance_fake (fixture->clock, 500);
  drill_ticker_tick (ticker);
  g_assert_cmpint (drill_run_get_clock (run), ==, 187);

  gtk_widget_set_visible (view, FALSE);
  drill_clock_advance_fake (fixture->clock, 1000);
  drill_ticker_tick (ticker);
  g_assert_false (drill_ticker_get_running (ticker));
  g_assert_cmpint (drill_run_get_clock (run), ==, 187);
  gtk_widget_set_visible (view, TRUE);
  assert_gone (window, view);
}

/* Without pressure nothing passes, however long one looks. */
static void
test_no_pressure (IncidentFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  GtkWidget            *view = drill_play_view_new (play);
  GtkWidget            *window = ui_test_show (view, WIDE, HEIGHT);

  drill_clock_advance_fake (fixture->clock, 1000);
  drill_ticker_tick (drill_play_view_get_ticker (DRILL_PLAY_VIEW (view)));
  g_assert_cmpint (drill_run_get_clock (drill_play_get_run (play)), ==, 0);
  g_assert_false (ui_test_press (view, GDK_KEY_p, GDK_CONTROL_MASK));
  assert_gone (window, view);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (IncidentFixture *fixture,
                  gconstpointer    data);
  } tests[] = {
    { "/incident-views/ticker", test_ticker },
    { "/incident-views/no-pressure", test_no_pressure },
    { "/incident-views/keys", test_keys },
    { "/incident-views/undo-closes-panels", test_undo_closes_panels },
    { "/incident-views/typed-words-stay", test_typed_words_stay },
    { "/incident-views/hints-do-not-tick", test_hints_do_not_tick },
    { "/incident-views/narrow", test_narrow },
    { "/incident-views/time-passes", test_time_passes },
    { "/incident-views/the-whole-page", test_the_whole_page },
    { "/incident-views/resume", test_resume },
    { "/incident-views/the-bundled-one", test_the_bundled_one },
    { "/incident-views/no-incident", test_no_incident },
  };

  ui_test_init (&argc, &argv);
  g_test_add_func ("/incident-views/log", test_log);
  g_test_add_func ("/incident-views/table-and-trace", test_table_and_trace);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, IncidentFixture, NULL, incident_fixture_set_up, tests[i].test, incident_fixture_tear_down);

  return g_test_run ();
}
