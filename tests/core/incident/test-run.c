/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/result.h"
#include "incident/severity.h"
#include "support.h"

#include <math.h>
#include <string.h>

static DrillScenario *
parse_changed (const char *find,
               const char *replacement)
{
  char            *folder = test_folder_new ();
  g_autofree char *text = test_replace (test_small_scenario, find, replacement);
  DrillScenario   *scenario = test_parse (folder, text);

  test_folder_free (folder);
  return scenario;
}

static void
choose (DrillRun   *run,
        const char *slug)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (drill_run_choose (run, slug, &error));
  g_assert_no_error (error);
}

static void
assert_at (DrillRun   *run,
           const char *slug,
           gint64      clock,
           double      score)
{
  g_assert_cmpstr (drill_run_get_section (run)->slug, ==, slug);
  g_assert_cmpint (drill_run_get_clock (run), ==, clock);
  g_assert_cmpfloat (drill_state_score (drill_run_get_state (run), drill_run_get_scenario (run)), ==, score);
}

static void
test_story (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("format 1", "format 1");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (DrillRunResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const DrillRunStep *step;

  assert_at (run, "desk", 0, 0);
  g_assert_false (drill_run_choose (run, "fix", &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_NOT_OFFERED);

  choose (run, "look");
  assert_at (run, "look", 120, 20);
  g_assert_true (drill_run_answer (run, "look", 1, NULL));
  assert_at (run, "look", 120, 30);
  g_clear_error (&error);
  g_assert_false (drill_run_answer (run, "look", 3, &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_NO_QUESTION);
  choose (run, "desk");
  choose (run, "fix");
  assert_at (run, "fix", 420, 90);
  g_assert_true (drill_run_is_over (run));
  g_clear_error (&error);
  g_assert_false (drill_run_choose (run, "desk", &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_OVER);

  result = drill_run_get_result (run);
  g_assert_true (result->passed);
  g_assert_cmpint (result->ending, ==, DRILL_ENDING_RESOLVED);
  g_assert_cmpuint (result->max, ==, 100);
  g_assert_cmpuint (result->phases->len, ==, 2);
  g_assert_cmpfloat (g_array_index (result->phases, DrillResultPhase, 0).score, ==, 30);
  g_assert_cmpuint (result->offered->len, ==, 0);
  step = g_ptr_array_index (drill_run_get_log (run), drill_run_get_log (run)->len - 1);
  g_assert_cmpint (step->begin, ==, 120);
  g_assert_cmpint (step->end, ==, 420);
  g_assert_cmpint (step->regime, ==, 1);
  g_assert_cmpstr (g_array_index (step->credits, DrillRunCredit, 0).line->reason, ==, "The cause is gone.");
}

/* Integrated by hand: rate 100 a second; the error ratio rises from 1 % at the
 * start to 2 % at 10 min; the fix starts at 2 min with a pulse of 50 % for 1 min
 * and ends the run at 7 min. */
static void
test_impact (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("format 1", "format 1");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  double before = 100 * (0.010 + 0.012) / 2 * 120;
  double pulse = 100 * 0.5 * 60;
  double after = 100 * (0.013 + 0.017) / 2 * 240;

  g_assert_cmpfloat (drill_run_impact (run), ==, 0);
  choose (run, "look");
  g_assert_cmpfloat_with_epsilon (drill_run_impact (run), before, 1e-9);
  choose (run, "desk");
  choose (run, "fix");
  g_assert_cmpfloat_with_epsilon (drill_run_impact (run), before + pulse + after, 1e-9);
}

static void
test_offers (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("cost 3m\n", "cost 3m\nonce\n");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (GArray) offers = drill_run_get_offers (run);
  g_autoptr (GArray) later = NULL;
  const DrillOffer *fix = &g_array_index (offers, DrillOffer, 1);

  g_assert_cmpuint (offers->len, ==, 3);
  g_assert_cmpint (g_array_index (offers, DrillOffer, 0).lock, ==, DRILL_LOCK_NONE);
  g_assert_cmpint (g_array_index (offers, DrillOffer, 0).cost, ==, 120);
  g_assert_cmpint (fix->lock, ==, DRILL_LOCK_NEEDS);
  g_assert_cmpstr (fix->needs, ==, "knows");

  choose (run, "panic");
  choose (run, "desk");
  later = drill_run_get_offers (run);
  g_assert_cmpint (g_array_index (later, DrillOffer, 2).lock, ==, DRILL_LOCK_TAKEN);
}

/* Lines of one section, and the score after entering it by the way given. */
static void
test_rules (void)
{
  static const struct
  {
    const char *name;
    const char *find;
    const char *replacement;
    const char *way; /* with answers in full */
    double      score;
    gint64      clock;
    DrillEnding ending;
  } cases[] = {
    { "late credit is halved", "by 10m", "by 2m", "panic look", 30 - 10, 300, 0 },
    { "in time at the very minute", "by 10m", "by 2m", "look", 40, 120, 0 },
    { "credit counts once", "by 10m", "by 10m", "look look look", 40, 360, 0 },
    { "harm counts once", "by 10m", "by 10m", "look panic panic", 30, 480, 0 },
    { "minor harm", "harm major", "harm minor", "look panic", 37, 300, 0 },
    { "critical harm caps", "harm major", "harm critical", "look panic look fix", 49, 720, 1 },
    { "critical harm takes nothing below the cap", "harm major", "harm critical", "look panic", 40, 300, 0 },
    { "total is not below zero", "harm major", "harm major", "panic", 0, 180, 0 },
    { "phase is not above its maximum", "+20 by", "+40 by", "look", 40, 120, 0 },
    { "phase is not below zero", "+20 by", "-40 by", "look look fix", 60, 540, 1 },
    { "penalty is not halved", "+20 by 10m", "-4 by 1m", "look", 16, 120, 0 },
    { "lines see the flags before", "+20 by 10m", "+20 if knows", "look", 20, 120, 0 },
    { "lines see them the second time", "+20 by 10m", "+20 if knows", "look look", 40, 240, 0 },
    { "lines see visits before", "+20 by 10m", "+20 if look", "look", 20, 120, 0 },
    { "visit is a flag", "+20 by 10m", "+20 if panic", "panic look", 30, 300, 0 },
    { "negation", "+20 by 10m", "+20 if not panic", "panic look", 10, 300, 0 },
    { "clock after the cost", "+20 by 10m", "+20 if after 2m", "look", 40, 120, 0 },
    { "before is short of", "+20 by 10m", "+20 if before 2m", "look", 20, 120, 0 },
    { "series now", "+20 by 10m", "+20 if lag > 31ms", "look", 40, 120, 0 },
    { "series not yet", "+20 by 10m", "+20 if lag > 33ms", "look", 20, 120, 0 },
    { "flag cleared", "harm major : Everyone", "clear knows\nharm major : Everyone", "look panic look fix", 90, 720, 1 },
    { "event by the clock", "when after 30m", "when after 5m", "look panic", 30, 300, 3 },
    { "event by a flag", "when after 30m", "when knows", "look", 20 + 20, 120, 3 },
    { "event waits", "when after 30m", "when after 6m", "look panic", 30, 300, 0 },
    { "event needs all", "when after 30m", "when knows, panic", "look", 40, 120, 0 },
    { "second when is an or", "when after 30m", "when panic\nwhen knows", "look", 40, 120, 3 },
    { "second needs is an or", "needs knows", "needs knows\nneeds panic", "panic fix", 50, 480, 1 },
    { "limit ends the run", "limit 60m", "limit 6m", "look panic panic", 30, 480, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillScenario) scenario = parse_changed (cases[i].find, cases[i].replacement);
      g_autoptr (DrillRun) run = drill_run_new (scenario);
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) way = g_strsplit (cases[i].way, " ", -1);

      g_test_message ("%s", cases[i].name);
      drill_run_play (run, (const char *const *) way, drill_answer_full, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (drill_state_score (drill_run_get_state (run), scenario), ==, cases[i].score);
      g_assert_cmpint (drill_run_get_clock (run), ==, cases[i].clock);
      g_assert_cmpint (drill_run_get_state (run)->ending, ==, cases[i].ending);
    }
}

/* A disturbance that is over before the action is: an event sees it, a look at
 * the moment does not. */
static void
test_window (void)
{
  g_autoptr (DrillScenario) seen = parse_changed ("cost 3m\n", "cost 3m\npulse lag 5 for 1m\n");
  g_autoptr (DrillRun) run = drill_run_new (seen);
  DrillCondition *condition;
  char           *problem = NULL;

  condition = drill_condition_parse ("lag > 4", 1, &problem);
  choose (run, "panic");
  g_assert_true (drill_state_holds (drill_run_get_state (run), seen, condition, 0));
  g_assert_false (drill_state_holds (drill_run_get_state (run), seen, condition, -1));
  drill_condition_free (condition);
}

static void
test_timed_out (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("limit 60m", "limit 6m");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (DrillRunResult) result = NULL;

  for (guint i = 0; i < 2; i++)
    g_assert_true (drill_run_go (run, "panic", NULL));
  result = drill_run_get_result (run);
  g_assert_true (result->timed_out);
  g_assert_false (result->passed);
  g_assert_cmpint (result->ending, ==, DRILL_ENDING_FAILED);
  g_assert_cmpuint (result->harms->len, ==, 1);
  g_assert_cmpstr (g_array_index (result->harms, DrillResultHarm, 0).section, ==, "panic");
}

/* Passing through the hub is written into the moves, so that they replay. */
static void
test_go (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("format 1", "format 1");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autofree char *text = NULL;

  g_assert_true (drill_run_go (run, "look", NULL));
  g_assert_true (drill_run_go (run, "fix", NULL));
  text = drill_run_to_text (run);
  g_assert_cmpstr (text, ==, "look desk fix");
  g_assert_false (drill_run_go (run, "panic", NULL));
}

static void
test_answers (void)
{
  static const struct
  {
    const char *text;
    double      score; /* -1: refused */
  } cases[] = {
    { "", 20 },
    { "look: all", 40 },
    { "# first\n\n look : 2 \n", 30 },
    { "look: 1, 2\r\n", 40 },
    { "look: none", 20 },
    { "look: 3", -1 },
    { "look: 0", -1 },
    { "look", -1 },
    { "fix: 1", -1 },
    { "nowhere: 1", -1 },
  };
  static const char *const way[] = { "look", NULL };
  g_autoptr (DrillScenario) scenario = parse_changed ("format 1", "format 1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillRun) run = drill_run_new (scenario);
      g_autoptr (GError) error = NULL;
      g_autoptr (GHashTable) table = drill_answers_parse (scenario, cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (table == NULL, ==, cases[i].score < 0);
      if (table == NULL)
        {
          g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT);
          continue;
        }
      g_assert_true (drill_run_play (run, way, drill_answer_table, table, NULL, NULL));
      g_assert_cmpfloat (drill_state_score (drill_run_get_state (run), scenario), ==, cases[i].score);
    }
}

static void
test_text (void)
{
  static const char *const bad[] = { "nowhere", "fix", "look=3", "look look=x", "look look=1 look=1", "look fix",
                                     "wait:", "wait:0s", "wait:90", "wait:-5s", "wait:25h", "wait:2h wait:1s" };
  g_autoptr (DrillScenario) scenario = parse_changed ("format 1", "format 1");
  g_autoptr (DrillRun) run = drill_run_from_text (scenario, "panic desk look look=2 desk fix", NULL);
  g_autofree char *text = drill_run_to_text (run);

  g_assert_cmpstr (text, ==, "panic desk look look=2 desk fix");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (drill_run_from_text (scenario, bad[i], &error));
      g_assert_nonnull (error);
    }
}

/* At the start the lag is 20 ms and 1 % fail. */
static void
test_severity (void)
{
  static const struct
  {
    const char           *objectives;
    DrillIncidentSeverity severity;
  } cases[] = {
    { "slo 50ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio", DRILL_SEV_NONE },
    { "slo 20ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio", DRILL_SEV_NONE },
    { "slo 15ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio", DRILL_SEV_3 },
    { "slo 8ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio", DRILL_SEV_2 },
    { "slo 15ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio slo 50%", DRILL_SEV_2 },
    { "slo 50ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio slo 0.05%", DRILL_SEV_1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillScenario) scenario =
        parse_changed ("slo 50ms nodejs_eventloop_lag_p99_seconds\nseries errors \"Errors\" ratio", cases[i].objectives);
      g_autoptr (DrillRun) run = drill_run_new (scenario);

      g_assert_cmpint (drill_run_get_severity (run, 0), ==, cases[i].severity);
      g_assert_false (drill_run_is_acknowledged (run));
      choose (run, "look");
      g_assert_true (drill_run_is_acknowledged (run));
    }
}

static void
test_milestones (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  g_autoptr (DrillScenario) derived = parse_changed ("series lag \"Loop lag\" seconds slo 50ms",
                                                     "series lag \"Loop lag\" seconds slo 45ms");
  g_autoptr (DrillRun) run = drill_run_from_text (scenario, "logs console first-update console flag-off", NULL);
  g_autoptr (DrillRun) other = drill_run_from_text (derived, "look desk panic desk fix", NULL);
  DrillMilestones milestones;

  drill_run_get_milestones (run, &milestones);
  g_assert_cmpint (milestones.acknowledged, ==, 300);
  g_assert_cmpint (milestones.localised, ==, -1);
  g_assert_cmpint (milestones.contained, ==, 420);
  g_assert_cmpint (milestones.recovered, ==, -1);

  /* Four minutes after the flag went off both series are within their SLO. */
  choose (run, "console");
  choose (run, "rolling-restart");
  drill_run_get_milestones (run, &milestones);
  g_assert_cmpint (milestones.recovered, ==, 660);

  drill_run_get_milestones (other, &milestones);
  g_assert_cmpint (milestones.acknowledged, ==, 120);
  g_assert_cmpint (milestones.contained, ==, 600);
  g_assert_cmpint (milestones.recovered, ==, -1);
}

static void
test_evidence (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  g_autoptr (DrillRun) run = drill_run_from_text (scenario, "logs console memory-panel console logs", NULL);
  g_autoptr (GArray) evidence = drill_run_get_evidence (run);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DrillPoint));

  g_assert_cmpuint (evidence->len, ==, 5);
  g_assert_cmpuint (g_array_index (evidence, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (evidence, guint, 3), ==, 0);

  g_assert_true (drill_run_series (run, "rss", -3600, 1e9, points));
  g_assert_cmpfloat (g_array_index (points, DrillPoint, points->len - 1).time, ==, drill_run_get_clock (run));
  g_assert_false (drill_run_series (run, "none", 0, 1, points));
  g_assert_true (isnan (drill_run_sample (run, "rss", drill_run_get_clock (run) + 1)));
  g_assert_true (isnan (drill_run_sample (run, "none", 0)));
  g_assert_cmpfloat (drill_run_sample (run, "rss", 0), >, 1e9);
}

/* Whether two runs are the same to the bit, in all that can be seen of them. */
static void
assert_equal (DrillRun *a,
              DrillRun *b)
{
  const DrillState *left = drill_run_get_state (a);
  const DrillState *right = drill_run_get_state (b);
  DrillScenario    *scenario = drill_run_get_scenario (a);
  g_autofree char  *left_text = drill_run_to_text (a);
  g_autofree char  *right_text = drill_run_to_text (b);
  double            left_impact = drill_run_impact (a);
  double            right_impact = drill_run_impact (b);

  /* Everything but the time line, which is a pair of pointers. */
  g_assert_cmpmem (left, G_STRUCT_OFFSET (DrillState, timeline), right, G_STRUCT_OFFSET (DrillState, timeline));
  g_assert_cmpstr (left_text, ==, right_text);
  g_assert_cmpmem (&left_impact, sizeof (double), &right_impact, sizeof (double));
  g_assert_cmpuint (drill_run_get_log (a)->len, ==, drill_run_get_log (b)->len);
  for (guint i = 0; i < scenario->series->len; i++)
    {
      const DrillScenarioSeries *series = g_ptr_array_index (scenario->series, i);
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (DrillPoint));
      g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (DrillPoint));

      drill_run_series (a, series->key, -3600, 1e6, one);
      drill_run_series (b, series->key, -3600, 1e6, two);
      g_assert_cmpmem (one->data, one->len * sizeof (DrillPoint), two->data, two->len * sizeof (DrillPoint));
    }
}

/* Plays at random, with random answers; returns when the run is over. */
static void
play_randomly (DrillRun *run)
{
  DrillScenario *scenario = drill_run_get_scenario (run);

  for (guint steps = 0; !drill_run_is_over (run); steps++)
    {
      g_autoptr (GArray) questions = drill_run_get_questions (run);
      guint targets[DRILL_SCENARIO_MAX_CHOICES];
      guint n = drill_state_offers (drill_run_get_state (run), scenario, targets);

      g_assert_cmpuint (steps, <=, DRILL_STATE_MAX_STEPS);
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < questions->len; i++)
        {
          const DrillScenarioSection *section =
            drill_scenario_section (scenario, g_array_index (questions, guint, i));

          if (g_test_rand_bit ())
            g_assert_true (drill_run_answer (run, section->slug, g_test_rand_int (), NULL));
        }
      choose (run, drill_scenario_section (scenario, targets[g_test_rand_int_range (0, n)])->slug);
      if (g_test_rand_int_range (0, 4) == 0 && !drill_run_is_over (run))
        g_assert_true (drill_run_wait (run, g_test_rand_int_range (1, 400), NULL));
      if (g_test_rand_int_range (0, 4) == 0 && !drill_run_is_over (run))
        g_assert_true (drill_run_wait_on (run, g_test_rand_int_range (1, 20), NULL));
    }
}

/* For runs at random: they end, the score is within bounds, impact never falls
 * below nothing, and both replaying and undoing all the way are exact. */
static void
test_properties (void)
{
  g_autoptr (DrillScenario) fixture = test_load_fixture ("leak");
  g_autoptr (DrillScenario) small = parse_changed ("format 1", "format 1");
  g_autoptr (DrillScenario) harsh = parse_changed ("harm major", "harm critical");
  DrillScenario *scenarios[] = { fixture, small, harsh };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (DrillRun) run = drill_run_new (scenarios[i % 3]);
      g_autoptr (DrillRun) replayed = NULL;
      g_autoptr (DrillRun) read = NULL;
      g_autoptr (DrillRunResult) result = NULL;
      g_autofree char *text = NULL;
      double           sum = 0;

      play_randomly (run);
      result = drill_run_get_result (run);
      g_assert_cmpfloat (result->score, >=, 0);
      g_assert_cmpfloat (result->score, <=, result->critical ? 49 : 100);
      g_assert_cmpfloat (result->impact, >=, 0);
      g_assert_cmpint (result->ending, !=, DRILL_ENDING_NONE);
      for (guint p = 0; p < result->phases->len; p++)
        {
          const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, p);

          g_assert_cmpfloat (phase->score, >=, 0);
          g_assert_cmpfloat (phase->score, <=, phase->max);
          sum += phase->score;
        }
      g_assert_cmpfloat (result->score, <=, sum);

      replayed = drill_run_replay (scenarios[i % 3], drill_run_get_moves (run), drill_run_get_n_moves (run), NULL);
      assert_equal (run, replayed);
      text = drill_run_to_text (run);
      read = drill_run_from_text (scenarios[i % 3], text, NULL);
      assert_equal (run, read);
    }
}

/* Undo gives exactly the run of one move less, down to the start. */
static void
test_undo (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (DrillRun) run = drill_run_new (scenario);
      g_autofree DrillMove *moves = NULL;

      play_randomly (run);
      moves = g_memdup2 (drill_run_get_moves (run), drill_run_get_n_moves (run) * sizeof (DrillMove));
      for (guint n = drill_run_get_n_moves (run); n > 0; n--)
        {
          g_autoptr (DrillRun) prefix = drill_run_replay (scenario, moves, n - 1, NULL);

          g_assert_true (drill_run_undo (run));
          assert_equal (run, prefix);
        }
      g_assert_false (drill_run_undo (run));
    }
}

/* Time passes, nothing else does; the section stays, and so do its choices. */
static void
test_wait (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("limit 60m", "limit 20m");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autofree char    *text = NULL;
  g_autoptr (GError)  error = NULL;
  const DrillRunStep *step;
  DrillMilestones     milestones;

  g_assert_true (drill_run_wait (run, 95, NULL));
  assert_at (run, "desk", 95, 0);
  g_assert_cmpuint (drill_run_get_log (run)->len, ==, 2);
  step = g_ptr_array_index (drill_run_get_log (run), 1);
  g_assert_cmpint (step->kind, ==, DRILL_STEP_WAITED);
  g_assert_false (step->automatic);
  g_assert_cmpint (step->begin, ==, 0);
  g_assert_cmpint (step->end, ==, 95);
  drill_run_get_milestones (run, &milestones);
  g_assert_cmpint (milestones.acknowledged, ==, -1);

  choose (run, "look");
  text = drill_run_to_text (run);
  g_assert_cmpstr (text, ==, "wait:95s look");
  assert_at (run, "look", 215, 20);
  g_assert_true (drill_run_undo (run));
  assert_at (run, "desk", 95, 0);
  g_assert_true (drill_run_undo (run));
  assert_at (run, "desk", 0, 0);

  /* The limit counts, and after it there is nothing to wait for. */
  g_assert_true (drill_run_go (run, "wait:2h", NULL));
  g_assert_cmpint (drill_run_get_clock (run), ==, scenario->limit);
  g_assert_cmpint (drill_run_get_moves (run)[0].seconds, ==, scenario->limit);
  g_assert_true (drill_run_is_over (run));
  g_assert_true (drill_run_get_state (run)->timed_out);
  g_assert_false (drill_run_wait (run, 1, &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_OVER);
}

/* Points after "by" are halved, whether the time went into actions or not. */
static void
test_wait_scoring (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("format 1", "format 1");
  g_autoptr (DrillRun) in_time = drill_run_from_text (scenario, "wait:8m look", NULL);
  g_autoptr (DrillRun) late = drill_run_from_text (scenario, "wait:481s look", NULL);
  g_autoptr (DrillRun) at_once = drill_run_from_text (scenario, "look", NULL);

  assert_at (in_time, "look", 600, 20);
  assert_at (late, "look", 601, 10);
  g_assert_cmpfloat (drill_run_impact (late), >, drill_run_impact (at_once));
}

/* An event ends a wait at its second, and the rest of the wait is not made up. */
static void
test_wait_interrupted (void)
{
  g_autoptr (DrillScenario) scenario = parse_changed ("## Panic\n",
                                                      "## Call\n\nThe phone rings.\n\n```sim\nwhen after 130s\ncost 1m\n```\n\n"
                                                      "- [Back](#desk)\n\n## Panic\n");
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (DrillRun) read = NULL;
  g_autofree char *text = NULL;

  g_assert_true (drill_run_wait (run, 600, NULL));
  assert_at (run, "call", 190, 0);
  g_assert_cmpint (drill_run_get_moves (run)[0].seconds, ==, 130);
  g_assert_cmpuint (drill_run_get_log (run)->len, ==, 3);
  g_assert_true (((DrillRunStep *) g_ptr_array_index (drill_run_get_log (run), 2))->automatic);

  /* What comes after an interruption is a wait of its own. */
  g_assert_true (drill_run_wait_on (run, 10, NULL));
  g_assert_true (drill_run_wait_on (run, 5, NULL));
  text = drill_run_to_text (run);
  g_assert_cmpstr (text, ==, "wait:130s wait:15s");
  read = drill_run_from_text (scenario, text, NULL);
  assert_equal (run, read);
}

/* In how many parts one waits makes no difference to the state, and as a wait
 * that goes on it makes none to the moves either. */
static void
test_wait_in_parts (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DrillRun) whole = drill_run_new (scenario);
      g_autoptr (DrillRun) parts = drill_run_new (scenario);
      g_autoptr (DrillRun) moves = drill_run_new (scenario);
      gint64 target = g_test_rand_int_range (60, 5000);

      while (drill_run_get_clock (whole) < target && !drill_run_is_over (whole))
        g_assert_true (drill_run_wait_on (whole, target - drill_run_get_clock (whole), NULL));
      while (drill_run_get_clock (parts) < target && !drill_run_is_over (parts))
        {
          gint64 part = g_test_rand_int_range (1, 90);

          part = MIN (part, target - drill_run_get_clock (parts));
          g_assert_true (drill_run_wait_on (parts, part, NULL));
          g_assert_true (drill_run_wait (moves, part, NULL));
        }
      assert_equal (whole, parts);
      g_assert_cmpint (drill_run_get_clock (moves), ==, drill_run_get_clock (whole));
      g_assert_cmpfloat (drill_run_impact (moves), ==, drill_run_impact (whole));
      g_assert_cmpmem (drill_run_get_state (moves)->visited, sizeof (drill_run_get_state (moves)->visited),
                       drill_run_get_state (whole)->visited, sizeof (drill_run_get_state (whole)->visited));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/run/story", test_story);
  g_test_add_func ("/incident/run/impact", test_impact);
  g_test_add_func ("/incident/run/offers", test_offers);
  g_test_add_func ("/incident/run/rules", test_rules);
  g_test_add_func ("/incident/run/window", test_window);
  g_test_add_func ("/incident/run/timed-out", test_timed_out);
  g_test_add_func ("/incident/run/go", test_go);
  g_test_add_func ("/incident/run/answers", test_answers);
  g_test_add_func ("/incident/run/text", test_text);
  g_test_add_func ("/incident/run/milestones", test_milestones);
  g_test_add_func ("/incident/run/severity", test_severity);
  g_test_add_func ("/incident/run/evidence", test_evidence);
  g_test_add_func ("/incident/run/properties", test_properties);
  g_test_add_func ("/incident/run/undo", test_undo);
  g_test_add_func ("/incident/run/wait", test_wait);
  g_test_add_func ("/incident/run/wait/scoring", test_wait_scoring);
  g_test_add_func ("/incident/run/wait/interrupted", test_wait_interrupted);
  g_test_add_func ("/incident/run/wait/in-parts", test_wait_in_parts);

  return g_test_run ();
}
