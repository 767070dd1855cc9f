/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What is known of one card. Follows study: an answer or an undo shows at once. */

#include "config.h"

#include "ui/card/card-page.h"

#include "ui/card/card-curve.h"
#include "ui/card/card-words.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/back-header.h"
#include "ui/widgets/chart/chart.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

#define CHART_HEIGHT 420

struct _DrillCardPage
{
  AdwBin          parent_instance;

  DrillLibrary   *library;
  DrillStudy     *study;
  char           *key;
  char           *title; /* (nullable): of the item, until it is read */
  GCancellable   *cancellable;
  AdwWindowTitle *window_title;
  AdwBin         *place; /* of the content */
};

G_DEFINE_FINAL_TYPE (DrillCardPage, drill_card_page, ADW_TYPE_BIN)

static void
append_fact (AdwPreferencesGroup *group,
             const char          *title,
             const char          *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static char *
describe_state (const DrillFold *fold,
                int              today)
{
  g_autoptr (GString) text = g_string_new (drill_card_state_word (&fold->card));

  if (fold->marks.suspended)
    g_string_append_printf (text, " · %s", _("suspended"));
  if (fold->marks.buried_until > today)
    g_string_append_printf (text, " · %s", _("buried"));
  if (fold->marks.flag > 0)
    {
      g_autofree char *flag = g_strdup_printf (_("flag %u"), fold->marks.flag);

      g_string_append_printf (text, " · %s", flag);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
state_new (const DrillCardHistory *history,
           const DrillFsrs        *fsrs,
           int                     today)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const DrillCard     *card = &history->fold.card;
  g_autofree char     *state = describe_state (&history->fold, today);
  g_autofree char     *answers = NULL;

  adw_preferences_group_set_title (group, _("Today"));
  append_fact (group, _("State"), state);
  if (card->memory.stability > 0)
    {
      g_autofree char *stability = drill_card_days_word (card->memory.stability);
      g_autofree char *difficulty = g_strdup_printf (_("%.1f of 10"), card->memory.difficulty);
      g_autofree char *recall = NULL;

      recall = g_strdup_printf (_("%.0f %%"), drill_card_retrievability (card, fsrs, today) * 100);
      append_fact (group, _("Expected recall"), recall);
      append_fact (group, _("Stability"), stability);
      append_fact (group, _("Difficulty"), difficulty);
    }
  if (card->due_day > 0)
    {
      g_autofree char *due = drill_card_date_word (card->due_day);

      append_fact (group, _("Due"), due);
    }
  answers = g_strdup_printf (_("%u, forgotten %u"), card->reps, card->lapses);
  append_fact (group, _("Answers"), answers);

  return GTK_WIDGET (group);
}

static GtkWidget *
chart_new (const DrillCardHistory *history,
           const DrillFsrs        *fsrs,
           int                     today)
{
  g_autoptr (DrillCardCurve) curve = drill_card_curve_new (history, fsrs, today);
  GtkWidget                 *chart;

  if (curve->series->len == 0)
    return NULL;

  chart = drill_chart_new (_("Memory over time"));
  drill_chart_model_set_axis (drill_chart_get_model (DRILL_CHART (chart)), DRILL_CHART_AXIS_DATE, _("Date"));
  drill_chart_set_series (DRILL_CHART (chart), (DrillChartSeries *const *) curve->series->pdata, curve->series->len);
  drill_chart_set_events (DRILL_CHART (chart),
                          (const DrillChartEvent *) (void *) curve->events->data,
                          curve->events->len);
  gtk_widget_set_size_request (chart, -1, CHART_HEIGHT);

  return chart;
}

static GtkWidget *
reviews_new (const DrillCardHistory *history)
{
  AdwPreferencesGroup *group;

  if (history->events->len == 0)
    return NULL;

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _("Every Review, Newest First"));
  for (guint i = history->events->len; i > 0; i--)
    {
      const DrillCardEvent *event = &g_array_index (history->events, DrillCardEvent, i - 1);
      GtkWidget            *row = adw_action_row_new ();
      g_autofree char      *date = drill_card_date_word (event->day);
      g_autofree char      *detail = drill_card_event_detail (event);
      g_autofree char      *title = NULL;

      /* Translators: a date, then what happened on it: "3 Mar 2026 · Good" */
      title = g_strdup_printf (_("%s · %s"), date, drill_card_event_word (event));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
      adw_preferences_group_add (group, row);
    }

  return GTK_WIDGET (group);
}

static void
show_history (DrillCardPage          *self,
              const DrillCardHistory *history)
{
  const DrillRules *rules = drill_study_get_rules (self->study);
  int               today;
  GtkBox           *column;
  GtkWidget        *scroller = drill_item_column_new (&column);
  GtkWidget        *title;

  today = drill_rules_day (rules, drill_clock_wall_ms (drill_study_get_clock (self->study)));
  title = gtk_label_new (self->title != NULL ? self->title : self->key);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "title-3");
  drill_item_append (column, title);
  drill_item_append (column, state_new (history, &rules->scheduler.fsrs, today));
  drill_item_append (column, chart_new (history, &rules->scheduler.fsrs, today));
  drill_item_append (column, reviews_new (history));
  adw_bin_set_child (self->place, scroller);
}

static void
history_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DrillCardHistory) history = NULL;
  g_autoptr (GError)           error = NULL;
  DrillCardPage               *self = data;

  history = drill_study_load_history_finish (DRILL_STUDY (source), result, &error);
  if (history != NULL)
    show_history (self, history);
  else
    drill_report_error (GTK_WIDGET (self), error);
}

static void
refresh (DrillCardPage *self)
{
  drill_study_load_history_async (self->study, self->key, self->cancellable, history_cb, self);
}

/* A card whose item is gone still has its history, under its key. */
static void
record_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;
  DrillCardPage              *self = data;

  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (record != NULL)
    self->title = g_strdup (record->item->title);
  refresh (self);
}

static void
drill_card_page_dispose (GObject *object)
{
  DrillCardPage *self = DRILL_CARD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_card_page_parent_class)->dispose (object);
}

static void
drill_card_page_finalize (GObject *object)
{
  DrillCardPage *self = DRILL_CARD_PAGE (object);

  g_free (self->key);
  g_free (self->title);

  G_OBJECT_CLASS (drill_card_page_parent_class)->finalize (object);
}

static void
drill_card_page_class_init (DrillCardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_card_page_dispose;
  object_class->finalize = drill_card_page_finalize;
}

static void
drill_card_page_init (DrillCardPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->window_title = ADW_WINDOW_TITLE (adw_window_title_new (_("Card History"), NULL));
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->place), TRUE);
  gtk_box_append (GTK_BOX (box), drill_back_header_new ("win.close-item", self->window_title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
drill_card_page_new (DrillLibrary *library,
                     DrillStudy   *study,
                     const char   *key)
{
  DrillCardPage *self;

  g_return_val_if_fail (DRILL_IS_LIBRARY (library) && DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (DRILL_TYPE_CARD_PAGE, NULL);
  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  self->key = g_strdup (key);
  g_signal_connect_object (study, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  drill_library_load_item_async (library, key, self->cancellable, record_cb, self);

  return GTK_WIDGET (self);
}
