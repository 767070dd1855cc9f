/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/fold.h"

G_BEGIN_DECLS

/**
 * DrillUndo:
 * @uuid: of the answer or mark that was taken back or done again
 * @mark: what the mark was; 0 for an answer
 * @rating: of the answer
 * @key: of the item
 * @fold: the card now
 *
 * One step back or forth.
 */
typedef struct
{
  guint8        uuid[DRILL_UUID_SIZE];
  DrillMarkKind mark;
  DrillRating   rating;
  char         *key;
  DrillFold     fold;
} DrillUndo;

void       drill_undo_free (DrillUndo        *self);

DrillUndo *drill_undo_run  (DrillConnection  *connection,
                            const DrillRules *rules,
                            const guint8     *uuid,
                            gint64            now_ms,
                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillUndo *drill_redo_run  (DrillConnection  *connection,
                            const DrillRules *rules,
                            gint64            now_ms,
                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillUndo, drill_undo_free)

G_END_DECLS
