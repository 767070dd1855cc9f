/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Does a question start here?
 *
 * The hard case is whether "2. ..." is a question or a step of an answer. In a
 * heading it is a question, unless it is deeper than the questions so far. As a
 * bare line it is one when it ends like one and something else speaks for it: a
 * level list, an answer's label below, or options. Where answers have been
 * labelled so far, a question mark alone is not enough.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/classify.h"
#include "pack/levels.h"
#include "pack/options.h"

#include <string.h>

#define MAX_TITLE_LINES 4
#define MAX_STEM_STEPS 12

/**
 * drill_reader_join_title:
 * @index: line that @title stands on
 * @title: (transfer full)
 *
 * A title that does not end like a question may go on below, where somebody's
 * editor broke the line; the lines that are joined are not read again.
 */
char *
drill_reader_join_title (DrillReader *self,
                         guint        index,
                         char        *title)
{
  g_autoptr (GString) joined = NULL;
  guint               at = index + 1;

  if (*title == '\0' || drill_reader_line (self, index)->kind != DRILL_LINE_TEXT
      || drill_start_is_asked (drill_slice (title)))
    return title;

  joined = g_string_new (title);
  for (; at < self->source->n_lines && at < index + MAX_TITLE_LINES; at++)
    {
      DrillSlice text = drill_source_get_line (self->source, at);

      if (drill_reader_line (self, at)->kind != DRILL_LINE_TEXT
          || drill_reader_line (self, at)->sense != DRILL_SENSE_NONE
          || drill_slice_length (text) > 400 || drill_slice_eat_bullet (&text))
        return title;
      g_string_append_c (joined, ' ');
      g_string_append_len (joined, text.at, drill_slice_length (text));
      if (drill_start_is_asked (drill_slice (joined->str)))
        {
          self->next = at + 1;
          g_free (title);
          return g_string_free (g_steal_pointer (&joined), FALSE);
        }
    }

  return title;
}

/* Whether the title on a bare line, with the lines it may go on over, is asked. */
static gboolean
is_asked (DrillReader *self,
          guint        index,
          DrillSlice   title,
          gboolean    *has_levels)
{
  guint            next = self->next;
  g_autofree char *joined = drill_reader_join_title (self, index, drill_slice_dup (title));
  DrillSlice       text = drill_slice (joined);
  DrillSlice       unknown;

  self->next = next;
  *has_levels = drill_levels_cut (&text, &unknown) != 0;

  return drill_start_is_asked (drill_slice (joined));
}

static gboolean
next_is (const DrillReader *self,
         guint              index,
         gboolean           key)
{
  guint            next = drill_reader_line (self, index)->next;
  const DrillLine *line;

  if (next >= self->source->n_lines)
    return FALSE;
  line = drill_reader_line (self, next);
  if (line->sense != DRILL_SENSE_LABEL)
    return FALSE;

  return line->label == DRILL_LABEL_ANSWER || line->label == DRILL_LABEL_KEY
         || (!key && line->label == DRILL_LABEL_A);
}

/* Whether options follow, the first one first. */
gboolean
drill_reader_next_is_option (const DrillReader *self,
                             guint              index)
{
  guint           next = drill_reader_line (self, index)->next;
  DrillOptionLine option;

  if (next >= self->source->n_lines
      || (drill_reader_line (self, next)->sense != DRILL_SENSE_OPTION
          && drill_reader_line (self, next)->label != DRILL_LABEL_A))
    return FALSE;

  return drill_option_parse (drill_source_get_line (self->source, next), &option)
         && option.order <= 0;
}

/* Whether options follow behind a list that belongs to the stem. */
static gboolean
leads_to_options (DrillReader *self,
                  guint        index)
{
  guint at = drill_reader_line (self, index)->next;

  for (guint steps = 0; steps < MAX_STEM_STEPS && at < self->source->n_lines; steps++)
    {
      const DrillLine *line = drill_reader_line (self, at);

      if (line->sense != DRILL_SENSE_START || line->kind != DRILL_LINE_TEXT)
        return FALSE;
      if (drill_reader_next_is_option (self, at))
        return TRUE;
      at = line->next;
    }

  return FALSE;
}

static gboolean
starts_bare_mcq (DrillReader      *self,
                 guint             index,
                 const DrillStart *start)
{
  DrillSlice      title = start->title;
  DrillOptionLine option;
  gboolean        asked;
  gboolean        has_levels;

  asked = is_asked (self, index, title, &has_levels);
  /* Numbers in front of the options belong to the stem. */
  if (self->item != NULL && self->item->item->kind == DRILL_ITEM_MCQ && self->mcq == DRILL_MCQ_STEM
      && self->n_options == 0 && !asked)
    return FALSE;
  if (drill_reader_next_is_option (self, index) || drill_option_find (&title, &option))
    return TRUE;

  return asked && (next_is (self, index, TRUE) || leads_to_options (self, index))
         && (!self->series.open || start->number == self->series.last + 1);
}

static gboolean
starts_bare_question (DrillReader      *self,
                      guint             index,
                      const DrillStart *start)
{
  gboolean has_levels;
  gboolean asked = is_asked (self, index, start->title, &has_levels);
  gboolean answered = next_is (self, index, FALSE);
  gboolean continues = !self->series.open || start->number == self->series.last + 1;
  gboolean alike = !self->series.open || self->series.level == 0;

  if (start->named)
    return asked || answered || alike;
  if (self->follow_ups && self->follow_ups_number > 0
      && start->number == self->follow_ups_number + 1 && !has_levels)
    return FALSE;
  if (continues && (has_levels || (asked && answered)))
    return TRUE;
  if (continues && asked)
    return alike && !self->series.labelled;
  if (continues && answered)
    return alike && index > 0 && drill_reader_line (self, index - 1)->kind == DRILL_LINE_BLANK;

  return alike && has_levels && answered;
}

static gboolean
starts_in_text (DrillReader *self,
                guint        index,
                DrillStart  *start)
{
  const DrillLine *line = drill_reader_line (self, index);
  DrillSlice       text = drill_source_get_line (self->source, index);

  if (!drill_reader_expects_items (self) || self->awaits_title)
    return FALSE;
  if (line->sense == DRILL_SENSE_START && drill_start_parse (text, FALSE, start))
    {
      if (drill_start_is_link (start->title))
        return FALSE;
      if (self->section == DRILL_SECTION_MCQ || drill_reader_is_mcq (self, index, start->title))
        return start->named || starts_bare_mcq (self, index, start);
      return starts_bare_question (self, index, start);
    }

  /* A stem without a number: a paragraph with options below. */
  if (line->sense != DRILL_SENSE_NONE || line->indent > 0 || self->section != DRILL_SECTION_MCQ
      || (self->item != NULL && self->mcq != DRILL_MCQ_EXPLAINED)
      || (index > 0 && drill_reader_line (self, index - 1)->kind == DRILL_LINE_TEXT)
      || !drill_reader_next_is_option (self, index) || !drill_reader_is_mcq (self, index, text))
    return FALSE;
  text = drill_slice_unwrap (text);
  if (!drill_start_is_asked (text) && !drill_slice_ends_with (text, ":"))
    return FALSE;
  *start = (DrillStart){ .title = text };

  return TRUE;
}

static gboolean
starts_in_numbered_heading (DrillReader      *self,
                            guint             index,
                            const DrillStart *start)
{
  const DrillLine *line = drill_reader_line (self, index);
  gboolean         asked = drill_start_is_asked (start->title);

  if (drill_start_is_link (start->title))
    return FALSE;
  if (!drill_reader_expects_items (self))
    return self->section != DRILL_SECTION_MOCK && (asked || start->named)
           && (self->section == DRILL_SECTION_NONE || self->section == DRILL_SECTION_OTHER
               || self->section == DRILL_SECTION_INTRODUCTION);
  if (self->series.open && self->series.level == 0)
    return asked || (self->section == DRILL_SECTION_MCQ && drill_reader_next_is_option (self, index));
  if (self->series.open && line->level > self->series.level)
    return asked && start->number == self->series.last + 1;

  return TRUE;
}

static gboolean
starts_in_heading (DrillReader *self,
                   guint        index,
                   DrillStart  *start)
{
  const DrillLine *line = drill_reader_line (self, index);
  DrillSlice       text = drill_source_get_line (self->source, index);

  if (line->sense == DRILL_SENSE_START && drill_start_parse (text, TRUE, start))
    return starts_in_numbered_heading (self, index, start);
  if (line->sense != DRILL_SENSE_HEADING || !drill_reader_expects_items (self)
      || (self->section_level > 0 && line->level <= self->section_level)
      || (self->series.open && self->series.level != line->level))
    return FALSE;

  *start = (DrillStart){ .title = drill_slice_unwrap (text) };
  return drill_start_is_asked (start->title)
         || (self->section == DRILL_SECTION_MCQ && drill_reader_next_is_option (self, index));
}

/**
 * drill_reader_starts_item:
 * @index: a heading or a line of text
 * @start: (out): set when an item starts here
 */
gboolean
drill_reader_starts_item (DrillReader *self,
                          guint        index,
                          DrillStart  *start)
{
  return drill_reader_line (self, index)->kind == DRILL_LINE_HEADING ?
           starts_in_heading (self, index, start) :
           starts_in_text (self, index, start);
}
