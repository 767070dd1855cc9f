/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/attempt-score.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Which of the questions that fit are asked. Stored: never reuse a number. */
typedef enum
{
  DRILL_QUIZ_POOL_ALL = 0,
  DRILL_QUIZ_POOL_WEAK = 1,   /* answered before and near to being forgotten, weakest first */
  DRILL_QUIZ_POOL_MISSED = 2, /* the last answer was wrong */
  DRILL_QUIZ_POOL_NEW = 3,    /* never answered */
} DrillQuizPool;

#define DRILL_QUIZ_N_POOLS 4

typedef enum
{
  DRILL_QUIZ_UNTIMED = 0,
  DRILL_QUIZ_TIME_FOR_ALL = 1,
  DRILL_QUIZ_TIME_FOR_EACH = 2,
} DrillQuizTiming;

#define DRILL_QUIZ_MAX_COUNT   200
#define DRILL_QUIZ_MAX_MINUTES 300
#define DRILL_QUIZ_MAX_SECONDS 600

/**
 * DrillQuizSetup:
 * @packs: (nullable): slugs; %NULL for all
 * @topics: (nullable): slugs; %NULL for all
 * @levels: items for any of these #DrillLevels, 0 for all
 * @count: at most so many questions
 * @minutes: for all, with %DRILL_QUIZ_TIME_FOR_ALL
 * @seconds: for each, with %DRILL_QUIZ_TIME_FOR_EACH
 * @exam: reasons at the end; else after each answer
 * @pass_percent: 0 for no pass mark
 * @penalty: hundredths of a point that a wrong answer costs
 * @schedule: whether answers are reviews of their cards
 *
 * What a quiz is made by.
 */
typedef struct
{
  GStrv           packs;
  GStrv           topics;
  guint           levels;
  DrillQuizPool   pool;
  guint           count;
  DrillQuizTiming timing;
  guint           minutes;
  guint           seconds;
  gboolean        exam;
  guint           pass_percent;
  guint           penalty;
  gboolean        shuffle_questions;
  gboolean        shuffle_options;
  gboolean        schedule;
} DrillQuizSetup;

/* Those that come with the program. */
typedef enum
{
  DRILL_QUIZ_PRESET_TEN,  /* ten questions in ten minutes */
  DRILL_QUIZ_PRESET_EXAM, /* forty in fifty, with a pass mark */
  DRILL_QUIZ_PRESET_WEAK, /* the weakest, without a clock */
} DrillQuizPreset;

#define DRILL_QUIZ_N_PRESETS 3

DrillQuizSetup *drill_quiz_setup_new   (DrillQuizPreset       preset) G_GNUC_WARN_UNUSED_RESULT;
DrillQuizSetup *drill_quiz_setup_copy  (const DrillQuizSetup *self) G_GNUC_WARN_UNUSED_RESULT;
void            drill_quiz_setup_free  (DrillQuizSetup       *self);
gboolean        drill_quiz_setup_equal (const DrillQuizSetup *a,
                                        const DrillQuizSetup *b);

/* As JSON. What text does not say, or says wrong, is as in the first preset. */
char           *drill_quiz_setup_to_text   (const DrillQuizSetup *self) G_GNUC_WARN_UNUSED_RESULT;
DrillQuizSetup *drill_quiz_setup_from_text (const char           *text) G_GNUC_WARN_UNUSED_RESULT;

DrillAttemptRules drill_quiz_setup_get_rules       (const DrillQuizSetup *self);
DrillScoreRules   drill_quiz_setup_get_score_rules (const DrillQuizSetup *self);

/**
 * DrillNamedSetup:
 * @name: "" for the one that was used last
 */
typedef struct
{
  char           *name;
  DrillQuizSetup *setup;
} DrillNamedSetup;

void       drill_named_setup_free (DrillNamedSetup      *self);

/* Own setups, by name. Returns: (transfer full) (element-type DrillNamedSetup) */
GPtrArray *drill_quiz_setup_list     (DrillConnection      *connection,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   drill_quiz_setup_remember (DrillConnection      *connection,
                                      const DrillQuizSetup *setup,
                                      GError              **error);
gboolean   drill_quiz_setup_keep     (DrillConnection      *connection,
                                      const char           *old_name,
                                      const char           *name,
                                      const DrillQuizSetup *setup,
                                      GError              **error);
gboolean   drill_quiz_setup_delete   (DrillConnection      *connection,
                                      const char           *name,
                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQuizSetup, drill_quiz_setup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillNamedSetup, drill_named_setup_free)

G_END_DECLS
