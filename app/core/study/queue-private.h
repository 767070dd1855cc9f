/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/queue.h"

#include "study/queue-order.h"

G_BEGIN_DECLS

/* What queue.c, queue-due.c and queue-fresh.c share. */

/* What is read of every due card, apart from what its order follows from. */
typedef struct
{
  double   difficulty;
  gboolean learning;
} DueDetail;

typedef struct
{
  DrillConnection  *connection;
  const DrillRules *rules;
  gint64            now_ms;
  int               today;
  guint             introduced; /* today */
  guint             reviewed;
  guint             items;      /* in the library */
  guint             unseen;     /* of them */
  GArray           *rows;       /* DrillQueueRow, due */
  GArray           *details;    /* DueDetail */
  DrillQueueCounts  counts;
} Loading;

GPtrArray       *drill_queue_entries_new  (void) G_GNUC_WARN_UNUSED_RESULT;
DrillQueueEntry *drill_queue_entry_read   (DrillStatement  *row) G_GNUC_WARN_UNUSED_RESULT;
DrillQueueEntry *drill_queue_entry_load   (DrillConnection *connection,
                                           const char      *key,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *drill_queue_choose_due   (Loading         *self,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *drill_queue_choose_fresh (Loading         *self,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
