/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill search: what the library holds, by the query language of the window. */

#include "config.h"

#include "cli/commands.h"

#include "search/run.h"

#include <stdio.h>

#define DEFAULT_LIMIT 100

typedef struct
{
  char *text;
  int   limit;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* Only --limit is an option: what begins with one dash may be a denied word. */
static gboolean
parse_request (Request *request,
               int      argc,
               char   **argv,
               GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  request->limit = DEFAULT_LIMIT;
  for (int i = 0; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        continue;
      if (g_str_equal (argv[i], "--limit") && i + 1 < argc)
        {
          gint64 limit;

          if (!g_ascii_string_to_signed (argv[++i], 10, 0, G_MAXINT, &limit, error))
            return FALSE;
          request->limit = (int) limit;
          continue;
        }
      if (g_str_has_prefix (argv[i], "--"))
        {
          g_set_error (error,
                       G_OPTION_ERROR,
                       G_OPTION_ERROR_UNKNOWN_OPTION,
                       "search does not understand \"%s\"",
                       argv[i]);
          return FALSE;
        }
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", argv[i]);
    }
  request->text = g_string_free (g_steal_pointer (&text), FALSE);

  return TRUE;
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
build_row (JsonBuilder      *builder,
           DrillItemSummary *row)
{
  const char *const *topics = drill_item_summary_get_topics (row);

  json_builder_begin_object (builder);
  add_string (builder, "key", drill_item_summary_get_key (row));
  add_string (builder, "kind", drill_item_kind_to_word (drill_item_summary_get_kind (row)));
  add_string (builder, "title", drill_item_summary_get_title (row));
  add_string (builder, "pack", drill_item_summary_get_pack (row));
  add_string (builder, "file", drill_item_summary_get_path (row));
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, drill_item_summary_get_line (row));
  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  for (guint i = 0; topics[i] != NULL; i++)
    json_builder_add_string_value (builder, topics[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_as_json (const DrillSearchResult *result,
               GPtrArray               *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_add_int_value (builder, result->ids->len);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    build_row (builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  drill_cli_print_json (builder);
}

static void
print_as_lines (const DrillSearchResult *result,
                GPtrArray               *rows)
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
  if (rows->len < result->ids->len)
    fprintf (stderr,
             "pagerdrill: %u of %u shown; --limit 0 shows all\n",
             rows->len,
             result->ids->len);
}

/* Like a compiler: the sentence, the query, and a mark below what is wrong in it. */
static int
print_problem (const char              *text,
               const DrillQueryProblem *problem)
{
  g_autofree char    *sentence = NULL;
  g_autofree char    *before = g_strndup (text, problem->start);
  g_autoptr (GString) mark = g_string_new (NULL);
  glong               width = g_utf8_strlen (problem->word, -1);

  sentence = drill_query_problem_format (problem, drill_query_problem_msgid (problem->code));
  for (glong i = g_utf8_strlen (before, -1); i > 0; i--)
    g_string_append_c (mark, ' ');
  g_string_append_c (mark, '^');
  for (glong i = 1; i < width; i++)
    g_string_append_c (mark, '~');
  fprintf (stderr, "pagerdrill: %s\n  %s\n  %s\n", sentence, text, mark->str);

  return DRILL_EXIT_USAGE;
}

int
drill_command_search (const DrillCliOptions *options,
                      int                    argc,
                      char                 **argv)
{
  g_auto (Request)              request = { 0 };
  g_autoptr (DrillConnection)   connection = NULL;
  g_autoptr (DrillRules)        rules = drill_rules_new ();
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GPtrArray)         rows = NULL;
  g_autoptr (GError)            error = NULL;
  DrillSearchContext            context;
  guint                         limit;

  if (!parse_request (&request, argc, argv, &error))
    return drill_cli_usage ("%s", error->message);

  connection = drill_cli_open_workspace (options, NULL);
  if (connection == NULL)
    return DRILL_EXIT_FAILED;

  context = (DrillSearchContext){ connection, rules, g_get_real_time () / 1000 };
  if (!drill_search_run (&context, request.text, DRILL_QUERY_COMPLETE, &result, &problem, &error))
    return problem != NULL ? print_problem (request.text, problem) : drill_cli_fail (error);

  limit = request.limit > 0 ? (guint) request.limit : result->ids->len;
  rows = drill_search_load_rows (connection, result, 0, limit, &error);
  if (rows == NULL)
    return drill_cli_fail (error);
  if (options->json)
    print_as_json (result, rows);
  else
    print_as_lines (result, rows);

  return DRILL_EXIT_OK;
}
