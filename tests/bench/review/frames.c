/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a grade to the next card, painted, by the frame clock: a session in a real
 * window on 100,000 cards and a million reviews, its answers going to the disk
 * meanwhile.
 *
 *     bench-review-frames [CARDS]
 *
 * In turns with it, so that whatever else the machine does hits both alike, the same
 * window is painted again without a change: the floor below which no frame can go.
 * Processor time of the whole program is told beside the time by the clock.
 */

#include "config.h"

#include "large-bank.h"

#include "base/clock.h"
#include "study/fold.h"
#include "study/workspace.h"
#include "ui/review/review-page-private.h"
#include "ui/widgets/widgets.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_TURNS   200
#define N_WARM_UP 10

typedef enum
{
  GRADE,
  FLOOR,
  N_KINDS,
} Kind;

typedef struct
{
  LargeBank       *bank;
  DrillDatabase   *database;
  DrillReviewPage *page;
  DrillCardFace   *graded; /* the card that was on screen; never looked into */
  double           start_ms;
  double           start_cpu_ms;
  double           clock_ms[N_KINDS][N_TURNS];
  double           cpu_ms[N_KINDS][N_TURNS];
  Kind             kind;
  gboolean         waits; /* for a frame */
  guint            turn;
  gboolean         done;
} Bench;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

/* Whether the learner could go on: the card is shown, and while they think about it
 * the last answer was stored and the next card was read. */
static gboolean
is_ready (Bench *bench)
{
  DrillReviewPage *page = bench->page;

  return page->face != NULL && !page->answered && page->ahead != NULL &&
         drill_answer_saver_get_pending (page->saver) == 0;
}

static void
act (Bench *bench)
{
  DrillReviewPage *page = bench->page;

  bench->graded = page->face;
  if (bench->kind == GRADE)
    {
      while (!drill_card_face_get_ready (page->face))
        drill_card_face_advance (page->face);
    }
  bench->start_cpu_ms = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  bench->start_ms = read_clock (CLOCK_MONOTONIC);
  bench->waits = TRUE;
  if (bench->kind == GRADE)
    g_signal_emit_by_name (page->grade_bar, "graded", DRILL_RATING_GOOD);
  else
    gtk_widget_queue_draw (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page))));
}

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  /* A frame that still shows the graded card is not the one that is waited for. */
  if (!bench->waits || (bench->kind == GRADE && bench->page->face == bench->graded))
    return;

  bench->waits = FALSE;
  if (bench->turn >= N_WARM_UP)
    {
      bench->clock_ms[bench->kind][bench->turn - N_WARM_UP] = read_clock (CLOCK_MONOTONIC) - bench->start_ms;
      bench->cpu_ms[bench->kind][bench->turn - N_WARM_UP] =
          read_clock (CLOCK_PROCESS_CPUTIME_ID) - bench->start_cpu_ms;
    }
  bench->kind = (bench->kind + 1) % N_KINDS;
  bench->turn += bench->kind == GRADE;
  bench->done = bench->turn == N_TURNS + N_WARM_UP;
}

static DrillConnection *
open_connection (DrillConnectionMode mode,
                 gpointer            data,
                 GError            **error)
{
  return drill_workspace_open (((Bench *) data)->bank->folder, mode, NULL, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  if (!drill_database_open_finish (DRILL_DATABASE (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

/* Returns: a window with a session that has begun */
static GtkWidget *
start_session (Bench *bench)
{
  g_autoptr (DrillClock)   clock = drill_clock_new_system ();
  g_autoptr (DrillLibrary) library = drill_library_new (bench->database);
  g_autoptr (DrillStudy)   study = drill_study_new (bench->database, clock);
  GtkWidget               *window = adw_window_new ();

  bench->bank->rules->reviews_per_day = 2 * (N_TURNS + N_WARM_UP);
  drill_study_set_rules (study, bench->bank->rules);
  bench->page = DRILL_REVIEW_PAGE (drill_review_page_new (library, study, NULL));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench->page));
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), bench);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_kind (Bench      *bench,
            Kind        kind,
            const char *name)
{
  double *clock_ms = bench->clock_ms[kind];
  double *cpu_ms = bench->cpu_ms[kind];

  qsort (clock_ms, N_TURNS, sizeof *clock_ms, compare);
  qsort (cpu_ms, N_TURNS, sizeof *cpu_ms, compare);
  printf ("{\"bench\": \"%s\", \"cards\": %u, \"p50_ms\": %.2f, \"p99_ms\": %.2f, "
          "\"cpu_p50_ms\": %.2f, \"cpu_p99_ms\": %.2f, \"frame_ms\": 16.67}\n",
          name,
          bench->bank->n_cards,
          clock_ms[N_TURNS / 2],
          clock_ms[N_TURNS * 99 / 100],
          cpu_ms[N_TURNS / 2],
          cpu_ms[N_TURNS * 99 / 100]);
}

int
main (int   argc,
      char *argv[])
{
  Bench              bench = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean           opened = FALSE;
  GtkWidget         *window;

  adw_init ();
  drill_widgets_load_css (gdk_display_get_default ());
  bench.bank = large_bank_new (argc > 1 ? (guint) atoi (argv[1]) : 100000);
  if (!drill_fold_all (bench.bank->connection, bench.bank->rules, &error))
    g_error ("%s", error->message);
  drill_connection_close (g_steal_pointer (&bench.bank->connection));

  bench.database = drill_database_new (open_connection, &bench, NULL);
  drill_database_open_async (bench.database, NULL, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  window = start_session (&bench);
  while (!bench.done)
    {
      /* The next turn begins when nothing is left to do. */
      if (!bench.waits && is_ready (&bench) && !g_main_context_pending (NULL))
        act (&bench);
      g_main_context_iteration (NULL, bench.waits || !is_ready (&bench));
    }

  print_kind (&bench, GRADE, "grade to next card painted");
  print_kind (&bench, FLOOR, "the same window painted again");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  drill_database_close (bench.database);
  g_object_unref (bench.database);
  large_bank_free (bench.bank);

  return EXIT_SUCCESS;
}
