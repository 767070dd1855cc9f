/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/dialects/alphabet.h"
#include "pack/options.h"
#include "pack/slice.h"

G_BEGIN_DECLS

/**
 * DrillChoice:
 * @letter: what it is counted with, or 0
 * @box: whether it has a box, and a tick in it
 * @bullet: whether it is a list item
 * @weak: whether it is counted as a list is: "1." or "1)"
 * @strong: whether all of it is in bold
 * @flagged: whether something behind or in front of it says that it is right
 * @whole: its text with the letter, when it has a box
 * @rest: its text
 *
 * A line that may be an option, in any of the spellings that banks have.
 */
typedef struct
{
  gunichar   letter;
  DrillBox   box;
  gboolean   bullet;
  gboolean   weak;
  gboolean   strong;
  gboolean   flagged;
  DrillSlice whole;
  DrillSlice rest;
} DrillChoice;

gboolean drill_choice_parse (DrillSlice line, DrillChoice *choice);
gboolean
drill_choice_split (DrillSlice *text, DrillAlphabets alphabets, guint order, DrillChoice *next);
gboolean drill_choice_find (DrillSlice *text, DrillChoice *first);

G_END_DECLS
