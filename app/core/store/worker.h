/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DRILL_TYPE_WORKER (drill_worker_get_type ())
G_DECLARE_FINAL_TYPE (DrillWorker, drill_worker, DRILL, WORKER, GObject)

/**
 * DrillWorkerFunc:
 *
 * Runs in the worker's thread. Must return @task exactly once. The task's
 * cancellable may be set at any time.
 */
typedef void (*DrillWorkerFunc) (GTask        *task,
                                 gpointer      source,
                                 gpointer      task_data,
                                 GCancellable *cancellable);

DrillWorker *drill_worker_new       (const char     *name) G_GNUC_WARN_UNUSED_RESULT;
void         drill_worker_push      (DrillWorker    *self,
                                     GTask          *task,
                                     DrillWorkerFunc func);
gboolean     drill_worker_is_current (DrillWorker   *self);
void         drill_worker_drain     (DrillWorker    *self);

G_END_DECLS
