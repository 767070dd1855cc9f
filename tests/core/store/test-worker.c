/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "store/worker.h"

#define N_TASKS 200

static guint ran;   /* touched by the worker only, read after it ended */
static guint answered;

static void
run_in_order (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_assert_true (drill_worker_is_current (source));
  g_assert_cmpuint (GPOINTER_TO_UINT (task_data), ==, ran);
  ran++;
  g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  answered++;
}

static void
test_order_and_drain (void)
{
  DrillWorker *worker = drill_worker_new ("test");

  ran = answered = 0;
  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autoptr (GTask) task = g_task_new (worker, NULL, answered_cb, NULL);

      g_task_set_task_data (task, GUINT_TO_POINTER (i), NULL);
      drill_worker_push (worker, task, run_in_order);
    }
  g_assert_false (drill_worker_is_current (worker));

  drill_worker_drain (worker);
  g_assert_cmpuint (ran, ==, N_TASKS);
  drill_worker_drain (worker);

  while (answered < N_TASKS)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (worker);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/order-and-drain", test_order_and_drain);

  return g_test_run ();
}
