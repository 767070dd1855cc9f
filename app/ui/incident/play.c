/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The run that is on screen, and its record on the disk.
 *
 * The way back to the hub (hub.c) is no decision, so once the hub was seen its
 * actions are on offer everywhere, and the engine is led through the hub behind
 * the scenes. Undo takes such a passage back together
 * with the action that it was made for.
 */

#include "config.h"

#include "ui/incident/play.h"

#include "ui/incident/hub.h"
#include "ui/incident/words.h"

#include <math.h>

struct _DrillPlay
{
  GObject         parent_instance;

  DrillRun       *run;
  DrillStudy     *study;
  DrillRunRecord *record;
  DrillRunSaver  *saver;
  GHashTable     *words;
  gboolean        words_unsaved;
  int             hub; /* index of its section, or -1 */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillPlay, drill_play, G_TYPE_OBJECT)

static gboolean
has_visited (DrillPlay *self,
             guint      section)
{
  return drill_bit_get (drill_run_get_state (self->run)->visited, section);
}

/* Whether @move only led back to a hub that the player had seen before. */
static gboolean
is_passage (DrillPlay *self,
            guint      index)
{
  const DrillMove *moves = drill_run_get_moves (self->run);

  if (self->hub < 0 || moves[index].kind != DRILL_MOVE_CHOOSE || (int) moves[index].section != self->hub)
    return FALSE;
  if ((int) drill_run_get_scenario (self->run)->start == self->hub)
    return TRUE;

  for (guint i = 0; i < index; i++)
    {
      if (moves[i].kind == DRILL_MOVE_CHOOSE && (int) moves[i].section == self->hub)
        return TRUE;
    }

  return FALSE;
}

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

gboolean
drill_play_is_hub (DrillPlay *self,
                   guint      section)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);

  return self->hub == (int) section;
}

static gboolean
knows_target (GArray *actions,
              guint   target)
{
  for (guint i = 0; i < actions->len; i++)
    {
      if (g_array_index (actions, DrillAction, i).choice->target == target)
        return TRUE;
    }

  return FALSE;
}

/* The hub's actions from elsewhere, once the hub was seen and can be gone to. */
static void
add_hub_actions (DrillPlay *self,
                 GArray    *actions)
{
  DrillScenario              *scenario = drill_run_get_scenario (self->run);
  const DrillState           *state = drill_run_get_state (self->run);
  const DrillScenarioSection *hub = drill_scenario_section (scenario, self->hub);

  for (guint i = 0; i < hub->choices->len; i++)
    {
      const DrillScenarioChoice *choice = g_ptr_array_index (hub->choices, i);
      DrillAction                action = { choice, drill_scenario_section (scenario, choice->target)->cost, FALSE };

      if (drill_state_can_enter (state, scenario, choice->target) && !knows_target (actions, choice->target))
        g_array_append_val (actions, action);
    }
}

/**
 * drill_play_get_actions:
 *
 * Returns: (transfer full) (element-type DrillAction): what can be done now, in
 *   the author's order; empty when the run is over
 */
GArray *
drill_play_get_actions (DrillPlay *self)
{
  g_autoptr (GArray) offers = NULL;
  GArray            *actions;
  gboolean           at_hub;
  gboolean           to_hub = FALSE;

  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  actions = g_array_new (FALSE, FALSE, sizeof (DrillAction));
  offers = drill_run_get_offers (self->run);
  at_hub = (int) drill_run_get_section (self->run)->index == self->hub;
  for (guint i = 0; i < offers->len; i++)
    {
      const DrillOffer *offer = &g_array_index (offers, DrillOffer, i);
      DrillAction       action = { offer->choice, offer->cost, !at_hub };

      if (offer->lock != DRILL_LOCK_NONE || knows_target (actions, offer->choice->target))
        continue;
      if (!at_hub && (int) offer->choice->target == self->hub && has_visited (self, self->hub))
        to_hub = TRUE;
      else
        g_array_append_val (actions, action);
    }
  if (to_hub)
    add_hub_actions (self, actions);

  return actions;
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

gboolean
drill_play_can_undo (DrillPlay *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY (self), FALSE);

  return drill_run_get_n_moves (self->run) > 0;
}

/* Takes the last decision back, with the passage through the hub before it. */
void
drill_play_undo (DrillPlay *self)
{
  gint64 clock;
  guint  n_moves;

  g_return_if_fail (DRILL_IS_PLAY (self));

  clock = drill_run_get_clock (self->run);
  if (!drill_run_undo (self->run))
    return;
  while ((n_moves = drill_run_get_n_moves (self->run)) > 0 && is_passage (self, n_moves - 1))
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

/* Saves what was typed since the last move, when there is anything. */
void
drill_play_save_words (DrillPlay *self)
{
  g_return_if_fail (DRILL_IS_PLAY (self));

  if (self->words_unsaved)
    save (self);
}
