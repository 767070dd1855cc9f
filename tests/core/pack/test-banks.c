/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The shapes of public banks, as tables of small cases. Each file in fixtures/banks
 * holds cases:
 *
 *     %% name.md               the file's name, which says what it may be
 *     ### 1. Which?
 *     - [x] one
 *     - [ ] two
 *     %% expect
 *     1 mcq: Which?            line, kind and title of each item
 *     * one                    right option; line ends inside are written as |
 *     - two                    wrong option
 *     ! 3 E011                 an error
 *     ? 3 W160                 a warning; others are not looked at
 */

#include "config.h"

#include "pack/chapter.h"

#include <string.h>

typedef struct
{
  char    *name;
  GString *text;
  GString *expected;
} Case;

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_string_free (self->expected, TRUE);
  g_free (self);
}

static void
append_flat (GString    *out,
             const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (out, *at == '\n' ? '|' : *at);
  g_string_append_c (out, '\n');
}

static char *
show (const DrillChapter     *chapter,
      const DrillDiagnostics *found,
      const char             *expected)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      g_string_append_printf (out, "%u %s: ", item->line, drill_item_kind_to_word (item->kind));
      append_flat (out, item->title);
      for (guint j = 0; j < item->options->len; j++)
        {
          const DrillOption *option = g_ptr_array_index (item->options, j);

          g_string_append (out, option->correct ? "* " : "- ");
          append_flat (out, option->markdown);
        }
      for (guint j = 0; j < item->parts->len; j++)
        {
          static const char *const words[] = { "", "body", "answer", "point", "mistake", "why" };
          const DrillPart         *part = g_ptr_array_index (item->parts, j);
          g_autofree char         *mark = g_strdup_printf ("= %s: ", words[part->role]);

          /* Parts are compared where the case names one of that kind. */
          if (strstr (expected, mark) == NULL)
            continue;
          g_string_append (out, mark);
          append_flat (out, part->markdown);
        }
    }
  for (guint i = 0; i < drill_diagnostics_get_length (found); i++)
    {
      const DrillDiagnostic *problem = drill_diagnostics_get (found, i);
      g_autofree char       *line = g_strdup_printf ("%c %u %s\n",
                                                     problem->severity == DRILL_SEVERITY_ERROR ? '!' : '?',
                                                     problem->line,
                                                     problem->code);

      if (problem->severity == DRILL_SEVERITY_ERROR || strstr (expected, line) != NULL)
        g_string_append (out, line);
    }

  return g_string_free (out, FALSE);
}

static void
check (gconstpointer data)
{
  const Case                  *self = data;
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autofree char             *shown = NULL;

  chapter = drill_chapter_parse (self->name, self->text->str, self->text->len, found);
  shown = show (chapter, found, self->expected->str);
  if (strcmp (shown, self->expected->str) != 0)
    g_test_fail_printf ("%s\nexpected:\n%sfound:\n%s", self->name, self->expected->str, shown);
}

static void
add_case (const char *file,
          Case       *self)
{
  g_autofree char *base = g_strndup (file, strcspn (file, "."));
  g_autofree char *path = g_strdup_printf ("/banks/%s/%s", base, self->name);

  g_test_add_data_func_full (path, self, check, case_free);
}

static guint
add_file (const char *folder,
          const char *file)
{
  g_autofree char   *path = g_build_filename (folder, file, NULL);
  g_autofree char   *text = NULL;
  g_auto (GStrv)     lines = NULL;
  g_autoptr (GError) error = NULL;
  Case              *open = NULL;
  gboolean           expecting = FALSE;
  guint              count = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strcmp (lines[i], "%% expect") == 0)
        expecting = TRUE;
      else if (g_str_has_prefix (lines[i], "%% "))
        {
          if (open != NULL)
            add_case (file, open);
          open = g_new0 (Case, 1);
          open->name = g_strdup (lines[i] + 3);
          open->text = g_string_new (NULL);
          open->expected = g_string_new (NULL);
          expecting = FALSE;
          count++;
        }
      else if (open != NULL && (!expecting || *lines[i] != '\0'))
        g_string_append_printf (expecting ? open->expected : open->text, "%s\n", lines[i]);
    }
  if (open != NULL)
    add_case (file, open);

  return count;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char   *folder = NULL;
  g_autoptr (GDir)   dir = NULL;
  g_autoptr (GError) error = NULL;
  const char        *name;
  guint              count = 0;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "banks", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".cases"))
      count += add_file (folder, name);
  g_assert_cmpuint (count, >=, 150);

  return g_test_run ();
}
