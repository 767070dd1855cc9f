/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Quizzes from the choice of questions to the reviews that follow, on a database. */

#include "config.h"

#include "study-fixture.h"

#include "library/importer.h"
#include "study/attempt-export.h"
#include "study/item-snapshot.h"
#include "study/mark.h"
#include "study/queue.h"
#include "study/quiz-store.h"

#include <string.h>

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static const char chapter[] =
    "<!-- pack: quiz; version: 1; format: 1 -->\n# Quiz\n\n## MCQ Section\n\n"
    "### 1. First *one*? (Senior)\n<!-- id: qa; topics: aa, bb; refs: r1 -->\n\nLook:\n\n"
    "- A. one\n- B. two\n- C. three\n- D. None of the above\n\n**Correct Answer:** C\n\n"
    "**Explanation:**\n\n- A. Unlike B, it is less.\n- B. No.\n- C. Yes.\n- D. Not here.\n\n"
    "### 2. Second? (Mid-level, Senior)\n<!-- id: qb; topics: aa -->\n\n"
    "- A. one\n- B. two\n- C. three\n\n**Correct Answers:** A, C\n\n"
    "### 3. Third?\n<!-- id: qc; topics: bb -->\n\n- A. yes\n- B. no\n\n**Correct Answer:** B\n\n"
    "### 4. Fourth? (Staff)\n<!-- id: qd; topics: cc -->\n\n- A. yes\n- B. no\n\n**Correct Answer:** A\n\n"
    "## References\n\n- [The manual](https://nodejs.org/api/) <!-- id: r1 -->\n";

typedef struct
{
  StudyFixture base;
  DrillClock  *clock;
} QuizFixture;

static void
import_quiz (StudyFixture *fixture,
             const char   *text)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = scratch_path (fixture->scratch, "quiz");
  const char                   *paths[] = { pack, NULL };

  scratch_write (fixture->scratch, "quiz/quiz.md", text);
  report = drill_import_run (fixture->connection, paths, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (QuizFixture  *fixture,
        gconstpointer data)
{
  study_set_up (&fixture->base, data);
  import_quiz (&fixture->base, chapter);
  fixture->clock = drill_clock_new_fake (NOON (TODAY));
}

static void
tear_down (QuizFixture  *fixture,
           gconstpointer data)
{
  drill_clock_unref (fixture->clock);
  study_tear_down (&fixture->base, data);
}

static DrillClockReading
now (QuizFixture *fixture)
{
  DrillClockReading reading;

  drill_clock_read (fixture->clock, &reading);

  return reading;
}

/* @setup: (transfer full) (nullable): NULL for an exam of the quiz pack, in its order */
static DrillQuiz *
start (QuizFixture       *fixture,
       DrillQuizSetup    *setup,
       const char *const *keys)
{
  g_autoptr (DrillQuizSetup) own = setup;
  g_autoptr (GError)         error = NULL;
  DrillClockReading          reading = now (fixture);
  DrillQuiz                 *quiz;

  if (own == NULL)
    {
      own = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
      own->shuffle_questions = FALSE;
      own->packs = g_strsplit ("quiz", " ", -1);
    }
  quiz = drill_quiz_start (fixture->base.connection, fixture->base.rules, "Mine", own, keys, 1, &reading, &error);
  g_assert_no_error (error);

  return quiz;
}

static DrillQuiz *
load (QuizFixture     *fixture,
      const DrillQuiz *quiz)
{
  g_autoptr (GError) error = NULL;
  DrillQuiz         *loaded = drill_quiz_load (fixture->base.connection, quiz->uuid, &error);

  g_assert_no_error (error);

  return loaded;
}

/* Lets something happen and stores it. Returns: whether it had its effect. */
static gboolean
step (QuizFixture          *fixture,
      DrillQuiz            *quiz,
      DrillAttemptEventKind kind,
      guint                 question,
      guint                 value)
{
  g_autoptr (DrillQuizStep) event = NULL;
  g_autoptr (GError)        error = NULL;
  DrillClockReading         reading = now (fixture);
  gboolean                  effect;

  event = drill_quiz_step (quiz, kind, question, value, &reading, &effect);
  g_assert_nonnull (event);
  drill_quiz_step_save (fixture->base.connection, fixture->base.rules, event, &error);
  g_assert_no_error (error);

  return effect;
}

static void
assert_same_attempt (const DrillQuiz *a,
                     const DrillQuiz *b)
{
  g_assert_cmpint (drill_attempt_get_phase (a->attempt), ==, drill_attempt_get_phase (b->attempt));
  g_assert_cmpuint (drill_attempt_get_current (a->attempt), ==, drill_attempt_get_current (b->attempt));
  g_assert_cmpuint (drill_attempt_get_n_events (a->attempt), ==, drill_attempt_get_n_events (b->attempt));
  g_assert_cmpint (drill_attempt_get_elapsed_ms (a->attempt), ==, drill_attempt_get_elapsed_ms (b->attempt));
  g_assert_cmpuint (a->questions->len, ==, b->questions->len);
  for (guint i = 0; i < a->questions->len; i++)
    {
      const DrillQuizQuestion *x = drill_quiz_get_question (a, i);
      const DrillQuizQuestion *y = drill_quiz_get_question (b, i);
      g_autofree char         *text = drill_item_snapshot_write (x->record);
      g_autofree char         *other = drill_item_snapshot_write (y->record);

      g_assert_cmpstr (text, ==, other);
      g_assert_cmpmem (&x->order, sizeof x->order, &y->order, sizeof y->order);
      g_assert_cmphex (x->correct, ==, y->correct);
      g_assert_cmpmem (drill_attempt_get_entry (a->attempt, i),
                       sizeof (DrillAttemptEntry),
                       drill_attempt_get_entry (b->attempt, i),
                       sizeof (DrillAttemptEntry));
    }
}

static void
assert_keys (const DrillQuiz *quiz,
             const char      *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < quiz->questions->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", drill_quiz_get_question (quiz, i)->record->key);
  g_assert_cmpstr (keys->str, ==, expected);
}

/* What is read back is what was there, whatever was done and however it was left. */
static void
test_stored (QuizFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, NULL);
  g_autoptr (DrillQuiz) fresh = load (fixture, quiz);
  g_autoptr (DrillQuiz) later = NULL;

  assert_keys (quiz, "quiz/qa quiz/qb quiz/qc quiz/qd");
  assert_same_attempt (quiz, fresh);
  g_assert_cmpstr (fresh->name, ==, "Mine");
  g_assert_cmpint (fresh->started_ms, ==, NOON (TODAY));
  g_assert_true (drill_quiz_setup_equal (fresh->setup, quiz->setup));

  drill_clock_advance_fake (fixture->clock, MINUTE_MS);
  g_assert_true (step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1 << 2));
  drill_clock_suspend_fake (fixture->clock, MINUTE_MS);
  g_assert_true (step (fixture, quiz, DRILL_ATTEMPT_UNSURE, 0, 1));
  g_assert_false (step (fixture, quiz, DRILL_ATTEMPT_PAUSE, 0, 0));
  g_assert_true (step (fixture, quiz, DRILL_ATTEMPT_GO, 3, 0));
  later = load (fixture, quiz);
  assert_same_attempt (quiz, later);
  g_assert_cmpint (drill_attempt_get_left_ms (later->attempt), ==, 48 * MINUTE_MS);
}

/* The pack changes under the attempt, which goes on saying what was asked. */
static void
test_pack_changes (QuizFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, NULL);
  g_autoptr (DrillQuiz) again = NULL;

  import_quiz (&fixture->base, "<!-- pack: quiz; version: 2; format: 1 -->\n# Quiz\n\n## MCQ Section\n\n"
                               "### 1. Another?\n<!-- id: qa -->\n\n- A. x\n- B. y\n\n**Correct Answer:** A\n");
  again = load (fixture, quiz);
  assert_same_attempt (quiz, again);
  g_assert_cmpstr (drill_quiz_get_question (again, 0)->record->item->title, ==, "First one?");
}

/* Two attempts at the same items keep their texts once. */
static void
test_texts_once (QuizFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr (DrillQuiz) first = start (fixture, NULL, NULL);
  g_autoptr (DrillQuiz) second = start (fixture, NULL, NULL);

  g_assert_true (memcmp (first->uuid, second->uuid, sizeof first->uuid) != 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM attempt_question"), ==, 8);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM asked_item"), ==, 4);
}

/* An exam says nothing until it is handed in; then every answer is a review. */
static void
test_exam_reviews (QuizFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, NULL);

  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1 << 2);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 1, 1 << 0 | 1 << 2);
  step (fixture, quiz, DRILL_ATTEMPT_UNSURE, 1, 1);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 2, 1 << 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 0);

  drill_clock_advance_fake (fixture->clock, MINUTE_MS);
  step (fixture, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 3);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review WHERE kind = 2"), ==, 3);
  g_assert_cmpint (study_int (&fixture->base, "SELECT rating FROM review JOIN card ON card.id = card WHERE key = 'quiz/qa'"), ==, DRILL_RATING_GOOD);
  g_assert_cmpint (study_int (&fixture->base, "SELECT rating FROM review JOIN card ON card.id = card WHERE key = 'quiz/qb'"), ==, DRILL_RATING_HARD);
  g_assert_cmpint (study_int (&fixture->base, "SELECT rating FROM review JOIN card ON card.id = card WHERE key = 'quiz/qc'"), ==, DRILL_RATING_AGAIN);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(DISTINCT at_ms) FROM review"), ==, 1);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review JOIN card ON card.id = card "
                                              "WHERE key = 'quiz/qb' AND json_extract (detail, '$.chosen[1]') = 'three'"),
                   ==, 1);
  g_assert_cmpint (study_int (&fixture->base, "SELECT answers FROM day_count"), ==, 3);
}

/* Half of it cannot be stored: no review without the end, no end without the reviews. */
static void
test_hand_in_is_whole (QuizFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr (DrillQuiz)     quiz = start (fixture, NULL, NULL);
  g_autoptr (DrillQuizStep) end = NULL;
  g_autoptr (GError)        error = NULL;
  DrillClockReading         reading = now (fixture);

  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 2, 1);
  end = drill_quiz_step (quiz, DRILL_ATTEMPT_HAND_IN, 0, 0, &reading, NULL);
  scratch_sql_run (fixture->base.scratch,
                   "data/progress.db",
                   "CREATE TRIGGER stop BEFORE INSERT ON review WHEN NEW.card = "
                   "(SELECT id FROM card WHERE key = 'quiz/qc') BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_false (drill_quiz_step_save (fixture->base.connection, fixture->base.rules, end, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT ended_ms FROM attempt"), ==, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM attempt_event WHERE kind = 12"), ==, 0);

  /* And it can be tried again, as often as one likes. */
  scratch_sql_run (fixture->base.scratch, "data/progress.db", "DROP TRIGGER stop");
  for (guint i = 0; i < 3; i++)
    g_assert_true (drill_quiz_step_save (fixture->base.connection, fixture->base.rules, end, NULL));
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 2);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM attempt_event"), ==, 4);
}

/* In practice an answer counts when it is checked, and only once. */
static void
test_practice_reviews (QuizFixture  *fixture,
                       gconstpointer data)
{
  DrillQuizSetup       *setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_WEAK);
  const char *const     keys[] = { "quiz/qc", "quiz/qd", "quiz/gone", "fix/q1", NULL };
  g_autoptr (DrillQuiz) quiz = NULL;

  setup->shuffle_questions = FALSE;
  quiz = start (fixture, setup, keys);
  assert_keys (quiz, "quiz/qc quiz/qd"); /* what is gone, and what is no MCQ, is left out */

  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1 << 1);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 0);
  g_assert_true (step (fixture, quiz, DRILL_ATTEMPT_CHECK, 0, 0));
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review WHERE rating = 3"), ==, 1);
  g_assert_false (step (fixture, quiz, DRILL_ATTEMPT_CHECK, 0, 0));
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 1, 1 << 1);
  step (fixture, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 2);
}

static void
test_unscheduled (QuizFixture  *fixture,
                  gconstpointer data)
{
  DrillQuizSetup       *setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (DrillQuiz) quiz = NULL;

  setup->schedule = FALSE;
  quiz = start (fixture, setup, NULL);
  for (guint i = 0; i < quiz->questions->len; i++)
    step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, i, 1);
  step (fixture, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT right + wrong FROM attempt"), ==, quiz->questions->len);
}

/* Ten answers make a habit, and one that is far slower was hard. */
static void
test_habit (QuizFixture  *fixture,
            gconstpointer data)
{
  const char *const keys[] = { "quiz/qd", NULL };

  for (guint i = 0; i <= DRILL_HABIT_MIN_ANSWERS; i++)
    {
      g_autoptr (DrillQuiz) quiz = start (fixture, NULL, keys);

      g_assert_cmpint (quiz->habit_ms, ==, i < DRILL_HABIT_MIN_ANSWERS ? 0 : 20000);
      drill_clock_advance_fake (fixture->clock, i < DRILL_HABIT_MIN_ANSWERS ? 20000 : 51000);
      step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1);
      step (fixture, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
      drill_clock_advance_fake (fixture->clock, DAY_MS);
    }
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review WHERE rating = 3"), ==, DRILL_HABIT_MIN_ANSWERS);
  g_assert_cmpint (study_int (&fixture->base, "SELECT rating FROM review ORDER BY id DESC LIMIT 1"), ==, DRILL_RATING_HARD);
}

static GPtrArray *
list (QuizFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DrillClockReading  reading = now (fixture);
  GPtrArray         *rows = drill_quiz_list (fixture->base.connection, &reading, &error);

  g_assert_no_error (error);

  return rows;
}

static void
test_list (QuizFixture  *fixture,
           gconstpointer data)
{
  g_autoptr (DrillQuiz) done = start (fixture, NULL, NULL);
  g_autoptr (DrillQuiz) open = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const DrillQuizRow   *row;

  step (fixture, done, DRILL_ATTEMPT_CHOOSE, 0, 1 << 2);
  step (fixture, done, DRILL_ATTEMPT_CHOOSE, 2, 1 << 0);
  drill_clock_advance_fake (fixture->clock, 5 * MINUTE_MS);
  step (fixture, done, DRILL_ATTEMPT_HAND_IN, 0, 0);
  drill_clock_advance_fake (fixture->clock, MINUTE_MS);
  open = start (fixture, NULL, NULL);
  step (fixture, open, DRILL_ATTEMPT_CHOOSE, 1, 1 << 0);
  drill_clock_advance_fake (fixture->clock, MINUTE_MS);

  rows = list (fixture);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpmem (row->uuid, sizeof row->uuid, open->uuid, sizeof open->uuid);
  g_assert_cmpint (row->ended_ms, ==, 0);
  g_assert_cmpint (row->phase, ==, DRILL_ATTEMPT_RUNNING);
  g_assert_cmpint (row->left_ms, ==, 49 * MINUTE_MS);
  g_assert_cmpuint (row->answered, ==, 1);

  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (row->name, ==, "Mine");
  g_assert_cmpint (row->ended_ms, ==, NOON (TODAY) + 5 * MINUTE_MS);
  g_assert_cmpint (row->phase, ==, DRILL_ATTEMPT_HANDED_IN);
  g_assert_cmpint (row->elapsed_ms, ==, 5 * MINUTE_MS);
  g_assert_cmpuint (row->score.right, ==, 1);
  g_assert_cmpuint (row->score.wrong, ==, 1);
  g_assert_cmpuint (row->score.unanswered, ==, 2);
  g_assert_cmpint (row->score.points, ==, 100);
  g_assert_cmpint (drill_score_get_percent (&row->score), ==, 25);
  g_assert_false (row->score.passed);

  /* Nobody has opened it since; looking at it changes nothing. */
  drill_clock_reboot_fake (fixture->clock, HOUR_MS);
  later = list (fixture);
  row = g_ptr_array_index (later, 0);
  g_assert_cmpint (row->phase, ==, DRILL_ATTEMPT_OUT_OF_TIME);
  g_assert_cmpint (row->left_ms, ==, 0);
  g_assert_cmpint (row->ended_ms, ==, 0);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM attempt_event WHERE kind = 2"), ==, 0);
}

/* Found out of time on return: what was answered counts, as if it had been handed in. */
static void
test_found_out_of_time (QuizFixture  *fixture,
                        gconstpointer data)
{
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, NULL);
  g_autoptr (DrillQuiz) again = NULL;

  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1 << 2);
  drill_clock_reboot_fake (fixture->clock, HOUR_MS);
  again = load (fixture, quiz);
  step (fixture, again, DRILL_ATTEMPT_OPEN, 0, 0);
  g_assert_cmpint (drill_attempt_get_phase (again->attempt), ==, DRILL_ATTEMPT_OUT_OF_TIME);
  g_assert_cmpint (study_int (&fixture->base, "SELECT right FROM attempt"), ==, 1);
  g_assert_cmpint (study_int (&fixture->base, "SELECT phase FROM attempt"), ==, DRILL_ATTEMPT_OUT_OF_TIME);
  g_assert_cmpint (study_int (&fixture->base, "SELECT elapsed_ms FROM attempt"), ==, 50 * MINUTE_MS);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM review"), ==, 1);
}

static void
test_no_question (QuizFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_WEAK);
  g_autoptr (GError)         error = NULL;
  DrillClockReading          reading = now (fixture);

  g_assert_null (drill_quiz_start (fixture->base.connection, fixture->base.rules, "", setup, NULL, 1, &reading, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM attempt"), ==, 0);
}

static void
test_parts (QuizFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, NULL);
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (GPtrArray) levels = NULL;
  g_autoptr (GPtrArray) missed = NULL;
  static const struct
  {
    const char *slug;
    guint       level, questions, right;
  } expected_topics[] = { { "cc", 0, 1, 0 }, { "bb", 0, 2, 1 }, { "aa", 0, 2, 2 } },
    expected_levels[] = { { NULL, DRILL_LEVEL_MID, 1, 1 }, { NULL, DRILL_LEVEL_SENIOR, 2, 2 }, { NULL, DRILL_LEVEL_STAFF, 1, 0 } };

  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1 << 2);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 1, 1 << 0 | 1 << 2);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 2, 1 << 0);
  topics = drill_quiz_get_topics (quiz);
  g_assert_cmpuint (topics->len, ==, G_N_ELEMENTS (expected_topics));
  for (guint i = 0; i < topics->len; i++)
    {
      const DrillQuizPart *part = g_ptr_array_index (topics, i);

      g_assert_cmpstr (part->slug, ==, expected_topics[i].slug);
      g_assert_cmpuint (part->questions, ==, expected_topics[i].questions);
      g_assert_cmpuint (part->right, ==, expected_topics[i].right);
    }
  levels = drill_quiz_get_levels (quiz);
  g_assert_cmpuint (levels->len, ==, G_N_ELEMENTS (expected_levels));
  for (guint i = 0; i < levels->len; i++)
    {
      const DrillQuizPart *part = g_ptr_array_index (levels, i);

      g_assert_cmpuint (part->level, ==, expected_levels[i].level);
      g_assert_cmpuint (part->questions, ==, expected_levels[i].questions);
      g_assert_cmpuint (part->right, ==, expected_levels[i].right);
    }
  missed = drill_quiz_get_missed (quiz);
  g_assert_cmpuint (missed->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (missed, 0), ==, "quiz/qc");
  g_assert_cmpstr (g_ptr_array_index (missed, 1), ==, "quiz/qd");
}

/* Puts cards off, or back. @keys: with a NULL at the end */
static void
set_due (QuizFixture       *fixture,
         const char *const *keys,
         int                day)
{
  g_autoptr (DrillMark) mark = drill_mark_new (keys[0], DRILL_MARK_DUE, day, NOON (TODAY));
  g_autoptr (GError)    error = NULL;

  g_assert_true (drill_mark_record_all (fixture->base.connection, fixture->base.rules, mark, keys, &error));
  g_assert_no_error (error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_due (QuizFixture *fixture,
            const char  *expected)
{
  g_autoptr (GPtrArray) entries = drill_queue_load (fixture->base.connection, fixture->base.rules, NOON (TODAY) + HOUR_MS, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *text = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const DrillQueueEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_has_prefix (entry->key, "quiz/"))
        g_ptr_array_add (keys, g_strdup (entry->key));
    }
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);
  text = g_strjoinv (" ", (char **) keys->pdata);
  g_assert_cmpstr (text, ==, expected);
}

/* "Add to review" decides that what was missed is due: also what was never answered, and
 * so is new, comes today, and what was right stays where it was. */
static void
test_missed_to_review (QuizFixture  *fixture,
                       gconstpointer data)
{
  const char *const     keys[] = { "quiz/qa", "quiz/qc", "quiz/qd", NULL };
  const char *const     answered[] = { "quiz/qa", "quiz/qc", NULL };
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, keys);
  g_autoptr (GPtrArray) missed = NULL;

  fixture->base.rules->new_per_day = 0;
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, drill_quiz_get_question (quiz, 0)->correct);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 1, 1 << 0);
  assert_keys (quiz, "quiz/qa quiz/qc quiz/qd");
  step (fixture, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
  set_due (fixture, answered, TODAY + 50);
  assert_due (fixture, "");

  missed = drill_quiz_get_missed (quiz);
  set_due (fixture, (const char *const *) missed->pdata, TODAY);
  assert_due (fixture, "quiz/qc quiz/qd");
}

/* What was written last is what was answered last, unless it was taken back. */
static void
test_pools (QuizFixture  *fixture,
            gconstpointer data)
{
  static const guint         expected[DRILL_QUIZ_N_POOLS] = { 4, 2, 1, 2 };
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_WEAK);
  g_autoptr (GPtrArray)      candidates = NULL;
  g_autoptr (GPtrArray)      weak = NULL;
  g_autoptr (GError)         error = NULL;
  const DrillFsrs           *fsrs = &fixture->base.rules->scheduler.fsrs;
  DrillQuizCounts            counts;

  setup->packs = g_strsplit ("quiz other", " ", -1);
  study_record (&fixture->base, "quiz/qa", DRILL_RATING_AGAIN, NOON (TODAY - 40));
  study_record (&fixture->base, "quiz/qa", DRILL_RATING_GOOD, NOON (TODAY - 39));
  study_record (&fixture->base, "quiz/qb", DRILL_RATING_GOOD, NOON (TODAY - 1));
  study_record (&fixture->base, "quiz/qb", DRILL_RATING_AGAIN, NOON (TODAY));
  candidates = drill_quiz_pool_load (fixture->base.connection, setup, &error);
  g_assert_no_error (error);
  drill_quiz_pool_count (candidates, fsrs, TODAY, &counts);
  for (guint i = 0; i < DRILL_QUIZ_N_POOLS; i++)
    {
      g_test_message ("pool %u", i);
      g_assert_cmpuint (counts.available[i], ==, expected[i]);
    }

  /* The weakest: a month ago, against a moment ago. */
  setup->count = 1;
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_clear_pointer (&weak, g_ptr_array_unref);
      weak = drill_quiz_pool_pick (candidates, setup, fsrs, TODAY, seed);
      g_assert_cmpuint (weak->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (weak, 0), ==, "quiz/qa");
    }
}

static void
test_filters (QuizFixture  *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *packs, *topics;
    guint       levels, all;
  } cases[] = {
    { NULL, NULL, 0, 5 },
    { "quiz", NULL, 0, 4 },
    { "fix", NULL, 0, 1 },
    { "none", NULL, 0, 0 },
    { "fix quiz", "aa", 0, 2 },
    { NULL, "aa cc", 0, 4 },
    { NULL, NULL, DRILL_LEVEL_SENIOR, 2 },
    { NULL, NULL, DRILL_LEVEL_MID | DRILL_LEVEL_STAFF, 2 },
    { NULL, "'; DROP TABLE review; --", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
      g_autoptr (GPtrArray)      candidates = NULL;
      g_autoptr (GError)         error = NULL;

      setup->packs = cases[i].packs != NULL ? g_strsplit (cases[i].packs, " ", -1) : NULL;
      setup->topics = cases[i].topics != NULL ? g_strsplit (cases[i].topics, i == G_N_ELEMENTS (cases) - 1 ? "|" : " ", -1) : NULL;
      setup->levels = cases[i].levels;
      candidates = drill_quiz_pool_load (fixture->base.connection, setup, &error);
      g_assert_no_error (error);
      g_test_message ("case %u", i);
      g_assert_cmpuint (candidates->len, ==, cases[i].all);
    }
}

/* With another seed another order, and each question has its turn at each place. */
static void
test_shuffles (QuizFixture  *fixture,
               gconstpointer data)
{
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
  g_autoptr (GPtrArray)      candidates = NULL;
  guint                      firsts[4] = { 0 };

  setup->packs = g_strsplit ("quiz", " ", -1);
  setup->count = 3;
  candidates = drill_quiz_pool_load (fixture->base.connection, setup, NULL);
  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr (GPtrArray) keys = NULL;
      g_autoptr (GPtrArray) again = NULL;

      keys = drill_quiz_pool_pick (candidates, setup, &fixture->base.rules->scheduler.fsrs, TODAY, seed);
      again = drill_quiz_pool_pick (candidates, setup, &fixture->base.rules->scheduler.fsrs, TODAY, seed);
      g_assert_cmpuint (keys->len, ==, 3);
      for (guint i = 0; i < keys->len; i++)
        g_assert_cmpstr (g_ptr_array_index (keys, i), ==, g_ptr_array_index (again, i));
      firsts[((char *) g_ptr_array_index (keys, 0))[6] - 'a']++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    g_assert_cmpuint (firsts[i], >, 5);
}

/* Own setups by name, each with how many questions it asks for. */
static void
assert_setups (QuizFixture *fixture,
               const char  *expected)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) setups = drill_quiz_setup_list (fixture->base.connection, &error);
  g_autoptr (GString)   text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < setups->len; i++)
    {
      const DrillNamedSetup *named = g_ptr_array_index (setups, i);

      g_string_append_printf (text, "%s%s:%u", i > 0 ? " " : "", named->name, named->setup->count);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_setups (QuizFixture  *fixture,
             gconstpointer data)
{
  DrillConnection           *connection = fixture->base.connection;
  g_autoptr (DrillQuizSetup) exam = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (DrillQuizSetup) ten = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
  g_autoptr (GPtrArray)      setups = NULL;

  exam->topics = g_strsplit ("aa bb", " ", -1);
  exam->penalty = 25;
  g_assert_true (drill_quiz_setup_remember (connection, exam, NULL));
  g_assert_true (drill_quiz_setup_remember (connection, ten, NULL));
  g_assert_true (drill_quiz_setup_keep (connection, NULL, "Monday", ten, NULL));
  assert_setups (fixture, ":10 Monday:10");

  /* Changed, renamed, and both at once. */
  g_assert_true (drill_quiz_setup_keep (connection, "Monday", "Monday", exam, NULL));
  assert_setups (fixture, ":10 Monday:40");
  g_assert_true (drill_quiz_setup_keep (connection, "Monday", "Friday", exam, NULL));
  assert_setups (fixture, ":10 Friday:40");
  g_assert_true (drill_quiz_setup_keep (connection, "Friday", "Sunday", ten, NULL));
  assert_setups (fixture, ":10 Sunday:10");
  g_assert_true (drill_quiz_setup_keep (connection, "Sunday", "Sunday", exam, NULL));
  setups = drill_quiz_setup_list (connection, NULL);
  g_assert_true (drill_quiz_setup_equal (((DrillNamedSetup *) g_ptr_array_index (setups, 1))->setup, exam));

  g_assert_true (drill_quiz_setup_delete (connection, "Nobody", NULL));
  g_assert_true (drill_quiz_setup_delete (connection, "Sunday", NULL));
  assert_setups (fixture, ":10");

  /* It was deleted while somebody changed it: what was changed is not lost. */
  g_assert_true (drill_quiz_setup_keep (connection, "Sunday", "Monday", exam, NULL));
  assert_setups (fixture, ":10 Monday:40");
}

/* A name that another setup has is refused, and then nothing has changed. */
static void
test_setup_name_taken (QuizFixture  *fixture,
                       gconstpointer data)
{
  static const char *const   old_names[] = { NULL, "Own", "gone" };
  DrillConnection           *connection = fixture->base.connection;
  g_autoptr (DrillQuizSetup) exam = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (DrillQuizSetup) ten = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);

  g_assert_true (drill_quiz_setup_keep (connection, NULL, "Taken", exam, NULL));
  g_assert_true (drill_quiz_setup_keep (connection, NULL, "Own", ten, NULL));
  ten->count = 11;
  for (guint i = 0; i < G_N_ELEMENTS (old_names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (drill_quiz_setup_keep (connection, old_names[i], "Taken", ten, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
      assert_setups (fixture, "Own:10 Taken:40");
    }
  g_assert_true (drill_quiz_setup_keep (connection, "Own", "Free", ten, NULL));
  assert_setups (fixture, "Free:11 Taken:40");
}

/* Whatever the text is, the setup that comes of it can be used. */
static void
test_setup_text (void)
{
  static const char *const texts[] = {
    "", "[]", "{", "null", "{\"count\":0}", "{\"count\":100000,\"minutes\":-4,\"pool\":17,\"timing\":\"x\"}",
    "{\"packs\":[1,null,\"a\"],\"topics\":{},\"pass\":1e99,\"exam\":3}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_from_text (texts[i]);

      g_assert_cmpuint (setup->count, ==, 10);
      g_assert_cmpuint (setup->minutes, ==, 10);
      g_assert_cmpint (setup->pool, ==, DRILL_QUIZ_POOL_ALL);
      g_assert_cmpint (setup->timing, ==, DRILL_QUIZ_TIME_FOR_ALL);
      g_assert_cmpuint (setup->pass_percent, ==, 0);
      g_assert_false (setup->exam);
      g_assert_null (setup->topics);
    }
}

static void
test_snapshot_damaged (void)
{
  static const char *const texts[] = { "", "[1]", "{", "null" };
  g_autoptr (DrillItemRecord) odd = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (drill_item_snapshot_read (texts[i], &error));
      g_assert_nonnull (error);
    }
  odd = drill_item_snapshot_read ("{\"options\":[{},3],\"parts\":{},\"topics\":[1],\"line\":-1}", NULL);
  g_assert_cmpuint (odd->item->options->len, ==, 1);
  g_assert_cmpuint (odd->item->topics->len, ==, 0);
}

static gboolean
append (const char *text,
        gsize       length,
        gpointer    data,
        GError    **error)
{
  g_string_append_len (data, text, (gssize) length);

  return TRUE;
}

/* Letters are those on screen; what has not ended is left out. */
static void
test_export (QuizFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (DrillQuiz) quiz = start (fixture, NULL, NULL);
  g_autoptr (DrillQuiz) open = start (fixture, NULL, NULL);
  g_autoptr (GString)   text = g_string_new (NULL);
  g_auto (GStrv)        lines = NULL;
  g_autofree char      *right = NULL;

  g_assert_nonnull (open);
  drill_clock_advance_fake (fixture->clock, 12345);
  step (fixture, quiz, DRILL_ATTEMPT_CHOOSE, 0, 1 << 2);
  step (fixture, quiz, DRILL_ATTEMPT_UNSURE, 0, 1);
  step (fixture, quiz, DRILL_ATTEMPT_FLAG, 3, 1);
  step (fixture, quiz, DRILL_ATTEMPT_HAND_IN, 0, 0);
  g_assert_true (drill_attempt_export (fixture->base.connection, append, text, NULL));
  lines = g_strsplit (text->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[5], ==, "");
  g_assert_true (g_str_has_prefix (lines[0], "attempt,started,name,mode,number,"));
  for (guint i = 0; i < quiz->questions->len; i++)
    g_assert_nonnull (strstr (lines[i + 1], drill_quiz_get_question (quiz, i)->record->key));

  for (guint i = 0; i < 4; i++)
    {
      if (drill_quiz_get_question (quiz, 0)->order.source[i] == 2)
        right = g_strdup_printf (",\"Mine\",exam,1,\"quiz/qa\",\"First one?\",\"Senior\",\"aa bb\",%c,%c,right,1,0,12.345",
                                 'A' + i, 'A' + i);
    }
  g_assert_nonnull (strstr (lines[1], right));
  g_assert_true (g_str_has_suffix (lines[4], ",unanswered,0,1,0.000"));
}

#define ADD_QUIZ(path, test) g_test_add (path, QuizFixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_QUIZ ("/study/quiz/stored", test_stored);
  ADD_QUIZ ("/study/quiz/pack-changes", test_pack_changes);
  ADD_QUIZ ("/study/quiz/texts-once", test_texts_once);
  ADD_QUIZ ("/study/quiz/exam-reviews", test_exam_reviews);
  ADD_QUIZ ("/study/quiz/hand-in-is-whole", test_hand_in_is_whole);
  ADD_QUIZ ("/study/quiz/practice-reviews", test_practice_reviews);
  ADD_QUIZ ("/study/quiz/unscheduled", test_unscheduled);
  ADD_QUIZ ("/study/quiz/habit", test_habit);
  ADD_QUIZ ("/study/quiz/list", test_list);
  ADD_QUIZ ("/study/quiz/found-out-of-time", test_found_out_of_time);
  ADD_QUIZ ("/study/quiz/no-question", test_no_question);
  ADD_QUIZ ("/study/quiz/parts", test_parts);
  ADD_QUIZ ("/study/quiz/missed-to-review", test_missed_to_review);
  ADD_QUIZ ("/study/quiz/pools", test_pools);
  ADD_QUIZ ("/study/quiz/filters", test_filters);
  ADD_QUIZ ("/study/quiz/shuffles", test_shuffles);
  ADD_QUIZ ("/study/quiz/setups", test_setups);
  ADD_QUIZ ("/study/quiz/setup-name-taken", test_setup_name_taken);
  ADD_QUIZ ("/study/quiz/export", test_export);
  g_test_add_func ("/study/quiz/setup-text", test_setup_text);
  g_test_add_func ("/study/quiz/snapshot-damaged", test_snapshot_damaged);

  return g_test_run ();
}
