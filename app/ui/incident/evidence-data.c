/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Reads a file of a scenario in a thread of its own: it may have megabytes. */

#include "config.h"

#include "ui/incident/evidence-data.h"

typedef struct
{
  DrillScenario *scenario;
  guint          evidence;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  drill_scenario_unref (job->scenario);
  g_free (job);
}

void
drill_evidence_data_free (DrillEvidenceData *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->log, drill_log_free);
  g_clear_pointer (&self->trace, drill_trace_free);
  g_clear_pointer (&self->table, drill_table_free);
  g_clear_pointer (&self->heap, drill_heap_diff_free);
  g_free (self->text);
  g_free (self);
}

static DrillEvidenceData *
parse (const DrillScenarioEvidence *evidence,
       GBytes                      *bytes,
       GError                     **error)
{
  g_autoptr (DrillEvidenceData) self = g_new0 (DrillEvidenceData, 1);
  gsize                         length;
  const char                   *data = g_bytes_get_data (bytes, &length);
  gboolean                      read = TRUE;

  self->kind = evidence->kind;
  if (data == NULL)
    data = "";
  switch (evidence->kind)
    {
    case DRILL_EVIDENCE_LOG:
      /* All lines: which levels are shown is up to the reader. */
      self->log = drill_log_parse (data, length, 0, error);
      read = self->log != NULL;
      break;
    case DRILL_EVIDENCE_TRACE:
      self->trace = drill_trace_parse (data, length, error);
      read = self->trace != NULL;
      break;
    case DRILL_EVIDENCE_TABLE:
      self->table = drill_table_parse (data, length, error);
      read = self->table != NULL;
      break;
    case DRILL_EVIDENCE_HEAP:
      self->heap = drill_heap_diff_parse (data, length, error);
      read = self->heap != NULL;
      break;
    case DRILL_EVIDENCE_TEXT:
      self->text = g_utf8_make_valid (data, length);
      break;
    case DRILL_EVIDENCE_CHART:
    default:
      break;
    }

  return read ? g_steal_pointer (&self) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job                *job = data;
  g_autoptr (GBytes)  bytes = NULL;
  g_autoptr (GError)  error = NULL;
  DrillEvidenceData  *self;

  bytes = drill_scenario_read (job->scenario, job->evidence, &error);
  self = bytes != NULL
             ? parse (g_ptr_array_index (job->scenario->evidence, job->evidence), bytes, &error)
             : NULL;
  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) drill_evidence_data_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* @evidence: index of a file of @scenario */
void
drill_evidence_data_load_async (DrillScenario       *scenario,
                                guint                evidence,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (scenario != NULL && evidence < scenario->evidence->len);

  job = g_new0 (Job, 1);
  job->scenario = drill_scenario_ref (scenario);
  job->evidence = evidence;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, drill_evidence_data_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

DrillEvidenceData *
drill_evidence_data_load_finish (GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
