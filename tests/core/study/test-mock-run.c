/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Mock interviews as events: told step by step, and random ones that must keep what is
 * true of every interview. */

#include "config.h"

#include "study/mock-run.h"

#include <string.h>

#define START_MS G_GINT64_CONSTANT (1700000000000)
#define MINUTE   G_GINT64_CONSTANT (60000)
#define TOTAL    (20 * MINUTE)

/* An open question with three key points, an MCQ, an incident, a follow-up. */
static const DrillMockForm forms[] = {
  { 0, FALSE, 3, FALSE }, { 4, FALSE, 0, FALSE }, { 0, FALSE, 0, TRUE }, { 0, FALSE, 1, FALSE }
};

typedef struct
{
  DrillClock   *clock;
  DrillMockRun *run;
  GArray       *events; /* DrillMockEvent; texts are static */
} World;

static void
world_init (World *world)
{
  world->clock = drill_clock_new_fake (START_MS);
  world->run = drill_mock_run_new (TOTAL, forms, G_N_ELEMENTS (forms));
  world->events = g_array_new (FALSE, FALSE, sizeof (DrillMockEvent));
}

static void
world_clear (World *world)
{
  drill_clock_unref (world->clock);
  drill_mock_run_free (world->run);
  g_array_unref (world->events);
}

static gboolean
apply (World             *world,
       DrillMockEventKind kind,
       guint              value,
       const char        *text)
{
  DrillMockEvent event = { kind, value, text, { 0 } };

  drill_clock_read (world->clock, &event.at);
  g_array_append_val (world->events, event);

  return drill_mock_run_apply (world->run, &event);
}

static void
assert_same (const DrillMockRun *a,
             const DrillMockRun *b)
{
  g_assert_cmpint (drill_mock_run_get_phase (a), ==, drill_mock_run_get_phase (b));
  g_assert_cmpuint (drill_mock_run_get_current (a), ==, drill_mock_run_get_current (b));
  g_assert_cmpuint (drill_mock_run_get_n_events (a), ==, drill_mock_run_get_n_events (b));
  g_assert_cmpuint (drill_mock_run_get_interruptions (a), ==, drill_mock_run_get_interruptions (b));
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (a), ==, drill_mock_run_get_elapsed_ms (b));
  g_assert_cmpint (drill_mock_run_get_away_ms (a), ==, drill_mock_run_get_away_ms (b));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const DrillMockEntry *x = drill_mock_run_get_entry (a, i);
      const DrillMockEntry *y = drill_mock_run_get_entry (b, i);

      g_assert_cmpint (x->reached, ==, y->reached);
      g_assert_cmpint (x->done, ==, y->done);
      g_assert_cmpint (x->skipped, ==, y->skipped);
      g_assert_cmphex (x->chosen, ==, y->chosen);
      g_assert_cmphex (x->ticks, ==, y->ticks);
      g_assert_cmpstr (x->words, ==, y->words);
      g_assert_cmpstr (x->incident, ==, y->incident);
      g_assert_cmpint (x->spent_ms, ==, y->spent_ms);
      g_assert_cmpint (x->since_ms, ==, y->since_ms);
    }
}

static void
test_the_way_through (void)
{
  World                 world;
  const DrillMockEntry *first, *incident;

  world_init (&world);
  first = drill_mock_run_get_entry (world.run, 0);
  incident = drill_mock_run_get_entry (world.run, 2);

  g_assert_false (apply (&world, DRILL_MOCK_NEXT, 0, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_START, 0, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_START, 0, NULL));
  drill_clock_advance_fake (world.clock, MINUTE);
  g_assert_true (apply (&world, DRILL_MOCK_WORDS, 0, "half"));
  g_assert_true (apply (&world, DRILL_MOCK_WORDS, 0, "all of it"));
  g_assert_false (apply (&world, DRILL_MOCK_CHOOSE, 1, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_TICK, 1, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_NEXT, 0, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_INCIDENT, 0, "no incident"));
  drill_clock_advance_fake (world.clock, MINUTE);
  g_assert_true (apply (&world, DRILL_MOCK_DONE, 0, NULL));
  g_assert_cmpstr (first->words, ==, "all of it");

  /* The clock stands still while one marks. */
  drill_clock_advance_fake (world.clock, 30 * MINUTE);
  g_assert_true (apply (&world, DRILL_MOCK_TICK, 5, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_TICK, 8, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_WORDS, 0, "too late"));
  g_assert_false (apply (&world, DRILL_MOCK_SKIP, 0, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_NEXT, 0, NULL));
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (world.run), ==, 2 * MINUTE);
  g_assert_cmphex (first->ticks, ==, 5);
  g_assert_cmpint (first->spent_ms, ==, 2 * MINUTE);

  g_assert_false (apply (&world, DRILL_MOCK_CHOOSE, 3, NULL));
  g_assert_false (apply (&world, DRILL_MOCK_CHOOSE, 1 << 4, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_CHOOSE, 1 << 3, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_DONE, 0, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_NEXT, 0, NULL));
  g_assert_cmpint (incident->since_ms, ==, START_MS + 32 * MINUTE);
  g_assert_true (apply (&world, DRILL_MOCK_INCIDENT, 0, "went well"));
  g_assert_true (apply (&world, DRILL_MOCK_DONE, 0, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_NEXT, 0, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_SKIP, 0, NULL));
  g_assert_cmpint (drill_mock_run_get_phase (world.run), ==, DRILL_MOCK_COMPLETE);
  g_assert_cmpuint (drill_mock_run_get_n_reached (world.run), ==, 4);
  g_assert_false (apply (&world, DRILL_MOCK_HAND_IN, 0, NULL));
  world_clear (&world);
}

/* Time that is over in the middle of an answer ends it to the millisecond. What was on
 * its way is still taken, and marked; then it is over. */
static void
test_time_is_over (void)
{
  World world;

  world_init (&world);
  apply (&world, DRILL_MOCK_START, 0, NULL);
  drill_clock_advance_fake (world.clock, TOTAL - 1);
  g_assert_false (apply (&world, DRILL_MOCK_TIME_UP, 0, NULL));
  drill_clock_advance_fake (world.clock, 5000);
  g_assert_true (apply (&world, DRILL_MOCK_TIME_UP, 0, NULL));
  g_assert_cmpint (drill_mock_run_get_phase (world.run), ==, DRILL_MOCK_MARKING);
  g_assert_true (drill_mock_run_is_time_over (world.run));
  g_assert_cmpint (drill_mock_run_get_left_ms (world.run), ==, 0);
  g_assert_cmpint (drill_mock_run_get_entry (world.run, 0)->spent_ms, ==, TOTAL);
  g_assert_true (apply (&world, DRILL_MOCK_WORDS, 0, "said in time"));
  g_assert_true (apply (&world, DRILL_MOCK_TICK, 1, NULL));
  g_assert_true (apply (&world, DRILL_MOCK_NEXT, 0, NULL));
  g_assert_cmpint (drill_mock_run_get_phase (world.run), ==, DRILL_MOCK_OUT_OF_TIME);
  g_assert_cmpuint (drill_mock_run_get_n_reached (world.run), ==, 1);
  world_clear (&world);
}

static void
test_hand_in (void)
{
  World world;

  world_init (&world);
  apply (&world, DRILL_MOCK_START, 0, NULL);
  apply (&world, DRILL_MOCK_WORDS, 0, "kept");
  apply (&world, DRILL_MOCK_SKIP, 0, NULL);
  apply (&world, DRILL_MOCK_CHOOSE, 2, NULL);
  g_assert_true (apply (&world, DRILL_MOCK_HAND_IN, 0, NULL));
  g_assert_cmpint (drill_mock_run_get_phase (world.run), ==, DRILL_MOCK_HANDED_IN);
  g_assert_cmpstr (drill_mock_run_get_entry (world.run, 0)->words, ==, "kept");
  g_assert_true (drill_mock_run_get_entry (world.run, 1)->done);
  world_clear (&world);
}

/* An interruption costs no time, but is told; the wall clock is not to be trusted. */
static void
test_interruptions (void)
{
  g_autoptr (DrillMockRun) later = NULL;
  DrillClockReading        now;
  World                    world;

  world_init (&world);
  apply (&world, DRILL_MOCK_START, 0, NULL);
  drill_clock_advance_fake (world.clock, MINUTE);
  apply (&world, DRILL_MOCK_LEAVE, 0, NULL);
  drill_clock_advance_fake (world.clock, 60 * MINUTE);
  apply (&world, DRILL_MOCK_OPEN, 0, NULL);
  drill_clock_advance_fake (world.clock, MINUTE);
  drill_clock_set_fake (world.clock, 0);
  apply (&world, DRILL_MOCK_ANCHOR, 0, NULL);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (world.run), ==, 2 * MINUTE);
  drill_clock_suspend_fake (world.clock, 10 * MINUTE);
  apply (&world, DRILL_MOCK_ANCHOR, 0, NULL);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (world.run), ==, 2 * MINUTE);
  drill_clock_set_fake (world.clock, START_MS + 100 * MINUTE);
  apply (&world, DRILL_MOCK_ANCHOR, 0, NULL);
  drill_clock_reboot_fake (world.clock, 30 * MINUTE);
  apply (&world, DRILL_MOCK_OPEN, 0, NULL);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (world.run), ==, 2 * MINUTE);
  g_assert_cmpuint (drill_mock_run_get_interruptions (world.run), ==, 2);
  g_assert_cmpint (drill_mock_run_get_away_ms (world.run), ==, 90 * MINUTE);

  drill_clock_advance_fake (world.clock, MINUTE);
  drill_clock_read (world.clock, &now);
  later = drill_mock_run_at (world.run, &now);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (later), ==, 3 * MINUTE);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (world.run), ==, 2 * MINUTE);
  world_clear (&world);
}

static void
test_too_many_words (void)
{
  g_autofree char *most = g_strnfill (DRILL_MOCK_MAX_WORDS, 'a');
  g_autofree char *more = g_strnfill (DRILL_MOCK_MAX_WORDS + 1, 'a');
  World            world;

  world_init (&world);
  apply (&world, DRILL_MOCK_START, 0, NULL);
  g_assert_true (apply (&world, DRILL_MOCK_WORDS, 0, most));
  g_assert_false (apply (&world, DRILL_MOCK_WORDS, 0, more));
  g_assert_cmpstr (drill_mock_run_get_entry (world.run, 0)->words, ==, most);
  world_clear (&world);
}

static void
check_invariants (const DrillMockRun   *run,
                  const DrillMockRun   *before,
                  const DrillMockEvent *event,
                  gboolean              effect)
{
  guint  current = drill_mock_run_get_current (before);
  gint64 spent = 0;

  g_assert_cmpint (drill_mock_run_get_elapsed_ms (run), >=, drill_mock_run_get_elapsed_ms (before));
  g_assert_cmpint (drill_mock_run_get_left_ms (run), >=, 0);
  g_assert_cmpint (drill_mock_run_get_away_ms (run), >=, drill_mock_run_get_away_ms (before));
  g_assert_cmpuint (drill_mock_run_get_current (run), >=, current);
  g_assert_cmpuint (drill_mock_run_get_current (run), <, G_N_ELEMENTS (forms));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const DrillMockEntry *entry = drill_mock_run_get_entry (run, i);
      const DrillMockEntry *old = drill_mock_run_get_entry (before, i);
      gboolean              meant = effect && i == current;

      g_assert_cmpint (entry->spent_ms, >=, old->spent_ms);
      g_assert_true (entry->reached || !old->reached);
      g_assert_true (entry->done || !old->done);
      g_assert_false (entry->done && entry->skipped);
      g_assert_true (entry->reached || (!entry->done && !entry->skipped && entry->spent_ms == 0));
      g_assert_cmphex (entry->chosen >> forms[i].n_options, ==, 0);
      g_assert_cmphex (entry->ticks >> forms[i].n_points, ==, 0);
      spent += entry->spent_ms;

      /* An answer is lost by nothing but another one that had its effect. */
      if (!(meant && event->kind == DRILL_MOCK_CHOOSE))
        g_assert_cmphex (entry->chosen, ==, old->chosen);
      if (!(meant && event->kind == DRILL_MOCK_TICK))
        g_assert_cmphex (entry->ticks, ==, old->ticks);
      if (!(meant && event->kind == DRILL_MOCK_WORDS))
        g_assert_cmpstr (entry->words, ==, old->words);
      if (!(meant && event->kind == DRILL_MOCK_INCIDENT))
        g_assert_cmpstr (entry->incident, ==, old->incident);
    }
  g_assert_cmpint (spent, ==, drill_mock_run_get_elapsed_ms (run));

  if (drill_mock_run_has_ended (before))
    {
      g_assert_false (effect);
      assert_same (run, before);
    }
}

static void
check_replay (World *world)
{
  g_autoptr (DrillMockRun) again = drill_mock_run_new (TOTAL, forms, G_N_ELEMENTS (forms));

  for (guint i = 0; i < world->events->len; i++)
    drill_mock_run_apply (again, &g_array_index (world->events, DrillMockEvent, i));
  assert_same (again, world->run);
}

static void
test_any_events (void)
{
  static const DrillMockEventKind kinds[] = {
    DRILL_MOCK_START,   DRILL_MOCK_OPEN, DRILL_MOCK_LEAVE, DRILL_MOCK_ANCHOR, DRILL_MOCK_CHOOSE, DRILL_MOCK_WORDS,
    DRILL_MOCK_DONE,    DRILL_MOCK_DONE, DRILL_MOCK_TICK,  DRILL_MOCK_NEXT,   DRILL_MOCK_NEXT,   DRILL_MOCK_SKIP,
    DRILL_MOCK_TIME_UP, DRILL_MOCK_TICK, DRILL_MOCK_INCIDENT, 0, 99, DRILL_MOCK_HAND_IN,
  };
  static const char *const texts[] = { NULL, "", "one", "another" };
  guint                    ends[DRILL_MOCK_COMPLETE + 1] = { 0 };

  for (guint round = 0; round < 1500; round++)
    {
      World world;
      int   n = g_test_rand_int_range (1, 50);

      world_init (&world);
      for (int i = 0; i < n; i++)
        {
          g_autoptr (DrillMockRun) before = drill_mock_run_copy (world.run);
          /* The end comes too often otherwise. */
          guint                    last = G_N_ELEMENTS (kinds) - (g_test_rand_int_range (0, 5) != 0);
          DrillMockEventKind       kind = i == 0 ? DRILL_MOCK_START : kinds[g_test_rand_int_range (0, last)];
          gboolean                 effect;

          switch (g_test_rand_int_range (0, 8))
            {
            case 0:
              drill_clock_suspend_fake (world.clock, g_test_rand_int_range (0, 600000));
              break;
            case 1:
              drill_clock_reboot_fake (world.clock, g_test_rand_int_range (0, 600000));
              break;
            case 2:
              drill_clock_set_fake (world.clock, g_test_rand_int_range (0, 2) ? 0 : START_MS * 2);
              break;
            default:
              drill_clock_advance_fake (world.clock, g_test_rand_int_range (0, 120000));
              break;
            }
          effect = apply (&world, kind, g_test_rand_int_range (0, 18), texts[g_test_rand_int_range (0, 4)]);
          check_invariants (world.run, before, &g_array_index (world.events, DrillMockEvent, i), effect);
        }
      check_replay (&world);
      ends[drill_mock_run_get_phase (world.run)]++;
      world_clear (&world);
    }

  /* Else too little was tried. */
  for (guint i = DRILL_MOCK_ANSWERING; i <= DRILL_MOCK_COMPLETE; i++)
    g_assert_cmpuint (ends[i], >, 0);
}

/* Readings from a damaged file are no reason for nonsense. */
static void
test_any_readings (void)
{
  static const gint64 extremes[] = { G_MININT64, -1, 0, 1, START_MS, G_MAXINT64 };

  for (guint round = 0; round < 2000; round++)
    {
      World world;

      world_init (&world);
      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (DrillMockRun) before = drill_mock_run_copy (world.run);
          DrillMockEvent           event = { i == 0 ? DRILL_MOCK_START : DRILL_MOCK_OPEN + g_test_rand_int_range (0, 24),
                                             (guint) g_test_rand_int (),
                                             "text",
                                             { (guint64) g_test_rand_int_range (0, 3),
                                               extremes[g_test_rand_int_range (0, 6)],
                                               extremes[g_test_rand_int_range (0, 6)],
                                               extremes[g_test_rand_int_range (0, 6)] } };

          gboolean                 effect = drill_mock_run_apply (world.run, &event);

          check_invariants (world.run, before, &event, effect);
        }
      world_clear (&world);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/mock-run/the-way-through", test_the_way_through);
  g_test_add_func ("/study/mock-run/time-is-over", test_time_is_over);
  g_test_add_func ("/study/mock-run/hand-in", test_hand_in);
  g_test_add_func ("/study/mock-run/interruptions", test_interruptions);
  g_test_add_func ("/study/mock-run/too-many-words", test_too_many_words);
  g_test_add_func ("/study/mock-run/any-events", test_any_events);
  g_test_add_func ("/study/mock-run/any-readings", test_any_readings);

  return g_test_run ();
}
