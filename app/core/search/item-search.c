/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Search as the interface sees it. Everything runs in the reading lane of the
 * database, whose connection keeps the index of items from one query to the next.
 */

#include "config.h"

#include "search/item-search.h"

struct _DrillItemSearch
{
  GObject parent_instance;

  DrillDatabase *database;
  DrillStudy    *study;
};

/* What a task takes along into the reading lane. */
typedef struct
{
  DrillRules        *rules;
  gint64             now_ms;
  char              *text;
  DrillQueryFlags    flags;
  gsize              cursor;
  DrillSearchResult *found;
  guint              number; /* of the first row, or of keys at most */
  DrillSearchFormat format;
  GFile            *file;
} Job;

/* What a query gives: one of the two. */
typedef struct
{
  DrillSearchResult *found;
  DrillQueryProblem *problem;
} Answer;

G_DEFINE_FINAL_TYPE (DrillItemSearch, drill_item_search, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  drill_rules_free (job->rules);
  g_free (job->text);
  g_clear_pointer (&job->found, drill_search_result_unref);
  g_clear_object (&job->file);
  g_free (job);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->found, drill_search_result_unref);
  drill_query_problem_free (answer->problem);
  g_free (answer);
}

static DrillSearchContext
context_of (const Job       *job,
            DrillConnection *connection)
{
  return (DrillSearchContext){ connection, job->rules, job->now_ms };
}

static void
run_query (GTask           *task,
           DrillConnection *connection,
           gpointer         task_data)
{
  Job               *job = task_data;
  DrillSearchContext context = context_of (job, connection);
  Answer            *answer;
  GError            *error = NULL;

  /* Whoever types has often typed on before the query has its turn. */
  if (g_task_return_error_if_cancelled (task))
    return;

  answer = g_new0 (Answer, 1);
  if (drill_search_run (&context, job->text, job->flags, &answer->found, &answer->problem, &error)
      || error == NULL)
    {
      g_task_return_pointer (task, answer, answer_free);
    }
  else
    {
      answer_free (answer);
      g_task_return_error (task, error);
    }
}

static void
run_rows (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Job       *job = task_data;
  GError    *error = NULL;
  GPtrArray *rows;

  rows = drill_search_load_rows (connection, job->found, job->number, DRILL_SEARCH_PAGE, &error);
  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_keys (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Job    *job = task_data;
  GError *error = NULL;
  GStrv   keys = drill_search_list_keys (connection, job->found, TRUE, job->number, &error);

  if (keys != NULL)
    g_task_return_pointer (task, keys, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
run_complete (GTask           *task,
              DrillConnection *connection,
              gpointer         task_data)
{
  Job                  *job = task_data;
  const DrillItemIndex *index;
  GError               *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  index = drill_item_index_get (connection, &error);
  if (index != NULL)
    g_task_return_pointer (task,
                           drill_query_complete (job->text, job->cursor, index),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_agenda (GTask           *task,
            DrillConnection *connection,
            gpointer         task_data)
{
  Job         *job = task_data;
  GError      *error = NULL;
  DrillAgenda *agenda;

  if (g_task_return_error_if_cancelled (task))
    return;

  agenda = drill_agenda_load (connection, job->rules, job->now_ms, &error);
  if (agenda != NULL)
    g_task_return_pointer (task, agenda, (GDestroyNotify) drill_agenda_free);
  else
    g_task_return_error (task, error);
}

static void
run_export (GTask           *task,
            DrillConnection *connection,
            gpointer         task_data)
{
  Job               *job = task_data;
  DrillSearchContext context = context_of (job, connection);
  GError            *error = NULL;

  if (drill_search_export_to_file (&context,
                                   job->found,
                                   job->format,
                                   job->file,
                                   g_task_get_cancellable (task),
                                   &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
drill_item_search_dispose (GObject *object)
{
  DrillItemSearch *self = DRILL_ITEM_SEARCH (object);

  g_clear_object (&self->database);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_item_search_parent_class)->dispose (object);
}

static void
drill_item_search_class_init (DrillItemSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_item_search_dispose;
}

static void
drill_item_search_init (DrillItemSearch *self)
{
}

/* @study: whose rules and clock say what is due */
DrillItemSearch *
drill_item_search_new (DrillDatabase *database,
                       DrillStudy    *study)
{
  DrillItemSearch *self;

  g_return_val_if_fail (DRILL_IS_DATABASE (database), NULL);
  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);

  self = g_object_new (DRILL_TYPE_ITEM_SEARCH, NULL);
  self->database = g_object_ref (database);
  self->study = g_object_ref (study);

  return self;
}

/* Returns: (transfer none): owned by @task, which has its own reference */
static Job *
task_new (DrillItemSearch    *self,
          gpointer            tag,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data,
          GTask             **task)
{
  Job *job = g_new0 (Job, 1);

  job->rules = drill_rules_copy (drill_study_get_rules (self->study));
  job->now_ms = drill_clock_wall_ms (drill_study_get_clock (self->study));
  *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (*task, tag);
  g_task_set_task_data (*task, job, job_free);

  return job;
}

void
drill_item_search_query_async (DrillItemSearch    *self,
                               const char         *text,
                               DrillQueryFlags     flags,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_ITEM_SEARCH (self));
  g_return_if_fail (text != NULL);

  job = task_new (self, drill_item_search_query_async, cancellable, callback, user_data, &task);
  job->text = g_strdup (text);
  job->flags = flags;
  drill_database_read (self->database, task, run_query);
}

/**
 * drill_item_search_query_finish:
 * @problem: (out): what is wrong with the query
 *
 * Returns: (transfer full): what was found; %NULL with either @problem or @error set
 */
DrillSearchResult *
drill_item_search_query_finish (DrillItemSearch    *self,
                                GAsyncResult       *result,
                                DrillQueryProblem **problem,
                                GError            **error)
{
  DrillSearchResult *found;
  Answer            *answer;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (problem != NULL, NULL);

  *problem = NULL;
  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer == NULL)
    return NULL;

  found = g_steal_pointer (&answer->found);
  *problem = g_steal_pointer (&answer->problem);
  answer_free (answer);

  return found;
}

/* The page of rows that begins at @first. */
void
drill_item_search_rows_async (DrillItemSearch    *self,
                              DrillSearchResult  *found,
                              guint               first,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_ITEM_SEARCH (self));
  g_return_if_fail (found != NULL);

  job = task_new (self, drill_item_search_rows_async, cancellable, callback, user_data, &task);
  job->found = drill_search_result_ref (found);
  job->number = first;
  drill_database_read (self->database, task, run_rows);
}

/* Returns: (transfer full) (element-type DrillItemSummary) */
GPtrArray *
drill_item_search_rows_finish (DrillItemSearch *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The keys of what was found and can be asked. @limit: at most so many, 0 for all */
void
drill_item_search_keys_async (DrillItemSearch    *self,
                              DrillSearchResult  *found,
                              guint               limit,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_ITEM_SEARCH (self));
  g_return_if_fail (found != NULL);

  job = task_new (self, drill_item_search_keys_async, cancellable, callback, user_data, &task);
  job->found = drill_search_result_ref (found);
  job->number = limit;
  drill_database_read (self->database, task, run_keys);
}

/* Returns: (transfer full) */
GStrv
drill_item_search_keys_finish (DrillItemSearch *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_item_search_complete_async (DrillItemSearch    *self,
                                  const char         *text,
                                  gsize               cursor,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_ITEM_SEARCH (self));
  g_return_if_fail (text != NULL);

  job = task_new (self, drill_item_search_complete_async, cancellable, callback, user_data, &task);
  job->text = g_strdup (text);
  job->cursor = cursor;
  drill_database_read (self->database, task, run_complete);
}

/* Returns: (transfer full) (element-type DrillCompletion) */
GPtrArray *
drill_item_search_complete_finish (DrillItemSearch *self,
                                   GAsyncResult    *result,
                                   GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_item_search_agenda_async (DrillItemSearch    *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DRILL_IS_ITEM_SEARCH (self));

  task_new (self, drill_item_search_agenda_async, cancellable, callback, user_data, &task);
  drill_database_read (self->database, task, run_agenda);
}

/* Returns: (transfer full) */
DrillAgenda *
drill_item_search_agenda_finish (DrillItemSearch *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* @file: is replaced */
void
drill_item_search_export_async (DrillItemSearch    *self,
                                DrillSearchResult  *found,
                                DrillSearchFormat   format,
                                GFile              *file,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_ITEM_SEARCH (self));
  g_return_if_fail (found != NULL && G_IS_FILE (file));

  job = task_new (self, drill_item_search_export_async, cancellable, callback, user_data, &task);
  job->found = drill_search_result_ref (found);
  job->format = format;
  job->file = g_object_ref (file);
  drill_database_read (self->database, task, run_export);
}

gboolean
drill_item_search_export_finish (DrillItemSearch *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
