/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "shelf.h"

#include "library/importer.h"
#include "study/workspace.h"

static const char chapter[]
  = "<!-- pack: shelf; version: 1; format: 1 -->\n"
    "# Shelf\n\n"
    "## Core Interview Questions\n\n"
    "### 1. One core is pinned. What is blocked? (Senior)\n<!-- id: loop; topics: event-loop "
    "-->\n\n"
    "**A:** The event loop is blocked by a long callback.\n\n"
    "**Follow-up:** How do you see that?\n<!-- id: loop-more -->\n\n- **A:** By its delay.\n\n"
    "### 2. The heap grows. What now? (Junior)\n<!-- id: gc; topics: memory-gc -->\n\n"
    "**A:** Compare two snapshots.\n\n"
    "**Key points:**\n\n- Take two snapshots\n- Compare retainers\n\n"
    "### 3. Keep-alive and 502s (Senior)\n<!-- id: keep; topics: http, keep-alive -->\n\n"
    "**A:** The server closes idle sockets first; server.close() does not.\n\n"
    "## MCQ Section\n\n"
    "### 1. Which phase runs setImmediate? (Mid)\n<!-- id: mcq; topics: event-loop -->\n\n"
    "- A. Poll\n- B. Check\n\n**Correct Answer:** B\n";

void
shelf_import (Shelf *self)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = scratch_path (self->scratch, "pack");
  const char                   *paths[] = { pack, NULL };

  report = drill_import_run (self->connection, paths, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
shelf_set_up (Shelf        *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->scratch = scratch_new ();
  self->folder = scratch_path (self->scratch, "data");
  self->connection = drill_workspace_open (self->folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
  self->rules = drill_rules_new ();
  g_time_zone_unref (self->rules->time_zone);
  self->rules->time_zone = g_time_zone_new_utc ();

  scratch_write (self->scratch, "pack/chapter.md", chapter);
  scratch_write (self->scratch, "pack/outage/scenario.md", SCRATCH_SCENARIO);
  shelf_import (self);
}

void
shelf_tear_down (Shelf        *self,
                 gconstpointer data)
{
  g_clear_pointer (&self->connection, drill_connection_close);
  drill_rules_free (self->rules);
  g_free (self->folder);
  scratch_free (self->scratch);
}

void
shelf_answer (Shelf        *self,
              const char   *key,
              DrillOccasion occasion,
              DrillRating   rating,
              int           day)
{
  g_autoptr (DrillAnswer) answer = drill_answer_new (key, occasion, rating, NOON (day), 9000);
  g_autoptr (GError)      error = NULL;
  DrillCard               card;

  drill_answer_record (self->connection, self->rules, answer, &card, &error);
  g_assert_no_error (error);
}

void
shelf_mark (Shelf        *self,
            const char   *key,
            DrillMarkKind kind,
            gint64        value)
{
  g_autoptr (DrillMark) mark = drill_mark_new (key, kind, value, NOON (TODAY));
  g_autoptr (GError)    error = NULL;

  drill_mark_record (self->connection, self->rules, mark, &error);
  g_assert_no_error (error);
}

char *
shelf_find (Shelf      *self,
            const char *query)
{
  DrillSearchContext            context = { self->connection, self->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;
  g_auto (GStrv)                keys = NULL;

  g_assert_true (
    drill_search_run (&context, query, DRILL_QUERY_COMPLETE, &result, &problem, &error));
  g_assert_no_error (error);
  g_assert_null (problem);
  keys = drill_search_list_keys (self->connection, result, FALSE, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      char *name = g_strdup (strchr (keys[i], '/') + 1);

      g_free (keys[i]);
      keys[i] = name;
    }

  return g_strjoinv (" ", keys);
}
