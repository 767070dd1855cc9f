/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillOptionWord:
 * @DRILL_OPTION_WORD_NOUN: "option B"; the letter is one whatever else is known
 * @DRILL_OPTION_WORD_STATEMENT: "statement B"; it is one unless the question has its own
 * @DRILL_OPTION_WORD_THING: "service B", "vitamin C"; the letter names something else
 * @DRILL_OPTION_WORD_OPENER: behind it a letter may begin to speak of an option
 * @DRILL_OPTION_WORD_ENDER: behind it a letter that ends its clause is an option
 * @DRILL_OPTION_WORD_DEED: "B would block"; what options are said to do
 * @DRILL_OPTION_WORD_JUDGED: "the right one is B"; what options are called
 * @DRILL_OPTION_WORD_VERDICT: "B is a trap", unlike "A is a vowel"
 * @DRILL_OPTION_WORD_LANGUAGE: in such company C is a language
 *
 * What words in small letters say about a letter beside them. Languages are as written.
 */
typedef enum
{
  DRILL_OPTION_WORD_NOUN,
  DRILL_OPTION_WORD_STATEMENT,
  DRILL_OPTION_WORD_THING,
  DRILL_OPTION_WORD_OPENER,
  DRILL_OPTION_WORD_ENDER,
  DRILL_OPTION_WORD_DEED,
  DRILL_OPTION_WORD_JUDGED,
  DRILL_OPTION_WORD_VERDICT,
  DRILL_OPTION_WORD_LANGUAGE,
  DRILL_OPTION_N_WORDS,
} DrillOptionWord;

gboolean drill_option_word_is (DrillOptionWord kind,
                               const char     *word);

G_END_DECLS
