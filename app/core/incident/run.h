/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/answers.h"
#include "incident/scenario.h"
#include "incident/state.h"

G_BEGIN_DECLS

/* One play of a scenario. Owned by one thread at a time. */
typedef struct _DrillRun DrillRun;

typedef enum
{
  DRILL_MOVE_CHOOSE,
  DRILL_MOVE_ANSWER,
  DRILL_MOVE_WAIT,
} DrillMoveKind;

/**
 * DrillMove:
 * @section: index of the section chosen, whose question is answered, or that was
 *   on screen while time passed
 * @ticks: of an answer: bit set of the key points that were ticked
 * @seconds: of a wait: how many passed
 *
 * What the player did. The moves are the run: the same moves give the same state.
 */
typedef struct
{
  DrillMoveKind kind;
  guint         section;
  guint         ticks;
  gint64        seconds;
} DrillMove;

typedef enum
{
  DRILL_LOCK_NONE,  /* on offer */
  DRILL_LOCK_TAKEN, /* may be taken once, and was */
  DRILL_LOCK_NEEDS, /* its conditions do not hold */
  DRILL_LOCK_OVER,  /* the run has ended */
} DrillLock;

/**
 * DrillOffer:
 * @choice: text, tip, subtitle, group and target of the choice; borrowed
 * @cost: seconds it will take
 * @lock: why it cannot be taken
 * @needs: (nullable): the condition as written, for DRILL_LOCK_NEEDS; borrowed
 */
typedef struct
{
  const DrillScenarioChoice *choice;
  gint64                     cost;
  DrillLock                  lock;
  const char                *needs;
} DrillOffer;

DrillRun      *drill_run_new           (DrillScenario     *scenario) G_GNUC_WARN_UNUSED_RESULT;
DrillRun      *drill_run_replay        (DrillScenario     *scenario,
                                        const DrillMove   *moves,
                                        guint              n_moves,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
DrillRun      *drill_run_from_text     (DrillScenario     *scenario,
                                        const char        *text,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void           drill_run_free          (DrillRun          *self);

gboolean       drill_run_choose        (DrillRun          *self,
                                        const char        *slug,
                                        GError           **error);
gboolean       drill_run_go            (DrillRun          *self,
                                        const char        *slug,
                                        GError           **error);
gboolean       drill_run_answer        (DrillRun          *self,
                                        const char        *slug,
                                        guint              ticks,
                                        GError           **error);
gboolean       drill_run_wait          (DrillRun          *self,
                                        gint64             seconds,
                                        GError           **error);
gboolean       drill_run_wait_on       (DrillRun          *self,
                                        gint64             seconds,
                                        GError           **error);
gboolean       drill_run_is_wait       (const char        *word);
gboolean       drill_run_wait_word     (DrillRun          *self,
                                        const char        *word,
                                        GError           **error);
gboolean       drill_run_undo          (DrillRun          *self);
guint          drill_run_answer_all    (DrillRun          *self,
                                        DrillAnswerFunc    answer,
                                        gpointer           user_data);
gboolean       drill_run_play          (DrillRun          *self,
                                        const char *const *slugs,
                                        DrillAnswerFunc    answer,
                                        gpointer           user_data,
                                        guint             *failed,
                                        GError           **error);

DrillScenario    *drill_run_get_scenario (DrillRun *self);
const DrillState *drill_run_get_state    (DrillRun *self);
guint             drill_run_get_n_moves  (DrillRun *self);
const DrillMove  *drill_run_get_moves    (DrillRun *self);
char             *drill_run_to_text      (DrillRun *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *drill_run_get_log      (DrillRun *self);
gint64            drill_run_get_clock    (DrillRun *self);
gboolean          drill_run_is_over      (DrillRun *self);
const DrillScenarioSection *drill_run_get_section (DrillRun *self);
GArray           *drill_run_get_offers   (DrillRun *self) G_GNUC_WARN_UNUSED_RESULT;
GArray           *drill_run_get_questions (DrillRun *self) G_GNUC_WARN_UNUSED_RESULT;
GArray           *drill_run_get_evidence (DrillRun *self) G_GNUC_WARN_UNUSED_RESULT;
GArray           *drill_run_get_regimes  (DrillRun *self) G_GNUC_WARN_UNUSED_RESULT;

double            drill_run_sample       (DrillRun   *self,
                                          const char *key,
                                          double      time);
gboolean          drill_run_series       (DrillRun   *self,
                                          const char *key,
                                          double      from,
                                          double      to,
                                          GArray     *points);
double            drill_run_impact       (DrillRun   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillRun, drill_run_free)

G_END_DECLS
