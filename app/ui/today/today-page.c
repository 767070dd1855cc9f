/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What to do now. Follows the study: each stored answer updates it. */

#include "config.h"

#include "ui/today/today-page.h"

#include "ui/format/format.h"
#include "ui/today/agenda-group.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* Before there is a history to measure the pace by. */
#define DEFAULT_PACE_MS (60 * 1000)

struct _DrillTodayPage
{
  AdwBin        parent_instance;

  DrillStudy       *study;
  DrillItemSearch  *search;
  GCancellable     *cancellable;
  guint             due;
  gboolean          is_waiting; /* for the first import */

  GtkStack         *states;
  GtkLabel         *headline;
  GtkLabel         *detail;
  GtkWidget        *start_button;
  GtkLabel         *answers;
  GtkLabel         *streak;
  GtkLabel         *seen;
  GtkWidget        *interview;
  GtkLabel         *interview_label;
  DrillAgendaGroup *agenda;
};

enum
{
  PROP_0,
  PROP_DUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillTodayPage, drill_today_page, ADW_TYPE_BIN)

/* Going to the page puts the focus on what one comes for. */
static gboolean
drill_today_page_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  DrillTodayPage *self = DRILL_TODAY_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL &&
      gtk_widget_get_mapped (self->start_button) && gtk_widget_grab_focus (self->start_button))
    return TRUE;

  return GTK_WIDGET_CLASS (drill_today_page_parent_class)->focus (widget, direction);
}

/* How much is there, and how long will it take? */
static void
show_work (DrillTodayPage      *self,
           const DrillOverview *overview)
{
  guint            total = overview->due + overview->fresh;
  gint64           pace = overview->pace_ms > 0 ? overview->pace_ms : DEFAULT_PACE_MS;
  g_autofree char *duration = drill_format_duration (total * pace);
  g_autofree char *headline = NULL;
  g_autofree char *detail = NULL;

  if (overview->due > 0)
    headline = g_strdup_printf (ngettext ("%u card is due", "%u cards are due", overview->due),
                                overview->due);
  else
    headline = g_strdup_printf (ngettext ("%u new card for today",
                                          "%u new cards for today",
                                          overview->fresh),
                                overview->fresh);

  if (overview->due > 0 && overview->fresh > 0)
    /* Translators: number of new cards, then a duration such as "9 min" */
    detail = g_strdup_printf (ngettext ("and %u new one · about %s",
                                        "and %u new ones · about %s",
                                        overview->fresh),
                              overview->fresh,
                              duration);
  else
    detail = g_strdup_printf (_("about %s"), duration);

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->detail, detail);
}

static void
show_rest (DrillTodayPage      *self,
           const DrillOverview *overview)
{
  g_autofree char *detail = NULL;

  gtk_label_set_label (self->headline, _("All done for now"));
  if (overview->next_day > 0)
    {
      g_autofree char *when = drill_format_in_days (overview->next_day);

      /* Translators: number of cards, then "tomorrow" or "in 3 days" */
      detail = g_strdup_printf (ngettext ("%u card comes back %s",
                                          "%u cards come back %s",
                                          overview->next_count),
                                overview->next_count,
                                when);
    }
  else
    {
      detail = g_strdup (_("Choose something from the library if you want more."));
    }
  gtk_label_set_label (self->detail, detail);
}

static void
show_numbers (DrillTodayPage      *self,
              const DrillOverview *overview)
{
  g_autofree char *duration = drill_format_duration (overview->duration_today_ms);
  g_autofree char *answers = NULL;
  g_autofree char *streak = g_strdup_printf ("%u", overview->streak);
  g_autofree char *seen = NULL;

  answers = overview->answers_today > 0
                ? g_strdup_printf ("%u · %s", overview->answers_today, duration)
                : g_strdup ("0");
  /* Translators: "12 of 40" items */
  seen = g_strdup_printf (_("%u of %u"), overview->items - overview->unseen, overview->items);
  gtk_label_set_label (self->answers, answers);
  gtk_label_set_label (self->streak, streak);
  gtk_label_set_label (self->seen, seen);
}

/* What was there before a plan has nothing that one would do, so the focus that
 * the window chose at its start moves on to the plan. */
static void
show_state (DrillTodayPage *self,
            const char     *name)
{
  gboolean changed = !g_str_equal (gtk_stack_get_visible_child_name (self->states), name);

  gtk_stack_set_visible_child_name (self->states, name);
  if (changed && gtk_widget_get_mapped (self->start_button))
    gtk_widget_grab_focus (self->start_button);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillTodayPage    *self = data;
  DrillOverview      overview;
  guint              due;

  if (!drill_study_load_overview_finish (DRILL_STUDY (source), result, &overview, &error))
    {
      /* When cancelled, the page may be gone. */
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  due = overview.due + overview.fresh;
  gtk_widget_set_visible (self->start_button, due > 0);
  if (due > 0)
    show_work (self, &overview);
  else
    show_rest (self, &overview);
  show_numbers (self, &overview);
  if (overview.items > 0 || !self->is_waiting)
    show_state (self, overview.items > 0 ? "plan" : "empty");

  if (self->due != due)
    {
      self->due = due;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DUE]);
    }
}

static void
show_interview (DrillTodayPage    *self,
                const DrillAgenda *agenda)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Interview in %u day", "Interview in %u days", agenda->interview_days),
                          agenda->interview_days);
  gtk_label_set_label (self->interview_label, text);
  gtk_widget_set_visible (self->interview, agenda->interview_days > 0);
}

static void
agenda_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillAgenda) agenda = NULL;
  g_autoptr (GError)      error = NULL;
  DrillTodayPage         *self = data;

  agenda = drill_item_search_agenda_finish (DRILL_ITEM_SEARCH (source), result, &error);
  if (agenda == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  show_interview (self, agenda);
  drill_agenda_group_show (self->agenda, agenda);
}

static void
drill_today_page_dispose (GObject *object)
{
  DrillTodayPage *self = DRILL_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->study);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (drill_today_page_parent_class)->dispose (object);
}

static void
drill_today_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DrillTodayPage *self = DRILL_TODAY_PAGE (object);

  switch (property_id)
    {
    case PROP_DUE:
      g_value_set_uint (value, self->due);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
drill_today_page_class_init (DrillTodayPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_today_page_dispose;
  object_class->get_property = drill_today_page_get_property;
  widget_class->focus = drill_today_page_focus;

  properties[PROP_DUE] = g_param_spec_uint ("due", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DRILL_TYPE_AGENDA_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, headline);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, detail);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, answers);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, streak);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, seen);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, interview);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, interview_label);
  gtk_widget_class_bind_template_child (widget_class, DrillTodayPage, agenda);
}

static void
drill_today_page_init (DrillTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->is_waiting = TRUE;
}

GtkWidget *
drill_today_page_new (void)
{
  return g_object_new (DRILL_TYPE_TODAY_PAGE, NULL);
}

/* Begins to follow @study, once its database is open. */
void
drill_today_page_start (DrillTodayPage  *self,
                        DrillStudy      *study,
                        DrillItemSearch *search)
{
  g_return_if_fail (DRILL_IS_TODAY_PAGE (self));
  g_return_if_fail (DRILL_IS_STUDY (study) && self->study == NULL);

  self->study = g_object_ref (study);
  self->search = g_object_ref (search);
  g_signal_connect_object (study, "changed", G_CALLBACK (drill_today_page_refresh), self, G_CONNECT_SWAPPED);
  drill_today_page_refresh (self);
}

void
drill_today_page_refresh (DrillTodayPage *self)
{
  g_return_if_fail (DRILL_IS_TODAY_PAGE (self));

  if (self->study == NULL)
    return;

  drill_study_load_overview_async (self->study, self->cancellable, loaded_cb, self);
  drill_item_search_agenda_async (self->search, self->cancellable, agenda_cb, self);
}

/* Whether packs are still on their way: until then an empty library says nothing. */
void
drill_today_page_set_waiting (DrillTodayPage *self,
                              gboolean        is_waiting)
{
  g_return_if_fail (DRILL_IS_TODAY_PAGE (self));

  if (self->is_waiting == is_waiting)
    return;
  self->is_waiting = is_waiting;
  drill_today_page_refresh (self);
}
