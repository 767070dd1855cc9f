/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The destination "Interview".
 *
 *   unfinished ones | level and length -> plan -> start | scores over time | scorecards
 *
 * The choice is that of the last interview. A plan is composed for each choice, and shown
 * without giving away what it asks; what is started is the plan that was shown.
 */

#include "config.h"

#include "ui/interview/interview-page.h"

#include "ui/format/format.h"
#include "ui/interview/interview-format.h"
#include "ui/interview/interview-history.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/combo-row.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillInterviewPage
{
  AdwBin          parent_instance;

  DrillLibrary   *library;
  DrillStudy     *study;
  GCancellable   *listing;  /* of the question that is open; each (nullable) */
  GCancellable   *planning;
  DrillMockPlan  *plan;     /* (nullable) */
  gboolean        chosen;   /* whether level and length have been chosen here or before */
  gboolean        updating;

  AdwComboRow    *level;
  AdwComboRow    *length;
  GtkLabel       *summary;
  GtkLabel       *topics;
  GtkWidget      *start;
  GtkWidget      *other;
  GtkBox         *unfinished;
  GtkBox         *history;
};

G_DEFINE_FINAL_TYPE (DrillInterviewPage, drill_interview_page, ADW_TYPE_BIN)

static DrillMockSetup
get_setup (DrillInterviewPage *self)
{
  guint level = adw_combo_row_get_selected (self->level);
  guint length = adw_combo_row_get_selected (self->length);

  return (DrillMockSetup) { drill_mock_setup_nth_level (MIN (level, DRILL_MOCK_N_LEVELS - 1)),
                            drill_mock_setup_nth_length (MIN (length, DRILL_MOCK_N_LENGTHS - 1)) };
}

static void
set_setup (DrillInterviewPage   *self,
           const DrillMockSetup *setup)
{
  self->updating = TRUE;
  for (guint i = 0; i < DRILL_MOCK_N_LEVELS; i++)
    {
      if (drill_mock_setup_nth_level (i) == setup->level)
        adw_combo_row_set_selected (self->level, i);
    }
  for (guint i = 0; i < DRILL_MOCK_N_LENGTHS; i++)
    {
      if (drill_mock_setup_nth_length (i) == setup->minutes)
        adw_combo_row_set_selected (self->length, i);
    }
  self->updating = FALSE;
}

static void
show_plan (DrillInterviewPage *self)
{
  gboolean         something = self->plan != NULL && self->plan->entries->len > 0;
  g_autofree char *contents = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *topics = NULL;
  guint            minutes;

  gtk_widget_set_sensitive (self->start, something);
  gtk_widget_set_sensitive (self->other, something);
  gtk_widget_set_visible (GTK_WIDGET (self->topics), something);
  if (!something)
    {
      gtk_label_set_label (self->summary,
                           self->plan == NULL ? "" : _("There is nothing to ask yet: add a pack to the library first."));
      return;
    }

  contents = drill_interview_format_plan (self->plan);
  minutes = (guint) (self->plan->budget_ms / 60000);
  /* Translators: what an interview asks, and how many minutes that should take */
  summary = g_strdup_printf (ngettext ("%s · about %u minute", "%s · about %u minutes", minutes), contents, minutes);
  topics = drill_interview_format_topics (self->plan);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->topics,
                       self->plan->repeats ? _("This is the last interview once more: the library has no other.") : topics);
}

static void
plan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError)  error = NULL;
  DrillMockPlan      *plan = drill_study_plan_mock_finish (DRILL_STUDY (source), result, &error);
  DrillInterviewPage *self = data;

  if (plan == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->plan, drill_mock_plan_free);
  self->plan = plan;
  show_plan (self);
}

static void
make_plan (DrillInterviewPage *self)
{
  DrillMockSetup setup = get_setup (self);

  g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  self->planning = g_cancellable_new ();
  gtk_widget_set_sensitive (self->start, FALSE);
  drill_study_plan_mock_async (self->study, &setup, self->planning, plan_cb, self);
}

static void
chosen_cb (DrillInterviewPage *self)
{
  if (self->updating || self->study == NULL)
    return;

  self->chosen = TRUE;
  make_plan (self);
}

static void
start_cb (DrillInterviewPage *self)
{
  g_autofree char *setup = NULL;
  g_auto (GStrv)   keys = NULL;

  if (self->plan == NULL)
    return;

  setup = drill_mock_setup_to_text (&self->plan->setup);
  keys = drill_mock_plan_get_keys (self->plan);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.start-interview", "(s^as)", setup, keys);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) rows = drill_study_list_mocks_finish (DRILL_STUDY (source), result, &error);
  DrillInterviewPage   *self = data;

  if (rows == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  clear_box (self->unfinished);
  clear_box (self->history);
  drill_item_append (self->unfinished, drill_interview_unfinished_new (rows));
  drill_item_append (self->history, drill_interview_trend_new (rows));
  drill_item_append (self->history, drill_interview_cards_new (rows));
  gtk_widget_set_visible (GTK_WIDGET (self->unfinished), gtk_widget_get_first_child (GTK_WIDGET (self->unfinished)) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->history), gtk_widget_get_first_child (GTK_WIDGET (self->history)) != NULL);
  if (!self->chosen && rows->len > 0)
    set_setup (self, &((DrillMockRow *) g_ptr_array_index (rows, 0))->setup);
  self->chosen = TRUE;
  make_plan (self);
}

static void
drill_interview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_interview_page_parent_class)->map (widget);

  drill_interview_page_refresh (DRILL_INTERVIEW_PAGE (widget));
}

static void
drill_interview_page_dispose (GObject *object)
{
  DrillInterviewPage *self = DRILL_INTERVIEW_PAGE (object);

  g_cancellable_cancel (self->listing);
  g_cancellable_cancel (self->planning);
  g_clear_object (&self->listing);
  g_clear_object (&self->planning);
  g_clear_object (&self->library);
  g_clear_object (&self->study);
  g_clear_pointer (&self->plan, drill_mock_plan_free);

  G_OBJECT_CLASS (drill_interview_page_parent_class)->dispose (object);
}

static void
drill_interview_page_class_init (DrillInterviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_interview_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = drill_interview_page_map;
}

static AdwComboRow *
combo_new (DrillInterviewPage *self,
           const char         *title,
           GtkStringList      *choices)
{
  GtkWidget *row = drill_combo_row_new (title, choices);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return ADW_COMBO_ROW (row);
}

static GtkWidget *
choices_new (DrillInterviewPage *self)
{
  GtkWidget                *list = gtk_list_box_new ();
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);

  for (guint i = 0; i < DRILL_MOCK_N_LEVELS; i++)
    gtk_string_list_append (levels, drill_format_level (drill_mock_setup_nth_level (i)));
  for (guint i = 0; i < DRILL_MOCK_N_LENGTHS; i++)
    {
      guint            minutes = drill_mock_setup_nth_length (i);
      g_autofree char *text = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);

      gtk_string_list_append (lengths, text);
    }

  self->updating = TRUE;
  self->level = combo_new (self, _("Level"), levels);
  self->length = combo_new (self, _("Length"), lengths);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Interview"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->level));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->length));
  self->updating = FALSE;

  return list;
}

static GtkLabel *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static GtkWidget *
new_interview_new (DrillInterviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->summary = label_new (NULL);
  self->topics = label_new ("dim-label");
  self->start = gtk_button_new_with_mnemonic (_("_Begin"));
  gtk_widget_add_css_class (self->start, "pill");
  gtk_widget_add_css_class (self->start, "suggested-action");
  g_signal_connect_swapped (self->start, "clicked", G_CALLBACK (start_cb), self);
  self->other = gtk_button_new_with_mnemonic (_("Another _Plan"));
  gtk_widget_add_css_class (self->other, "pill");
  g_signal_connect_swapped (self->other, "clicked", G_CALLBACK (make_plan), self);
  gtk_box_append (GTK_BOX (buttons), self->start);
  gtk_box_append (GTK_BOX (buttons), self->other);

  gtk_box_append (GTK_BOX (box), choices_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->topics));
  gtk_box_append (GTK_BOX (box), buttons);

  return drill_item_section_new (_("New Interview"), box);
}

static void
drill_interview_page_init (DrillInterviewPage *self)
{
  GtkBox        *column;
  GtkWidget     *scroller = drill_item_column_new (&column);
  DrillMockSetup setup;

  gtk_widget_set_focusable (scroller, FALSE);
  self->unfinished = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->history = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_visible (GTK_WIDGET (self->unfinished), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->history), FALSE);
  gtk_box_append (column, GTK_WIDGET (self->unfinished));
  gtk_box_append (column, new_interview_new (self));
  gtk_box_append (column, GTK_WIDGET (self->history));
  drill_mock_setup_init (&setup);
  set_setup (self, &setup);
  show_plan (self);
  drill_clean_button_names (scroller);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
drill_interview_page_new (void)
{
  return g_object_new (DRILL_TYPE_INTERVIEW_PAGE, NULL);
}

/* Begins to show what is there, once the databases are open. */
void
drill_interview_page_start (DrillInterviewPage *self,
                            DrillLibrary       *library,
                            DrillStudy         *study)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_PAGE (self));
  g_return_if_fail (DRILL_IS_LIBRARY (library) && self->library == NULL);
  g_return_if_fail (DRILL_IS_STUDY (study));

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (library, "changed", G_CALLBACK (drill_interview_page_refresh), self, G_CONNECT_SWAPPED);
  drill_interview_page_refresh (self);
}

void
drill_interview_page_refresh (DrillInterviewPage *self)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_PAGE (self));

  if (self->library == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  drill_study_list_mocks_async (self->study, self->listing, list_cb, self);
}
