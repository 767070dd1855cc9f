/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Open questions and their follow-ups.
 *
 *     question           body       the rest of its stem
 *       A:               answer     until the next label
 *       Key Points:      points     a paragraph behind the list goes on with
 *       Common Mistakes: mistakes   the answer
 *       Follow-up:       a child, with an answer of its own
 *
 * A question without a label for its answer is answered by the text below it.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/classify.h"
#include "pack/points.h"

#include <string.h>

static gboolean
is_list_open (const DrillDraft *draft)
{
  return draft->open != NULL
         && (draft->open->role == DRILL_PART_KEY_POINT || draft->open->role == DRILL_PART_MISTAKE);
}

/* Opens a list of key points or mistakes at its label. */
void
drill_reader_open_list (DrillReader         *self,
                        DrillDraft          *draft,
                        guint                role,
                        const DrillLabelled *labelled,
                        guint                index)
{
  g_autofree char *rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);

  drill_draft_open (draft, role, index);
  drill_draft_add_head (draft, rest);
  self->list_bulleted = FALSE;
}

/* Whether a line behind a list of points is no longer part of it: a heading, or a
 * paragraph at the margin after a blank line. */
static gboolean
ends_list (DrillReader *self,
           guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillSlice       text = drill_source_get_line (self->source, index);

  if (line->kind == DRILL_LINE_HEADING || line->sense == DRILL_SENSE_LABEL)
    return TRUE;
  if (line->kind != DRILL_LINE_TEXT || line->indent > 0 || !self->list_bulleted)
    return FALSE;

  return index > 0 && self->source->lines[index - 1].kind == DRILL_LINE_BLANK
         && !drill_points_eat_marker (&text);
}

/* Adds a line to an open list. Returns: FALSE when the list is over, or none is */
gboolean
drill_reader_list_line (DrillReader *self,
                        DrillDraft  *draft,
                        guint        index)
{
  DrillSlice text = drill_source_get_line (self->source, index);

  if (!is_list_open (draft) || ends_list (self, index))
    return FALSE;
  if (self->source->lines[index].kind == DRILL_LINE_TEXT)
    self->list_bulleted |= drill_points_eat_marker (&text);
  drill_draft_add_line (draft, index);

  return TRUE;
}

/* "Why? A: Because." on one line: the end of the question, or NULL. */
static const char *
find_answer (const char  *text,
             const char **answer)
{
  static const char *const marks[] = { "? A: ", "? **A:** ", "? Answer: ", "? **Answer:** " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = strstr (text, marks[i]);

      if (at != NULL)
        {
          *answer = at + strlen (marks[i]);
          return at + 1;
        }
    }

  return NULL;
}

static void
take_child_title (DrillReader *self,
                  guint        index,
                  DrillSlice   text)
{
  g_autofree char *whole = drill_slice_dup (drill_slice_unwrap (text));
  const char      *answer = NULL;
  const char      *end = find_answer (whole, &answer);

  self->awaits_title = FALSE;
  if (end != NULL)
    {
      drill_draft_take_title (self->child, g_strndup (whole, end - whole));
      drill_draft_open (self->child, DRILL_PART_ANSWER, index);
      drill_draft_add_head (self->child, answer);
    }
  else
    drill_draft_take_title (self->child,
                            drill_reader_join_title (self, index, g_steal_pointer (&whole)));
  self->child->item->end_line = MAX (self->child->item->end_line, self->next);
  self->fresh = self->child;
}

static void
begin_child (DrillReader *self,
             guint        number,
             guint        index)
{
  drill_reader_finish_child (self);
  drill_draft_close (self->item);
  self->child = drill_draft_new (self->source, DRILL_ITEM_FOLLOW_UP, index);
  self->child->item->number = number;
  self->fresh = self->child;
}

/* A follow-up starts at its label; its text may stand below. */
void
drill_reader_begin_follow_up (DrillReader         *self,
                              const DrillLabelled *labelled,
                              guint                index)
{
  g_autofree char *rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);

  begin_child (self, labelled->number, index);
  self->follow_ups_many = labelled->label == DRILL_LABEL_FOLLOW_UPS;
  self->follow_ups = FALSE;
  self->follow_ups_number = 0;
  self->awaits_title = *rest == '\0';
  if (!self->awaits_title)
    take_child_title (self, index, drill_slice (rest));
}

/* The line below "Follow-up:", and the marker that says whether more may come. */
static void
take_title_below (DrillReader *self,
                  guint        index)
{
  DrillSlice text = drill_source_get_line (self->source, index);
  DrillSlice rest = text;

  self->child->item->end_line = index + 1;
  if (drill_points_eat_marker (&rest))
    {
      self->follow_ups = TRUE;
      self->follow_ups_indent = self->source->lines[index].indent;
      drill_slice_eat_number (&text, &self->follow_ups_number);
    }
  take_child_title (self, index, rest);
}

/* Whether the line is the next entry of a list of follow-ups. */
static gboolean
continues_follow_ups (DrillReader *self,
                      guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillSlice       text = drill_source_get_line (self->source, index);
  guint            number;

  if (!self->follow_ups || self->child == NULL || line->kind != DRILL_LINE_TEXT
      || line->indent > self->follow_ups_indent)
    return FALSE;
  if (self->follow_ups_number > 0
      && (!drill_slice_eat_number (&text, &number) || number != self->follow_ups_number + 1))
    return FALSE;
  text = drill_source_get_line (self->source, index);
  if (!drill_points_eat_marker (&text))
    return FALSE;

  return drill_start_is_asked (text)
         || (self->follow_ups_many
             && (!drill_draft_has (self->child, DRILL_PART_ANSWER)
                 || self->answer_indent > self->follow_ups_indent));
}

/* Text goes to what is open; behind a list it goes on with the answer. */
static void
add_text (DrillReader *self,
          DrillDraft  *draft,
          guint        index)
{
  if (drill_reader_list_line (self, draft, index))
    return;
  if (self->source->lines[index].kind == DRILL_LINE_RULE)
    return;

  if (is_list_open (draft))
    drill_draft_open (draft, DRILL_PART_ANSWER, index);
  else if (draft->open == NULL)
    drill_draft_open (draft,
                      drill_draft_has (draft, DRILL_PART_ANSWER) ? DRILL_PART_ANSWER :
                                                                   DRILL_PART_BODY,
                      index);
  drill_draft_add_line (draft, index);
}

static void
warn_of_look_alikes (DrillReader *self,
                     guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillSlice       text = drill_source_get_line (self->source, index);
  DrillStart       start;
  const char      *meant;

  if (line->sense == DRILL_SENSE_START && drill_start_parse (text, FALSE, &start)
      && start.number == self->series.last + 1 && self->series.level == 0 && !start.named
      && drill_start_is_asked (start.title))
    drill_source_warn (self->source,
                       index + 1,
                       "W161",
                       "this line was taken for a step of the answer; if it is question %u, "
                       "make it a heading such as \"### %u. ...\"",
                       start.number,
                       start.number);
  if (line->sense != DRILL_SENSE_NONE)
    return;
  meant = drill_label_suggest (text);
  if (meant != NULL)
    drill_source_warn (self->source,
                       index + 1,
                       "W180",
                       "this label is unknown and stays in the text; did you mean \"%s:\"?",
                       meant);
}

static void
question_text (DrillReader *self,
               guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillDraft      *draft = self->child != NULL ? self->child : self->item;

  if (self->awaits_title && (line->kind == DRILL_LINE_TEXT || line->kind == DRILL_LINE_HEADING))
    {
      take_title_below (self, index);
      return;
    }
  if (continues_follow_ups (self, index))
    {
      guint number = self->follow_ups_number > 0 ? self->follow_ups_number + 1 : 0;

      begin_child (self, number, index);
      take_title_below (self, index);
      return;
    }
  if (drill_reader_take_levels_line (self, draft, index))
    return;
  if (line->kind == DRILL_LINE_TEXT)
    warn_of_look_alikes (self, index);
  add_text (self, draft, index);
}

/* Whose key points these are: the question's, until it has some. */
static DrillDraft *
owner_of_list (DrillReader *self,
               guint        role)
{
  if (self->child != NULL && !drill_draft_has (self->item, role))
    drill_reader_finish_child (self);

  return self->child != NULL ? self->child : self->item;
}

static gboolean
question_label (DrillReader         *self,
                const DrillLabelled *labelled,
                guint                index)
{
  g_autofree char *rest = NULL;
  DrillDraft      *draft = self->child != NULL ? self->child : self->item;

  switch (labelled->label)
    {
    case DRILL_LABEL_A:
    case DRILL_LABEL_ANSWER:
    case DRILL_LABEL_KEY:
      rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);
      self->awaits_title = FALSE;
      self->series.labelled = TRUE;
      self->answer_indent = self->source->lines[index].indent;
      drill_draft_open (draft, DRILL_PART_ANSWER, index);
      draft->in_item = labelled->bullet;
      drill_draft_add_head (draft, rest);
      return TRUE;
    case DRILL_LABEL_KEY_POINTS:
      drill_reader_open_list (self,
                              owner_of_list (self, DRILL_PART_KEY_POINT),
                              DRILL_PART_KEY_POINT,
                              labelled,
                              index);
      return TRUE;
    case DRILL_LABEL_MISTAKES:
      drill_reader_open_list (self,
                              owner_of_list (self, DRILL_PART_MISTAKE),
                              DRILL_PART_MISTAKE,
                              labelled,
                              index);
      return TRUE;
    case DRILL_LABEL_FOLLOW_UP:
    case DRILL_LABEL_FOLLOW_UPS:
      drill_reader_begin_follow_up (self, labelled, index);
      return TRUE;
    default:
      return FALSE;
    }
}

/* One line of a question, which is not its first. */
void
drill_reader_question_line (DrillReader *self,
                            guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillLabelled    labelled;

  if (line->sense == DRILL_SENSE_LABEL
      && drill_label_parse (drill_source_get_line (self->source, index),
                            line->kind == DRILL_LINE_HEADING,
                            &labelled)
      && question_label (self, &labelled, index))
    return;

  question_text (self, index);
}

/* Puts the follow-up that is being read below its question. */
void
drill_reader_finish_child (DrillReader *self)
{
  DrillDraft *child = g_steal_pointer (&self->child);

  self->awaits_title = FALSE;
  if (child == NULL)
    return;

  drill_reader_finish_question (self, child);
  self->item->item->end_line = MAX (self->item->item->end_line, child->item->end_line);
  if (self->fresh == child)
    self->fresh = NULL;
  drill_reader_admit (self, child, self->item->item->children);
  drill_draft_free (child);
}

/* Makes the parts of a question or follow-up and tells what it lacks. */
void
drill_reader_finish_question (DrillReader *self,
                              DrillDraft  *draft)
{
  gboolean has_answer = FALSE;
  gboolean has_points = FALSE;

  drill_draft_take_parts (draft);
  for (guint i = 0; i < draft->item->parts->len; i++)
    {
      DrillPart *part = g_ptr_array_index (draft->item->parts, i);

      has_answer |= part->role == DRILL_PART_ANSWER;
      has_points |= part->role == DRILL_PART_KEY_POINT;
    }
  for (guint i = 0; i < draft->item->parts->len && !has_answer; i++)
    {
      DrillPart *part = g_ptr_array_index (draft->item->parts, i);

      if (part->role == DRILL_PART_BODY)
        {
          part->role = DRILL_PART_ANSWER;
          has_answer = TRUE;
        }
    }

  if (draft->broken)
    return;
  if (!has_answer)
    drill_source_warn (self->source,
                       draft->item->line,
                       "W101",
                       "this question has no answer; write one below a line \"A:\"");
  if (!has_points && draft->item->kind == DRILL_ITEM_QUESTION && !self->foreign)
    drill_source_warn (self->source,
                       draft->item->line,
                       "W102",
                       "this question has no key points; list them below \"Key Points:\"");
}
