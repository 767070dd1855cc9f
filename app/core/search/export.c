/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What was found as a file. Written in pieces, so that its size does not matter. */

#include "config.h"

#include "search/export.h"

#include "library/item-record.h"

#include <math.h>
#include <string.h>

#define CSV_HEADER                                                                                 \
  "key,kind,title,levels,topics,pack,answers,lapses,last_rating,stability_days,recall,due\n"

/* Days since 1970 of a date, from its Julian day. */
#define JULIAN_OF_1970 719163

#define N_LEVELS 8

/* Text is handed out in pieces of about this size. */
#define PIECE 65536

static void
append_cell (GString    *line,
             const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }

  g_string_append_c (line, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}

static char *
join_levels (guint levels)
{
  GString *text = g_string_new (NULL);

  for (guint bit = 0; bit < N_LEVELS; bit++)
    {
      if (levels & (1u << bit))
        g_string_append_printf (text,
                                "%s%s",
                                text->len > 0 ? " " : "",
                                drill_level_to_word (1 << bit));
    }

  return g_string_free (text, FALSE);
}

static void
append_number (GString *line,
               double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (line, g_ascii_formatd (digits, sizeof digits, "%.4g", value));
}

/* How well it is known; cells stay empty for what was never answered. */
static void
append_state (GString                  *line,
              const DrillSearchContext *context,
              const DrillIndexItem     *item,
              int                       today)
{
  g_string_append_printf (line, ",%u,%u,", item->tally.answers, item->lapses);
  if (item->tally.answers > 0)
    g_string_append_printf (line, "%d", item->tally.last_rating);
  g_string_append_c (line, ',');
  if (item->stability > 0)
    append_number (line, item->stability);
  g_string_append_c (line, ',');
  if (item->stability > 0)
    append_number (line, drill_index_item_recall (item, context->rules, today));
  g_string_append_c (line, ',');
  if (item->due_day > 0)
    {
      g_autoptr (GDate) date = g_date_new_julian ((guint32) (item->due_day + JULIAN_OF_1970));

      g_string_append_printf (line,
                              "%04u-%02u-%02u",
                              g_date_get_year (date),
                              g_date_get_month (date),
                              g_date_get_day (date));
    }
  g_string_append_c (line, '\n');
}

static void
append_line (GString                  *line,
             const DrillSearchContext *context,
             DrillItemSummary         *row,
             const DrillIndexItem     *item,
             int                       today)
{
  g_autofree char *levels = join_levels (drill_item_summary_get_levels (row));
  g_autofree char *topics = g_strjoinv (" ", (char **) drill_item_summary_get_topics (row));
  const char      *cells[] = { drill_item_summary_get_key (row),
                               drill_item_kind_to_word (drill_item_summary_get_kind (row)),
                               drill_item_summary_get_title (row),
                               levels,
                               topics,
                               drill_item_summary_get_pack (row) };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_cell (line, cells[i]);
    }
  append_state (line, context, item, today);
}

static void
append_part (GString         *text,
             const DrillPart *part)
{
  switch (part->role)
    {
    case DRILL_PART_KEY_POINT:
    case DRILL_PART_MISTAKE:
      g_string_append_printf (text,
                              "- %s%s\n",
                              part->role == DRILL_PART_MISTAKE ? "✗ " : "",
                              part->markdown);
      break;
    case DRILL_PART_BODY:
    case DRILL_PART_ANSWER:
    case DRILL_PART_EXPLANATION:
    case DRILL_PART_INTERVIEWER:
    case DRILL_PART_CANDIDATE:
    default:
      g_string_append_printf (text, "\n%s\n\n", part->markdown);
      break;
    }
}

static void
append_item (GString         *text,
             DrillItemRecord *record)
{
  const DrillItem *item = record->item;

  g_string_append_printf (text, "## %s\n\n", item->title_markdown);
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      if (part->role == DRILL_PART_BODY)
        append_part (text, part);
    }
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      g_string_append_printf (text,
                              "- [%c] %s. %s%s%s\n",
                              option->correct ? 'x' : ' ',
                              option->label,
                              option->markdown,
                              option->reason != NULL ? " — " : "",
                              option->reason != NULL ? option->reason : "");
    }
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      if (part->role != DRILL_PART_BODY)
        append_part (text, part);
    }
  g_string_append_c (text, '\n');
}

static gboolean
append_one (GString                  *text,
            const DrillSearchContext *context,
            const DrillItemIndex     *index,
            DrillItemSummary         *row,
            gint64                    id,
            DrillSearchFormat         format,
            GError                  **error)
{
  g_autoptr (DrillItemRecord) record = NULL;
  guint                       place;

  if (format == DRILL_SEARCH_CSV)
    {
      if (drill_item_index_find (index, id, &place))
        append_line (text,
                     context,
                     row,
                     &index->items[place],
                     drill_rules_day (context->rules, context->now_ms));
      return TRUE;
    }

  record = drill_item_record_load (context->connection, drill_item_summary_get_key (row), error);
  if (record == NULL)
    return FALSE;
  append_item (text, record);

  return TRUE;
}

/* @stream: stays open */
gboolean
drill_search_export (const DrillSearchContext *context,
                     const DrillSearchResult  *result,
                     DrillSearchFormat         format,
                     GOutputStream            *stream,
                     GCancellable             *cancellable,
                     GError                  **error)
{
  const DrillItemIndex *index;
  g_autoptr (GString)   text = g_string_new (format == DRILL_SEARCH_CSV ? CSV_HEADER : "");

  g_return_val_if_fail (context != NULL && result != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  index = drill_item_index_get (context->connection, error);
  if (index == NULL)
    return FALSE;

  for (guint i = 0; i < result->ids->len; i++)
    {
      g_autoptr (GPtrArray) rows
        = drill_search_load_rows (context->connection, result, i, 1, error);

      if (rows == NULL
          || (rows->len > 0
              && !append_one (text,
                              context,
                              index,
                              g_ptr_array_index (rows, 0),
                              g_array_index (result->ids, gint64, i),
                              format,
                              error)))
        return FALSE;
      if (text->len < PIECE)
        continue;
      if (!g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error))
        return FALSE;
      g_string_truncate (text, 0);
    }

  return g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);
}

/* A file is there as a whole or not at all. */
gboolean
drill_search_export_to_file (const DrillSearchContext *context,
                             const DrillSearchResult  *result,
                             DrillSearchFormat         format,
                             GFile                    *file,
                             GCancellable             *cancellable,
                             GError                  **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  stream
    = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (drill_search_export (context, result, format, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  {
    g_autoptr (GCancellable) abandon = g_cancellable_new ();

    /* Closed while cancelled, a replacement is thrown away. */
    g_cancellable_cancel (abandon);
    g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
  }

  return FALSE;
}
