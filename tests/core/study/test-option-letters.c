/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Which letters name options. In each case A becomes W, B X, C Y and D Z. */

#include "config.h"

#include "study/option-letters.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected; /* NULL when it stays as it is */
} Case;

static const Case reasons[] = {
  /* after a word for options */
  { "Option B is a trap.", "Option X is a trap." },
  { "See options A, B and D.", "See options W, X and Z." },
  { "The correct answer: C", "The correct answer: Y" },
  { "answer **C**, because", "answer **Y**, because" },
  { "choice (D) is right", "choice (Z) is right" },
  { "Correct Answers: A, C", "Correct Answers: W, Y" },
  /* alone, before what options do */
  { "A is wrong because it blocks.", "W is wrong because it blocks." },
  { "It helps. B would block.", "It helps. X would block." },
  { "right, but C doesn't", "right, but Y doesn't" },
  { "B's claim is outdated, while D's is not", "X's claim is outdated, while Z's is not" },
  { "Unlike A, it drains.", "Unlike W, it drains." },
  { "cheaper than D.", "cheaper than Z." },
  { "The answer is C.", "The answer is Y." },
  /* lists */
  { "A and C both block, B and D do not.", "W and Y both block, X and Z do not." },
  { "neither B nor D drains", "neither X nor Z drains" },
  { "while **A**, **B** or **C** wait", "while **W**, **X** or **Y** wait" },
  { "(A, B)", "(W, X)" },
  { "B: because of that\nC: not at all", "X: because of that\nY: not at all" },
  { "- A. reason\n- B. reason", "- W. reason\n- X. reason" },
  { "both A and\nB wait", "both W and\nX wait" },
  { "right: A,\n  B or\n  D.", "right: W,\n  X or\n  Z." },
  { "A, B\nand D wait", "W, X\nand Z wait" },
  { "options A\nand B", "options W\nand X" },
  { "option\nB", "option\nX" },
  { "Options A and\n\nB", "Options W and\n\nB" }, /* but not from one paragraph to the next */
  /* small ones in brackets, behind a word */
  { "option (c), not (b)", "option (y), not (x)" },
  { "Answers (a) and (d)", "Answers (w) and (z)" },
  { "it (a) blocks, (b) hides and (c) waits", NULL },
  { "(C) 2020 by nobody", NULL },
  /* more wordings */
  { "Pick B over D.", "Pick X over Z." },
  { "(B) and (C) drain, unlike (A).", "(X) and (Y) drain, unlike (W)." },
  { "B merely hides it.", "X merely hides it." },
  { "the right one is B.", "the right one is X." },
  { "B is a trap, A is a classic mistake", "X is a trap, W is a classic mistake" },
  { "It is a trap; and A is a myth", "It is a trap; and W is a myth" },
  { "Key: C", "Key: Y" },
  { "option “B”, unlike “A” and “C”.", "option “X”, unlike “W” and “Y”." },
  { "B’s claim is old, A’b is not", "X’s claim is old, A’b is not" },
  { "It waits—B would not; option C—because", "It waits—X would not; option Y—because" },
  { "Options A–C", NULL }, /* shuffled, they are no range any more */
  { "\"A\" and \"B\" wait", "\"W\" and \"X\" wait" },
  { "Compare option A with option B", "Compare option W with option X" },
  /* what is no option */
  { "A process that blocks is a problem.", NULL },
  { "A is a vowel", NULL },
  { "A is a letter. B is wrong.", "A is a letter. X is wrong." },
  { "A means of control, a service", NULL },
  { "A must-have, a would-be A", NULL },
  { "A work stealing scheduler", NULL },
  { "Written in C or C++.", NULL },
  { "C is faster than Rust; unlike C, it is safe", NULL },
  { "C++ aside, option C", "C++ aside, option Y" },
  { "It lacks vitamin C, only C", NULL },
  { "Plan B is better, because B is cheap. Not option B", "Plan B is better, because B is cheap. Not option X" },
  { "Hepatitis A is not B", "Hepatitis A is not X" },
  { "An A record and a type A record; A is an address", NULL },
  { "the language is C", NULL },
  { "from A to B and back", NULL },
  { "A/B tests, N/A, B-tree, vitamin B, plan B", NULL },
  { "service A calls service B and C", NULL },
  { "Service A calls it. A is down", NULL },
  { "services A and B share it", NULL },
  { "`A and B` is code; so is ``A or `B` ``", NULL },
  { "```\nA and B\n```\nOption A\n", "```\nA and B\n```\nOption W\n" },
  { "see [A and B](https://a.b/A and B)", "see [W and X](https://a.b/A and B)" },
  { "https://x.y/?Option=A and <https://x.y/A>", NULL },
  { "Option E is none of four", NULL },
  { "Option AB", NULL },
  { "\xc3\x84" "A is", NULL },
  { "", NULL },
  { "A", NULL },
  { "unclosed ` A and B", "unclosed ` W and X" },
  { "unclosed `` (A and B) `", "unclosed `` (W and X) `" },
};

static const Case options[] = {
  { "Both A and C", "Both W and Y" },
  { "A and B", "W and X" },
  { "A, B, and D", "W, X, and Z" },
  { "Only C", "Only Y" },
  { "Neither A nor B", "Neither W nor X" },
  { "A and C but not D", "W and Y but not Z" },
  { "Either of A or B", "Either of W or X" },
  { "Answers A and D", "Answers W and Z" },
  { "A connection pool", NULL },
  { "`A and B`", NULL },
  { "Restart A", NULL },
  { "C++ and Rust", NULL },
};

static void
check (const Case *cases,
       guint       n_cases,
       gboolean    is_option)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const char      *expected = cases[i].expected != NULL ? cases[i].expected : cases[i].text;
      g_autofree char *got = drill_option_letters_replace (cases[i].text, "WXYZ", 4, is_option, 0);
      guint            named = drill_option_letters_named (cases[i].text, 4, is_option, 0);

      /* Going on shows all that is wrong in one run. */
      if (!g_str_equal (got, expected))
        {
          g_test_message ("\"%s\" became \"%s\" instead of \"%s\"", cases[i].text, got, expected);
          g_test_fail ();
        }
      if ((named != 0) != (cases[i].expected != NULL))
        {
          g_test_message ("\"%s\" names %x", cases[i].text, named);
          g_test_fail ();
        }
    }
}

static void
test_reasons (void)
{
  check (reasons, G_N_ELEMENTS (reasons), FALSE);
}

/* What a question names with letters is not an option in its reasons. */
static void
test_taken (void)
{
  static const struct
  {
    const char *question;
    const char *taken;
    const char *reason;
    const char *expected;
  } questions[] = {
    { "A service calls another. Which is right?", "", "A is wrong, B is right", "W is wrong, X is right" },
    { "Service A calls B and waits. Which is right?", "AB", "A is blocked, while B is not; option B", "A is blocked, while B is not; option X" },
    { "Two hosts, A and B, share a disk. Which?", "AB", "A and B both wait, C would not", "A and B both wait, Y would not" },
    { "Given\n\nA. it blocks\nB. it waits\n\nwhich are true?", "AB", "Statement A is true", NULL },
    { "Which option is better, option A or option B?", "", "A is wrong", "W is wrong" },
    { "A C addon calls `A` and `B`", "C", "A is wrong, and C is compiled", "W is wrong, and C is compiled" },
    { "In Rust?", "C", "unlike C.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      guint              taken = drill_option_letters_taken (questions[i].question, 4);
      g_autoptr (GString) letters = g_string_new (NULL);
      g_autofree char    *got = drill_option_letters_replace (questions[i].reason, "WXYZ", 4, FALSE, taken);

      for (guint letter = 0; letter < 4; letter++)
        {
          if ((taken >> letter & 1) != 0)
            g_string_append_c (letters, (char) ('A' + letter));
        }
      g_test_message ("%s", questions[i].question);
      g_assert_cmpstr (letters->str, ==, questions[i].taken);
      g_assert_cmpstr (got, ==, questions[i].expected != NULL ? questions[i].expected : questions[i].reason);
    }
}

static void
test_options (void)
{
  check (options, G_N_ELEMENTS (options), TRUE);
}

/* Any bytes are read in bounds, keep their length and, with letters that stay, stay. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "A", "B", " and ", " ", "`", "``", "\n", "(", ")", "](", "<", "a", "://", "\xe2\x80\x9c", "\xe2\x80\x99", "\xe2\x80", "(c)", ", ", "service ",
                                        "option ", ".", "\xc3\xa4", "~~~", "'s ", "*", " is " };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char    *same = NULL;
      g_autofree char    *other = NULL;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      same = drill_option_letters_replace (text->str, "AB", 2, FALSE, 0);
      g_assert_cmpstr (same, ==, text->str);
      other = drill_option_letters_replace (text->str, "BA", 2, FALSE, 0);
      g_assert_cmpuint (strlen (other), ==, text->len);
    }
}

/* Texts come from strangers: brackets that never close are no reason to wait. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *got = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "<a](`");
  g_string_append (text, " Option A");
  got = drill_option_letters_replace (text->str, "WXYZ", 4, FALSE, 0);
  g_assert_cmpuint (strlen (got), ==, text->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/option-letters/reasons", test_reasons);
  g_test_add_func ("/study/option-letters/options", test_options);
  g_test_add_func ("/study/option-letters/taken", test_taken);
  g_test_add_func ("/study/option-letters/any-text", test_any_text);
  g_test_add_func ("/study/option-letters/long-text", test_long_text);

  return g_test_run ();
}
