/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a code of "pagerdrill check" means. The text is that of content/README.md,
 * whose tables are compiled in: the program cannot say anything else than its
 * manual.
 *
 *     | E012 | key without option | `...` with options A to D | name a letter that exists |
 */

#include "config.h"

#include "cli/explain.h"

#include <gio/gio.h>
#include <string.h>

#define MANUAL "/io/github/pagerdrill/Pagerdrill/manual/README.md"
#define N_COLUMNS 4

/* The row of the tables that is about @code: its cells, or NULL. */
static char **
find_row (const char *manual, const char *code)
{
  g_autofree char *start = g_strdup_printf ("\n| %s | ", code);
  const char      *row = strstr (manual, start);
  const char      *end;
  g_autofree char *line = NULL;
  g_auto (GStrv) cells = NULL;

  if (row == NULL)
    return NULL;
  row += strlen ("\n| ");
  end = strchr (row, '\n');
  line = g_strndup (row, end != NULL ? (gsize) (end - row) : strlen (row));
  g_strchomp (line);
  if (g_str_has_suffix (line, " |"))
    line[strlen (line) - 2] = '\0';
  cells = g_strsplit (line, " | ", N_COLUMNS);

  return g_strv_length (cells) == N_COLUMNS ? g_steal_pointer (&cells) : NULL;
}

/**
 * drill_explain_code:
 * @code: in any case
 *
 * Returns: (transfer full) (nullable): what it means, an example and the remedy;
 *   NULL when there is no such code
 */
char *
drill_explain_code (const char *code)
{
  g_autoptr (GBytes) manual = NULL;
  g_autofree char *upper = g_ascii_strup (code, -1);
  g_autofree char *text = NULL;
  g_auto (GStrv) cells = NULL;

  if (strpbrk (code, " |\n") != NULL)
    return NULL;
  manual = g_resources_lookup_data (MANUAL, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (manual != NULL);
  text = g_strndup (g_bytes_get_data (manual, NULL), g_bytes_get_size (manual));
  cells = find_row (text, upper);
  if (cells == NULL)
    return NULL;

  return g_strdup_printf ("%s: %s\n\n  Example: %s\n  Remedy:  %s\n",
                          cells[0],
                          cells[1],
                          cells[2],
                          cells[3]);
}
