/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The page before a run. */

#include "config.h"

#include "ui/incident/start-view.h"

#include "ui/incident/incident-format.h"
#include "ui/incident/pace.h"
#include "ui/incident/run-history.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/markdown-view.h"

#include <glib/gi18n.h>

struct _DrillStartView
{
  AdwBin     parent_instance;

  GtkWidget *first_button;
};

G_DEFINE_FINAL_TYPE (DrillStartView, drill_start_view, ADW_TYPE_BIN)

static void
drill_start_view_class_init (DrillStartViewClass *klass)
{
}

static void
drill_start_view_init (DrillStartView *self)
{
}

static GtkWidget *
text_new (const char *text,
          const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);

  return label;
}

/* "Senior · up to 1 h 20 min of simulated time · 70 of 100 to pass" */
static char *
describe (DrillScenario *scenario)
{
  g_autofree char *levels = drill_incident_format_levels (scenario);
  g_autofree char *limit = drill_incident_format_duration (scenario->limit);
  g_autofree char *facts = NULL;

  /* Translators: a duration, then the score one needs */
  facts = g_strdup_printf (_("up to %s of simulated time · %u of 100 to pass"), limit, scenario->pass);

  return *levels != '\0' ? g_strdup_printf ("%s · %s", levels, facts) : g_strdup (facts);
}

static GtkWidget *
button_new (const char *label,
            const char *action,
            gboolean    suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
buttons_new (DrillStartView *self,
             gboolean        can_continue)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (can_continue)
    {
      self->first_button = button_new (_("_Continue"), "incident.continue", TRUE);
      gtk_box_append (GTK_BOX (box), self->first_button);
      gtk_box_append (GTK_BOX (box), button_new (_("Start _Anew"), "incident.play", FALSE));
    }
  else
    {
      self->first_button = button_new (_("_Take the Pager"), "incident.play", TRUE);
      gtk_box_append (GTK_BOX (box), self->first_button);
    }
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);

  return box;
}

/* @runs: (element-type DrillRunRecord): earlier runs, newest first */
GtkWidget *
drill_start_view_new (DrillScenario *scenario,
                      GPtrArray     *runs)
{
  DrillStartView  *self;
  GtkBox          *column;
  GtkWidget       *scroller;
  g_autofree char *facts = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (runs != NULL, NULL);

  self = g_object_new (DRILL_TYPE_START_VIEW, NULL);
  scroller = drill_item_column_new (&column);
  facts = describe (scenario);
  drill_item_append (column, text_new (scenario->title, "title-1"));
  drill_item_append (column, text_new (facts, "dim-label"));
  drill_item_append (column, drill_markdown_view_new (scenario->briefing));
  drill_item_append (column,
                     buttons_new (self, drill_run_history_find_unfinished (runs, scenario->hash) != NULL));
  drill_item_append (column, drill_pace_chooser_new ());
  drill_item_append (column, text_new (_("Every action takes time, and the systems do not wait. "
                                         "You answer in your own words and mark yourself against key points. "
                                         "Each move is saved; you can leave and continue at any point."),
                                       "dim-label"));
  drill_item_append (column, drill_run_history_new (runs, scenario, NULL));
  drill_clean_button_names (scroller);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}

void
drill_start_view_focus (DrillStartView *self)
{
  g_return_if_fail (DRILL_IS_START_VIEW (self));

  gtk_widget_grab_focus (self->first_button);
}
