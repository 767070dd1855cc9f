/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillPackInfo:
 * @items: without follow-ups
 * @problems: errors and warnings of its last import
 */
typedef struct
{
  char *slug;
  char *title;
  char *version;
  char *language;
  char *licence;
  char *source;
  guint items;
  guint problems;
} DrillPackInfo;

typedef struct
{
  char *slug;
  guint items;
} DrillTopicInfo;

typedef struct
{
  DrillLevels level;
  guint       items;
} DrillLevelInfo;

/**
 * DrillCatalogue:
 * @packs: (element-type DrillPackInfo): by title
 * @topics: (element-type DrillTopicInfo): by slug
 * @levels: (element-type DrillLevelInfo): from Junior up; only those that occur
 *
 * What there is to choose from. Immutable and reference counted.
 */
typedef struct
{
  GPtrArray *packs;
  GPtrArray *topics;
  GArray    *levels;
} DrillCatalogue;

DrillCatalogue *drill_catalogue_load      (DrillConnection      *connection,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
DrillCatalogue *drill_catalogue_ref       (DrillCatalogue       *self);
void            drill_catalogue_unref     (DrillCatalogue       *self);
guint           drill_catalogue_get_items (const DrillCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillCatalogue, drill_catalogue_unref)

G_END_DECLS
