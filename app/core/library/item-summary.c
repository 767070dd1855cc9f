/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One row of a list of items. An object, because list models hold objects. */

#include "config.h"

#include "library/item-summary.h"

struct _DrillItemSummary
{
  GObject       parent_instance;

  char         *key;
  DrillItemKind kind;
  char         *title;
  guint         levels;
  char        **topics;
  char         *pack;
  char         *pack_title;
  char         *path;
  guint         line;
};

G_DEFINE_FINAL_TYPE (DrillItemSummary, drill_item_summary, G_TYPE_OBJECT)

static void
drill_item_summary_finalize (GObject *object)
{
  DrillItemSummary *self = DRILL_ITEM_SUMMARY (object);

  g_free (self->key);
  g_free (self->title);
  g_strfreev (self->topics);
  g_free (self->pack);
  g_free (self->pack_title);
  g_free (self->path);

  G_OBJECT_CLASS (drill_item_summary_parent_class)->finalize (object);
}

static void
drill_item_summary_class_init (DrillItemSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_item_summary_finalize;
}

static void
drill_item_summary_init (DrillItemSummary *self)
{
}

/* @topics: (nullable): slugs with spaces between them */
DrillItemSummary *
drill_item_summary_new (const char   *key,
                        DrillItemKind kind,
                        const char   *title,
                        guint         levels,
                        const char   *topics,
                        const char   *pack,
                        const char   *pack_title,
                        const char   *path,
                        guint         line)
{
  DrillItemSummary *self = g_object_new (DRILL_TYPE_ITEM_SUMMARY, NULL);

  self->key = g_strdup (key);
  self->kind = kind;
  self->title = g_strdup (title);
  self->levels = levels;
  self->topics = g_strsplit (topics != NULL ? topics : "", " ", -1);
  self->pack = g_strdup (pack);
  self->pack_title = g_strdup (pack_title);
  self->path = g_strdup (path);
  self->line = line;

  return self;
}

const char *
drill_item_summary_get_key (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), NULL);

  return self->key;
}

DrillItemKind
drill_item_summary_get_kind (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), 0);

  return self->kind;
}

const char *
drill_item_summary_get_title (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), NULL);

  return self->title;
}

guint
drill_item_summary_get_levels (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), 0);

  return self->levels;
}

/* Returns: (transfer none): sorted slugs, perhaps none */
const char *const *
drill_item_summary_get_topics (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), NULL);

  return (const char *const *) self->topics;
}

const char *
drill_item_summary_get_pack (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), NULL);

  return self->pack;
}

const char *
drill_item_summary_get_pack_title (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), NULL);

  return self->pack_title;
}

const char *
drill_item_summary_get_path (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), NULL);

  return self->path;
}

guint
drill_item_summary_get_line (DrillItemSummary *self)
{
  g_return_val_if_fail (DRILL_IS_ITEM_SUMMARY (self), 0);

  return self->line;
}
