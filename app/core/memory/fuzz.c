/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Spreading cards over days. Cards that are learned together would come back
 * together for ever; so a long interval is moved a little, inside a band whose
 * width grows with the interval but ever more slowly.
 *
 * The place in the band is drawn from a number that depends only on the card's
 * key and on how often it was answered. Undo and answer again, or replay the
 * log on another machine, and the card lands on the same day. The hash and the
 * generator are therefore part of the data format: they must not change.
 */

#include "config.h"

#include "memory/fuzz.h"

#include "memory/study-day.h"

#include <math.h>

/* How crowded days, long intervals and siblings weigh; as in Anki. */
#define CROWD_EXPONENT -2.15
#define INTERVAL_EXPONENT -3.0
#define WEEKDAY_MINIMUM_FACTOR 0.0001
#define REDUCED_SHARE 0.5

static const double sibling_factors[] = { 0.000001, 0.2, 0.4, 0.6, 0.8 };

/* Beyond @start, every day of the interval widens the band by @slope days on
 * each side, up to @end. */
static const struct
{
  double start;
  double end;
  double slope;
} fuzz_ranges[] = {
  { 2.5, 7, 0.15 },
  { 7, 20, 0.10 },
  { 20, G_MAXINT, 0.05 },
};

/**
 * drill_fuzz_seed:
 * @card_key: what names the card for ever
 *
 * FNV-1a in 64 bits.
 */
guint64
drill_fuzz_seed (const char *card_key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  g_return_val_if_fail (card_key != NULL, hash);

  for (const char *p = card_key; *p != '\0'; p++)
    {
      hash ^= (guchar) *p;
      hash *= G_GUINT64_CONSTANT (0x100000001b3);
    }

  return hash;
}

/**
 * drill_fuzz_uniform:
 * @reps: how often the card was answered before
 *
 * One step of SplitMix64, which turns neighbouring numbers into independent
 * ones.
 *
 * Returns: a number from 0 up to but not including 1
 */
double
drill_fuzz_uniform (guint64 seed,
                    guint   reps)
{
  guint64 z = seed
              + (reps + G_GUINT64_CONSTANT (1))
                  * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return (double) (z >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

/**
 * drill_fuzz_band:
 * @interval: days, not rounded
 * @minimum: least number of days, at least 1
 * @maximum: greatest number of days; wins over @minimum
 */
DrillFuzzBand
drill_fuzz_band (double interval,
                 int    minimum,
                 int    maximum)
{
  DrillFuzzBand band = { 1, 1 };
  double        delta = 1;

  g_return_val_if_fail (maximum >= 1, band);

  minimum = CLAMP (minimum, 1, maximum);
  interval = CLAMP (interval, minimum, maximum);
  for (gsize i = 0; i < G_N_ELEMENTS (fuzz_ranges); i++)
    delta
      += fuzz_ranges[i].slope
         * MAX (MIN (interval, fuzz_ranges[i].end) - fuzz_ranges[i].start, 0);

  band.low = (int) CLAMP (floor (interval - delta + 0.5), minimum, maximum);
  band.high = (int) CLAMP (floor (interval + delta + 0.5), minimum, maximum);

  return band;
}

/* A day of the band, all equally likely. @uniform is at least 0 and below 1. */
int
drill_fuzz_pick (DrillFuzzBand band,
                 double        uniform)
{
  g_return_val_if_fail (band.low <= band.high, band.low);

  return band.low + (int) (uniform * (band.high - band.low + 1));
}

static guint
due_on (const DrillDayLoad *load,
        int                 days)
{
  return days < load->n_days && load->due != NULL ? load->due[days] : 0;
}

/* A reduced day takes half of what the other days take. Above that it counts
 * as one that the learner wants to keep free. */
static double
weekday_factor (const DrillDayLoad *load,
                DrillFuzzBand       band,
                double              total,
                int                 today,
                int                 days)
{
  int    others = band.high - band.low;
  double due = due_on (load, days);

  switch (load->weekdays[drill_study_day_weekday (today + days)])
    {
    case DRILL_WEEKDAY_MINIMUM:
      return WEEKDAY_MINIMUM_FACTOR;
    case DRILL_WEEKDAY_REDUCED:
      if (others > 0 && due / REDUCED_SHARE > (total - due) / others)
        return WEEKDAY_MINIMUM_FACTOR;
      return 1;
    case DRILL_WEEKDAY_NORMAL:
    default:
      return 1;
    }
}

static double
sibling_factor (const DrillDayLoad *load,
                int                 days)
{
  int nearest = G_N_ELEMENTS (sibling_factors);

  for (gsize i = 0; i < load->n_siblings; i++)
    {
      int distance = ABS (load->sibling_days[i] - days);

      nearest = MIN (nearest, distance);
    }

  return nearest < (int) G_N_ELEMENTS (sibling_factors) ?
           sibling_factors[nearest] :
           1;
}

static double
day_weight (const DrillDayLoad *load,
            DrillFuzzBand       band,
            double              total,
            int                 today,
            int                 days)
{
  guint  due = due_on (load, days);
  double weight = 1;

  if (due > 0)
    weight = pow (due, CROWD_EXPONENT) * pow (days, INTERVAL_EXPONENT);

  return weight * sibling_factor (load, days)
         * weekday_factor (load, band, total, today, days);
}

/**
 * drill_fuzz_balance:
 * @band: days from 1 on
 * @today: the study day that they are counted from
 * @uniform: at least 0 and below 1
 *
 * A day of the band; the fewer cards are due then, the likelier.
 */
int
drill_fuzz_balance (DrillFuzzBand       band,
                    const DrillDayLoad *load,
                    int                 today,
                    double              uniform)
{
  double total = 0;
  double sum = 0;
  double mark;

  g_return_val_if_fail (band.low >= 1 && band.low <= band.high, band.low);
  g_return_val_if_fail (load != NULL, band.low);

  for (int days = band.low; days <= band.high; days++)
    total += due_on (load, days);
  for (int days = band.low; days <= band.high; days++)
    sum += day_weight (load, band, total, today, days);

  mark = uniform * sum;
  for (int days = band.low; days < band.high; days++)
    {
      mark -= day_weight (load, band, total, today, days);
      if (mark < 0)
        return days;
    }

  return band.high;
}
