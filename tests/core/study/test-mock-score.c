/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Dimensions, weights, suggestions, and the scorecard that comes of it. */

#include "config.h"

#include "study/mock-hint.h"
#include "study/mock-incident.h"
#include "study/mock-score.h"

#include <string.h>

#define START_MS G_GINT64_CONSTANT (1700000000000)

static const char *const points[] = {
  "Impact and severity come first, before any theory about the cause.",
  "Containment precedes explanation, and the chosen step can be undone.",
  "People are told at the start and then at a fixed rhythm.",
  "Evidence is secured from one drained instance before it is destroyed.",
};

/* A list of the right words is not an answer. */
static void
test_buzzwords (void)
{
  static const char *const lists[] = {
    "impact severity theory cause containment explanation step undone people told start fixed rhythm evidence "
    "secured drained instance destroyed",
    "impact, severity, theory, cause, containment, explanation, chosen step, undone",
    "impact and severity and theory and cause and containment and explanation and people and evidence",
    "Impact. Severity. Theory. Cause. Containment. Explanation. People. Rhythm. Evidence.",
    "impact\nseverity\ntheory\ncause\nevidence\nsecured\ndrained\ninstance\ndestroyed",
    "the impact severity theory cause containment explanation chosen undone people fixed rhythm evidence secured",
    "I said it all and it was of the best that they had to offer to us in the time that we had.",
    "impact",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_cmphex (drill_mock_hints (lists[i], points, G_N_ELEMENTS (points)), ==, 0);
  g_assert_cmphex (drill_mock_hints (NULL, points, G_N_ELEMENTS (points)), ==, 0);
}

static void
test_hints (void)
{
  static const struct
  {
    const char *words;
    guint       hints;
  } cases[] = {
    { "I look at the impact and the severity first, before I have a theory about what caused it.", 1 << 0 },
    { "My step is to contain it; I take a step that can be undone, before there is an explanation.", 1 << 1 },
    { "First I tell people at the start, and after that at a fixed rhythm.", 1 << 2 },
    { "I drain one instance and secure the evidence from it before it is destroyed. "
      "People are told at the start and then at a rhythm that is fixed.",
      1 << 3 | 1 << 2 },
  };
  g_autoptr (GString) wall = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (drill_mock_hints (cases[i].words, points, G_N_ELEMENTS (points)), ==, cases[i].hints);

  /* One sentence cannot speak for everything. */
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *words = g_utf8_strdown (points[i], -1);

      g_string_append (wall, g_strdelimit (words, ".,", ' '));
    }
  g_assert_cmpuint (__builtin_popcount (drill_mock_hints (wall->str, points, G_N_ELEMENTS (points))), <=, 2);
}

static void
test_dimensions (void)
{
  static const char *const communication[] = { "event-loop", "incident-command", NULL };
  static const char *const nothing[] = { "event-loop", NULL };
  static const struct
  {
    const char        *text;
    const char *const *topics;
    DrillMockDimension dimension;
  } cases[] = {
    { "Impact and severity come first, before any theory about the cause.", nothing, DRILL_DIMENSION_STRUCTURE },
    { "The service is rolled back or the flag is switched off.", nothing, DRILL_DIMENSION_MITIGATION },
    { "People are told at the start and then updated.", nothing, DRILL_DIMENSION_COMMUNICATION },
    { "Compares snapshots over time; a profile is evidence.", nothing, DRILL_DIMENSION_DIAGNOSIS },
    { "Says why the cause could recur, and prevents it.", nothing, DRILL_DIMENSION_ROOT_CAUSE },
    { "Knows the number.", communication, DRILL_DIMENSION_COMMUNICATION }, /* topics decide */
    { "Knows the number.", nothing, DRILL_DIMENSION_DIAGNOSIS },           /* nothing does */
    { "Takes a profile while the flag is off.", communication, DRILL_DIMENSION_DIAGNOSIS },
    { NULL, communication, DRILL_DIMENSION_COMMUNICATION },
    { NULL, NULL, DRILL_DIMENSION_DIAGNOSIS },
  };
  static const struct
  {
    const char        *phase;
    DrillMockDimension dimension;
  } phases[] = {
    { "assess", DRILL_DIMENSION_STRUCTURE },      { "gather", DRILL_DIMENSION_DIAGNOSIS },
    { "localize", DRILL_DIMENSION_DIAGNOSIS },    { "hypothesize", DRILL_DIMENSION_DIAGNOSIS },
    { "mitigate", DRILL_DIMENSION_MITIGATION },   { "communicate", DRILL_DIMENSION_COMMUNICATION },
    { "root-cause", DRILL_DIMENSION_ROOT_CAUSE }, { "own-word", DRILL_DIMENSION_DIAGNOSIS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (drill_mock_dimension_of_text (cases[i].text, cases[i].topics), ==, cases[i].dimension);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    g_assert_cmpint (drill_mock_dimension_of_phase (phases[i].phase), ==, phases[i].dimension);

  g_assert_true (drill_mock_is_deep (DRILL_ITEM_FOLLOW_UP, DRILL_GRADE_MUST, DRILL_LEVEL_MID));
  g_assert_true (drill_mock_is_deep (DRILL_ITEM_QUESTION, DRILL_GRADE_EXCELLENT, DRILL_LEVEL_MID));
  g_assert_true (drill_mock_is_deep (DRILL_ITEM_QUESTION, DRILL_GRADE_GOOD, DRILL_LEVEL_STAFF));
  g_assert_false (drill_mock_is_deep (DRILL_ITEM_QUESTION, DRILL_GRADE_GOOD, DRILL_LEVEL_SENIOR));
  g_assert_false (drill_mock_is_deep (DRILL_ITEM_QUESTION, DRILL_GRADE_MUST, DRILL_LEVEL_LEAD));
}

static void
add_part (DrillItemRecord   *record,
          DrillPartRole      role,
          DrillKeyPointGrade grade,
          guint              turn,
          const char        *markdown)
{
  DrillPart *part = g_new0 (DrillPart, 1);

  part->role = role;
  part->grade = grade;
  part->turn = turn;
  part->markdown = g_strdup (markdown);
  g_ptr_array_add (record->item->parts, part);
}

/* A question with all grades, its follow-up without a rubric, an MCQ, an incident, and a
 * transcript of two turns. */
static DrillMock *
mock_new (guint level)
{
  static const guint8   uuid[DRILL_UUID_SIZE] = { 1 };
  DrillMockSetup        setup = { level, 45 };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_item_record_unref);
  DrillItemRecord      *record;
  DrillMock            *mock;
  DrillMockEvent        start = { DRILL_MOCK_START, 0, NULL, { 0 } };

  record = drill_item_record_new ("p/q", DRILL_ITEM_QUESTION);
  add_part (record, DRILL_PART_KEY_POINT, DRILL_GRADE_MUST, 0, "Impact and severity come first.");
  add_part (record, DRILL_PART_KEY_POINT, DRILL_GRADE_GOOD, 0, "The flag is rolled back.");
  add_part (record, DRILL_PART_KEY_POINT, DRILL_GRADE_EXCELLENT, 0, "People are told and updated.");
  g_ptr_array_add (items, record);

  record = drill_item_record_new ("p/q-more", DRILL_ITEM_FOLLOW_UP);
  g_free (record->item->title);
  record->item->title = g_strdup ("Why is that the cause?");
  g_ptr_array_add (items, record);

  record = drill_item_record_new ("p/m", DRILL_ITEM_MCQ);
  for (guint i = 0; i < 3; i++)
    {
      DrillOption *option = g_new0 (DrillOption, 1);

      option->label = g_strdup ("A");
      option->markdown = g_strdup_printf ("option %u", i);
      option->reason = i == 1 ? g_strdup ("It is right.") : NULL;
      option->correct = i == 1;
      g_ptr_array_add (record->item->options, option);
    }
  g_ptr_array_add (items, record);

  g_ptr_array_add (items, drill_item_record_new ("p/s", DRILL_ITEM_SCENARIO));

  record = drill_item_record_new ("p/t", DRILL_ITEM_TRANSCRIPT);
  add_part (record, DRILL_PART_INTERVIEWER, 0, 1, "And?");
  add_part (record, DRILL_PART_CANDIDATE, 0, 1, "So.");
  add_part (record, DRILL_PART_KEY_POINT, DRILL_GRADE_MUST, 1, "A metric is read.");
  add_part (record, DRILL_PART_INTERVIEWER, 0, 2, "Then?");
  g_ptr_array_add (items, record);

  mock = drill_mock_new (uuid, &setup, items, NULL, START_MS);
  drill_mock_run_apply (mock->run, &start);

  return mock;
}

static void
apply (DrillMock         *mock,
       DrillMockEventKind kind,
       guint              value,
       const char        *text)
{
  DrillMockEvent event = { kind, value, text, { 0 } };

  g_assert_true (drill_mock_run_apply (mock->run, &event));
}

static void
answer (DrillMock *mock,
        guint      ticks)
{
  apply (mock, DRILL_MOCK_DONE, 0, NULL);
  apply (mock, DRILL_MOCK_TICK, ticks, NULL);
  apply (mock, DRILL_MOCK_NEXT, 0, NULL);
}

static char *
incident_text (double score)
{
  DrillMockIncidentPhase phases[] = { { (char *) "mitigate", score, 50 }, { (char *) "communicate", 50, 50 } };
  DrillMockIncidentGap   gap = { (char *) "communicate", (char *) "Nobody was \"told\".\nAt all." };
  g_autoptr (GPtrArray)  all_phases = g_ptr_array_new ();
  g_autoptr (GPtrArray)  gaps = g_ptr_array_new ();
  DrillMockIncident      self = { (char *) "00", 50 + score, 100, TRUE, all_phases, gaps };

  g_ptr_array_add (all_phases, &phases[0]);
  g_ptr_array_add (all_phases, &phases[1]);
  g_ptr_array_add (gaps, &gap);

  return drill_mock_incident_to_text (&self);
}

static void
test_steps (void)
{
  g_autoptr (DrillMock) mock = mock_new (DRILL_LEVEL_SENIOR);

  g_assert_cmpuint (mock->steps->len, ==, 6);
  g_assert_cmpuint (drill_mock_get_step (mock, 0)->points->len, ==, 3);
  g_assert_cmpuint (drill_mock_get_step (mock, 1)->points->len, ==, 1);
  g_assert_null (g_array_index (drill_mock_get_step (mock, 1)->points, DrillMockPoint, 0).markdown);
  g_assert_cmpuint (drill_mock_get_step (mock, 2)->points->len, ==, 0);
  g_assert_cmpuint (drill_mock_get_step (mock, 3)->points->len, ==, 0);
  g_assert_cmpuint (drill_mock_get_step (mock, 4)->turn, ==, 1);
  g_assert_cmpuint (drill_mock_get_step (mock, 5)->turn, ==, 2);
  g_assert_cmpstr (drill_mock_step_find (drill_mock_get_step (mock, 5), DRILL_PART_INTERVIEWER)->markdown, ==, "Then?");
  g_assert_null (drill_mock_step_find (drill_mock_get_step (mock, 5), DRILL_PART_CANDIDATE));
}

/* Nothing is made that is not ticked, however much was typed. */
static void
test_words_do_not_score (void)
{
  g_autoptr (DrillMock)      mock = mock_new (DRILL_LEVEL_SENIOR);
  g_autoptr (DrillScorecard) card = NULL;

  apply (mock, DRILL_MOCK_WORDS, 0, "Impact and severity come first. The flag is rolled back. People are told and updated.");
  apply (mock, DRILL_MOCK_DONE, 0, NULL);
  card = drill_scorecard_new (mock);
  g_assert_cmpint (card->percent, ==, 0);
  g_assert_cmpint (card->percent_asked, ==, 0);
  g_assert_cmpuint (card->n_made, ==, 0);
  g_assert_cmpint (drill_mock_rate (mock, 0), ==, DRILL_RATING_AGAIN);
}

static void
test_levels (void)
{
  static const struct
  {
    guint level;
    guint ticks;
    int   percent;
  } cases[] = {
    { DRILL_LEVEL_MID, 7, 100 },   { DRILL_LEVEL_MID, 3, 100 },   { DRILL_LEVEL_MID, 1, 60 }, { DRILL_LEVEL_MID, 5, 80 },
    { DRILL_LEVEL_SENIOR, 7, 100 }, { DRILL_LEVEL_SENIOR, 3, 83 }, { DRILL_LEVEL_SENIOR, 1, 50 },
    { DRILL_LEVEL_STAFF, 3, 75 },  { DRILL_LEVEL_STAFF, 1, 37 },  { DRILL_LEVEL_LEAD, 3, 66 }, { DRILL_LEVEL_LEAD, 7, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillMock)      mock = mock_new (cases[i].level);
      g_autoptr (DrillScorecard) card = NULL;
      DrillMockMark              mark;

      answer (mock, cases[i].ticks);
      drill_mock_get_step_mark (mock, 0, &mark);
      g_assert_cmpint (drill_mock_mark_get_percent (&mark), ==, cases[i].percent);
      card = drill_scorecard_new (mock);
      g_assert_cmpint (card->percent_asked, ==, cases[i].percent);
      g_assert_cmpuint (card->n_asked, ==, 1);
    }
}

static void
test_the_card (void)
{
  g_autoptr (DrillMock)      mock = mock_new (DRILL_LEVEL_SENIOR);
  g_autoptr (DrillScorecard) card = NULL;
  g_autoptr (DrillAnswer)    question = NULL;
  g_autoptr (DrillAnswer)    mcq = NULL;
  g_autofree char           *incident = incident_text (25);
  const DrillMockGap        *gap;

  apply (mock, DRILL_MOCK_WORDS, 0, "what I said");
  answer (mock, 1);                          /* structure 3 of 3; mitigation 0 of 2; communication 0 of 1 */
  apply (mock, DRILL_MOCK_SKIP, 0, NULL);    /* root cause 0 of 3 */
  apply (mock, DRILL_MOCK_CHOOSE, 1, NULL);  /* wrong: diagnosis 0 of 2 */
  apply (mock, DRILL_MOCK_DONE, 0, NULL);
  apply (mock, DRILL_MOCK_NEXT, 0, NULL);
  apply (mock, DRILL_MOCK_INCIDENT, 0, incident); /* mitigation 5 of 10; communication 10 of 10 */
  apply (mock, DRILL_MOCK_DONE, 0, NULL);
  apply (mock, DRILL_MOCK_NEXT, 0, NULL);
  answer (mock, 1);                          /* diagnosis 3 of 3 */
  apply (mock, DRILL_MOCK_HAND_IN, 0, NULL); /* 3 more were to be had */

  card = drill_scorecard_new (mock);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_STRUCTURE].points, ==, 300);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_STRUCTURE].max, ==, 300);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_MITIGATION].points, ==, 500);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_MITIGATION].max, ==, 1200);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_COMMUNICATION].points, ==, 1000);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_COMMUNICATION].max, ==, 1100);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_ROOT_CAUSE].points, ==, 0);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_ROOT_CAUSE].max, ==, 300);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_DIAGNOSIS].points, ==, 300);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_DIAGNOSIS].max, ==, 500);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_DEPTH].points, ==, 0);
  g_assert_cmpint (card->marks[DRILL_DIMENSION_DEPTH].max, ==, 400);
  g_assert_cmpint (card->percent_asked, ==, 2100 * 100 / 3400);
  g_assert_cmpint (card->percent, ==, 2100 * 100 / 3700);
  g_assert_cmpuint (card->n_asked, ==, 5);
  g_assert_cmpuint (card->n_skipped, ==, 1);
  g_assert_cmpuint (card->n_points, ==, 6);
  g_assert_cmpuint (card->n_made, ==, 2);

  /* The sentences of the rubric, in the order of dimensions. */
  g_assert_cmpuint (card->gaps->len, ==, 5);
  gap = g_ptr_array_index (card->gaps, 0);
  g_assert_cmpstr (gap->markdown, ==, "It is right.");
  gap = g_ptr_array_index (card->gaps, 1);
  g_assert_cmpstr (gap->markdown, ==, "The flag is rolled back.");
  gap = g_ptr_array_index (card->gaps, 2);
  g_assert_cmpstr (gap->markdown, ==, "Nobody was \"told\".\nAt all.");
  gap = g_ptr_array_index (card->gaps, 3);
  g_assert_cmpstr (gap->markdown, ==, "People are told and updated.");
  gap = g_ptr_array_index (card->gaps, 4);
  g_assert_cmpint (gap->dimension, ==, DRILL_DIMENSION_ROOT_CAUSE);
  g_assert_null (gap->markdown);

  /* What failed comes before what was hard; what went well is not there. */
  g_assert_cmpuint (card->review->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (card->review, 0), ==, "p/q-more");
  g_assert_cmpstr (g_ptr_array_index (card->review, 1), ==, "p/m");

  question = drill_mock_get_answer (mock, 0, START_MS);
  g_assert_cmpint (question->occasion, ==, DRILL_OCCASION_INTERVIEW);
  g_assert_cmpint (question->rating, ==, DRILL_RATING_GOOD);
  g_assert_cmpstr (question->words, ==, "what I said");
  g_assert_cmpstr (question->met[0], ==, "Impact and severity come first.");
  mcq = drill_mock_get_answer (mock, 2, START_MS);
  g_assert_cmpint (mcq->rating, ==, DRILL_RATING_AGAIN);
  g_assert_cmpstr (mcq->chosen[0], ==, "option 0");
  g_assert_cmpint (memcmp (question->uuid, mcq->uuid, DRILL_UUID_SIZE), !=, 0);
  g_assert_null (drill_mock_get_answer (mock, 3, START_MS));
}

static void
test_incident_text (void)
{
  static const char *const      broken[] = { "", "x", "('',)", "('r', nan, 10, true, [], [])extra", "(1, 2, 3, 4, 5, 6)" };
  g_autofree char              *text = incident_text (25);
  g_autoptr (DrillMockIncident) read = drill_mock_incident_from_text (text);
  g_autoptr (DrillMockIncident) odd = NULL;
  g_autofree char              *again = drill_mock_incident_to_text (read);

  g_assert_cmpstr (again, ==, text);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    g_assert_null (drill_mock_incident_from_text (broken[i]));

  /* Bounded, whatever it says. */
  odd = drill_mock_incident_from_text ("('r', -5e300, 10, true, [('mitigate', 1e300, 7)], [])");
  g_assert_nonnull (odd);
  g_assert_cmpfloat (odd->score, ==, 0);
  g_assert_cmpfloat (((DrillMockIncidentPhase *) g_ptr_array_index (odd->phases, 0))->score, ==, 7);
}

/* Whatever is done, the score stays within its bounds, and more ticks never make less. */
static void
test_bounds (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint                      level = drill_mock_setup_nth_level (g_test_rand_int_range (0, DRILL_MOCK_N_LEVELS));
      g_autoptr (DrillMock)      mock = mock_new (level);
      g_autoptr (DrillScorecard) card = NULL;
      int                        before = 0;

      for (guint i = 0; i < 40; i++)
        {
          static const DrillMockEventKind kinds[] = { DRILL_MOCK_CHOOSE, DRILL_MOCK_DONE, DRILL_MOCK_TICK,
                                                      DRILL_MOCK_NEXT,   DRILL_MOCK_SKIP, DRILL_MOCK_INCIDENT };
          g_autofree char           *text = incident_text (g_test_rand_int_range (0, 60));
          DrillMockEvent             event = { kinds[g_test_rand_int_range (0, 6)], g_test_rand_int_range (0, 9), text, { 0 } };

          drill_mock_run_apply (mock->run, &event);
          g_clear_pointer (&card, drill_scorecard_free);
          card = drill_scorecard_new (mock);
          g_assert_cmpint (card->percent, >=, 0);
          g_assert_cmpint (card->percent, <=, card->percent_asked);
          g_assert_cmpint (card->percent_asked, <=, 100);
          g_assert_cmpuint (card->n_made, <=, card->n_points);
          for (guint d = 0; d < DRILL_N_DIMENSIONS; d++)
            {
              g_assert_cmpint (card->marks[d].points, >=, 0);
              g_assert_cmpint (card->marks[d].points, <=, card->marks[d].max);
            }
          if (event.kind != DRILL_MOCK_TICK && event.kind != DRILL_MOCK_CHOOSE && event.kind != DRILL_MOCK_INCIDENT)
            g_assert_cmpint (card->percent, >=, before);
          before = card->percent;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/mock-score/buzzwords", test_buzzwords);
  g_test_add_func ("/study/mock-score/hints", test_hints);
  g_test_add_func ("/study/mock-score/dimensions", test_dimensions);
  g_test_add_func ("/study/mock-score/steps", test_steps);
  g_test_add_func ("/study/mock-score/words-do-not-score", test_words_do_not_score);
  g_test_add_func ("/study/mock-score/levels", test_levels);
  g_test_add_func ("/study/mock-score/the-card", test_the_card);
  g_test_add_func ("/study/mock-score/incident-text", test_incident_text);
  g_test_add_func ("/study/mock-score/bounds", test_bounds);

  return g_test_run ();
}
