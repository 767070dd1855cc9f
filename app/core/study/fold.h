/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mark.h"

G_BEGIN_DECLS

/* What a card's facts amount to so far. All zeroes before the first one. */
typedef struct
{
  DrillCard      card;
  DrillCardMarks marks;
} DrillFold;

void     drill_fold_answer (DrillFold            *self,
                            const DrillScheduler *scheduler,
                            DrillRating           rating,
                            gint64                at_ms,
                            int                   day,
                            guint64               seed);
void     drill_fold_mark   (DrillFold            *self,
                            DrillMarkKind         kind,
                            gint64                value);

/* The two write within the transaction of their caller. */
gboolean drill_fold_store  (DrillConnection      *connection,
                            gint64                card,
                            const DrillFold      *fold,
                            GError              **error);
gboolean drill_fold_refresh (DrillConnection     *connection,
                             const DrillRules    *rules,
                             gint64               card,
                             const char          *key,
                             DrillFold           *fold,
                             GError             **error);
gboolean drill_fold_count_card (DrillConnection  *connection,
                                gint64            card,
                                int               sign,
                                GHashTable       *days,
                                GError          **error);

gboolean drill_fold_prune_unseen (DrillConnection *connection,
                                  GError         **error);

/* Computes everything that is derived anew from the facts, all or nothing. */
gboolean drill_fold_all    (DrillConnection      *connection,
                            const DrillRules     *rules,
                            GError              **error);

G_END_DECLS
