/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a ticked rubric to a grade.
 *
 * A recall has failed when most of what an answer must have was missing, and was
 * hard when any of it was. The points beyond that tell good from easy. Points
 * without a grade count like musts, but all of them together make a good answer
 * and not an easy one: nobody said which of them are more than is asked for.
 */

#include "config.h"

#include "study/suggestion.h"

typedef struct
{
  guint n;
  guint met;
} Tally;

DrillRating
drill_suggest_rating (const DrillKeyPointGrade *grades,
                      const gboolean           *met,
                      guint                     n_points)
{
  Tally required = { 0, 0 };
  Tally beyond = { 0, 0 };

  g_return_val_if_fail (n_points == 0 || (grades != NULL && met != NULL), DRILL_RATING_GOOD);

  for (guint i = 0; i < n_points; i++)
    {
      gboolean is_beyond = grades[i] == DRILL_GRADE_GOOD || grades[i] == DRILL_GRADE_EXCELLENT;
      Tally   *tally = is_beyond ? &beyond : &required;

      tally->n++;
      tally->met += met[i] != FALSE;
    }

  /* Without musts, the points that are left say what is asked for. */
  if (required.n == 0)
    {
      required = beyond;
      beyond.n = 0;
    }
  if (required.n == 0)
    return DRILL_RATING_GOOD;

  if (required.met * 2 < required.n || required.met == 0)
    return DRILL_RATING_AGAIN;
  if (required.met < required.n)
    return DRILL_RATING_HARD;
  if (beyond.n > 0 && beyond.met == beyond.n)
    return DRILL_RATING_EASY;

  return DRILL_RATING_GOOD;
}
