/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From an item to the line that it was read from.
 *
 * There is no common way to tell an editor a line, so the desktop's editor of Markdown
 * files is asked for its name, and a table says how that one is told. Editors that are
 * not in it just open the file. The setting "editor-command" goes before all of this.
 */

#include "config.h"

#include "ui/item/source-editor.h"

#include "study/rules-settings.h"

#include <glib/gi18n.h>

/* %f and %l as in the setting. */
static const struct
{
  const char *program;
  const char *words[5];
} editors[] = {
  { "gedit", { "+%l", "%f" } },
  { "gnome-text-editor", { "+%l", "%f" } },
  { "pluma", { "+%l", "%f" } },
  { "xed", { "+%l", "%f" } },
  { "gvim", { "+%l", "%f" } },
  { "vim-gtk3", { "+%l", "%f" } },
  { "emacs", { "+%l", "%f" } },
  { "emacsclient", { "-n", "+%l", "%f" } },
  { "geany", { "--line", "%l", "%f" } },
  { "mousepad", { "--line=%l", "%f" } },
  { "kate", { "--line", "%l", "%f" } },
  { "kwrite", { "--line", "%l", "%f" } },
  { "code", { "--goto", "%f:%l" } },
  { "code-oss", { "--goto", "%f:%l" } },
  { "codium", { "--goto", "%f:%l" } },
  { "subl", { "%f:%l" } },
  { "sublime_text", { "%f:%l" } },
  { "zed", { "%f:%l" } },
};

static char *
fill_in (const char *word,
         const char *path,
         guint       line,
         gboolean   *has_path)
{
  GString *text = g_string_new (NULL);

  for (; *word != '\0'; word++)
    {
      if (word[0] != '%' || word[1] == '\0')
        {
          g_string_append_c (text, *word);
          continue;
        }
      word++;
      if (*word == 'f')
        {
          g_string_append (text, path);
          *has_path = TRUE;
        }
      else if (*word == 'l')
        {
          g_string_append_printf (text, "%u", line);
        }
      else
        {
          g_string_append_c (text, *word);
        }
    }

  return g_string_free (text, FALSE);
}

char **
drill_source_editor_arguments (const char *program,
                               const char *path,
                               guint       line)
{
  g_return_val_if_fail (program != NULL && path != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      g_autoptr (GStrvBuilder) words = NULL;
      gboolean                 has_path = FALSE;

      if (!g_str_equal (editors[i].program, program))
        continue;

      words = g_strv_builder_new ();
      for (const char *const *word = editors[i].words; *word != NULL; word++)
        {
          g_autofree char *filled = fill_in (*word, path, MAX (line, 1), &has_path);

          g_strv_builder_add (words, filled);
        }
      return g_strv_builder_end (words);
    }

  return NULL;
}

char **
drill_source_editor_parse (const char *command,
                           const char *path,
                           guint       line,
                           GError    **error)
{
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();
  g_auto (GStrv)           words = NULL;
  gboolean                 has_path = FALSE;

  g_return_val_if_fail (command != NULL && path != NULL, NULL);

  if (!g_shell_parse_argv (command, NULL, &words, error))
    return NULL;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *text = fill_in (*word, path, MAX (line, 1), &has_path);

      g_strv_builder_add (filled, text);
    }
  if (!has_path)
    g_strv_builder_add (filled, path);

  return g_strv_builder_end (filled);
}

static gboolean
start (const char        *program,
       const char *const *arguments,
       GError           **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (program != NULL)
    g_ptr_array_add (words, (gpointer) program);
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (words, (gpointer) *arguments);
  g_ptr_array_add (words, NULL);

  return g_spawn_async (NULL,
                        (char **) words->pdata,
                        NULL,
                        G_SPAWN_SEARCH_PATH,
                        NULL,
                        NULL,
                        NULL,
                        error);
}

/* The desktop's editor for the file, by the types that it may have. */
static GAppInfo *
find_default (const char *path)
{
  static const char *const types[] = { "text/markdown", "text/x-markdown", "text/plain" };
  GAppInfo                *app = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types) && app == NULL; i++)
    app = g_app_info_get_default_for_type (types[i], FALSE);

  return app;
}

static gboolean
launch (GAppInfo   *app,
        const char *path,
        GError    **error)
{
  g_autoptr (GFile)               file = g_file_new_for_path (path);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  GdkDisplay                     *display = gdk_display_get_default ();
  GList                           files = { .data = file };

  if (display != NULL)
    context = gdk_display_get_app_launch_context (display);

  return g_app_info_launch (app, &files, G_APP_LAUNCH_CONTEXT (context), error);
}

gboolean
drill_source_editor_open (const char *path,
                          guint       line,
                          GError    **error)
{
  g_autoptr (GSettings) settings = drill_settings_new ();
  g_autoptr (GAppInfo)  app = NULL;
  g_autofree char      *command = NULL;
  g_autofree char      *program = NULL;
  g_auto (GStrv)        words = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("%s is not there any more"), path);
      return FALSE;
    }
  if (settings != NULL)
    command = g_settings_get_string (settings, "editor-command");
  if (command != NULL && *command != '\0')
    {
      words = drill_source_editor_parse (command, path, line, error);
      return words != NULL && start (NULL, (const char *const *) words, error);
    }

  app = find_default (path);
  if (app == NULL)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_NOT_SUPPORTED,
                   _("No editor for text files is installed. The file is %s, line %u."),
                   path,
                   line);
      return FALSE;
    }
  program = g_path_get_basename (g_app_info_get_executable (app));
  words = drill_source_editor_arguments (program, path, line);
  if (words != NULL &&
      start (g_app_info_get_executable (app), (const char *const *) words, NULL))
    return TRUE;

  return launch (app, path, error);
}
