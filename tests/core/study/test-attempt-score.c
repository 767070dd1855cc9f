/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What an attempt is worth. */

#include "config.h"

#include "study/attempt-score.h"

#include <string.h>

#define MAX_QUESTIONS 6

/* For each question: r right, w wrong, - not answered; in capitals when unsure. */
typedef struct
{
  const char *answers;
  guint       penalty;
  guint       pass;
  int         points;
  int         percent;
  gboolean    passed;
} Case;

static const Case cases[] = {
  { "rrr-", 0, 75, 300, 75, TRUE },
  { "rrr-", 0, 76, 300, 75, FALSE },
  { "rrrw", 25, 75, 275, 68, FALSE },
  { "rrw", 33, 0, 167, 55, TRUE },
  { "www", 100, 0, -300, 0, TRUE },
  { "www", 100, 1, -300, 0, FALSE },
  { "www", 250, 1, -300, 0, FALSE }, /* an answer costs a point at most */
  { "---", 25, 1, 0, 0, FALSE },
  { "rrrrrr", 25, 100, 600, 100, TRUE },
  { "rrrrrw", 0, 83, 500, 83, TRUE },
  { "rrrrrw", 0, 84, 500, 83, FALSE },
  { "RrWw-", 0, 40, 200, 40, TRUE },
};

static DrillAttempt *
make_attempt (const char *answers)
{
  static const DrillAttemptRules rules = { TRUE, 0, 0 };
  DrillAttemptQuestion           questions[MAX_QUESTIONS] = { 0 };
  DrillAttempt                  *attempt;
  DrillAttemptEvent              event = { DRILL_ATTEMPT_START, 0, 0, { 1, 0, 0, 0 } };
  guint                          n = (guint) strlen (answers);

  for (guint i = 0; i < n; i++)
    questions[i] = (DrillAttemptQuestion) { 4, 1 << (i % 4) };
  attempt = drill_attempt_new (&rules, questions, n);
  drill_attempt_apply (attempt, &event);
  for (guint i = 0; i < n; i++)
    {
      gboolean right = g_ascii_tolower (answers[i]) == 'r';

      event.question = i;
      event.kind = DRILL_ATTEMPT_GO;
      drill_attempt_apply (attempt, &event);
      event.at.monotonic_ms += 1000 * (i + 1) * (i + 1);
      if (answers[i] == '-')
        continue;
      event.kind = DRILL_ATTEMPT_CHOOSE;
      event.value = 1u << ((i + !right) % 4);
      g_assert_true (drill_attempt_apply (attempt, &event));
      event.kind = DRILL_ATTEMPT_UNSURE;
      event.value = g_ascii_isupper (answers[i]) != 0;
      g_assert_true (drill_attempt_apply (attempt, &event));
    }

  return attempt;
}

static void
test_points (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillAttempt) attempt = make_attempt (cases[i].answers);
      DrillScoreRules          rules = { cases[i].penalty, cases[i].pass };
      DrillScore               score;

      g_test_message ("%s", cases[i].answers);
      drill_attempt_get_score (attempt, &rules, &score);
      g_assert_cmpint (score.points, ==, cases[i].points);
      g_assert_cmpint (score.max, ==, 100 * (int) strlen (cases[i].answers));
      g_assert_cmpint (drill_score_get_percent (&score), ==, cases[i].percent);
      g_assert_cmpint (score.passed, ==, cases[i].passed);
    }
}

static void
test_confidence (void)
{
  g_autoptr (DrillAttempt) attempt = make_attempt ("RrWw-r");
  DrillScoreRules          rules = { 0, 0 };
  DrillScore               score;

  drill_attempt_get_score (attempt, &rules, &score);
  g_assert_cmpuint (score.right, ==, 3);
  g_assert_cmpuint (score.wrong, ==, 2);
  g_assert_cmpuint (score.unanswered, ==, 1);
  g_assert_cmpuint (score.unsure_right, ==, 1);
  g_assert_cmpuint (score.sure_right, ==, 2);
  g_assert_cmpuint (score.unsure_wrong, ==, 1);
  g_assert_cmpuint (score.sure_wrong, ==, 1);
}

/* Of what was answered: 1, 4, 9, 16 and 36 seconds; the one without answer took 25. */
static void
test_median (void)
{
  static const struct
  {
    const char *answers;
    gint64      median_ms;
  } medians[] = { { "rwrw-r", 9000 }, { "rw", 2500 }, { "w", 1000 }, { "--", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (medians); i++)
    {
      g_autoptr (DrillAttempt) attempt = make_attempt (medians[i].answers);
      DrillScoreRules          rules = { 0, 0 };
      DrillScore               score;

      drill_attempt_get_score (attempt, &rules, &score);
      g_assert_cmpint (score.median_ms, ==, medians[i].median_ms);
    }
}

/* More than one right option: all of them and no other. */
static void
test_several (void)
{
  static const DrillAttemptRules    rules = { FALSE, 0, 0 };
  static const DrillAttemptQuestion question = { 4, 1 << 0 | 1 << 3 };

  for (guint chosen = 0; chosen < 16; chosen++)
    {
      g_autoptr (DrillAttempt) attempt = drill_attempt_new (&rules, &question, 1);
      DrillAttemptEvent        event = { DRILL_ATTEMPT_START, 0, chosen, { 0 } };

      drill_attempt_apply (attempt, &event);
      event.kind = DRILL_ATTEMPT_CHOOSE;
      g_assert_true (drill_attempt_apply (attempt, &event));
      g_assert_cmpint (drill_attempt_get_outcome (attempt, 0),
                       ==,
                       chosen == 0   ? DRILL_OUTCOME_UNANSWERED
                       : chosen == 9 ? DRILL_OUTCOME_RIGHT
                                     : DRILL_OUTCOME_WRONG);
    }
}

static void
test_grades (void)
{
  static const struct
  {
    DrillOutcome outcome;
    gboolean     unsure;
    gint64       spent, habit; /* seconds */
    DrillRating  rating;
  } grades[] = {
    { DRILL_OUTCOME_RIGHT, FALSE, 20, 30, DRILL_RATING_GOOD },
    { DRILL_OUTCOME_RIGHT, TRUE, 20, 30, DRILL_RATING_HARD },
    { DRILL_OUTCOME_RIGHT, FALSE, 75, 30, DRILL_RATING_GOOD },
    { DRILL_OUTCOME_RIGHT, FALSE, 76, 30, DRILL_RATING_HARD },
    { DRILL_OUTCOME_RIGHT, FALSE, 9999, 0, DRILL_RATING_GOOD }, /* no habit is known */
    { DRILL_OUTCOME_WRONG, FALSE, 5, 30, DRILL_RATING_AGAIN },
    { DRILL_OUTCOME_WRONG, TRUE, 99, 30, DRILL_RATING_AGAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    g_assert_cmpint (drill_attempt_grade (grades[i].outcome, grades[i].unsure, grades[i].spent * 1000, grades[i].habit * 1000),
                     ==,
                     grades[i].rating);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/attempt-score/points", test_points);
  g_test_add_func ("/study/attempt-score/confidence", test_confidence);
  g_test_add_func ("/study/attempt-score/median", test_median);
  g_test_add_func ("/study/attempt-score/several", test_several);
  g_test_add_func ("/study/attempt-score/grades", test_grades);

  return g_test_run ();
}
