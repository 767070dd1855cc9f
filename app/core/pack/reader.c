/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Down the file once. Each line either starts a section, starts an item or goes to
 * whatever is open:
 *
 *     line --> section?  --> item?  --> the item's reader
 *                                  \--> the section's prose or references
 *
 * The hard question is whether "2. ..." starts a question or is a step of an
 * answer. In a heading it starts one, unless it is deeper than the questions so
 * far. As a bare line it does when it ends like a question and something else
 * speaks for it: a level list, an answer's label below, or options. Where answers
 * have been labelled so far, a question mark alone is not enough.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/body.h"
#include "pack/classify.h"
#include "pack/levels.h"
#include "pack/options.h"

#include <string.h>

#define MAX_TITLE_LINES 4
#define MAX_TITLE 120

static const DrillLine *
line_at (const DrillReader *self,
         guint              index)
{
  return &self->source->lines[index];
}

/* Sections in which numbers count. */
static gboolean
expects_items (const DrillReader *self)
{
  return self->section == DRILL_SECTION_QUESTIONS || self->section == DRILL_SECTION_MCQ;
}

/* Prose: what belongs to the chapter and to no item. */

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
static void
flush_prose (DrillReader *self)
{
  GString *prose = prose_of_section (self);

  if (!self->has_prose || prose == NULL)
    return;
  if (prose->len > 0)
    g_string_append (prose, "\n\n");
  drill_body_append (prose, self->source, self->prose_first, self->prose_last, DRILL_BODY_PLAIN);
  self->has_prose = FALSE;
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

static void
warn_stray_text (DrillReader *self,
                 guint        index)
{
  if (self->told_stray_text || line_at (self, index)->kind == DRILL_LINE_RULE)
    return;

  self->told_stray_text = TRUE;
  drill_source_warn (self->source, index + 1, "W190",
                     "text from here on belongs to no section and is not shown; move it in front of "
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
      || (line_at (self, index)->kind != DRILL_LINE_TEXT
          && line_at (self, index)->kind != DRILL_LINE_HEADING)
      || drill_slice_length (text) > MAX_TITLE || strchr (".:;,!?>|", text.end[-1]) != NULL)
    return FALSE;

  self->chapter->title = drill_slice_dup (text);
  return TRUE;
}

static void
section_line (DrillReader *self,
              guint        index)
{
  const DrillLine *line = line_at (self, index);
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
      drill_source_warn (self->source, index + 1, "W160",
                         "this task list belongs to no question and gives no options");
    }
  if (prose_of_section (self) == NULL)
    {
      if (!expects_items (self))
        warn_stray_text (self, index);
      return;
    }
  if (!self->has_prose)
    self->prose_first = index;
  self->has_prose = TRUE;
  self->prose_last = index;
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
  flush_prose (self);
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
  flush_prose (self);
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
  const DrillLine *line = line_at (self, index);
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
  const DrillLine *line = line_at (self, index);
  DrillSlice       title;
  DrillSection     section;

  if (line->sense != DRILL_SENSE_SECTION || is_inside_item (self, index))
    return FALSE;

  section = drill_section_parse (drill_source_get_line (self->source, index),
                                 line->kind == DRILL_LINE_HEADING, &title);
  begin_section (self, section, line->level);
  if (section == DRILL_SECTION_MOCK)
    {
      begin_draft (self, DRILL_ITEM_TRANSCRIPT, index);
      drill_draft_take_title (self->item, drill_slice_dup (title));
    }

  return TRUE;
}

/* Where an item starts */

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

  if (*title == '\0' || line_at (self, index)->kind != DRILL_LINE_TEXT
      || drill_start_is_asked (drill_slice (title)))
    return title;

  joined = g_string_new (title);
  for (; at < self->source->n_lines && at < index + MAX_TITLE_LINES; at++)
    {
      DrillSlice text = drill_source_get_line (self->source, at);

      if (line_at (self, at)->kind != DRILL_LINE_TEXT
          || line_at (self, at)->sense != DRILL_SENSE_NONE || drill_slice_length (text) > 400
          || drill_slice_eat_bullet (&text))
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
  guint            next = line_at (self, index)->next;
  const DrillLine *line;

  if (next >= self->source->n_lines)
    return FALSE;
  line = line_at (self, next);
  if (line->sense != DRILL_SENSE_LABEL)
    return FALSE;

  return line->label == DRILL_LABEL_ANSWER || line->label == DRILL_LABEL_KEY
         || (!key && line->label == DRILL_LABEL_A);
}

/* Whether options follow, the first one first. */
static gboolean
next_is_option (const DrillReader *self,
                guint              index)
{
  guint           next = line_at (self, index)->next;
  DrillOptionLine option;

  if (next >= self->source->n_lines
      || (line_at (self, next)->sense != DRILL_SENSE_OPTION
          && line_at (self, next)->label != DRILL_LABEL_A))
    return FALSE;

  return drill_option_parse (drill_source_get_line (self->source, next), &option)
         && option.order <= 0;
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
  if (self->item != NULL && self->item->item->kind == DRILL_ITEM_MCQ
      && self->mcq == DRILL_MCQ_STEM && self->n_options == 0 && !asked)
    return FALSE;
  if (next_is_option (self, index) || drill_option_find (&title, &option))
    return TRUE;

  return asked && next_is (self, index, TRUE)
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
    return alike && index > 0 && line_at (self, index - 1)->kind == DRILL_LINE_BLANK;

  return alike && has_levels && answered;
}

static gboolean
starts_in_text (DrillReader *self,
                guint        index,
                DrillStart  *start)
{
  const DrillLine *line = line_at (self, index);
  DrillSlice       text = drill_source_get_line (self->source, index);

  if (!expects_items (self) || self->awaits_title)
    return FALSE;
  if (line->sense == DRILL_SENSE_START && drill_start_parse (text, FALSE, start))
    {
      if (drill_start_is_link (start->title))
        return FALSE;
      if (self->section == DRILL_SECTION_MCQ
          || drill_reader_is_mcq (self, index, start->title))
        return start->named || starts_bare_mcq (self, index, start);
      return starts_bare_question (self, index, start);
    }

  /* A stem without a number: a paragraph with options below. */
  if (line->sense != DRILL_SENSE_NONE || line->indent > 0 || self->section != DRILL_SECTION_MCQ
      || (self->item != NULL && self->mcq != DRILL_MCQ_EXPLAINED)
      || (index > 0 && line_at (self, index - 1)->kind == DRILL_LINE_TEXT)
      || !next_is_option (self, index) || !drill_reader_is_mcq (self, index, text))
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
  const DrillLine *line = line_at (self, index);
  gboolean         asked = drill_start_is_asked (start->title);

  if (drill_start_is_link (start->title))
    return FALSE;
  if (!expects_items (self))
    return self->section != DRILL_SECTION_MOCK && (asked || start->named)
           && (self->section == DRILL_SECTION_NONE || self->section == DRILL_SECTION_OTHER
               || self->section == DRILL_SECTION_INTRODUCTION);
  if (self->series.open && self->series.level == 0)
    return asked || (self->section == DRILL_SECTION_MCQ && next_is_option (self, index));
  if (self->series.open && line->level > self->series.level)
    return asked && start->number == self->series.last + 1;

  return TRUE;
}

static gboolean
starts_in_heading (DrillReader *self,
                   guint        index,
                   DrillStart  *start)
{
  const DrillLine *line = line_at (self, index);
  DrillSlice       text = drill_source_get_line (self->source, index);

  if (line->sense == DRILL_SENSE_START && drill_start_parse (text, TRUE, start))
    return starts_in_numbered_heading (self, index, start);
  if (line->sense != DRILL_SENSE_HEADING || !expects_items (self)
      || (self->section_level > 0 && line->level <= self->section_level)
      || (self->series.open && self->series.level != line->level))
    return FALSE;

  *start = (DrillStart){ .title = drill_slice_unwrap (text) };
  return drill_start_is_asked (start->title)
         || (self->section == DRILL_SECTION_MCQ && next_is_option (self, index));
}

static void
count (DrillReader *self,
       guint        index,
       guint        number)
{
  if (self->series.open && number > 0 && self->series.last > 0
      && number != self->series.last + 1)
    drill_source_warn (self->source, index + 1, "W112",
                       "number %u follows number %u; number the questions in order", number,
                       self->series.last);
  self->series.open = TRUE;
  self->series.level = line_at (self, index)->level;
  if (number > 0)
    self->series.last = number;
}

static gboolean
take_item (DrillReader *self,
           guint        index)
{
  const DrillLine *line = line_at (self, index);
  DrillStart       start;
  DrillOptionLine  first;
  DrillItemKind    kind;
  gboolean         has_options;
  DrillSlice       title;

  if (line->kind == DRILL_LINE_HEADING ? !starts_in_heading (self, index, &start)
                                       : !starts_in_text (self, index, &start))
    return FALSE;

  title = start.title;
  kind = self->section == DRILL_SECTION_MCQ || drill_reader_is_mcq (self, index, title)
           ? DRILL_ITEM_MCQ
           : DRILL_ITEM_QUESTION;
  has_options = kind == DRILL_ITEM_MCQ && !next_is_option (self, index)
                && drill_option_find (&title, &first);
  begin_draft (self, kind, index);
  count (self, index, start.number);
  self->item->item->number = start.number;
  drill_draft_take_title (
    self->item,
    drill_reader_join_title (self, index, drill_slice_dup_reopened (title, &start.opened)));
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

  if (line_at (self, index)->level != 1 || self->chapter->title != NULL
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
  const DrillLine *line = line_at (self, index);
  guint            next = line->next;
  DrillStart       start;

  if (!expects_items (self) || line->sense == DRILL_SENSE_LABEL)
    return FALSE;
  if (self->series.level > 0)
    return line->level < self->series.level;

  return next < self->source->n_lines && next <= index + 2
         && line_at (self, next)->kind == DRILL_LINE_TEXT
         && line_at (self, next)->sense == DRILL_SENSE_START
         && drill_start_parse (drill_source_get_line (self->source, next), FALSE, &start)
         && (drill_start_is_asked (start.title) || self->section == DRILL_SECTION_MCQ);
}

static gboolean
take_heading (DrillReader *self,
              guint        index)
{
  const DrillLine *line = line_at (self, index);

  if (line->kind != DRILL_LINE_HEADING)
    return FALSE;
  if (take_title (self, index))
    return TRUE;
  if (line->sense == DRILL_SENSE_LABEL && self->item != NULL
      && line->label != DRILL_LABEL_INSIDE)
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
  const DrillLine *line = line_at (self, index);
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
  self->fresh = draft;
  return TRUE;
}

static void
read_line (DrillReader *self,
           guint        index)
{
  const DrillLine *line = line_at (self, index);
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
  if (readable
      && (take_section (self, index) || take_item (self, index) || take_heading (self, index)))
    ;
  else if (self->item == NULL)
    section_line (self, index);
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
  flush_prose (&self);

  chapter->introduction = take_prose (self.introduction);
  chapter->tips = take_prose (self.tips);
  chapter->summary = take_prose (self.summary);
  g_ptr_array_unref (self.topics);
  g_hash_table_unref (self.ids);
}
