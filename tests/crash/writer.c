/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The program that test-kill kills: writer FOLDER PACK SEED
 *
 * Opens the workspace, imports the pack and answers without end. The uuid of an
 * answer is printed, in hexadecimal, once drill_answer_record() has promised it.
 */

#include "config.h"

#include "library/importer.h"
#include "study/answer.h"
#include "study/workspace.h"

#include <stdio.h>
#include <stdlib.h>

#define DAY_MS (24 * G_GINT64_CONSTANT (3600000))

static void
print_uuid (const DrillAnswer *answer)
{
  for (guint i = 0; i < DRILL_UUID_SIZE; i++)
    printf ("%02x", answer->uuid[i]);
  printf ("\n");
  fflush (stdout);
}

static void
answer_without_end (DrillConnection *connection,
                    GRand           *random)
{
  g_autoptr (DrillRules) rules = drill_rules_new ();
  gint64                 now_ms = G_GINT64_CONSTANT (1700000000000);

  for (;;)
    {
      g_autoptr (DrillAnswer) answer = NULL;
      g_autoptr (GError)      error = NULL;
      g_autofree char        *key = NULL;
      DrillCard               card;

      key = g_strdup_printf ("crash/item-%d", g_rand_int_range (random, 0, 5));
      now_ms += g_rand_int_range (random, 0, 1000) * (DAY_MS / 1000);
      answer = drill_answer_new (key,
                                 DRILL_OCCASION_REVIEW,
                                 g_rand_int_range (random, DRILL_RATING_AGAIN, DRILL_RATING_EASY + 1),
                                 now_ms,
                                 g_rand_int_range (random, 0, 60000));
      answer->words = g_strnfill (g_rand_int_range (random, 0, 6000), 'w');
      if (!drill_answer_record (connection, rules, answer, &card, &error))
        g_error ("%s", error->message);
      print_uuid (answer);
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
  answer_without_end (connection, random);

  return EXIT_SUCCESS;
}
