/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/scanner.h"

G_BEGIN_DECLS

/* What a line could be, looked at by itself. */
typedef enum
{
  DRILL_SENSE_NONE,
  DRILL_SENSE_SECTION,
  DRILL_SENSE_START,   /* a number or a "Q", in a heading or at the left margin */
  DRILL_SENSE_HEADING, /* any other heading */
  DRILL_SENSE_LABEL,
  DRILL_SENSE_OPTION,
} DrillSense;

void drill_classify (DrillSource *source);

G_END_DECLS
