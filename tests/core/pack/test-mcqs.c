/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Multiple-choice questions in every spelling, and mock interviews. */

#include "config.h"

#include "show.h"

#define M "## MCQ Section\n\n"
#define AB "mcq 1: Which?\n  A: one\n  B*: two\n"

static const ShowCase options[] = {
  { "listed-dot", M "### 1. Which?\n- A. one\n- B. two\n\nCorrect Answer: B\n", AB, "3 W103" },
  { "dot", M "### 1. Which?\nA. one\n\nB. two\n\nCorrect Answer: B\n", AB, "3 W103" },
  { "parenthesis", M "### 1. Which?\nA) one\n\nB) two\n\nCorrect Answer: B\n", AB, "3 W103" },
  { "colon", M "### 1. Which?\nA: one\n\nB: two\n\nCorrect Answer: B\n", AB, "3 W103" },
  { "parentheses", M "### 1. Which?\n(A) one\n\n(B) two\n\nCorrect Answer: B\n", AB, "3 W103" },
  { "listed-parentheses", M "### 1. Which?\n- (A) one\n- (B) two\n\nAnswer: B\n", AB, "3 W103" },
  { "listed-colon", M "### 1. Which?\n- A: one\n- B: two\n\nAnswer: B\n", AB, "3 W103" },
  { "small-letters", M "### 1. Which?\n- a) one\n- b) two\n\nAnswer: b\n", AB, "3 W103" },
  { "bold", M "### 1. Which?\n**A.** one\n\n**B.** two\n\nAnswer: B\n", AB, "3 W103" },
  { "bold-listed", M "### 1. Which?\n- **A)** one\n- **B)** two\n\nAnswer: B\n", AB, "3 W103" },
  { "bold-whole", M "### 1. Which?\n- A. one\n- **B. two**\n\nAnswer: B\n",
    "mcq 1: Which?\n  A: one\n  B*: **two**\n", "3 W103" },
  { "bullets", M "### 1. Which?\n\342\200\242 A. one\n\342\200\242 B. two\n\nAnswer: B\n", AB, "3 W103" },
  { "full-width", M "### 1. Which?\n- A\357\274\232 one\n- B\357\274\232 two\n\nAnswer\357\274\232 B\n",
    AB, "3 W103" },
  { "boxes", M "### 1. Which?\n- [ ] one\n- [x] two\n", AB, "3 W103" },
  { "boxes-odd", M "### 1. Which?\n- [] one\n- [X]two\n", AB, "3 W103" },
  { "boxes-tight", M "### 1. Which?\n-[ ] one\n-[x] two\n", AB, "3 W103" },
  { "boxes-letters", M "### 1. Which?\n- [ ] A. one\n- [x] B. two\n", AB, "3 W103" },
  { "boxes-several", M "### 1. Which?\n- [x] one\n- [ ] two\n- [x] three\n",
    "mcq 1: Which?\n  A*: one\n  B: two\n  C*: three\n", "3 W103" },
  { "numbers", M "### 1. Which?\n- 1: one\n- 2: two\n\nAnswer: 2\n",
    "mcq 1: Which?\n  1: one\n  2*: two\n", "3 W103" },
  { "bare-together", M "### 1. Which?\nA. one\nB. two\nAnswer: B\n", AB, "3 W103, 4 W130" },
  { "one-line", M "### 1. Which?\nA. one B. two C. three D. four\nAnswer: B\n",
    "mcq 1: Which?\n  A: one\n  B*: two\n  C: three\n  D: four\n", "3 W103, 4 W131" },
  { "one-line-parentheses", M "### 1. Which?\n(A) one | (B) two\nAnswer: B\n", AB, "3 W103, 4 W131" },
  { "one-line-bold", M "### 1. Which?\n**A.** one **B.** two\nAnswer: B\n", AB, "3 W103, 4 W131" },
  { "one-line-with-key", M "### 1. Which?\nA. one B. two **Correct Answer:** B\n", AB,
    "3 W103, 4 W131" },
  { "one-line-with-stem", M "### 1. Which? A. one B. two\nAnswer: B\n", AB, "3 W103, 3 W131" },
  { "two-lines", M "### 1. Which?\nA. one B. two\nC. three D. four\nAnswer: B\n",
    "mcq 1: Which?\n  A: one\n  B*: two\n  C: three\n  D: four\n", "3 W103, 4 W130" },
  { "letter-inside", M "### 1. Which?\n- A. plan B. at once\n- B. two\n\nAnswer: B\n",
    "mcq 1: Which?\n  A: plan B. at once\n  B*: two\n", "3 W103" },
  { "letter-in-code", M "### 1. Which?\n- A. `x B. y`\n- B. two\n\nAnswer: B\n",
    "mcq 1: Which?\n  A: `x B. y`\n  B*: two\n", "3 W103" },
  { "text-below", M "### 1. Which?\nA.\none\n\nB.\n\ntwo\n\nAnswer:\nB\n", AB, "3 W103" },
  { "long", M "### 1. Which?\n- A. one\n  goes on\n- B. two\n\nAnswer: B\n",
    "mcq 1: Which?\n  A: one|goes on\n  B*: two\n", "3 W103" },
  { "code-between", M "### 1. Which?\n- A. one\n\n```js\nf ();\n```\n\n- B. two\n\nAnswer: B\n",
    "mcq 1: Which?\n  A: one||```js|f ();|```\n  B*: two\n", "3 W103" },
  { "option-is-code", M "### 1. Which?\n- [ ]\n\n```js\nf ();\n```\n\n- [x]\n\n```js\ng ();\n```\n",
    "mcq 1: Which?\n  A: ```js|f ();|```\n  B*: ```js|g ();|```\n", "3 W103" },
  { "stem-goes-on", M "### 1. Look.\n\n```js\nA. no option\n```\n\nWhich?\n\n- A. one\n- B. two\n\n"
                      "Answer: B\n",
    "mcq 1: Look.\n  body: ```js|A. no option|```||Which?\n  A: one\n  B*: two\n", "3 W103" },
  { "bare-start", M "1. Which?\nA. one\n\nB. two\n\nAnswer: B\n", AB, "3 W103" },
  { "bare-start-statement", M "1. Loop delay is\n- A. one\n- B. two\n\nAnswer: B\n",
    "mcq 1: Loop delay is\n  A: one\n  B*: two\n", "3 W103" },
  { "bare-stem-with-list", M "1. Which order?\n1. first\n2. second\n\n- A. 1, 2\n- B. 2, 1\n\n"
                             "Answer: B\n",
    "mcq 1: Which order?\n  body: 1. first|2. second\n  A: 1, 2\n  B*: 2, 1\n", "3 W103" },
  { "no-number", M "**Which?**\n- A. one\n- B. two\n\nAnswer: B\n\nWhich one?\n\n- A. one\n- B. two\n\n"
                   "Answer: A\n",
    "mcq: Which?\n  A: one\n  B*: two\nmcq: Which one?\n  A*: one\n  B: two\n", "3 W103, 9 W103" },
  { "in-questions", "## Questions\n### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\n\n### 2. Why?\nA: b\n",
    AB "question 2: Why?\n  answer: b\n", "2 W103, 8 W102" },
  { "in-questions-boxes", "## Questions\n### 1. Which?\n- [ ] one\n- [x] two\n", AB, "2 W103" },
  { "data-on-option", M "### 1. Which?\n<!-- id: which-one -->\n- A. one <!-- x -->\n- B. two\n\n"
                        "Answer: B\n",
    "mcq 1 #which-one: Which?\n  A: one\n  B*: two\n", "3 W103" },
};

static const ShowCase keys[] = {
  { "letter-and-text", M "### 1. Which?\n- A. one\n- B. two\n\n**Answer: B) two**\n", AB, "3 W103" },
  { "heading", M "### 1. Which?\n- A. one\n- B. two\n\n#### Answer: B\n", AB, "3 W103" },
  { "bold-letter", M "### 1. Which?\n- A. one\n- B. two\n\n**Correct Answer:** **B**\n", AB, "3 W103" },
  { "in-parentheses", M "### 1. Which?\n- A. one\n- B. two\n\nCorrect Answer: (B)\n", AB, "3 W103" },
  { "option-word", M "### 1. Which?\n- A. one\n- B. two\n\nCorrect answer: Option B.\n", AB, "3 W103" },
  { "text", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: Two.\n", AB, "3 W103" },
  { "article", M "### 1. Which?\n- A. one\n- B. A queue of two\n\nAnswer: A queue of two\n",
    "mcq 1: Which?\n  A: one\n  B*: A queue of two\n", "3 W103, 3 W151" },
  { "several", M "### 1. Which?\n- A. one\n- B. two\n- C. three\n\nCorrect Answers: A, C\n",
    "mcq 1: Which?\n  A*: one\n  B: two\n  C*: three\n", "3 W103" },
  { "several-and", M "### 1. Which?\n- A. one\n- B. two\n- C. three\n\nCorrect Answer(s): A and C\n",
    "mcq 1: Which?\n  A*: one\n  B: two\n  C*: three\n", "3 W103" },
  { "agrees-with-box", M "### 1. Which?\n- [ ] A. one\n- [x] B. two\n\nAnswer: B\n", AB, "3 W103" },
  { "reason-behind", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B - because.\n",
    "mcq 1: Which?\n  explanation: because.\n  A: one\n  B*: two\n", "" },
  { "explanation-behind", M "### 1. Which?\n- A. one\n- B. two\n\nCorrect Answer: B Explanation: so.\n",
    "mcq 1: Which?\n  explanation: so.\n  A: one\n  B*: two\n", "" },
  { "explanation-behind-bold",
    M "### 1. Which?\n- A. one\n- B. two\n\n**Correct Answer:** B **Explanation:** so.\n",
    "mcq 1: Which?\n  explanation: so.\n  A: one\n  B*: two\n", "" },
};

static const ShowCase shapes[] = {
  { "pictures", M "### 1. Which?\n- A. one\n- B. two\n\n**\342\234\205 Correct Answer:** \342\234\205 B\n", AB,
    "3 W103" },
  { "options-label", M "### MCQ 1: Which?\n\n**Options:**\n\n- A. one\n- B. two\n\nAnswer: B\n", AB,
    "3 W103" },
  { "options-below", M "### MCQ 1\nWhich? A) one B) two\n**Answer:** B\n", AB, "3 W103, 4 W131" },
  { "stem-below", M "### MCQ 1\nWhich?\n\n- A. one\n- B. two\n\n\342\234\205 Answer: B\n", AB, "3 W103" },
};

static const ShowCase reasons[] = {
  { "listed", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\n\nExplanation:\n- A. no\n- B. yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "bare", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation:\nA. no\nB. yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "colon", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\n**Explanation**:\n- A: no\n- **B:** yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "dash", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation:\n- A - no\n- **B** \342\200\223 "
              "yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "option-word", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation:\nOption A: no\n"
                     "Option B: yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "no-label", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\n\n- A. no\n- B. yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "one-line", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation: A. no B. yes\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "text-below", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation:\n- A.\n  no\n-\n- B.\n\nyes\n",
    "mcq 1: Which?\n  A: one  -- no|-\n  B*: two  -- yes\n", NULL },
  { "general", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation: so\nit is.\n\nReally.\n",
    "mcq 1: Which?\n  explanation: so|it is.||Really.\n  A: one\n  B*: two\n", "" },
  { "quote", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\n\n> So it\n> is.\n",
    "mcq 1: Which?\n  explanation: So it|is.\n  A: one\n  B*: two\n", "" },
  { "both", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation: so\n- A. no\n  more\n- B. yes\n\n"
              "In short: so.\n",
    "mcq 1: Which?\n  explanation: so||In short: so.\n  A: one  -- no|more\n  B*: two  -- yes\n", "" },
  { "before-key", M "### 1. Which?\n- A. one\n- B. two\n\nExplanation:\n- A. no\n- B. yes\n\nAnswer: B\n",
    "mcq 1: Which?\n  A: one  -- no\n  B*: two  -- yes\n", "" },
  { "next-question", M "1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation: so\n\n2. Who?\n- A. one\n"
                       "- B. two\n\nAnswer: A\nExplanation: 1. x\n2. y\n",
    "mcq 1: Which?\n  explanation: so\n  A: one\n  B*: two\n"
    "mcq 2: Who?\n  explanation: 1. x|2. y\n  A*: one\n  B: two\n",
    "" },
  { "follow-up", M "### 1. Which?\n- A. one\n- B. two\n\nAnswer: B\nExplanation: so\n\n**Follow-up:** Why?\n"
                   "**A:** because\n",
    "mcq 1: Which?\n  explanation: so\n  A: one\n  B*: two\n  follow-up: Why?\n    answer: because\n",
    NULL },
};

static const ShowCase transcripts[] = {
  { "plain", "## Mock Interview Scenario: Slow\n\n**Scenario Setup:** It is slow.\n\n"
             "**Interviewer:** \"What now?\"\n\n**Candidate:** \"I look.\"\n\n"
             "**Interviewer:** \"And then?\"\n\n**Candidate:** \"I act.\"\n",
    "transcript: Slow\n  body: It is slow.\n  1 interviewer: What now?\n  1 candidate: I look.\n"
    "  2 interviewer: And then?\n  2 candidate: I act.\n",
    "" },
  { "bare", "Mock Scenario\n\nScenario Setup: s\nInterviewer: a\nCandidate: b\nInterviewer: c\nCandidate: d\n",
    "transcript: Mock interview\n  body: s\n  1 interviewer: a\n  1 candidate: b\n  2 interviewer: c\n"
    "  2 candidate: d\n",
    "" },
  { "title-below", "## Mock Interview\n\n### The slow gateway (Senior)\n<!-- id: slow-gw -->\n\n"
                   "Interviewer: a\n\nCandidate: b\n",
    "transcript [Senior] #slow-gw: The slow gateway\n  1 interviewer: a\n  1 candidate: b\n", "" },
  { "turns", "## Mock Interview: M\n<!-- id: mock-one; level: Senior, Staff -->\n\n### Turn: page\n"
             "**Interviewer:** a\n**Candidate:** b\n**Key Points:**\n- (must) c\n- d\n\n### Turn: next\n\n"
             "**Interviewer:** e\n\n**Candidate:** f\n\n**Common Mistakes:**\n- g\n",
    "transcript [Senior,Staff] #mock-one: M\n  1 interviewer: a\n  1 candidate: b\n  1 must: c\n"
    "  1 point: d\n  2 interviewer: e\n  2 candidate: f\n  2 mistake: g\n",
    "" },
  { "paragraphs", "## Mock Interview: M\nInterviewer: a\n\nmore\n\nCandidate: b\n\n- c\n- d\n\n1. e?\n2. f\n\n"
                  "```\nInterviewer: no\n```\n\nlast\n",
    "transcript: M\n  1 interviewer: a||more\n"
    "  1 candidate: b||- c|- d||1. e?|2. f||```|Interviewer: no|```||last\n",
    "" },
  { "curly-quotes", "## Mock Interview: M\nInterviewer: \342\200\234a\342\200\235\n\n"
                    "Candidate: *\342\200\234b\342\200\235*\n",
    "transcript: M\n  1 interviewer: a\n  1 candidate: b\n", "" },
  { "quotes-over-paragraphs", "## Mock Interview: M\nInterviewer: \"a\n\nb\"\n\nCandidate: \"c\n\n\"d\"\n",
    "transcript: M\n  1 interviewer: a||b\n  1 candidate: c||d\n", "" },
  { "quotes-inside", "## Mock Interview: M\nInterviewer: \"Red\" and \"blue\"\n\nCandidate: Say \"yes\"\n",
    "transcript: M\n  1 interviewer: \"Red\" and \"blue\"\n  1 candidate: Say \"yes\"\n", "" },
  { "quotes-around-quotes", "## Mock Interview: M\nInterviewer: \"They say \"yes\" now\"\n\nCandidate: b\n",
    "transcript: M\n  1 interviewer: They say \"yes\" now\n  1 candidate: b\n", "" },
  { "block-quotes", "## Mock Interview: M\n> **Interviewer:** a\n> b\n>\n> c\n\n> **Candidate:** d\n",
    "transcript: M\n  1 interviewer: a|b||c\n  1 candidate: d\n", "" },
  { "pictures", "## Mock Interview: M\n**\360\237\221\244 Interviewer:** a\n\n"
                "**\360\237\247\221\342\200\215\360\237\222\273 Candidate:** b\n",
    "transcript: M\n  1 interviewer: a\n  1 candidate: b\n", "" },
  { "label-alone", "## Mock Interview: M\n**Interviewer**\n\na\n\n**Candidate**\n\nb\n",
    "transcript: M\n  1 interviewer: a\n  1 candidate: b\n", "" },
  { "speaks-twice", "## Mock Interview: M\nInterviewer: a\n\nInterviewer: b\n\nCandidate: c\n\nCandidate: d\n",
    "transcript: M\n  1 interviewer: a||b\n  1 candidate: c||d\n", "" },
  { "last-word", "## Mock Interview: M\nInterviewer: a\nCandidate: b\nInterviewer: Thanks.\n",
    "transcript: M\n  1 interviewer: a\n  1 candidate: b\n  2 interviewer: Thanks.\n", "" },
  { "text-before", "## Mock Interview: M\nSome words.\n\nInterviewer: a\nCandidate: b\n",
    "transcript: M\n  body: Some words.\n  1 interviewer: a\n  1 candidate: b\n", "" },
  { "ends", "## Mock Interview: M\nInterviewer: a\nCandidate: b\n\n## Tips\n\nc\n",
    "transcript: M\n  1 interviewer: a\n  1 candidate: b\n", "" },
  { "nobody-speaks", "## Questions\n### 1. Why?\nA: b\n## Mock Interview: M\ntext\n",
    "question 1: Why?\n  answer: b\n", "2 W102, 4 W101" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  show_add_cases ("/pack/mcqs/options", options, G_N_ELEMENTS (options));
  show_add_cases ("/pack/mcqs/keys", keys, G_N_ELEMENTS (keys));
  show_add_cases ("/pack/mcqs/shapes", shapes, G_N_ELEMENTS (shapes));
  show_add_cases ("/pack/mcqs/reasons", reasons, G_N_ELEMENTS (reasons));
  show_add_cases ("/pack/transcripts", transcripts, G_N_ELEMENTS (transcripts));

  return g_test_run ();
}
