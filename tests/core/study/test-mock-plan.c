/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What an interview asks: large libraries, small ones, and the one after. */

#include "config.h"

#include "study/mock-plan.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define TODAY 20000
#define NOW_MS (TODAY * G_GINT64_CONSTANT (86400000))

static DrillMockCandidate *
add (GPtrArray    *candidates,
     DrillItemKind kind,
     guint         levels,
     const char   *topics,
     const char   *parent)
{
  DrillMockCandidate *candidate = g_new0 (DrillMockCandidate, 1);

  candidate->key = g_strdup_printf ("p/%u", candidates->len);
  candidate->parent = g_strdup (parent);
  candidate->kind = kind;
  candidate->levels = levels;
  candidate->topics = g_strsplit (topics, " ", -1);
  candidate->turns = kind == DRILL_ITEM_TRANSCRIPT ? 6 : 0;
  g_ptr_array_add (candidates, candidate);

  return candidate;
}

static GPtrArray *
candidates_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drill_mock_candidate_free);
}

/* 60 questions with two follow-ups, 80 MCQs, 4 scenarios and 4 transcripts. */
static GPtrArray *
large_new (void)
{
  GPtrArray *candidates = candidates_new ();

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char    *topic = g_strdup_printf ("t%u", i % 8);
      DrillMockCandidate *question = add (candidates, DRILL_ITEM_QUESTION, DRILL_LEVEL_SENIOR, topic, NULL);

      add (candidates, DRILL_ITEM_FOLLOW_UP, 0, topic, question->key);
      add (candidates, DRILL_ITEM_FOLLOW_UP, 0, topic, question->key);
    }
  for (guint i = 0; i < 80; i++)
    add (candidates, DRILL_ITEM_MCQ, DRILL_LEVEL_SENIOR | DRILL_LEVEL_MID, "t1", NULL);
  for (guint i = 0; i < 4; i++)
    {
      add (candidates, DRILL_ITEM_SCENARIO, DRILL_LEVEL_SENIOR, "t2", NULL);
      add (candidates, DRILL_ITEM_TRANSCRIPT, 0, "t3", NULL);
    }

  return candidates;
}

static DrillMockPlan *
plan (GPtrArray         *candidates,
      guint              level,
      guint              minutes,
      const char *const *last,
      guint32            seed)
{
  DrillMockSetup setup = { level, minutes };
  DrillFsrs      fsrs;

  drill_fsrs_init_default (&fsrs);

  return drill_mock_plan_new (&setup, candidates, last, &fsrs, TODAY, NOW_MS, seed);
}

static const DrillMockPlanEntry *
entry (const DrillMockPlan *self,
       guint                i)
{
  return g_ptr_array_index (self->entries, i);
}

static const DrillMockCandidate *
find (GPtrArray  *candidates,
      const char *key)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const DrillMockCandidate *candidate = g_ptr_array_index (candidates, i);

      if (g_str_equal (candidate->key, key))
        return candidate;
    }

  g_assert_not_reached ();
}

/* What is true of every plan. */
static void
check (GPtrArray           *candidates,
       const DrillMockPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char            *question = NULL;
  gint64                 sum = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const DrillMockCandidate *candidate = find (candidates, entry (self, i)->key);

      g_assert_true (g_hash_table_add (seen, entry (self, i)->key));
      g_assert_cmpint (entry (self, i)->kind, ==, candidate->kind);
      g_assert_cmpint (entry (self, i)->budget_ms, >, 0);
      sum += entry (self, i)->budget_ms;
      if (candidate->kind == DRILL_ITEM_FOLLOW_UP)
        g_assert_cmpstr (candidate->parent, ==, question);
      else
        question = candidate->key;
    }
  g_assert_cmpint (sum, ==, self->budget_ms);
  g_assert_cmpint (sum, <=, self->setup.minutes * MINUTE_MS);
  g_assert_cmpuint (drill_mock_plan_count (self, DRILL_ITEM_SCENARIO) + drill_mock_plan_count (self, DRILL_ITEM_TRANSCRIPT),
                    <=,
                    1);
}

static void
test_composition (void)
{
  static const guint minutes[] = { 20, 45, 60 };
  static const guint quick[] = { 2, 4, 5 };
  g_autoptr (GPtrArray) candidates = large_new ();

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      for (guint32 seed = 0; seed < 20; seed++)
        {
          g_autoptr (DrillMockPlan) self = plan (candidates, DRILL_LEVEL_SENIOR, minutes[i], NULL, seed);
          g_autoptr (DrillMockPlan) again = plan (candidates, DRILL_LEVEL_SENIOR, minutes[i], NULL, seed);
          g_auto (GStrv)            keys = drill_mock_plan_get_keys (self);
          g_auto (GStrv)            keys_again = drill_mock_plan_get_keys (again);

          check (candidates, self);
          g_assert_true (g_strv_equal ((const char *const *) keys, (const char *const *) keys_again));
          g_assert_cmpint (entry (self, 0)->kind, ==, DRILL_ITEM_QUESTION);
          g_assert_cmpuint (drill_mock_plan_count (self, DRILL_ITEM_MCQ), >=, quick[i]);
          g_assert_cmpuint (drill_mock_plan_count (self, DRILL_ITEM_QUESTION), >=, i + 1);
          g_assert_cmpuint (drill_mock_plan_count (self, DRILL_ITEM_FOLLOW_UP), >=, i + 1);
          g_assert_cmpuint (drill_mock_plan_count (self, DRILL_ITEM_SCENARIO) +
                                drill_mock_plan_count (self, DRILL_ITEM_TRANSCRIPT),
                            ==,
                            1);
          /* Nearly all of the time has its use. */
          g_assert_cmpint (self->budget_ms, >, (minutes[i] - 3) * MINUTE_MS);
        }
    }
}

static void
test_weak_first (void)
{
  g_autoptr (GPtrArray)     candidates = candidates_new ();
  g_autoptr (DrillMockPlan) self = NULL;
  guint                     weak = 0;

  for (guint i = 0; i < 40; i++)
    {
      DrillMockCandidate *candidate = add (candidates, DRILL_ITEM_QUESTION, 0, "", NULL);

      candidate->card = (DrillCard) { .state = DRILL_CARD_REVIEW,
                                      .memory = { .stability = i < 5 ? 1 : 300, .difficulty = 5 },
                                      .reps = 3,
                                      .last_day = TODAY - 20 };
    }
  self = plan (candidates, DRILL_LEVEL_SENIOR, 45, NULL, 1);
  for (guint i = 0; i < self->entries->len; i++)
    weak += find (candidates, entry (self, i)->key)->card.memory.stability < 2;
  g_assert_cmpuint (self->entries->len, ==, 9);
  g_assert_cmpuint (weak, ==, 5);
}

static void
test_not_lately (void)
{
  g_autoptr (GPtrArray)     candidates = candidates_new ();
  g_autoptr (DrillMockPlan) self = NULL;

  for (guint i = 0; i < 20; i++)
    add (candidates, DRILL_ITEM_QUESTION, 0, "", NULL)->asked_ms = i < 11 ? NOW_MS - 2 * 86400000 : 0;
  self = plan (candidates, DRILL_LEVEL_SENIOR, 45, NULL, 1);
  g_assert_cmpuint (self->entries->len, ==, 9);
  for (guint i = 0; i < self->entries->len; i++)
    g_assert_cmpint (find (candidates, entry (self, i)->key)->asked_ms, ==, 0);
}

/* Of ten questions each on three topics, all three come; so does the chosen level. */
static void
test_topics_and_levels (void)
{
  static const char *const  topics[] = { "a", "b", "c" };
  g_autoptr (GPtrArray)     candidates = candidates_new ();
  g_autoptr (DrillMockPlan) self = NULL;
  guint                     had[3] = { 0 };

  for (guint i = 0; i < 30; i++)
    {
      add (candidates, DRILL_ITEM_QUESTION, DRILL_LEVEL_STAFF, topics[i / 10], NULL);
      add (candidates, DRILL_ITEM_QUESTION, DRILL_LEVEL_JUNIOR, topics[i / 10], NULL);
    }
  self = plan (candidates, DRILL_LEVEL_STAFF, 45, NULL, 3);
  for (guint i = 0; i < self->entries->len; i++)
    {
      had[entry (self, i)->topics[0][0] - 'a']++;
      g_assert_cmpuint (find (candidates, entry (self, i)->key)->levels, ==, DRILL_LEVEL_STAFF);
    }
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (had[i], ==, 3);
}

/* With enough to ask nothing is asked twice in a row; with little, not in the same order. */
static void
test_never_the_same (void)
{
  g_autoptr (GPtrArray) large = large_new ();
  g_auto (GStrv)        last = NULL;

  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (DrillMockPlan) self = plan (large, DRILL_LEVEL_SENIOR, 45, (const char *const *) last, seed);
      g_auto (GStrv)            keys = drill_mock_plan_get_keys (self);

      for (guint i = 0; last != NULL && keys[i] != NULL; i++)
        g_assert_false (g_strv_contains ((const char *const *) last, keys[i]));
      g_strfreev (last);
      last = g_steal_pointer (&keys);
    }

  for (guint n = 2; n < 6; n++)
    {
      g_autoptr (GPtrArray) small = candidates_new ();

      for (guint i = 0; i < n; i++)
        add (small, i % 2 == 0 ? DRILL_ITEM_MCQ : DRILL_ITEM_QUESTION, 0, "", NULL);
      g_clear_pointer (&last, g_strfreev);
      for (guint32 seed = 0; seed < 30; seed++)
        {
          g_autoptr (DrillMockPlan) self = plan (small, DRILL_LEVEL_SENIOR, 45, (const char *const *) last, seed);
          g_auto (GStrv)            keys = drill_mock_plan_get_keys (self);

          g_assert_cmpuint (self->entries->len, ==, n);
          g_assert_false (self->repeats);
          g_assert_false (last != NULL && g_strv_equal ((const char *const *) last, (const char *const *) keys));
          g_strfreev (last);
          last = g_steal_pointer (&keys);
        }
    }
}

static void
test_small_libraries (void)
{
  g_autoptr (GPtrArray)     nothing = candidates_new ();
  g_autoptr (GPtrArray)     one = candidates_new ();
  g_autoptr (GPtrArray)     incident = candidates_new ();
  g_autoptr (GPtrArray)     quick = candidates_new ();
  g_autoptr (DrillMockPlan) empty = plan (nothing, DRILL_LEVEL_LEAD, 60, NULL, 1);
  g_autoptr (DrillMockPlan) alone = NULL;
  g_autoptr (DrillMockPlan) cut = NULL;
  g_autoptr (DrillMockPlan) many = NULL;
  const char               *last[] = { "p/0", NULL };

  g_assert_cmpuint (empty->entries->len, ==, 0);
  g_assert_false (empty->repeats);

  /* For another level, and asked last time: better than nothing, but it is said. */
  add (one, DRILL_ITEM_QUESTION, DRILL_LEVEL_JUNIOR, "a", NULL);
  alone = plan (one, DRILL_LEVEL_LEAD, 20, last, 1);
  g_assert_cmpuint (alone->entries->len, ==, 1);
  g_assert_true (alone->repeats);

  /* An incident that is longer than its share is cut to it. */
  add (incident, DRILL_ITEM_SCENARIO, 0, "a", NULL)->minutes = 40;
  cut = plan (incident, DRILL_LEVEL_SENIOR, 20, NULL, 1);
  g_assert_cmpint (cut->budget_ms, ==, 8 * MINUTE_MS);

  for (guint i = 0; i < 100; i++)
    add (quick, DRILL_ITEM_MCQ, 0, "a", NULL);
  many = plan (quick, DRILL_LEVEL_SENIOR, 60, NULL, 1);
  g_assert_cmpuint (many->entries->len, ==, 20);
}

/* Any library gives a plan that keeps what is true of every plan. */
static void
test_any_library (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) candidates = candidates_new ();
      g_auto (GStrv)        last = NULL;
      int                   n = g_test_rand_int_range (0, 40);
      guint                 level = drill_mock_setup_nth_level (g_test_rand_int_range (0, DRILL_MOCK_N_LEVELS));
      guint                 minutes = drill_mock_setup_nth_length (g_test_rand_int_range (0, DRILL_MOCK_N_LENGTHS));

      for (int i = 0; i < n; i++)
        {
          DrillItemKind       kind = g_test_rand_int_range (1, 6);
          g_autofree char    *parent = g_strdup_printf ("p/%d", g_test_rand_int_range (0, n));
          DrillMockCandidate *candidate = add (candidates,
                                               kind,
                                               g_test_rand_int_range (0, 256),
                                               i % 3 == 0 ? "" : i % 3 == 1 ? "a b" : "b c",
                                               kind == DRILL_ITEM_FOLLOW_UP ? parent : NULL);

          candidate->minutes = g_test_rand_int_range (0, 4) == 0 ? g_test_rand_int () : g_test_rand_int_range (0, 20);
          candidate->asked_ms = g_test_rand_int_range (0, 2) * (NOW_MS + 1000000);
          candidate->last_rating = g_test_rand_int_range (0, 5);
        }
      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (DrillMockPlan) self = plan (candidates, level, minutes, (const char *const *) last, g_test_rand_int ());

          check (candidates, self);
          g_strfreev (last);
          last = drill_mock_plan_get_keys (self);
        }
    }
}

static void
test_setup (void)
{
  static const char *const broken[] = { "", "[]", "{}", "{\"level\":1,\"minutes\":\"x\"}", "{\"level\":\"Junior\",\"minutes\":45}",
                                        "{\"level\":\"Lead\",\"minutes\":7}" };

  for (guint i = 0; i < DRILL_MOCK_N_LEVELS; i++)
    {
      for (guint k = 0; k < DRILL_MOCK_N_LENGTHS; k++)
        {
          DrillMockSetup   setup = { drill_mock_setup_nth_level (i), drill_mock_setup_nth_length (k) };
          DrillMockSetup   read;
          g_autofree char *text = drill_mock_setup_to_text (&setup);

          drill_mock_setup_from_text (&read, text);
          g_assert_cmpuint (read.level, ==, setup.level);
          g_assert_cmpuint (read.minutes, ==, setup.minutes);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      DrillMockSetup read;

      drill_mock_setup_from_text (&read, broken[i]);
      g_assert_cmpuint (read.level, ==, DRILL_LEVEL_SENIOR);
      g_assert_cmpuint (read.minutes, ==, 45);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/mock-plan/setup", test_setup);
  g_test_add_func ("/study/mock-plan/composition", test_composition);
  g_test_add_func ("/study/mock-plan/weak-first", test_weak_first);
  g_test_add_func ("/study/mock-plan/not-lately", test_not_lately);
  g_test_add_func ("/study/mock-plan/topics-and-levels", test_topics_and_levels);
  g_test_add_func ("/study/mock-plan/never-the-same", test_never_the_same);
  g_test_add_func ("/study/mock-plan/small-libraries", test_small_libraries);
  g_test_add_func ("/study/mock-plan/any-library", test_any_library);

  return g_test_run ();
}
