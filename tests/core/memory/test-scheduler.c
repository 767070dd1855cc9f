/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The state machine of steps, the order of the four buttons, and replay.
 */

#include "config.h"

#include "memory/scheduler.h"
#include "memory/study-day.h"

#include "vectors.h"

#include <string.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)
#define TOLERANCE 1e-6
#define RANDOM_CARDS 300
#define RANDOM_REVIEWS 30

static const char *const state_names[]
  = { "New", "Learning", "Review", "Relearning" };

static void
assert_same_card (const DrillCard *a,
                  const DrillCard *b)
{
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpuint (a->step, ==, b->step);
  g_assert_cmpfloat (a->memory.stability, ==, b->memory.stability);
  g_assert_cmpfloat (a->memory.difficulty, ==, b->memory.difficulty);
  g_assert_cmpuint (a->reps, ==, b->reps);
  g_assert_cmpuint (a->lapses, ==, b->lapses);
  g_assert_cmpint (a->last_review_ms, ==, b->last_review_ms);
  g_assert_cmpint (a->last_day, ==, b->last_day);
  g_assert_cmpint (a->due_ms, ==, b->due_ms);
  g_assert_cmpint (a->due_day, ==, b->due_day);
  g_assert_cmpint (a->scheduled_days, ==, b->scheduled_days);
}

static void
set_steps (DrillSteps *steps,
           guint       n_steps,
           gint64      first_ms,
           gint64      second_ms)
{
  *steps = (DrillSteps){ { first_ms, second_ms }, n_steps };
}

static void
init_for_vectors (DrillScheduler *scheduler,
                  const char     *config)
{
  drill_scheduler_init_default (scheduler);
  scheduler->fuzz = FALSE;
  scheduler->step_rules = DRILL_STEP_RULES_TS_FSRS;

  if (g_str_has_prefix (config, "one learning step"))
    {
      set_steps (&scheduler->learning, 1, 10 * MINUTE_MS, 0);
    }
  else if (g_str_has_prefix (config, "no steps")
           || g_str_has_prefix (config, "long-term"))
    {
      set_steps (&scheduler->learning, 0, 0, 0);
      set_steps (&scheduler->relearning, 0, 0, 0);
    }
  else if (g_str_has_prefix (config, "step of 1 day"))
    {
      set_steps (&scheduler->learning, 2, DAY_MS, 3 * DAY_MS);
    }

  if (g_str_has_prefix (config, "long-term"))
    drill_fsrs_init_weights (&scheduler->fsrs,
                             drill_weights_default,
                             DRILL_FSRS_N_WEIGHTS,
                             DRILL_WEIGHTS_NO_SHORT_TERM,
                             NULL);
}

/* ts-fsrs counts calendar days in UTC: study days that end at midnight there.
 */
static void
test_vectors (void)
{
  g_autoptr (Vectors) vectors = vectors_load ("fsrs_scheduler_vectors.csv");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  DrillCard card = { 0 };

  g_assert_cmpuint (vectors_n_rows (vectors), ==, 36);
  for (guint row = 0; row < vectors_n_rows (vectors); row++)
    {
      g_autofree char *where
        = g_strdup_printf ("%s/%s",
                           vectors_text (vectors, row, "seq"),
                           vectors_text (vectors, row, "step"));
      g_autoptr (GDateTime) time
        = g_date_time_new_from_iso8601 (vectors_text (vectors,
                                                      row,
                                                      "review_time"),
                                        NULL);
      gint64         now_ms = g_date_time_to_unix (time) * 1000;
      DrillScheduler scheduler;
      double         minutes;

      init_for_vectors (&scheduler, vectors_text (vectors, row, "config"));
      if (vectors_starts_run (vectors, row))
        memset (&card, 0, sizeof card);

      g_test_message ("%s", where);
      g_assert_cmpstr (state_names[card.state],
                       ==,
                       vectors_text (vectors, row, "state_before"));
      card = drill_scheduler_answer (&scheduler,
                                     &card,
                                     (DrillRating) vectors_number (vectors,
                                                                   row,
                                                                   "rating"),
                                     now_ms,
                                     drill_study_day_number (now_ms, utc, 0),
                                     0);

      minutes = card.state == DRILL_CARD_REVIEW ?
                  card.scheduled_days * 1440.0 :
                  (double) (card.due_ms - now_ms) / MINUTE_MS;
      g_assert_cmpstr (state_names[card.state],
                       ==,
                       vectors_text (vectors, row, "state_after"));
      g_assert_cmpuint (card.step,
                        ==,
                        (guint) vectors_number (vectors, row, "learning_step"));
      g_assert_cmpint (card.scheduled_days,
                       ==,
                       (int) vectors_number (vectors, row, "scheduled_days"));
      g_assert_cmpfloat (minutes,
                         ==,
                         vectors_number (vectors,
                                         row,
                                         "due_minutes_after_review"));
      g_assert_cmpuint (card.reps,
                        ==,
                        (guint) vectors_number (vectors, row, "reps"));
      g_assert_cmpuint (card.lapses,
                        ==,
                        (guint) vectors_number (vectors, row, "lapses"));
      assert_near (card.memory.stability,
                   vectors_number (vectors, row, "S"),
                   TOLERANCE,
                   where);
      assert_near (card.memory.difficulty,
                   vectors_number (vectors, row, "D"),
                   TOLERANCE,
                   where);
    }
}

/* Delays of the four buttons for a card on a step, by both sets of rules. */
static void
test_step_rules (void)
{
  static const struct
  {
    DrillStepRules rules;
    guint          step;
    gint64         hard_ms;
    guint          hard_step;
  } rows[] = {
    { DRILL_STEP_RULES_ANKI, 0, 5 * MINUTE_MS + MINUTE_MS / 2, 0 },
    { DRILL_STEP_RULES_ANKI, 1, 10 * MINUTE_MS, 1 },
    { DRILL_STEP_RULES_TS_FSRS, 0, 6 * MINUTE_MS, 0 },
    { DRILL_STEP_RULES_TS_FSRS, 1, 6 * MINUTE_MS, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DrillScheduler scheduler;
      DrillCard      card = { .state = DRILL_CARD_LEARNING,
                              .step = rows[i].step,
                              .memory = { 2, 5 },
                              .reps = 1,
                              .last_day = 100 };
      DrillCard      answers[DRILL_N_RATINGS];

      drill_scheduler_init_default (&scheduler);
      scheduler.step_rules = rows[i].rules;
      drill_scheduler_preview (&scheduler, &card, 1000, 100, 7, answers);

      g_assert_cmpint (answers[0].due_ms, ==, 1000 + MINUTE_MS);
      g_assert_cmpuint (answers[0].step, ==, 0);
      g_assert_cmpint (answers[1].due_ms, ==, 1000 + rows[i].hard_ms);
      g_assert_cmpuint (answers[1].step, ==, rows[i].hard_step);
      g_assert_cmpint (answers[2].state,
                       ==,
                       rows[i].step == 0 ? DRILL_CARD_LEARNING :
                                           DRILL_CARD_REVIEW);
      g_assert_cmpint (answers[3].state, ==, DRILL_CARD_REVIEW);
      g_assert_cmpint (answers[3].due_ms, ==, 0);
      g_assert_cmpint (answers[3].due_day, ==, 100 + answers[3].scheduled_days);
    }
}

/* A first step of 20 hours: one and a half times it is a day and six hours,
 * which is a review in one day. */
static void
test_hard_on_long_step (void)
{
  DrillScheduler scheduler;
  DrillCard      card = { 0 };

  drill_scheduler_init_default (&scheduler);
  set_steps (&scheduler.learning, 1, 20 * HOUR_MS, 0);
  card
    = drill_scheduler_answer (&scheduler, &card, DRILL_RATING_HARD, 0, 50, 1);
  g_assert_cmpint (card.state, ==, DRILL_CARD_REVIEW);
  g_assert_cmpint (card.due_day, ==, 51);

  /* Half of a step of ten days would be five more, but one is the limit. */
  set_steps (&scheduler.learning, 1, 10 * DAY_MS, 0);
  card = drill_scheduler_answer (&scheduler,
                                 &(DrillCard){ 0 },
                                 DRILL_RATING_HARD,
                                 0,
                                 50,
                                 1);
  g_assert_cmpint (card.due_day, ==, 61);
}

static void
test_no_steps_same_day (void)
{
  DrillScheduler scheduler;
  DrillCard      card = { 0 };
  DrillCard      next;

  drill_scheduler_init_default (&scheduler);
  set_steps (&scheduler.learning, 0, 0, 0);
  set_steps (&scheduler.relearning, 0, 0, 0);

  next = drill_scheduler_answer (&scheduler,
                                 &card,
                                 DRILL_RATING_AGAIN,
                                 5000,
                                 10,
                                 1);
  g_assert_cmpint (next.state, ==, DRILL_CARD_LEARNING);
  g_assert_cmpint (next.due_ms, ==, 5000 + (gint64) (0.212 * 86400) * 1000);

  scheduler.step_rules = DRILL_STEP_RULES_TS_FSRS;
  next = drill_scheduler_answer (&scheduler,
                                 &card,
                                 DRILL_RATING_AGAIN,
                                 5000,
                                 10,
                                 1);
  g_assert_cmpint (next.state, ==, DRILL_CARD_REVIEW);
  g_assert_cmpint (next.due_day, ==, 11);

  /* A lapse that stays above half a day keeps its card in review. */
  scheduler.step_rules = DRILL_STEP_RULES_ANKI;
  card = (DrillCard){ .state = DRILL_CARD_REVIEW,
                      .memory = { 100, 5 },
                      .reps = 9,
                      .last_day = 10,
                      .scheduled_days = 100 };
  next = drill_scheduler_answer (&scheduler,
                                 &card,
                                 DRILL_RATING_AGAIN,
                                 5000,
                                 110,
                                 1);
  g_assert_cmpint (next.state, ==, DRILL_CARD_REVIEW);
  g_assert_cmpuint (next.lapses, ==, 1);
  g_assert_cmpint (next.scheduled_days, >=, 1);
}

/* The learner shortens the list of steps while a card is on the last. */
static void
test_removed_step (void)
{
  DrillScheduler scheduler;
  DrillCard      card = {
         .state = DRILL_CARD_LEARNING, .step = 9, .memory = { 2, 5 }, .reps = 1
  };
  DrillCard next;

  drill_scheduler_init_default (&scheduler);
  next = drill_scheduler_answer (&scheduler, &card, DRILL_RATING_HARD, 0, 0, 1);
  g_assert_cmpint (next.due_ms, ==, 10 * MINUTE_MS);
  next = drill_scheduler_answer (&scheduler, &card, DRILL_RATING_GOOD, 0, 0, 1);
  g_assert_cmpint (next.state, ==, DRILL_CARD_REVIEW);
}

static void
test_clock_set_back (void)
{
  DrillScheduler scheduler;
  DrillCard      card = { 0 };
  DrillCard      next;

  drill_scheduler_init_default (&scheduler);
  card = drill_scheduler_answer (&scheduler,
                                 &card,
                                 DRILL_RATING_EASY,
                                 400 * DAY_MS,
                                 400,
                                 1);
  next = drill_scheduler_answer (&scheduler,
                                 &card,
                                 DRILL_RATING_GOOD,
                                 35 * DAY_MS,
                                 35,
                                 1);

  g_assert_cmpfloat (next.memory.stability, >=, card.memory.stability);
  g_assert_cmpint (next.last_day, ==, 35);
  g_assert_cmpint (next.due_day, ==, 35 + next.scheduled_days);
  g_assert_cmpfloat (drill_card_retrievability (&next, &scheduler.fsrs, 20),
                     ==,
                     1);
}

static void
test_is_due (void)
{
  DrillCard card = { 0 };

  g_assert_false (drill_card_is_due (&card, 10, 10));
  card.state = DRILL_CARD_LEARNING;
  card.due_ms = 500;
  g_assert_false (drill_card_is_due (&card, 499, 10));
  g_assert_true (drill_card_is_due (&card, 500, 10));
  card.state = DRILL_CARD_REVIEW;
  card.due_day = 11;
  g_assert_false (drill_card_is_due (&card, 500, 10));
  g_assert_true (drill_card_is_due (&card, 500, 11));
}

static gint64
wait_ms (const DrillCard *card,
         gint64           now_ms)
{
  return card->state == DRILL_CARD_REVIEW ? card->scheduled_days * DAY_MS :
                                            card->due_ms - now_ms;
}

static void
check_buttons (const DrillScheduler *scheduler,
               const DrillCard      *card,
               gint64                now_ms,
               int                   today)
{
  DrillCard answers[DRILL_N_RATINGS];
  gint64    below = 0;

  drill_scheduler_preview (scheduler, card, now_ms, today, 99, answers);
  for (guint i = 0; i < DRILL_N_RATINGS; i++)
    {
      DrillCard again
        = drill_scheduler_answer (scheduler, card, i + 1, now_ms, today, 99);
      gint64 wait = wait_ms (&answers[i], now_ms);

      assert_same_card (&again, &answers[i]);
      g_assert_cmpint (wait, >, 0);
      g_assert_cmpint (wait, >=, below);
      g_assert_cmpint (answers[i].scheduled_days, <=, scheduler->max_interval);
      g_assert_cmpuint (answers[i].reps, ==, card->reps + 1);
      if (i >= 2 && answers[i - 1].state == DRILL_CARD_REVIEW
          && answers[i - 1].scheduled_days < scheduler->max_interval)
        g_assert_cmpint (wait, >, below);
      below = wait;
    }
}

static void
random_scheduler (DrillScheduler *scheduler)
{
  drill_scheduler_init_default (scheduler);
  scheduler->desired_retention = g_test_rand_double_range (0.7, 0.99);
  scheduler->max_interval
    = g_test_rand_bit () ? 36500 : g_test_rand_int_range (1, 400);
  scheduler->fuzz = g_test_rand_bit ();
  scheduler->step_rules
    = g_test_rand_bit () ? DRILL_STEP_RULES_ANKI : DRILL_STEP_RULES_TS_FSRS;
  if (g_test_rand_bit ())
    set_steps (&scheduler->learning,
               g_test_rand_int_range (0, 3),
               MINUTE_MS,
               15 * MINUTE_MS);
  if (g_test_rand_bit ())
    set_steps (&scheduler->relearning,
               g_test_rand_int_range (0, 3),
               10 * MINUTE_MS,
               30 * MINUTE_MS);
  if (g_test_rand_bit ())
    drill_fsrs_init_weights (&scheduler->fsrs,
                             drill_weights_default,
                             DRILL_FSRS_N_WEIGHTS,
                             DRILL_WEIGHTS_NO_SHORT_TERM,
                             NULL);
}

/* Whatever the settings and the history: a better answer waits no shorter,
 * reviews differ by a day, and preview tells what answering does. */
static void
test_properties (void)
{
  for (guint i = 0; i < RANDOM_CARDS; i++)
    {
      DrillScheduler scheduler;
      DrillCard      card = { 0 };
      gint64         now_ms = 20000 * DAY_MS;
      guint          due[100];
      DrillDayLoad   load = { .due = due, .n_days = G_N_ELEMENTS (due) };

      random_scheduler (&scheduler);
      for (guint day = 0; day < G_N_ELEMENTS (due); day++)
        due[day] = g_test_rand_int_range (0, 30);
      if (g_test_rand_bit ())
        scheduler.load = &load;

      for (guint review = 0; review < RANDOM_REVIEWS; review++)
        {
          int today = (int) (now_ms / DAY_MS);

          check_buttons (&scheduler, &card, now_ms, today);
          card = drill_scheduler_answer (&scheduler,
                                         &card,
                                         g_test_rand_int_range (1, 5),
                                         now_ms,
                                         today,
                                         99);
          now_ms += g_test_rand_bit () ?
                      wait_ms (&card, now_ms) :
                      g_test_rand_int_range (0, 1000000) * MINUTE_MS / 10;
        }
    }
}

/* Undo and answer again, or replay elsewhere: the same day comes out. */
static void
test_replay (void)
{
  DrillScheduler scheduler;
  guint64        seed = drill_fuzz_seed ("bank/keep-alive");
  DrillCard      card = { 0 };
  g_autoptr (GArray) reviews = g_array_new (FALSE, TRUE, sizeof (DrillReview));
  DrillCard replayed;

  drill_scheduler_init_default (&scheduler);
  for (int day = 0; day < 600; day += 30)
    {
      DrillReview review
        = { .at_ms = day * DAY_MS,
            .day = day,
            .rating = day == 300 ? DRILL_RATING_AGAIN : DRILL_RATING_GOOD };
      DrillReview manual = { .at_ms = day * DAY_MS,
                             .day = day,
                             .rating = DRILL_RATING_MANUAL,
                             .kind = DRILL_REVIEW_MANUAL };
      DrillReview cram = { .at_ms = day * DAY_MS,
                           .day = day,
                           .rating = DRILL_RATING_AGAIN,
                           .kind = DRILL_REVIEW_CRAM };

      card = drill_scheduler_answer (&scheduler,
                                     &card,
                                     review.rating,
                                     review.at_ms,
                                     day,
                                     seed);
      g_array_append_val (reviews, review);
      g_array_append_val (reviews, manual);
      g_array_append_val (reviews, cram);
    }

  replayed = drill_scheduler_replay (&scheduler,
                                     (DrillReview *) reviews->data,
                                     reviews->len,
                                     seed);
  assert_same_card (&replayed, &card);
  g_assert_cmpuint (card.lapses, ==, 1);

  g_array_index (reviews, DrillReview, reviews->len - 1).kind
    = DRILL_REVIEW_RESET;
  replayed = drill_scheduler_replay (&scheduler,
                                     (DrillReview *) reviews->data,
                                     reviews->len,
                                     seed);
  g_assert_cmpint (replayed.state, ==, DRILL_CARD_NEW);
  g_assert_cmpfloat (replayed.memory.stability, ==, 0);
  g_assert_cmpuint (replayed.reps, ==, card.reps);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/scheduler/vectors", test_vectors);
  g_test_add_func ("/memory/scheduler/step-rules", test_step_rules);
  g_test_add_func ("/memory/scheduler/hard-on-long-step",
                   test_hard_on_long_step);
  g_test_add_func ("/memory/scheduler/no-steps-same-day",
                   test_no_steps_same_day);
  g_test_add_func ("/memory/scheduler/removed-step", test_removed_step);
  g_test_add_func ("/memory/scheduler/clock-set-back", test_clock_set_back);
  g_test_add_func ("/memory/scheduler/is-due", test_is_due);
  g_test_add_func ("/memory/scheduler/properties", test_properties);
  g_test_add_func ("/memory/scheduler/replay", test_replay);

  return g_test_run ();
}
