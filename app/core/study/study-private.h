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
};

/* What a task takes along into its thread; what it does not need is zero. */
typedef struct
{
  DrillRules     *rules;
  gint64          now_ms;
  DrillAnswer    *answer;
  DrillMark      *mark;
  DrillRunRecord *run;
  char           *key;
  GStrv           keys; /* or paths */
  gboolean        has_uuid;
  guint8          uuid[DRILL_UUID_SIZE];
  DrillSimulation simulation;
  double          retentions[DRILL_SIMULATOR_MAX_POINTS];
  guint           n_retentions;
} Job;

GTask *drill_study_task_new (DrillStudy         *self,
                             gpointer            tag,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data,
                             Job               **job) G_GNUC_WARN_UNUSED_RESULT;
void   drill_study_changed  (DrillStudy         *self);

G_END_DECLS
