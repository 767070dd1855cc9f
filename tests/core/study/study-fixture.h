/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "study/answer.h"
#include "study/queue.h"

G_BEGIN_DECLS

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS  (24 * HOUR_MS)

/* Noon of study day @day: days are counted in UTC here. */
#define NOON(day) ((day) * DAY_MS + 12 * HOUR_MS)
#define TODAY     20000

/*
 * A workspace with one pack:
 *
 *   fix/q1 .. fix/q4   questions; q1 and q2 of topic aa, q3 and q4 of topic bb
 *   fix/q1-more        a follow-up of q1
 *   fix/m1             an MCQ of topic cc
 *   fix/outage         a scenario
 */
typedef struct
{
  Scratch         *scratch;
  char            *folder;
  DrillConnection *connection;
  DrillRules      *rules;
} StudyFixture;

void      study_set_up      (StudyFixture *fixture,
                             gconstpointer data);
void      study_tear_down   (StudyFixture *fixture,
                             gconstpointer data);
void      study_import      (StudyFixture *fixture);
void      study_close       (StudyFixture *fixture);

/* Records an answer that takes ten seconds. Returns: the card after it. */
DrillCard study_record      (StudyFixture *fixture,
                             const char   *key,
                             DrillRating   rating,
                             gint64        at_ms);

/* Gives a card this state without an answer. */
void      study_put_card    (StudyFixture *fixture,
                             const char   *key,
                             double        stability,
                             int           last_day,
                             int           due_day);

gint64    study_int         (StudyFixture *fixture,
                             const char   *sql);
char     *study_states      (StudyFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;
char     *join_keys         (GPtrArray    *entries) G_GNUC_WARN_UNUSED_RESULT;
void      assert_same_card  (const DrillCard *card,
                             const DrillCard *expected);

#define ADD(path, data, test) \
  g_test_add (path, StudyFixture, data, study_set_up, test, study_tear_down)

G_END_DECLS
