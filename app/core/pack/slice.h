/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A piece of somebody else's UTF-8: from @at up to, not including, @end. It owns
 * nothing and is not terminated. The readers of one line pass these around, so
 * that looking at a line allocates nothing. */
typedef struct
{
  const char *at;
  const char *end;
} DrillSlice;

/* Markup that was opened before a slice and is closed inside it, such as "**". */
typedef struct
{
  char text[4];
} DrillEmphasis;

DrillSlice drill_slice              (const char       *text);
gsize      drill_slice_length       (DrillSlice        self);
gboolean   drill_slice_is_empty     (DrillSlice        self);
char      *drill_slice_dup          (DrillSlice        self) G_GNUC_WARN_UNUSED_RESULT;
char      *drill_slice_dup_reopened (DrillSlice           self,
                                     const DrillEmphasis *opened) G_GNUC_WARN_UNUSED_RESULT;

DrillSlice drill_slice_chug         (DrillSlice        self);
DrillSlice drill_slice_strip        (DrillSlice        self);
DrillSlice drill_slice_unwrap       (DrillSlice        self);

gboolean   drill_slice_starts_with  (DrillSlice        self,
                                     const char       *prefix);
gboolean   drill_slice_ends_with    (DrillSlice        self,
                                     const char       *suffix);
gboolean   drill_slice_equals_word  (DrillSlice        self,
                                     const char       *word);
const char *drill_slice_find        (DrillSlice        self,
                                     const char       *needle);

gboolean   drill_slice_eat          (DrillSlice       *self,
                                     const char       *prefix);
gboolean   drill_slice_eat_any      (DrillSlice        *self,
                                     const char *const *prefixes);
gboolean   drill_slice_eat_word     (DrillSlice       *self,
                                     const char       *word);
gboolean   drill_slice_eat_colon    (DrillSlice       *self);
gboolean   drill_slice_eat_bullet   (DrillSlice       *self);
gboolean   drill_slice_eat_ornament (DrillSlice       *self);
gboolean   drill_slice_eat_quote    (DrillSlice       *self);
gboolean   drill_slice_eat_number   (DrillSlice       *self,
                                     guint            *number);
gboolean   drill_slice_eat_emphasis (DrillSlice       *self,
                                     DrillEmphasis    *emphasis);

G_END_DECLS
