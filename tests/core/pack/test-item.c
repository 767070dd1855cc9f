/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "pack/chapter.h"

#include <string.h>

static DrillItem *
first_item (const char *markdown)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = drill_chapter_parse ("test.md",
                                                              markdown,
                                                              strlen (markdown),
                                                              diagnostics);

  g_assert_cmpuint (chapter->items->len, ==, 1);

  return g_ptr_array_steal_index (chapter->items, 0);
}

static void
test_kinds (void)
{
  for (DrillItemKind kind = DRILL_ITEM_QUESTION; kind <= DRILL_ITEM_SCENARIO; kind++)
    g_assert_cmpint (drill_item_kind_from_word (drill_item_kind_to_word (kind)), ==, kind);
  g_assert_null (drill_item_kind_to_word (0));
  g_assert_cmpint (drill_item_kind_from_word ("card"), ==, 0);
}

static void
test_levels (void)
{
  static const struct
  {
    const char *word;
    guint       level;
  } cases[] = {
    { "Junior", DRILL_LEVEL_JUNIOR },
    { "Mid-level", DRILL_LEVEL_MID },
    { "Mid", DRILL_LEVEL_MID },
    { "middle", DRILL_LEVEL_MID },
    { "SENIOR", DRILL_LEVEL_SENIOR },
    { "Senior-level", DRILL_LEVEL_SENIOR },
    { "Staff Engineer", DRILL_LEVEL_STAFF },
    { "Principal", DRILL_LEVEL_PRINCIPAL },
    { "Lead", DRILL_LEVEL_LEAD },
    { "Tech Lead", DRILL_LEVEL_LEAD },
    { "Architect", DRILL_LEVEL_ARCHITECT },
    { "any", DRILL_LEVEL_ANY },
    { "Wizard", 0 },
    { "-level", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (drill_level_from_word (cases[i].word), ==, cases[i].level);
  for (guint bit = 0; bit < 8; bit++)
    g_assert_cmpuint (drill_level_from_word (drill_level_to_word (1u << bit)), ==, 1u << bit);
  g_assert_null (drill_level_to_word (1u << 8));
}

static void
test_ids (void)
{
  g_autofree char *longest = g_strnfill (63, 'a');
  g_autofree char *too_long = g_strnfill (64, 'a');

  g_assert_true (drill_id_is_valid ("a1"));
  g_assert_true (drill_id_is_valid ("7-zip"));
  g_assert_true (drill_id_is_valid (longest));
  g_assert_false (drill_id_is_valid (too_long));
  g_assert_false (drill_id_is_valid ("a"));
  g_assert_false (drill_id_is_valid (""));
  g_assert_false (drill_id_is_valid ("-a"));
  g_assert_false (drill_id_is_valid ("Ab"));
  g_assert_false (drill_id_is_valid ("a b"));
  g_assert_false (drill_id_is_valid ("a\303\251"));
}

/* The digest is stored by those who keep progress, so its recipe may not drift. */
static void
test_fingerprint (void)
{
  g_autoptr (DrillItem) item = first_item ("## Questions\n### 3. **What** is a Mutex? (Senior)\n\n"
                                           "A: A *lock*, held by one.\n\nKey Points:\n"
                                           "- (must) One holder.\n");
  g_autofree char      *text = drill_item_normalise (item);
  g_autofree char      *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_assert_cmpstr (text, ==, "question\nwhat is a mutex\na lock held by one\none holder");
  g_assert_cmpstr (item->fingerprint, ==, digest);
  g_assert_cmpstr (item->title, ==, "What is a Mutex?");
  g_assert_cmpstr (item->title_markdown, ==, "**What** is a Mutex?");
}

static void
test_fingerprint_differs (void)
{
  static const char *const texts[] = {
    "## Questions\n### 1. Is it so?\nA: a + b\n",
    "## Questions\n### 1. Is it so?\nA: a < b\n",
    "## Questions\n### 1. Is it so?\nA: a b\n",
    "## Questions\n### 1. Is it so?\nA: a\n\nKey Points:\n- b\n",
    "## Quiz\n### 1. Is it so?\n- A. a\n- B. b\n\nAnswer: A\n",
    "## Quiz\n### 1. Is it so?\n- A. a\n- B. b\n\nAnswer: B\n",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DrillItem) item = first_item (texts[i]);

      g_assert_true (g_hash_table_add (seen, g_strdup (item->fingerprint)));
    }
}

static void
test_fingerprint_same (void)
{
  static const char *const texts[] = {
    "## Questions\n### 1. Is it so?\nA: Yes, of course.\n- one\n- two\n",
    "# Questions\n## Q7. is it SO? (Senior)\n<!-- id: so; topics: a-b -->\n**A:**\n\nYes of course\n\n"
    "* One\n* Two!\n",
    "Questions\n\n1. Is it so?\nAnswer: Yes,   of\ncourse.\n\n+ one\n+ `two`\n",
  };
  g_autoptr (DrillItem) first = first_item (texts[0]);

  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DrillItem) item = first_item (texts[i]);

      g_assert_cmpstr (item->fingerprint, ==, first->fingerprint);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/item/kinds", test_kinds);
  g_test_add_func ("/pack/item/levels", test_levels);
  g_test_add_func ("/pack/item/ids", test_ids);
  g_test_add_func ("/pack/item/fingerprint", test_fingerprint);
  g_test_add_func ("/pack/item/fingerprint-differs", test_fingerprint_differs);
  g_test_add_func ("/pack/item/fingerprint-same", test_fingerprint_same);

  return g_test_run ();
}
