/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Plain data: an item owns all that hangs off it, down to its follow-ups, which
 * have no children of their own.
 */

#include "config.h"

#include "pack/item.h"

#include <string.h>

static const struct
{
  DrillItemKind kind;
  const char   *word;
} kinds[] = {
  { DRILL_ITEM_QUESTION, "question" }, { DRILL_ITEM_FOLLOW_UP, "follow-up" },
  { DRILL_ITEM_MCQ, "mcq" },           { DRILL_ITEM_TRANSCRIPT, "transcript" },
  { DRILL_ITEM_SCENARIO, "scenario" },
};

/* Everything that is not nullable is there, and empty. */
DrillItem *
drill_item_new (DrillItemKind kind)
{
  DrillItem *self = g_new0 (DrillItem, 1);

  self->kind = kind;
  self->title = g_strdup ("");
  self->title_markdown = g_strdup ("");
  self->fingerprint = g_strdup ("");
  self->topics = g_ptr_array_new_with_free_func (g_free);
  self->refs = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_part_free);
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_option_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_item_free);

  return self;
}

void
drill_item_free (DrillItem *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->was);
  g_free (self->verified);
  g_free (self->title);
  g_free (self->title_markdown);
  g_free (self->fingerprint);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->refs);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->children);
  g_free (self);
}

void
drill_part_free (DrillPart *self)
{
  if (self == NULL)
    return;

  g_free (self->markdown);
  g_free (self);
}

void
drill_option_free (DrillOption *self)
{
  if (self == NULL)
    return;

  g_free (self->label);
  g_free (self->markdown);
  g_free (self->reason);
  g_free (self);
}

/* Returns: (nullable): NULL for a number that is no kind */
const char *
drill_item_kind_to_word (DrillItemKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].word;

  return NULL;
}

DrillItemKind
drill_item_kind_from_word (const char *word)
{
  g_return_val_if_fail (word != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      return kinds[i].kind;

  return 0;
}
