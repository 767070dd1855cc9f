/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_WORD_NONE,
  DRILL_WORD_ANSWER,      /* "Answer: B", in many languages */
  DRILL_WORD_EXPLANATION, /* "Explanation: because" */
  DRILL_WORD_SHAPE,       /* "anything: B": one letter behind a colon */
} DrillWord;

DrillWord drill_answer_word_parse (DrillSlice line, DrillSlice *rest);
gboolean  drill_answer_word_is_show (DrillSlice summary);

G_END_DECLS
