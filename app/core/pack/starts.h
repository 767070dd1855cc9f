/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

/**
 * DrillStart:
 * @number: 0 when there is none
 * @named: whether it was written with a "Q"
 * @bold: whether the number stands in markup
 * @opened: markup that was opened before @title
 * @title: what follows, perhaps empty
 */
typedef struct
{
  guint         number;
  gboolean      named;
  gboolean      bold;
  DrillEmphasis opened;
  DrillSlice    title;
} DrillStart;

gboolean drill_start_parse    (DrillSlice  line,
                               gboolean    heading,
                               DrillStart *start);
gboolean drill_start_is_asked (DrillSlice  title);
gboolean drill_start_is_link  (DrillSlice  title);

G_END_DECLS
