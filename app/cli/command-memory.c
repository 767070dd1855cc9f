/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * pagerdrill memory evaluate|optimize [--log FILE]
 *
 * How well the memory model predicts a log of reviews, the learner's own or one in a
 * file (CSV, or an Anki collection), and which weights would predict it better. Nothing
 * is changed: the weights that are found are printed.
 *
 * The learner's own log is measured with the weights in use, those of the settings. A
 * file may be anybody's, so it is measured with the default weights. What cannot be
 * said, such as the log loss of no predictions, is null in JSON and a dash in text.
 */

#include "config.h"

#include "cli/commands.h"

#include "memory/dataset.h"
#include "memory/evaluation.h"
#include "memory/optimizer.h"
#include "memory/study-day.h"
#include "study/anki-log.h"
#include "study/review-history.h"
#include "study/rules-settings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What a log is measured with. */
typedef struct
{
  DrillOptimizerOptions options;
  gboolean              from_settings;
} Used;

static void
used_init (Used    *self,
           gboolean own_log)
{
  g_autoptr (GSettings)  settings = own_log ? drill_settings_new () : NULL;
  g_autoptr (DrillRules) rules = drill_rules_new ();

  drill_optimizer_options_init (&self->options);
  self->from_settings = settings != NULL;
  if (settings == NULL)
    return;

  drill_rules_read_settings (rules, settings);
  self->options.current = rules->scheduler.fsrs;
  self->options.n_relearning_steps = rules->scheduler.relearning.n_steps;
}

/* Whether there were right answers and wrong ones to be told apart. */
static gboolean
has_auc (const DrillEvaluation *evaluation)
{
  return evaluation->n_passed > 0 && evaluation->n_passed < evaluation->n_items;
}

static void
add_measure (JsonBuilder *builder,
             const char  *name,
             double       value,
             gboolean     is_known)
{
  json_builder_set_member_name (builder, name);
  if (is_known && isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
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
  add_measure (builder, "log_loss", evaluation->log_loss, evaluation->n_items > 0);
  add_measure (builder, "rmse_bins", evaluation->rmse_bins, evaluation->n_items > 0);
  add_measure (builder, "auc", evaluation->auc, has_auc (evaluation));
  json_builder_set_member_name (builder, "items");
  json_builder_add_int_value (builder, evaluation->n_items);
}

static void
add_used (JsonBuilder *builder,
          const Used  *used)
{
  json_builder_set_member_name (builder, "measured_with");
  json_builder_add_string_value (builder, used->from_settings ? "settings" : "defaults");
}

static void
print_measure (const char *name,
               int         digits,
               double      value,
               gboolean    is_known)
{
  if (is_known)
    printf ("   %s %.*f", name, digits, value);
  else
    printf ("   %s —", name);
}

static void
print_evaluation (const char            *name,
                  const DrillEvaluation *evaluation)
{
  printf ("%-8s", name);
  print_measure ("log loss", 5, evaluation->log_loss, evaluation->n_items > 0);
  print_measure ("RMSE(bins)", 5, evaluation->rmse_bins, evaluation->n_items > 0);
  print_measure ("AUC", 4, evaluation->auc, has_auc (evaluation));
  printf ("   items %u\n", evaluation->n_items);
}

static void
print_used (const Used *used)
{
  printf ("%s\n",
          used->from_settings ? "Measured with the weights in use."
                              : "Measured with the default weights.");
}

/* Tells on stderr why there is nothing to measure, if so. */
static void
explain_nothing (const DrillDataset *dataset)
{
  if (dataset->n_items == 0)
    g_printerr ("pagerdrill: No card in the log was answered on two different days, so nothing can "
                "be predicted yet.\n");
}

static int
evaluate (const DrillCliOptions *options,
          const Used            *used,
          const DrillDataset    *dataset)
{
  DrillEvaluation evaluation = drill_evaluation_run (dataset, &used->options.current);

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_evaluation (builder, used->options.current.w, &evaluation);
      add_used (builder, used);
      json_builder_end_object (builder);
      drill_cli_print_json (builder);
    }
  else
    {
      print_used (used);
      print_evaluation ("before", &evaluation);
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
print_optimized (const Used                 *used,
                 const DrillOptimizerResult *result)
{
  print_used (used);
  print_evaluation ("before", &result->before);
  print_evaluation ("after", &result->after);
  printf ("%s\nweights", outcome_to_word (result->outcome));
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    printf (" %.4f", result->weights[i]);
  printf ("\n");
}

static void
print_optimized_json (const Used                 *used,
                      const DrillOptimizerResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_evaluation (builder, result->weights, &result->after);
  json_builder_set_member_name (builder, "outcome");
  json_builder_add_string_value (builder, outcome_to_word (result->outcome));
  add_used (builder, used);
  json_builder_set_member_name (builder, "before");
  json_builder_begin_object (builder);
  add_evaluation (builder, used->options.current.w, &result->before);
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
          const Used            *used,
          const DrillDataset    *dataset)
{
  DrillOptimizerResult result;
  g_autoptr (GError)   error = NULL;

  if (!drill_optimizer_run (dataset, &used->options, &result, NULL, &error))
    return drill_cli_fail (error);

  if (options->json)
    print_optimized_json (used, &result);
  else
    print_optimized (used, &result);

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
  Used                     used;

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
  used_init (&used, path == NULL);
  explain_nothing (dataset);

  return optimizes ? optimize (options, &used, dataset) : evaluate (options, &used, dataset);
}
