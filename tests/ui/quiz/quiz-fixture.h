/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "library/library.h"
#include "ui/quiz/quiz-play.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

/* A pack with two questions on a database, a clock that stands, and a quiz that is heard. */
typedef struct
{
  Scratch       *scratch;
  char          *folder;
  DrillDatabase *database;
  DrillLibrary  *library;
  DrillClock    *clock;
  DrillStudy    *study;
  GString       *heard; /* what a quiz said, a letter for each */
} QuizFixture;

void           quiz_fixture_set_up           (QuizFixture    *fixture,
                                              gconstpointer   data);
void           quiz_fixture_tear_down        (QuizFixture    *fixture,
                                              gconstpointer   data);
void           quiz_fixture_keep_result_cb   (GObject        *source,
                                              GAsyncResult   *result,
                                              gpointer        data);
void           quiz_fixture_wait_for         (GAsyncResult  **result);
DrillQuizPlay *quiz_fixture_start            (QuizFixture    *fixture,
                                              DrillQuizSetup *setup);
void           quiz_fixture_wait_until_saved (DrillQuizPlay  *play);
void           quiz_fixture_pass             (QuizFixture    *fixture,
                                              DrillQuizPlay  *play,
                                              gint64          ms);
gint64         quiz_fixture_ask              (QuizFixture    *fixture,
                                              const char     *sql);
