/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill list: what the library holds. */

#include "config.h"

#include "cli/commands.h"

#include "library/item-query.h"
#include "library/item-record.h"

#include <stdio.h>

#define N_LEVELS 8

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_levels (JsonBuilder *builder,
            guint        levels)
{
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_array (builder);
  for (guint bit = 0; bit < N_LEVELS; bit++)
    {
      if (levels & (1 << bit))
        json_builder_add_string_value (builder, drill_level_to_word (1 << bit));
    }
  json_builder_end_array (builder);
}

static void
add_options (JsonBuilder     *builder,
             const GPtrArray *options)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (options, i);

      json_builder_add_string_value (builder, option->markdown);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "correct");
  json_builder_begin_array (builder);
  for (guint i = 0; i < options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (options, i);

      if (option->correct)
        json_builder_add_int_value (builder, i);
    }
  json_builder_end_array (builder);
}

static gboolean
build_item (JsonBuilder      *builder,
            DrillConnection  *connection,
            DrillItemSummary *summary,
            GError          **error)
{
  const char *const *topics = drill_item_summary_get_topics (summary);

  json_builder_begin_object (builder);
  add_string (builder, "key", drill_item_summary_get_key (summary));
  add_string (builder, "kind", drill_item_kind_to_word (drill_item_summary_get_kind (summary)));
  add_string (builder, "title", drill_item_summary_get_title (summary));
  add_string (builder, "file", drill_item_summary_get_path (summary));
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, drill_item_summary_get_line (summary));
  add_levels (builder, drill_item_summary_get_levels (summary));
  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  for (guint i = 0; topics[i] != NULL; i++)
    json_builder_add_string_value (builder, topics[i]);
  json_builder_end_array (builder);

  if (drill_item_summary_get_kind (summary) == DRILL_ITEM_MCQ)
    {
      g_autoptr (DrillItemRecord) record = NULL;

      record = drill_item_record_load (connection, drill_item_summary_get_key (summary), error);
      if (record == NULL)
        return FALSE;
      add_options (builder, record->item->options);
    }
  json_builder_end_object (builder);

  return TRUE;
}

static int
print_as_json (DrillConnection *connection,
               GPtrArray       *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError)      error = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      if (!build_item (builder, connection, g_ptr_array_index (rows, i), &error))
        return drill_cli_fail (error);
    }
  json_builder_end_array (builder);
  drill_cli_print_json (builder);

  return DRILL_EXIT_OK;
}

static void
print_as_lines (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      DrillItemSummary *row = g_ptr_array_index (rows, i);

      printf ("%s:%u: %s: %s [%s]\n",
              drill_item_summary_get_path (row),
              drill_item_summary_get_line (row),
              drill_item_kind_to_word (drill_item_summary_get_kind (row)),
              drill_item_summary_get_title (row),
              drill_item_summary_get_key (row));
    }
}

static gboolean
parse_filter (DrillItemFilter *filter,
              int              argc,
              char           **argv,
              GError         **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char           *kind = NULL;
  g_auto (GStrv)             rest = NULL;
  g_auto (GStrv)             words = NULL;
  g_autoptr (GStrvBuilder)   all = g_strv_builder_new ();
  const GOptionEntry         entries[] = {
            { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
            { "pack", 0, 0, G_OPTION_ARG_STRING, &filter->pack, NULL, NULL },
            { "topic", 0, 0, G_OPTION_ARG_STRING, &filter->topic, NULL, NULL },
            { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &rest, NULL, NULL },
            { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_strv_builder_add (all, "list");
  for (int i = 0; i < argc; i++)
    g_strv_builder_add (all, argv[i]);
  words = g_strv_builder_end (all);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;

  if (rest != NULL && rest[0] != NULL)
    {
      g_set_error (error,
                   G_OPTION_ERROR,
                   G_OPTION_ERROR_FAILED,
                   "list does not understand \"%s\"",
                   rest[0]);
      return FALSE;
    }
  if (kind != NULL)
    {
      filter->kind = drill_item_kind_from_word (kind);
      if (filter->kind == 0)
        {
          g_set_error (error,
                       G_OPTION_ERROR,
                       G_OPTION_ERROR_BAD_VALUE,
                       "there is no kind \"%s\": it is question, follow_up, mcq, transcript or "
                       "scenario",
                       kind);
          return FALSE;
        }
    }
  filter->follow_ups = TRUE;

  return TRUE;
}

int
drill_command_list (const DrillCliOptions *options,
                    int                    argc,
                    char                 **argv)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GPtrArray)       rows = NULL;
  g_autoptr (GError)          error = NULL;

  if (!parse_filter (filter, argc, argv, &error))
    return drill_cli_usage ("%s", error->message);

  connection = drill_cli_open_workspace (options, NULL);
  if (connection == NULL)
    return DRILL_EXIT_FAILED;

  rows = drill_item_query_run (connection, filter, &error);
  if (rows == NULL)
    return drill_cli_fail (error);

  if (options->json)
    return print_as_json (connection, rows);

  print_as_lines (rows);
  return DRILL_EXIT_OK;
}
