/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/fsrs.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillReviewKind:
 * @DRILL_REVIEW_UNSAID: an answer; in which state the card was is not known
 * @DRILL_REVIEW_LEARNING: an answer while the card was new or being learned
 * @DRILL_REVIEW_REVIEW: an answer while the card was in review
 * @DRILL_REVIEW_RELEARNING: an answer after a lapse
 * @DRILL_REVIEW_CRAM: practice that did not count
 * @DRILL_REVIEW_MANUAL: the learner set a date by hand
 * @DRILL_REVIEW_RESET: the learner made the card new again
 *
 * What a row of a log is. The numbers are stored: never reuse one.
 */
typedef enum
{
  DRILL_REVIEW_UNSAID = 0,
  DRILL_REVIEW_LEARNING = 1,
  DRILL_REVIEW_REVIEW = 2,
  DRILL_REVIEW_RELEARNING = 3,
  DRILL_REVIEW_CRAM = 4,
  DRILL_REVIEW_MANUAL = 5,
  DRILL_REVIEW_RESET = 6,
} DrillReviewKind;

/**
 * DrillReview:
 * @card: any number that names the card within one log
 * @at_ms: wall clock of the answer, ms since 1970 UTC
 * @day: its study day
 */
typedef struct
{
  gint64          card;
  gint64          at_ms;
  int             day;
  DrillRating     rating;
  DrillReviewKind kind;
} DrillReview;

gboolean drill_review_counts       (const DrillReview *self);

GArray  *drill_review_log_read_csv (const char        *text,
                                    gssize             length,
                                    GTimeZone         *time_zone,
                                    int                rollover_hour,
                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
