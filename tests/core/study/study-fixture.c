/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "study-fixture.h"

#include "library/importer.h"
#include "study/card-row.h"
#include "study/workspace.h"

static const char chapter[] = "<!-- pack: fix; version: 1; format: 1 -->\n"
                              "# Fixture\n\n"
                              "## Core Interview Questions\n\n"
                              "### 1. First?\n<!-- id: q1; topics: aa -->\n\n**A:** Yes.\n\n"
                              "**Follow-up:** More?\n<!-- id: q1-more -->\n\n- **A:** Yes.\n\n"
                              "### 2. Second?\n<!-- id: q2; topics: aa -->\n\n**A:** Yes.\n\n"
                              "### 3. Third?\n<!-- id: q3; topics: bb -->\n\n**A:** Yes.\n\n"
                              "### 4. Fourth?\n<!-- id: q4; topics: bb -->\n\n**A:** Yes.\n\n"
                              "## MCQ Section\n\n"
                              "### 1. Which?\n<!-- id: m1; topics: cc -->\n\n"
                              "- A. This\n- B. That\n\n**Correct Answer:** A\n";

void
study_import (StudyFixture *fixture)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = scratch_path (fixture->scratch, "pack");
  const char                   *paths[] = { pack, NULL };

  report = drill_import_run (fixture->connection, paths, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
study_set_up (StudyFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->scratch = scratch_new ();
  fixture->folder = scratch_path (fixture->scratch, "data");
  fixture->connection = drill_workspace_open (fixture->folder,
                                              DRILL_CONNECTION_READ_WRITE,
                                              NULL,
                                              &error);
  g_assert_no_error (error);

  fixture->rules = drill_rules_new ();
  g_time_zone_unref (fixture->rules->time_zone);
  fixture->rules->time_zone = g_time_zone_new_utc ();

  scratch_write (fixture->scratch, "pack/chapter.md", chapter);
  scratch_write (fixture->scratch, "pack/outage/scenario.md", SCRATCH_SCENARIO);
  study_import (fixture);
}

void
study_close (StudyFixture *fixture)
{
  g_clear_pointer (&fixture->connection, drill_connection_close);
}

void
study_tear_down (StudyFixture *fixture,
                 gconstpointer data)
{
  study_close (fixture);
  drill_rules_free (fixture->rules);
  g_free (fixture->folder);
  scratch_free (fixture->scratch);
}

DrillCard
study_record (StudyFixture *fixture,
              const char   *key,
              DrillRating   rating,
              gint64        at_ms)
{
  g_autoptr (DrillAnswer) answer = NULL;
  g_autoptr (GError)      error = NULL;
  DrillCard               card;

  answer = drill_answer_new (key, DRILL_OCCASION_REVIEW, rating, at_ms, 10000);
  drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error);
  g_assert_no_error (error);

  return card;
}

void
study_put_card (StudyFixture *fixture,
                const char   *key,
                double        stability,
                int           last_day,
                int           due_day)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autoptr (GError)         error = NULL;
  DrillCard                  card = { .state = DRILL_CARD_REVIEW,
                                      .memory = { .stability = stability, .difficulty = 5 },
                                      .reps = 3,
                                      .last_review_ms = NOON (last_day),
                                      .last_day = last_day,
                                      .due_day = due_day,
                                      .scheduled_days = due_day - last_day };

  statement = drill_connection_statement (fixture->connection, "study/ensure-card");
  drill_statement_bind_text (statement, "key", key);
  g_assert_cmpint (drill_statement_step (statement, &error), ==, DRILL_STEP_ROW);
  drill_card_row_put (fixture->connection, drill_statement_int (statement, 0), &card, &error);
  g_assert_no_error (error);
}

gint64
study_int (StudyFixture *fixture,
           const char   *sql)
{
  return scratch_sql_int (fixture->scratch, "data/progress.db", sql);
}

char *
study_states (StudyFixture *fixture)
{
  return scratch_sql_dump (fixture->scratch,
                           "data/progress.db",
                           "SELECT * FROM card_state ORDER BY card");
}

/* Without the "fix/" that all begin with. */
char *
join_keys (GPtrArray *entries)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const DrillQueueEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (g_str_has_prefix (entry->key, "fix/"));
      if (i > 0)
        g_string_append_c (keys, ' ');
      g_string_append (keys, entry->key + strlen ("fix/"));
    }

  return g_string_free (keys, FALSE);
}

/* To the bit: a state that is only nearly the same was not computed the same way. */
void
assert_same_card (const DrillCard *card,
                  const DrillCard *expected)
{
  g_assert_cmpint (card->state, ==, expected->state);
  g_assert_cmpuint (card->step, ==, expected->step);
  g_assert_cmpmem (&card->memory.stability,
                   sizeof (double),
                   &expected->memory.stability,
                   sizeof (double));
  g_assert_cmpmem (&card->memory.difficulty,
                   sizeof (double),
                   &expected->memory.difficulty,
                   sizeof (double));
  g_assert_cmpuint (card->reps, ==, expected->reps);
  g_assert_cmpuint (card->lapses, ==, expected->lapses);
  g_assert_cmpint (card->last_review_ms, ==, expected->last_review_ms);
  g_assert_cmpint (card->last_day, ==, expected->last_day);
  g_assert_cmpint (card->due_ms, ==, expected->due_ms);
  g_assert_cmpint (card->due_day, ==, expected->due_day);
  g_assert_cmpint (card->scheduled_days, ==, expected->scheduled_days);
}
