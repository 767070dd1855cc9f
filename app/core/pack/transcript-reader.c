/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Mock interviews that are written as a conversation.
 *
 *     Scenario Setup:  body
 *     ### Turn: page   turn 1   (may be left out)
 *     Interviewer:     turn 1
 *     Candidate:       turn 1
 *     Key Points:      turn 1
 *     Interviewer:     turn 2
 *
 * A turn begins with the interviewer, once the candidate has answered. What one
 * of them says reaches to the next label, whatever it is made of.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/classify.h"

#include <string.h>

static void
begin_turn (DrillReader *self)
{
  self->item->turn++;
  self->asked = FALSE;
  self->answered = FALSE;
}

static void
speak (DrillReader         *self,
       guint                role,
       const DrillLabelled *labelled,
       guint                index)
{
  g_autofree char *rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);
  DrillSlice       line = drill_source_get_line (self->source, index);

  drill_draft_close (self->item);
  if (self->item->turn == 0 || (role == DRILL_PART_INTERVIEWER && self->answered))
    begin_turn (self);
  if (role == DRILL_PART_INTERVIEWER)
    self->asked = TRUE;
  else
    self->answered = TRUE;

  drill_draft_open (self->item, role, index);
  self->item->unquote = drill_slice_eat_quote (&line);
  self->item->in_item = labelled->bullet;
  drill_draft_add_head (self->item, rest);
}

/* "### Turn: page": everything up to the next one is one turn. */
static void
open_turn (DrillReader *self)
{
  drill_draft_close (self->item);
  if (self->item->turn == 0 || self->asked || self->answered)
    begin_turn (self);
}

static gboolean
transcript_label (DrillReader         *self,
                  const DrillLabelled *labelled,
                  guint                index)
{
  g_autofree char *rest = NULL;

  switch (labelled->label)
    {
    case DRILL_LABEL_SETUP:
      if (self->item->turn > 0)
        return FALSE;
      rest = drill_slice_dup_reopened (labelled->rest, &labelled->opened);
      drill_draft_open (self->item, DRILL_PART_BODY, index);
      drill_draft_add_head (self->item, rest);
      return TRUE;
    case DRILL_LABEL_TURN:
      open_turn (self);
      return TRUE;
    case DRILL_LABEL_INTERVIEWER:
      speak (self, DRILL_PART_INTERVIEWER, labelled, index);
      return TRUE;
    case DRILL_LABEL_CANDIDATE:
      speak (self, DRILL_PART_CANDIDATE, labelled, index);
      return TRUE;
    case DRILL_LABEL_KEY_POINTS:
      drill_reader_open_list (self, self->item, DRILL_PART_KEY_POINT, labelled, index);
      return TRUE;
    case DRILL_LABEL_MISTAKES:
      drill_reader_open_list (self, self->item, DRILL_PART_MISTAKE, labelled, index);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
transcript_text (DrillReader *self,
                 guint        index)
{
  if (drill_reader_take_levels_line (self, self->item, index)
      || drill_reader_list_line (self, self->item, index)
      || self->source->lines[index].kind == DRILL_LINE_RULE)
    return;

  if (self->item->open == NULL || self->item->open->role == DRILL_PART_KEY_POINT
      || self->item->open->role == DRILL_PART_MISTAKE)
    drill_draft_open (self->item,
                      self->answered       ? DRILL_PART_CANDIDATE :
                      self->item->turn > 0 ? DRILL_PART_INTERVIEWER :
                                             DRILL_PART_BODY,
                      index);
  drill_draft_add_line (self->item, index);
}

/* Whether a heading below the section's own names the interview. */
static gboolean
takes_title (DrillReader *self,
             guint        index)
{
  return *self->item->item->title_markdown == '\0' && self->item->turn == 0
         && self->item->pieces->len == 0 && self->source->lines[index].kind == DRILL_LINE_HEADING;
}

/* One line of a mock interview, which is not its first. */
void
drill_reader_transcript_line (DrillReader *self,
                              guint        index)
{
  const DrillLine *line = &self->source->lines[index];
  DrillSlice       text = drill_source_get_line (self->source, index);
  DrillLabelled    labelled;
  DrillStart       start;

  if (line->sense == DRILL_SENSE_LABEL
      && drill_label_parse (text, line->kind == DRILL_LINE_HEADING, &labelled)
      && transcript_label (self, &labelled, index))
    return;

  if (takes_title (self, index))
    {
      if (drill_start_parse (text, TRUE, &start))
        text = start.title;
      drill_draft_take_title (self->item, drill_slice_dup (text));
      self->fresh = self->item;
      return;
    }
  transcript_text (self, index);
}

static gsize
eat_mark (const char *at,
          const char *end)
{
  DrillSlice text = { at, end };

  if (drill_slice_starts_with (text, "\""))
    return 1;
  if (drill_slice_starts_with (text, "\342\200\234")
      || drill_slice_starts_with (text, "\342\200\235")
      || drill_slice_starts_with (text, "\342\200\236"))
    return 3;

  return 0;
}

static gsize
mark_before (DrillSlice text)
{
  if (drill_slice_ends_with (text, "\""))
    return 1;
  if (drill_slice_ends_with (text, "\342\200\234") || drill_slice_ends_with (text, "\342\200\235"))
    return 3;

  return 0;
}

/* Takes the quotation marks off a paragraph. Marks that belong to words inside it
 * stay: those come in pairs of their own, of which the first closes a word. */
static DrillSlice
unquote (DrillSlice text)
{
  DrillSlice inner = drill_slice_unwrap (text);
  gsize      open;
  gsize      close;
  guint      inside = 0;
  gboolean   first_closes = FALSE;

  if (eat_mark (inner.at, inner.end) == 0)
    inner = drill_slice_strip (text);
  open = eat_mark (inner.at, inner.end);
  close = drill_slice_length (inner) > open ? mark_before (inner) : 0;
  if (open + close == 0 || open + close >= drill_slice_length (inner))
    return text;

  for (const char *at = inner.at + open; at < inner.end - close; at++)
    if (eat_mark (at, inner.end - close) > 0)
      {
        if (inside++ == 0)
          first_closes = at > inner.at + open && !g_ascii_isspace (at[-1]);
      }
  /* One mark alone belongs to speech that runs over several paragraphs. */
  if ((open > 0 && close > 0 && first_closes) || ((open == 0 || close == 0) && inside % 2 == 1))
    return text;

  return (DrillSlice){ inner.at + open, inner.end - close };
}

static void
unquote_speech (DrillPart *part)
{
  g_auto (GStrv)      paragraphs = g_strsplit (part->markdown, "\n\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean            in_code = FALSE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      DrillSlice text = drill_slice (paragraphs[i]);

      if (drill_slice_find (text, "```") != NULL || drill_slice_find (text, "~~~") != NULL)
        in_code = TRUE;
      if (!in_code)
        text = unquote (text);
      if (i > 0)
        g_string_append (out, "\n\n");
      g_string_append_len (out, text.at, drill_slice_length (text));
    }
  g_free (part->markdown);
  part->markdown = g_string_free (g_steal_pointer (&out), FALSE);
}

/* Returns: FALSE when there was no interview below the heading, only others */
gboolean
drill_reader_finish_transcript (DrillReader *self,
                                DrillDraft  *draft)
{
  gboolean spoken = FALSE;

  drill_draft_take_parts (draft);
  for (guint i = 0; i < draft->item->parts->len; i++)
    {
      DrillPart *part = g_ptr_array_index (draft->item->parts, i);

      if (part->role != DRILL_PART_INTERVIEWER && part->role != DRILL_PART_CANDIDATE)
        continue;
      spoken = TRUE;
      unquote_speech (part);
    }
  if (draft->item->parts->len == 0)
    return FALSE;

  if (*draft->item->title_markdown == '\0')
    drill_draft_take_title (draft, g_strdup ("Mock interview"));
  if (!spoken)
    {
      draft->broken = TRUE;
      drill_source_warn (self->source,
                         draft->item->line,
                         "W101",
                         "nobody speaks in this interview, so it is left out; begin paragraphs "
                         "with \"Interviewer:\" and \"Candidate:\"");
    }

  return TRUE;
}
