/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Attempts, told as tables of steps, and as random ones that must keep what is true
 * of every attempt.
 */

#include "config.h"

#include "study/attempt-score.h"

#include <string.h>

#define START_MS G_GINT64_CONSTANT (1700000000000)
#define SECOND   G_GINT64_CONSTANT (1000)
#define MINUTE   (60 * SECOND)
#define HOUR     (60 * MINUTE)
#define STEPS    18

/* Three questions: one of four options is right, two of four are, one of two is. */
static const DrillAttemptQuestion questions[] = { { 4, 1 << 2 }, { 4, 1 << 0 | 1 << 3 }, { 2, 1 << 1 } };

typedef enum
{
  END,
  /* what happens to the machine, for @ms */
  PASS,
  SUSPEND,
  RESTART, /* it is off */
  SET_BY,  /* its wall clock is set by so much */
  /* what is done; DENIED: it has no effect */
  DO,
  DENIED,
  /* what is so now */
  PHASE,
  AT,       /* question */
  LEFT,     /* ms */
  QUESTION_LEFT,
  ELAPSED,
  SPENT,    /* on question, ms */
  CHOSEN,   /* for question */
  CLOSED,   /* question, value */
  AWAY,
  DOUBTFUL,
} Action;

typedef struct
{
  Action                action;
  gint64                ms;
  DrillAttemptEventKind kind;
  guint                 question;
  guint                 value;
} Step;

typedef struct
{
  const char       *name;
  DrillAttemptRules rules;
  Step              steps[STEPS];
} Case;

#define EVENT(k, q, v)  { DO, .kind = DRILL_ATTEMPT_##k, .question = (q), .value = (v) }
#define REFUSE(k, q, v) { DENIED, .kind = DRILL_ATTEMPT_##k, .question = (q), .value = (v) }
#define IS(p)           { PHASE, .value = DRILL_ATTEMPT_##p }

#define EXAM        { TRUE, 10 * MINUTE, 0 }
#define EXAM_EACH   { TRUE, 0, MINUTE }
#define PRACTICE    { FALSE, 10 * MINUTE, 0 }
#define UNTIMED     { FALSE, 0, 0 }

static const Case cases[] = {
  { "nothing-before-the-start",
    EXAM,
    { REFUSE (CHOOSE, 0, 1), REFUSE (HAND_IN, 0, 0), IS (WAITING), EVENT (START, 0, 0), IS (RUNNING), REFUSE (START, 0, 0) } },
  { "choices",
    EXAM,
    { EVENT (START, 0, 0), EVENT (CHOOSE, 0, 4), REFUSE (CHOOSE, 0, 5), REFUSE (CHOOSE, 0, 16), REFUSE (CHOOSE, 3, 1),
      { CHOSEN, .question = 0, .value = 4 }, EVENT (CHOOSE, 1, 9), REFUSE (CHOOSE, 2, 4), EVENT (CHOOSE, 0, 1),
      { CHOSEN, .question = 0, .value = 1 }, EVENT (CHOOSE, 1, 0), { CHOSEN, .question = 1, .value = 0 } } },
  { "exam-has-no-pause-and-no-check",
    EXAM,
    { EVENT (START, 0, 0), EVENT (CHOOSE, 0, 1), REFUSE (CHECK, 0, 0), REFUSE (PAUSE, 0, 0), REFUSE (RESUME, 0, 0), IS (RUNNING) } },
  { "time-up-to-the-millisecond",
    EXAM,
    { EVENT (START, 0, 0), { PASS, 10 * MINUTE - 1 }, EVENT (CHOOSE, 0, 4), { LEFT, 1 }, REFUSE (TIME_UP, 0, 0), { PASS, 1 },
      REFUSE (CHOOSE, 0, 1), IS (OUT_OF_TIME), { CHOSEN, .question = 0, .value = 4 }, { LEFT, 0 }, REFUSE (HAND_IN, 0, 0), IS (OUT_OF_TIME) } },
  { "time-up-noticed-late",
    EXAM,
    { EVENT (START, 0, 0), { PASS, MINUTE }, EVENT (CHOOSE, 0, 4), { SUSPEND, 3 * HOUR }, EVENT (TIME_UP, 0, 0),
      IS (OUT_OF_TIME), { ELAPSED, 10 * MINUTE }, { LEFT, 0 }, { SPENT, 10 * MINUTE, .question = 0 } } },
  { "exam-goes-on-while-suspended",
    EXAM,
    { EVENT (START, 0, 0), { SUSPEND, 2 * MINUTE }, EVENT (ANCHOR, 0, 0), { LEFT, 8 * MINUTE } } },
  { "exam-clock-set-back-and-forward",
    EXAM,
    { EVENT (START, 0, 0), { PASS, MINUTE }, { SET_BY, -5 * HOUR }, { PASS, MINUTE }, EVENT (GO, 1, 0), { SET_BY, 9 * HOUR },
      { PASS, MINUTE }, EVENT (OPEN, 0, 0), { LEFT, 7 * MINUTE }, { DOUBTFUL, .value = 0 } } },
  { "exam-killed-and-opened",
    EXAM,
    { EVENT (START, 0, 0), { PASS, MINUTE }, EVENT (CHOOSE, 0, 4), { PASS, 2 * MINUTE }, EVENT (OPEN, 0, 0), { LEFT, 7 * MINUTE },
      { CHOSEN, .question = 0, .value = 4 }, { AWAY, 2 * MINUTE }, IS (RUNNING) } },
  { "exam-after-power-loss",
    EXAM,
    { EVENT (START, 0, 0), { PASS, MINUTE }, EVENT (ANCHOR, 0, 0), { RESTART, 3 * MINUTE }, { PASS, MINUTE }, EVENT (OPEN, 0, 0),
      { LEFT, 5 * MINUTE }, { DOUBTFUL, .value = 0 } } },
  { "exam-after-power-loss-and-a-clock-set-back",
    EXAM,
    { EVENT (START, 0, 0), { PASS, MINUTE }, EVENT (ANCHOR, 0, 0), { RESTART, 3 * MINUTE }, { SET_BY, -HOUR }, { PASS, MINUTE },
      EVENT (OPEN, 0, 0), { LEFT, 8 * MINUTE }, { DOUBTFUL, .value = 1 }, EVENT (HAND_IN, 0, 0), IS (HANDED_IN) } },
  { "exam-after-power-loss-and-a-clock-set-years-forward",
    EXAM,
    { EVENT (START, 0, 0), { PASS, MINUTE }, { RESTART, MINUTE }, { SET_BY, 50000 * HOUR }, { PASS, MINUTE },
      EVENT (OPEN, 0, 0), { LEFT, 9 * MINUTE }, { DOUBTFUL, .value = 1 } } },
  { "exam-found-out-of-time",
    EXAM,
    { EVENT (START, 0, 0), EVENT (CHOOSE, 0, 4), { RESTART, 9 * HOUR }, REFUSE (OPEN, 0, 0), IS (OUT_OF_TIME), { ELAPSED, 10 * MINUTE },
      { CHOSEN, .question = 0, .value = 4 } } },
  { "practice-stops-while-away",
    PRACTICE,
    { EVENT (START, 0, 0), { PASS, MINUTE }, EVENT (LEAVE, 0, 0), { RESTART, HOUR }, EVENT (OPEN, 0, 0), { LEFT, 9 * MINUTE },
      { SUSPEND, HOUR }, { PASS, MINUTE }, EVENT (ANCHOR, 0, 0), { LEFT, 8 * MINUTE }, { AWAY, 0 } } },
  { "practice-pauses",
    PRACTICE,
    { EVENT (START, 0, 0), { PASS, MINUTE }, EVENT (PAUSE, 0, 0), IS (PAUSED), REFUSE (PAUSE, 0, 0), { PASS, HOUR }, REFUSE (CHOOSE, 0, 1),
      EVENT (OPEN, 0, 0), EVENT (ANCHOR, 0, 0), EVENT (RESUME, 0, 0), { PASS, MINUTE }, EVENT (CHOOSE, 0, 1), { LEFT, 8 * MINUTE },
      EVENT (PAUSE, 0, 0), { PASS, HOUR }, EVENT (HAND_IN, 0, 0), { ELAPSED, 2 * MINUTE } } },
  { "practice-checks-once",
    UNTIMED,
    { EVENT (START, 0, 0), REFUSE (CHECK, 0, 0), EVENT (CHOOSE, 0, 1), EVENT (CHECK, 0, 0), { CLOSED, .question = 0, .value = 1 },
      REFUSE (CHOOSE, 0, 4), REFUSE (UNSURE, 0, 1), REFUSE (CHECK, 0, 0), EVENT (FLAG, 0, 1), { CHOSEN, .question = 0, .value = 1 },
      EVENT (GO, 1, 0), EVENT (GO, 0, 0), { AT, .question = 0 } } },
  { "reading-the-reasons-is-not-answering",
    UNTIMED,
    { EVENT (START, 0, 0), { PASS, 5000 }, EVENT (CHOOSE, 0, 1), EVENT (CHECK, 0, 0), { PASS, 60000 }, EVENT (GO, 1, 0), { PASS, 3000 },
      EVENT (ANCHOR, 0, 0), { SPENT, 5000, .question = 0 }, { SPENT, 3000, .question = 1 }, { ELAPSED, 68000 }, { LEFT, -1 } } },
  { "each-question-has-its-time",
    EXAM_EACH,
    { EVENT (START, 0, 0), { PASS, 40000 }, EVENT (GO, 1, 0), { QUESTION_LEFT, MINUTE }, { PASS, 30000 }, EVENT (GO, 0, 0),
      { QUESTION_LEFT, 20000 }, { PASS, 20000 }, REFUSE (CHOOSE, 0, 4), { AT, .question = 1 }, { QUESTION_LEFT, 30000 },
      { CLOSED, .question = 0, .value = 1 }, REFUSE (GO, 0, 0), IS (RUNNING) } },
  { "time-over-for-one-goes-on-with-the-next",
    EXAM_EACH,
    { EVENT (START, 0, 0), EVENT (GO, 1, 0), { SUSPEND, 150000 }, EVENT (ANCHOR, 0, 0), { AT, .question = 0 }, { SPENT, MINUTE, .question = 1 },
      { SPENT, MINUTE, .question = 2 }, { SPENT, 30000, .question = 0 }, { SUSPEND, HOUR }, EVENT (TIME_UP, 0, 0), IS (OUT_OF_TIME),
      { ELAPSED, 3 * MINUTE } } },
  { "in-practice-the-reasons-stay-on-screen",
    { FALSE, 0, MINUTE },
    { EVENT (START, 0, 0), { PASS, HOUR }, REFUSE (CHOOSE, 0, 4), { AT, .question = 0 }, { CLOSED, .question = 0, .value = 1 },
      { SPENT, MINUTE, .question = 0 }, { ELAPSED, HOUR }, EVENT (GO, 1, 0), EVENT (CHOOSE, 1, 9), IS (RUNNING) } },
  { "flags-and-doubts",
    EXAM,
    { EVENT (START, 0, 0), EVENT (FLAG, 2, 1), EVENT (UNSURE, 1, 1), REFUSE (FLAG, 2, 2), REFUSE (UNSURE, 7, 1), EVENT (FLAG, 2, 0),
      EVENT (HAND_IN, 0, 0), REFUSE (FLAG, 2, 1), REFUSE (OPEN, 0, 0) } },
};

typedef struct
{
  DrillAttempt *attempt;
  DrillClock   *clock;
  GArray       *events; /* all that were tried, in their order */
} World;

static void
world_init (World                   *world,
            const DrillAttemptRules *rules)
{
  world->attempt = drill_attempt_new (rules, questions, G_N_ELEMENTS (questions));
  world->clock = drill_clock_new_fake (START_MS);
  world->events = g_array_new (FALSE, TRUE, sizeof (DrillAttemptEvent));
}

static void
world_clear (World *world)
{
  drill_attempt_free (world->attempt);
  drill_clock_unref (world->clock);
  g_array_unref (world->events);
}

static gboolean
apply (World                *world,
       DrillAttemptEventKind kind,
       guint                 question,
       guint                 value)
{
  DrillAttemptEvent event = { kind, question, value, { 0 } };

  drill_clock_read (world->clock, &event.at);
  g_array_append_val (world->events, event);

  return drill_attempt_apply (world->attempt, &event);
}

/* To the bit: everything that can be asked about an attempt. */
static void
assert_same (const DrillAttempt *a,
             const DrillAttempt *b)
{
  g_assert_cmpint (drill_attempt_get_phase (a), ==, drill_attempt_get_phase (b));
  g_assert_cmpuint (drill_attempt_get_current (a), ==, drill_attempt_get_current (b));
  g_assert_cmpuint (drill_attempt_get_n_events (a), ==, drill_attempt_get_n_events (b));
  g_assert_cmpint (drill_attempt_get_elapsed_ms (a), ==, drill_attempt_get_elapsed_ms (b));
  g_assert_cmpint (drill_attempt_get_away_ms (a), ==, drill_attempt_get_away_ms (b));
  g_assert_cmpint (drill_attempt_get_doubtful (a), ==, drill_attempt_get_doubtful (b));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_assert_cmpmem (drill_attempt_get_entry (a, i),
                     sizeof (DrillAttemptEntry),
                     drill_attempt_get_entry (b, i),
                     sizeof (DrillAttemptEntry));
}

static void
check_replay (World *world)
{
  g_autoptr (DrillAttempt) again = NULL;

  again = drill_attempt_new (drill_attempt_get_rules (world->attempt), questions, G_N_ELEMENTS (questions));
  for (guint i = 0; i < world->events->len; i++)
    drill_attempt_apply (again, &g_array_index (world->events, DrillAttemptEvent, i));
  assert_same (world->attempt, again);
}

static void
take_step (World      *world,
           const Step *step)
{
  const DrillAttempt      *attempt = world->attempt;
  const DrillAttemptEntry *entry = drill_attempt_get_entry (attempt, step->question % G_N_ELEMENTS (questions));

  switch (step->action)
    {
    case PASS:
      drill_clock_advance_fake (world->clock, step->ms);
      break;
    case SUSPEND:
      drill_clock_suspend_fake (world->clock, step->ms);
      break;
    case RESTART:
      drill_clock_reboot_fake (world->clock, step->ms);
      break;
    case SET_BY:
      drill_clock_set_fake (world->clock, drill_clock_wall_ms (world->clock) + step->ms);
      break;
    case DO:
      g_assert_true (apply (world, step->kind, step->question, step->value));
      break;
    case DENIED:
      g_assert_false (apply (world, step->kind, step->question, step->value));
      break;
    case PHASE:
      g_assert_cmpuint (drill_attempt_get_phase (attempt), ==, step->value);
      break;
    case AT:
      g_assert_cmpuint (drill_attempt_get_current (attempt), ==, step->question);
      break;
    case LEFT:
      g_assert_cmpint (drill_attempt_get_left_ms (attempt), ==, step->ms);
      break;
    case QUESTION_LEFT:
      g_assert_cmpint (drill_attempt_get_question_left_ms (attempt), ==, step->ms);
      break;
    case ELAPSED:
      g_assert_cmpint (drill_attempt_get_elapsed_ms (attempt), ==, step->ms);
      break;
    case SPENT:
      g_assert_cmpint (entry->spent_ms, ==, step->ms);
      break;
    case CHOSEN:
      g_assert_cmphex (entry->chosen, ==, step->value);
      break;
    case CLOSED:
      g_assert_cmpuint (entry->closed, ==, step->value);
      break;
    case AWAY:
      g_assert_cmpint (drill_attempt_get_away_ms (attempt), ==, step->ms);
      break;
    case DOUBTFUL:
      g_assert_cmpuint (drill_attempt_get_doubtful (attempt), ==, step->value);
      break;
    case END:
    default:
      g_assert_not_reached ();
    }
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  World       world;

  world_init (&world, &c->rules);
  for (guint i = 0; i < STEPS && c->steps[i].action != END; i++)
    {
      g_test_message ("step %u", i);
      take_step (&world, &c->steps[i]);
    }
  check_replay (&world);
  world_clear (&world);
}

static DrillAttemptRules
random_rules (void)
{
  DrillAttemptRules rules = { 0 };

  rules.exam = g_test_rand_int_range (0, 2);
  rules.total_ms = g_test_rand_int_range (0, 2) * g_test_rand_int_range (1, 600) * SECOND;
  rules.question_ms = g_test_rand_int_range (0, 2) * g_test_rand_int_range (1, 120) * SECOND;

  return rules;
}

static void
move_clock (DrillClock *clock)
{
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      drill_clock_suspend_fake (clock, g_test_rand_int_range (0, 90000));
      break;
    case 1:
      drill_clock_reboot_fake (clock, g_test_rand_int_range (0, 90000));
      break;
    case 2:
      drill_clock_set_fake (clock, drill_clock_wall_ms (clock) + g_test_rand_int_range (-90000, 90000));
      break;
    case 3:
      drill_clock_set_fake (clock, g_test_rand_int_range (0, 2) ? 0 : START_MS * 2);
      break;
    default:
      drill_clock_advance_fake (clock, g_test_rand_int_range (0, 20000));
      break;
    }
}

/* What is true of every attempt, whatever was done. @before: as it was one event ago;
 * @effect: whether the event had one */
static void
check_invariants (const DrillAttempt      *attempt,
                  const DrillAttempt      *before,
                  const DrillAttemptEvent *event,
                  gboolean                 effect)
{
  const DrillAttemptRules *rules = drill_attempt_get_rules (attempt);
  DrillScoreRules          marks = { (guint) g_test_rand_int_range (0, 2 * DRILL_POINT), 60 };
  DrillScore               score;
  gint64                   spent = 0;

  /* Time: never negative, never back, never beyond a limit. */
  g_assert_cmpint (drill_attempt_get_elapsed_ms (attempt), >=, drill_attempt_get_elapsed_ms (before));
  g_assert_cmpint (drill_attempt_get_left_ms (attempt), >=, rules->total_ms > 0 ? 0 : -1);
  g_assert_cmpint (drill_attempt_get_question_left_ms (attempt), >=, -1);
  g_assert_cmpint (drill_attempt_get_away_ms (attempt), >=, 0);
  g_assert_cmpint (drill_attempt_get_away_ms (attempt), <=, drill_attempt_get_elapsed_ms (attempt));
  g_assert_cmpuint (drill_attempt_get_current (attempt), <, G_N_ELEMENTS (questions));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const DrillAttemptEntry *entry = drill_attempt_get_entry (attempt, i);
      const DrillAttemptEntry *old = drill_attempt_get_entry (before, i);

      g_assert_cmpint (entry->spent_ms, >=, old->spent_ms);
      g_assert_true (rules->question_ms == 0 || entry->spent_ms <= rules->question_ms);
      g_assert_cmphex (entry->chosen >> questions[i].n_options, ==, 0);
      g_assert_true (entry->seen || !old->seen);
      g_assert_true (entry->closed || !old->closed);
      spent += entry->spent_ms;

      /* An answer is lost by nothing but another choice that had its effect. */
      if (event->kind == DRILL_ATTEMPT_CHOOSE && event->question == i && effect)
        g_assert_cmphex (entry->chosen, ==, event->value);
      else
        g_assert_cmphex (entry->chosen, ==, old->chosen);
    }
  g_assert_cmpint (spent, <=, drill_attempt_get_elapsed_ms (attempt));

  if (drill_attempt_has_ended (before))
    {
      g_assert_false (effect);
      assert_same (attempt, before);
    }

  drill_attempt_get_score (attempt, &marks, &score);
  g_assert_cmpuint (score.right + score.wrong + score.unanswered, ==, G_N_ELEMENTS (questions));
  g_assert_cmpuint (score.right + score.wrong, ==, drill_attempt_get_n_answered (attempt));
  g_assert_cmpuint (score.sure_right + score.unsure_right, ==, score.right);
  g_assert_cmpuint (score.sure_wrong + score.unsure_wrong, ==, score.wrong);
  g_assert_cmpint (score.points, <=, score.max);
  g_assert_cmpint (score.points, >=, -score.max);
  g_assert_cmpint (drill_score_get_percent (&score), >=, 0);
  g_assert_cmpint (drill_score_get_percent (&score), <=, 100);
}

static void
test_any_events (void)
{
  guint ends[DRILL_ATTEMPT_OUT_OF_TIME + 1] = { 0 };

  for (guint round = 0; round < 1500; round++)
    {
      DrillAttemptRules rules = random_rules ();
      World             world;
      int               n = g_test_rand_int_range (1, 60);

      world_init (&world, &rules);
      for (int i = 0; i < n; i++)
        {
          g_autoptr (DrillAttempt) before = drill_attempt_copy (world.attempt);
          DrillAttemptEventKind    kind = g_test_rand_int_range (0, DRILL_ATTEMPT_TIME_UP + 2);
          gboolean                 effect;

          /* The end comes too often otherwise. */
          if (i == 0)
            kind = DRILL_ATTEMPT_START;
          else if (kind == DRILL_ATTEMPT_HAND_IN && g_test_rand_int_range (0, 4) != 0)
            kind = DRILL_ATTEMPT_CHOOSE;

          move_clock (world.clock);
          effect = apply (&world, kind, g_test_rand_int_range (0, 4), g_test_rand_int_range (0, 18));
          check_invariants (world.attempt, before, &g_array_index (world.events, DrillAttemptEvent, i), effect);
        }
      check_replay (&world);
      ends[drill_attempt_get_phase (world.attempt)]++;
      world_clear (&world);
    }

  /* Else too little was tried. */
  g_assert_cmpuint (ends[DRILL_ATTEMPT_RUNNING], >, 0);
  g_assert_cmpuint (ends[DRILL_ATTEMPT_PAUSED], >, 0);
  g_assert_cmpuint (ends[DRILL_ATTEMPT_HANDED_IN], >, 0);
  g_assert_cmpuint (ends[DRILL_ATTEMPT_OUT_OF_TIME], >, 0);
}

/* Readings from a damaged file are no reason for nonsense. */
static void
test_any_readings (void)
{
  static const gint64 extremes[] = { G_MININT64, -1, 0, 1, START_MS, G_MAXINT64 };

  for (guint round = 0; round < 2000; round++)
    {
      DrillAttemptRules rules = random_rules ();
      World             world;

      world_init (&world, &rules);
      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (DrillAttempt) before = drill_attempt_copy (world.attempt);
          DrillAttemptEvent        event = { i == 0 ? DRILL_ATTEMPT_START : DRILL_ATTEMPT_OPEN + g_test_rand_int_range (0, 11),
                                             (guint) g_test_rand_int (),
                                             (guint) g_test_rand_int (),
                                             { (guint64) g_test_rand_int_range (0, 3),
                                               extremes[g_test_rand_int_range (0, 6)],
                                               extremes[g_test_rand_int_range (0, 6)],
                                               extremes[g_test_rand_int_range (0, 6)] } };
          gboolean                 effect = drill_attempt_apply (world.attempt, &event);

          check_invariants (world.attempt, before, &event, effect);
        }
      world_clear (&world);
    }
}

/* Looking ahead says what would happen, and changes nothing. */
static void
test_at (void)
{
  static const DrillAttemptRules rules = EXAM_EACH;
  g_autoptr (DrillAttempt)       before = NULL;
  g_autoptr (DrillAttempt)       later = NULL;
  g_autoptr (DrillAttempt)       end = NULL;
  DrillClockReading              now;
  World                          world;

  world_init (&world, &rules);
  apply (&world, DRILL_ATTEMPT_START, 0, 0);
  g_assert_cmpint (drill_attempt_get_deadline_ms (world.attempt), ==, MINUTE);
  before = drill_attempt_copy (world.attempt);

  drill_clock_advance_fake (world.clock, 90000);
  drill_clock_read (world.clock, &now);
  later = drill_attempt_at (world.attempt, &now);
  g_assert_cmpuint (drill_attempt_get_current (later), ==, 1);
  g_assert_cmpint (drill_attempt_get_question_left_ms (later), ==, 30000);
  g_assert_cmpint (drill_attempt_get_deadline_ms (later), ==, 30000);
  assert_same (world.attempt, before);

  drill_clock_advance_fake (world.clock, HOUR);
  drill_clock_read (world.clock, &now);
  end = drill_attempt_at (world.attempt, &now);
  g_assert_true (drill_attempt_has_ended (end));
  g_assert_cmpint (drill_attempt_get_deadline_ms (end), ==, -1);
  world_clear (&world);
}

static void
test_pace (void)
{
  static const DrillAttemptRules rules = { TRUE, 9 * MINUTE, 0 };
  World                          world;

  world_init (&world, &rules);
  apply (&world, DRILL_ATTEMPT_START, 0, 0);
  drill_clock_advance_fake (world.clock, MINUTE);
  apply (&world, DRILL_ATTEMPT_CHOOSE, 0, 1);
  g_assert_cmpint (drill_attempt_get_ahead_ms (world.attempt), ==, 2 * MINUTE);
  drill_clock_advance_fake (world.clock, 4 * MINUTE);
  apply (&world, DRILL_ATTEMPT_ANCHOR, 0, 0);
  g_assert_cmpint (drill_attempt_get_ahead_ms (world.attempt), ==, -2 * MINUTE);
  world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/study/attempt/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/study/attempt/any-events", test_any_events);
  g_test_add_func ("/study/attempt/any-readings", test_any_readings);
  g_test_add_func ("/study/attempt/at", test_at);
  g_test_add_func ("/study/attempt/pace", test_pace);

  return g_test_run ();
}
