/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillItemRecord:
 * @key: "pack/id": what progress refers to
 * @item: the whole item; its children are in @children instead
 * @path: the file it stands in
 * @parent_key: (nullable): of a follow-up, the key and title of its question
 * @references: (element-type DrillReference): where its facts come from
 * @children: (element-type DrillItemRecord): follow-ups in their order
 *
 * An item as the library holds it, with all that is needed to show and study
 * it. Immutable and reference counted: any thread may read it.
 */
typedef struct
{
  char      *key;
  DrillItem *item;
  char      *pack;
  char      *pack_title;
  char      *path;
  char      *parent_key;
  char      *parent_title;
  GPtrArray *references;
  GPtrArray *children;
} DrillItemRecord;

DrillItemRecord *drill_item_record_new   (const char      *key,
                                          DrillItemKind    kind) G_GNUC_WARN_UNUSED_RESULT;
DrillItemRecord *drill_item_record_load  (DrillConnection *connection,
                                          const char      *key,
                                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
DrillItemRecord *drill_item_record_ref   (DrillItemRecord *self);
void             drill_item_record_unref (DrillItemRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillItemRecord, drill_item_record_unref)

G_END_DECLS
