/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One chapter as rows.
 *
 *   DrillChapter -> file, problem, reference
 *   DrillItem    -> item, item_topic, item_reference, item_search
 *   DrillPart    -> part            DrillOption -> option
 *
 * A name is "pack/id". Items without a written id take the start of their
 * fingerprint instead, so an unchanged item keeps its name wherever it moves. The
 * key is the same, unless the item has been called otherwise before
 * (item-changes.c).
 */

#include "config.h"

#include "library/chapter-writer.h"

/* 64 bits of the fingerprint: among 100,000 items two meet by chance once in
 * four thousand million packs. */
#define FINGERPRINT_DIGITS 16

typedef struct
{
  DrillConnection         *connection;
  const DrillChapterPlace *place;
  DrillDiagnostics        *problems;
  gint64                   file;
} Writer;

static void
append_text (GString    *text,
             const char *markdown)
{
  if (markdown == NULL)
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, markdown);
}

/* The tokenizer of the full-text index drops punctuation, so Markdown can be
 * indexed as it stands. */
static char *
searchable_text (const DrillItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->parts->len; i++)
    append_text (text, ((DrillPart *) g_ptr_array_index (item->parts, i))->markdown);
  for (guint i = 0; i < item->options->len; i++)
    {
      DrillOption *option = g_ptr_array_index (item->options, i);

      append_text (text, option->markdown);
      append_text (text, option->reason);
    }

  return g_string_free (text, FALSE);
}

static gboolean
write_parts (Writer          *writer,
             gint64           row,
             const DrillItem *item,
             GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-part");
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      drill_statement_bind_int (statement, "item", row);
      drill_statement_bind_int (statement, "ord", i);
      drill_statement_bind_int (statement, "role", part->role);
      drill_statement_bind_int (statement, "grade", part->grade);
      drill_statement_bind_int (statement, "turn", part->turn);
      drill_statement_bind_text (statement, "markdown", part->markdown);
      drill_statement_bind_int (statement, "line", part->line);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_options (Writer          *writer,
               gint64           row,
               const DrillItem *item,
               GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-option");
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      drill_statement_bind_int (statement, "item", row);
      drill_statement_bind_int (statement, "ord", i);
      drill_statement_bind_text (statement, "label", option->label != NULL ? option->label : "");
      drill_statement_bind_text (statement, "markdown", option->markdown);
      drill_statement_bind_text (statement, "reason", option->reason);
      drill_statement_bind_int (statement, "correct", option->correct);
      drill_statement_bind_int (statement, "line", option->line);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_topics (Writer          *writer,
              gint64           row,
              const DrillItem *item,
              GError         **error)
{
  g_autoptr (DrillStatement) topic = NULL;
  g_autoptr (DrillStatement) link = NULL;

  topic = drill_connection_statement (writer->connection, "library/insert-topic");
  link = drill_connection_statement (writer->connection, "library/insert-item-topic");
  for (guint i = 0; i < item->topics->len; i++)
    {
      drill_statement_bind_text (topic, "slug", g_ptr_array_index (item->topics, i));
      if (drill_statement_step (topic, error) != DRILL_STEP_ROW)
        return FALSE;
      drill_statement_bind_int (link, "topic", drill_statement_int (topic, 0));
      drill_statement_reset (topic);

      drill_statement_bind_int (link, "item", row);
      if (!drill_statement_run (link, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_item_references (Writer          *writer,
                       gint64           row,
                       const DrillItem *item,
                       GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-item-reference");
  for (guint i = 0; i < item->refs->len; i++)
    {
      drill_statement_bind_int (statement, "item", row);
      drill_statement_bind_int (statement, "ord", i);
      drill_statement_bind_text (statement, "slug", g_ptr_array_index (item->refs, i));
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: the new row, 0 when the key is taken, -1 on error. */
static gint64
insert_item (Writer          *writer,
             const DrillItem *item,
             const char      *name,
             gint64           parent,
             const char      *text,
             GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (writer->connection, "library/insert-item");
  drill_statement_bind_text (statement,
                             "key",
                             drill_item_changes_get_key (writer->place->changes, name));
  drill_statement_bind_text (statement, "name", name);
  drill_statement_bind_int (statement, "pack", writer->place->pack);
  drill_statement_bind_int (statement, "file", writer->file);
  if (parent > 0)
    drill_statement_bind_int (statement, "parent", parent);
  drill_statement_bind_int (statement, "kind", item->kind);
  drill_statement_bind_int (statement, "number", item->number);
  drill_statement_bind_text (statement, "title", item->title);
  drill_statement_bind_text (statement, "title_markdown", item->title_markdown);
  drill_statement_bind_int (statement, "levels", item->levels);
  drill_statement_bind_int (statement, "minutes", item->minutes);
  drill_statement_bind_int (statement, "line", item->line);
  drill_statement_bind_int (statement, "end_line", item->end_line);
  drill_statement_bind_text (statement, "fingerprint", item->fingerprint);
  drill_statement_bind_text (statement, "text", text);

  step = drill_statement_step (statement, error);
  if (step == DRILL_STEP_ERROR)
    return -1;

  return step == DRILL_STEP_ROW ? drill_statement_int (statement, 0) : 0;
}

static gboolean
index_item (Writer     *writer,
            gint64      row,
            const char *title,
            const char *text,
            GError    **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-search");
  drill_statement_bind_int (statement, "item", row);
  drill_statement_bind_text (statement, "title", title);
  drill_statement_bind_text (statement, "text", text);

  return drill_statement_run (statement, error);
}

static gboolean
run_for_item (Writer     *writer,
              const char *name,
              gint64      row,
              GError    **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (writer->connection, name);

  drill_statement_bind_int (statement, "item", row);

  return drill_statement_run (statement, error);
}

/* Takes out the item that has @key when its file is going to be read again: the
 * item has moved, or that file will be told that the id is taken. */
static gboolean
free_key (Writer     *writer,
          const char *key,
          gboolean   *is_free,
          GError    **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;
  gint64                     item, file;

  *is_free = FALSE;
  statement = drill_connection_statement (writer->connection, "library/item-place");
  drill_statement_bind_text (statement, "key", key);
  step = drill_statement_step (statement, error);
  if (step != DRILL_STEP_ROW)
    return step != DRILL_STEP_ERROR;

  item = drill_statement_int (statement, 2);
  file = drill_statement_int (statement, 3);
  g_clear_pointer (&statement, drill_statement_release);
  if (!g_hash_table_contains (writer->place->outdated, &file))
    return TRUE;

  *is_free = TRUE;

  return run_for_item (writer, "library/delete-item-search", item, error) &&
         run_for_item (writer, "library/delete-item", item, error);
}

/* Like insert_item(), but takes its key from a file that must yield it. */
static gint64
claim_key (Writer          *writer,
           const DrillItem *item,
           const char      *name,
           gint64           parent,
           const char      *text,
           GError         **error)
{
  gint64      row = insert_item (writer, item, name, parent, text, error);
  const char *key = drill_item_changes_get_key (writer->place->changes, name);
  gboolean    is_free;

  if (row != 0)
    return row;
  if (!free_key (writer, key, &is_free, error))
    return -1;

  return is_free ? insert_item (writer, item, name, parent, text, error) : 0;
}

/* An id that is used twice in one file was reported when the file was read. */
static void
report_taken_id (Writer          *writer,
                 const DrillItem *item,
                 const char      *key)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/item-place");
  drill_statement_bind_text (statement, "key", key);
  if (drill_statement_step (statement, NULL) != DRILL_STEP_ROW ||
      g_str_equal (drill_statement_text (statement, 0), writer->place->name))
    return;

  drill_diagnostics_add (writer->problems,
                         writer->place->name,
                         item->line,
                         0,
                         DRILL_SEVERITY_ERROR,
                         "E020",
                         "the id \"%s\" is taken by %s:%u; give this item an id of its own",
                         item->id,
                         drill_statement_text (statement, 0),
                         (guint) drill_statement_int (statement, 1));
}

static gint64
insert_with_id (Writer          *writer,
                const DrillItem *item,
                gint64           parent,
                const char      *text,
                GError         **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", writer->place->pack_slug, item->id);
  gint64           row = claim_key (writer, item, name, parent, text, error);

  if (row == 0)
    report_taken_id (writer, item, drill_item_changes_get_key (writer->place->changes, name));
  if (row > 0 && item->was != NULL)
    {
      g_autofree char *was = g_strdup_printf ("%s/%s", writer->place->pack_slug, item->was);

      drill_item_changes_set_was (writer->place->changes, name, was);
    }

  return row;
}

/* Equal items without ids are told apart by a number behind the fingerprint. */
static gint64
insert_without_id (Writer          *writer,
                   const DrillItem *item,
                   gint64           parent,
                   const char      *text,
                   GError         **error)
{
  g_autofree char *name = NULL;
  gint64           row;

  name = g_strdup_printf ("%s/%.*s",
                          writer->place->pack_slug,
                          FINGERPRINT_DIGITS,
                          item->fingerprint);
  row = claim_key (writer, item, name, parent, text, error);
  for (guint copy = 2; row == 0; copy++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", name, copy);

      row = claim_key (writer, item, numbered, parent, text, error);
    }

  return row;
}

static gboolean
write_item (Writer          *writer,
            const DrillItem *item,
            gint64           parent,
            GError         **error)
{
  g_autofree char *text = searchable_text (item);
  gint64           row = item->id != NULL ? insert_with_id (writer, item, parent, text, error)
                                          : insert_without_id (writer, item, parent, text, error);

  if (row <= 0)
    return row == 0;

  if (!index_item (writer, row, item->title, text, error) ||
      !write_parts (writer, row, item, error) || !write_options (writer, row, item, error) ||
      !write_topics (writer, row, item, error) ||
      !write_item_references (writer, row, item, error))
    return FALSE;
  if ((item->kind == DRILL_ITEM_QUESTION || item->kind == DRILL_ITEM_MCQ) &&
      !run_for_item (writer, "library/insert-unseen", row, error))
    return FALSE;

  /* Follow-ups have no children of their own, so this goes one level deep. */
  for (guint i = 0; i < item->children->len; i++)
    {
      if (!write_item (writer, g_ptr_array_index (item->children, i), row, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
insert_file (Writer             *writer,
             const DrillChapter *chapter,
             GError            **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-file");
  if (writer->place->row > 0)
    drill_statement_bind_int (statement, "id", writer->place->row);
  drill_statement_bind_int (statement, "pack", writer->place->pack);
  drill_statement_bind_text (statement, "path", writer->place->path);
  drill_statement_bind_text (statement, "name", writer->place->name);
  drill_statement_bind_text (statement, "checksum", writer->place->checksum);
  drill_statement_bind_text (statement, "introduction", chapter->introduction);
  drill_statement_bind_text (statement, "tips", chapter->tips);
  if (drill_statement_step (statement, error) != DRILL_STEP_ROW)
    return -1;

  return drill_statement_int (statement, 0);
}

static gboolean
write_references (Writer             *writer,
                  const DrillChapter *chapter,
                  GError            **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-reference");
  for (guint i = 0; i < chapter->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (chapter->references, i);

      drill_statement_bind_int (statement, "file", writer->file);
      drill_statement_bind_text (statement, "slug", reference->id);
      drill_statement_bind_text (statement, "title", reference->title);
      drill_statement_bind_text (statement, "url", reference->url);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_problems (Writer  *writer,
                GError **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (writer->connection, "library/insert-problem");
  for (guint i = 0; i < drill_diagnostics_get_length (writer->problems); i++)
    {
      const DrillDiagnostic *problem = drill_diagnostics_get (writer->problems, i);

      drill_statement_bind_int (statement, "file", writer->file);
      drill_statement_bind_int (statement, "line", problem->line);
      drill_statement_bind_int (statement, "column", problem->column);
      drill_statement_bind_int (statement, "severity", problem->severity);
      drill_statement_bind_text (statement, "code", problem->code);
      drill_statement_bind_text (statement, "text", problem->text);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gint64
drill_chapter_write (DrillConnection         *connection,
                     const DrillChapterPlace *place,
                     const DrillChapter      *chapter,
                     DrillDiagnostics        *problems,
                     GError                 **error)
{
  Writer writer = { connection, place, problems, -1 };

  g_return_val_if_fail (connection != NULL, -1);
  g_return_val_if_fail (place != NULL && place->outdated != NULL && place->changes != NULL, -1);
  g_return_val_if_fail (chapter != NULL && problems != NULL, -1);

  writer.file = insert_file (&writer, chapter, error);
  if (writer.file < 0 || !write_references (&writer, chapter, error))
    return -1;

  for (guint i = 0; i < chapter->items->len; i++)
    {
      if (!write_item (&writer, g_ptr_array_index (chapter->items, i), 0, error))
        return -1;
    }

  return write_problems (&writer, error) ? writer.file : -1;
}

static gboolean
run_for_file (DrillConnection *connection,
              const char      *name,
              gint64           file,
              GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, name);

  drill_statement_bind_int (statement, "file", file);

  return drill_statement_run (statement, error);
}

gboolean
drill_chapter_erase (DrillConnection *connection,
                     gint64           file,
                     GError         **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);

  return run_for_file (connection, "library/delete-search", file, error) &&
         run_for_file (connection, "library/delete-file", file, error);
}
