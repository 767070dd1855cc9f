/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A set of places in a DrillItemIndex: one bit each, so that 100,000 items take 12 kB
 * and two sets are joined word by word. Sets that are joined have the same length. */
typedef struct _DrillItemSet DrillItemSet;

DrillItemSet *drill_item_set_new       (guint               length) G_GNUC_WARN_UNUSED_RESULT;
DrillItemSet *drill_item_set_copy      (const DrillItemSet *self) G_GNUC_WARN_UNUSED_RESULT;
void          drill_item_set_free      (DrillItemSet       *self);

void          drill_item_set_add       (DrillItemSet       *self,
                                        guint               place);
void          drill_item_set_fill      (DrillItemSet       *self);
void          drill_item_set_invert    (DrillItemSet       *self);
void          drill_item_set_intersect (DrillItemSet       *self,
                                        const DrillItemSet *other);
void          drill_item_set_unite     (DrillItemSet       *self,
                                        const DrillItemSet *other);

gboolean      drill_item_set_contains  (const DrillItemSet *self,
                                        guint               place);
guint         drill_item_set_count     (const DrillItemSet *self);

/* The first place from @from on; the length when there is none. */
guint         drill_item_set_next      (const DrillItemSet *self,
                                        guint               from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillItemSet, drill_item_set_free)

G_END_DECLS
