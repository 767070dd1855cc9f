/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A scenario as a dialogue: what was said and seen since the last move, what may
 * be done now, one line of input for each decision.
 */

#include "config.h"

#include "cli/play-dialogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns: (transfer full) (nullable): NULL at the end of the input */
static char *
ask (const char *prompt)
{
  char   *line = NULL;
  char   *copy;
  size_t  size = 0;

  printf ("%s", prompt);
  fflush (stdout);
  if (getline (&line, &size, stdin) < 0)
    {
      free (line);
      return NULL;
    }
  copy = g_strdup (g_strstrip (line));
  free (line);

  return copy;
}

static void
print_section (const DrillScenarioSection *section,
               DrillScenario              *scenario)
{
  printf ("\n== %s\n", section->heading);
  for (guint i = 0; i < section->beats->len; i++)
    {
      const DrillScenarioBeat *beat = g_ptr_array_index (section->beats, i);

      if (beat->kind == DRILL_BEAT_EVIDENCE)
        {
          const DrillScenarioEvidence *evidence = g_ptr_array_index (scenario->evidence, beat->evidence);

          printf ("[%s: %s]\n", evidence->text, evidence->file);
        }
      else if (beat->kind == DRILL_BEAT_SPEECH)
        {
          printf ("%s: %s\n", beat->speaker != NULL ? beat->speaker : "", beat->markdown);
        }
      else
        {
          printf ("%s\n", beat->markdown);
        }
    }
}

/* What was entered since the last time. Returns how much of the log was shown. */
static guint
print_news (DrillRun *run,
            guint     shown)
{
  GPtrArray *log = drill_run_get_log (run);

  for (; shown < log->len; shown++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, shown);

      if (step->kind == DRILL_STEP_ENTERED)
        print_section (drill_scenario_section (drill_run_get_scenario (run), step->section),
                       drill_run_get_scenario (run));
    }

  return shown;
}

static void
print_series (DrillRun *run)
{
  DrillScenario *scenario = drill_run_get_scenario (run);
  gint64         clock = drill_run_get_clock (run);

  for (guint i = 0; i < scenario->series->len; i++)
    {
      const DrillScenarioSeries *series = g_ptr_array_index (scenario->series, i);

      printf ("%s%s %.4g", i > 0 ? " | " : "", series->label, drill_run_sample (run, series->key, clock));
    }
  printf ("\n");
}

/* Returns: (transfer full): offers that can be taken, numbered from 1 on screen */
static GArray *
print_offers (DrillRun *run)
{
  g_autoptr (GArray) all = drill_run_get_offers (run);
  GArray            *open = g_array_new (FALSE, FALSE, sizeof (DrillOffer));

  for (guint i = 0; i < all->len; i++)
    {
      DrillOffer *offer = &g_array_index (all, DrillOffer, i);

      if (offer->lock != DRILL_LOCK_NONE)
        continue;
      g_array_append_val (open, *offer);
      printf ("  %2u  %s", open->len, offer->choice->text);
      if (offer->cost > 0)
        printf (" (%" G_GINT64_FORMAT " min)", (offer->cost + 59) / 60);
      printf ("\n");
    }

  return open;
}

/* Returns: FALSE at the end of the input */
static gboolean
answer_question (DrillRun                   *run,
                 const DrillScenarioSection *section)
{
  g_autofree char *words = ask ("\nYour answer: ");
  g_autofree char *ticks = NULL;
  g_auto (GStrv)   numbers = NULL;
  guint            suggested;
  guint            met = 0;

  if (words == NULL)
    return FALSE;

  suggested = drill_key_points_suggest (section, words);
  printf ("Key points; a star marks what your words suggest:\n");
  for (guint i = 0; i < section->key_points->len; i++)
    printf ("  %u %s %s\n",
            i + 1,
            suggested & (1u << i) ? "*" : " ",
            ((DrillScenarioKeyPoint *) g_ptr_array_index (section->key_points, i))->markdown);

  ticks = ask ("Which did your answer have? (numbers, or nothing) ");
  if (ticks == NULL)
    return FALSE;
  numbers = g_strsplit_set (ticks, ", ", -1);
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      guint64 number = g_ascii_strtoull (numbers[i], NULL, 10);

      if (number >= 1 && number <= section->key_points->len)
        met |= 1u << (number - 1);
    }
  drill_run_answer (run, section->slug, met, NULL);
  if (section->model_answer != NULL)
    printf ("\nModel answer:\n%s\n", section->model_answer);

  return TRUE;
}

static gboolean
answer_questions (DrillRun *run)
{
  g_autoptr (GArray) questions = drill_run_get_questions (run);

  for (guint i = 0; i < questions->len; i++)
    {
      const DrillScenarioSection *section;

      section = drill_scenario_section (drill_run_get_scenario (run), g_array_index (questions, guint, i));
      if (!answer_question (run, section))
        return FALSE;
    }

  return TRUE;
}

/* Returns: FALSE when the player stops */
static gboolean
decide (DrillRun *run,
        guint    *shown)
{
  g_autoptr (GArray) offers = print_offers (run);
  g_autofree char   *line = ask ("\nWhat do you do? (number, wait:5m, u to undo, q to stop) ");
  g_autoptr (GError) error = NULL;
  guint64            number;

  if (line == NULL || g_str_equal (line, "q"))
    return FALSE;
  if (g_str_equal (line, "u"))
    {
      if (drill_run_undo (run))
        *shown = MIN (*shown, drill_run_get_log (run)->len);
      return TRUE;
    }

  number = g_ascii_strtoull (line, NULL, 10);
  if (number >= 1 && number <= offers->len)
    drill_run_choose (run, g_array_index (offers, DrillOffer, number - 1).choice->slug, &error);
  else
    drill_run_go (run, line, &error);
  if (error != NULL)
    printf ("%s\n", error->message);

  return TRUE;
}

void
drill_play_dialogue (DrillRun *run)
{
  DrillScenario *scenario = drill_run_get_scenario (run);
  guint          shown = 0;

  printf ("%s\n\n%s\n", scenario->title, scenario->briefing != NULL ? scenario->briefing : "");
  for (;;)
    {
      gint64 clock;

      shown = print_news (run, shown);
      if (drill_run_is_over (run) || !answer_questions (run))
        return;
      if (drill_run_is_over (run))
        continue;

      clock = scenario->clock + drill_run_get_clock (run);
      printf ("\n-- %02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT "  ", clock / 3600 % 24, clock / 60 % 60);
      print_series (run);
      if (!decide (run, &shown))
        return;
    }
}
