/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Every code that a chapter can get, at its line; what is sound still comes in. */

#include "config.h"

#include "pack/chapter.h"

#include "show.h"

#include <string.h>

#define Q "## Questions\n\n"
#define M "## MCQ Section\n\n"
#define P "Key Points:\n- p\n"
#define GOOD "### 9. Good?\nA: g\nKey Points:\n- p\n"
#define GOOD_SHOWN "question 9: Good?\n  answer: g\n  point: p\n"
#define R "Explanation: so\n"
#define PACK "<!-- pack: my-pack; version: 1 -->\n"

static const ShowCase errors[] = {
  { "E001-latin", Q "### 1. Caf\351?\nA: b\n", "", "3 E001" },
  { "E001-cut", Q "### 1. Why?\nA: \303", "", "4 E001" },
  { "E002", Q GOOD "### 10. Why?\nA: b\n```\n### 11. Lost?\n", GOOD_SHOWN, "9 E002" },
  { "E002-without-items", "# T\n\n```\n", "", "3 E002" },
  { "E003", Q "### 8. Why?\n<!-- id: why\nA: b\n" P GOOD,
    "question 8: Why?\n  answer: b\n  point: p\n" GOOD_SHOWN, "4 E003" },
  { "E010-one", M "### 1. Which?\n- A. one\n\nAnswer: A\n\n" Q GOOD, GOOD_SHOWN, "3 E010" },
  { "E010-none", M "### 1. Which?\n\nAnswer: A\n\n" Q GOOD, GOOD_SHOWN, "3 E010" },
  { "E010-empty", M "### 1. Which?\n- A. one\n- B.\n\nAnswer: A\n", "", "5 E010" },
  { "E011", M "### 1. Which?\n- A. one\n- B. two\n\n" R, "", "3 E011" },
  { "E011-empty", M "### 1. Which?\n- A. one\n- B. two\n\nCorrect Answer:\n", "", "3 E011" },
  { "E011-boxes", M "### 1. Which?\n- [ ] one\n- [ ] two\n", "", "3 E011" },
  { "E012-letter", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: C\n", "", "7 E012" },
  { "E012-text", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: three\n", "", "7 E012" },
  { "E012-article", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: A queue of tasks\n", "", "7 E012" },
  { "E013-order", M "### 1. Which?\n- A. one\n- C. two\n- B. three\n\nAnswer: A\n", "", "5 E013" },
  { "E013-repeat", M "### 1. Which?\n- A. one\n- A. two\n\nAnswer: A\n", "", "5 E013" },
  { "E013-start", M "### 1. Which?\n- B. one\n- C. two\n\nAnswer: B\n", "", "4 E013" },
  { "E014-box", M "### 1. Which?\n- [x] A. one\n- [ ] B. two\n\nAnswer: B\n", "", "7 E014" },
  { "E014-twice", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nCorrect Answer: A\n", "", "8 E014" },
  { "E020", Q "### 8. Why?\n<!-- id: good -->\nA: b\n" P "### 9. Good?\n<!-- id: good -->\nA: g\n" P,
    "question 8 #good: Why?\n  answer: b\n  point: p\n", "8 E020" },
  { "E020-reference", Q GOOD "## References\n- [a](https://e.org/1) <!-- id: r-one -->\n"
                             "- [b](https://e.org/2) <!-- id: r-one -->\n",
    GOOD_SHOWN, "9 E020" },
  { "E021", Q "### 8. Why?\n<!-- id: Why So -->\nA: b\n" P GOOD, GOOD_SHOWN, "4 E021" },
  { "E021-pack", "<!-- pack: My Pack -->\n" Q GOOD, GOOD_SHOWN, "1 E021" },
  { "E022", Q "### 8. Why?\n<!-- id: good -->\nA: b\n" P M "### 1. Which?\n<!-- id: good -->\n- A. one\n"
              "- B. two\n\nAnswer: B\n" R,
    "question 8 #good: Why?\n  answer: b\n  point: p\n", "10 E022" },
  { "E022-follow-up",
    Q "### 8. Why?\n<!-- id: good -->\nA: b\n" P "Follow-up: How?\n<!-- id: good -->\nA: c\n",
    "question 8 #good: Why?\n  answer: b\n  point: p\n", "8 E022" },
  { "E030", Q "### 8.\nA: b\n" P GOOD, GOOD_SHOWN, "3 E030" },
  { "E030-levels", Q "### 8. (Senior)\nA: b\n" P GOOD, GOOD_SHOWN, "3 E030" },
  { "E030-follow-up", Q "### 9. Good?\nA: g\n" P "Follow-up:\n\n## Tips\nx\n", GOOD_SHOWN, NULL },
};

static const ShowCase warnings[] = {
  { "W101", Q "### 1. Why?\n" P, "question 1: Why?\n  point: p\n", "3 W101" },
  { "W101-follow-up", Q "### 1. Why?\nA: b\n" P "Follow-up: How?\n",
    "question 1: Why?\n  answer: b\n  point: p\n  follow-up: How?\n", "7 W101" },
  { "W102", Q "### 1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", "3 W102" },
  { "W103", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: A\n" R "- B. no\n",
    "mcq 1: Which?\n  explanation: so\n  A*: one\n  B: two  -- no\n", "3 W103" },
  { "W103-pack", PACK M "### 1. Which?\n<!-- id: which -->\n- A. one\n- B. two\n\nAnswer: A\n" R,
    "mcq 1 #which: Which?\n  explanation: so\n  A*: one\n  B: two\n", "4 W103" },
  { "W104", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: A\n\n- A. a\n- B. b\n- C. c\n",
    "mcq 1: Which?\n  A*: one  -- a\n  B: two  -- b\n", "11 W104" },
  { "W104-twice", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: A\n\n- A. a\n- B. b\n- B. c\n",
    "mcq 1: Which?\n  A*: one  -- a\n  B: two  -- b\n", "11 W104" },
  { "W110", PACK Q GOOD, GOOD_SHOWN, "4 W110" },
  { "W110-none", "<!-- version: 1 -->\n" Q GOOD, GOOD_SHOWN, "" },
  { "W111", Q "### 1. Why?\nA: b\n" P "### 2. Why?\nA: c\n" P,
    "question 1: Why?\n  answer: b\n  point: p\nquestion 2: Why?\n  answer: c\n  point: p\n", "7 W111" },
  { "W112-skip", Q "### 1. Why?\nA: b\n" P "### 3. How?\nA: c\n" P,
    "question 1: Why?\n  answer: b\n  point: p\nquestion 3: How?\n  answer: c\n  point: p\n", "7 W112" },
  { "W112-repeat", Q "### 1. Why?\nA: b\n" P "### 1. How?\nA: c\n" P,
    "question 1: Why?\n  answer: b\n  point: p\nquestion 1: How?\n  answer: c\n  point: p\n", "7 W112" },
  { "W120", Q "### 1. Why? (Senior, Wizard)\nA: b\n" P,
    "question 1: Why? (Senior, Wizard)\n  answer: b\n  point: p\n", "3 W120" },
  { "W120-data", Q "### 1. Why?\n<!-- level: Senior, Wizard -->\nA: b\n" P,
    "question 1 [Senior]: Why?\n  answer: b\n  point: p\n", "4 W120" },
  { "W121", Q "### 1. Why?\n<!-- topics: Event Loop, memory -->\nA: b\n" P,
    "question 1 topics=memory: Why?\n  answer: b\n  point: p\n", "4 W121" },
  { "W122", Q "### 1. Why?\n<!-- id: why; minuts: 4 -->\nA: b\n" P,
    "question 1 #why: Why?\n  answer: b\n  point: p\n", "4 W122" },
  { "W122-minutes", Q "### 1. Why?\n<!-- minutes: long -->\nA: b\n" P,
    "question 1: Why?\n  answer: b\n  point: p\n", "4 W122" },
  { "W122-place", Q "### 1. Why?\nA: b\n<!-- id: why -->\n" P,
    "question 1: Why?\n  answer: b\n  point: p\n", "5 W122" },
  { "W122-not-data", Q "### 1. Why?\n<!-- Note: check this; later -->\n<!-- prettier-ignore -->\nA: b\n" P,
    "question 1: Why?\n  answer: b\n  point: p\n", "" },
  { "W130", M "### 1. Which?\nA. one\nB. two\nAnswer: A\n" R,
    "mcq 1: Which?\n  explanation: so\n  A*: one\n  B: two\n", "4 W130" },
  { "W130-breaks", M "### 1. Which?\nA. one  \nB. two\n\nAnswer: A\n" R,
    "mcq 1: Which?\n  explanation: so\n  A*: one\n  B: two\n", "" },
  { "W131", M "### 1. Which?\nA. one B. two\nAnswer: A\n" R,
    "mcq 1: Which?\n  explanation: so\n  A*: one\n  B: two\n", "4 W131" },
  { "W140", Q "### 1. Why?\nA: ![x](https://e.org/a.png) `![x](https://e.org/b.png)`\n" P,
    "question 1: Why?\n  answer: ![x](https://e.org/a.png) `![x](https://e.org/b.png)`\n  point: p\n",
    "4 W140" },
  { "W142-block", Q "### 1. Why?\nA: b\n\n<details>\nx\n</details>\n\n" P,
    "question 1: Why?\n  answer: b||<details>|x|</details>\n  point: p\n", "6 W142" },
  { "W142-inline", Q "### 1. Why?\nA: a <b>b</b> `<i>`, 1 < 2 > 0, <https://e.org>\n" P,
    "question 1: Why?\n  answer: a <b>b</b> `<i>`, 1 < 2 > 0, <https://e.org>\n  point: p\n", "4 W142" },
  { "W151", M "### 1. Which?\n- A. it is one and no other\n- B. two\n\nAnswer: A\n" R,
    "mcq 1: Which?\n  explanation: so\n  A*: it is one and no other\n  B: two\n", "3 W151" },
  { "W152", M "### 1. Which?\n- A. one\n- B. one\n\nAnswer: A\n" R,
    "mcq 1: Which?\n  explanation: so\n  A*: one\n  B: one\n", "5 W152" },
  { "W153", M "### 1. Which?\n- A. one two three\n- B. All of the above\n\nAnswer: A\n" R,
    "mcq 1: Which?\n  explanation: so\n  A*: one two three\n  B: All of the above\n", "5 W153" },
  { "W160", "## Tips\n- [ ] read\n- [ ] write\n" Q GOOD, GOOD_SHOWN, "2 W160" },
  { "W161", Q "1. Why?\nA: I ask:\n1. a?\n2. b?\n\n" P,
    "question 1: Why?\n  answer: I ask:|1. a?|2. b?\n  point: p\n", "6 W161" },
  { "W170", Q "### 1. Why?\n<!-- refs: r-one, r-two -->\nA: b\n" P
              "## References\n- [x](https://e.org) <!-- id: r-one -->\n",
    "question 1 refs=r-one,r-two: Why?\n  answer: b\n  point: p\n", "3 W170" },
  { "W171", Q GOOD "## References\n- [x](http://e.org)\n- [y](ftp://e.org)\n", GOOD_SHOWN,
    "8 W171, 9 W171" },
  { "W180", Q "### 1. Why?\nA: b\n\n**Key Pionts:**\n\n- c\n",
    "question 1: Why?\n  answer: b||**Key Pionts:**||- c\n", "3 W102, 6 W180" },
  { "W180-not", Q "### 1. Why?\nA: b\n\n**Memory:** c\n\nWorkers: d\n\n" P,
    "question 1: Why?\n  answer: b||**Memory:** c||Workers: d\n  point: p\n", "" },
  { "W190", Q GOOD "## References\n- [x](https://e.org)\n\nThanks for reading.\n\nBye.\n", GOOD_SHOWN,
    "10 W190" },
  { "W190-section", Q GOOD "## About the author\n\nx\n", GOOD_SHOWN, "9 W190" },
  { "W191-mark", "\357\273\277" Q GOOD, GOOD_SHOWN, "1 W191" },
  { "W191-returns", "# T\n" Q "### 1. Why?\r\nA: b\r\n" P,
    "question 1: Why?\n  answer: b\n  point: p\n", "4 W191" },
  { "W191-old", "## Questions\r### 1. Why?\rA: b\r" P, "question 1: Why?\n  answer: b\n  point: p\n",
    "1 W191" },
  { "W192-space", Q "### 1. Why\302\240not?\nA: b\n" P,
    "question 1: Why not?\n  answer: b\n  point: p\n", "3 W192" },
  { "W192-invisible", Q "### 1. W\342\200\213hy?\nA: b\n" P,
    "question 1: Why?\n  answer: b\n  point: p\n", "3 W192" },
  { "W192-cyrillic", Q "### 1. Why?\nA: \321\201ache, \320\272\321\215\321\210\n" P,
    "question 1: Why?\n  answer: \321\201ache, \320\272\321\215\321\210\n  point: p\n", "4 W192" },
  { "W192-code-kept", Q "### 1. Why?\nA: b\n```\na\302\240b\n```\n" P,
    "question 1: Why?\n  answer: b|```|a\302\240b|```\n  point: p\n", "6 W192" },
};

/* What a problem says is a sentence for a person: lower case, and no full stop. */
static void
test_wording (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors) + G_N_ELEMENTS (warnings); i++)
    {
      const ShowCase *c = i < G_N_ELEMENTS (errors) ? &errors[i]
                                                    : &warnings[i - G_N_ELEMENTS (errors)];
      g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
      g_autoptr (DrillChapter)     chapter = drill_chapter_parse ("test.md",
                                                                  c->markdown,
                                                                  strlen (c->markdown),
                                                                  found);

      for (guint j = 0; j < drill_diagnostics_get_length (found); j++)
        {
          const DrillDiagnostic *problem = drill_diagnostics_get (found, j);

          g_assert_cmpstr (problem->file, ==, "test.md");
          g_assert_false (g_ascii_isupper (problem->text[0]));
          g_assert_false (g_str_has_suffix (problem->text, "."));
          g_assert_cmpuint (strlen (problem->text), >, 20);
          g_assert_cmpint (problem->severity,
                           ==,
                           problem->code[0] == 'E' ? DRILL_SEVERITY_ERROR : DRILL_SEVERITY_WARNING);
        }
    }
}

static void
test_nul (void)
{
  static const char            text[] = "## Questions\n### 1. Why\0?\nA: b\n";
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = drill_chapter_parse ("test.md", text, sizeof text - 1, found);
  g_autofree char             *problems = show_diagnostics (found);

  g_assert_cmpuint (chapter->items->len, ==, 0);
  g_assert_cmpstr (problems, ==, "2 E001");
  g_assert_cmpuint (drill_diagnostics_get (found, 0)->column, ==, 11);
}

/* Keys that lean to one side, as a share and as a habit. */
static void
check_spread (const char *keys,
              gboolean    told)
{
  g_autoptr (GString) text = g_string_new (M);
  g_autofree char    *shown = NULL;
  g_autofree char    *problems = NULL;

  for (guint i = 0; keys[i] != '\0'; i++)
    g_string_append_printf (text,
                            "### %u. Which %u?\n- A. one\n- B. two\n- C. three\n\nAnswer: %c\n" R,
                            i + 1, i, keys[i]);
  shown = show_parsed (text->str, &problems);
  g_assert_cmpstr (problems, ==, told ? "3 W150" : "");
}

static void
test_spread (void)
{
  check_spread ("CCC", FALSE);
  check_spread ("CCCC", TRUE);
  check_spread ("CCCCB", FALSE);
  check_spread ("CCCCABABAB", FALSE);
  check_spread ("CCCCCBABAB", TRUE);
}

static void
test_too_large (void)
{
  g_autofree char             *text = g_strnfill (DRILL_CHAPTER_MAX_BYTES + 1, 'a');
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = drill_chapter_parse ("test.md",
                                                              text,
                                                              DRILL_CHAPTER_MAX_BYTES + 1,
                                                              found);
  g_autofree char             *problems = show_diagnostics (found);

  g_assert_cmpstr (problems, ==, "0 E050");
  g_assert_cmpuint (chapter->items->len, ==, 0);
}

static void
test_too_many_lines (void)
{
  g_autofree char             *text = g_strnfill (3000000, '\n');
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = drill_chapter_parse ("test.md", text, 3000000, found);
  g_autofree char             *problems = show_diagnostics (found);

  g_assert_cmpstr (problems, ==, "0 E050");
}

static void
test_too_many_items (void)
{
  g_autoptr (GString)          text = g_string_new (Q);
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  guint                        told = 0;

  for (guint i = 1; i <= DRILL_CHAPTER_MAX_ITEMS + 5; i++)
    g_string_append_printf (text, "### %u. Why %u?\nA: b\n" P, i, i);
  chapter = drill_chapter_parse ("test.md", text->str, text->len, found);
  for (guint i = 0; i < drill_diagnostics_get_length (found); i++)
    told += strcmp (drill_diagnostics_get (found, i)->code, "E050") == 0;
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (chapter->items->len, ==, DRILL_CHAPTER_MAX_ITEMS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  show_add_cases ("/pack/problems/errors", errors, G_N_ELEMENTS (errors));
  show_add_cases ("/pack/problems/warnings", warnings, G_N_ELEMENTS (warnings));
  g_test_add_func ("/pack/problems/wording", test_wording);
  g_test_add_func ("/pack/problems/nul", test_nul);
  g_test_add_func ("/pack/problems/spread", test_spread);
  g_test_add_func ("/pack/problems/too-large", test_too_large);
  g_test_add_func ("/pack/problems/too-many-lines", test_too_many_lines);
  g_test_add_func ("/pack/problems/too-many-items", test_too_many_items);

  return g_test_run ();
}
