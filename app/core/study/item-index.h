/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "study/rules.h"
#include "study/tally.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillIndexItem:
 * @id: row in the library
 * @card: row of its card; 0 for an item without a history
 * @pack: index into the packs
 * @first_topic: index into the topics of all items; @n_topics of them are its own
 * @state: all zeroes for an item that was never answered
 * @lesson_ms: when the newest run of an incident showed that it is not known; 0 for never
 *
 * What an item is and how well it is known.
 */
typedef struct
{
  gint64         id;
  gint64         card;
  guint          pack;
  guint          first_topic;
  guint          n_topics;
  DrillItemKind  kind;
  guint          levels;
  DrillCardState state;
  gboolean       suspended;
  guint          flag;
  int            buried_until;
  int            last_day;
  int            due_day;
  gint64         due_ms;
  double         stability;
  double         difficulty;
  guint          reps;
  guint          lapses;
  DrillTally     tally;
  gint64         lesson_ms;
} DrillIndexItem;

typedef struct
{
  gint64 id;
  char  *slug;
  char  *title;
} DrillIndexName;

/**
 * DrillItemIndex:
 * @items: in the order of packs, files and lines; an index into it is a place
 * @item_topics: (element-type guint): indices into @topics, item by item
 * @topics: (element-type DrillIndexName): by slug
 * @packs: (element-type DrillIndexName): by slug
 * @ids: of all items, ascending; @by_id: their places, in the same order
 *
 * Everything about all items that is small and asked about often, in memory: what
 * both databases say in a table each would otherwise be joined for every question.
 * It belongs to a connection and is kept up to date by what changed there.
 */
typedef struct
{
  DrillIndexItem *items;
  guint           n_items;
  GArray         *item_topics;
  GPtrArray      *topics;
  GPtrArray      *packs;
  gint64         *ids;
  guint          *by_id;
} DrillItemIndex;

const DrillItemIndex *drill_item_index_get   (DrillConnection      *connection,
                                              GError              **error);
gboolean              drill_item_index_find  (const DrillItemIndex *self,
                                              gint64                id,
                                              guint                *place);

/* Pure questions about one item. */
gboolean drill_index_item_is_studied  (const DrillIndexItem *self);
gboolean drill_index_item_is_due      (const DrillIndexItem *self,
                                       int                   today,
                                       gint64                now_ms);
gboolean drill_index_item_is_missed   (const DrillIndexItem *self);
gboolean drill_index_item_has_topic   (const DrillItemIndex *index,
                                       const DrillIndexItem *self,
                                       guint                 topic);
double   drill_index_item_recall      (const DrillIndexItem *self,
                                       const DrillRules     *rules,
                                       int                   day);

G_END_DECLS
