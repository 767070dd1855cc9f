/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Down the file once. Each line either starts a section, starts an item or goes to
 * whatever is open:
 *
 *     line --> section?  --> item?  --> the item's reader
 *                                  \--> the section's prose or references
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/body.h"
#include "pack/classify.h"
#include "pack/levels.h"
#include "pack/options.h"

#include <string.h>

#define MAX_TITLE_LINES 8

const DrillLine *
drill_reader_line (const DrillReader *self,
                   guint              index)
{
  return &self->source->lines[index];
}

/* Sections in which numbers count. */
gboolean
drill_reader_expects_items (const DrillReader *self)
{
  return self->section == DRILL_SECTION_QUESTIONS || self->section == DRILL_SECTION_MCQ;
}

/* Items and sections */

static void
finish_item (DrillReader *self)
{
  g_autoptr (DrillDraft) draft = NULL;
  gboolean               worth = TRUE;

  drill_reader_finish_child (self);
  draft = g_steal_pointer (&self->item);
  self->fresh = NULL;
  self->follow_ups = FALSE;
  if (draft == NULL)
    return;

  self->item = draft;
  if (draft->item->kind == DRILL_ITEM_MCQ)
    drill_reader_finish_mcq (self, draft);
  else if (draft->item->kind == DRILL_ITEM_TRANSCRIPT)
    worth = drill_reader_finish_transcript (self, draft);
  else
    drill_reader_finish_question (self, draft);
  if (worth)
    drill_reader_admit (self, draft, self->chapter->items);
  self->item = NULL;
}

static void
begin_draft (DrillReader  *self,
             DrillItemKind kind,
             guint         index)
{
  finish_item (self);
  drill_reader_flush_prose (self);
  self->past_introduction = TRUE;
  self->item = drill_draft_new (self->source, kind, index);
  self->fresh = self->item;
  self->fresh_section = FALSE;
  self->mcq = DRILL_MCQ_STEM;
  self->n_options = 0;
  self->asked = FALSE;
  self->answered = FALSE;
}

static void
begin_section (DrillReader *self,
               DrillSection section,
               guint        level)
{
  finish_item (self);
  drill_reader_flush_prose (self);
  if (section == DRILL_SECTION_QUESTIONS || section == DRILL_SECTION_MCQ
      || section == DRILL_SECTION_MOCK)
    self->past_introduction = TRUE;
  self->section = section;
  self->section_level = level;
  self->series = (DrillSeries){ 0 };
  self->fresh_section = TRUE;
  g_ptr_array_set_size (self->topics, 0);
}

/* A word such as "Summary" inside an item is the item's own. */
static gboolean
is_inside_item (const DrillReader *self,
                guint              index)
{
  const DrillLine *line = drill_reader_line (self, index);
  DrillSlice       text = drill_slice_unwrap (drill_source_get_line (self->source, index));

  if (self->item == NULL)
    return FALSE;
  if (line->kind == DRILL_LINE_HEADING)
    return (self->series.level > 0 && line->level > self->series.level)
           || (self->item->item->kind == DRILL_ITEM_TRANSCRIPT && self->section_level > 0
               && line->level > self->section_level);

  return self->section_level > 0 && memchr (text.at, ' ', text.end - text.at) == NULL;
}

static gboolean
take_section (DrillReader *self,
              guint        index)
{
  const DrillLine *line = drill_reader_line (self, index);
  DrillSlice       title;
  DrillSection     section;

  if (line->sense != DRILL_SENSE_SECTION || is_inside_item (self, index))
    return FALSE;

  section = drill_section_parse (drill_source_get_line (self->source, index),
                                 line->kind == DRILL_LINE_HEADING,
                                 &title);
  begin_section (self, section, line->level);
  if (section == DRILL_SECTION_MOCK)
    {
      begin_draft (self, DRILL_ITEM_TRANSCRIPT, index);
      drill_draft_take_title (self->item, drill_slice_dup (title));
    }

  return TRUE;
}

static void
count (DrillReader *self,
       guint        index,
       guint        number)
{
  if (self->series.open && number > 0 && self->series.last > 0 && number != self->series.last + 1)
    drill_source_warn (self->source,
                       index + 1,
                       "W112",
                       "number %u follows number %u; number the questions in order",
                       number,
                       self->series.last);
  self->series.open = TRUE;
  self->series.level = drill_reader_line (self, index)->level;
  if (number > 0)
    self->series.last = number;
}

static gboolean
take_item (DrillReader *self,
           guint        index)
{
  DrillStart      start;
  DrillOptionLine first;
  gboolean        is_mcq;
  gboolean        has_options;
  DrillSlice      title;
  char           *text;

  if (!drill_reader_starts_item (self, index, &start))
    return FALSE;

  title = start.title;
  is_mcq = self->section == DRILL_SECTION_MCQ || drill_reader_is_mcq (self, index, title);
  has_options = is_mcq && !drill_reader_next_is_option (self, index)
                && drill_option_find (&title, &first);
  begin_draft (self, is_mcq ? DRILL_ITEM_MCQ : DRILL_ITEM_QUESTION, index);
  count (self, index, start.number);
  self->item->item->number = start.number;
  text = drill_slice_dup_reopened (title, &start.opened);
  drill_draft_take_title (self->item, drill_reader_join_title (self, index, text));
  self->item->item->end_line = self->next;
  self->awaits_question = *self->item->item->title_markdown == '\0';
  if (has_options)
    drill_reader_take_options (self, &first, index);

  return TRUE;
}

/* Headings that no rule knows */

static gboolean
take_title (DrillReader *self,
            guint        index)
{
  DrillSlice text = drill_source_get_line (self->source, index);

  if (drill_reader_line (self, index)->level != 1 || self->chapter->title != NULL
      || self->past_introduction)
    return FALSE;

  self->chapter->title = drill_slice_dup (text);
  self->lacks_title = FALSE;
  return TRUE;
}

/* "### Memory" between questions: the numbers may start again behind it. */
static gboolean
parts_questions (DrillReader *self,
                 guint        index)
{
  const DrillLine *line = drill_reader_line (self, index);
  guint            next = line->next;
  DrillStart       start;

  if (!drill_reader_expects_items (self) || line->sense == DRILL_SENSE_LABEL)
    return FALSE;
  if (self->series.level > 0)
    return line->level < self->series.level;

  return next < self->source->n_lines && next <= index + 2
         && drill_reader_line (self, next)->kind == DRILL_LINE_TEXT
         && drill_reader_line (self, next)->sense == DRILL_SENSE_START
         && drill_start_parse (drill_source_get_line (self->source, next), FALSE, &start)
         && (drill_start_is_asked (start.title) || self->section == DRILL_SECTION_MCQ);
}

static gboolean
take_heading (DrillReader *self,
              guint        index)
{
  const DrillLine *line = drill_reader_line (self, index);

  if (line->kind != DRILL_LINE_HEADING)
    return FALSE;
  if (take_title (self, index))
    return TRUE;
  if (line->sense == DRILL_SENSE_LABEL && self->item != NULL && line->label != DRILL_LABEL_INSIDE)
    return FALSE;
  if (self->section_level > 0 && line->level <= self->section_level)
    {
      begin_section (self, DRILL_SECTION_OTHER, line->level);
      return self->past_introduction;
    }
  if (parts_questions (self, index))
    {
      finish_item (self);
      self->series.open = FALSE;
      self->series.last = 0;
      self->fresh_section = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* "(Mid-level, Senior)" or "Level: Senior" on a line of its own below a title. */
gboolean
drill_reader_take_levels_line (DrillReader *self,
                               DrillDraft  *draft,
                               guint        index)
{
  const DrillLine *line = drill_reader_line (self, index);
  DrillSlice       text = drill_source_get_line (self->source, index);
  DrillSlice       unknown;
  DrillLabelled    labelled;
  guint            levels;

  if (draft->pieces->len > 0 || line->kind != DRILL_LINE_TEXT)
    return FALSE;
  if (line->sense == DRILL_SENSE_LABEL && line->label == DRILL_LABEL_LEVELS
      && drill_label_parse (text, FALSE, &labelled))
    levels = drill_levels_parse (labelled.rest, &unknown);
  else
    {
      levels = drill_levels_cut (&text, &unknown);
      if (levels == 0 || !drill_slice_is_empty (drill_slice_unwrap (text)))
        return FALSE;
    }
  if (levels == 0 || !drill_slice_is_empty (unknown))
    return FALSE;

  draft->item->levels |= levels;
  draft->item->end_line = index + 1;
  self->fresh = draft;
  return TRUE;
}

static gboolean
is_paragraph_line (DrillReader *self,
                   guint        index)
{
  return index < self->source->n_lines
         && drill_reader_line (self, index)->kind == DRILL_LINE_TEXT
         && drill_reader_line (self, index)->sense == DRILL_SENSE_NONE;
}

/* The paragraph below "### Question 3" is the question. */
static gboolean
take_question_below (DrillReader *self,
                     guint        index)
{
  g_autoptr (GString) title = NULL;
  DrillSlice          text;
  DrillOptionLine     first;
  gboolean            has_options;
  gboolean            awaited = self->awaits_question && self->item != NULL;

  self->awaits_question = FALSE;
  if (!awaited || !is_paragraph_line (self, index))
    return FALSE;

  title = g_string_new (NULL);
  for (guint i = index; i < index + MAX_TITLE_LINES && is_paragraph_line (self, i); i++)
    {
      text = drill_source_get_line (self->source, i);
      if (i > index)
        g_string_append_c (title, ' ');
      g_string_append_len (title, text.at, drill_slice_length (text));
      self->next = i + 1;
    }
  text = drill_slice (title->str);
  has_options = self->item->item->kind == DRILL_ITEM_MCQ
                && !drill_reader_next_is_option (self, self->next - 1)
                && drill_option_find (&text, &first);
  drill_draft_take_title (self->item, drill_slice_dup (text));
  if (has_options)
    drill_reader_take_options (self, &first, index);
  self->item->item->end_line = self->next;
  self->fresh = self->item;
  return TRUE;
}

static void
read_line (DrillReader *self,
           guint        index)
{
  const DrillLine *line = drill_reader_line (self, index);
  gboolean         readable = line->kind == DRILL_LINE_TEXT || line->kind == DRILL_LINE_HEADING;

  if (line->kind == DRILL_LINE_BLANK)
    return;
  if (line->kind == DRILL_LINE_COMMENT)
    {
      if (line->opens)
        drill_reader_take_data (self, index);
      return;
    }

  self->fresh = NULL;
  self->fresh_section = FALSE;
  if (take_question_below (self, index)
      || (readable
          && (take_section (self, index) || take_item (self, index) || take_heading (self, index))))
    ;
  else if (self->item == NULL)
    drill_reader_section_line (self, index);
  else if (self->item->item->kind == DRILL_ITEM_MCQ)
    drill_reader_mcq_line (self, index);
  else if (self->item->item->kind == DRILL_ITEM_TRANSCRIPT)
    drill_reader_transcript_line (self, index);
  else
    drill_reader_question_line (self, index);

  if (line->has_comment && self->section != DRILL_SECTION_REFERENCES
      && (self->fresh != NULL || self->fresh_section))
    drill_reader_take_data (self, index);
}

static char *
take_prose (GString *prose)
{
  drill_body_trim (prose);
  if (prose->len > 0)
    return g_string_free (prose, FALSE);

  g_string_free (prose, TRUE);
  return NULL;
}

static gboolean
has_title (const DrillSource *source)
{
  for (guint i = 0; i < source->n_lines; i++)
    if (source->lines[i].level == 1 && source->lines[i].sense != DRILL_SENSE_SECTION)
      return TRUE;

  return FALSE;
}

/* Reads the lines of @source into @chapter, which is empty. */
void
drill_reader_read (DrillSource  *source,
                   DrillChapter *chapter)
{
  DrillReader self = { .source = source, .chapter = chapter };

  self.topics = g_ptr_array_new_with_free_func (g_free);
  self.introduction = g_string_new (NULL);
  self.tips = g_string_new (NULL);
  self.summary = g_string_new (NULL);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self.lacks_title = !has_title (source);
  while (self.next < source->n_lines && !self.full)
    {
      guint index = self.next++;

      read_line (&self, index);
    }
  if (source->open_fence != 0 && self.item != NULL)
    self.item->broken = TRUE;
  finish_item (&self);
  drill_reader_flush_prose (&self);

  chapter->introduction = take_prose (self.introduction);
  chapter->tips = take_prose (self.tips);
  chapter->summary = take_prose (self.summary);
  g_ptr_array_unref (self.topics);
  g_hash_table_unref (self.ids);
}
