/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One step of a run as part of a conversation.
 *
 *   03:15-03:17  Logs of one instance             what one did, and when
 *   No new kind of error. ...                     what one saw
 *   ( Gateway log )                               leads to the panel
 *   +------------------------------------------+
 *   | Interviewer                              |  what was said
 *   | How long do we have?                     |
 *   +------------------------------------------+
 */

#include "config.h"

#include "ui/incident/conversation-entry.h"

#include "ui/incident/incident-format.h"
#include "ui/incident/wrap-layout.h"
#include "ui/widgets/markdown-view.h"

#include <glib/gi18n.h>

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
speech_new (const char *speaker,
            const char *markdown,
            gboolean    own)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "drill-speech");
  if (own)
    gtk_widget_add_css_class (box, "drill-candidate");
  if (speaker != NULL)
    gtk_box_append (GTK_BOX (box), caption_new (speaker));
  gtk_box_append (GTK_BOX (box), drill_markdown_view_new (markdown));

  return box;
}

static const char *
evidence_icon (DrillEvidenceKind kind)
{
  return kind == DRILL_EVIDENCE_CHART ? "power-profile-performance-symbolic" : "text-x-generic-symbolic";
}

static GtkWidget *
evidence_button_new (DrillScenario *scenario,
                     guint          index)
{
  const DrillScenarioEvidence *evidence = g_ptr_array_index (scenario->evidence, index);
  GtkWidget                   *button = gtk_button_new ();
  GtkWidget                   *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget                   *label = gtk_label_new (evidence->text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, evidence->text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (evidence_icon (evidence->kind)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "drill-evidence-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, evidence->text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "incident.show-evidence");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);

  return button;
}

static void
append_beats (GtkBox                     *box,
              DrillScenario              *scenario,
              const DrillScenarioSection *section)
{
  GtkWidget *links = NULL; /* of evidence; those that follow each other share lines */

  for (guint i = 0; i < section->beats->len; i++)
    {
      const DrillScenarioBeat *beat = g_ptr_array_index (section->beats, i);
      gboolean                 own;

      if (beat->kind == DRILL_BEAT_EVIDENCE)
        {
          if (links == NULL)
            {
              links = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
              gtk_widget_set_layout_manager (links, drill_wrap_layout_new (6));
              gtk_box_append (box, links);
            }
          gtk_box_append (GTK_BOX (links), evidence_button_new (scenario, beat->evidence));
          continue;
        }

      links = NULL;

      switch (beat->kind)
        {
        case DRILL_BEAT_SPEECH:
          own = g_strcmp0 (beat->speaker, "You") == 0;
          gtk_box_append (box, speech_new (own ? _("You") : beat->speaker, beat->markdown, own));
          break;
        case DRILL_BEAT_PROSE:
        case DRILL_BEAT_EVIDENCE:
        default:
          gtk_box_append (box, drill_markdown_view_new (beat->markdown));
        }
    }
}

static char *
describe_time (DrillScenario      *scenario,
               const DrillRunStep *step)
{
  const char      *heading = drill_scenario_section (scenario, step->section)->heading;
  g_autofree char *begin = drill_incident_format_clock (scenario, step->begin);
  g_autofree char *end = drill_incident_format_clock (scenario, step->end);

  if (g_str_equal (begin, end))
    /* Translators: a time of day and what was done then */
    return g_strdup_printf (_("%s · %s"), begin, heading);

  /* Translators: two times of day and what was done between them */
  return g_strdup_printf (_("%s–%s · %s"), begin, end, heading);
}

static GtkWidget *
entered_new (DrillScenario      *scenario,
             const DrillRunStep *step)
{
  const DrillScenarioSection *section = drill_scenario_section (scenario, step->section);
  GtkWidget                  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char            *time = describe_time (scenario, step);
  GtkWidget                  *caption = caption_new (time);

  if (step->automatic)
    gtk_widget_add_css_class (box, "drill-interruption");
  gtk_box_append (GTK_BOX (box), caption);
  append_beats (GTK_BOX (box), scenario, section);
  if (section->ending != DRILL_ENDING_NONE)
    {
      GtkWidget *label = gtk_label_new (drill_incident_format_ending (section->ending, FALSE));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "title-2");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static GtkWidget *
expander_new (const char *title,
              const char *markdown,
              gboolean    expanded)
{
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *view = drill_markdown_view_new (markdown);

  gtk_widget_set_margin_top (view, 6);
  gtk_widget_set_margin_start (view, 12);
  gtk_expander_set_child (GTK_EXPANDER (expander), view);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), expanded);

  return expander;
}

/* What the answer had and what it missed, as a list with marks. */
static char *
list_points (const DrillScenarioSection *question,
             guint                       ticks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < question->key_points->len; i++)
    {
      const DrillScenarioKeyPoint *point = g_ptr_array_index (question->key_points, i);

      g_string_append_printf (text, "- %s %s\n", (ticks >> i) & 1 ? "✓" : "✗", point->markdown);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
answered_new (DrillPlay          *play,
              const DrillRunStep *step,
              gboolean            newest)
{
  DrillScenario              *scenario = drill_play_get_scenario (play);
  const DrillScenarioSection *question = drill_scenario_section (scenario, step->section);
  const char                 *words = drill_play_get_words (play, step->section);
  GtkWidget                  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget                  *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char            *time = drill_incident_format_clock (scenario, step->end);
  g_autofree char            *caption = NULL;
  g_autofree char            *count = NULL;
  g_autofree char            *points = list_points (question, step->ticks);
  guint                       n_ticked = (guint) __builtin_popcount (step->ticks);

  /* Translators: "You", then a time of day */
  caption = g_strdup_printf (_("%s · You"), time);
  /* Translators: how many key points of how many an answer had */
  count = g_strdup_printf (ngettext ("%u of %u key point", "%u of %u key points", question->key_points->len),
                           n_ticked, question->key_points->len);
  gtk_box_append (GTK_BOX (bubble), caption_new (caption));
  if (words != NULL)
    {
      /* What the learner typed is no markup. */
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (bubble), label);
    }
  gtk_box_append (GTK_BOX (bubble), caption_new (count));
  gtk_widget_add_css_class (bubble, "drill-speech");
  gtk_widget_add_css_class (bubble, "drill-candidate");
  gtk_box_append (GTK_BOX (box), bubble);

  if (*points != '\0')
    gtk_box_append (GTK_BOX (box), expander_new (_("Key points"), points, FALSE));
  if (question->model_answer != NULL)
    gtk_box_append (GTK_BOX (box), expander_new (_("Model answer"), question->model_answer, newest));
  if (question->mistakes != NULL)
    gtk_box_append (GTK_BOX (box), expander_new (_("Common mistakes"), question->mistakes, FALSE));

  return box;
}

static GtkWidget *
waited_new (DrillScenario      *scenario,
            const DrillRunStep *step)
{
  GtkWidget *caption = caption_new (NULL);

  drill_conversation_step_wait_on (caption, scenario, step);

  return caption;
}

GtkWidget *
drill_conversation_briefing_new (DrillScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return drill_markdown_view_new (scenario->briefing);
}

/* @newest: the last one so far: what an answer leads to is open then */
GtkWidget *
drill_conversation_step_new (DrillPlay          *play,
                             const DrillRunStep *step,
                             gboolean            newest)
{
  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);
  g_return_val_if_fail (step != NULL, NULL);

  if (step->kind == DRILL_STEP_ANSWERED)
    return answered_new (play, step, newest);
  if (step->kind == DRILL_STEP_WAITED)
    return waited_new (drill_play_get_scenario (play), step);

  return entered_new (drill_play_get_scenario (play), step);
}

/* Says in @entry, which was made for the same wait, how long it is by now. What is
 * shorter than the clock shows is not told. */
void
drill_conversation_step_wait_on (GtkWidget          *entry,
                                 DrillScenario      *scenario,
                                 const DrillRunStep *step)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (entry));
  g_return_if_fail (scenario != NULL && step != NULL);

  begin = drill_incident_format_clock (scenario, step->begin);
  end = drill_incident_format_clock (scenario, step->end);
  duration = drill_incident_format_duration (step->end - step->begin);
  /* Translators: two times of day and how long it is between them */
  text = g_strdup_printf (_("%s–%s · %s passed"), begin, end, duration);
  gtk_label_set_label (GTK_LABEL (entry), text);
  gtk_widget_set_visible (entry, step->end - step->begin >= 60);
}
