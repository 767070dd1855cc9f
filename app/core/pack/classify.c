/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A first guess at every line, and a thread through the lines that have a sense.
 *
 * "2. Is data at risk?" is a question in one chapter and a step of an answer in
 * the next. What tells them apart is what comes next: an answer, an option or
 * another number. Following the thread answers that in one step, so that reading
 * a file stays linear in its length whatever is in it.
 */

#include "config.h"

#include "pack/classify.h"

#include "pack/labels.h"
#include "pack/options.h"
#include "pack/sections.h"
#include "pack/starts.h"

#include <string.h>

static void
classify_heading (DrillLine *line,
                  DrillSlice text)
{
  DrillSlice    title;
  DrillLabelled labelled;
  DrillStart    start;

  if (drill_section_parse (text, TRUE, &title) != DRILL_SECTION_NONE)
    line->sense = DRILL_SENSE_SECTION;
  else if (drill_label_parse (text, TRUE, &labelled))
    {
      line->sense = DRILL_SENSE_LABEL;
      line->label = labelled.label;
    }
  else if (drill_start_parse (text, TRUE, &start))
    line->sense = DRILL_SENSE_START;
  else
    line->sense = DRILL_SENSE_HEADING;
}

/* Whether a line directly above a bare section name is complete, so that the name
 * is not just where its sentence was wrapped. */
static gboolean
is_complete (DrillSlice line)
{
  DrillSlice text = drill_slice_strip (line);
  guint      number;

  if (drill_slice_is_empty (text) || strchr (".!?:;\"')`*", text.end[-1]) != NULL)
    return TRUE;
  if (drill_slice_eat_bullet (&text))
    return TRUE;

  return drill_slice_eat_number (&text, &number)
         && (drill_slice_eat (&text, ". ") || drill_slice_eat (&text, ") "));
}

/* Text that was pasted from a page has no blank lines around its sections. There a
 * name of several words speaks for itself; one word needs a finished line above. */
static gboolean
is_bare_section (DrillSlice text,
                 gboolean   after_text,
                 DrillSlice above)
{
  DrillSlice title;

  if (drill_section_parse (text, FALSE, &title) == DRILL_SECTION_NONE)
    return FALSE;

  return !after_text || memchr (text.at, ' ', text.end - text.at) != NULL || is_complete (above);
}

static void
classify_text (DrillLine *line,
               DrillSlice text,
               gboolean   after_text,
               DrillSlice above)
{
  DrillStart      start;
  DrillLabelled   labelled;
  DrillOptionLine option;

  if (line->indent == 0 && is_bare_section (text, after_text, above))
    line->sense = DRILL_SENSE_SECTION;
  else if (line->indent == 0 && drill_start_parse (text, FALSE, &start))
    line->sense = DRILL_SENSE_START;
  else if (drill_label_parse (text, FALSE, &labelled))
    {
      line->sense = DRILL_SENSE_LABEL;
      line->label = labelled.label;
    }
  else if (drill_option_parse (text, &option))
    line->sense = DRILL_SENSE_OPTION;
}

/* Some labels stand inside a part and say nothing about where it ends. */
static gboolean
is_on_thread (const DrillLine *line)
{
  if (line->sense == DRILL_SENSE_LABEL)
    return line->label != DRILL_LABEL_INSIDE && line->label != DRILL_LABEL_LEVELS
           && line->label != DRILL_LABEL_OPTIONS
           && line->label != DRILL_LABEL_SETUP;

  return line->sense != DRILL_SENSE_NONE;
}

void
drill_classify (DrillSource *source)
{
  gboolean   after_text = FALSE;
  DrillSlice above = { NULL, NULL };
  guint      next = source->n_lines;

  for (guint i = 0; i < source->n_lines; i++)
    {
      DrillLine *line = &source->lines[i];

      if (line->kind == DRILL_LINE_HEADING)
        classify_heading (line, drill_source_get_line (source, i));
      else if (line->kind == DRILL_LINE_TEXT)
        classify_text (line, drill_source_get_line (source, i), after_text, above);
      after_text = line->kind == DRILL_LINE_TEXT && line->sense != DRILL_SENSE_SECTION;
      above = drill_source_get_line (source, i);
    }

  for (guint i = source->n_lines; i-- > 0;)
    {
      source->lines[i].next = next;
      if (is_on_thread (&source->lines[i]))
        next = i;
    }
}
