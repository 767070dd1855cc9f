/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/scheduler.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* On what occasion an answer was given. Stored: never reuse a number. */
typedef enum
{
  DRILL_OCCASION_REVIEW = 1,
  DRILL_OCCASION_QUIZ = 2,
  DRILL_OCCASION_INTERVIEW = 3,
  DRILL_OCCASION_INCIDENT = 4,
} DrillOccasion;

/* An answer to a card that had none for at least so many days says how well what is
 * mature is remembered; after fewer, what is young. */
#define DRILL_MATURE_DAYS 21

/**
 * DrillTally:
 * @last_day: study day of the newest answer
 * @quiz_answers: those given in quizzes and interviews
 * @quiz_wrong: those of them that were wrong
 * @last_missed: key points that one must know and that the newest answer left out
 *
 * The answers to one card that count. All zeroes before the first one. Unlike the
 * card's state it owes nothing to the memory model.
 */
typedef struct
{
  guint         answers;
  int           last_day;
  DrillRating   last_rating;
  DrillOccasion last_occasion;
  gint64        last_ms;
  guint         quiz_answers;
  guint         quiz_wrong;
  guint         last_missed;
} DrillTally;

/**
 * DrillDayCount:
 * @introduced: first answers to a card
 * @young: of a card's first answer on a day, when it was answered within the three
 *   weeks before; @mature: when it was longer ago
 *
 * The answers of a study day. Numbers may be negative: what is to be taken away.
 */
typedef struct
{
  gint64 answers;
  gint64 recalled;
  gint64 duration_ms;
  gint64 introduced;
  gint64 young;
  gint64 young_recalled;
  gint64 mature;
  gint64 mature_recalled;
} DrillDayCount;

/* The answer goes into the card's tally, and @sign times into @day_count. */
void     drill_tally_answer     (DrillTally          *self,
                                 DrillOccasion        occasion,
                                 DrillRating          rating,
                                 gint64               at_ms,
                                 int                  day,
                                 gint64               duration_ms,
                                 guint                missed,
                                 int                  sign,
                                 DrillDayCount       *day_count);

gboolean drill_tally_load       (DrillConnection     *connection,
                                 gint64               card,
                                 DrillTally          *self,
                                 GError             **error);
gboolean drill_tally_put        (DrillConnection     *connection,
                                 gint64               card,
                                 const DrillTally    *self,
                                 GError             **error);
gboolean drill_day_count_add    (DrillConnection     *connection,
                                 int                  day,
                                 const DrillDayCount *count,
                                 GError             **error);

/* Days to DrillDayCount, for whoever counts many answers before storing. */
GHashTable    *drill_day_counts_new   (void) G_GNUC_WARN_UNUSED_RESULT;
DrillDayCount *drill_day_counts_get   (GHashTable      *self,
                                       int              day);
gboolean       drill_day_counts_store (GHashTable      *self,
                                       DrillConnection *connection,
                                       GError         **error);

G_END_DECLS
