/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Open questions: where they start, what their parts are, and what is no question. */

#include "config.h"

#include "show.h"

#define Q "## Questions\n\n"

static const ShowCase starts[] = {
  { "heading", Q "### 1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "heading-level-1", "Questions\n\n# 1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "heading-level-6", Q "###### 1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "heading-without-space", Q "###1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "heading-closed", Q "### 1. Why? ###\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "heading-sharp", Q "### 1. Why C#\nA: b\n", "question 1: Why C#\n  answer: b\n", NULL },
  { "parenthesis", Q "### 1) Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "q-dot", Q "### Q1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "q-space", Q "### Q 7) Why?\nA: b\n", "question 7: Why?\n  answer: b\n", NULL },
  { "q-colon", Q "### Q1: Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "q-alone", Q "### Q. Why?\nA: b\n", "question: Why?\n  answer: b\n", NULL },
  { "q-bare", Q "Q: Why?\nA: b\n\nQ: How?\nA: c\n",
    "question: Why?\n  answer: b\nquestion: How?\n  answer: c\n", NULL },
  { "question-word", Q "**Question 2:** Why?\nA: b\n", "question 2: Why?\n  answer: b\n", NULL },
  { "heading-no-question-mark", Q "### 1. Describe a race\nA: b\n",
    "question 1: Describe a race\n  answer: b\n", NULL },
  { "heading-no-number", Q "### Why? (Senior)\nA: b\n", "question [Senior]: Why?\n  answer: b\n",
    NULL },
  { "heading-bold", Q "### **1. Why?** (Senior)\nA: b\n",
    "question 1 [Senior]: Why?\n  answer: b\n", NULL },
  { "bare", Q "1. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "bare-series", Q "1. Why?\nA: b\n\n2. How?\nA: c\n",
    "question 1: Why?\n  answer: b\nquestion 2: How?\n  answer: c\n", NULL },
  { "bare-prose", Q "1. Why?\nBecause.\n\n2. How?\nSo.\n",
    "question 1: Why?\n  answer: Because.\nquestion 2: How?\n  answer: So.\n", NULL },
  { "bare-escaped", Q "1\\. Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "bare-levels-only", Q "1. Describe a race (Senior)\nA: b\n",
    "question 1 [Senior]: Describe a race\n  answer: b\n", NULL },
  { "bare-answered", Q "1. Describe a race.\nA: b\n\n2. Describe a lock.\nA: c\n",
    "question 1: Describe a race.\n  answer: b\nquestion 2: Describe a lock.\n  answer: c\n", NULL },
  { "bare-wrapped", Q "1. Why does the service\nstop? (Senior)\nA: b\n",
    "question 1 [Senior]: Why does the service stop?\n  answer: b\n", NULL },
  { "bold", Q "**1. Why?**\n\nA: b\n\n**2. How?**\n\nA: c\n",
    "question 1: Why?\n  answer: b\nquestion 2: How?\n  answer: c\n", NULL },
  { "bold-number", Q "**1.** Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "markup-in-title", Q "### 1. Why does `a < b` *hold*?\nA: b\n",
    "question 1: Why does a < b hold?\n  answer: b\n", NULL },
  { "text-below", Q "### Question 1 (Senior)\n<!-- id: why-so -->\n\n**Why?**\n\nA: b\n",
    "question 1 [Senior] #why-so: Why?\n  answer: b\n", NULL },
  { "text-below-number", Q "### 1.\nWhy?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "dash", Q "### Question 1 - Why?\nA: b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "pictures", "## \360\237\223\235 Questions\n\n### \342\235\223 1. Why?\n\n\342\234\205 **Answer:** b\n",
    "question 1: Why?\n  answer: b\n", NULL },
  { "no-break-space", Q "###\302\2401.\302\240Why?\nA:\302\240b\n",
    "question 1: Why?\n  answer: b\n", "3 W102, 3 W192" },
  { "carriage-returns", "## Questions\r\n\r\n### 1. Why?\r\nA: b\r\n",
    "question 1: Why?\n  answer: b\n", "1 W191, 3 W102" },
  { "no-section", "# Title\n\n## 1. Why is it slow?\n\nA: b\n",
    "question 1: Why is it slow?\n  answer: b\n", NULL },
  { "sub-headings", Q "### Memory\n\n#### 1. Why?\nA: b\n\n### CPU\n\n#### 1. How?\nA: c\n",
    "question 1: Why?\n  answer: b\nquestion 1: How?\n  answer: c\n", "5 W102, 10 W102" },
  { "sub-headings-bare", Q "### Memory\n\n1. Why?\nA: b\n\n### CPU\n\n1. How?\nA: c\n",
    "question 1: Why?\n  answer: b\nquestion 1: How?\n  answer: c\n", "5 W102, 10 W102" },
  { "numbered-sections", "## 1. Core Interview Questions\n\n### 1. Why?\nA: b\n\n## 2. Summary\n\nc\n",
    "question 1: Why?\n  answer: b\n", NULL },
};

static const ShowCase no_starts[] = {
  { "steps", Q "1. Why?\nA: In order:\n1. Acknowledge.\n2. Look.\n\n2. How?\nA: c\n",
    "question 1: Why?\n  answer: In order:|1. Acknowledge.|2. Look.\n"
    "question 2: How?\n  answer: c\n",
    NULL },
  { "steps-that-ask", Q "1. Why?\nA: I ask:\n1. Who is hit?\n2. What changed?\n3. Since when?\n",
    "question 1: Why?\n  answer: I ask:|1. Who is hit?|2. What changed?|3. Since when?\n",
    "3 W102, 6 W161" },
  { "steps-in-heading-series", Q "### 1. Why?\nA: b\n\n1. One?\n2. Two?\n\nKey Points:\n- c\n",
    "question 1: Why?\n  answer: b||1. One?|2. Two?\n  point: c\n", "" },
  { "deeper-heading", Q "### 1. Why?\nA: b\n\n#### 1. Step\n\ntext\n",
    "question 1: Why?\n  answer: b||#### 1. Step||text\n", NULL },
  { "inside-fence", Q "### 1. Why?\nA: b\n\n```\n### 2. No?\nA: no\n```\n",
    "question 1: Why?\n  answer: b||```|### 2. No?|A: no|```\n", NULL },
  { "inside-tilde-fence", Q "### 1. Why?\nA: b\n\n~~~~\n```\n## Questions\n~~~\n~~~~\nend\n",
    "question 1: Why?\n  answer: b||~~~~|```|## Questions|~~~|~~~~|end\n", NULL },
  { "inside-comment", Q "### 1. Why?\nA: b\n<!--\n### 2. No?\n-->\nc\n",
    "question 1: Why?\n  answer: b||c\n", NULL },
  { "inside-html", Q "### 1. Why?\nA: b\n\n<div>\n### 2. No?\n</div>\n\nc\n",
    "question 1: Why?\n  answer: b||<div>|### 2. No?|</div>||c\n", NULL },
  { "inside-pre", Q "### 1. Why?\nA: b\n\n<pre>\n\n### 2. No?\n\n</pre>\n\nc\n",
    "question 1: Why?\n  answer: b||<pre>||### 2. No?||</pre>||c\n", NULL },
  { "table-of-contents", Q "1. [Why?](#1-why)\n2. [How?](#2-how)\n\n### 1. Why?\nA: b\n",
    "question 1: Why?\n  answer: b\n", NULL },
  { "tips", "## Tips\n\n1. Ready?\n2. Steady?\n", "", "" },
  { "indented", Q "### 1. Why?\nA: b\n\n    1. No?\n", "question 1: Why?\n  answer: b||    1. No?\n",
    NULL },
  { "section-name-in-answer", Q "### 1. Why?\nA: b\n\n#### Summary\n\nc\n",
    "question 1: Why?\n  answer: b||#### Summary||c\n", NULL },
  { "bare-word-in-answer", Q "### 1. Why?\nA: b\n\nSummary\n\nc\n",
    "question 1: Why?\n  answer: b||Summary||c\n", NULL },
  { "readme", "# Tool\n\n## 1. Install\n\n- [ ] do it\n\n<b>x</b>\n\nhttp://example.org\n", "", "" },
  { "empty", "", "", "" },
  { "blank", "\n\n \n", "", "" },
};

static const ShowCase parts[] = {
  { "answer-below", Q "### 1. Why?\n\n**Answer:**\n\nb\n\nc\n", "question 1: Why?\n  answer: b||c\n",
    NULL },
  { "answer-listed", Q "### 1. Why?\n- **A:** b\n  - c\n  - d\n",
    "question 1: Why?\n  answer: b|- c|- d\n", NULL },
  { "answer-full-width", Q "### 1. Why?\nA\357\274\232 b\n", "question 1: Why?\n  answer: b\n", NULL },
  { "answer-heading", Q "### 1. Why?\n#### Answer\nb\n", "question 1: Why?\n  answer: b\n", NULL },
  { "answer-all-bold", Q "### 1. Why?\n**A: b**\n", "question 1: Why?\n  answer: **b**\n", NULL },
  { "answer-missing", Q "### 1. Why?\n### 2. How?\nA: b\n", "question 1: Why?\nquestion 2: How?\n"
                                                            "  answer: b\n",
    "3 W101, 3 W102, 4 W102" },
  { "stem", Q "### 1. Why?\n\nLook:\n\n```js\nf ();\n```\n\nA: b\n",
    "question 1: Why?\n  body: Look:||```js|f ();|```\n  answer: b\n", NULL },
  { "points", Q "### 1. Why?\nA: b\n\n**Key Points:**\n\n- (must) c\n- (good) d\n- **(excellent)** e\n"
                "- f\n",
    "question 1: Why?\n  answer: b\n  must: c\n  good: d\n  excellent: e\n  point: f\n", "" },
  { "points-plain-lines", Q "### 1. Why?\nA: b\nKey Points:\nc\nd\n",
    "question 1: Why?\n  answer: b\n  point: c\n  point: d\n", "" },
  { "points-bullets", Q "### 1. Why?\nA: b\nKey Points\n\342\200\242 c\n\342\200\242\td\n",
    "question 1: Why?\n  answer: b\n  point: c\n  point: d\n", "" },
  { "points-numbered", Q "### 1. Why?\nA: b\n### Key Points\n1. c\n2) d\n",
    "question 1: Why?\n  answer: b\n  point: c\n  point: d\n", "" },
  { "points-nested", Q "### 1. Why?\nA: b\nKey Points:\n- c\n  - deep\n- d\n  more\n",
    "question 1: Why?\n  answer: b\n  point: c|- deep\n  point: d|more\n", "" },
  { "points-lazy", Q "### 1. Why?\nA: b\nKey Points:\n- c\nmore\n",
    "question 1: Why?\n  answer: b\n  point: c|more\n", "" },
  { "points-marker-alone", Q "### 1. Why?\nA: b\nKey Points:\n-\n  c\n-\nd\n",
    "question 1: Why?\n  answer: b\n  point: c\n  point: d\n", "" },
  { "points-lead-in", Q "### 1. Why?\nA: b\nKey Points:\nA good answer has:\n\n- c\n- d\n",
    "question 1: Why?\n  answer: b\n  point: c\n  point: d\n", "" },
  { "points-one-line", Q "### 1. Why?\nA: b\nKey Points: (must) c\n",
    "question 1: Why?\n  answer: b\n  must: c\n", "" },
  { "points-remark", Q "### 1. Why?\nA: b\n**Key Points (rubric):**\n- c\n",
    "question 1: Why?\n  answer: b\n  point: c\n", "" },
  { "points-boxes", Q "### 1. Why?\nA: b\nKey Points:\n- [ ] c\n- [x] d\n",
    "question 1: Why?\n  answer: b\n  point: c\n  point: d\n", "" },
  { "answer-goes-on", Q "### 1. Why?\nA: b\n\nKey Points:\n- c\n\nAnd more.\n",
    "question 1: Why?\n  answer: b||And more.\n  point: c\n", "" },
  { "mistakes", Q "### 1. Why?\nA: b\nKey Points:\n- c\n*Common mistakes:*\n- d\n- e\n",
    "question 1: Why?\n  answer: b\n  point: c\n  mistake: d\n  mistake: e\n", "" },
  { "labels-inside", Q "### 1. Why?\nA: b\nPossible Causes:\n- c\n**Note:** d\nOther Words: e\n",
    "question 1: Why?\n  answer: b||**Possible Causes:**|- c||**Note:** d|Other Words: e\n", NULL },
  { "label-inside-after-points", Q "### 1. Why?\nA: b\nKey Points:\n- c\nExample: d\n",
    "question 1: Why?\n  answer: b||**Example:** d\n  point: c\n", "" },
  { "no-answer-label", Q "### 1. Why?\n\nBecause.\n\nKey Points:\n- c\n",
    "question 1: Why?\n  answer: Because.\n  point: c\n", "" },
  { "levels-below", Q "### 1. Why?\n*(Mid-level, Senior)*\n<!-- id: why-so -->\nA: b\n",
    "question 1 [Mid-level,Senior] #why-so: Why?\n  answer: b\n", NULL },
  { "levels-labelled", Q "### 1. Why?\n**Level:** Senior / Staff\n\nA: b\n",
    "question 1 [Senior,Staff]: Why?\n  answer: b\n", NULL },
  { "levels-and", Q "### 1. Why? (Senior and Tech Lead)\nA: b\n",
    "question 1 [Senior,Lead]: Why?\n  answer: b\n", NULL },
  { "levels-brackets", Q "### 1. Why? [Senior]\nA: b\n", "question 1 [Senior]: Why?\n  answer: b\n",
    NULL },
  { "levels-are-title", Q "### 1. Why (really)?\nA: b\n### 2. What is a cache (Redis)\nA: c\n",
    "question 1: Why (really)?\n  answer: b\nquestion 2: What is a cache (Redis)\n  answer: c\n",
    "3 W102, 5 W102" },
  { "data", Q "<!-- topic: event-loop -->\n### 1. Why?\n\n<!-- id: why-so; topics: cpu-time, memory; "
              "minutes: 4; refs: r-one -->\nA: b\n### 2. How?\nA: c\n## References\n"
              "- [x](https://e.org) <!-- id: r-one -->\n",
    "question 1 #why-so topics=cpu-time,memory refs=r-one minutes=4: Why?\n  answer: b\n"
    "question 2 topics=event-loop: How?\n  answer: c\n",
    "4 W102, 8 W102" },
  { "data-on-line", Q "### 1. Why? (Senior) <!-- id: why-so -->\nA: b <!-- not data -->\n",
    "question 1 [Senior] #why-so: Why?\n  answer: b\n", NULL },
  { "data-lines", Q "### 1. Why?\n<!--\nid: why-so\nminutes: 3\n-->\nA: b\n",
    "question 1 #why-so minutes=3: Why?\n  answer: b\n", NULL },
};

static const ShowCase follow_ups[] = {
  { "one", Q "### 1. Why?\nA: b\n\n**Follow-up:** How?\n\n- **A:** c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n", NULL },
  { "data", Q "### 1. Why?\nA: b\n**Follow-up:** How?\n<!-- id: how-so; minutes: 2 -->\nA: c\n",
    "question 1: Why?\n  answer: b\n  follow-up #how-so minutes=2: How?\n    answer: c\n", NULL },
  { "numbered", Q "### 1. Why?\nA: b\n*Follow-up 1:* How?\nA: c\n*Follow-up #2:* When?\nA: d\n",
    "question 1: Why?\n  answer: b\n  follow-up 1: How?\n    answer: c\n"
    "  follow-up 2: When?\n    answer: d\n",
    NULL },
  { "question-word", Q "### 1. Why?\nA: b\n**Follow-up Question: How?**\nAnswer: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n", NULL },
  { "no-question-mark", Q "### 1. Why?\nA: b\nFollow-up: Sketch it.\nA: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: Sketch it.\n    answer: c\n", NULL },
  { "one-line", Q "### 1. Why?\nA: b\nFollow-up: How? A: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n", NULL },
  { "below", Q "### 1. Why?\nA: b\nFollow-up:\nHow?\nA: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n", NULL },
  { "below-listed", Q "### 1. Why?\nA: b\n**Follow-up:**\n- How?\n- A: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n", NULL },
  { "heading", Q "### 1. Why?\nA: b\n#### Follow-up\n\nHow?\n\nA: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n", NULL },
  { "many", Q "### 1. Why?\nA: b\nFollow-ups:\n- How?\n  - A: c\n- When\n- Where?\n  A: d\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n"
    "  follow-up: When\n  follow-up: Where?\n    answer: d\n",
    NULL },
  { "many-numbered", Q "1. Why?\nA: b\nFollow-up Questions:\n1. How?\nA: c\n2. When?\nA: d\n\n2. Who?\n"
                       "A: e\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: c\n"
    "  follow-up 2: When?\n    answer: d\nquestion 2: Who?\n  answer: e\n",
    NULL },
  { "wrapped", Q "### 1. Why?\nA: b\nFollow-up: How does\nit end?\nA: c\n",
    "question 1: Why?\n  answer: b\n  follow-up: How does it end?\n    answer: c\n", NULL },
  { "no-label", Q "### 1. Why?\nA: b\nFollow-up: How?\nLike that.\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: Like that.\n", NULL },
  { "code", Q "### 1. Why?\nA: b\nFollow-up: How?\nA:\n```\nx\n```\n",
    "question 1: Why?\n  answer: b\n  follow-up: How?\n    answer: ```|x|```\n", NULL },
  { "points-of-parent", Q "### 1. Why?\nA: b\nFollow-up: How?\nA: c\nKey Points:\n- d\n",
    "question 1: Why?\n  answer: b\n  point: d\n  follow-up: How?\n    answer: c\n", NULL },
  { "points-of-child", Q "### 1. Why?\nA: b\nKey Points:\n- c\nFollow-up: How?\nA: d\nKey Points:\n- e\n",
    "question 1: Why?\n  answer: b\n  point: c\n  follow-up: How?\n    answer: d\n    point: e\n",
    "" },
  { "topics", Q "### 1. Why?\n<!-- topics: memory-gc -->\nA: b\nFollow-up: How?\nA: c\n",
    "question 1 topics=memory-gc: Why?\n  answer: b\n"
    "  follow-up topics=memory-gc: How?\n    answer: c\n",
    NULL },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  show_add_cases ("/pack/questions/starts", starts, G_N_ELEMENTS (starts));
  show_add_cases ("/pack/questions/no-starts", no_starts, G_N_ELEMENTS (no_starts));
  show_add_cases ("/pack/questions/parts", parts, G_N_ELEMENTS (parts));
  show_add_cases ("/pack/questions/follow-ups", follow_ups, G_N_ELEMENTS (follow_ups));

  return g_test_run ();
}
