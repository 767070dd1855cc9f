/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The run that is on screen, and its record on the disk.
 *
 * The way back to the hub (hub.c) is no decision: the engine is led through the
 * hub behind the scenes. Undo takes such a passage back together with the action
 * that it was made for.
 *
 * Under time pressure the clock goes on between two decisions. What passes is a
 * wait that becomes longer and longer, and it is saved now and then; undo takes it
 * back together with the decision before it.
 */

#include "config.h"

#include "ui/incident/play.h"

#include "ui/incident/hub.h"
#include "ui/incident/words.h"

#include <math.h>

/* So much of what passed by itself, in seconds of the run, a crash may lose. */
#define UNSAVED_SECONDS 15

struct _DrillPlay
{
  GObject         parent_instance;

  DrillRun       *run;
  DrillStudy     *study;
  DrillRunRecord *record;
  DrillRunSaver  *saver;
  GHashTable     *words;
  gboolean        words_unsaved;
  gint64          saved_clock;
  guint           pace;    /* real seconds a simulated minute, 0 for no pressure */
  gboolean        passing; /* what happens comes from the clock, not from the player */
  int             hub;     /* index of its section, or -1 */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PASSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillPlay, drill_play, G_TYPE_OBJECT)

static void
update_record (DrillPlay *self)
{
  const DrillState *state = drill_run_get_state (self->run);
  DrillRunRecord   *record = self->record;

  record->updated_ms = drill_clock_wall_ms (drill_study_get_clock (self->study));
  record->score = (int) lround (drill_state_score (state, drill_run_get_scenario (self->run)));
  record->max = 100;
  g_free (record->moves);
  record->moves = drill_run_to_text (self->run);
  g_free (record->ending);
  record->ending = state->over ? g_strdup (drill_ending_to_word (state->ending)) : NULL;
  g_free (record->words);
  record->words = drill_words_to_text (self->words);
  self->words_unsaved = FALSE;
  self->saved_clock = drill_run_get_clock (self->run);
}

static void
save (DrillPlay *self)
{
  update_record (self);
  drill_run_saver_save (self->saver, self->record);
}

static void
moved (DrillPlay *self,
       gint64     clock)
{
  save (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, clock);
}

static void
drill_play_finalize (GObject *object)
{
  DrillPlay *self = DRILL_PLAY (object);

  drill_run_free (self->run);
  drill_run_record_free (self->record);
  g_clear_object (&self->study);
  g_clear_object (&self->saver);
  g_hash_table_unref (self->words);

  G_OBJECT_CLASS (drill_play_parent_class)->finalize (object);
}

static void
drill_play_class_init (DrillPlayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_play_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          DRILL_TYPE_PLAY,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_INT64);
  signals[SIGNAL_PASSED] = g_signal_new ("passed",
                                         DRILL_TYPE_PLAY,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);
}

static void
drill_play_init (DrillPlay *self)
{
}

/* Takes @run and @record. */
static DrillPlay *
create (DrillRun       *run,
        DrillStudy     *study,
        DrillRunRecord *record)
{
  DrillPlay *self = g_object_new (DRILL_TYPE_PLAY, NULL);

  self->run = run;
  self->record = record;
  self->study = g_object_ref (study);
  self->saver = drill_run_saver_new (study);
  self->words = drill_words_from_text (record->words);
  self->saved_clock = drill_run_get_clock (run);
  self->hub = drill_hub_find (drill_run_get_scenario (run));

  return self;
}

/* A run from the start. It is saved from the first move on. */
DrillPlay *
drill_play_new (DrillScenario *scenario,
                DrillStudy    *study,
                const char    *key)
{
  gint64 now;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  now = drill_clock_wall_ms (drill_study_get_clock (study));

  return create (drill_run_new (scenario), study, drill_run_record_new (key, scenario->hash, now));
}

/* The run of @record, as far as it was played. Fails when the scenario has
 * changed since. */
DrillPlay *
drill_play_restore (DrillScenario        *scenario,
                    DrillStudy           *study,
                    const DrillRunRecord *record,
                    GError              **error)
{
  DrillRun *run;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  run = drill_run_from_text (scenario, record->moves, error);

  return run != NULL ? create (run, study, drill_run_record_copy (record)) : NULL;
}

/* Another run that begins as @self did: with its first @n_moves moves and what
 * was typed until then. */
DrillPlay *
drill_play_branch (DrillPlay *self,
                   guint      n_moves)
{
  DrillScenario  *scenario;
  DrillRunRecord *record;
  DrillPlay      *branch;
  DrillRun       *run;
  gint64          now;

  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);
  g_return_val_if_fail (n_moves <= drill_run_get_n_moves (self->run), NULL);

  scenario = drill_run_get_scenario (self->run);
  now = drill_clock_wall_ms (drill_study_get_clock (self->study));
  run = drill_run_replay (scenario, drill_run_get_moves (self->run), n_moves, NULL);
  record = drill_run_record_new (self->record->key, scenario->hash, now);
  record->parent = g_strdup (self->record->uuid);
  record->parent_moves = n_moves;
  branch = create (run, self->study, record);
  branch->pace = self->pace;
  for (guint i = 0; i < n_moves; i++)
    {
      const DrillMove *move = &drill_run_get_moves (self->run)[i];

      if (move->kind == DRILL_MOVE_ANSWER)
        drill_play_set_words (branch, move->section, drill_play_get_words (self, move->section));
    }
  save (branch);

  return branch;
}

/* Returns: (transfer none) */
DrillScenario *
drill_play_get_scenario (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  return drill_run_get_scenario (self->run);
}

/* Returns: (transfer none): to look at; moves go through the functions here */
DrillRun *
drill_play_get_run (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  return self->run;
}

/* Returns: (transfer none) */
DrillStudy *
drill_play_get_study (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  return self->study;
}

/* Returns: (transfer none) */
const DrillRunRecord *
drill_play_get_record (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  return self->record;
}

/* Returns: (transfer none) */
DrillRunSaver *
drill_play_get_saver (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  return self->saver;
}

/* Index of the section that offers the actions; -1 when the scenario has none. */
int
drill_play_get_hub (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), -1);

  return self->hub;
}

gboolean
drill_play_is_hub (DrillPlay *self,
                   guint      section)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);

  return self->hub == (int) section;
}

/* Takes the action that leads to @slug; FALSE when it is not on offer. */
gboolean
drill_play_act (DrillPlay  *self,
                const char *slug)
{
  g_autoptr (GError) error = NULL;
  gint64             clock;
  guint              n_moves;

  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  clock = drill_run_get_clock (self->run);
  n_moves = drill_run_get_n_moves (self->run);
  if (!drill_run_go (self->run, slug, &error))
    g_debug ("%s", error->message);
  if (drill_run_get_n_moves (self->run) == n_moves)
    return FALSE;

  moved (self, clock);
  return TRUE;
}

/* @ticks: bit set of the key points that the answer made */
gboolean
drill_play_answer (DrillPlay *self,
                   guint      section,
                   guint      ticks)
{
  const char *slug;

  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);

  slug = drill_scenario_section (drill_run_get_scenario (self->run), section)->slug;
  if (!drill_run_answer (self->run, slug, ticks, NULL))
    return FALSE;

  moved (self, drill_run_get_clock (self->run));
  return TRUE;
}

/**
 * drill_play_pass:
 * @seconds: of the run, at least 1
 *
 * Lets time pass by itself. As long as nothing comes of it only "passed" is
 * emitted; an event that it brings, or the end of the run, is a change.
 */
void
drill_play_pass (DrillPlay *self,
                 gint64     seconds)
{
  GPtrArray          *log;
  const DrillRunStep *last;
  gint64              clock;

  g_return_if_fail (DRILL_IS_PLAY (self));
  g_return_if_fail (seconds > 0);

  clock = drill_run_get_clock (self->run);
  if (!drill_run_wait_on (self->run, seconds, NULL))
    return;

  log = drill_run_get_log (self->run);
  last = g_ptr_array_index (log, log->len - 1);
  if (last->kind != DRILL_STEP_WAITED || drill_run_is_over (self->run))
    {
      self->passing = TRUE;
      moved (self, clock);
      self->passing = FALSE;
      return;
    }

  if (drill_run_get_clock (self->run) - self->saved_clock >= UNSAVED_SECONDS)
    save (self);
  g_signal_emit (self, signals[SIGNAL_PASSED], 0);
}

/* Whether the change that is told just now came with time that passed by itself. */
gboolean
drill_play_is_passing (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);

  return self->passing;
}

/* Real seconds that a simulated minute takes while the player thinks; 0 when the
 * clock stands still then. */
guint
drill_play_get_pace (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), 0);

  return self->pace;
}

void
drill_play_set_pace (DrillPlay *self,
                     guint      pace)
{
  g_return_if_fail (DRILL_IS_PLAY (self));

  self->pace = pace;
}

/* Time that passed by itself is no decision. */
static gboolean
is_decision (DrillPlay *self,
             guint      index)
{
  return self->pace == 0 || drill_run_get_moves (self->run)[index].kind != DRILL_MOVE_WAIT;
}

gboolean
drill_play_can_undo (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);

  for (guint i = 0; i < drill_run_get_n_moves (self->run); i++)
    {
      if (is_decision (self, i))
        return TRUE;
    }

  return FALSE;
}

/* Takes the last decision back, with the passage through the hub before it, and
 * what passed by itself since. */
void
drill_play_undo (DrillPlay *self)
{
  gint64 clock;
  guint  n_moves;

  g_return_if_fail (DRILL_IS_PLAY (self));

  if (!drill_play_can_undo (self))
    return;

  clock = drill_run_get_clock (self->run);
  while (!is_decision (self, drill_run_get_n_moves (self->run) - 1))
    drill_run_undo (self->run);
  drill_run_undo (self->run);
  while ((n_moves = drill_run_get_n_moves (self->run)) > 0 && drill_hub_is_passage (self->run, self->hub, n_moves - 1))
    {
      if (!drill_run_undo (self->run))
        break;
    }
  self->record->finished = FALSE;
  moved (self, clock);
}

/* The player is done with the run: from now on it is history. */
void
drill_play_finish (DrillPlay *self)
{
  g_return_if_fail (DRILL_IS_PLAY (self));
  g_return_if_fail (drill_run_is_over (self->run));

  if (self->record->finished)
    return;

  self->record->finished = TRUE;
  save (self);
}

/* Returns: (transfer none) (nullable): what was typed to @section's question */
const char *
drill_play_get_words (DrillPlay *self,
                      guint      section)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  return g_hash_table_lookup (self->words,
                              drill_scenario_section (drill_run_get_scenario (self->run), section)->slug);
}

/* @words: (nullable). Kept with the next save. */
void
drill_play_set_words (DrillPlay  *self,
                      guint       section,
                      const char *words)
{
  const char *slug;

  g_return_if_fail (DRILL_IS_PLAY (self));

  if (g_strcmp0 (drill_play_get_words (self, section), words) == 0)
    return;

  slug = drill_scenario_section (drill_run_get_scenario (self->run), section)->slug;
  if (words != NULL && *words != '\0')
    g_hash_table_insert (self->words, g_strdup (slug), g_strdup (words));
  else
    g_hash_table_remove (self->words, slug);
  self->words_unsaved = TRUE;
}

/* Saves what was typed and what passed by itself since the last move, when there
 * is anything. */
void
drill_play_save_rest (DrillPlay *self)
{
  g_return_if_fail (DRILL_IS_PLAY (self));

  if (self->words_unsaved || self->saved_clock != drill_run_get_clock (self->run))
    save (self);
}
