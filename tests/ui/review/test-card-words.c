/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A card's history as words and as a curve. */

#include "config.h"

#include "ui/card/card-curve.h"
#include "ui/card/card-words.h"

#include <math.h>

#define DAY 20000

static void
add_answer (GArray         *events,
            DrillCard      *card,
            DrillScheduler *scheduler,
            DrillRating     rating,
            int             day)
{
  DrillCardEvent event = { .occasion = 1, .rating = rating, .day = day, .duration_ms = 9000 };

  event.recall = card->memory.stability > 0 ? drill_card_retrievability (card, &scheduler->fsrs, day) : 0;
  *card = drill_scheduler_answer (scheduler, card, rating, day * G_GINT64_CONSTANT (86400000), day, 1);
  event.after = *card;
  g_array_append_val (events, event);
}

static void
test_curve (void)
{
  g_autoptr (GArray)         events = g_array_new (FALSE, FALSE, sizeof (DrillCardEvent));
  g_autoptr (DrillCardCurve) curve = NULL;
  DrillCardHistory           history = { .events = events };
  DrillScheduler             scheduler;
  DrillCard                  card = { 0 };
  const double              *times;
  const double              *values;
  gsize                      n;

  drill_scheduler_init_default (&scheduler);
  add_answer (events, &card, &scheduler, DRILL_RATING_EASY, DAY);
  add_answer (events, &card, &scheduler, DRILL_RATING_GOOD, DAY + 8);
  history.fold.card = card;
  curve = drill_card_curve_new (&history, &scheduler.fsrs, DAY + 20);

  g_assert_cmpuint (curve->series->len, ==, 3);
  g_assert_cmpuint (curve->events->len, ==, 2);
  g_assert_cmpstr (g_array_index (curve->events, DrillChartEvent, 0).label, ==, "Easy");

  times = drill_chart_series_get_times (g_ptr_array_index (curve->series, 0));
  values = drill_chart_series_get_values (g_ptr_array_index (curve->series, 0));
  n = drill_chart_series_get_length (g_ptr_array_index (curve->series, 0));
  g_assert_cmpfloat (times[0], ==, DAY * 86400.0);
  g_assert_cmpfloat (values[0], ==, 1);
  g_assert_cmpfloat (times[n - 1], >, MAX (DAY + 20, card.due_day) * 86400.0);
  for (gsize i = 1; i < n; i++)
    {
      /* Recall falls, but for the answer, which makes it whole. */
      g_assert_cmpfloat (times[i], >=, times[i - 1]);
      g_assert_true (values[i] < values[i - 1] || (values[i] == 1 && times[i] == (DAY + 8) * 86400.0));
    }

  /* Eight days after a first Easy, recall is what the interval was made for. */
  g_assert_cmpfloat (fabs (g_array_index (events, DrillCardEvent, 1).recall - 0.9), <, 0.01);
}

static void
test_empty_curve (void)
{
  g_autoptr (GArray)         events = g_array_new (FALSE, FALSE, sizeof (DrillCardEvent));
  g_autoptr (DrillCardCurve) curve = NULL;
  DrillCardHistory           history = { .events = events };
  DrillScheduler             scheduler;

  drill_scheduler_init_default (&scheduler);
  curve = drill_card_curve_new (&history, &scheduler.fsrs, DAY);
  g_assert_cmpuint (curve->series->len, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    DrillCardEvent event;
    const char    *word;
    const char    *detail;
  } cases[] = {
    { { .rating = DRILL_RATING_GOOD, .recall = 0.874, .duration_ms = 9000, .after = { .memory = { 12.3, 5.55 } } },
      "Good",
      "recall was 87 % · stability 12 d · difficulty 5.5 · 9 s" },
    { { .rating = DRILL_RATING_AGAIN, .duration_ms = 125000, .after = { .memory = { 0.25, 6 } } },
      "Again",
      "stability 0.2 d · difficulty 6.0 · 2 min" },
    { { .mark = DRILL_MARK_FLAG, .value = 4 }, "Flagged", "Flag 4" },
    { { .mark = DRILL_MARK_FLAG, .value = 0 }, "Flag taken off", "" },
    { { .mark = DRILL_MARK_DUE, .value = 20000 }, "Due date set", "4 Oct 2024" },
    { { .mark = DRILL_MARK_RESET }, "Reset", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *detail = drill_card_event_detail (&cases[i].event);

      g_assert_cmpstr (drill_card_event_word (&cases[i].event), ==, cases[i].word);
      g_assert_cmpstr (detail, ==, cases[i].detail);
    }
}

static void
test_days (void)
{
  static const struct
  {
    double      days;
    const char *text;
  } cases[] = { { 0.04, "0.0 d" }, { 2.3, "2.3 d" }, { 45, "45 d" }, { 100, "3.3 mo" }, { 730.5, "2.0 y" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = drill_card_days_word (cases[i].days);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card/curve", test_curve);
  g_test_add_func ("/card/empty-curve", test_empty_curve);
  g_test_add_func ("/card/words", test_words);
  g_test_add_func ("/card/days", test_days);

  return g_test_run ();
}
