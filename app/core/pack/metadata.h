/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_KEY_UNKNOWN,
  DRILL_KEY_ID,
  DRILL_KEY_WAS,
  DRILL_KEY_TOPICS,
  DRILL_KEY_REFS,
  DRILL_KEY_MINUTES,
  DRILL_KEY_LEVELS,
  DRILL_KEY_VERIFIED,
  DRILL_KEY_PACK,
  DRILL_KEY_VERSION,
  DRILL_KEY_LANGUAGE,
  DRILL_KEY_LICENCE,
  DRILL_KEY_FORMAT,
} DrillKey;

gboolean drill_metadata_is_data   (DrillSlice  comment);
gboolean drill_metadata_next      (DrillSlice *comment,
                                   DrillSlice *word,
                                   DrillKey   *key,
                                   DrillSlice *value);
void     drill_metadata_add_words (GPtrArray  *words,
                                   DrillSlice  value);

G_END_DECLS
