/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A public bank in Markdown or plain text:
 *
 *     bytes --markup--> text --scanner--> lines --outline--> rows
 *     rows --groups--> runs of options --mcqs--> items
 *                                  \--details--> items
 *                                     \--headings--> items
 *
 * The readers take turns, the one with the surest signs first, and none sees the
 * rows that another one has taken. So a file may mix shapes.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/markup.h"
#include "pack/lint.h"

#include <string.h>

/* Starts an item whose title is @title, which may have inline markup. */
DrillDraft *
drill_bank_begin (DrillBank *self, DrillItemKind kind, guint row, DrillSlice title, guint number)
{
  DrillDraft      *draft = drill_draft_new (self->source, kind, row);
  g_autofree char *text = drill_slice_dup (title);

  g_strdelimit (text, "\n", ' ');
  drill_draft_take_title (draft, g_steal_pointer (&text));
  draft->item->number = number;

  return draft;
}

/* Gives an item the rows from @first to, not including, @end. */
void
drill_bank_add_rows (DrillDraft *draft, guint role, guint first, guint end)
{
  while (first < end && draft->source->lines[first].kind == DRILL_LINE_BLANK)
    first++;
  while (end > first && draft->source->lines[end - 1].kind == DRILL_LINE_BLANK)
    end--;
  if (first >= end)
    return;

  drill_draft_open (draft, role, first);
  draft->in_item = TRUE; /* an indent is a list's */
  drill_draft_add_line (draft, first);
  drill_draft_add_line (draft, end - 1);
}

/* Takes an item in, when it is sound. Frees @draft. */
void
drill_bank_admit (DrillBank *self, DrillDraft *draft)
{
  if (draft->item->kind == DRILL_ITEM_MCQ)
    drill_reader_finish_mcq (&self->reader, draft);
  else
    drill_reader_finish_question (&self->reader, draft);
  drill_reader_admit (&self->reader, draft, self->items);
  drill_draft_free (draft);
}

void
drill_bank_claim (DrillBank *self, guint first, guint end)
{
  if (first < end)
    memset (self->claimed + first,
            TRUE,
            MIN (end, self->outline->n_rows) - MIN (first, self->outline->n_rows));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const DrillItem *left = *(DrillItem *const *) a;
  const DrillItem *right = *(DrillItem *const *) b;

  return left->line < right->line ? -1 : left->line > right->line;
}

static void
take_title (DrillBank *self)
{
  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      if (self->outline->rows[row].kind != DRILL_ROW_HEADING || self->claimed[row])
        continue;
      if (self->reader.chapter->title == NULL)
        self->reader.chapter->title
          = drill_slice_dup (drill_slice_unwrap (drill_outline_get_text (self->outline, row)));
      return;
    }
}

static void
group_clear (gpointer data)
{
  DrillBankGroup *self = data;

  g_array_unref (self->options);
}

static void
read_rows (DrillBank *self)
{
  drill_bank_find_groups (self);
  drill_bank_read_mcqs (self);
  drill_bank_read_details (self);
  drill_bank_read_headings (self);
  take_title (self);
}

/**
 * drill_bank_read:
 * @name: path to show in messages
 * @chapter: gets what is sound
 * @diagnostics: gets what is wrong, in no order
 * @folder: (nullable): where images are looked for
 *
 * Returns: number of multiple-choice questions that came in
 */
guint
drill_bank_read (const char       *name,
                 const char       *text,
                 gsize             length,
                 DrillChapter     *chapter,
                 DrillDiagnostics *diagnostics,
                 const char       *folder)
{
  DrillMarkup markup = { 0 };
  DrillBank   self = { 0 };
  g_autoptr (DrillSource) source = NULL;
  guint n_mcqs = 0;

  if (length <= DRILL_CHAPTER_MAX_BYTES && g_utf8_validate_len (text, length, NULL))
    {
      drill_markup_clean (&markup, text, length);
      source = drill_source_new (name, markup.text->str, markup.text->len, diagnostics);
    }
  else
    source = drill_source_new (name, text, length, diagnostics);

  self.source = source;
  self.outline = drill_outline_new (source);
  self.claimed = g_new0 (guint8, source->n_lines + 1);
  self.groups = g_array_new (FALSE, FALSE, sizeof (DrillBankGroup));
  g_array_set_clear_func (self.groups, group_clear);
  self.strings = g_string_chunk_new (4096);
  self.items = chapter->items;
  self.reader = (DrillReader){ .source = source, .chapter = chapter, .foreign = TRUE };
  self.reader.topics = g_ptr_array_new_with_free_func (g_free);

  read_rows (&self);
  g_ptr_array_sort (chapter->items, compare_lines);
  for (guint i = 0; i < chapter->items->len; i++)
    n_mcqs += ((DrillItem *) g_ptr_array_index (chapter->items, i))->kind == DRILL_ITEM_MCQ;
  if (chapter->items->len > 0)
    {
      if (markup.n_dropped > 0)
        drill_source_warn (source,
                           markup.dropped_line,
                           "W142",
                           "raw HTML is shown without its tags here and in %u more lines; write it "
                           "as Markdown",
                           markup.n_dropped - 1);
      drill_lint_lines (source, folder);
    }

  g_ptr_array_unref (self.reader.topics);
  g_string_chunk_free (self.strings);
  g_array_unref (self.groups);
  g_free (self.claimed);
  drill_outline_free (self.outline);
  drill_markup_clear (&markup);

  return n_mcqs;
}

/* A short text, such as a flash card, as a bank of its own. */
DrillChapter *
drill_bank_read_text (const char *text, DrillDiagnostics *diagnostics)
{
  DrillChapter *chapter = drill_chapter_new ();

  drill_bank_read ("", text, strlen (text), chapter, diagnostics, NULL);

  return chapter;
}
