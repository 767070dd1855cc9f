/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "library/identity.h"

#include "pack/chapter.h"

static DrillIdentity *
question (const char *key,
          const char *title,
          const char *answer)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autofree char             *text = NULL;

  text = g_strdup_printf ("## Interview Questions\n\n### 1. %s\n\n**A:** %s\n", title, answer);
  chapter = drill_chapter_parse ("a.md", text, strlen (text), problems);
  g_assert_cmpuint (chapter->items->len, ==, 1);

  return drill_identity_new (key, FALSE, g_ptr_array_index (chapter->items, 0));
}

static DrillIdentity *
mcq (const char *options,
     const char *right)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autofree char             *text = NULL;

  text = g_strdup_printf ("## MCQ Section\n\n### 1. Which?\n\n%s\n\n**Correct Answer:** %s\n",
                          options,
                          right);
  chapter = drill_chapter_parse ("a.md", text, strlen (text), problems);
  g_assert_cmpuint (chapter->items->len, ==, 1);

  return drill_identity_new ("p/m", FALSE, g_ptr_array_index (chapter->items, 0));
}

static GPtrArray *
items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drill_identity_free);
}

static char *
describe (GPtrArray *old_items,
          GPtrArray *new_items)
{
  g_autoptr (GArray) matches = drill_identity_match (old_items, new_items);
  GString           *out = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const DrillMatch *match = &g_array_index (matches, DrillMatch, i);

      g_string_append_printf (out,
                              "%s%s=%s:%d",
                              i > 0 ? " " : "",
                              ((DrillIdentity *) g_ptr_array_index (old_items, match->old_item))->key,
                              ((DrillIdentity *) g_ptr_array_index (new_items, match->new_item))->key,
                              match->how);
    }

  return g_string_free (out, FALSE);
}

#define LONG_A "the pool is empty so every request waits for a connection that nobody gives back"
#define LONG_B "the kernel kills the process because its group has used all of the memory it may have"

static void
test_order (void)
{
  g_autoptr (GPtrArray) old_items = items_new ();
  g_autoptr (GPtrArray) new_items = items_new ();
  g_autofree char      *pairs = NULL;

  g_ptr_array_add (old_items, question ("a", "Why is it slow?", LONG_A));
  g_ptr_array_add (old_items, question ("b", "Why did it end?", LONG_B));
  g_ptr_array_add (old_items, question ("c", "What is a page?", "four kilobytes of memory"));
  g_ptr_array_add (new_items, question ("1", "Why did it end?", LONG_B " today"));
  g_ptr_array_add (new_items, question ("2", "Something else?", "of which nothing was known here"));
  g_ptr_array_add (new_items, question ("3", "Why is it slow?", LONG_A));
  pairs = describe (old_items, new_items);
  g_assert_cmpstr (pairs, ==, "a=3:2 b=1:3");
}

/* One title for two questions says nothing. */
static void
test_title_alone (void)
{
  g_autoptr (GPtrArray) old_items = items_new ();
  g_autoptr (GPtrArray) new_items = items_new ();
  g_autofree char      *pairs = NULL;

  g_ptr_array_add (old_items, question ("a", "What happens here?", LONG_A));
  g_ptr_array_add (new_items, question ("1", "What happens here?", LONG_B));
  pairs = describe (old_items, new_items);
  g_assert_cmpstr (pairs, ==, "");
}

/* Half of it is new: the learner has to say. */
static void
test_ask (void)
{
  g_autoptr (GPtrArray) old_items = items_new ();
  g_autoptr (GPtrArray) new_items = items_new ();
  g_autofree char      *pairs = NULL;

  g_ptr_array_add (old_items, question ("a", "Why is it slow?", LONG_A " one two three"));
  g_ptr_array_add (new_items, question ("1", "Why is it slow?", LONG_A " four five six seven eight nine"));
  pairs = describe (old_items, new_items);
  g_assert_cmpstr (pairs, ==, "a=1:3");
  g_ptr_array_set_size (new_items, 0);
  g_ptr_array_add (new_items, question ("1", "Why is it slow?", LONG_A " " LONG_B));
  g_free (pairs);
  pairs = describe (old_items, new_items);
  g_assert_cmpstr (pairs, ==, "a=1:4");
}

/* Equal items are told apart by nothing, so the hash decides only when it is
 * alone; similarity then pairs them in their order. */
static void
test_twins (void)
{
  g_autoptr (GPtrArray) old_items = items_new ();
  g_autoptr (GPtrArray) new_items = items_new ();
  g_autofree char      *pairs = NULL;

  g_ptr_array_add (old_items, question ("a", "Why is it slow?", LONG_A));
  g_ptr_array_add (old_items, question ("b", "Why is it slow?", LONG_A));
  g_ptr_array_add (new_items, question ("1", "Why is it slow?", LONG_A));
  g_ptr_array_add (new_items, question ("2", "Why is it slow?", LONG_A));
  pairs = describe (old_items, new_items);
  g_assert_cmpstr (pairs, ==, "a=1:3 b=2:3");
}

static void
test_answer (void)
{
  g_autoptr (DrillIdentity) before = mcq ("- A. One\n- B. Two\n- C. Three", "B");
  g_autoptr (DrillIdentity) moved = mcq ("- A. Two\n- B. Three\n- C. One", "A");
  g_autoptr (DrillIdentity) reworded = mcq ("- A. One\n- B. Two of them\n- C. Three", "B");
  g_autoptr (DrillIdentity) corrected = mcq ("- A. One\n- B. Two\n- C. Three", "C");
  g_autoptr (DrillIdentity) widened = mcq ("- A. One\n- B. Two\n- C. Three", "B, C");

  g_assert_false (drill_identity_answer_changed (before, before));
  g_assert_false (drill_identity_answer_changed (before, moved));
  g_assert_false (drill_identity_answer_changed (before, reworded));
  g_assert_true (drill_identity_answer_changed (before, corrected));
  g_assert_true (drill_identity_answer_changed (before, widened));
}

/* The same number whichever way it is asked, also of what was cut. */
static void
test_long (void)
{
  g_autoptr (GString)       text = g_string_new (NULL);
  g_autoptr (DrillIdentity) a = NULL;
  g_autoptr (DrillIdentity) b = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "w%u ", i);
  a = question ("a", "Long?", text->str);
  g_assert_cmpuint (a->n_trigrams, ==, DRILL_IDENTITY_MAX_TRIGRAMS);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "v%u ", i);
  b = question ("b", "Long?", text->str);

  g_assert_cmpfloat_with_epsilon (drill_identity_compare (a, b), 0.5, 0.05);
  g_assert_cmpfloat (drill_identity_compare (a, b), ==, drill_identity_compare (b, a));
  g_assert_cmpfloat (drill_identity_compare (a, a), ==, 1);
}

/* Two ids are two items, however much they look alike; one may be given. */
static void
test_ids (void)
{
  g_autoptr (GPtrArray) old_items = items_new ();
  g_autoptr (GPtrArray) new_items = items_new ();
  DrillIdentity        *before = question ("a", "Why is it slow?", LONG_A);
  DrillIdentity        *after = question ("1", "Why is it slow?", LONG_A);
  g_autofree char      *apart = NULL;
  g_autofree char      *given = NULL;

  g_ptr_array_add (old_items, before);
  g_ptr_array_add (new_items, after);
  before->has_id = TRUE;
  after->has_id = TRUE;
  apart = describe (old_items, new_items);
  g_assert_cmpstr (apart, ==, "");
  before->has_id = FALSE;
  given = describe (old_items, new_items);
  g_assert_cmpstr (given, ==, "a=1:2");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/identity/order", test_order);
  g_test_add_func ("/library/identity/title-alone", test_title_alone);
  g_test_add_func ("/library/identity/ask", test_ask);
  g_test_add_func ("/library/identity/twins", test_twins);
  g_test_add_func ("/library/identity/answer", test_answer);
  g_test_add_func ("/library/identity/ids", test_ids);
  g_test_add_func ("/library/identity/long", test_long);

  return g_test_run ();
}
