/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a finished run to what it has shown.
 *
 *   moves --replayed with the scenario--> score by phase       run_phase
 *                                         points not made --+
 *                                         harmful actions --+-> run_lesson
 *
 * A scenario names the items that teach what a question asks. Of a harmful action it
 * names none, so that one is linked to what is taught nearest: by its own section.
 */

#include "config.h"

#include "study/run-lesson.h"

#include "incident/result.h"
#include "incident/score.h"
#include "library/item-record.h"

#include <string.h>

/* Where lessons of one run go. */
typedef struct
{
  DrillConnection *connection;
  gint64           run;
  char            *pack;
  guint            next;
} Lessons;

void
drill_lesson_free (DrillLesson *self)
{
  if (self == NULL)
    return;

  g_free (self->scenario);
  g_free (self->section);
  g_free (self->text);
  g_free (self->item);
  g_free (self->title);
  g_free (self);
}

static gboolean
add_one (Lessons        *self,
         DrillLessonKind kind,
         const char     *section,
         const char     *text,
         const char     *item,
         GError        **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autofree char           *key = item != NULL ? g_strconcat (self->pack, "/", item, NULL) : NULL;

  statement = drill_connection_statement (self->connection, "study/insert-run-lesson");
  drill_statement_bind_int (statement, "run", self->run);
  drill_statement_bind_int (statement, "ord", self->next++);
  drill_statement_bind_int (statement, "kind", kind);
  drill_statement_bind_text (statement, "section", section);
  drill_statement_bind_text (statement, "text", text);
  drill_statement_bind_text (statement, "item", key);

  return drill_statement_run (statement, error);
}

/* One for each item that teaches it, or one without. */
static gboolean
add_lesson (Lessons                    *self,
            DrillLessonKind             kind,
            const DrillScenarioSection *section,
            const char                 *text,
            GError                    **error)
{
  if (section->teaches->len == 0)
    return add_one (self, kind, section->slug, text, NULL, error);

  for (guint i = 0; i < section->teaches->len; i++)
    {
      if (!add_one (self,
                    kind,
                    section->slug,
                    text,
                    g_ptr_array_index (section->teaches, i),
                    error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_gaps (Lessons       *self,
          DrillScenario *scenario,
          guint          question,
          guint          ticks,
          GError       **error)
{
  const DrillScenarioSection *section = drill_scenario_section (scenario, question);

  for (guint i = 0; i < section->key_points->len; i++)
    {
      const DrillScenarioKeyPoint *point = g_ptr_array_index (section->key_points, i);

      if ((ticks & (1u << i)) == 0
          && !add_lesson (self, DRILL_LESSON_KEY_POINT, section, point->markdown, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_answers (Lessons  *self,
             DrillRun *run,
             GError  **error)
{
  DrillScenario     *scenario = drill_run_get_scenario (run);
  GPtrArray         *log = drill_run_get_log (run);
  g_autoptr (GArray) open = drill_run_get_questions (run);

  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      if (step->kind == DRILL_STEP_ANSWERED
          && !add_gaps (self, scenario, step->section, step->ticks, error))
        return FALSE;
    }
  for (guint i = 0; i < open->len; i++)
    {
      if (!add_gaps (self, scenario, g_array_index (open, guint, i), 0, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_harms (Lessons              *self,
           const DrillRunResult *result,
           GError              **error)
{
  for (guint i = 0; i < result->harms->len; i++)
    {
      const DrillResultHarm *harm = &g_array_index (result->harms, DrillResultHarm, i);
      int                    index = drill_scenario_find_section (result->scenario, harm->section);

      if (index >= 0
          && !add_lesson (self,
                          DRILL_LESSON_HARM,
                          drill_scenario_section (result->scenario, (guint) index),
                          harm->reason,
                          error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_phases (DrillConnection      *connection,
            gint64                run,
            const DrillRunResult *result,
            GError              **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection, "study/insert-run-phase");
  for (guint i = 0; i < result->phases->len; i++)
    {
      const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, i);

      drill_statement_bind_int (statement, "run", run);
      drill_statement_bind_int (statement, "ord", i);
      drill_statement_bind_text (statement, "name", phase->name);
      drill_statement_bind_double (statement, "score", phase->score);
      drill_statement_bind_int (statement, "max", phase->max);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL when the scenario is not there as it was */
static DrillRun *
replay (DrillConnection      *connection,
        const DrillRunRecord *record)
{
  g_autoptr (DrillItemRecord)  item = drill_item_record_load (connection, record->key, NULL);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario)    scenario = NULL;

  if (item == NULL || item->item->kind != DRILL_ITEM_SCENARIO)
    return NULL;
  scenario = drill_scenario_load (item->path, item->path, diagnostics, NULL);
  if (scenario == NULL)
    return NULL;

  return drill_run_from_text (scenario, record->moves, NULL);
}

static gint64
find_run (DrillConnection      *connection,
          const DrillRunRecord *record,
          GError              **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/run-id");

  drill_statement_bind_text (row, "uuid", record->uuid);

  return drill_statement_step (row, error) == DRILL_STEP_ROW ? drill_statement_int (row, 0) : -1;
}

static gboolean
clear (DrillConnection *connection,
       const char      *name,
       gint64           run,
       GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, name);

  drill_statement_bind_int (statement, "run", run);

  return drill_statement_run (statement, error);
}

static gboolean
learn_in_transaction (DrillConnection      *connection,
                      const DrillRunRecord *record,
                      DrillRun             *run,
                      GError              **error)
{
  g_autoptr (DrillRunResult) result = drill_run_get_result (run);
  g_autofree char           *pack = g_strndup (record->key, strcspn (record->key, "/"));
  Lessons                    lessons = { .connection = connection, .pack = pack };

  lessons.run = find_run (connection, record, error);

  return lessons.run >= 0 && clear (connection, "study/delete-run-phases", lessons.run, error)
         && clear (connection, "study/delete-run-lessons", lessons.run, error)
         && put_phases (connection, lessons.run, result, error)
         && add_answers (&lessons, run, error) && add_harms (&lessons, result, error);
}

gboolean
drill_run_record_learn (DrillConnection      *connection,
                        const DrillRunRecord *record,
                        GError              **error)
{
  g_autoptr (DrillRun) run = NULL;

  g_return_val_if_fail (connection != NULL && record != NULL, FALSE);

  run = replay (connection, record);
  if (run == NULL)
    return TRUE;

  if (!drill_connection_begin (connection, error))
    return FALSE;
  if (learn_in_transaction (connection, record, run, error)
      && drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}

GPtrArray *
drill_lesson_list (DrillConnection *connection,
                   guint            limit,
                   GError         **error)
{
  g_autoptr (GPtrArray)      lessons = NULL;
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, NULL);

  lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_lesson_free);
  row = drill_connection_statement (connection, "study/lessons");
  drill_statement_bind_int (row, "limit", limit);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillLesson *lesson = g_new0 (DrillLesson, 1);

      lesson->kind = drill_statement_int (row, 0);
      lesson->scenario = g_strdup (drill_statement_text (row, 1));
      lesson->section = g_strdup (drill_statement_text (row, 2));
      lesson->text = g_strdup (drill_statement_text (row, 3));
      lesson->item = g_strdup (drill_statement_text (row, 4));
      lesson->title = g_strdup (drill_statement_text (row, 5));
      lesson->at_ms = drill_statement_int (row, 6);
      g_ptr_array_add (lessons, lesson);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&lessons) : NULL;
}
