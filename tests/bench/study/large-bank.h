/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "study/rules.h"
#include "store/connection.h"

#define LARGE_BANK_FIRST_DAY 19000
#define LARGE_BANK_REVIEWS   10

typedef struct
{
  Scratch         *scratch;
  char            *folder;
  DrillConnection *connection; /* (nullable): after it was closed */
  DrillRules      *rules;      /* of a learner in UTC */
  guint            n_cards;
} LargeBank;

LargeBank *large_bank_new  (guint      n_cards);
void       large_bank_free (LargeBank *bank);
