/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The order of one sitting, told as tables of steps. */

#include "config.h"

#include "study/session.h"

#include <string.h>

#define MINUTE_MS  60000
#define START_MS   G_GINT64_CONSTANT (1728043200000)
#define DURATION   5000
#define MAX_STEPS  16

typedef enum
{
  END,
  NEXT,     /* advance; @key is what is asked then, NULL when nothing is */
  BACK,     /* the same, and the card was answered before */
  ANSWER,   /* with @rating */
  SKIP,
  ASK_NEXT, /* an entry with @key */
  LEFT,     /* @count cards are still to come */
  DONE,     /* @count cards are through */
  RETURNS,  /* the first waiting card comes back in minute @count, 0 for none */
} Action;

/* @minute: when it happens, since the start */
typedef struct
{
  Action      action;
  guint       minute;
  const char *key;
  DrillRating rating;
  guint       count;
} Step;

/* Default steps: Again returns in 1 minute, Good in 10, Easy leaves them. */
typedef struct
{
  const char *name;
  const char *keys; /* with spaces between them */
  Step        steps[MAX_STEPS];
} Case;

#define AGAIN DRILL_RATING_AGAIN
#define GOOD  DRILL_RATING_GOOD
#define EASY  DRILL_RATING_EASY

static const Case cases[] = {
  { "nothing", "", { { LEFT, .count = 0 }, { NEXT, 0, NULL }, { RETURNS, .count = 0 } } },
  { "in-order",
    "a b",
    { { LEFT, .count = 2 },
      { NEXT, 0, "a" },
      { LEFT, .count = 2 },
      { ANSWER, 0, NULL, EASY },
      { LEFT, .count = 1 },
      { DONE, .count = 1 },
      { NEXT, 0, "b" },
      { ANSWER, 0, NULL, EASY },
      { NEXT, 0, NULL },
      { LEFT, .count = 0 },
      { DONE, .count = 2 } } },
  { "returns-as-soon-as-it-is-due",
    "a b c",
    { { NEXT, 0, "a" },
      { ANSWER, 0, NULL, AGAIN },
      { RETURNS, .count = 1 },
      { LEFT, .count = 3 },
      { NEXT, 0, "b" },
      { ANSWER, 1, NULL, EASY },
      { BACK, 1, "a" },
      { ANSWER, 1, NULL, EASY },
      { DONE, .count = 2 },
      { NEXT, 1, "c" } } },
  { "earliest-waits-first",
    "a b c",
    { { NEXT, 0, "a" },
      { ANSWER, 0, NULL, GOOD },
      { NEXT, 0, "b" },
      { ANSWER, 0, NULL, AGAIN },
      { RETURNS, .count = 1 },
      { NEXT, 0, "c" },
      { ANSWER, 12, NULL, EASY },
      { BACK, 12, "b" },
      { ANSWER, 12, NULL, EASY },
      { BACK, 12, "a" } } },
  { "learns-ahead-when-nothing-else-is-left",
    "a",
    { { NEXT, 0, "a" },
      { ANSWER, 0, NULL, GOOD },
      { BACK, 0, "a" },
      { ANSWER, 0, NULL, GOOD },
      { NEXT, 0, NULL },
      { DONE, .count = 1 } } },
  { "queue-before-learning-ahead",
    "a b",
    { { NEXT, 0, "a" }, { ANSWER, 0, NULL, AGAIN }, { NEXT, 0, "b" }, { SKIP }, { BACK, 0, "a" } } },
  { "skip",
    "a b",
    { { NEXT, 0, "a" },
      { SKIP },
      { LEFT, .count = 1 },
      { DONE, .count = 0 },
      { NEXT, 0, "b" },
      { SKIP },
      { NEXT, 0, NULL } } },
  { "ask-next-adds",
    "a b",
    { { NEXT, 0, "a" },
      { ASK_NEXT, 0, "x" },
      { LEFT, .count = 3 },
      { ANSWER, 0, NULL, EASY },
      { NEXT, 0, "x" },
      { SKIP },
      { NEXT, 0, "b" } } },
  { "ask-next-moves",
    "a b c",
    { { NEXT, 0, "a" },
      { ASK_NEXT, 0, "c" },
      { LEFT, .count = 3 },
      { ANSWER, 0, NULL, EASY },
      { NEXT, 0, "c" },
      { SKIP },
      { NEXT, 0, "b" },
      { SKIP },
      { NEXT, 0, NULL } } },
  { "ask-next-moves-what-waits",
    "a b c",
    { { NEXT, 0, "a" },
      { ANSWER, 0, NULL, GOOD },
      { NEXT, 0, "b" },
      { ASK_NEXT, 0, "a" },
      { LEFT, .count = 3 },
      { RETURNS, .count = 0 },
      { SKIP },
      { BACK, 0, "a" },
      { ANSWER, 0, NULL, GOOD }, /* its second step: with a new card it would wait */
      { DONE, .count = 1 },
      { NEXT, 0, "c" } } },
};

static DrillQueueEntry *
entry_new (const char *key)
{
  DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

  entry->key = g_strdup (key);
  entry->kind = DRILL_ITEM_QUESTION;

  return entry;
}

static GPtrArray *
entries_new (const char *keys)
{
  GPtrArray    *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_ptr_array_add (entries, entry_new (words[i]));
    }

  return entries;
}

static DrillRules *
rules_new (void)
{
  DrillRules *rules = drill_rules_new ();

  g_time_zone_unref (rules->time_zone);
  rules->time_zone = g_time_zone_new_utc ();

  return rules;
}

static void
assert_current (DrillSession *session,
                gboolean      found,
                const Step   *step)
{
  const DrillQueueEntry *current = drill_session_get_current (session);

  g_assert_cmpstr (current != NULL ? current->key : NULL, ==, step->key);
  g_assert_cmpint (found, ==, step->key != NULL);
  if (found)
    g_assert_cmpint (drill_session_is_returning (session), ==, step->action == BACK);
}

static void
run_step (DrillSession *session,
          const Step   *step)
{
  gint64 now_ms = START_MS + step->minute * MINUTE_MS;

  switch (step->action)
    {
    case NEXT:
    case BACK:
      assert_current (session, drill_session_advance (session, now_ms), step);
      break;
    case ANSWER:
      drill_session_answer (session, step->rating, now_ms, DURATION);
      g_assert_null (drill_session_get_current (session));
      break;
    case SKIP:
      drill_session_skip (session);
      break;
    case ASK_NEXT:
      drill_session_ask_next (session, entry_new (step->key));
      break;
    case LEFT:
      g_assert_cmpuint (drill_session_get_remaining (session), ==, step->count);
      break;
    case DONE:
      g_assert_cmpuint (drill_session_get_done (session), ==, step->count);
      break;
    case RETURNS:
      g_assert_cmpint (drill_session_get_return_ms (session),
                       ==,
                       step->count > 0 ? START_MS + step->count * MINUTE_MS : 0);
      break;
    case END:
    default:
      g_assert_not_reached ();
    }
}

static void
test_case (gconstpointer data)
{
  const Case              *this = data;
  g_autoptr (DrillRules)   rules = rules_new ();
  g_autoptr (DrillSession) session = drill_session_new (entries_new (this->keys), rules);

  for (guint i = 0; i < MAX_STEPS && this->steps[i].action != END; i++)
    run_step (session, &this->steps[i]);
}

/* Ten minutes are near enough or not, to the millisecond. */
static void
test_learn_ahead_limit (void)
{
  g_autoptr (DrillRules) rules = rules_new ();

  for (int slack = -1; slack <= 1; slack++)
    {
      g_autoptr (DrillSession) session = NULL;

      rules->learn_ahead_ms = 10 * MINUTE_MS + slack;
      session = drill_session_new (entries_new ("a"), rules);
      g_assert_true (drill_session_advance (session, START_MS));
      drill_session_answer (session, GOOD, START_MS, 1);
      g_assert_cmpint (drill_session_advance (session, START_MS), ==, slack >= 0);
      g_assert_cmpuint (drill_session_get_remaining (session), ==, 1);
      g_assert_cmpint (drill_session_get_return_ms (session),
                       ==,
                       slack >= 0 ? 0 : START_MS + 10 * MINUTE_MS);
    }
}

static void
test_preview_is_the_answer (void)
{
  g_autoptr (DrillRules) rules = rules_new ();

  for (DrillRating rating = AGAIN; rating <= EASY; rating++)
    {
      g_autoptr (DrillSession) session = drill_session_new (entries_new ("a"), rules);
      DrillCard                preview[DRILL_N_RATINGS];
      const DrillQueueEntry   *current;

      g_assert_true (drill_session_advance (session, START_MS));
      drill_session_preview (session, START_MS, preview);
      drill_session_answer (session, rating, START_MS, 1);

      /* Of cards that do not come back the session keeps nothing to look at. */
      if (preview[rating - AGAIN].due_ms == 0)
        {
          g_assert_cmpuint (drill_session_get_done (session), ==, 1);
          continue;
        }
      g_assert_true (drill_session_advance (session, preview[rating - AGAIN].due_ms));
      current = drill_session_get_current (session);
      g_assert_cmpint (current->card.due_ms, ==, preview[rating - AGAIN].due_ms);
      g_assert_cmpfloat (current->card.memory.stability,
                         ==,
                         preview[rating - AGAIN].memory.stability);
      g_assert_cmpuint (current->card.step, ==, preview[rating - AGAIN].step);
    }
}

static void
test_summary (void)
{
  g_autoptr (DrillRules)   rules = rules_new ();
  g_autoptr (DrillSession) session = drill_session_new (entries_new ("a b c"), rules);
  DrillSessionSummary      summary = drill_session_get_summary (session);
  static const DrillRating ratings[] = { AGAIN, EASY, GOOD, GOOD };

  g_assert_cmpuint (summary.answers, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_assert_true (drill_session_advance (session, START_MS + i * MINUTE_MS));
      drill_session_answer (session, ratings[i], START_MS + i * MINUTE_MS, DURATION + i);
    }

  /* a: Again, b: Easy, a once more: Good, c: Good. */
  summary = drill_session_get_summary (session);
  g_assert_cmpuint (summary.answers, ==, 4);
  g_assert_cmpuint (summary.cards, ==, 3);
  g_assert_cmpuint (summary.ratings[0], ==, 1);
  g_assert_cmpuint (summary.ratings[1], ==, 0);
  g_assert_cmpuint (summary.ratings[2], ==, 2);
  g_assert_cmpuint (summary.ratings[3], ==, 1);
  g_assert_cmpint (summary.duration_ms, ==, 4 * DURATION + 6);
}

/* Whatever is answered, each card is done, waits or is still to come. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (DrillRules)   rules = rules_new ();
  g_autoptr (DrillSession) session = drill_session_new (entries_new ("a b c d e f g h"), rules);
  gint64                   now_ms = START_MS;
  guint                    skipped = 0;

  while (drill_session_advance (session, now_ms))
    {
      if (g_test_rand_int_range (0, 10) == 0)
        {
          drill_session_skip (session);
          skipped++;
        }
      else
        {
          drill_session_answer (session, g_test_rand_int_range (AGAIN, EASY + 1), now_ms, DURATION);
        }
      g_assert_cmpuint (drill_session_get_done (session) + drill_session_get_remaining (session) +
                            skipped,
                        ==,
                        8);
      now_ms += g_test_rand_int_range (0, 3 * MINUTE_MS);
    }
  g_assert_cmpuint (drill_session_get_remaining (session), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/study/session/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/study/session/learn-ahead-limit", test_learn_ahead_limit);
  g_test_add_func ("/study/session/preview", test_preview_is_the_answer);
  g_test_add_func ("/study/session/summary", test_summary);
  g_test_add_func ("/study/session/nothing-is-lost", test_nothing_is_lost);

  return g_test_run ();
}
