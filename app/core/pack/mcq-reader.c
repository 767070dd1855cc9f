/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Multiple-choice questions, line by line: stem, options, key, explanation. What
 * the pieces amount to is decided in mcq-finish.c, when all of them are there.
 *
 * An option reaches to the next one, over blank lines, code and images, because
 * CommonMark's own lists end there and people do not know it. Behind the key, a
 * line that starts like an option is a reason.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/classify.h"
#include "pack/points.h"

#include <string.h>

#define MAX_OPTIONS 32

/* Whether a line could be an option; "A:" was taken for a label. */
static gboolean
parse_option (DrillReader     *self,
              guint            index,
              DrillOptionLine *option)
{
  const DrillLine *line = &self->source->lines[index];

  if (line->sense != DRILL_SENSE_OPTION
      && !(line->sense == DRILL_SENSE_LABEL && line->label == DRILL_LABEL_A
           && line->kind == DRILL_LINE_TEXT))
    return FALSE;

  return drill_option_parse (drill_source_get_line (self->source, index), option);
}

/**
 * drill_reader_is_mcq:
 * @index: line of a question's start
 * @title: what follows its number
 *
 * Looks along the thread: an MCQ goes on with two or more options, of which one
 * is ticked or which are followed by a key.
 */
gboolean
drill_reader_is_mcq (DrillReader *self,
                     guint        index,
                     DrillSlice   title)
{
  guint           at = self->source->lines[index].next;
  guint           count = 0;
  gboolean        ticked = FALSE;
  DrillSlice      rest;
  DrillOptionLine option;
  DrillOptionLine second;

  while (at < self->source->n_lines && count < MAX_OPTIONS && parse_option (self, at, &option)
         && (option.order < 0 || option.order == (int) count))
    {
      rest = option.rest;
      ticked |= option.box == DRILL_BOX_TICKED;
      count++;
      at = self->source->lines[at].next;
    }
  if (count == 1 && drill_option_split (&rest, &option, &second))
    count = 2;
  if (count == 0 && drill_option_find (&title, &option))
    count = 2;
  if (count < 2 || ticked)
    return count >= 2;

  return at < self->source->n_lines && self->source->lines[at].sense == DRILL_SENSE_LABEL
         && (self->source->lines[at].label == DRILL_LABEL_KEY
             || self->source->lines[at].label == DRILL_LABEL_ANSWER
             || self->source->lines[at].label == DRILL_LABEL_EXPLANATION);
}

/* Whether the next line on the thread starts option @order by itself. */
static gboolean
follows (DrillReader *self,
         guint        index,
         int          order)
{
  guint           next = self->source->lines[index].next;
  DrillOptionLine option;

  return next < self->source->n_lines && parse_option (self, next, &option)
         && option.order == order;
}

/* Cuts text in front of a label that stands in the middle of it. */
static gboolean
cut_label (DrillSlice    *text,
           DrillLabel     label,
           DrillLabelled *labelled)
{
  for (const char *at = text->at; at < text->end; at++)
    {
      DrillSlice rest = { at + 1, text->end };

      if (!g_ascii_isspace (*at) || drill_slice_is_empty (rest)
          || strchr ("CcEe*_", *rest.at) == NULL)
        continue;
      if (drill_label_parse (rest, FALSE, labelled) && labelled->label == label)
        {
          *text = drill_slice_strip ((DrillSlice){ text->at, at });
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes what is written like options, on one line, for options or for reasons. */
static DrillSlice
take_marked (DrillReader           *self,
             guint                  role,
             const DrillOptionLine *first,
             guint                  index)
{
  DrillOptionLine option = *first;
  gboolean        more;

  do
    {
      DrillOptionLine  next;
      DrillSlice       text = option.rest;
      DrillPiece      *piece;
      g_autofree char *head = NULL;

      more = option.order >= 0 && !follows (self, index, option.order + 1)
             && drill_option_split (&text, &option, &next);
      head = drill_slice_dup_reopened (text, &option.opened);
      piece = drill_draft_open (self->item, role, index);
      piece->order = option.order;
      piece->box = option.box;
      piece->bullet = first->bullet;
      piece->joined = option.rest.at != first->rest.at;
      memcpy (piece->label, option.label, sizeof piece->label);
      self->item->in_item = TRUE;
      self->item->unquote = role == DRILL_PIECE_REASON;
      drill_draft_add_head (self->item, head);
      if (more)
        option = next;
      else if (piece->joined)
        return option.rest;
    }
  while (more);

  return (DrillSlice){ NULL, NULL };
}

static void
take_explanation (DrillReader *self,
                  DrillSlice   text,
                  guint        index)
{
  DrillOptionLine  reason;
  g_autofree char *head = NULL;

  if (drill_reason_parse (text, &reason))
    {
      take_marked (self, DRILL_PIECE_REASON, &reason, index);
      return;
    }
  head = drill_slice_dup (text);
  drill_draft_open (self->item, DRILL_PART_EXPLANATION, index);
  drill_draft_add_head (self->item, head);
}

/* Takes the letters of the key, and an explanation behind them. */
static void
take_key (DrillReader *self,
          DrillSlice   text,
          guint        index)
{
  DrillLabelled    labelled;
  g_autofree char *rest = NULL;
  g_autofree char *head = NULL;
  gboolean         explained = cut_label (&text, DRILL_LABEL_EXPLANATION, &labelled);

  head = drill_slice_dup (text);
  drill_draft_open (self->item, DRILL_PIECE_KEY, index);
  drill_draft_add_head (self->item, head);
  drill_draft_close (self->item);
  self->mcq = *head == '\0' ? DRILL_MCQ_KEY_BELOW : DRILL_MCQ_EXPLAINED;
  if (explained)
    {
      rest = drill_slice_dup_reopened (labelled.rest, &labelled.opened);
      take_explanation (self, drill_slice (rest), index);
    }
}

/* Options on one line, and the key that may stand behind the last. */
void
drill_reader_take_options (DrillReader           *self,
                           const DrillOptionLine *first,
                           guint                  index)
{
  DrillSlice    last = take_marked (self, DRILL_PIECE_OPTION, first, index);
  DrillLabelled labelled;

  self->mcq = DRILL_MCQ_OPTIONS;
  self->n_options++;
  if (last.at != NULL && cut_label (&last, DRILL_LABEL_KEY, &labelled))
    {
      g_autofree char *key = drill_slice_dup_reopened (labelled.rest, &labelled.opened);

      g_string_truncate (self->item->open->text, drill_slice_length (last));
      take_key (self, drill_slice (key), index);
    }
}

static gboolean
mcq_label (DrillReader         *self,
           const DrillLabelled *labelled,
           guint                index)
{
  g_autofree char *rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);

  switch (labelled->label)
    {
    case DRILL_LABEL_ANSWER:
    case DRILL_LABEL_KEY:
      take_key (self, drill_slice (rest), index);
      return TRUE;
    case DRILL_LABEL_EXPLANATION:
      self->mcq = self->mcq == DRILL_MCQ_STEM ? DRILL_MCQ_STEM : DRILL_MCQ_EXPLAINED;
      take_explanation (self, drill_slice (rest), index);
      return TRUE;
    case DRILL_LABEL_OPTIONS:
      return self->mcq == DRILL_MCQ_STEM && *rest == '\0';
    case DRILL_LABEL_KEY_POINTS:
      drill_reader_open_list (self, self->item, DRILL_PART_KEY_POINT, labelled, index);
      return TRUE;
    case DRILL_LABEL_MISTAKES:
      drill_reader_open_list (self, self->item, DRILL_PART_MISTAKE, labelled, index);
      return TRUE;
    case DRILL_LABEL_FOLLOW_UP:
    case DRILL_LABEL_FOLLOW_UPS:
      drill_reader_begin_follow_up (self, labelled, index);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a paragraph stands apart from the reason above it. */
static gboolean
leaves_reason (DrillReader *self,
               guint        index)
{
  const DrillPiece *open = self->item->open;
  const DrillLine  *line = &self->source->lines[index];

  return open != NULL && open->role == DRILL_PIECE_REASON && line->kind == DRILL_LINE_TEXT
         && line->indent == 0 && self->source->lines[index - 1].kind == DRILL_LINE_BLANK
         && (open->text->len > 0 || self->item->has_lines);
}

static void
mcq_text (DrillReader *self,
          guint        index)
{
  const DrillLine *line = &self->source->lines[index];

  if (self->mcq == DRILL_MCQ_STEM && drill_reader_take_levels_line (self, self->item, index))
    return;
  if (drill_reader_list_line (self, self->item, index) || line->kind == DRILL_LINE_RULE)
    return;
  if (self->mcq == DRILL_MCQ_KEY_BELOW && line->kind == DRILL_LINE_TEXT)
    {
      take_key (self, drill_source_get_line (self->source, index), index);
      return;
    }

  if (self->mcq == DRILL_MCQ_EXPLAINED
      && (self->item->open == NULL || leaves_reason (self, index)
          || self->item->open->role < DRILL_PIECE_OPTION))
    {
      if (self->item->open == NULL || self->item->open->role != DRILL_PART_EXPLANATION)
        drill_draft_open (self->item, DRILL_PART_EXPLANATION, index);
    }
  else if (self->item->open == NULL)
    drill_draft_open (self->item, DRILL_PART_BODY, index);
  drill_draft_add_line (self->item, index);
}

/* One line of an MCQ, which is not its first. */
void
drill_reader_mcq_line (DrillReader *self,
                       guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillSlice       text = drill_source_get_line (self->source, index);
  gboolean         is_text = line->kind == DRILL_LINE_TEXT;
  DrillLabelled    labelled;
  DrillOptionLine  option;

  if (self->child != NULL)
    {
      drill_reader_question_line (self, index);
      return;
    }
  if (is_text && self->mcq == DRILL_MCQ_EXPLAINED && self->n_options > 0)
    {
      drill_slice_eat_quote (&text);
      if (drill_reason_parse (text, &option))
        {
          take_marked (self, DRILL_PIECE_REASON, &option, index);
          return;
        }
    }
  else if (is_text && self->mcq != DRILL_MCQ_KEY_BELOW && parse_option (self, index, &option))
    {
      drill_reader_take_options (self, &option, index);
      return;
    }

  if (line->sense == DRILL_SENSE_LABEL
      && drill_label_parse (text, line->kind == DRILL_LINE_HEADING, &labelled)
      && mcq_label (self, &labelled, index))
    return;

  mcq_text (self, index);
}
