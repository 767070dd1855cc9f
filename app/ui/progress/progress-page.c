/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How study goes: what is weak and why, what happened, and what comes. Each number is
 * a way to the items behind it.
 */

#include "config.h"

#include "ui/progress/progress-page.h"

#include "ui/format/format.h"
#include "ui/progress/heat-map.h"
#include "ui/progress/progress-charts.h"
#include "ui/progress/progress-rows.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* More topics than one looks at are behind a click. */
#define MAX_TOPICS 12

#define JULIAN_OF_1970 719163

struct _DrillProgressPage
{
  AdwBin               parent_instance;

  DrillStudy   *study;
  GCancellable *cancellable;

  GtkStack            *states;
  DrillHeatMap        *heat_map;
  GtkLabel            *days_label;
  AdwPreferencesGroup *summary_group;
  AdwPreferencesGroup *topics_group;
  AdwPreferencesGroup *levels_group;
  AdwPreferencesGroup *phases_group;
  GtkBox              *charts_box;
  GtkWidget           *charts[DRILL_N_PROGRESS_CHARTS];
  GPtrArray           *rows; /* Row, in whichever group */
};

/* A row and where it is, to be taken out again. */
typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget           *row;
} Row;

G_DEFINE_FINAL_TYPE (DrillProgressPage, drill_progress_page, ADW_TYPE_BIN)

static void
add_row (DrillProgressPage   *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  Row *place = g_new (Row, 1);

  place->group = group;
  place->row = row;
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, place);
}

static void
clear_rows (DrillProgressPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *place = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (place->group, place->row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_summary (DrillProgressPage     *self,
              const DrillStatistics *statistics)
{
  g_autofree char *missed = g_strdup_printf ("%u", statistics->missed);
  g_autofree char *due = g_strdup_printf ("%u", statistics->forecast[0]);
  g_autofree char *seen = NULL;
  g_autofree char *overdue = NULL;

  /* Translators: items that were seen, of how many */
  seen = g_strdup_printf (_("%u of %u"), statistics->cards, MAX (statistics->items, statistics->cards));
  overdue = g_strdup_printf (ngettext ("%u since before today", "%u since before today", statistics->overdue),
                             statistics->overdue);
  add_row (self,
           self->summary_group,
           drill_progress_link_row_new (_("Mistakes to make good"),
                                        _("Wrong answers, points left out, and what incidents showed"),
                                        missed,
                                        "is:missed",
                                        statistics->missed > 0 ? "is:missed" : NULL));
  add_row (self,
           self->summary_group,
           drill_progress_link_row_new (_("Due today"),
                                        overdue,
                                        due,
                                        "is:due",
                                        statistics->forecast[0] > 0 ? "is:due" : NULL));
  add_row (self,
           self->summary_group,
           drill_progress_link_row_new (_("Seen at least once"), NULL, seen, "is:seen", NULL));
}

static void
show_groups (DrillProgressPage     *self,
             const DrillStatistics *statistics)
{
  for (guint i = 0; i < MIN (statistics->topics->len, MAX_TOPICS); i++)
    add_row (self, self->topics_group, drill_progress_group_row_new (g_ptr_array_index (statistics->topics, i)));
  for (guint i = 0; i < statistics->levels->len; i++)
    add_row (self, self->levels_group, drill_progress_group_row_new (g_ptr_array_index (statistics->levels, i)));
  for (guint i = 0; i < statistics->phases->len; i++)
    add_row (self, self->phases_group, drill_progress_phase_row_new (g_ptr_array_index (statistics->phases, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->topics_group), statistics->topics->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->levels_group), statistics->levels->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->phases_group), statistics->phases->len > 0);
}

static void
show_days (DrillProgressPage     *self,
           const DrillStatistics *statistics)
{
  g_autofree guint *answers = g_new0 (guint, DRILL_STATISTICS_DAYS);
  g_autofree char  *duration = NULL;
  g_autofree char  *text = NULL;
  guint             total = 0;
  gint64            spent_ms = 0;

  for (guint i = 0; i < DRILL_STATISTICS_DAYS; i++)
    {
      answers[i] = (guint) MAX (statistics->days[i].answers, 0);
      total += answers[i];
      spent_ms += statistics->days[i].duration_ms;
    }
  duration = drill_format_duration (spent_ms);

  /* Translators: answers given in a year, time such as "3.1 h" */
  text = g_strdup_printf (ngettext ("%u answer · %s", "%u answers · %s", total), total, duration);
  gtk_label_set_label (self->days_label, text);
  drill_heat_map_set_values (self->heat_map, answers, DRILL_STATISTICS_DAYS, statistics->today);
}

static void
day_activated_cb (DrillProgressPage *self,
                  int                day)
{
  g_autoptr (GDate) date = g_date_new_julian ((guint32) (day + JULIAN_OF_1970));
  g_autofree char  *query = NULL;

  query = g_strdup_printf ("answered:%04u-%02u-%02u",
                           g_date_get_year (date),
                           g_date_get_month (date),
                           g_date_get_day (date));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-for", "s", query);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillStatistics) statistics = NULL;
  g_autoptr (GError)          error = NULL;
  DrillProgressPage          *self = data;
  gboolean                    had_focus;

  statistics = drill_study_load_statistics_finish (DRILL_STUDY (source), result, &error);
  if (statistics == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  clear_rows (self);
  show_days (self, statistics);
  show_summary (self, statistics);
  show_groups (self, statistics);
  for (guint i = 0; i < DRILL_N_PROGRESS_CHARTS; i++)
    drill_progress_chart_update (self->charts[i], i, statistics);
  gtk_stack_set_visible_child_name (self->states, statistics->cards > 0 ? "numbers" : "empty");

  /* The row that had it is gone. */
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
drill_progress_page_dispose (GObject *object)
{
  DrillProgressPage *self = DRILL_PROGRESS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_progress_page_parent_class)->dispose (object);
}

static void
drill_progress_page_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_PROGRESS_PAGE (object)->rows);

  G_OBJECT_CLASS (drill_progress_page_parent_class)->finalize (object);
}

/* A page that nobody looks at reads nothing. */
static void
drill_progress_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_progress_page_parent_class)->map (widget);

  drill_progress_page_refresh (DRILL_PROGRESS_PAGE (widget));
}

static void
drill_progress_page_class_init (DrillProgressPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_progress_page_dispose;
  object_class->finalize = drill_progress_page_finalize;
  widget_class->map = drill_progress_page_map;

  g_type_ensure (DRILL_TYPE_HEAT_MAP);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, states);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, heat_map);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, days_label);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, summary_group);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, topics_group);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, levels_group);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, phases_group);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, charts_box);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
}

static void
drill_progress_page_init (DrillProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < DRILL_N_PROGRESS_CHARTS; i++)
    {
      self->charts[i] = drill_progress_chart_new (i);
      gtk_box_append (self->charts_box, self->charts[i]);
    }
}

GtkWidget *
drill_progress_page_new (void)
{
  return g_object_new (DRILL_TYPE_PROGRESS_PAGE, NULL);
}

/* Begins to follow @study, once its database is open. */
void
drill_progress_page_start (DrillProgressPage *self,
                           DrillStudy        *study)
{
  g_return_if_fail (DRILL_IS_PROGRESS_PAGE (self));
  g_return_if_fail (DRILL_IS_STUDY (study) && self->study == NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (drill_progress_page_refresh), self, G_CONNECT_SWAPPED);
  drill_progress_page_refresh (self);
}

void
drill_progress_page_refresh (DrillProgressPage *self)
{
  g_return_if_fail (DRILL_IS_PROGRESS_PAGE (self));

  if (self->study != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    drill_study_load_statistics_async (self->study, self->cancellable, loaded_cb, self);
}
