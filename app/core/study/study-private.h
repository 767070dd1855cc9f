/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/* What the files of DrillStudy share. */

struct _DrillStudy
{
  GObject        parent_instance;

  DrillDatabase *database;
  DrillClock    *clock;
  DrillRules    *rules;
  int            training_permille; /* atomic: set by the thread that trains */
};

typedef struct _Job Job;

/* Does the job's work in a thread of its lane. Returns: what came of it, never NULL
 * unless @error is set; a job that only succeeds returns DRILL_STUDY_DONE */
typedef gpointer (*DrillStudyWork) (DrillConnection *connection,
                                    Job             *job,
                                    GCancellable    *cancellable,
                                    GError         **error);

#define DRILL_STUDY_DONE GINT_TO_POINTER (1)

/* What work takes along into its thread; what it does not need is zero. */
struct _Job
{
  DrillStudyWork  work;
  GDestroyNotify  free_result;
  DrillRules     *rules;
  gint64          now_ms;
  DrillAnswer    *answer;
  DrillMark      *mark;
  DrillRunRecord *run;
  char           *key; /* or path */
  GStrv           keys; /* or paths */
  gboolean        has_uuid;
  guint8          uuid[DRILL_UUID_SIZE];
  DrillSimulation simulation;
  double          retentions[DRILL_SIMULATOR_MAX_POINTS];
  guint           n_retentions;
};

/**
 * DrillStudyLane:
 * @DRILL_STUDY_READ: reads; can be cancelled
 * @DRILL_STUDY_WRITE: writes, in the order in which it was asked for
 * @DRILL_STUDY_CHANGE: the same, and "changed" is emitted before the caller hears of it
 */
typedef enum
{
  DRILL_STUDY_READ,
  DRILL_STUDY_WRITE,
  DRILL_STUDY_CHANGE,
} DrillStudyLane;

Job      *drill_study_job_new  (DrillStudy          *self,
                                DrillStudyWork       work,
                                GDestroyNotify       free_result) G_GNUC_WARN_UNUSED_RESULT;
void      drill_study_job_free (gpointer             job);
void      drill_study_start    (DrillStudy          *self,
                                DrillStudyLane       lane,
                                Job                 *job,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
gpointer  drill_study_finish   (DrillStudy          *self,
                                GAsyncResult        *result,
                                GError             **error);
void      drill_study_changed  (DrillStudy          *self);

G_END_DECLS
