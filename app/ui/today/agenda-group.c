/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The rows, in order of value: what was begun and not finished, mistakes, the weakest
 * topic, an incident that was not played for long.
 */

#include "config.h"

#include "ui/today/agenda-group.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>

struct _DrillAgendaGroup
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *rows; /* GtkWidget, owned by the group */
};

G_DEFINE_FINAL_TYPE (DrillAgendaGroup, drill_agenda_group, ADW_TYPE_BIN)

/* The whole row starts it, as does its button; the button says what happens. */
static void
add_row (DrillAgendaGroup *self,
         const char       *title,
         const char       *subtitle,
         const char       *label,
         const char       *action,
         const char       *target)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *below = g_markup_escape_text (subtitle, -1);
  g_autofree char *plain = NULL;
  g_autofree char *name = NULL;

  plain = g_strdelimit (g_strdup (label), "_", ' ');
  g_strstrip (plain);
  /* Translators: what the button does, to what */
  name = g_strdup_printf (_("%s: %s"), plain, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_topic (DrillAgendaGroup  *self,
           const DrillAgenda *agenda)
{
  g_autofree char *title = drill_format_topic (agenda->weak_topic);
  g_autofree char *query = g_strconcat ("topic:", agenda->weak_topic, NULL);
  g_autofree char *subtitle = NULL;

  /* Translators: a share of what was seen */
  subtitle = g_strdup_printf (_("Your weakest topic: %.0f %% expected recall"), agenda->weak_recall * 100);
  add_row (self, title, subtitle, _("_Practise"), "win.practise", query);
}

static void
add_incident (DrillAgendaGroup  *self,
              const DrillAgenda *agenda)
{
  g_autofree char *subtitle = NULL;

  subtitle = agenda->old_days < 0
                 ? g_strdup (_("An incident you have not played yet"))
                 : g_strdup_printf (ngettext ("Not played for %d day", "Not played for %d days", agenda->old_days),
                                    agenda->old_days);
  add_row (self, agenda->old_title, subtitle, _("P_lay"), "win.play-incident", agenda->old_key);
}

static void
drill_agenda_group_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_AGENDA_GROUP (object)->rows);

  G_OBJECT_CLASS (drill_agenda_group_parent_class)->finalize (object);
}

static void
drill_agenda_group_class_init (DrillAgendaGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_agenda_group_finalize;
}

static void
drill_agenda_group_init (DrillAgendaGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Worth doing"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
drill_agenda_group_show (DrillAgendaGroup  *self,
                         const DrillAgenda *agenda)
{
  gboolean had_focus;

  g_return_if_fail (DRILL_IS_AGENDA_GROUP (self));
  g_return_if_fail (agenda != NULL);

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  if (agenda->quiz_uuid != NULL)
    add_row (self,
             *agenda->quiz_name != '\0' ? agenda->quiz_name : _("Quiz"),
             _("A quiz that is not finished"),
             _("_Resume"),
             "win.open-quiz",
             agenda->quiz_uuid);
  if (agenda->run_key != NULL)
    add_row (self,
             agenda->run_title,
             _("An incident that is not over"),
             _("_Continue"),
             "win.continue-incident",
             agenda->run_key);
  if (agenda->missed > 0)
    {
      g_autofree char *title = NULL;

      title = g_strdup_printf (ngettext ("%u mistake to make good", "%u mistakes to make good", agenda->missed),
                               agenda->missed);
      add_row (self,
               title,
               _("Wrong answers, points left out, and what incidents showed"),
               _("Practise _Mistakes"),
               "win.practise",
               "is:missed");
    }
  if (agenda->weak_topic != NULL)
    add_topic (self, agenda);
  if (agenda->old_key != NULL && agenda->run_key == NULL)
    add_incident (self, agenda);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);

  /* The row that had it is gone. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
