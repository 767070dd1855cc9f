/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The days from today, both included, that an interval may be moved to. */
typedef struct
{
  int low;
  int high;
} DrillFuzzBand;

/* How much the learner wants to review on a day of the week. Stored. */
typedef enum
{
  DRILL_WEEKDAY_NORMAL = 0,
  DRILL_WEEKDAY_REDUCED = 1,
  DRILL_WEEKDAY_MINIMUM = 2,
} DrillWeekdayLoad;

/**
 * DrillDayLoad:
 * @due: (array length=n_days) (nullable): cards due so many days from today;
 *   days past the end have none
 * @sibling_days: (array length=n_siblings) (nullable): days from today on which
 *   another card of the same question is due
 * @weekdays: from Monday
 *
 * Owns nothing.
 */
typedef struct
{
  const guint     *due;
  int              n_days;
  const int       *sibling_days;
  gsize            n_siblings;
  DrillWeekdayLoad weekdays[7];
} DrillDayLoad;

guint64       drill_fuzz_seed    (const char          *card_key);
double        drill_fuzz_uniform (guint64              seed,
                                  guint                reps);
DrillFuzzBand drill_fuzz_band    (double               interval,
                                  int                  minimum,
                                  int                  maximum);
int           drill_fuzz_pick    (DrillFuzzBand        band,
                                  double               uniform);
int           drill_fuzz_balance (DrillFuzzBand        band,
                                  const DrillDayLoad  *load,
                                  int                  today,
                                  double               uniform);

G_END_DECLS
