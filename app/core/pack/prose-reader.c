/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What belongs to the chapter and to no item: introduction, tips and summary, the
 * title of a file that has no heading for it, and what is left over.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/body.h"
#include "pack/classify.h"
#include "pack/options.h"

#include <string.h>

#define MAX_TITLE 120

static GString *
prose_of_section (DrillReader *self)
{
  if (!self->past_introduction
      && (self->section == DRILL_SECTION_NONE || self->section == DRILL_SECTION_INTRODUCTION
          || self->section == DRILL_SECTION_OTHER))
    return self->introduction;
  if (self->section == DRILL_SECTION_TIPS)
    return self->tips;
  if (self->section == DRILL_SECTION_SUMMARY)
    return self->summary;

  return NULL;
}

/* Appends the lines that wait to the prose of their section. */
void
drill_reader_flush_prose (DrillReader *self)
{
  GString *prose = prose_of_section (self);

  if (!self->has_prose || prose == NULL)
    return;
  if (prose->len > 0)
    g_string_append (prose, "\n\n");
  drill_body_append (prose, self->source, self->prose_first, self->prose_last, DRILL_BODY_PLAIN);
  self->has_prose = FALSE;
}

static void
warn_stray_text (DrillReader *self,
                 guint        index)
{
  if (self->told_stray_text || drill_reader_line (self, index)->kind == DRILL_LINE_RULE)
    return;

  self->told_stray_text = TRUE;
  drill_source_warn (self->source,
                     index + 1,
                     "W190",
                     "text from here on belongs to no section and is not shown; move it in front "
                     "of "
                     "the questions");
}

/* The first line of a file that has no heading of the first level is its title
 * when it looks like one: short, by itself, and no sentence. */
static gboolean
take_first_line (DrillReader *self,
                 guint        index)
{
  DrillSlice text = drill_slice_unwrap (drill_source_get_line (self->source, index));

  if (!self->lacks_title)
    return FALSE;
  self->lacks_title = FALSE;
  if (self->section != DRILL_SECTION_NONE
      || (drill_reader_line (self, index)->kind != DRILL_LINE_TEXT
          && drill_reader_line (self, index)->kind != DRILL_LINE_HEADING)
      || drill_slice_length (text) > MAX_TITLE || strchr (".:;,!?>|", text.end[-1]) != NULL)
    return FALSE;

  self->chapter->title = drill_slice_dup (text);
  return TRUE;
}

/* A line that stands in no item. */
void
drill_reader_section_line (DrillReader *self,
                           guint        index)
{
  const DrillLine *line = drill_reader_line (self, index);
  DrillOptionLine  option;

  if (take_first_line (self, index))
    return;
  if (self->section == DRILL_SECTION_REFERENCES)
    {
      if (!drill_reader_reference_line (self, index))
        warn_stray_text (self, index);
      return;
    }
  if (line->sense == DRILL_SENSE_OPTION && !self->told_stray_tasks
      && drill_option_parse (drill_source_get_line (self->source, index), &option)
      && option.box != DRILL_BOX_NONE)
    {
      self->told_stray_tasks = TRUE;
      drill_source_warn (self->source,
                         index + 1,
                         "W160",
                         "this task list belongs to no question and gives no options");
    }
  if (prose_of_section (self) == NULL)
    {
      if (!drill_reader_expects_items (self))
        warn_stray_text (self, index);
      return;
    }
  if (!self->has_prose)
    self->prose_first = index;
  self->has_prose = TRUE;
  self->prose_last = index;
}
