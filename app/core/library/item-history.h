/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/identity.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillItemHistory:
 * @keys: (element-type utf8 utf8): the name that an item has by its id or its
 *   content to the key that it goes by; only where they differ
 * @archived: (element-type DrillIdentity): items with a history that are gone
 *
 * What is known of a pack besides its files. It must outlive library.db.
 */
typedef struct
{
  GHashTable *keys;
  GPtrArray  *archived;
} DrillItemHistory;

/* An item that is gone, or that has come back. */
typedef struct
{
  DrillIdentity *identity;
  char          *resembles; /* (nullable): key of the new item that it may be */
} DrillArchivedItem;

/**
 * DrillItemHistoryChanges:
 * @keys: (element-type utf8 utf8): new rows for #DrillItemHistory.keys
 * @archived: (element-type DrillArchivedItem): items that are gone now
 * @returned: (element-type utf8): keys of archived items that are there again
 * @corrected: (element-type utf8): keys of items of which another answer is right
 */
typedef struct
{
  GHashTable *keys;
  GPtrArray  *archived;
  GPtrArray  *returned;
  GPtrArray  *corrected;
} DrillItemHistoryChanges;

/**
 * DrillItemKeeper:
 * @load: fills in what is known of the pack @slug
 * @save: takes down what an import found, within its transaction
 *
 * Who keeps histories. The library lies below it and finds it with the connection;
 * without one, items are recognised as long as library.db lives.
 */
typedef struct
{
  gboolean (*load) (DrillConnection  *connection,
                    const char       *slug,
                    DrillItemHistory *history,
                    GError          **error);
  gboolean (*save) (DrillConnection               *connection,
                    const char                    *slug,
                    const DrillItemHistoryChanges *changes,
                    gint64                         now_ms,
                    GError                       **error);
} DrillItemKeeper;

/* The name under which it is kept with the connection. */
#define DRILL_ITEM_KEEPER "library/item-keeper"

G_END_DECLS
