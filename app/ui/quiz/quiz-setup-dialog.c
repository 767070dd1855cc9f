/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The set-up of a quiz as a dialog. The rows are the setup: it is read from them when
 * it is needed, and how many questions fit is counted anew whenever one has changed.
 */

#include "config.h"

#include "ui/quiz/quiz-setup-dialog.h"

#include "ui/format/format.h"
#include "ui/quiz/choice-row.h"
#include "ui/quiz/quiz-format.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/combo-row.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

#define WIDTH  560
#define HEIGHT 680

struct _DrillQuizSetupDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *parent; /* a widget of the window that asks; weak */
  DrillStudy     *study;
  GCancellable   *cancellable; /* of the count */
  char           *name;        /* of the setup it began with */
  gboolean        own;

  DrillChoiceRow *packs;
  DrillChoiceRow *topics;
  DrillChoiceRow *levels;
  AdwComboRow    *pool;
  GtkSpinButton  *count;
  AdwComboRow    *timing;
  GtkWidget      *minutes_row;
  GtkSpinButton  *minutes;
  GtkWidget      *seconds_row;
  GtkSpinButton  *seconds;
  AdwComboRow    *mode;
  GtkSpinButton  *pass;
  GtkSpinButton  *penalty;
  GtkSwitch      *shuffle_questions;
  GtkSwitch      *shuffle_options;
  GtkSwitch      *schedule;
  AdwEntryRow    *entry;
  GtkLabel       *outcome; /* of saving */
  GtkLabel       *fitting;
  GtkWidget      *start;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillQuizSetupDialog, drill_quiz_setup_dialog, ADW_TYPE_WINDOW)

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  DrillQuizSetupDialog *self = data;
  DrillQuizCounts       counts;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *text = NULL;
  guint                 fitting;

  if (!drill_study_count_questions_finish (DRILL_STUDY (source), result, &counts, &error))
    return; /* cancelled: another count is on its way, or the dialog is gone */

  fitting = counts.available[adw_combo_row_get_selected (self->pool)];
  text = g_strdup_printf (ngettext ("%u question fits", "%u questions fit", fitting), fitting);
  gtk_label_set_label (self->fitting, text);
  gtk_widget_set_sensitive (self->start, fitting > 0);
}

static void
changed_cb (DrillQuizSetupDialog *self)
{
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_dialog_get_setup (self);

  gtk_widget_set_visible (self->minutes_row, setup->timing == DRILL_QUIZ_TIME_FOR_ALL);
  gtk_widget_set_visible (self->seconds_row, setup->timing == DRILL_QUIZ_TIME_FOR_EACH);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  drill_study_count_questions_async (self->study, setup, self->cancellable, counted_cb, self);
}

static void
start_cb (DrillQuizSetupDialog *self)
{
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_dialog_get_setup (self);
  g_autofree char           *text = drill_quiz_setup_to_text (setup);
  g_autoptr (GtkWidget)      parent = self->parent != NULL ? g_object_ref (self->parent) : NULL;
  const char *const          none[] = { NULL };

  /* First this window, then the other: the focus belongs there. */
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.start-quiz", "(ss^as)", self->own ? self->name : "", text, none);
}

/* A setup on its way to the disk. */
typedef struct
{
  DrillQuizSetupDialog *dialog;
  GtkWidget            *parent; /* (nullable): who hears of an error when the dialog is closed */
  char                 *name;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->parent);
  g_object_unref (saving->dialog);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
set_taken (DrillQuizSetupDialog *self,
           gboolean              taken)
{
  if (taken)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               taken ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Saving)    saving = data;
  DrillQuizSetupDialog *self = saving->dialog;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *text = NULL;
  gboolean              saved = drill_study_change_setup_finish (DRILL_STUDY (source), result, &error);
  gboolean              open = self->study != NULL;

  if (saved)
    {
      g_free (self->name);
      self->name = g_steal_pointer (&saving->name);
      self->own = TRUE;
      text = g_strdup_printf (_("Saved as “%s”"), self->name);
      g_signal_emit (self, signals[SAVED], 0);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      text = g_strdup_printf (_("There is another preset called “%s”. Nothing was saved: choose another name."), saving->name);
      if (!open && saving->parent != NULL)
        gtk_widget_activate_action (saving->parent, "win.report-error", "s", text);
    }
  else if (saving->parent != NULL)
    {
      drill_report_error (saving->parent, error);
    }
  if (!open)
    return;

  set_taken (self, !saved && text != NULL);
  gtk_label_set_label (self->outcome, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), text != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Saves under the name that was typed; an own setup is renamed by that. */
static void
apply_cb (DrillQuizSetupDialog *self)
{
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_dialog_get_setup (self);
  g_autofree char           *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  Saving                    *saving;

  if (*name == '\0')
    return;

  saving = g_new0 (Saving, 1);
  saving->dialog = g_object_ref (self);
  g_set_object (&saving->parent, self->parent);
  saving->name = g_steal_pointer (&name);
  /* One at a time: what comes next depends on what became of this one. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), FALSE);
  drill_study_keep_setup_async (self->study, self->own ? self->name : NULL, saving->name, setup, saved_cb, saving);
}

static void
drill_quiz_setup_dialog_dispose (GObject *object)
{
  DrillQuizSetupDialog *self = DRILL_QUIZ_SETUP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_quiz_setup_dialog_parent_class)->dispose (object);
}

static void
drill_quiz_setup_dialog_finalize (GObject *object)
{
  g_free (DRILL_QUIZ_SETUP_DIALOG (object)->name);

  G_OBJECT_CLASS (drill_quiz_setup_dialog_parent_class)->finalize (object);
}

static void
drill_quiz_setup_dialog_class_init (DrillQuizSetupDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_quiz_setup_dialog_dispose;
  object_class->finalize = drill_quiz_setup_dialog_finalize;

  signals[SAVED] = g_signal_new ("saved", DRILL_TYPE_QUIZ_SETUP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static AdwComboRow *
add_combo (DrillQuizSetupDialog *self,
           AdwPreferencesGroup  *group,
           const char           *title,
           const char *const    *choices,
           guint                 selected)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  GtkWidget                *row = drill_combo_row_new (title, model);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return ADW_COMBO_ROW (row);
}

static GtkSpinButton *
add_spin (AdwPreferencesGroup *group,
          const char          *title,
          const char          *subtitle,
          guint                least,
          guint                most,
          guint                value,
          GtkWidget          **place)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
  if (place != NULL)
    *place = row;

  return GTK_SPIN_BUTTON (spin);
}

static GtkSwitch *
add_switch (AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle,
            gboolean             active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);

  return GTK_SWITCH (toggle);
}

static DrillChoiceRow *
add_choices (DrillQuizSetupDialog *self,
             AdwPreferencesGroup  *group,
             const char           *title)
{
  GtkWidget *row = drill_choice_row_new (title);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return DRILL_CHOICE_ROW (row);
}

static gboolean
contains (const GStrv strings,
          const char *string)
{
  return strings != NULL && g_strv_contains ((const char *const *) strings, string);
}

static void
fill_choices (DrillQuizSetupDialog *self,
              AdwPreferencesGroup  *group,
              DrillCatalogue       *catalogue,
              const DrillQuizSetup *setup)
{
  self->packs = add_choices (self, group, _("Packs"));
  for (guint i = 0; i < catalogue->packs->len; i++)
    {
      const DrillPackInfo *pack = g_ptr_array_index (catalogue->packs, i);

      drill_choice_row_append (self->packs, pack->slug, pack->title, pack->items, contains (setup->packs, pack->slug));
    }
  self->topics = add_choices (self, group, _("Topics"));
  for (guint i = 0; i < catalogue->topics->len; i++)
    {
      const DrillTopicInfo *topic = g_ptr_array_index (catalogue->topics, i);
      g_autofree char      *name = drill_format_topic (topic->slug);

      drill_choice_row_append (self->topics, topic->slug, name, topic->items, contains (setup->topics, topic->slug));
    }
  self->levels = add_choices (self, group, _("Levels"));
  for (guint i = 0; i < catalogue->levels->len; i++)
    {
      const DrillLevelInfo *level = &g_array_index (catalogue->levels, DrillLevelInfo, i);

      drill_choice_row_append (self->levels,
                               drill_level_to_word (level->level),
                               drill_format_level (level->level),
                               level->items,
                               (setup->levels & level->level) != 0);
    }
}

static void
fill (DrillQuizSetupDialog *self,
      AdwPreferencesPage   *page,
      DrillCatalogue       *catalogue,
      const DrillQuizSetup *setup)
{
  const char *const    pools[] = { drill_quiz_format_pool (DRILL_QUIZ_POOL_ALL), drill_quiz_format_pool (DRILL_QUIZ_POOL_WEAK),
                                   drill_quiz_format_pool (DRILL_QUIZ_POOL_MISSED), drill_quiz_format_pool (DRILL_QUIZ_POOL_NEW), NULL };
  const char *const    timings[] = { _("No clock"), _("For all questions"), _("For each question"), NULL };
  const char *const    modes[] = { _("Practice"), _("Exam"), NULL };
  AdwPreferencesGroup *group = add_group (page, _("Questions"));

  fill_choices (self, group, catalogue, setup);
  self->pool = add_combo (self, group, _("Which of Them"), pools, setup->pool);
  self->count = add_spin (group, _("How Many"), NULL, 1, DRILL_QUIZ_MAX_COUNT, setup->count, NULL);

  group = add_group (page, _("Time"));
  self->timing = add_combo (self, group, _("Clock"), timings, setup->timing);
  self->minutes = add_spin (group, _("Minutes"), NULL, 1, DRILL_QUIZ_MAX_MINUTES, setup->minutes, &self->minutes_row);
  self->seconds = add_spin (group, _("Seconds for Each"), NULL, 1, DRILL_QUIZ_MAX_SECONDS, setup->seconds, &self->seconds_row);

  group = add_group (page, _("Rules"));
  self->mode = add_combo (self, group, _("Mode"), modes, setup->exam);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->mode), _("Practice explains after each answer, an exam at the end"));
  self->pass = add_spin (group, _("Pass Mark"), _("Per cent of the points; 0 for none"), 0, 100, setup->pass_percent, NULL);
  self->penalty = add_spin (group, _("Penalty"), _("Per cent of a point that a wrong answer costs"), 0, DRILL_POINT, setup->penalty, NULL);
  self->shuffle_questions = add_switch (group, _("Shuffle Questions"), NULL, setup->shuffle_questions);
  self->shuffle_options = add_switch (group, _("Shuffle Options"), _("What speaks of other options stays in its place"),
                                      setup->shuffle_options);
  self->schedule = add_switch (group, _("Count Towards the Schedule"), _("Each answer is a review of its card"), setup->schedule);

  group = add_group (page, _("Keep It"));
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _("Save as a preset with this name"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->own ? self->name : "");
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->entry));

  self->outcome = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (self->outcome, TRUE);
  gtk_label_set_xalign (self->outcome, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->outcome), 6);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  adw_preferences_group_add (group, GTK_WIDGET (self->outcome));
}

static void
drill_quiz_setup_dialog_init (DrillQuizSetupDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->start = gtk_button_new_with_mnemonic (_("_Start"));
  gtk_widget_add_css_class (self->start, "suggested-action");
  g_signal_connect_swapped (self->start, "clicked", G_CALLBACK (start_cb), self);
  self->fitting = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->fitting), "title");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->start);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->fitting));
  g_object_set_data (G_OBJECT (self), "header", header);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Set Up a Quiz"));
}

/* @name: of @setup, "" for none; @own: whether it is one of the learner's own */
GtkWidget *
drill_quiz_setup_dialog_new (GtkWidget            *parent,
                             DrillStudy           *study,
                             DrillCatalogue       *catalogue,
                             const char           *name,
                             gboolean              own,
                             const DrillQuizSetup *setup)
{
  DrillQuizSetupDialog *self;
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget            *page = adw_preferences_page_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (catalogue != NULL && name != NULL && setup != NULL, NULL);

  self = g_object_new (DRILL_TYPE_QUIZ_SETUP_DIALOG,
                       "transient-for", GTK_WINDOW (gtk_widget_get_root (parent)),
                       NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->study = g_object_ref (study);
  self->name = g_strdup (name);
  self->own = own;
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (parent)))),
                               MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (parent)))));
  fill (self, ADW_PREFERENCES_PAGE (page), catalogue, setup);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), g_object_get_data (G_OBJECT (self), "header"));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  drill_clean_button_names (box);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer full): as the rows say */
DrillQuizSetup *
drill_quiz_setup_dialog_get_setup (DrillQuizSetupDialog *self)
{
  DrillQuizSetup *setup;
  g_auto (GStrv)  levels = NULL;

  g_return_val_if_fail (DRILL_IS_QUIZ_SETUP_DIALOG (self), NULL);

  setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
  setup->packs = drill_choice_row_get_chosen (self->packs);
  setup->topics = drill_choice_row_get_chosen (self->topics);
  levels = drill_choice_row_get_chosen (self->levels);
  for (guint i = 0; levels != NULL && levels[i] != NULL; i++)
    setup->levels |= drill_level_from_word (levels[i]);
  setup->pool = adw_combo_row_get_selected (self->pool);
  setup->count = (guint) gtk_spin_button_get_value_as_int (self->count);
  setup->timing = adw_combo_row_get_selected (self->timing);
  setup->minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  setup->seconds = (guint) gtk_spin_button_get_value_as_int (self->seconds);
  setup->exam = adw_combo_row_get_selected (self->mode) == 1;
  setup->pass_percent = (guint) gtk_spin_button_get_value_as_int (self->pass);
  setup->penalty = (guint) gtk_spin_button_get_value_as_int (self->penalty);
  setup->shuffle_questions = gtk_switch_get_active (self->shuffle_questions);
  setup->shuffle_options = gtk_switch_get_active (self->shuffle_options);
  setup->schedule = gtk_switch_get_active (self->schedule);

  return setup;
}
