/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

/* Markdown that more than one test imports. */

#define PACK_HEADER(id)                                                                          \
  "<!-- pack: " id "; version: 3; lang: en; licence: CC0-1.0; format: 1 -->\n"                   \
  "# The " id " pack\n\n"

/* A question and an MCQ with everything that an item can have. */
#define RICH_CHAPTER                                                                             \
  PACK_HEADER ("alpha")                                                                          \
  "An introduction.\n\n"                                                                         \
  "## Core Interview Questions\n"                                                                \
  "<!-- topic: streams -->\n\n"                                                                  \
  "### 1. What is *backpressure*? (Mid-level, Senior)\n"                                         \
  "<!-- id: backpressure; topics: streams, memory; minutes: 4; refs: r-streams, r-heap -->\n\n"  \
  "A body paragraph.\n\n"                                                                        \
  "**A:** The writer waits until the reader has **drained** its buffer.\n\n"                     \
  "**Key Points:**\n\n"                                                                          \
  "- (must) The return value of write is honoured.\n"                                            \
  "- (good) The high-water mark is named.\n"                                                     \
  "- (excellent) Pipelines propagate errors.\n\n"                                                \
  "**Common Mistakes:**\n\n"                                                                     \
  "- Ignoring false.\n\n"                                                                        \
  "**Follow-up:** What happens without it?\n"                                                    \
  "<!-- id: backpressure-none -->\n\n"                                                           \
  "- **A:** Memory grows until the process is killed.\n\n"                                       \
  "**Follow-up:** Who applies it in HTTP?\n"                                                     \
  "<!-- id: backpressure-http -->\n\n"                                                           \
  "- **A:** The receiving socket's window.\n\n"                                                  \
  "## MCQ Section\n\n"                                                                           \
  "### 1. Which call waits for the loop? (Junior)\n"                                             \
  "<!-- id: which-call; topics: event-loop -->\n\n"                                              \
  "- A. `process.nextTick(next)`\n"                                                              \
  "- B. `setImmediate(next)`\n"                                                                  \
  "- C. `await null`\n"                                                                          \
  "- D. `queueMicrotask(next)`\n\n"                                                              \
  "**Correct Answer:** B\n\n"                                                                    \
  "**Explanation:**\n\n"                                                                         \
  "- A. Emptied before the loop goes on.\n"                                                      \
  "- B. The check phase comes after poll.\n"                                                     \
  "- C. Resuming is a microtask.\n"                                                              \
  "- D. The same holds for microtasks.\n\n"                                                      \
  "## References\n\n"                                                                            \
  "- [Streams](https://nodejs.org/api/stream.html) <!-- id: r-streams -->\n"                     \
  "- [Heap](https://nodejs.org/api/v8.html) <!-- id: r-heap -->\n"

/* One question with an id, as short as it can be without warnings. */
#define QUESTION(number, id, title, answer)                                                      \
  "### " number ". " title " (Senior)\n"                                                         \
  "<!-- id: " id "; topics: streams -->\n\n"                                                     \
  "**A:** " answer "\n\n"                                                                        \
  "**Key Points:**\n\n"                                                                          \
  "- A point of " id ".\n\n"

/* The same without an id: it is known by its content. */
#define PLAIN_QUESTION(number, title, answer)                                                    \
  "### " number ". " title "\n\n"                                                                \
  "**A:** " answer "\n\n"                                                                        \
  "**Key Points:**\n\n"                                                                          \
  "- The point.\n\n"

#define QUESTIONS_SECTION "## Core Interview Questions\n\n"
