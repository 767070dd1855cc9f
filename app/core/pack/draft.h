/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "pack/options.h"
#include "pack/scanner.h"

G_BEGIN_DECLS

/* What a piece of text is going to be: a DrillPartRole, or one of these. */
enum
{
  DRILL_PIECE_OPTION = 101,
  DRILL_PIECE_REASON = 102,
  DRILL_PIECE_KEY = 103,
};

/**
 * DrillPiece:
 * @role: a #DrillPartRole or a piece of an MCQ
 * @order: place of the option that is meant, from 0
 * @bullet: whether an option is a list item
 * @joined: whether an option stands behind another one on its line
 */
typedef struct
{
  guint              role;
  DrillKeyPointGrade grade;
  guint              turn;
  char               label[3];
  int                order;
  DrillBox           box;
  gboolean           bullet;
  gboolean           joined;
  guint              line;
  GString           *text;
} DrillPiece;

/**
 * DrillDraft:
 * @item: what it is going to be; has no parts yet
 * @pieces: (element-type DrillPiece)
 * @open: (nullable): the piece that lines go to
 * @growing: (element-type DrillPiece): by role, the piece that can be opened again
 * @turn: the turn of a transcript that is being read
 * @broken: whether an error was told, so that it will not come in
 *
 * An item that is being read, and the lines that wait to become text.
 */
typedef struct
{
  const DrillSource *source;
  DrillItem         *item;
  GPtrArray         *pieces;
  DrillPiece        *open;
  DrillPiece        *growing[DRILL_PART_CANDIDATE + 1];
  guint              turn;
  guint              roles;
  guint              head_line;
  guint              first;
  guint              last;
  gboolean           has_lines;
  gboolean           in_item;
  gboolean           unquote;
  gboolean           broken;
} DrillDraft;

DrillDraft *drill_draft_new        (const DrillSource *source,
                                    DrillItemKind      kind,
                                    guint              index) G_GNUC_WARN_UNUSED_RESULT;
void        drill_draft_free       (DrillDraft        *self);

void        drill_draft_take_title (DrillDraft        *self,
                                    char              *title);
DrillPiece *drill_draft_open       (DrillDraft        *self,
                                    guint              role,
                                    guint              index);
void        drill_draft_add_head   (DrillDraft        *self,
                                    const char        *text);
void        drill_draft_add_line   (DrillDraft        *self,
                                    guint              index);
void        drill_draft_close      (DrillDraft        *self);

gboolean    drill_draft_has        (const DrillDraft  *self,
                                    guint              role);
void        drill_draft_take_parts (DrillDraft        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillDraft, drill_draft_free)

G_END_DECLS
