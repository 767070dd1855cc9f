/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Comma- and tab-separated text. A cell in quotes may hold separators, line ends and
 * doubled quotes. A quote that is never closed costs its own row: the walk goes on
 * behind that row's first line.
 */

#include "config.h"

#include "pack/dialects/cells.h"

#include <string.h>

#define MAX_CELLS 256
#define MAX_QUOTED (1024 * 1024) /* bytes inside quotes */

void
drill_cells_init (DrillCells *self, const char *text, gsize length, char separator)
{
  *self = (DrillCells){ .at = text, .end = text + length, .line = 1, .separator = separator };
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    self->at += 3;
}

static gboolean
at_line_end (const DrillCells *self, const char *at)
{
  return at >= self->end || *at == '\n' || *at == '\r';
}

static const char *
skip_line_end (DrillCells *self, const char *at)
{
  if (at >= self->end)
    return self->end;
  if (*at == '\r' && at + 1 < self->end && at[1] == '\n')
    at++;
  self->line++;

  return at + 1;
}

/* Reads a cell in quotes. Returns: where it ends, or NULL when it does not */
static const char *
read_quoted (DrillCells *self, const char *at, GString *cell, guint *lines)
{
  const char *limit = at + MIN (self->end - at, MAX_QUOTED);

  for (at++; at < limit; at++)
    {
      if (*at == '"')
        {
          if (at + 1 >= self->end || at[1] != '"')
            return at + 1;
          at++;
        }
      *lines += *at == '\n';
      if (*at != '\r')
        g_string_append_c (cell, *at == '\0' ? ' ' : *at);
    }

  return NULL;
}

static void
add_cell (GPtrArray *cells, GString *cell)
{
  if (cells->len < MAX_CELLS)
    g_ptr_array_add (cells, g_strndup (cell->str, cell->len));
  g_string_truncate (cell, 0);
}

/**
 * drill_cells_next:
 * @cells: (element-type utf8): is emptied and gets the row's cells
 * @line: (out): where the row starts
 *
 * Returns: FALSE behind the last row
 */
gboolean
drill_cells_next (DrillCells *self, GPtrArray *cells, guint *line)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *at = self->at;

  g_ptr_array_set_size (cells, 0);
  self->unclosed = FALSE;
  if (at >= self->end)
    return FALSE;
  *line = self->line;

  for (;;)
    {
      const char *start = at;

      while (start < self->end && *start == ' ' && self->separator != ' ')
        start++;
      if (start < self->end && *start == '"')
        {
          guint       lines = 0;
          const char *behind = read_quoted (self, start, cell, &lines);

          if (behind == NULL)
            {
              self->unclosed = TRUE;
              while (!at_line_end (self, at))
                at++;
              add_cell (cells, cell);
              self->at = skip_line_end (self, at);
              return TRUE;
            }
          self->line += lines;
          at = behind;
        }
      while (!at_line_end (self, at) && *at != self->separator)
        {
          g_string_append_c (cell, *at == '\0' ? ' ' : *at);
          at++;
        }
      add_cell (cells, cell);
      if (at_line_end (self, at))
        break;
      at++;
    }
  self->at = skip_line_end (self, at);

  return TRUE;
}

/* The separator that the first line has most of. */
char
drill_cells_guess (const char *text, gsize length)
{
  static const char separators[] = { ',', '\t', ';', '|' };
  guint             counts[G_N_ELEMENTS (separators)] = { 0 };
  guint             best = 0;
  gboolean          quoted = FALSE;

  for (gsize i = 0; i < length && (quoted || text[i] != '\n'); i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      for (guint j = 0; j < G_N_ELEMENTS (separators) && !quoted; j++)
        counts[j] += text[i] == separators[j];
    }
  for (guint j = 1; j < G_N_ELEMENTS (separators); j++)
    if (counts[j] > counts[best])
      best = j;

  return separators[best];
}
