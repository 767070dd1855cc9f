/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A debrief as a list of paragraphs: one source for the file and for paper. */

#include "config.h"

#include "ui/incident/debrief-document.h"

#include "ui/incident/incident-format.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_result (GPtrArray          *document,
            const DrillDebrief *debrief,
            DrillPlay          *play)
{
  const DrillRunResult *result = debrief->result;
  const DrillRunRecord *record = drill_play_get_record (play);
  g_autofree char      *date = drill_incident_format_date (record->started_ms);
  g_autofree char      *score = drill_incident_format_number (result->score);
  g_autofree char      *duration = drill_incident_format_duration (result->clock);

  drill_document_add (document, DRILL_PARAGRAPH_TITLE, g_strdup (debrief->scenario->title));
  /* Translators: score, best score, "passed" or "not passed", ending, duration, date */
  drill_document_add (document, DRILL_PARAGRAPH_TEXT,
       g_strdup_printf (_("**%s of %u, %s.** %s after %s. Played on %s; answers are self-marked."),
                        score, result->max, result->passed ? _("passed") : _("not passed"),
                        drill_incident_format_ending (result->ending, result->timed_out), duration, g_strchug (date)));
}

static void
add_milestone (GPtrArray          *document,
               const char         *name,
               gint64              own,
               const gint64       *reference)
{
  g_autofree char *own_text = drill_incident_format_reached (own);
  g_autofree char *reference_text = reference != NULL ? drill_incident_format_reached (*reference) : NULL;

  if (reference_text != NULL)
    /* Translators: a milestone, when it was reached, when the reference run did */
    drill_document_add (document, DRILL_PARAGRAPH_BULLET,
         g_strdup_printf (_("%s: %s (reference: %s)"), name, own_text, reference_text));
  else
    drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup_printf (_("%s: %s"), name, own_text));
}

static void
add_outcome (GPtrArray          *document,
             const DrillDebrief *debrief)
{
  const DrillMilestones *own = &debrief->result->milestones;
  const DrillMilestones *other = debrief->reference_result != NULL ? &debrief->reference_result->milestones : NULL;

  drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("Outcome")));
  add_milestone (document, _("Acknowledged"), own->acknowledged, other != NULL ? &other->acknowledged : NULL);
  add_milestone (document, _("Localized"), own->localised, other != NULL ? &other->localised : NULL);
  add_milestone (document, _("Contained"), own->contained, other != NULL ? &other->contained : NULL);
  add_milestone (document, _("Recovered"), own->recovered, other != NULL ? &other->recovered : NULL);
  if (debrief->result->impact_label != NULL)
    {
      g_autofree char *impact = drill_incident_format_number ((double) (gint64) debrief->result->impact);
      g_autofree char *reference = NULL;

      if (debrief->reference_result != NULL)
        reference = drill_incident_format_number ((double) (gint64) debrief->reference_result->impact);
      drill_document_add (document, DRILL_PARAGRAPH_BULLET,
           reference != NULL
               ? g_strdup_printf (_("%s: %s (reference: %s)"), debrief->result->impact_label, impact, reference)
               : g_strdup_printf (_("%s: %s"), debrief->result->impact_label, impact));
    }
  drill_document_add (document, DRILL_PARAGRAPH_CHART, g_strdup (""));
}

static void
add_line (GPtrArray              *document,
          const DrillDebrief     *debrief,
          const DrillDebriefLine *line)
{
  g_autofree char *time = drill_incident_format_clock (debrief->scenario, line->time);
  g_autofree char *points = drill_incident_format_points (line->points);

  if (line->kind == DRILL_DEBRIEF_MISSED)
    drill_document_add (document, DRILL_PARAGRAPH_BULLET,
         g_strdup_printf (_("missed (%s): %s"), points, line->text));
  else if (line->late)
    drill_document_add (document, DRILL_PARAGRAPH_BULLET,
         g_strdup_printf (_("%s, %s, late: %s"), time, points, line->text));
  else
    drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup_printf ("%s, %s: %s", time, points, line->text));
}

static void
add_phases (GPtrArray          *document,
            const DrillDebrief *debrief)
{
  for (guint i = 0; i < debrief->phases->len; i++)
    {
      const DrillDebriefPhase *phase = g_ptr_array_index (debrief->phases, i);
      g_autofree char         *name = drill_incident_format_phase (phase->name);
      g_autofree char         *score = drill_incident_format_number (phase->score);

      /* Translators: a phase, its score, its best score */
      drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup_printf (_("%s: %s of %u"), name, score, phase->max));
      if (phase->lines->len == 0)
        drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup (_("Nothing was scored here.")));
      for (guint k = 0; k < phase->lines->len; k++)
        add_line (document, debrief, g_ptr_array_index (phase->lines, k));
    }
}

static void
add_harms (GPtrArray          *document,
           const DrillDebrief *debrief)
{
  for (guint i = 0; i < debrief->result->harms->len; i++)
    {
      const DrillResultHarm *harm = &g_array_index (debrief->result->harms, DrillResultHarm, i);
      g_autofree char       *time = drill_incident_format_clock (debrief->scenario, harm->clock);

      if (i == 0)
        drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("Harm")));
      drill_document_add (document, DRILL_PARAGRAPH_BULLET,
           g_strdup_printf ("%s, %s: %s", time, drill_incident_format_harm (harm->severity), harm->reason));
    }
}

static void
add_steps (GPtrArray          *document,
           const DrillDebrief *debrief,
           DrillPlay          *play)
{
  drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("Decisions")));
  for (guint i = 0; i < debrief->steps->len; i++)
    {
      const DrillDebriefStep *step = g_ptr_array_index (debrief->steps, i);
      g_autofree char        *time = drill_incident_format_clock (debrief->scenario, step->begin);
      g_autofree char        *title = drill_debrief_describe_step (debrief, step);
      const char             *words = step->answer ? drill_play_get_words (play, step->section) : NULL;

      if (step->answer)
        drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup_printf (_("%s, answer: %s"), time, title));
      else if (step->own)
        drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup_printf ("%s, %s", time, title));
      else
        drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup_printf (_("%s, event: %s"), time, title));
      if (words != NULL)
        drill_document_add (document, DRILL_PARAGRAPH_QUOTE, g_strdup (words));
    }
}

static void
add_gaps (GPtrArray          *document,
          const DrillDebrief *debrief)
{
  for (guint i = 0; i < debrief->gaps->len; i++)
    {
      const DrillDebriefGap      *gap = &g_array_index (debrief->gaps, DrillDebriefGap, i);
      const DrillScenarioSection *question = drill_scenario_section (debrief->scenario, gap->section);

      if (i == 0)
        drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("Missed key points")));
      drill_document_add (document, DRILL_PARAGRAPH_TEXT,
           gap->answered ? g_strdup_printf ("**%s**", question->heading)
                         : g_strdup_printf (_("**%s** (not answered)"), question->heading));
      for (guint k = 0; k < question->key_points->len; k++)
        {
          const DrillScenarioKeyPoint *point = g_ptr_array_index (question->key_points, k);

          if (((gap->ticks >> k) & 1) == 0)
            drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup (point->markdown));
        }
    }
}

static void
add_unopened (GPtrArray          *document,
              const DrillDebrief *debrief)
{
  for (guint i = 0; i < debrief->unopened->len; i++)
    {
      const DrillScenarioEvidence *evidence =
          g_ptr_array_index (debrief->scenario->evidence, g_array_index (debrief->unopened, guint, i));

      if (i == 0)
        drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("Never opened")));
      drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup (evidence->text));
    }
}

GPtrArray *
drill_debrief_document_new (const DrillDebrief *debrief,
                            DrillPlay          *play)
{
  GPtrArray *document;

  g_return_val_if_fail (debrief != NULL, NULL);
  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);

  document = drill_document_new ();
  add_result (document, debrief, play);
  add_outcome (document, debrief);
  add_harms (document, debrief);
  add_phases (document, debrief);
  add_steps (document, debrief, play);
  add_gaps (document, debrief);
  add_unopened (document, debrief);
  if (debrief->scenario->debrief != NULL && *debrief->scenario->debrief != '\0')
    {
      drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("What it was")));
      drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup (debrief->scenario->debrief));
    }

  return document;
}
