/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/item-index.h"

G_BEGIN_DECLS

/* What item-index.c and item-index-state.c share. @place_of_card: (element-type guint):
 * by row of the card, one more than the place, 0 for none. @next_fact: the first fact
 * that was not looked at yet. */
typedef struct
{
  DrillItemIndex index;
  guint64        library_version;
  guint          library_signature; /* of what was read there */
  guint64        progress_version;
  gint64         generation;
  gint64         next_fact;
  gint64         last_card;
  GArray        *place_of_card;
} IndexState;

gboolean drill_item_index_load_states (IndexState      *self,
                                       DrillConnection *connection,
                                       GError         **error);
gboolean drill_item_index_refresh     (IndexState      *self,
                                       DrillConnection *connection,
                                       gboolean         wrote_itself,
                                       GError         **error);
void     drill_item_index_set_card    (IndexState      *self,
                                       gint64           card,
                                       guint            place);

G_END_DECLS
