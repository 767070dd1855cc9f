/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillQueueEntry:
 * @key: of the item
 * @parent_key: (nullable): of a follow-up's question
 * @card: all zeroes for an item that was never studied
 */
typedef struct
{
  char         *key;
  char         *parent_key;
  DrillItemKind kind;
  DrillCard     card;
} DrillQueueEntry;

void       drill_queue_entry_free (DrillQueueEntry  *self);

/* What is to be studied now, in order: due cards with new ones spread among
 * them. Returns: (transfer full) (element-type DrillQueueEntry) */
GPtrArray *drill_queue_load       (DrillConnection  *connection,
                                   const DrillRules *rules,
                                   gint64            now_ms,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* The entries for @keys, whether they are due or not, in that order. */
GPtrArray *drill_queue_load_keys  (DrillConnection   *connection,
                                   const char *const *keys,
                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
