/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * pagerdrill memory evaluate|optimize [--log FILE]
 *
 * How well the memory model predicts a log of reviews, the learner's own or one
 * in a file (CSV, or an Anki collection), and which weights would predict it better. Nothing is changed: the
 * weights that are found are printed.
 */

#include "config.h"

#include "cli/commands.h"

#include "memory/dataset.h"
#include "memory/evaluation.h"
#include "memory/optimizer.h"
#include "memory/study-day.h"
#include "study/anki-log.h"
#include "study/review-history.h"

#include <stdio.h>
#include <string.h>

static void
add_double (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_evaluation (JsonBuilder           *builder,
                const double          *weights,
                const DrillEvaluation *evaluation)
{
  json_builder_set_member_name (builder, "weights");
  json_builder_begin_array (builder);
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    json_builder_add_double_value (builder, weights[i]);
  json_builder_end_array (builder);
  add_double (builder, "log_loss", evaluation->log_loss);
  add_double (builder, "rmse_bins", evaluation->rmse_bins);
  add_double (builder, "auc", evaluation->auc);
  json_builder_set_member_name (builder, "items");
  json_builder_add_int_value (builder, evaluation->n_items);
}

static void
print_evaluation (const char            *name,
                  const DrillEvaluation *evaluation)
{
  printf ("%-8s log loss %.5f   RMSE(bins) %.5f   AUC %.4f   items %u\n",
          name,
          evaluation->log_loss,
          evaluation->rmse_bins,
          evaluation->auc,
          evaluation->n_items);
}

static int
evaluate (const DrillCliOptions *options,
          const DrillDataset    *dataset)
{
  DrillFsrs       fsrs;
  DrillEvaluation evaluation;

  drill_fsrs_init_default (&fsrs);
  evaluation = drill_evaluation_run (dataset, &fsrs);
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_evaluation (builder, fsrs.w, &evaluation);
      json_builder_end_object (builder);
      drill_cli_print_json (builder);
    }
  else
    {
      print_evaluation ("in use", &evaluation);
    }

  return DRILL_EXIT_OK;
}

static const char *
outcome_to_word (DrillOptimizerOutcome outcome)
{
  switch (outcome)
    {
    case DRILL_OPTIMIZER_IMPROVED:
      return "improved";
    case DRILL_OPTIMIZER_KEPT:
      return "kept";
    case DRILL_OPTIMIZER_TOO_FEW:
    default:
      return "too-few";
    }
}

static void
print_optimized (const DrillOptimizerOptions *used,
                 const DrillOptimizerResult  *result)
{
  print_evaluation ("before", &result->before);
  print_evaluation ("after", &result->after);
  printf ("%s\nweights", outcome_to_word (result->outcome));
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    printf (" %.4f", result->weights[i]);
  printf ("\n");
}

static void
print_optimized_json (const DrillOptimizerOptions *used,
                      const DrillOptimizerResult  *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_evaluation (builder, result->weights, &result->after);
  json_builder_set_member_name (builder, "outcome");
  json_builder_add_string_value (builder, outcome_to_word (result->outcome));
  json_builder_set_member_name (builder, "before");
  json_builder_begin_object (builder);
  add_evaluation (builder, used->current.w, &result->before);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "after");
  json_builder_begin_object (builder);
  add_evaluation (builder, result->weights, &result->after);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  drill_cli_print_json (builder);
}

static int
optimize (const DrillCliOptions *options,
          const DrillDataset    *dataset)
{
  DrillOptimizerOptions used;
  DrillOptimizerResult  result;
  g_autoptr (GError)    error = NULL;

  drill_optimizer_options_init (&used);
  if (!drill_optimizer_run (dataset, &used, &result, NULL, &error))
    return drill_cli_fail (error);

  if (options->json)
    print_optimized_json (&used, &result);
  else
    print_optimized (&used, &result);

  return DRILL_EXIT_OK;
}

static GArray *
load_own_log (const DrillCliOptions *options)
{
  g_autoptr (DrillConnection) connection = drill_cli_open_workspace (options, NULL);
  g_autoptr (GError)          error = NULL;
  GArray                     *reviews;

  if (connection == NULL)
    return NULL;
  reviews = drill_review_history_load (connection, &error);
  if (reviews == NULL)
    drill_cli_fail (error);

  return reviews;
}

/* Packages hold a collection, but not as it is. */
static gboolean
is_package (const char *text,
            gsize       length)
{
  static const char *const magic[] = { "PK\x03\x04", "\x28\xb5\x2f\xfd" };

  for (guint i = 0; i < G_N_ELEMENTS (magic); i++)
    {
      if (length >= strlen (magic[i]) && memcmp (text, magic[i], strlen (magic[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

static GArray *
load_csv (const char *path,
          GError    **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char      *text = NULL;
  gsize                 length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (is_package (text, length))
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_NOT_SUPPORTED,
                   "It is a package. Name the collection itself, collection.anki2 in Anki's "
                   "folder of the profile.");
      return NULL;
    }

  /* A file does not say where its learner lived. */
  return drill_review_log_read_csv (text, length, utc, DRILL_STUDY_DAY_ROLLOVER_DEFAULT, error);
}

/* Returns: (transfer full) (nullable): NULL after saying why */
static GArray *
load_log (const char *path)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GError)    error = NULL;
  GArray               *reviews;

  if (drill_anki_log_is_collection (path))
    reviews = drill_anki_log_load (path, here, DRILL_STUDY_DAY_ROLLOVER_DEFAULT, &error);
  else
    reviews = load_csv (path, &error);
  if (reviews == NULL)
    {
      g_prefix_error (&error, "%s: ", path);
      drill_cli_fail (error);
    }

  return reviews;
}

int
drill_command_memory (const DrillCliOptions *options,
                      int                    argc,
                      char                 **argv)
{
  g_autoptr (GArray)       reviews = NULL;
  g_autoptr (DrillDataset) dataset = NULL;
  const char              *path = NULL;
  gboolean                 optimizes;

  if (argc == 0 || (!g_str_equal (argv[0], "evaluate") && !g_str_equal (argv[0], "optimize")))
    return drill_cli_usage ("memory needs \"evaluate\" or \"optimize\"");
  optimizes = g_str_equal (argv[0], "optimize");

  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--log="))
        path = argv[i] + strlen ("--log=");
      else if (g_str_equal (argv[i], "--log") && i + 1 < argc)
        path = argv[++i];
      else
        return drill_cli_usage ("memory does not understand \"%s\"", argv[i]);
    }

  reviews = path != NULL ? load_log (path) : load_own_log (options);
  if (reviews == NULL)
    return DRILL_EXIT_FAILED;
  dataset = drill_dataset_new ((const DrillReview *) (void *) reviews->data, reviews->len, 0);

  return optimizes ? optimize (options, dataset) : evaluate (options, dataset);
}
