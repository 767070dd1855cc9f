/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* From a ticked rubric to a grade. */

#include "config.h"

#include "study/suggestion.h"

#include <string.h>

/* @points: m, g, e for must, good, excellent and - for no grade; a capital,
 * or * instead of -, when it is met. */
typedef struct
{
  const char *points;
  DrillRating rating;
} Case;

static const Case cases[] = {
  { "", DRILL_RATING_GOOD },

  { "m", DRILL_RATING_AGAIN },
  { "M", DRILL_RATING_GOOD },
  { "Mm", DRILL_RATING_HARD },
  { "Mmm", DRILL_RATING_AGAIN },
  { "MMm", DRILL_RATING_HARD },
  { "MMM", DRILL_RATING_GOOD },

  /* What goes beyond cannot make up for a must. */
  { "mGE", DRILL_RATING_AGAIN },
  { "MmGE", DRILL_RATING_HARD },
  { "MG", DRILL_RATING_EASY },
  { "Mg", DRILL_RATING_GOOD },
  { "MGe", DRILL_RATING_GOOD },
  { "MGE", DRILL_RATING_EASY },

  /* Without musts, the others say what is asked for. */
  { "ge", DRILL_RATING_AGAIN },
  { "Ge", DRILL_RATING_HARD },
  { "GE", DRILL_RATING_GOOD },

  /* Points without a grade. */
  { "---", DRILL_RATING_AGAIN },
  { "*--", DRILL_RATING_AGAIN },
  { "**-", DRILL_RATING_HARD },
  { "***", DRILL_RATING_GOOD },
  { "*MG", DRILL_RATING_EASY },
};

static DrillKeyPointGrade
grade_of (char point)
{
  switch (g_ascii_tolower (point))
    {
    case 'm':
      return DRILL_GRADE_MUST;
    case 'g':
      return DRILL_GRADE_GOOD;
    case 'e':
      return DRILL_GRADE_EXCELLENT;
    default:
      return DRILL_GRADE_NONE;
    }
}

static void
test_case (gconstpointer data)
{
  const Case        *this = data;
  DrillKeyPointGrade grades[8];
  gboolean           met[8];
  guint              n = strlen (this->points);

  for (guint i = 0; i < n; i++)
    {
      grades[i] = grade_of (this->points[i]);
      met[i] = g_ascii_isupper (this->points[i]) || this->points[i] == '*';
    }
  g_assert_cmpint (drill_suggest_rating (grades, met, n), ==, this->rating);
}

/* One more tick never makes the suggestion worse. */
static void
test_monotonous (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint              n = g_test_rand_int_range (1, 8);
      DrillKeyPointGrade grades[8];
      gboolean           met[8];
      DrillRating        before;

      for (guint i = 0; i < n; i++)
        {
          grades[i] = g_test_rand_int_range (DRILL_GRADE_NONE, DRILL_GRADE_EXCELLENT + 1);
          met[i] = g_test_rand_int_range (0, 2);
        }
      before = drill_suggest_rating (grades, met, n);
      met[g_test_rand_int_range (0, n)] = TRUE;
      g_assert_cmpint (drill_suggest_rating (grades, met, n), >=, before);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/study/suggestion/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/study/suggestion/monotonous", test_monotonous);

  return g_test_run ();
}
