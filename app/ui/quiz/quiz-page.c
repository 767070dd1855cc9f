/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The destination "Quiz".
 *
 * Three questions are asked at once: what there is to choose from (library), own setups,
 * and what was taken (study). The page is made when all are answered, and made anew
 * whenever it comes into view.
 */

#include "config.h"

#include "ui/quiz/quiz-page.h"

#include "ui/compat/confirm.h"
#include "ui/item/item-sections.h"
#include "ui/quiz/quiz-format.h"
#include "ui/quiz/quiz-history.h"
#include "ui/quiz/quiz-setup-dialog.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillQuizPage
{
  AdwBin          parent_instance;

  DrillLibrary   *library;
  DrillStudy     *study;
  GCancellable   *cancellable; /* of the questions that are open */
  DrillCatalogue *catalogue;   /* (nullable) */
  GPtrArray      *setups;      /* (nullable): DrillNamedSetup */
  GPtrArray      *rows;        /* (nullable): DrillQuizRow, newest first */
  GtkBox         *column;
};

G_DEFINE_FINAL_TYPE (DrillQuizPage, drill_quiz_page, ADW_TYPE_BIN)

/* A setup that a row offers. */
typedef struct
{
  DrillQuizPage  *page; /* which owns the row */
  char           *name;
  gboolean        own;
  DrillQuizSetup *setup;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  g_free (offer->name);
  drill_quiz_setup_free (offer->setup);
  g_free (offer);
}

static void
set_up_cb (GtkWidget *widget,
           gpointer   data)
{
  Offer     *offer = data;
  GtkWidget *dialog = drill_quiz_setup_dialog_new (GTK_WIDGET (offer->page),
                                                   offer->page->study,
                                                   offer->page->catalogue,
                                                   offer->name,
                                                   offer->own,
                                                   offer->setup);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (drill_quiz_page_refresh), offer->page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DrillQuizPage) self = data;
  g_autoptr (GError)        error = NULL;

  if (!drill_study_change_setup_finish (DRILL_STUDY (source), result, &error))
    drill_report_error (GTK_WIDGET (self), error);
  drill_quiz_page_refresh (self);
}

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autofree char *name = data;
  DrillQuizPage   *self = DRILL_QUIZ_PAGE (source);

  if (drill_confirm_finish (result, NULL) && self->study != NULL)
    drill_study_delete_setup_async (self->study, name, deleted_cb, g_object_ref (self));
}

static void
delete_cb (GtkWidget *widget,
           gpointer   data)
{
  Offer *offer = data;

  drill_confirm_async (GTK_WIDGET (offer->page),
                       _("Delete This Preset?"),
                       offer->name,
                       _("_Delete"),
                       DRILL_CONFIRM_DESTRUCTIVE,
                       NULL,
                       confirmed_cb,
                       g_strdup (offer->name));
}

static void
connect_offer (DrillQuizPage        *self,
               GtkWidget            *widget,
               const char           *signal,
               GCallback             callback,
               const char           *name,
               gboolean              own,
               const DrillQuizSetup *setup)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->page = self;
  offer->name = g_strdup (name);
  offer->own = own;
  offer->setup = drill_quiz_setup_copy (setup);
  g_signal_connect_data (widget, signal, callback, offer, offer_free, 0);
}

static GtkWidget *
icon_button_new (const char *icon_name,
                 const char *verb,
                 const char *title)
{
  GtkWidget       *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *name = NULL;

  /* Translators: what a button does, then to which preset */
  name = g_strdup_printf (C_("button", "%s: %s"), verb, title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* @name: as the attempt is going to be called; "" for none */
static GtkWidget *
offer_row_new (DrillQuizPage        *self,
               const char           *title,
               const char           *name,
               gboolean              own,
               const DrillQuizSetup *setup)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *start = gtk_button_new_with_label (_("Start"));
  GtkWidget       *edit = icon_button_new ("document-edit-symbolic", _("Set Up"), title);
  g_autofree char *subtitle = drill_quiz_format_setup (setup);
  g_autofree char *text = drill_quiz_setup_to_text (setup);
  g_autofree char *spoken = g_strdup_printf (C_("button", "%s: %s"), _("Start"), title);
  const char *const none[] = { NULL };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (start, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (start), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (start), "win.start-quiz");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (start), "(ss^as)", name, text, none);
  connect_offer (self, edit, "clicked", G_CALLBACK (set_up_cb), name, own, setup);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  if (own)
    {
      GtkWidget *delete = icon_button_new ("user-trash-symbolic", _("Delete"), title);

      connect_offer (self, delete, "clicked", G_CALLBACK (delete_cb), name, own, setup);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), start);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.start-quiz");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss^as)", name, text, none);

  return row;
}

static GtkWidget *
offers_new (DrillQuizPage *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < DRILL_QUIZ_N_PRESETS; i++)
    {
      g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (i);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           offer_row_new (self, drill_quiz_format_preset (i), drill_quiz_format_preset (i), FALSE, setup));
    }
  for (guint i = 0; i < self->setups->len; i++)
    {
      const DrillNamedSetup *named = g_ptr_array_index (self->setups, i);

      if (*named->name != '\0')
        gtk_list_box_append (GTK_LIST_BOX (list), offer_row_new (self, named->name, named->name, TRUE, named->setup));
      else
        gtk_list_box_append (GTK_LIST_BOX (list), offer_row_new (self, _("As Last Time"), "", FALSE, named->setup));
    }

  return drill_item_section_new (_("New Quiz"), list);
}

static GtkWidget *
new_button_new (DrillQuizPage *self)
{
  GtkWidget                 *button = gtk_button_new_with_label (_("Set Up a Quiz…"));
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
  const DrillQuizSetup      *last = setup;

  for (guint i = 0; i < self->setups->len; i++)
    {
      const DrillNamedSetup *named = g_ptr_array_index (self->setups, i);

      if (*named->name == '\0')
        last = named->setup;
    }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  connect_offer (self, button, "clicked", G_CALLBACK (set_up_cb), "", FALSE, last);

  return button;
}

static void
show_if_complete (DrillQuizPage *self)
{
  gboolean   had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->column)) != NULL;
  GtkWidget *child;

  if (self->catalogue == NULL || self->setups == NULL || self->rows == NULL)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);

  drill_item_append (self->column, drill_quiz_unfinished_new (self->rows));
  drill_item_append (self->column, new_button_new (self));
  drill_item_append (self->column, offers_new (self));
  drill_item_append (self->column, drill_quiz_trend_new (self->rows));
  drill_item_append (self->column, drill_quiz_attempts_new (self->rows));
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->column), GTK_DIR_TAB_FORWARD);
}

static void
catalogue_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillQuizPage     *self = data;
  DrillCatalogue    *catalogue = drill_library_load_catalogue_finish (DRILL_LIBRARY (source), result, &error);

  if (catalogue == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  self->catalogue = catalogue;
  show_if_complete (self);
}

static void
setups_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillQuizPage     *self = data;
  GPtrArray         *setups = drill_study_list_setups_finish (DRILL_STUDY (source), result, &error);

  if (setups == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  self->setups = setups;
  show_if_complete (self);
}

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillQuizPage     *self = data;
  GPtrArray         *rows = drill_study_list_quizzes_finish (DRILL_STUDY (source), result, &error);

  if (rows == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  self->rows = rows;
  show_if_complete (self);
}

static void
drill_quiz_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_quiz_page_parent_class)->map (widget);

  drill_quiz_page_refresh (DRILL_QUIZ_PAGE (widget));
}

static void
clear (DrillQuizPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->catalogue, drill_catalogue_unref);
  g_clear_pointer (&self->setups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static void
drill_quiz_page_dispose (GObject *object)
{
  DrillQuizPage *self = DRILL_QUIZ_PAGE (object);

  clear (self);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_quiz_page_parent_class)->dispose (object);
}

static void
drill_quiz_page_class_init (DrillQuizPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_quiz_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = drill_quiz_page_map;
}

static void
drill_quiz_page_init (DrillQuizPage *self)
{
  GtkWidget *scroller = drill_item_column_new (&self->column);

  gtk_widget_set_focusable (scroller, FALSE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
drill_quiz_page_new (void)
{
  return g_object_new (DRILL_TYPE_QUIZ_PAGE, NULL);
}

/* Begins to show what is there, once the databases are open. */
void
drill_quiz_page_start (DrillQuizPage *self,
                       DrillLibrary  *library,
                       DrillStudy    *study)
{
  g_return_if_fail (DRILL_IS_QUIZ_PAGE (self));
  g_return_if_fail (DRILL_IS_LIBRARY (library) && self->library == NULL);
  g_return_if_fail (DRILL_IS_STUDY (study));

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (library, "changed", G_CALLBACK (drill_quiz_page_refresh), self, G_CONNECT_SWAPPED);
  drill_quiz_page_refresh (self);
}

void
drill_quiz_page_refresh (DrillQuizPage *self)
{
  g_return_if_fail (DRILL_IS_QUIZ_PAGE (self));

  if (self->library == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* The answers to older questions do not matter any more. */
  clear (self);
  self->cancellable = g_cancellable_new ();
  drill_library_load_catalogue_async (self->library, self->cancellable, catalogue_cb, self);
  drill_study_list_setups_async (self->study, self->cancellable, setups_cb, self);
  drill_study_list_quizzes_async (self->study, self->cancellable, rows_cb, self);
}
