/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   [Train] -> progress, [Cancel] -> before and after, [Use Them] when better
 */

#include "config.h"

#include "ui/memory/training-view.h"

#include "study/rules-settings.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

#define PROGRESS_INTERVAL_MS 100

struct _DrillTrainingView
{
  AdwBin                parent_instance;

  DrillStudy           *study;
  GSettings            *settings; /* (nullable) */
  GCancellable         *running;  /* (nullable) */
  guint                 progress_source;
  DrillOptimizerResult *found;    /* (nullable): better weights, until they are used */
  AdwActionRow         *row;
  GtkWidget            *train;
  GtkWidget            *cancel;
  GtkWidget            *use;
  GtkWidget            *reset;
  GtkProgressBar       *progress;
  AdwActionRow         *before;
  AdwActionRow         *after;
};

G_DEFINE_FINAL_TYPE (DrillTrainingView, drill_training_view, ADW_TYPE_BIN)

static gboolean
has_own_weights (DrillTrainingView *self)
{
  g_autoptr (GVariant) value = NULL;

  if (self->settings == NULL)
    return FALSE;
  value = g_settings_get_value (self->settings, "memory-weights");

  return g_variant_n_children (value) > 0;
}

static void
update_buttons (DrillTrainingView *self)
{
  gboolean running = self->running != NULL;

  gtk_widget_set_visible (self->train, !running);
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_widget_set_visible (self->use, !running && self->found != NULL && self->settings != NULL);
  gtk_widget_set_visible (self->reset, !running && has_own_weights (self));
}

static char *
describe (const DrillEvaluation *evaluation)
{
  /* Translators: two measures of error, lower is better; then a number of reviews */
  return g_strdup_printf (ngettext ("log loss %.4f · RMSE (bins) %.4f · %u review",
                                    "log loss %.4f · RMSE (bins) %.4f · %u reviews",
                                    evaluation->n_items),
                          evaluation->log_loss,
                          evaluation->rmse_bins,
                          evaluation->n_items);
}

static void
show_result (DrillTrainingView          *self,
             const DrillOptimizerResult *result)
{
  g_autofree char *before = describe (&result->before);
  g_autofree char *after = describe (&result->after);

  gtk_widget_set_visible (GTK_WIDGET (self->before), result->before.n_items > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->after), result->outcome == DRILL_OPTIMIZER_IMPROVED);
  adw_action_row_set_subtitle (self->before, before);
  adw_action_row_set_subtitle (self->after, after);
  switch (result->outcome)
    {
    case DRILL_OPTIMIZER_IMPROVED:
      adw_action_row_set_subtitle (self->row, _("Weights were found that predict your answers better."));
      self->found = g_memdup2 (result, sizeof *result);
      break;
    case DRILL_OPTIMIZER_KEPT:
      adw_action_row_set_subtitle (self->row, _("Nothing better was found: what is in use stays."));
      break;
    case DRILL_OPTIMIZER_TOO_FEW:
    default:
      adw_action_row_set_subtitle (self->row, _("There are too few reviews to learn from yet."));
    }
}

static void
trained_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DrillTrainingView)    self = data;
  g_autofree DrillOptimizerResult *found = NULL;
  g_autoptr (GError)               error = NULL;

  found = drill_study_optimize_finish (DRILL_STUDY (source), result, &error);
  if (self->study == NULL)
    return;

  g_clear_object (&self->running);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (found != NULL)
    show_result (self, found);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_action_row_set_subtitle (self->row, _("Cancelled. Nothing was changed."));
  else
    drill_report_error (GTK_WIDGET (self), error);
  update_buttons (self);
}

static gboolean
progress_cb (gpointer data)
{
  DrillTrainingView *self = data;

  gtk_progress_bar_set_fraction (self->progress, drill_study_get_training_progress (self->study));

  return G_SOURCE_CONTINUE;
}

static void
train_clicked_cb (DrillTrainingView *self)
{
  if (self->running != NULL)
    return;

  g_clear_pointer (&self->found, g_free);
  self->running = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, progress_cb, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->before), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->after), FALSE);
  adw_action_row_set_subtitle (self->row, _("Training on your reviews…"));
  drill_study_optimize_async (self->study, self->running, trained_cb, g_object_ref (self));
  update_buttons (self);
  gtk_widget_grab_focus (self->cancel);
}

static void
cancel_clicked_cb (DrillTrainingView *self)
{
  g_cancellable_cancel (self->running);
  gtk_widget_set_visible (self->train, TRUE);
  gtk_widget_grab_focus (self->train);
}

static void
use_clicked_cb (DrillTrainingView *self)
{
  drill_settings_set_weights (self->settings, self->found->weights);
  g_clear_pointer (&self->found, g_free);
  adw_action_row_set_subtitle (self->row, _("They are in use now; all cards are brought up to date."));
  update_buttons (self);
  gtk_widget_grab_focus (self->train);
}

static void
reset_clicked_cb (DrillTrainingView *self)
{
  g_settings_reset (self->settings, "memory-weights");
  adw_action_row_set_subtitle (self->row, _("The weights that fit most people are in use."));
  update_buttons (self);
  gtk_widget_grab_focus (self->train);
}

static void
drill_training_view_dispose (GObject *object)
{
  DrillTrainingView *self = DRILL_TRAINING_VIEW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->study);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (drill_training_view_parent_class)->dispose (object);
}

static void
drill_training_view_finalize (GObject *object)
{
  g_free (DRILL_TRAINING_VIEW (object)->found);

  G_OBJECT_CLASS (drill_training_view_parent_class)->finalize (object);
}

static void
drill_training_view_class_init (DrillTrainingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_training_view_dispose;
  object_class->finalize = drill_training_view_finalize;
}

static GtkWidget *
button_new (DrillTrainingView *self,
            const char        *label,
            void             (*clicked) (DrillTrainingView *self))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);

  return button;
}

static AdwActionRow *
row_new (AdwPreferencesGroup *group,
         const char          *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
drill_training_view_init (DrillTrainingView *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget           *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_preferences_group_set_title (group, _("Memory Model"));
  self->row = row_new (group, _("Training"));
  adw_action_row_set_subtitle (self->row,
                               _("Learns from your own answers how fast you forget. Only what predicts them better is "
                                 "offered."));
  self->train = button_new (self, _("_Train"), train_clicked_cb);
  self->cancel = button_new (self, _("_Cancel"), cancel_clicked_cb);
  self->use = button_new (self, _("_Use Them"), use_clicked_cb);
  self->reset = button_new (self, _("Use _Default"), reset_clicked_cb);
  gtk_widget_add_css_class (self->use, "suggested-action");
  adw_action_row_add_suffix (self->row, self->reset);
  adw_action_row_add_suffix (self->row, self->train);
  adw_action_row_add_suffix (self->row, self->cancel);
  self->before = row_new (group, _("Weights in use"));
  self->after = row_new (group, _("Weights found"));
  adw_action_row_add_suffix (self->after, self->use);
  gtk_widget_set_visible (GTK_WIDGET (self->before), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->after), FALSE);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress of the training"),
                                  -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
drill_training_view_new (DrillStudy *study,
                         GSettings  *settings)
{
  DrillTrainingView *self = g_object_new (DRILL_TYPE_TRAINING_VIEW, NULL);

  self->study = g_object_ref (study);
  g_set_object (&self->settings, settings);
  update_buttons (self);

  return GTK_WIDGET (self);
}
