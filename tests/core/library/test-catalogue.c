/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What there is to choose from. */

#include "config.h"

#include "library-fixture.h"
#include "pack-text.h"

#include "library/catalogue.h"

static DrillCatalogue *
load (LibraryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DrillCatalogue    *catalogue = drill_catalogue_load (fixture->connection, &error);

  g_assert_no_error (error);

  return catalogue;
}

static void
test_empty (LibraryFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (DrillCatalogue) catalogue = load (fixture);

  g_assert_cmpuint (catalogue->packs->len, ==, 0);
  g_assert_cmpuint (catalogue->topics->len, ==, 0);
  g_assert_cmpuint (catalogue->levels->len, ==, 0);
  g_assert_cmpuint (drill_catalogue_get_items (catalogue), ==, 0);
}

static void
assert_pack (DrillCatalogue *catalogue,
             guint           index,
             const char     *slug,
             const char     *title,
             guint           items)
{
  const DrillPackInfo *pack = g_ptr_array_index (catalogue->packs, index);

  g_assert_cmpstr (pack->slug, ==, slug);
  g_assert_cmpstr (pack->title, ==, title);
  g_assert_cmpuint (pack->items, ==, items);
}

static void
assert_topic (DrillCatalogue *catalogue,
              guint           index,
              const char     *slug,
              guint           items)
{
  const DrillTopicInfo *topic = g_ptr_array_index (catalogue->topics, index);

  g_assert_cmpstr (topic->slug, ==, slug);
  g_assert_cmpuint (topic->items, ==, items);
}

static void
assert_level (DrillCatalogue *catalogue,
              guint           index,
              DrillLevels     level,
              guint           items)
{
  const DrillLevelInfo *info = &g_array_index (catalogue->levels, DrillLevelInfo, index);

  g_assert_cmpint (info->level, ==, level);
  g_assert_cmpuint (info->items, ==, items);
}

/* Follow-ups are not counted: they come with their questions. */
static void
test_counts (LibraryFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (DrillCatalogue) catalogue = NULL;
  g_autoptr (DrillCatalogue) again = NULL;
  const DrillPackInfo       *alpha;

  scratch_write (fixture->scratch, "packs/zulu/core.md", RICH_CHAPTER);
  scratch_write (fixture->scratch,
                 "packs/bravo/core.md",
                 "# a small pack\n\n" QUESTIONS_SECTION
                     QUESTION ("1", "one", "What is one?", "Uno."));
  scratch_write (fixture->scratch, "packs/poor/core.md", QUESTIONS_SECTION "### 1. Why?\n");
  library_reimport (fixture, "packs");
  catalogue = load (fixture);

  /* By title, whatever its case. */
  g_assert_cmpuint (catalogue->packs->len, ==, 3);
  assert_pack (catalogue, 0, "bravo", "bravo", 1);
  assert_pack (catalogue, 1, "poor", "poor", 1);
  assert_pack (catalogue, 2, "alpha", "The alpha pack", 2);
  g_assert_cmpuint (drill_catalogue_get_items (catalogue), ==, 4);

  alpha = g_ptr_array_index (catalogue->packs, 2);
  g_assert_cmpstr (alpha->version, ==, "3");
  g_assert_cmpstr (alpha->language, ==, "en");
  g_assert_cmpstr (alpha->licence, ==, "CC0-1.0");
  g_assert_true (g_str_has_suffix (alpha->source, "/packs/zulu"));
  g_assert_cmpuint (((DrillPackInfo *) g_ptr_array_index (catalogue->packs, 1))->problems, >, 0);

  g_assert_cmpuint (catalogue->topics->len, ==, 3);
  assert_topic (catalogue, 0, "event-loop", 1);
  assert_topic (catalogue, 1, "memory", 1);
  assert_topic (catalogue, 2, "streams", 2);

  g_assert_cmpuint (catalogue->levels->len, ==, 3);
  assert_level (catalogue, 0, DRILL_LEVEL_JUNIOR, 1);
  assert_level (catalogue, 1, DRILL_LEVEL_MID, 1);
  assert_level (catalogue, 2, DRILL_LEVEL_SENIOR, 2);

  again = drill_catalogue_ref (catalogue);
  g_assert_true (again == catalogue);
}

/* A topic goes with its last item. */
static void
test_topics_go (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (DrillCatalogue) catalogue = NULL;

  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  library_reimport (fixture, "alpha");
  scratch_write (fixture->scratch,
                 "alpha/core.md",
                 PACK_HEADER ("alpha") QUESTIONS_SECTION
                     QUESTION ("1", "one", "What is one?", "Uno."));
  library_reimport (fixture, "alpha");
  catalogue = load (fixture);
  g_assert_cmpuint (catalogue->topics->len, ==, 1);
  assert_topic (catalogue, 0, "streams", 1);
}

#define ADD(path, test) \
  g_test_add (path, LibraryFixture, NULL, library_set_up, test, library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/catalogue/empty", test_empty);
  ADD ("/library/catalogue/counts", test_counts);
  ADD ("/library/catalogue/topics-go", test_topics_go);

  return g_test_run ();
}
