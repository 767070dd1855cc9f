/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "bank.h"

#include "library/importer.h"
#include "study/workspace.h"

void
bank_reopen (Bank *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->connection, drill_connection_close);
  self->connection =
      drill_workspace_open (self->folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
}

Bank *
bank_new (const char *chapter)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = NULL;
  Bank                         *self = g_new0 (Bank, 1);
  const char                   *paths[] = { NULL, NULL };

  self->scratch = scratch_new ();
  self->folder = scratch_path (self->scratch, "data");
  self->rules = drill_rules_new ();
  g_time_zone_unref (self->rules->time_zone);
  self->rules->time_zone = g_time_zone_new_utc ();
  bank_reopen (self);

  scratch_write (self->scratch, "pack/chapter.md", chapter);
  paths[0] = pack = scratch_path (self->scratch, "pack");
  report = drill_import_run (self->connection, paths, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return self;
}

void
bank_free (Bank *self)
{
  if (self == NULL)
    return;

  drill_connection_close (self->connection);
  drill_rules_free (self->rules);
  scratch_free (self->scratch);
  g_free (self->folder);
  g_free (self);
}

char *
bank_chapter (guint n_questions)
{
  GString *text = g_string_new ("<!-- pack: bank; version: 1; format: 1 -->\n# Bank\n\n"
                                "## Core Interview Questions\n");

  for (guint i = 0; i < n_questions; i++)
    g_string_append_printf (text,
                            "\n### %u. Question %u?\n<!-- id: q%u; topics: t%u -->\n\n**A:** Yes.\n",
                            i + 1,
                            i,
                            i,
                            i % 3);

  return g_string_free (text, FALSE);
}

DrillCard
bank_answer (Bank       *self,
             const char *key,
             DrillRating rating,
             gint64      at_ms)
{
  return bank_answer_in (self, key, DRILL_OCCASION_REVIEW, rating, at_ms);
}

DrillCard
bank_answer_in (Bank         *self,
                const char   *key,
                DrillOccasion occasion,
                DrillRating   rating,
                gint64        at_ms)
{
  g_autoptr (DrillAnswer) answer = NULL;
  g_autoptr (GError)      error = NULL;
  DrillCard               card;

  answer = drill_answer_new (key, occasion, rating, at_ms, 7000);
  drill_answer_record (self->connection, self->rules, answer, &card, &error);
  g_assert_no_error (error);

  return card;
}

void
bank_mark (Bank         *self,
           const char   *key,
           DrillMarkKind kind,
           gint64        value,
           gint64        at_ms)
{
  g_autoptr (DrillMark) mark = drill_mark_new (key, kind, value, at_ms);
  g_autoptr (GError)    error = NULL;

  drill_mark_record (self->connection, self->rules, mark, &error);
  g_assert_no_error (error);
}

DrillCard
bank_card (Bank       *self,
           const char *key)
{
  g_autoptr (GError) error = NULL;
  DrillCard          card;

  drill_answer_load_card (self->connection, key, &card, &error);
  g_assert_no_error (error);

  return card;
}

gint64
bank_int (Bank       *self,
          const char *sql)
{
  return scratch_sql_int (self->scratch, "data/progress.db", sql);
}

char *
bank_derived (Bank *self)
{
  static const char *const tables[] = { "card_state", "card_mark", "card_tally", "undone",
                                        "day_count" };
  GString                 *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", tables[i]);
      g_autofree char *rows = scratch_sql_dump (self->scratch, "data/progress.db", sql);

      g_string_append_printf (all, "%s\n%s", tables[i], rows);
    }

  return g_string_free (all, FALSE);
}
