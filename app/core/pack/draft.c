/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * An item while it is being read.
 *
 * The readers open a piece where a label or an option announces it and hand over
 * the lines that follow. Lines wait as a range and become text when the piece is
 * closed, because only then it is known how far they are indented together.
 * Bodies, answers, explanations and what one person says in one turn may be
 * opened again and grow; all other pieces are one per opening, and a list of key
 * points or mistakes becomes one piece per entry.
 */

#include "config.h"

#include "pack/draft.h"

#include "pack/body.h"
#include "pack/levels.h"
#include "pack/points.h"

#include <string.h>

static void
piece_free (gpointer data)
{
  DrillPiece *self = data;

  g_string_free (self->text, TRUE);
  g_free (self);
}

DrillDraft *
drill_draft_new (const DrillSource *source,
                 DrillItemKind      kind,
                 guint              index)
{
  DrillDraft *self = g_new0 (DrillDraft, 1);

  self->source = source;
  self->item = drill_item_new (kind);
  self->item->line = index + 1;
  self->item->end_line = index + 1;
  self->pieces = g_ptr_array_new_with_free_func (piece_free);

  return self;
}

void
drill_draft_free (DrillDraft *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->item, drill_item_free);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/* Takes a title with its inline markup and, at its end, its levels. */
void
drill_draft_take_title (DrillDraft *self,
                        char       *title)
{
  g_autofree char *owned = title;
  DrillSlice       text = drill_slice_unwrap (drill_slice (owned));
  DrillSlice       unknown;

  self->item->levels |= drill_levels_cut (&text, &unknown);
  if (!drill_slice_is_empty (unknown))
    {
      g_autofree char *word = drill_slice_dup (unknown);

      drill_source_warn (self->source,
                         self->item->line,
                         "W120",
                         "\"%s\" is not a level, so the list stays in the title; use Junior, "
                         "Mid-level, Senior, Staff, Principal, Lead, Architect or Any",
                         word);
    }
  text = drill_slice_unwrap (text);
  g_free (self->item->title_markdown);
  self->item->title_markdown = drill_slice_dup (text);
}

/* Roles of which there is at most one piece in an item, or in a turn of it. */
static gboolean
is_growing_role (guint role)
{
  return role == DRILL_PART_BODY || role == DRILL_PART_ANSWER || role == DRILL_PART_EXPLANATION
         || role == DRILL_PART_INTERVIEWER || role == DRILL_PART_CANDIDATE;
}

static DrillPiece *
add_piece (DrillDraft *self,
           guint       role,
           guint       line)
{
  DrillPiece *piece = g_new0 (DrillPiece, 1);

  piece->role = role;
  piece->turn = self->turn;
  piece->order = -1;
  piece->line = line;
  piece->text = g_string_new (NULL);
  g_ptr_array_add (self->pieces, piece);
  if (is_growing_role (role))
    self->growing[role] = piece;
  if (role < 32)
    self->roles |= 1u << role;

  return piece;
}

/**
 * drill_draft_open:
 * @role: what the lines from now on belong to
 * @index: line that announces it
 *
 * Returns: (transfer none): the piece, which the caller may describe
 */
DrillPiece *
drill_draft_open (DrillDraft *self,
                  guint       role,
                  guint       index)
{
  DrillPiece *piece;

  drill_draft_close (self);
  piece = is_growing_role (role) ? self->growing[role] : NULL;
  if (piece == NULL || piece->turn != self->turn)
    piece = add_piece (self, role, index + 1);
  self->open = piece;
  self->head_line = index;
  self->in_item = FALSE;
  self->unquote = role == DRILL_PART_EXPLANATION;
  self->item->end_line = index + 1;

  return piece;
}

/* Text that stands on the announcing line itself. */
void
drill_draft_add_head (DrillDraft *self,
                      const char *text)
{
  g_assert (self->open != NULL);

  if (*text == '\0')
    return;
  if (self->open->text->len > 0)
    g_string_append (self->open->text, "\n\n");
  g_string_append (self->open->text, text);
}

void
drill_draft_add_line (DrillDraft *self,
                      guint       index)
{
  g_assert (self->open != NULL);

  if (!self->has_lines)
    self->first = index;
  self->has_lines = TRUE;
  self->last = index;
  self->item->end_line = index + 1;
}

static gboolean
is_list_role (guint role)
{
  return role == DRILL_PART_KEY_POINT || role == DRILL_PART_MISTAKE;
}

static void
flush_text (DrillDraft *self)
{
  GString       *text = self->open->text;
  DrillBodyFlags flags = DRILL_BODY_PLAIN;

  if (!self->has_lines)
    return;
  if (text->len > 0)
    g_string_append (text, self->first == self->head_line + 1 ? "\n" : "\n\n");
  else
    self->open->line = self->first + 1;
  if (self->in_item)
    flags |= DRILL_BODY_ITEM;
  if (self->unquote)
    flags |= DRILL_BODY_UNQUOTE;
  drill_body_append (text, self->source, self->first, self->last, flags);
}

/* One piece for each entry; the piece that was opened holds the first, unless a
 * point stands behind the label itself. */
static void
flush_list (DrillDraft *self)
{
  DrillPiece *piece = self->open;
  DrillPoints points;
  guint       line;

  if (self->has_lines)
    {
      drill_points_init (&points, self->source, self->first, self->last);
      if (points.bulleted && g_str_has_suffix (piece->text->str, ":"))
        g_string_truncate (piece->text, 0);
      if (piece->text->len > 0)
        {
          piece->grade = drill_points_take_grade (piece->text);
          piece = add_piece (self, piece->role, 0);
        }
      while (drill_points_next (&points, piece->text, &line))
        {
          piece->line = line;
          piece->grade = drill_points_take_grade (piece->text);
          piece = add_piece (self, piece->role, 0);
        }
    }
  else
    piece->grade = drill_points_take_grade (piece->text);
}

/* Turns the lines that wait into text. Nothing is open afterwards. */
void
drill_draft_close (DrillDraft *self)
{
  if (self->open != NULL && is_list_role (self->open->role))
    flush_list (self);
  else if (self->open != NULL)
    flush_text (self);

  self->open = NULL;
  self->has_lines = FALSE;
}

/* Whether a piece of @role was ever opened. */
gboolean
drill_draft_has (const DrillDraft *self,
                 guint             role)
{
  return (self->roles & (1u << role)) != 0;
}

/* Makes parts of all pieces that are parts. */
void
drill_draft_take_parts (DrillDraft *self)
{
  drill_draft_close (self);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      DrillPiece *piece = g_ptr_array_index (self->pieces, i);
      DrillPart  *part;

      drill_body_trim (piece->text);
      if (piece->role > 100 || piece->text->len == 0)
        continue;
      part = g_new0 (DrillPart, 1);
      part->role = piece->role;
      part->grade = piece->grade;
      part->turn = piece->turn;
      part->line = piece->line;
      part->markdown = g_string_free (piece->text, FALSE);
      piece->text = g_string_new (NULL);
      g_ptr_array_add (self->item->parts, part);
    }
}
