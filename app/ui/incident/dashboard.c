/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   +-----------+-----------+
 *   | chart     | chart     |   in the order in which they were opened
 *   +-----------+-----------+
 *   | chart     |
 *   +-----------+-----------+
 *   | log, newest first     |
 *   +-----------------------+
 *   | trace                 |
 *   +-----------------------+
 *
 * Looking opens a panel and it stays for the rest of the run. A chart shows its
 * series up to the clock of the player, so every chart moves with every action.
 * All charts share one cursor: what was the memory when the latency rose?
 */

#include "config.h"

#include "ui/incident/dashboard.h"

#include "ui/incident/evidence-panel.h"
#include "ui/incident/panel-layout.h"
#include "ui/incident/run-curve.h"
#include "ui/widgets/chart/chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHART_WIDTH 300
#define MAX_COLUMNS 3
#define SPACING 12

/* A panel of the dashboard. */
typedef struct
{
  guint       evidence;
  GtkWidget  *widget; /* owned by its parent */
  DrillChart *chart;  /* (nullable) */
  GPtrArray  *curves; /* (nullable): DrillRunCurve, of a chart */
} Panel;

struct _DrillDashboard
{
  AdwBin     parent_instance;

  DrillPlay *play;
  GPtrArray *panels; /* Panel, in the order in which they were opened */
  GArray    *marks;
  GtkWidget *scroller;
  GtkWidget *stack;
  GtkBox    *charts;
  GtkBox    *files;
  gboolean   moving_cursor;
  guint      scroll_source;
  GtkWidget *scroll_target; /* (nullable), weak */
};

G_DEFINE_FINAL_TYPE (DrillDashboard, drill_dashboard, ADW_TYPE_BIN)

static void
panel_free (gpointer data)
{
  Panel *panel = data;

  g_clear_pointer (&panel->curves, g_ptr_array_unref);
  g_free (panel);
}

static gboolean
equal_series (const GArray *a,
              const GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_array_index (a, guint, i) != g_array_index (b, guint, i))
        return FALSE;
    }

  return TRUE;
}

/* The panel of an evidence, or one that shows the very same series. */
static Panel *
find_panel (DrillDashboard *self,
            guint           evidence)
{
  GPtrArray                   *all = drill_play_get_scenario (self->play)->evidence;
  const DrillScenarioEvidence *wanted = g_ptr_array_index (all, evidence);

  for (guint i = 0; i < self->panels->len; i++)
    {
      Panel                       *panel = g_ptr_array_index (self->panels, i);
      const DrillScenarioEvidence *shown = g_ptr_array_index (all, panel->evidence);

      if (panel->evidence == evidence)
        return panel;
      if (wanted->kind == DRILL_EVIDENCE_CHART && shown->kind == DRILL_EVIDENCE_CHART &&
          equal_series (wanted->series, shown->series))
        return panel;
    }

  return NULL;
}

static void
cursor_changed_cb (DrillDashboard  *self,
                   DrillChartModel *model)
{
  double cursor = drill_chart_model_get_cursor (model);

  if (self->moving_cursor)
    return;

  self->moving_cursor = TRUE;
  for (guint i = 0; i < self->panels->len; i++)
    {
      Panel *panel = g_ptr_array_index (self->panels, i);

      if (panel->chart != NULL && drill_chart_get_model (panel->chart) != model)
        drill_chart_model_set_cursor (drill_chart_get_model (panel->chart), cursor);
    }
  self->moving_cursor = FALSE;
}

static GtkWidget *
chart_card_new (DrillDashboard *self,
                Panel          *panel,
                const char     *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  panel->chart = DRILL_CHART (drill_chart_new (title));
  panel->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_run_curve_free);
  gtk_widget_set_vexpand (GTK_WIDGET (panel->chart), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (panel->chart));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "drill-panel");
  g_signal_connect_object (drill_chart_get_model (panel->chart), "cursor-changed",
                           G_CALLBACK (cursor_changed_cb), self, G_CONNECT_SWAPPED);

  return box;
}

static Panel *
add_panel (DrillDashboard *self,
           guint           evidence)
{
  DrillScenario               *scenario = drill_play_get_scenario (self->play);
  const DrillScenarioEvidence *source = g_ptr_array_index (scenario->evidence, evidence);
  Panel                       *panel = g_new0 (Panel, 1);

  panel->evidence = evidence;
  if (source->kind == DRILL_EVIDENCE_CHART)
    {
      panel->widget = chart_card_new (self, panel, source->text);
      gtk_box_append (self->charts, panel->widget);
    }
  else
    {
      panel->widget = drill_evidence_panel_new (scenario, evidence);
      gtk_box_prepend (self->files, panel->widget);
    }
  g_ptr_array_add (self->panels, panel);

  return panel;
}

static void
remove_panel (DrillDashboard *self,
              guint           index)
{
  Panel *panel = g_ptr_array_index (self->panels, index);

  gtk_box_remove (panel->chart != NULL ? self->charts : self->files, panel->widget);
  g_ptr_array_remove_index (self->panels, index);
}

static gboolean
is_open (GArray *evidence,
         guint   index)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      if (g_array_index (evidence, guint, i) == index)
        return TRUE;
    }

  return FALSE;
}

static void
walk_curves (DrillDashboard *self,
             Panel          *panel)
{
  DrillScenario               *scenario = drill_play_get_scenario (self->play);
  const DrillScenarioEvidence *source = g_ptr_array_index (scenario->evidence, panel->evidence);

  g_ptr_array_set_size (panel->curves, 0);
  for (guint i = 0; i < source->series->len; i++)
    g_ptr_array_add (panel->curves,
                     drill_run_curve_new (drill_play_get_run (self->play),
                                          g_array_index (source->series, guint, i)));
}

static void
show_curves (DrillDashboard *self,
             Panel          *panel,
             double          time)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_chart_series_unref);

  for (guint i = 0; i < panel->curves->len; i++)
    g_ptr_array_add (series, drill_run_curve_cut (g_ptr_array_index (panel->curves, i), time, NULL));
  drill_chart_set_series (panel->chart, (DrillChartSeries *const *) series->pdata, series->len);
  drill_chart_set_events (panel->chart,
                          (const DrillChartEvent *) (gpointer) self->marks->data,
                          drill_run_marks_cut (self->marks, drill_play_get_scenario (self->play), time));
}

/* Scrolls once the new panel has its place, two frames from now. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  DrillDashboard *self = DRILL_DASHBOARD (widget);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget      *column = gtk_widget_get_parent (GTK_WIDGET (self->charts));
  graphene_rect_t bounds;

  if (self->scroll_target == NULL || !gtk_widget_get_mapped (self->scroll_target))
    {
      self->scroll_source = 0;
      return G_SOURCE_REMOVE;
    }
  if (gtk_widget_get_height (self->scroll_target) == 0)
    return G_SOURCE_CONTINUE;

  if (gtk_widget_compute_bounds (self->scroll_target, column, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - SPACING,
                               bounds.origin.y + bounds.size.height + SPACING);
  self->scroll_source = 0;
  g_clear_weak_pointer (&self->scroll_target);

  return G_SOURCE_REMOVE;
}

static void
scroll_to (DrillDashboard *self,
           GtkWidget      *widget)
{
  g_set_weak_pointer (&self->scroll_target, widget);
  if (self->scroll_source == 0)
    self->scroll_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
drill_dashboard_dispose (GObject *object)
{
  DrillDashboard *self = DRILL_DASHBOARD (object);

  if (self->scroll_source != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_source);
  self->scroll_source = 0;
  g_clear_weak_pointer (&self->scroll_target);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_object (&self->play);

  G_OBJECT_CLASS (drill_dashboard_parent_class)->dispose (object);
}

static void
drill_dashboard_class_init (DrillDashboardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_dashboard_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Opened Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("What you look at stays here for the rest of the incident."));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static void
drill_dashboard_init (DrillDashboard *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DrillChartEvent));
  self->charts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->charts), drill_panel_layout_new (CHART_WIDTH, MAX_COLUMNS, SPACING));
  self->files = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->charts));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->files));
  gtk_widget_set_margin_top (column, SPACING);
  gtk_widget_set_margin_bottom (column, SPACING);
  gtk_widget_set_margin_start (column, SPACING);
  gtk_widget_set_margin_end (column, SPACING);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), column);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), empty_new (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "panels");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dashboards"), -1);
}

GtkWidget *
drill_dashboard_new (DrillPlay *play)
{
  DrillDashboard *self;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_DASHBOARD, NULL);
  self->play = g_object_ref (play);

  return GTK_WIDGET (self);
}

/**
 * drill_dashboard_refresh:
 *
 * Brings the panels in line with the run: opens what was looked at, closes what
 * an undo took back. The charts change with the next drill_dashboard_set_time().
 *
 * Returns: how many panels are new
 */
guint
drill_dashboard_refresh (DrillDashboard *self)
{
  g_autoptr (GArray) evidence = NULL;
  GtkWidget         *first = NULL;
  gboolean           had_panels;
  guint              n_new = 0;

  g_return_val_if_fail (DRILL_IS_DASHBOARD (self), 0);

  had_panels = self->panels->len > 0;
  evidence = drill_run_get_evidence (drill_play_get_run (self->play));
  for (guint i = self->panels->len; i-- > 0;)
    {
      if (!is_open (evidence, ((Panel *) g_ptr_array_index (self->panels, i))->evidence))
        remove_panel (self, i);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      guint index = g_array_index (evidence, guint, i);

      if (find_panel (self, index) != NULL)
        continue;
      if (n_new++ == 0)
        first = add_panel (self, index)->widget;
      else
        add_panel (self, index);
    }

  g_array_unref (self->marks);
  self->marks = drill_run_marks_new (drill_play_get_run (self->play));
  for (guint i = 0; i < self->panels->len; i++)
    {
      Panel *panel = g_ptr_array_index (self->panels, i);

      if (panel->chart != NULL)
        walk_curves (self, panel);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->panels->len > 0 ? "panels" : "empty");
  if (first != NULL && had_panels)
    scroll_to (self, first);

  return n_new;
}

/* Shows all charts as they were at @time, in seconds since the start. */
void
drill_dashboard_set_time (DrillDashboard *self,
                          double          time)
{
  g_return_if_fail (DRILL_IS_DASHBOARD (self));

  for (guint i = 0; i < self->panels->len; i++)
    {
      Panel *panel = g_ptr_array_index (self->panels, i);

      if (panel->chart != NULL)
        show_curves (self, panel, time);
    }
}

/* Scrolls to the panel of @evidence, which is open. */
void
drill_dashboard_reveal (DrillDashboard *self,
                        guint           evidence)
{
  Panel *panel;

  g_return_if_fail (DRILL_IS_DASHBOARD (self));

  panel = find_panel (self, evidence);
  if (panel != NULL)
    {
      scroll_to (self, panel->widget);
      gtk_widget_child_focus (panel->widget, GTK_DIR_TAB_FORWARD);
    }
}
