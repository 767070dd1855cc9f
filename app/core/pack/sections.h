/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_SECTION_NONE,
  DRILL_SECTION_INTRODUCTION,
  DRILL_SECTION_QUESTIONS,
  DRILL_SECTION_MCQ,
  DRILL_SECTION_MOCK,
  DRILL_SECTION_TIPS,
  DRILL_SECTION_SUMMARY,
  DRILL_SECTION_REFERENCES,
  DRILL_SECTION_OTHER, /* a heading of the same rank that no rule knows */
} DrillSection;

DrillSection drill_section_parse (DrillSlice  line,
                                  gboolean    heading,
                                  DrillSlice *title);

G_END_DECLS
