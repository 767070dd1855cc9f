/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A bit per item. Bits behind the length are always clear. */

#include "config.h"

#include "study/item-set.h"

#include <string.h>

#define BITS 64

struct _DrillItemSet
{
  guint   length;
  guint   n_words;
  guint64 words[];
};

DrillItemSet *
drill_item_set_new (guint length)
{
  guint         n_words = length / BITS + (length % BITS > 0);
  DrillItemSet *self = g_malloc0 (sizeof *self + n_words * sizeof self->words[0]);

  self->length = length;
  self->n_words = n_words;

  return self;
}

DrillItemSet *
drill_item_set_copy (const DrillItemSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self + self->n_words * sizeof self->words[0]);
}

void
drill_item_set_free (DrillItemSet *self)
{
  g_free (self);
}

void
drill_item_set_add (DrillItemSet *self,
                    guint         place)
{
  g_return_if_fail (place < self->length);

  self->words[place / BITS] |= G_GUINT64_CONSTANT (1) << place % BITS;
}

static void
clear_tail (DrillItemSet *self)
{
  if (self->length % BITS > 0)
    self->words[self->n_words - 1] &= (G_GUINT64_CONSTANT (1) << self->length % BITS) - 1;
}

void
drill_item_set_fill (DrillItemSet *self)
{
  memset (self->words, 0xff, self->n_words * sizeof self->words[0]);
  clear_tail (self);
}

void
drill_item_set_invert (DrillItemSet *self)
{
  for (guint i = 0; i < self->n_words; i++)
    self->words[i] = ~self->words[i];
  clear_tail (self);
}

void
drill_item_set_intersect (DrillItemSet       *self,
                          const DrillItemSet *other)
{
  g_return_if_fail (self->length == other->length);

  for (guint i = 0; i < self->n_words; i++)
    self->words[i] &= other->words[i];
}

void
drill_item_set_unite (DrillItemSet       *self,
                      const DrillItemSet *other)
{
  g_return_if_fail (self->length == other->length);

  for (guint i = 0; i < self->n_words; i++)
    self->words[i] |= other->words[i];
}

gboolean
drill_item_set_contains (const DrillItemSet *self,
                         guint               place)
{
  g_return_val_if_fail (place < self->length, FALSE);

  return self->words[place / BITS] >> place % BITS & 1;
}

guint
drill_item_set_count (const DrillItemSet *self)
{
  guint count = 0;

  for (guint i = 0; i < self->n_words; i++)
    count += (guint) __builtin_popcountll (self->words[i]);

  return count;
}

guint
drill_item_set_next (const DrillItemSet *self,
                     guint               from)
{
  guint   word = from / BITS;
  guint64 bits;

  if (from >= self->length)
    return self->length;

  bits = self->words[word] >> from % BITS << from % BITS;
  while (bits == 0)
    {
      if (++word == self->n_words)
        return self->length;
      bits = self->words[word];
    }

  return word * BITS + (guint) __builtin_ctzll (bits);
}
