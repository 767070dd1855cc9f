/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A debrief as widgets. Process (score, by phase) and outcome (what users felt)
 * stand apart: neither explains the other. */

#include "config.h"

#include "ui/incident/debrief-sections.h"

#include "ui/incident/incident-format.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/markdown-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

static GtkWidget *
label_new (const char *text,
           const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);

  return label;
}

static GtkWidget *
list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return list;
}

/* A row to read. Only what is in it may take the focus. */
static void
append_row (GtkWidget  *list,
            GtkWidget  *child,
            const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (child, "drill-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

GtkWidget *
drill_debrief_headline_new (const DrillDebrief *debrief)
{
  const DrillRunResult *result = debrief->result;
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char      *score = drill_incident_format_number (result->score);
  g_autofree char      *duration = drill_incident_format_duration (result->clock);
  g_autofree char      *headline = NULL;
  g_autofree char      *ending = NULL;

  /* Translators: score, best score, "passed" or "not passed" */
  headline = g_strdup_printf (_("%s of %u · %s"), score, result->max,
                              result->passed ? _("passed") : _("not passed"));
  /* Translators: how the run ended and after which time */
  ending = g_strdup_printf (_("%s after %s"), drill_incident_format_ending (result->ending, result->timed_out), duration);
  gtk_box_append (GTK_BOX (box), label_new (headline, "title-1"));
  gtk_box_append (GTK_BOX (box), label_new (ending, "title-4"));
  gtk_box_append (GTK_BOX (box), label_new (_("You marked your answers yourself: the score is as honest as you were."), "dim-label"));
  if (result->critical)
    gtk_box_append (GTK_BOX (box), label_new (_("After critical harm no run scores more than 49."), "error"));

  return box;
}

static void
attach_cell (GtkGrid    *grid,
             int         column,
             int         row,
             const char *text,
             const char *class_name)
{
  GtkWidget *label = label_new (text, class_name);

  gtk_widget_set_hexpand (label, column == 0);
  if (column > 0)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
attach_milestone (GtkGrid    *grid,
                  int         row,
                  const char *name,
                  gint64      own,
                  gboolean    has_reference,
                  gint64      reference)
{
  g_autofree char *own_text = drill_incident_format_reached (own);
  g_autofree char *reference_text = drill_incident_format_reached (reference);

  attach_cell (grid, 0, row, name, NULL);
  attach_cell (grid, 1, row, own_text, "heading");
  if (has_reference)
    attach_cell (grid, 2, row, reference_text, "dim-label");
}

GtkWidget *
drill_debrief_outcome_new (const DrillDebrief *debrief)
{
  const DrillMilestones *own = &debrief->result->milestones;
  gboolean               has_reference = debrief->reference_result != NULL;
  DrillMilestones        other = { -1, -1, -1, -1 };
  GtkWidget             *grid = gtk_grid_new ();

  if (has_reference)
    other = debrief->reference_result->milestones;
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "drill-panel");
  attach_cell (GTK_GRID (grid), 1, 0, _("You"), "caption-heading");
  if (has_reference)
    attach_cell (GTK_GRID (grid), 2, 0, _("Reference"), "caption-heading");
  attach_milestone (GTK_GRID (grid), 1, _("Acknowledged"), own->acknowledged, has_reference, other.acknowledged);
  attach_milestone (GTK_GRID (grid), 2, _("Localized"), own->localised, has_reference, other.localised);
  attach_milestone (GTK_GRID (grid), 3, _("Contained"), own->contained, has_reference, other.contained);
  attach_milestone (GTK_GRID (grid), 4, _("Recovered"), own->recovered, has_reference, other.recovered);
  if (debrief->result->impact_label != NULL)
    {
      g_autofree char *impact = drill_incident_format_number (round (debrief->result->impact));

      attach_cell (GTK_GRID (grid), 0, 5, debrief->result->impact_label, NULL);
      attach_cell (GTK_GRID (grid), 1, 5, impact, "heading");
      if (has_reference)
        {
          g_autofree char *reference = drill_incident_format_number (round (debrief->reference_result->impact));

          attach_cell (GTK_GRID (grid), 2, 5, reference, "dim-label");
        }
    }

  return grid;
}

/* Time and points in front, the reason behind; on two lines where it is narrow. */
static GtkWidget *
reason_new (const char *facts,
            const char *icon_name,
            const char *markdown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *caption = label_new (facts, "caption-heading");

  gtk_widget_add_css_class (caption, "numeric");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), caption);
  gtk_box_append (GTK_BOX (texts), drill_markdown_view_new (markdown));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);

  return box;
}

GtkWidget *
drill_debrief_harms_new (const DrillDebrief *debrief)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < debrief->result->harms->len; i++)
    {
      const DrillResultHarm *harm = &g_array_index (debrief->result->harms, DrillResultHarm, i);
      g_autofree char       *time = drill_incident_format_clock (debrief->scenario, harm->clock);
      g_autofree char       *facts = g_strdup_printf ("%s · %s", time, drill_incident_format_harm (harm->severity));

      if (list == NULL)
        list = list_new (_("Harm"));
      append_row (list, reason_new (facts, "dialog-warning-symbolic", harm->reason), facts);
    }

  return list;
}

static char *
describe_line (const DrillDebrief     *debrief,
               const DrillDebriefLine *line)
{
  g_autofree char *time = drill_incident_format_clock (debrief->scenario, line->time);
  g_autofree char *points = drill_incident_format_points (line->points);

  if (line->kind == DRILL_DEBRIEF_MISSED)
    /* Translators: points that were to be had */
    return g_strdup_printf (_("missed · %s"), points);
  if (line->late)
    /* Translators: time of day, points that were halved */
    return g_strdup_printf (_("%s · %s, half because it was late"), time, points);

  return g_strdup_printf ("%s · %s", time, points);
}

static const char *
line_icon (const DrillDebriefLine *line)
{
  if (line->kind == DRILL_DEBRIEF_MISSED)
    return "radio-symbolic";

  return line->points < 0 ? "dialog-warning-symbolic" : "object-select-symbolic";
}

static GtkWidget *
phase_new (const DrillDebrief      *debrief,
           const DrillDebriefPhase *phase)
{
  g_autofree char *name = drill_incident_format_phase (phase->name);
  g_autofree char *score = drill_incident_format_number (phase->score);
  g_autofree char *text = NULL;
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget       *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *title = label_new (name, "heading");
  GtkWidget       *bar = gtk_level_bar_new_for_interval (0, MAX (phase->max, 1));
  GtkWidget       *list = NULL;

  /* Translators: score of a phase, best score of it */
  text = g_strdup_printf (_("%s of %u"), score, phase->max);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (phase->score, 0, phase->max));
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_width_chars (GTK_LABEL (title), 11);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), bar);
  gtk_box_append (GTK_BOX (head), label_new (text, "numeric"));
  gtk_box_append (GTK_BOX (box), head);

  for (guint i = 0; i < phase->lines->len; i++)
    {
      const DrillDebriefLine *line = g_ptr_array_index (phase->lines, i);
      g_autofree char        *facts = describe_line (debrief, line);
      GtkWidget              *reason = reason_new (facts, line_icon (line), line->text);

      if (list == NULL)
        list = list_new (name);
      if (line->kind == DRILL_DEBRIEF_MISSED)
        gtk_widget_add_css_class (reason, "drill-missed");
      append_row (list, reason, facts);
    }
  drill_item_append (GTK_BOX (box), list);

  return box;
}

GtkWidget *
drill_debrief_phases_new (const DrillDebrief *debrief)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (guint i = 0; i < debrief->phases->len; i++)
    gtk_box_append (GTK_BOX (box), phase_new (debrief, g_ptr_array_index (debrief->phases, i)));

  return box;
}

static GtkWidget *
try_button_new (const DrillDebriefStep *step,
                const char             *heading)
{
  GtkWidget       *button = gtk_button_new_with_label (_("Try Again from Here"));
  g_autofree char *name = NULL;

  /* Translators: a decision */
  name = g_strdup_printf (_("Try again from before “%s”"), heading);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "incident.try-from");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", step->n_moves);

  return button;
}

static char *
describe_step (const DrillDebrief     *debrief,
               const DrillDebriefStep *step)
{
  g_autofree char *time = drill_incident_format_clock (debrief->scenario, step->begin);
  g_autofree char *points = drill_incident_format_points (step->points);
  GString         *text = g_string_new (time);

  if (step->answer)
    g_string_append_printf (text, " · %s", _("answer"));
  else if (!step->own)
    g_string_append_printf (text, " · %s", _("event"));
  if (step->points != 0)
    g_string_append_printf (text, " · %s", points);
  for (guint i = 0; i < step->harms->len; i++)
    g_string_append_printf (text, " · %s",
                            drill_incident_format_harm (((DrillScenarioHarm *) g_ptr_array_index (step->harms, i))->severity));

  return g_string_free (text, FALSE);
}

GtkWidget *
drill_debrief_steps_new (const DrillDebrief *debrief)
{
  GtkWidget *list = list_new (_("Decisions"));

  for (guint i = 0; i < debrief->steps->len; i++)
    {
      const DrillDebriefStep *step = g_ptr_array_index (debrief->steps, i);
      g_autofree char        *heading = drill_debrief_describe_step (debrief, step);
      GtkWidget              *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget              *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      g_autofree char        *facts = describe_step (debrief, step);
      GtkWidget              *caption = label_new (facts, "caption");

      gtk_widget_add_css_class (caption, "numeric");
      gtk_box_append (GTK_BOX (texts), caption);
      gtk_box_append (GTK_BOX (texts), label_new (heading, step->own && !step->wait ? "heading" : "dim-label"));
      gtk_box_append (GTK_BOX (box), texts);
      gtk_widget_set_hexpand (texts, TRUE);
      if (step->own)
        gtk_box_append (GTK_BOX (box), try_button_new (step, heading));
      append_row (list, box, heading);
    }

  return list;
}

GtkWidget *
drill_debrief_gaps_new (const DrillDebrief *debrief)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < debrief->gaps->len; i++)
    {
      const DrillDebriefGap      *gap = &g_array_index (debrief->gaps, DrillDebriefGap, i);
      const DrillScenarioSection *question = drill_scenario_section (debrief->scenario, gap->section);
      GtkWidget                  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      g_autoptr (GString)         points = g_string_new (NULL);

      if (list == NULL)
        list = list_new (_("Missed key points"));
      for (guint k = 0; k < question->key_points->len; k++)
        {
          if (((gap->ticks >> k) & 1) == 0)
            g_string_append_printf (points, "- %s\n",
                                    ((DrillScenarioKeyPoint *) g_ptr_array_index (question->key_points, k))->markdown);
        }
      gtk_box_append (GTK_BOX (box), label_new (question->heading, "heading"));
      if (!gap->answered)
        gtk_box_append (GTK_BOX (box), label_new (_("not answered"), "caption"));
      gtk_box_append (GTK_BOX (box), drill_markdown_view_new (points->str));
      append_row (list, box, question->heading);
    }

  return list;
}

GtkWidget *
drill_debrief_unopened_new (const DrillDebrief *debrief)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < debrief->unopened->len; i++)
    {
      const DrillScenarioEvidence *evidence =
          g_ptr_array_index (debrief->scenario->evidence, g_array_index (debrief->unopened, guint, i));
      g_autofree char             *text = g_strdup_printf ("•  %s", evidence->text);

      if (box == NULL)
        box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_box_append (GTK_BOX (box), label_new (text, NULL));
    }

  return box;
}
