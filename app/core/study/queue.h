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
 * @topic: (nullable): slug of its first topic, or its question's
 * @reference: (nullable): the first reference that it names
 * @flag: 0 for none
 * @card: all zeroes for an item that was never studied
 */
typedef struct
{
  char         *key;
  char         *parent_key;
  char         *topic;
  char         *reference;
  DrillItemKind kind;
  guint         flag;
  DrillCard     card;
} DrillQueueEntry;

/**
 * DrillQueueCounts:
 * @due: cards that today's share holds
 * @overdue: those of them that were due before today
 * @learning: those of them that are in their learning steps
 * @fresh: cards that were never studied
 * @later: due cards that are left for the coming days
 * @cut: due cards that an interview makes not worth the time
 *
 * What the queue of a day is made of.
 */
typedef struct
{
  guint due;
  guint overdue;
  guint learning;
  guint fresh;
  guint later;
  guint cut;
} DrillQueueCounts;

void       drill_queue_entry_free (DrillQueueEntry  *self);

/* What is to be studied now, in order: due cards with new ones spread among
 * them. Returns: (transfer full) (element-type DrillQueueEntry) */
GPtrArray *drill_queue_load       (DrillConnection  *connection,
                                   const DrillRules *rules,
                                   gint64            now_ms,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *drill_queue_load_counted (DrillConnection  *connection,
                                     const DrillRules *rules,
                                     gint64            now_ms,
                                     DrillQueueCounts *counts,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* The entries for @keys, whether they are due or not, in that order. */
GPtrArray *drill_queue_load_keys  (DrillConnection   *connection,
                                   const char *const *keys,
                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
