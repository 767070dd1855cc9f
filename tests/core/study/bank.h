/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "study/answer.h"
#include "study/mark.h"
#include "study/undo.h"

G_BEGIN_DECLS

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS  (24 * HOUR_MS)

/* Noon of study day @day: days are counted in UTC here. */
#define NOON(day) ((day) * DAY_MS + 12 * HOUR_MS)
#define TODAY     20000

/* A workspace in a scratch folder, with a pack "bank" of questions that a test
 * chooses. */
typedef struct
{
  Scratch         *scratch;
  char            *folder;
  DrillConnection *connection;
  DrillRules      *rules;
} Bank;

Bank     *bank_new        (const char    *chapter) G_GNUC_WARN_UNUSED_RESULT;
void      bank_free       (Bank          *self);
void      bank_reopen     (Bank          *self);

/* A chapter with questions bank/q0, bank/q1, ..., every third of a topic. */
char     *bank_chapter    (guint          n_questions) G_GNUC_WARN_UNUSED_RESULT;

DrillCard bank_answer     (Bank          *self,
                           const char    *key,
                           DrillRating    rating,
                           gint64         at_ms);
DrillCard bank_answer_in  (Bank          *self,
                           const char    *key,
                           DrillOccasion  occasion,
                           DrillRating    rating,
                           gint64         at_ms);
void      bank_mark       (Bank          *self,
                           const char    *key,
                           DrillMarkKind  kind,
                           gint64         value,
                           gint64         at_ms);
DrillCard bank_card       (Bank          *self,
                           const char    *key);
gint64    bank_int        (Bank          *self,
                           const char    *sql);

/* Every derived table, to the bit. */
char     *bank_derived    (Bank          *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bank, bank_free)

G_END_DECLS
