/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The gate between what was read and the chapter. An item that has an error stays
 * outside with its follow-ups.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/blocks.h"
#include "pack/fingerprint.h"

#include <string.h>

static void
make_title (DrillDraft *draft)
{
  g_free (draft->item->title);
  draft->item->title = drill_markdown_to_plain (draft->item->title_markdown);
  g_strdelimit (draft->item->title, "\n", ' ');
  g_strstrip (draft->item->title);
}

static void
inherit_topics (DrillReader *self,
                DrillItem   *item)
{
  GPtrArray *from = item->kind == DRILL_ITEM_FOLLOW_UP && self->item->item->topics->len > 0 ?
                      self->item->item->topics :
                      self->topics;

  for (guint i = 0; item->topics->len < from->len && i < from->len; i++)
    g_ptr_array_add (item->topics, g_strdup (g_ptr_array_index (from, i)));
}

/**
 * drill_reader_admit:
 * @draft: its parts are made
 * @into: (element-type DrillItem): gets the item, when it is sound
 */
gboolean
drill_reader_admit (DrillReader *self,
                    DrillDraft  *draft,
                    GPtrArray   *into)
{
  DrillItem *item = draft->item;

  make_title (draft);
  if (item->id == NULL && self->chapter->pack_id != NULL)
    drill_source_warn (self->source,
                       item->line,
                       "W110",
                       "items of a pack need an id; add <!-- id: ... --> on the next line");
  if (*item->title == '\0')
    {
      draft->broken = TRUE;
      drill_source_error (self->source,
                          item->line,
                          "E030",
                          "there is no question here; write its text on the line that starts it");
    }
  if (draft->broken || self->full)
    return FALSE;
  if (self->n_items == DRILL_CHAPTER_MAX_ITEMS)
    {
      self->full = TRUE;
      drill_source_error (self->source,
                          item->line,
                          "E050",
                          "the file has more than %u items; split it",
                          DRILL_CHAPTER_MAX_ITEMS);
      return FALSE;
    }

  if (item->topics->len == 0)
    inherit_topics (self, item);
  self->n_items++;
  drill_item_take_fingerprint (item);
  g_ptr_array_add (into, g_steal_pointer (&draft->item));

  return TRUE;
}
