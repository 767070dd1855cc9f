/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/result.h"
#include "study/study.h"
#include "ui/incident/run-saver.h"

G_BEGIN_DECLS

/**
 * DrillAction:
 * @choice: text, tip, subtitle and group; borrowed from the scenario
 * @cost: seconds that it takes
 * @here: offered only at this point of the conversation, not by the hub
 *
 * Something that the player may do now.
 */
typedef struct
{
  const DrillScenarioChoice *choice;
  gint64                     cost;
  gboolean                   here;
} DrillAction;

/* A run that is being played and saved. What it shows follows "changed".
 *
 * Signals:
 *  changed (gint64 clock)  after a move or an undo; the clock before it
 *  passed ()               time passed by itself, and nothing else happened */
#define DRILL_TYPE_PLAY (drill_play_get_type ())
G_DECLARE_FINAL_TYPE (DrillPlay, drill_play, DRILL, PLAY, GObject)

DrillPlay            *drill_play_new         (DrillScenario        *scenario,
                                              DrillStudy           *study,
                                              const char           *key) G_GNUC_WARN_UNUSED_RESULT;
DrillPlay            *drill_play_restore     (DrillScenario        *scenario,
                                              DrillStudy           *study,
                                              const DrillRunRecord *record,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
DrillPlay            *drill_play_branch      (DrillPlay            *self,
                                              guint                 n_moves) G_GNUC_WARN_UNUSED_RESULT;

DrillScenario        *drill_play_get_scenario (DrillPlay           *self);
DrillRun             *drill_play_get_run     (DrillPlay            *self);
DrillStudy           *drill_play_get_study   (DrillPlay            *self);
const DrillRunRecord *drill_play_get_record  (DrillPlay            *self);
DrillRunSaver        *drill_play_get_saver   (DrillPlay            *self);
GArray               *drill_play_get_actions (DrillPlay            *self) G_GNUC_WARN_UNUSED_RESULT;
int                   drill_play_get_hub     (DrillPlay            *self);
gboolean              drill_play_is_hub      (DrillPlay            *self,
                                              guint                 section);

gboolean              drill_play_act         (DrillPlay            *self,
                                              const char           *slug);
gboolean              drill_play_answer      (DrillPlay            *self,
                                              guint                 section,
                                              guint                 ticks);
void                  drill_play_pass        (DrillPlay            *self,
                                              gint64                seconds);
gboolean              drill_play_is_passing  (DrillPlay            *self);
guint                 drill_play_get_pace    (DrillPlay            *self);
void                  drill_play_set_pace    (DrillPlay            *self,
                                              guint                 pace);
gboolean              drill_play_can_undo    (DrillPlay            *self);
void                  drill_play_undo        (DrillPlay            *self);
void                  drill_play_finish      (DrillPlay            *self);

const char           *drill_play_get_words   (DrillPlay            *self,
                                              guint                 section);
void                  drill_play_set_words   (DrillPlay            *self,
                                              guint                 section,
                                              const char           *words);
void                  drill_play_save_rest   (DrillPlay            *self);

G_END_DECLS
