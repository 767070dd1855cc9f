/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A file as lines, for those who read it: where a line's text is, and how to say
 * that something is wrong with it.
 */

#include "config.h"

#include "pack/scanner.h"

#include <string.h>

void
drill_source_free (DrillSource *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_free (self->lines);
  g_free (self);
}

/* The text of a line, without indent, heading marks and comment. */
DrillSlice
drill_source_get_line (const DrillSource *self,
                       guint              index)
{
  const char *start = self->text->str + self->lines[index].start;

  return (DrillSlice){ start, start + self->lines[index].length };
}

/* The whole line as it was written. */
DrillSlice
drill_source_get_raw (const DrillSource *self,
                      guint              index)
{
  DrillSlice raw = drill_source_get_line (self, index);

  while (raw.at > self->text->str && raw.at[-1] != '\n')
    raw.at--;
  raw.end = strchr (raw.end, '\n');

  return raw;
}

/* The inside of the comment that starts on, or stands at the end of, a line. */
DrillSlice
drill_source_get_comment (const DrillSource *self,
                          guint              index)
{
  DrillSlice all
    = { self->text->str + self->lines[index].start, self->text->str + self->text->len };
  const char *end;

  if (self->lines[index].has_comment)
    all.at += self->lines[index].length;
  all.at = drill_slice_find (all, "<!--");
  g_assert (all.at != NULL);
  all.at += 4;
  end = drill_slice_find (all, "-->");
  g_assert (end != NULL);
  all.end = end;

  return drill_slice_strip (all);
}

static void
add (const DrillSource *self,
     guint              line,
     DrillSeverity      severity,
     const char        *code,
     const char        *format,
     va_list            args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  drill_diagnostics_add (self->diagnostics, self->name, line, 0, severity, code, "%s", text);
}

void
drill_source_error (const DrillSource *self,
                    guint              line,
                    const char        *code,
                    const char        *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  add (self, line, DRILL_SEVERITY_ERROR, code, format, args);
  va_end (args);
}

void
drill_source_warn (const DrillSource *self,
                   guint              line,
                   const char        *code,
                   const char        *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  add (self, line, DRILL_SEVERITY_WARNING, code, format, args);
  va_end (args);
}
