/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Mock interviews from the plan to the reviews that follow, on a database. */

#include "config.h"

#include "study-fixture.h"

#include "library/importer.h"
#include "study/mock-incident.h"
#include "study/mock-pool.h"
#include "study/mock-store.h"
#include "study/run-record.h"

#include <string.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static const char chapter[] =
    "<!-- pack: mock; version: 1; format: 1 -->\n# Mock\n\n## Core Interview Questions\n\n"
    "### 1. One? (Senior)\n<!-- id: qq; topics: aa, bb; minutes: 4 -->\n\n**A:** Yes.\n\n"
    "**Key Points:**\n\n- (must) It is *first*.\n- (good) It is second.\n- (excellent) It is third.\n\n"
    "**Follow-up:** More?\n<!-- id: qq-more; minutes: 2 -->\n\n- **A:** Yes.\n\n"
    "## MCQ Section\n\n"
    "### 1. Which? (Senior)\n<!-- id: mm; topics: cc -->\n\n"
    "- A. one\n- B. two\n- C. three\n\n**Correct Answer:** C\n";

typedef struct
{
  StudyFixture base;
  DrillClock  *clock;
} MockFixture;

static void
import_mock (StudyFixture *fixture,
             const char   *text)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = scratch_path (fixture->scratch, "mock");
  const char                   *paths[] = { pack, NULL };

  scratch_write (fixture->scratch, "mock/mock.md", text);
  report = drill_import_run (fixture->connection, paths, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (MockFixture  *fixture,
        gconstpointer data)
{
  study_set_up (&fixture->base, data);
  import_mock (&fixture->base, chapter);
  fixture->clock = drill_clock_new_fake (NOON (TODAY));
}

static void
tear_down (MockFixture  *fixture,
           gconstpointer data)
{
  drill_clock_unref (fixture->clock);
  study_tear_down (&fixture->base, data);
}

static DrillMock *
start (MockFixture       *fixture,
       const char *const *keys)
{
  DrillMockSetup     setup = { DRILL_LEVEL_SENIOR, 20 };
  g_autoptr (GError) error = NULL;
  DrillClockReading  now;
  DrillMock         *mock;

  drill_clock_read (fixture->clock, &now);
  mock = drill_mock_start (fixture->base.connection, &setup, keys, 1, &now, &error);
  g_assert_no_error (error);

  return mock;
}

static DrillMock *
load (MockFixture     *fixture,
      const DrillMock *mock)
{
  g_autoptr (GError) error = NULL;
  DrillMock         *loaded = drill_mock_load (fixture->base.connection, mock->uuid, &error);

  g_assert_no_error (error);

  return loaded;
}

static void
assert_same (const DrillMock *a,
             const DrillMock *b)
{
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  g_assert_cmpuint (a->setup.level, ==, b->setup.level);
  g_assert_cmpuint (a->setup.minutes, ==, b->setup.minutes);
  g_assert_cmpint (a->started_ms, ==, b->started_ms);
  g_assert_cmpint (drill_mock_run_get_phase (a->run), ==, drill_mock_run_get_phase (b->run));
  g_assert_cmpuint (drill_mock_run_get_current (a->run), ==, drill_mock_run_get_current (b->run));
  g_assert_cmpuint (drill_mock_run_get_n_events (a->run), ==, drill_mock_run_get_n_events (b->run));
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (a->run), ==, drill_mock_run_get_elapsed_ms (b->run));
  for (guint i = 0; i < a->steps->len; i++)
    {
      const DrillMockStep  *p = drill_mock_get_step (a, i);
      const DrillMockStep  *q = drill_mock_get_step (b, i);
      const DrillMockEntry *x = drill_mock_run_get_entry (a->run, i);
      const DrillMockEntry *y = drill_mock_run_get_entry (b->run, i);

      g_assert_cmpstr (p->record->key, ==, q->record->key);
      g_assert_cmpint (p->record->item->kind, ==, q->record->item->kind);
      g_assert_cmpstr (p->record->parent_key, ==, q->record->parent_key);
      g_assert_cmpstr (p->record->item->title, ==, q->record->item->title);
      g_assert_cmpint (p->budget_ms, ==, q->budget_ms);
      g_assert_cmpmem (&p->order, sizeof p->order, &q->order, sizeof q->order);
      g_assert_cmpuint (p->points->len, ==, q->points->len);
      for (guint k = 0; k < p->points->len; k++)
        {
          const DrillMockPoint *one = &g_array_index (p->points, DrillMockPoint, k);
          const DrillMockPoint *two = &g_array_index (q->points, DrillMockPoint, k);

          g_assert_cmpstr (one->markdown, ==, two->markdown);
          g_assert_cmpint (one->grade, ==, two->grade);
        }
      g_assert_cmpstr (x->words, ==, y->words);
      g_assert_cmpstr (x->incident, ==, y->incident);
      g_assert_cmphex (x->ticks, ==, y->ticks);
      g_assert_cmphex (x->chosen, ==, y->chosen);
      g_assert_cmpint (x->spent_ms, ==, y->spent_ms);
    }
}

/* Lets something happen and stores it, twice; whoever dies after it loses nothing. */
static void
change (MockFixture       *fixture,
        DrillMock         *mock,
        DrillMockEventKind kind,
        guint              value,
        const char        *text)
{
  g_autoptr (DrillMockChange) event = NULL;
  g_autoptr (DrillMock)       found = NULL;
  g_autoptr (GError)          error = NULL;
  DrillClockReading           now;
  gboolean                    effect;

  drill_clock_read (fixture->clock, &now);
  event = drill_mock_change (mock, kind, value, text, &now, &effect);
  g_assert_nonnull (event);
  g_assert_true (effect);
  for (guint i = 0; i < 2; i++)
    {
      drill_mock_change_save (fixture->base.connection, fixture->base.rules, event, &error);
      g_assert_no_error (error);
    }
  found = load (fixture, mock);
  assert_same (found, mock);
}

static void
test_an_interview (MockFixture  *fixture,
                   gconstpointer data)
{
  static const char *const   keys[] = { "mock/qq", "mock/qq-more", "mock/mm", "mock/gone", NULL };
  g_autoptr (DrillMock)      mock = start (fixture, keys);
  g_autoptr (DrillScorecard) card = NULL;
  g_autoptr (GPtrArray)      rows = NULL;
  g_autoptr (GError)         error = NULL;
  const DrillMockRow        *row;
  DrillClockReading          now;

  g_assert_cmpuint (mock->steps->len, ==, 3);
  drill_clock_advance_fake (fixture->clock, MINUTE_MS);
  change (fixture, mock, DRILL_MOCK_WORDS, 0, "It's \"first\"; then\nwe drop TABLE review --");
  change (fixture, mock, DRILL_MOCK_DONE, 0, NULL);
  change (fixture, mock, DRILL_MOCK_TICK, 3, NULL);
  change (fixture, mock, DRILL_MOCK_NEXT, 0, NULL);

  rows = drill_mock_list (fixture->base.connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->ended_ms, ==, 0);
  g_assert_cmpuint (row->reached, ==, 2);
  g_assert_cmpuint (row->steps, ==, 3);
  g_assert_cmpint (row->left_ms, ==, 19 * MINUTE_MS);

  /* Until the end nothing is a review. */
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 0);
  change (fixture, mock, DRILL_MOCK_SKIP, 0, NULL);
  drill_clock_advance_fake (fixture->clock, MINUTE_MS);
  change (fixture, mock, DRILL_MOCK_CHOOSE, 1 << 2, NULL);
  change (fixture, mock, DRILL_MOCK_DONE, 0, NULL);
  change (fixture, mock, DRILL_MOCK_NEXT, 0, NULL);
  g_assert_cmpint (drill_mock_run_get_phase (mock->run), ==, DRILL_MOCK_COMPLETE);

  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 3);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review WHERE kind = 3"), ==, 3);
  g_assert_cmpint (study_int (&fixture->base,
                              "SELECT rating FROM review JOIN card ON card.id = review.card WHERE key = 'mock/qq'"),
                   ==,
                   DRILL_RATING_GOOD);
  g_assert_cmpint (study_int (&fixture->base,
                              "SELECT rating FROM review JOIN card ON card.id = review.card WHERE key = 'mock/qq-more'"),
                   ==,
                   DRILL_RATING_AGAIN);
  g_assert_cmpint (study_int (&fixture->base,
                              "SELECT rating FROM review JOIN card ON card.id = review.card WHERE key = 'mock/mm'"),
                   ==,
                   DRILL_RATING_GOOD);

  card = drill_scorecard_new (mock);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = drill_mock_list (fixture->base.connection, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->percent, ==, card->percent);
  g_assert_cmpint (row->phase, ==, DRILL_MOCK_COMPLETE);
  g_assert_cmpint (row->ended_ms, ==, NOON (TODAY) + 2 * MINUTE_MS);

  drill_clock_read (fixture->clock, &now);
  g_assert_null (drill_mock_change (mock, DRILL_MOCK_ANCHOR, 0, NULL, &now, NULL));
}

/* What was asked stays as it was asked, whatever becomes of the pack. */
static void
test_packs_change (MockFixture  *fixture,
                   gconstpointer data)
{
  static const char *const keys[] = { "mock/qq", "mock/mm", "fix/outage", NULL };
  g_autoptr (DrillMock)    mock = start (fixture, keys);
  g_autoptr (DrillMock)    found = NULL;

  g_assert_cmpuint (mock->steps->len, ==, 3);
  import_mock (&fixture->base, "<!-- pack: mock; version: 1; format: 1 -->\n# Mock\n");
  found = load (fixture, mock);
  assert_same (found, mock);
}

static void
test_nothing_to_ask (MockFixture  *fixture,
                     gconstpointer data)
{
  static const char *const keys[] = { "mock/gone", NULL };
  DrillMockSetup           setup = { DRILL_LEVEL_SENIOR, 20 };
  g_autoptr (GError)       error = NULL;
  DrillClockReading        now;
  guint8                   uuid[DRILL_UUID_SIZE] = { 0 };

  drill_clock_read (fixture->clock, &now);
  g_assert_null (drill_mock_start (fixture->base.connection, &setup, keys, 1, &now, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (drill_mock_load (fixture->base.connection, uuid, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static DrillMockPlan *
plan (MockFixture *fixture,
      guint32      seed)
{
  DrillMockSetup     setup = { DRILL_LEVEL_SENIOR, 45 };
  g_autoptr (GError) error = NULL;
  DrillMockPlan     *result = drill_mock_pool_plan (fixture->base.connection,
                                                    fixture->base.rules,
                                                    &setup,
                                                    seed,
                                                    drill_clock_wall_ms (fixture->clock),
                                                    &error);

  g_assert_no_error (error);

  return result;
}

/* The whole fixture, then another order: it is all there is. */
static void
test_plans (MockFixture  *fixture,
            gconstpointer data)
{
  g_auto (GStrv) last = NULL;

  for (guint32 seed = 0; seed < 6; seed++)
    {
      g_autoptr (DrillMockPlan) result = plan (fixture, seed);
      g_auto (GStrv)            keys = drill_mock_plan_get_keys (result);
      g_autoptr (DrillMock)     mock = start (fixture, (const char *const *) keys);

      g_assert_cmpuint (drill_mock_plan_count (result, DRILL_ITEM_SCENARIO), ==, 1);
      g_assert_cmpuint (drill_mock_plan_count (result, DRILL_ITEM_MCQ), ==, 2);
      g_assert_cmpuint (drill_mock_plan_count (result, DRILL_ITEM_QUESTION), >=, 4);
      g_assert_cmpuint (mock->items->len, ==, result->entries->len);
      g_assert_false (result->repeats);
      g_assert_false (last != NULL && g_strv_equal ((const char *const *) last, (const char *const *) keys));
      g_strfreev (last);
      last = g_steal_pointer (&keys);
      drill_clock_advance_fake (fixture->clock, MINUTE_MS);
    }
}

static void
save_run (MockFixture *fixture,
          gint64       started_ms,
          const char  *moves)
{
  g_autoptr (DrillRunRecord) record = drill_run_record_new ("fix/outage", "hash", started_ms);
  g_autoptr (GError)         error = NULL;

  g_free (record->moves);
  record->moves = g_strdup (moves);
  record->updated_ms = started_ms;
  drill_run_record_save (fixture->base.connection, record, &error);
  g_assert_no_error (error);
}

static void
test_incident (MockFixture  *fixture,
               gconstpointer data)
{
  static const char *const      keys[] = { "fix/outage", NULL };
  g_autoptr (DrillMock)         mock = start (fixture, keys);
  g_autoptr (DrillMockIncident) incident = NULL;
  g_autoptr (DrillScorecard)    card = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *text = NULL;
  gint64                        since_ms = drill_mock_run_get_entry (mock->run, 0)->since_ms;

  /* Only what was played for it counts. */
  save_run (fixture, since_ms - 10 * MINUTE_MS, "restart");
  incident = drill_mock_incident_load (fixture->base.connection, "fix/outage", since_ms, &error);
  g_assert_null (incident);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  save_run (fixture, since_ms + MINUTE_MS, "restart");
  incident = drill_mock_incident_load (fixture->base.connection, "fix/outage", since_ms, &error);
  g_assert_no_error (error);
  g_assert_true (incident->over);
  g_assert_cmpfloat (incident->score, ==, 100);
  g_assert_cmpuint (incident->phases->len, ==, 1);

  text = drill_mock_incident_to_text (incident);
  change (fixture, mock, DRILL_MOCK_INCIDENT, 0, text);
  change (fixture, mock, DRILL_MOCK_DONE, 0, NULL);
  change (fixture, mock, DRILL_MOCK_NEXT, 0, NULL);
  card = drill_scorecard_new (mock);
  g_assert_cmpint (card->percent, ==, 100);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_MITIGATION].points, ==, 2000);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/study/mock/an-interview", MockFixture, NULL, set_up, test_an_interview, tear_down);
  g_test_add ("/study/mock/packs-change", MockFixture, NULL, set_up, test_packs_change, tear_down);
  g_test_add ("/study/mock/nothing-to-ask", MockFixture, NULL, set_up, test_nothing_to_ask, tear_down);
  g_test_add ("/study/mock/plans", MockFixture, NULL, set_up, test_plans, tear_down);
  g_test_add ("/study/mock/incident", MockFixture, NULL, set_up, test_incident, tear_down);

  return g_test_run ();
}
