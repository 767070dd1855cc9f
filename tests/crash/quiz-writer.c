/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The program that test-quiz-kill kills: quiz-writer FOLDER PACK SEED
 *
 * Takes up the unfinished quiz, or begins one, and goes on without end. Each step is
 * printed once drill_quiz_step_save() has promised it: quiz, number, kind, question
 * and value.
 */

#include "config.h"

#include "library/importer.h"
#include "study/quiz-store.h"
#include "study/workspace.h"

#include <stdio.h>
#include <stdlib.h>

static void
print_step (const DrillQuizStep *step)
{
  for (guint i = 0; i < DRILL_UUID_SIZE; i++)
    printf ("%02x", step->uuid[i]);
  printf (" %u %d %u %u\n", step->number, (int) step->event.kind, step->event.question, step->event.value);
  fflush (stdout);
}

static void
take_step (DrillConnection      *connection,
           const DrillRules     *rules,
           DrillClock           *clock,
           DrillQuiz            *quiz,
           DrillAttemptEventKind kind,
           guint                 question,
           guint                 value)
{
  g_autoptr (DrillQuizStep) step = NULL;
  g_autoptr (GError)        error = NULL;
  DrillClockReading         now;

  drill_clock_read (clock, &now);
  step = drill_quiz_step (quiz, kind, question, value, &now, NULL);
  if (!drill_quiz_step_save (connection, rules, step, &error))
    g_error ("%s", error->message);
  print_step (step);
}

static DrillQuiz *
begin (DrillConnection  *connection,
       const DrillRules *rules,
       DrillClock       *clock,
       GRand            *random)
{
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (GPtrArray)      rows = NULL;
  g_autoptr (GError)         error = NULL;
  DrillClockReading          now;
  DrillQuiz                 *quiz = NULL;

  drill_clock_read (clock, &now);
  rows = drill_quiz_list (connection, &now, &error);
  if (rows == NULL)
    g_error ("%s", error->message);

  setup->exam = g_rand_int_range (random, 0, 2);
  if (rows->len > 0 && ((DrillQuizRow *) g_ptr_array_index (rows, 0))->ended_ms == 0)
    {
      quiz = drill_quiz_load (connection, ((DrillQuizRow *) g_ptr_array_index (rows, 0))->uuid, &error);
      if (quiz != NULL)
        take_step (connection, rules, clock, quiz, DRILL_ATTEMPT_OPEN, 0, 0);
    }
  else
    {
      quiz = drill_quiz_start (connection, rules, "", setup, NULL, g_rand_int (random), &now, &error);
    }
  if (quiz == NULL)
    g_error ("%s", error->message);

  return quiz;
}

static void
work_without_end (DrillConnection *connection,
                  GRand           *random)
{
  g_autoptr (DrillRules) rules = drill_rules_new ();
  g_autoptr (DrillClock) clock = drill_clock_new_system ();

  for (;;)
    {
      g_autoptr (DrillQuiz) quiz = begin (connection, rules, clock, random);

      while (!drill_attempt_has_ended (quiz->attempt))
        {
          guint question = (guint) g_rand_int_range (random, 0, (gint32) quiz->questions->len);

          switch (g_rand_int_range (random, 0, 12))
            {
            case 0:
              take_step (connection, rules, clock, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
              break;
            case 1:
              take_step (connection, rules, clock, quiz, DRILL_ATTEMPT_UNSURE, question, 1);
              break;
            case 2:
              take_step (connection, rules, clock, quiz, DRILL_ATTEMPT_CHECK, question, 0);
              break;
            default:
              take_step (connection, rules, clock, quiz, DRILL_ATTEMPT_CHOOSE, question, 1u << g_rand_int_range (random, 0, 4));
              break;
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DrillConnection)   connection = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GRand)             random = NULL;
  g_autoptr (GError)            error = NULL;
  const char                   *paths[] = { NULL, NULL };

  if (argc != 4)
    return EXIT_FAILURE;

  random = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[3], NULL, 10));
  connection = drill_workspace_open (argv[1], DRILL_CONNECTION_READ_WRITE, NULL, &error);
  if (connection == NULL)
    g_error ("%s", error->message);
  paths[0] = argv[2];
  report = drill_import_run (connection, paths, 1, NULL, NULL, NULL, &error);
  if (report == NULL)
    g_error ("%s", error->message);
  work_without_end (connection, random);

  return EXIT_SUCCESS;
}
