/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * An interview between the engine, the clock and the disk.
 *
 *   what one does -> event -> run -> change -> saver
 *   the clock     -> what would be so now: the time on screen, notices, the end
 *
 * Looking at the clock is no event, but every few seconds one is stored, because time
 * without the program is not counted and a crash would give back all since the last one.
 */

#include "config.h"

#include "ui/interview/interview-play.h"

/* How much of its time an interview can win by a crash. */
#define ANCHOR_MS 15000

/* A little late rather than early, so that the tick sees what it was set for. */
#define LATE_MS 5

struct _DrillInterviewPlay
{
  GObject         parent_instance;

  DrillStudy     *study;
  DrillMock      *mock;
  DrillStepSaver *saver;
  DrillMockRun   *now; /* how it stands by the clock, as of the last look */
  gint64          noticed_ms;  /* what was left then */
  gint64          anchored_ms; /* elapsed when the last event came */
  guint           source;
  gboolean        left;
};

enum
{
  CHANGED,
  MOVED,
  TICK,
  NOTICE,
  TIME_UP,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillInterviewPlay, drill_interview_play, G_TYPE_OBJECT)

static const DrillStepKind step_kind = {
  .save_async = (void (*) (DrillStudy *, gpointer, GAsyncReadyCallback, gpointer)) drill_study_save_mock_async,
  .save_finish = drill_study_save_mock_finish,
  .ref = (gpointer (*) (gpointer)) drill_mock_change_ref,
  .unref = (GDestroyNotify) drill_mock_change_unref,
};

/* Looks at the clock; nothing happens to the interview. */
static void
look (DrillInterviewPlay *self)
{
  DrillClockReading reading;

  drill_clock_read (drill_study_get_clock (self->study), &reading);
  g_clear_pointer (&self->now, drill_mock_run_free);
  self->now = drill_mock_run_at (self->mock->run, &reading);
}

static gboolean
tick_cb (gpointer data)
{
  DrillInterviewPlay *self = data;

  self->source = 0;
  drill_interview_play_look (self);

  return G_SOURCE_REMOVE;
}

/* The next tick comes when the time on screen changes. */
static void
schedule (DrillInterviewPlay *self)
{
  gint64 wait = drill_mock_run_get_left_ms (self->now) % 1000;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->left || drill_mock_run_get_phase (self->now) != DRILL_MOCK_ANSWERING)
    return;

  self->source = g_timeout_add ((guint) (wait > 0 ? wait : 1000) + LATE_MS, tick_cb, self);
}

static gboolean
apply (DrillInterviewPlay *self,
       DrillMockEventKind  kind,
       guint               value,
       const char         *text)
{
  g_autoptr (DrillMockChange) change = NULL;
  DrillClockReading           reading;
  guint                       before = drill_mock_run_get_current (self->mock->run);
  gboolean                    was_over = drill_mock_run_is_time_over (self->mock->run);
  gboolean                    effect = FALSE;

  drill_clock_read (drill_study_get_clock (self->study), &reading);
  change = drill_mock_change (self->mock, kind, value, text, &reading, &effect);
  if (change == NULL)
    return FALSE;

  drill_step_saver_save (self->saver, change);
  self->anchored_ms = drill_mock_run_get_elapsed_ms (self->mock->run);
  look (self);
  schedule (self);
  if (drill_mock_run_has_ended (self->mock->run))
    {
      g_signal_emit (self, signals[ENDED], 0);
      return effect;
    }
  if (drill_mock_run_get_current (self->mock->run) != before)
    g_signal_emit (self, signals[MOVED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!was_over && drill_mock_run_is_time_over (self->mock->run))
    g_signal_emit (self, signals[TIME_UP], 0);

  return effect;
}

static void
notice (DrillInterviewPlay *self)
{
  gint64      left = drill_mock_run_get_left_ms (self->now);
  DrillNotice worth = drill_stopwatch_notice (drill_mock_run_get_total_ms (self->now), self->noticed_ms, left);

  self->noticed_ms = left;
  if (worth != DRILL_NOTICE_NONE)
    g_signal_emit (self, signals[NOTICE], 0, worth);
}

/* Looks at the clock, as the program does at least once a second. */
void
drill_interview_play_look (DrillInterviewPlay *self)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_PLAY (self));

  if (self->left || drill_mock_run_get_phase (self->mock->run) != DRILL_MOCK_ANSWERING)
    return;

  look (self);
  if (drill_mock_run_is_time_over (self->now))
    {
      apply (self, DRILL_MOCK_TIME_UP, 0, NULL);
      return;
    }

  notice (self);
  if (drill_mock_run_get_elapsed_ms (self->now) - self->anchored_ms >= ANCHOR_MS)
    apply (self, DRILL_MOCK_ANCHOR, 0, NULL);
  schedule (self);
  g_signal_emit (self, signals[TICK], 0);
}

static void
drill_interview_play_dispose (GObject *object)
{
  DrillInterviewPlay *self = DRILL_INTERVIEW_PLAY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->study);
  g_clear_object (&self->saver);

  G_OBJECT_CLASS (drill_interview_play_parent_class)->dispose (object);
}

static void
drill_interview_play_finalize (GObject *object)
{
  DrillInterviewPlay *self = DRILL_INTERVIEW_PLAY (object);

  drill_mock_run_free (self->now);
  drill_mock_free (self->mock);

  G_OBJECT_CLASS (drill_interview_play_parent_class)->finalize (object);
}

static void
drill_interview_play_class_init (DrillInterviewPlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = DRILL_TYPE_INTERVIEW_PLAY;

  object_class->dispose = drill_interview_play_dispose;
  object_class->finalize = drill_interview_play_finalize;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICK] = g_signal_new ("tick", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TIME_UP] = g_signal_new ("time-up", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_interview_play_init (DrillInterviewPlay *self)
{
}

/* @mock: (transfer full). @resumed: whether it was loaded, to go on with it */
DrillInterviewPlay *
drill_interview_play_new (DrillStudy *study,
                          DrillMock  *mock,
                          gboolean    resumed)
{
  DrillInterviewPlay *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (mock != NULL, NULL);

  self = g_object_new (DRILL_TYPE_INTERVIEW_PLAY, NULL);
  self->study = g_object_ref (study);
  self->mock = mock;
  self->saver = drill_step_saver_new (study, &step_kind);
  look (self);
  if (resumed)
    apply (self, DRILL_MOCK_OPEN, 0, NULL);
  self->noticed_ms = drill_mock_run_get_left_ms (self->now);
  schedule (self);

  return self;
}

const DrillMock *
drill_interview_play_get_mock (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), NULL);

  return self->mock;
}

DrillStudy *
drill_interview_play_get_study (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), NULL);

  return self->study;
}

DrillStepSaver *
drill_interview_play_get_saver (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), NULL);

  return self->saver;
}

/* How the interview stands by the clock. */
const DrillMockRun *
drill_interview_play_get_now (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), NULL);

  return self->now;
}

/* What is on screen. */
const DrillMockStep *
drill_interview_play_get_step (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), NULL);

  return drill_mock_get_step (self->mock, drill_mock_run_get_current (self->mock->run));
}

const DrillMockEntry *
drill_interview_play_get_entry (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), NULL);

  return drill_mock_run_get_entry (self->mock->run, drill_mock_run_get_current (self->mock->run));
}

guint
drill_interview_play_get_chosen (DrillInterviewPlay *self)
{
  return drill_option_order_to_shown (&drill_interview_play_get_step (self)->order,
                                      drill_interview_play_get_entry (self)->chosen);
}

gboolean
drill_interview_play_choose (DrillInterviewPlay *self,
                             guint               shown)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  return apply (self,
                DRILL_MOCK_CHOOSE,
                drill_option_order_from_shown (&drill_interview_play_get_step (self)->order, shown),
                NULL);
}

/* @words: (nullable): all that is typed so far. What is not new is not stored. */
gboolean
drill_interview_play_write (DrillInterviewPlay *self,
                            const char         *words)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  if (g_strcmp0 (words, drill_interview_play_get_entry (self)->words) == 0)
    return FALSE;

  return apply (self, DRILL_MOCK_WORDS, 0, words != NULL ? words : "");
}

gboolean
drill_interview_play_tick_points (DrillInterviewPlay *self,
                                  guint               points)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  return apply (self, DRILL_MOCK_TICK, points, NULL);
}

/* @incident: as drill_mock_incident_to_text() writes it */
gboolean
drill_interview_play_settle (DrillInterviewPlay *self,
                             const char         *incident)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  if (g_strcmp0 (incident, drill_interview_play_get_entry (self)->incident) == 0)
    return FALSE;

  return apply (self, DRILL_MOCK_INCIDENT, 0, incident);
}

gboolean
drill_interview_play_done (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  return apply (self, DRILL_MOCK_DONE, 0, NULL);
}

gboolean
drill_interview_play_next (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  return apply (self, DRILL_MOCK_NEXT, 0, NULL);
}

gboolean
drill_interview_play_skip (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  return apply (self, DRILL_MOCK_SKIP, 0, NULL);
}

gboolean
drill_interview_play_hand_in (DrillInterviewPlay *self)
{
  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (self), FALSE);

  return apply (self, DRILL_MOCK_HAND_IN, 0, NULL);
}

/* The page goes away; the clock stands still until it is opened again. */
void
drill_interview_play_leave (DrillInterviewPlay *self)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_PLAY (self));

  if (self->left)
    return;
  if (!drill_mock_run_has_ended (self->mock->run))
    apply (self, DRILL_MOCK_LEAVE, 0, NULL);
  self->left = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
}
