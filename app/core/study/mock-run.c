/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A mock interview against the clock.
 *
 *             START              DONE, or the time is over
 *   waiting --------> answering -----------------------> marking
 *                     |  ^  ^ |                          |  |  |
 *                SKIP +--+  +-|-------- NEXT ------------+  |  | NEXT at the last step,
 *                             | HAND_IN                     |  | or when time is over
 *                             v                             |  v
 *                         handed in <-----------------------+  complete, out of time
 *                                          HAND_IN
 *
 * The clock runs while one answers, and stands still while one marks: ticking key
 * points is no part of an interview. Time that is over in the middle of an answer ends
 * the answer, to the millisecond; what was said of it can still be marked.
 *
 * An interruption does not count, or an interview could not be taken up on another day,
 * but it is told: how often, and for how long. Neither does a suspended machine.
 *
 * As in attempt.c, state is a function of the events alone: any event can come at any
 * time, and one that has no place where it comes changes nothing but the time.
 */

#include "config.h"

#include "study/mock-run.h"

#include <string.h>

/* Sums of times stay far away from what a number can hold. */
#define MAX_TIME_MS (G_MAXINT64 / 4)

struct _DrillMockRun
{
  gint64            total_ms;
  DrillMockForm    *forms;
  DrillMockEntry   *entries;
  guint             n_steps;
  guint             n_events;

  DrillMockPhase    phase;
  guint             current;
  DrillClockReading last; /* of the event before */
  gint64            elapsed_ms;
  gint64            away_ms;
  guint             interruptions;
  gboolean          doubtful;
};

/**
 * drill_mock_run_new:
 * @total_ms: how long one answers, all in all
 * @forms: (array length=n_steps): copied
 * @n_steps: from 1 to %DRILL_MOCK_MAX_STEPS
 */
DrillMockRun *
drill_mock_run_new (gint64               total_ms,
                    const DrillMockForm *forms,
                    guint                n_steps)
{
  DrillMockRun *self;

  g_return_val_if_fail (forms != NULL && n_steps > 0 && n_steps <= DRILL_MOCK_MAX_STEPS, NULL);

  self = g_new0 (DrillMockRun, 1);
  self->total_ms = CLAMP (total_ms, 1, MAX_TIME_MS);
  self->n_steps = n_steps;
  self->forms = g_memdup2 (forms, n_steps * sizeof *forms);
  self->entries = g_new0 (DrillMockEntry, n_steps);

  return self;
}

DrillMockRun *
drill_mock_run_copy (const DrillMockRun *self)
{
  DrillMockRun *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->forms = g_memdup2 (self->forms, self->n_steps * sizeof *self->forms);
  copy->entries = g_memdup2 (self->entries, self->n_steps * sizeof *self->entries);
  for (guint i = 0; i < self->n_steps; i++)
    {
      copy->entries[i].words = g_strdup (self->entries[i].words);
      copy->entries[i].incident = g_strdup (self->entries[i].incident);
    }

  return copy;
}

void
drill_mock_run_free (DrillMockRun *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_steps; i++)
    {
      g_free (self->entries[i].words);
      g_free (self->entries[i].incident);
    }
  g_free (self->entries);
  g_free (self->forms);
  g_free (self);
}

static void
end_answer (DrillMockRun *self)
{
  self->entries[self->current].done = TRUE;
  self->phase = DRILL_MOCK_MARKING;
}

/* Lets the time pass between the event before and @at. */
static void
advance (DrillMockRun            *self,
         const DrillClockReading *at,
         gboolean                 opens)
{
  gint64 gap;

  if (opens)
    {
      gboolean doubtful = FALSE;
      gint64   away = drill_stopwatch_away (&self->last, at, &doubtful);

      self->away_ms += CLAMP (away, 0, MAX_TIME_MS - self->away_ms);
      self->doubtful = self->doubtful || doubtful;
      return;
    }
  if (self->phase != DRILL_MOCK_ANSWERING)
    return;

  gap = CLAMP (drill_stopwatch_running (&self->last, at, FALSE), 0, self->total_ms - self->elapsed_ms);
  self->elapsed_ms += gap;
  self->entries[self->current].spent_ms += gap;
  if (self->elapsed_ms == self->total_ms)
    end_answer (self);
}

static gboolean
choose (DrillMockRun *self,
        guint         options)
{
  const DrillMockForm *form = &self->forms[self->current];

  if (self->phase != DRILL_MOCK_ANSWERING || form->n_options > DRILL_MOCK_MAX_OPTIONS ||
      options >> form->n_options != 0 || (!form->multiple && (options & (options - 1)) != 0))
    return FALSE;

  self->entries[self->current].chosen = options;
  return TRUE;
}

static gboolean
tick (DrillMockRun *self,
      guint         points)
{
  const DrillMockForm *form = &self->forms[self->current];

  if (self->phase != DRILL_MOCK_MARKING || form->n_points > DRILL_MOCK_MAX_POINTS || points >> form->n_points != 0)
    return FALSE;

  self->entries[self->current].ticks = points;
  return TRUE;
}

/* What was on its way when the time was over was typed before. */
static gboolean
write_words (DrillMockRun *self,
             const char   *text)
{
  DrillMockEntry *entry = &self->entries[self->current];
  gboolean        late = self->phase == DRILL_MOCK_MARKING && self->elapsed_ms == self->total_ms;

  if ((self->phase != DRILL_MOCK_ANSWERING && !late) || text == NULL || strlen (text) > DRILL_MOCK_MAX_WORDS)
    return FALSE;

  g_free (entry->words);
  entry->words = *text != '\0' ? g_strdup (text) : NULL;
  return TRUE;
}

static gboolean
settle_incident (DrillMockRun *self,
                 const char   *text)
{
  DrillMockEntry *entry = &self->entries[self->current];

  if ((self->phase != DRILL_MOCK_ANSWERING && self->phase != DRILL_MOCK_MARKING) ||
      !self->forms[self->current].incident || text == NULL)
    return FALSE;

  g_free (entry->incident);
  entry->incident = g_strdup (text);
  return TRUE;
}

static void
go_on (DrillMockRun *self)
{
  if (self->elapsed_ms >= self->total_ms)
    {
      self->phase = DRILL_MOCK_OUT_OF_TIME;
    }
  else if (self->current + 1 == self->n_steps)
    {
      self->phase = DRILL_MOCK_COMPLETE;
    }
  else
    {
      self->current++;
      self->entries[self->current].reached = TRUE;
      self->entries[self->current].since_ms = self->last.wall_ms;
      self->phase = DRILL_MOCK_ANSWERING;
    }
}

static gboolean
have_effect (DrillMockRun         *self,
             const DrillMockEvent *event)
{
  switch (event->kind)
    {
    case DRILL_MOCK_OPEN:
      self->interruptions++;
      return TRUE;

    case DRILL_MOCK_LEAVE:
    case DRILL_MOCK_ANCHOR:
      return TRUE;

    case DRILL_MOCK_CHOOSE:
      return choose (self, event->value);

    case DRILL_MOCK_WORDS:
      return write_words (self, event->text);

    case DRILL_MOCK_DONE:
      if (self->phase != DRILL_MOCK_ANSWERING)
        return FALSE;
      end_answer (self);
      return TRUE;

    case DRILL_MOCK_TICK:
      return tick (self, event->value);

    case DRILL_MOCK_INCIDENT:
      return settle_incident (self, event->text);

    case DRILL_MOCK_SKIP:
      if (self->phase != DRILL_MOCK_ANSWERING)
        return FALSE;
      self->entries[self->current].skipped = TRUE;
      go_on (self);
      return TRUE;

    case DRILL_MOCK_NEXT:
      if (self->phase != DRILL_MOCK_MARKING)
        return FALSE;
      go_on (self);
      return TRUE;

    case DRILL_MOCK_HAND_IN:
      /* What was chosen is an answer; what was said cannot be marked any more. */
      if (self->entries[self->current].chosen != 0)
        self->entries[self->current].done = TRUE;
      self->phase = self->elapsed_ms >= self->total_ms ? DRILL_MOCK_OUT_OF_TIME : DRILL_MOCK_HANDED_IN;
      return TRUE;

    case DRILL_MOCK_TIME_UP:
      return self->elapsed_ms >= self->total_ms;

    case DRILL_MOCK_START:
    default:
      return FALSE;
    }
}

/**
 * drill_mock_run_apply:
 *
 * Goes on by one event.
 *
 * Returns: whether it had its effect. After %DRILL_MOCK_TIME_UP, whether the time is over
 *   indeed.
 */
gboolean
drill_mock_run_apply (DrillMockRun         *self,
                      const DrillMockEvent *event)
{
  g_return_val_if_fail (self != NULL && event != NULL, FALSE);

  if (drill_mock_run_has_ended (self))
    return FALSE;

  if (self->phase == DRILL_MOCK_WAITING)
    {
      if (event->kind != DRILL_MOCK_START)
        return FALSE;
      self->phase = DRILL_MOCK_ANSWERING;
      self->entries[0].reached = TRUE;
      self->entries[0].since_ms = event->at.wall_ms;
      self->last = event->at;
      self->n_events++;
      return TRUE;
    }

  advance (self, &event->at, event->kind == DRILL_MOCK_OPEN);
  self->last = event->at;
  self->n_events++;

  return have_effect (self, event);
}

/* Returns: (transfer full): how the interview stands at @now, read by the process that
 * runs it, if nothing happens until then */
DrillMockRun *
drill_mock_run_at (const DrillMockRun      *self,
                   const DrillClockReading *now)
{
  DrillMockRun *copy;

  g_return_val_if_fail (self != NULL && now != NULL, NULL);

  copy = drill_mock_run_copy (self);
  advance (copy, now, FALSE);
  copy->last = *now;

  return copy;
}

guint
drill_mock_run_get_n_steps (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_steps;
}

const DrillMockForm *
drill_mock_run_get_form (const DrillMockRun *self,
                         guint               step)
{
  g_return_val_if_fail (self != NULL && step < self->n_steps, NULL);

  return &self->forms[step];
}

const DrillMockEntry *
drill_mock_run_get_entry (const DrillMockRun *self,
                          guint               step)
{
  g_return_val_if_fail (self != NULL && step < self->n_steps, NULL);

  return &self->entries[step];
}

DrillMockPhase
drill_mock_run_get_phase (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, DRILL_MOCK_WAITING);

  return self->phase;
}

gboolean
drill_mock_run_has_ended (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->phase >= DRILL_MOCK_HANDED_IN;
}

gboolean
drill_mock_run_is_time_over (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->elapsed_ms >= self->total_ms;
}

guint
drill_mock_run_get_current (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->current;
}

guint
drill_mock_run_get_n_reached (const DrillMockRun *self)
{
  guint reached = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_steps; i++)
    reached += self->entries[i].reached;

  return reached;
}

/* Events that count so far: the number of the next one. */
guint
drill_mock_run_get_n_events (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

guint
drill_mock_run_get_interruptions (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->interruptions;
}

gint64
drill_mock_run_get_total_ms (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->total_ms;
}

gint64
drill_mock_run_get_elapsed_ms (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed_ms;
}

gint64
drill_mock_run_get_left_ms (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->total_ms - self->elapsed_ms;
}

gint64
drill_mock_run_get_away_ms (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->away_ms;
}

/* Whether the clock could not be believed at some restart of the machine. */
gboolean
drill_mock_run_get_doubtful (const DrillMockRun *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->doubtful;
}
