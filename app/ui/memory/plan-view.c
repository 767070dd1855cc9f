/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The plan is computed anew whenever study changes. */

#include "config.h"

#include "ui/memory/plan-view.h"

#include "study/rules-settings.h"
#include "ui/format/format.h"
#include "ui/widgets/date-dialog.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* What the calendar offers first. */
#define USUAL_DAYS_AHEAD 14

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

struct _DrillPlanView
{
  AdwBin               parent_instance;

  DrillStudy          *study;
  GSettings           *settings; /* (nullable) */
  GCancellable        *cancellable;
  AdwPreferencesGroup *interview;
  AdwPreferencesGroup *backlog;
  AdwActionRow        *date_row;
  GtkWidget           *clear_button;
  GPtrArray           *rows; /* of the plan, owned by their groups */
};

G_DEFINE_FINAL_TYPE (DrillPlanView, drill_plan_view, ADW_TYPE_BIN)

static int
today (DrillPlanView *self)
{
  return drill_rules_day (drill_study_get_rules (self->study),
                          drill_clock_wall_ms (drill_study_get_clock (self->study)));
}

static char *
format_date (int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (day * SECONDS_PER_DAY);

  return g_date_time_format (date, _("%-e %b %Y"));
}

static void
append (DrillPlanView       *self,
        AdwPreferencesGroup *group,
        const char          *title,
        const char          *subtitle,
        const char          *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (DrillPlanView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_date (DrillPlanView *self)
{
  int              day = drill_study_get_rules (self->study)->interview_day;
  g_autofree char *date = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->clear_button, day > 0);
  if (day <= 0)
    {
      adw_action_row_set_subtitle (self->date_row, _("None set"));
      return;
    }

  date = format_date (day);
  if (day < today (self))
    {
      adw_action_row_set_subtitle (self->date_row, date);
      return;
    }
  when = drill_format_in_days ((guint) (day - today (self)));

  /* Translators: a date, then "in 9 days" */
  text = g_strdup_printf (_("%s, %s"), date, when);
  adw_action_row_set_subtitle (self->date_row, text);
}

static void
show_interview (DrillPlanView            *self,
                const DrillInterviewPlan *plan)
{
  g_autofree char *recall = NULL;
  g_autofree char *idle = NULL;
  g_autofree char *cards = NULL;
  g_autofree char *unseen = NULL;
  g_autofree char *sweep = NULL;
  g_autofree char *pace = NULL;

  if (plan->days == 0)
    return;

  recall = g_strdup_printf (_("%.0f %%"), plan->recall * 100);
  idle = g_strdup_printf (_("%.0f %% if nothing were studied any more"), plan->recall_idle * 100);
  append (self, self->interview, _("Recall to expect on that day"), idle, recall);

  cards = g_strdup_printf ("%u", plan->cards);
  unseen = g_strdup_printf (ngettext ("%u never seen so far", "%u never seen so far", plan->unseen), plan->unseen);
  append (self, self->interview, _("Cards"), unseen, cards);

  sweep = format_date (plan->sweep_day);
  pace = g_strdup_printf (ngettext ("%u card a day", "%u cards a day", plan->per_day), plan->per_day);
  append (self, self->interview, _("Everything once more, from"), pace, sweep);

  if (plan->unreached > 0)
    {
      g_autofree char *unreached = g_strdup_printf ("%u", plan->unreached);

      append (self,
              self->interview,
              _("Cards that cannot be seen before it"),
              _("More reviews a day would reach them"),
              unreached);
    }
  if (plan->cut > 0)
    {
      g_autofree char *cut = g_strdup_printf ("%u", plan->cut);

      append (self, self->interview, _("Left out today"), _("They would hardly show on that day"), cut);
    }
}

static void
show_backlog (DrillPlanView        *self,
              const DrillStudyPlan *plan)
{
  g_autofree char *due = g_strdup_printf ("%u", plan->backlog.due);
  g_autofree char *overdue = NULL;
  g_autofree char *today_text = g_strdup_printf ("%u", plan->counts.due);
  g_autofree char *fresh = NULL;
  g_autofree char *tomorrow = g_strdup_printf ("%u", plan->tomorrow);

  overdue = g_strdup_printf (ngettext ("%u since before today", "%u since before today", plan->backlog.overdue),
                             plan->backlog.overdue);
  fresh = g_strdup_printf (ngettext ("and %u new card", "and %u new cards", plan->counts.fresh), plan->counts.fresh);
  append (self, self->backlog, _("Due cards"), overdue, due);
  append (self, self->backlog, _("Today's share of them"), fresh, today_text);
  append (self, self->backlog, _("Due tomorrow"), NULL, tomorrow);
  if (plan->backlog.due > plan->backlog.per_day)
    {
      g_autofree char *pace = NULL;
      g_autofree char *days = NULL;
      g_autofree char *fortnight = NULL;

      pace = g_strdup_printf (ngettext ("at %u a day", "at %u a day", plan->backlog.per_day), plan->backlog.per_day);
      days = plan->backlog.days > 0
                 ? g_strdup_printf (ngettext ("%u day", "%u days", plan->backlog.days), plan->backlog.days)
                 : g_strdup (_("more than two years"));
      append (self, self->backlog, _("Nothing is overdue after"), pace, days);
      if (plan->fortnight_pace > 0)
        {
          fortnight = g_strdup_printf (_("%u a day"), plan->fortnight_pace);
          append (self, self->backlog, _("To get there in two weeks"), NULL, fortnight);
        }
    }
}

static void
plan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillPlanView     *self = data;
  DrillStudyPlan     plan;

  if (!drill_study_load_plan_finish (DRILL_STUDY (source), result, &plan, &error))
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  clear_rows (self);
  show_date (self);
  show_interview (self, &plan.interview);
  show_backlog (self, &plan);
}

static void
refresh (DrillPlanView *self)
{
  drill_study_load_plan_async (self->study, self->cancellable, plan_cb, self);
}

static void
date_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DrillPlanView) self = data;
  int                       day = drill_date_dialog_finish (result);
  g_autofree char          *text = NULL;

  if (day <= 0 || self->settings == NULL)
    return;

  text = drill_settings_format_date (day);
  g_settings_set_string (self->settings, "interview-date", text);
}

static void
set_clicked_cb (DrillPlanView *self)
{
  int day = drill_study_get_rules (self->study)->interview_day;
  int first = today (self) + 1;

  drill_date_dialog_async (GTK_WIDGET (self),
                           _("Date of the Interview"),
                           _("_Set"),
                           day >= first ? day : first + USUAL_DAYS_AHEAD,
                           first,
                           date_chosen_cb,
                           g_object_ref (self));
}

static void
clear_clicked_cb (DrillPlanView *self)
{
  g_settings_reset (self->settings, "interview-date");
}

static void
drill_plan_view_dispose (GObject *object)
{
  DrillPlanView *self = DRILL_PLAN_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->study);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (drill_plan_view_parent_class)->dispose (object);
}

static void
drill_plan_view_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_PLAN_VIEW (object)->rows);

  G_OBJECT_CLASS (drill_plan_view_parent_class)->finalize (object);
}

static void
drill_plan_view_class_init (DrillPlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_plan_view_dispose;
  object_class->finalize = drill_plan_view_finalize;
}

static void
drill_plan_view_init (DrillPlanView *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

GtkWidget *
drill_plan_view_new (DrillStudy *study,
                     GSettings  *settings)
{
  DrillPlanView *self = g_object_new (DRILL_TYPE_PLAN_VIEW, NULL);
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget     *set = gtk_button_new_with_mnemonic (_("_Set…"));

  self->study = g_object_ref (study);
  g_set_object (&self->settings, settings);
  self->interview = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->interview, _("Interview"));
  self->date_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _("Date"));
  self->clear_button = gtk_button_new_with_mnemonic (_("_Clear"));
  gtk_widget_set_valign (self->clear_button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (set, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (set, settings != NULL);
  gtk_widget_set_sensitive (self->clear_button, settings != NULL);
  g_signal_connect_swapped (set, "clicked", G_CALLBACK (set_clicked_cb), self);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_clicked_cb), self);
  adw_action_row_add_suffix (self->date_row, self->clear_button);
  adw_action_row_add_suffix (self->date_row, set);
  adw_preferences_group_add (self->interview, GTK_WIDGET (self->date_row));

  self->backlog = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->backlog, _("Days to Come"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->interview));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->backlog));
  adw_bin_set_child (ADW_BIN (self), box);
  show_date (self);
  g_signal_connect_object (study, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
