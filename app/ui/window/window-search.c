/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What the window does with queries and with many items at once: a session of what a
 * query finds, and putting items aside with a way back.
 */

#include "config.h"

#include "ui/window/window-private.h"

#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

/* A session that one can finish. */
#define MAX_PRACTICE 30

static void
keys_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DrillWindow) self = data;
  g_autoptr (GError)      error = NULL;
  g_auto (GStrv)          keys = NULL;

  keys = drill_item_search_keys_finish (DRILL_ITEM_SEARCH (source), result, &error);
  if (keys == NULL)
    drill_window_show_error (self, error->message);
  else if (keys[0] != NULL)
    drill_window_study (self, (const char *const *) keys);
  else
    drill_window_add_toast (self, drill_toast_new (_("There is nothing to practise")));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DrillWindow)       self = data;
  g_autoptr (DrillSearchResult) found = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;

  found = drill_item_search_query_finish (DRILL_ITEM_SEARCH (source), result, &problem, &error);
  if (found != NULL)
    drill_item_search_keys_async (DRILL_ITEM_SEARCH (source), found, MAX_PRACTICE, NULL, keys_cb,
                                  g_object_ref (self));
  else if (error != NULL)
    drill_window_show_error (self, error->message);
  else
    drill_window_add_toast (self, drill_toast_new (_("There is nothing to practise")));
}

/* A session of what @query finds. */
void
drill_window_practise (DrillWindow *self,
                       const char  *query)
{
  drill_item_search_query_async (drill_window_get_search (self), query, DRILL_QUERY_COMPLETE, NULL,
                                 found_cb, g_object_ref (self));
}

/* One step that put items aside, for its undo button. Reference counted. */
typedef struct
{
  DrillWindow *window;
  DrillStudy  *study;
  DrillMark   *mark;
  guint        n_items;
} Aside;

static void
aside_clear (gpointer data)
{
  Aside *aside = data;

  g_object_unref (aside->window);
  g_object_unref (aside->study);
  drill_mark_free (aside->mark);
}

static void
aside_unref (gpointer data)
{
  g_rc_box_release_full (data, aside_clear);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillWindow) self = data;
  g_autoptr (DrillUndo)   undo = NULL;
  g_autoptr (GError)      error = NULL;

  undo = drill_study_undo_finish (DRILL_STUDY (source), result, &error);
  if (undo == NULL)
    drill_window_show_error (self, error->message);
}

static void
undo_clicked_cb (Aside *aside)
{
  drill_study_undo_async (aside->study, aside->mark->uuid, undone_cb, g_object_ref (aside->window));
}

static void
undo_closed_cb (gpointer  data,
                GClosure *closure)
{
  aside_unref (data);
}

static void
suspended_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = NULL;
  Aside             *aside = data;
  AdwToast          *toast;

  if (!drill_study_mark_all_finish (DRILL_STUDY (source), result, &error))
    {
      drill_window_show_error (aside->window, error->message);
      aside_unref (aside);
      return;
    }

  text = g_strdup_printf (ngettext ("%u item is suspended", "%u items are suspended", aside->n_items),
                          aside->n_items);
  toast = drill_toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast,
                         "button-clicked",
                         G_CALLBACK (undo_clicked_cb),
                         aside,
                         undo_closed_cb,
                         G_CONNECT_SWAPPED);
  drill_window_add_toast (aside->window, toast);
}

/* Puts items aside as one step, which can be undone. */
void
drill_window_suspend (DrillWindow       *self,
                      DrillStudy        *study,
                      const char *const *keys)
{
  Aside *aside = g_rc_box_new0 (Aside);

  aside->window = g_object_ref (self);
  aside->study = g_object_ref (study);
  aside->mark = drill_mark_new ("", DRILL_MARK_SUSPEND, 0, drill_clock_wall_ms (drill_study_get_clock (study)));
  aside->n_items = g_strv_length ((char **) keys);
  drill_study_mark_all_async (study, aside->mark, keys, suspended_cb, aside);
}
