/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How an editor is told the file and the line. */

#include "config.h"

#include "ui/item/source-editor.h"

#define PATH "/a b/$(x).md"

static void
test_editors (void)
{
  static const struct
  {
    const char *program;
    const char *words; /* NULL for unknown */
  } cases[] = {
    { "gedit", "+7|" PATH },
    { "code", "--goto|" PATH ":7" },
    { "kate", "--line|7|" PATH },
    { "emacsclient", "-n|+7|" PATH },
    { "subl", PATH ":7" },
    { "never-heard-of", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv)   words = drill_source_editor_arguments (cases[i].program, PATH, 7);
      g_autofree char *joined = words != NULL ? g_strjoinv ("|", words) : NULL;

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

static void
test_own_command (void)
{
  static const struct
  {
    const char *command;
    const char *words; /* NULL for an error */
  } cases[] = {
    { "vi +%l %f", "vi|+7|" PATH },
    { "my-editor", "my-editor|" PATH },
    { "'my editor' --at=%f:%l", "my editor|--at=" PATH ":7" },
    { "e 100%% %f", "e|100%|" PATH },
    { "e %f; rm -rf %", "e|" PATH ";|rm|-rf|%" },
    { "e 'open", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv)     words = drill_source_editor_parse (cases[i].command, PATH, 7, &error);
      g_autofree char   *joined = words != NULL ? g_strjoinv ("|", words) : NULL;

      g_assert_cmpstr (joined, ==, cases[i].words);
      g_assert_true ((error != NULL) == (cases[i].words == NULL));
    }
}

static void
test_line_is_at_least_one (void)
{
  g_auto (GStrv) words = drill_source_editor_arguments ("gedit", PATH, 0);

  g_assert_cmpstr (words[0], ==, "+1");
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (drill_source_editor_open ("/nowhere/at/all.md", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/source-editor/editors", test_editors);
  g_test_add_func ("/source-editor/own-command", test_own_command);
  g_test_add_func ("/source-editor/line", test_line_is_at_least_one);
  g_test_add_func ("/source-editor/missing", test_missing_file);

  return g_test_run ();
}
