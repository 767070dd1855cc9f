/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Between a DrillCard and a row of card_state. Eleven columns from @first, in the
 * order of the table; the queries that read cards list them in that order. */
void     drill_card_row_read (DrillStatement  *row,
                              int              first,
                              DrillCard       *card);
gboolean drill_card_row_put  (DrillConnection *connection,
                              gint64           card_id,
                              const DrillCard *card,
                              GError         **error);

/* The id of the card of @key, made when there is none; -1 with @error set. */
gint64   drill_card_row_ensure (DrillConnection *connection,
                                const char      *key,
                                GError         **error);

G_END_DECLS
