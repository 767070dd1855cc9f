/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How study goes. */

#include "config.h"

#include "ui/progress/progress-page.h"

#include "ui/format/format.h"
#include "ui/progress/day-bars.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillProgressPage
{
  AdwBin               parent_instance;

  DrillStudy          *study;
  GCancellable        *cancellable;
  GPtrArray           *topic_rows; /* GtkWidget, owned by the group */

  GtkStack            *states;
  DrillDayBars        *day_bars;
  GtkLabel            *days_label;
  AdwPreferencesGroup *topics_group;
};

G_DEFINE_FINAL_TYPE (DrillProgressPage, drill_progress_page, ADW_TYPE_BIN)

static GtkWidget *
recall_new (const DrillTopicStatistics *topic)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget       *bar = gtk_level_bar_new ();
  GtkWidget       *label;
  g_autofree char *text = NULL;

  /* Translators: a share, such as "84 %" */
  text = topic->seen > 0 ? g_strdup_printf (_("%.0f %%"), topic->recall * 100)
                         : g_strdup (_("not seen"));
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (topic->seen > 0)
    {
      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), topic->recall);
      gtk_widget_set_size_request (bar, 72, -1);
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Expected recall"),
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                      -1);
      gtk_box_append (GTK_BOX (box), bar);
    }
  else
    {
      g_object_ref_sink (bar);
      g_object_unref (bar);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
topic_row_new (const DrillTopicStatistics *topic)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = drill_format_topic (topic->slug);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *subtitle = NULL;

  /* Translators: items of the topic that were seen, items of the topic */
  subtitle = g_strdup_printf (_("%u of %u seen"), topic->seen, topic->items);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), recall_new (topic));

  return row;
}

static void
show_topics (DrillProgressPage     *self,
             const DrillStatistics *statistics)
{
  for (guint i = 0; i < self->topic_rows->len; i++)
    adw_preferences_group_remove (self->topics_group, g_ptr_array_index (self->topic_rows, i));
  g_ptr_array_set_size (self->topic_rows, 0);

  for (guint i = 0; i < statistics->topics->len; i++)
    {
      GtkWidget *row = topic_row_new (g_ptr_array_index (statistics->topics, i));

      adw_preferences_group_add (self->topics_group, row);
      g_ptr_array_add (self->topic_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->topics_group), statistics->topics->len > 0);
}

static void
show_days (DrillProgressPage     *self,
           const DrillStatistics *statistics)
{
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;
  guint            answers = 0;
  guint            recalled = 0;
  gint64           spent_ms = 0;

  for (guint i = 0; i < DRILL_STATISTICS_DAYS; i++)
    {
      answers += statistics->days[i];
      recalled += statistics->recalled[i];
      spent_ms += statistics->duration_ms[i];
    }
  duration = drill_format_duration (spent_ms);

  /* Translators: answers given, percent of them recalled, time such as "3.1 h" */
  text = g_strdup_printf (ngettext ("%u answer · %.0f %% recalled · %s",
                                    "%u answers · %.0f %% recalled · %s",
                                    answers),
                          answers,
                          answers > 0 ? 100.0 * recalled / answers : 0,
                          duration);
  gtk_label_set_label (self->days_label, text);
  drill_day_bars_set_values (self->day_bars,
                             statistics->days,
                             statistics->recalled,
                             DRILL_STATISTICS_DAYS);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillStatistics) statistics = NULL;
  g_autoptr (GError)          error = NULL;
  DrillProgressPage          *self = data;

  statistics = drill_study_load_statistics_finish (DRILL_STUDY (source), result, &error);
  if (statistics == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  show_days (self, statistics);
  show_topics (self, statistics);
  gtk_stack_set_visible_child_name (self->states, statistics->cards > 0 ? "numbers" : "empty");
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
  g_ptr_array_unref (DRILL_PROGRESS_PAGE (object)->topic_rows);

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

  g_type_ensure (DRILL_TYPE_DAY_BARS);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, states);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, day_bars);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, days_label);
  gtk_widget_class_bind_template_child (widget_class, DrillProgressPage, topics_group);
}

static void
drill_progress_page_init (DrillProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->topic_rows = g_ptr_array_new ();
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
