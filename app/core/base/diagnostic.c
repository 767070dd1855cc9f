/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Problems in files that people wrote.
 *
 * A pack can have many problems and still be worth loading, so they are
 * collected instead of being raised one at a time as a GError. A hostile file
 * could produce one problem per byte; after MAX_PER_LIST the list only counts.
 */

#include "config.h"

#include "base/diagnostic.h"

#include <string.h>

#define MAX_PER_LIST 10000

struct _DrillDiagnostics
{
  GPtrArray *list;
  guint      counts[2];
};

static void
diagnostic_free (gpointer data)
{
  DrillDiagnostic *self = data;

  g_free (self->file);
  g_free (self->text);
  g_free (self);
}

/* The form that compilers use, so that editors can jump to the place. */
char *
drill_diagnostic_format (const DrillDiagnostic *self)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (self->file);
  if (self->line > 0)
    g_string_append_printf (out, ":%u", self->line);
  if (self->line > 0 && self->column > 0)
    g_string_append_printf (out, ":%u", self->column);
  g_string_append_printf (out,
                          ": %s %s: %s",
                          self->severity == DRILL_SEVERITY_ERROR ? "error" : "warning",
                          self->code,
                          self->text);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

DrillDiagnostics *
drill_diagnostics_new (void)
{
  DrillDiagnostics *self = g_new0 (DrillDiagnostics, 1);

  self->list = g_ptr_array_new_with_free_func (diagnostic_free);

  return self;
}

void
drill_diagnostics_free (DrillDiagnostics *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->list);
  g_free (self);
}

/**
 * drill_diagnostics_add:
 * @code: a static string; it is not copied
 *
 * The text may quote from the file; bytes that are not UTF-8 are replaced.
 */
void
drill_diagnostics_add (DrillDiagnostics *self,
                       const char       *file,
                       guint             line,
                       guint             column,
                       DrillSeverity     severity,
                       const char       *code,
                       const char       *format,
                       ...)
{
  DrillDiagnostic  *diagnostic;
  g_autofree char  *text = NULL;
  va_list           args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL);
  g_return_if_fail (code != NULL);

  self->counts[severity]++;
  if (self->list->len >= MAX_PER_LIST)
    return;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  diagnostic = g_new0 (DrillDiagnostic, 1);
  diagnostic->file = g_strdup (file);
  diagnostic->line = line;
  diagnostic->column = column;
  diagnostic->severity = severity;
  diagnostic->code = code;
  diagnostic->text = g_utf8_make_valid (text, -1);
  g_ptr_array_add (self->list, diagnostic);
}

/* Moves every problem of @other to the end of @self. */
void
drill_diagnostics_take_all (DrillDiagnostics *self,
                            DrillDiagnostics *other)
{
  g_autofree gpointer *taken = NULL;
  gsize                n_taken;

  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL && other != self);

  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    {
      self->counts[i] += other->counts[i];
      other->counts[i] = 0;
    }

  taken = g_ptr_array_steal (other->list, &n_taken);
  for (gsize i = 0; i < n_taken; i++)
    {
      if (self->list->len < MAX_PER_LIST)
        g_ptr_array_add (self->list, taken[i]);
      else
        diagnostic_free (taken[i]);
    }
}

guint
drill_diagnostics_get_length (const DrillDiagnostics *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->list->len;
}

/* Returns: (transfer none): valid until the list changes */
const DrillDiagnostic *
drill_diagnostics_get (const DrillDiagnostics *self,
                       guint                   index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->list->len, NULL);

  return g_ptr_array_index (self->list, index);
}

/* Counts all that were added, including those past the cap of the list. */
guint
drill_diagnostics_count (const DrillDiagnostics *self,
                         DrillSeverity           severity)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counts[severity];
}

static int
compare_place (gconstpointer a,
               gconstpointer b)
{
  const DrillDiagnostic *left = *(DrillDiagnostic *const *) a;
  const DrillDiagnostic *right = *(DrillDiagnostic *const *) b;
  int                    order = strcmp (left->file, right->file);

  if (order == 0)
    order = (left->line > right->line) - (left->line < right->line);
  if (order == 0)
    order = (left->column > right->column) - (left->column < right->column);
  if (order == 0)
    order = strcmp (left->code, right->code);

  return order;
}

/* Orders by file, line, column, code, which is how one reads them. */
void
drill_diagnostics_sort (DrillDiagnostics *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->list, compare_place);
}
