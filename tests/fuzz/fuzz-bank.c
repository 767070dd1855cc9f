/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any bytes as somebody else's bank. The first byte says what the file is called,
 * which decides which reader gets it; the rest is the file. What comes out has to
 * keep the promises of the item's header.
 */

#include "config.h"

#include "pack/blocks.h"
#include "pack/chapter.h"
#include "pack/dialects/bank.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static const char *const names[] = {
  "bank.md", "bank.txt", "bank.gift", "bank.aiken", "bank.csv", "bank.tsv", "notes.txt",
};

static void
check_text (const char *markdown)
{
  g_autofree char *plain = drill_markdown_to_plain (markdown);

  g_assert_true (g_utf8_validate (markdown, -1, NULL));
  g_assert_true (g_utf8_validate (plain, -1, NULL));
}

static void
check_item (const DrillItem *item,
            guint            n_lines)
{
  guint keys = 0;

  g_assert_cmpstr (item->title, !=, "");
  g_assert_null (strchr (item->title, '\n'));
  g_assert_cmpuint (item->line, >=, 1);
  g_assert_cmpuint (item->line, <=, item->end_line);
  g_assert_cmpuint (item->end_line, <=, n_lines);
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      g_assert_cmpstr (part->markdown, !=, "");
      check_text (part->markdown);
    }
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      g_assert_cmpstr (option->markdown, !=, "");
      check_text (option->markdown);
      keys += option->correct;
    }
  if (item->kind != DRILL_ITEM_MCQ)
    return;
  g_assert_cmpuint (item->options->len, >=, 2);
  g_assert_cmpuint (keys, >=, 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autoptr (DrillChapter)     bank = NULL;
  guint                        n_lines = 1;

  if (size == 0)
    return 0;
  chapter = drill_chapter_parse (names[data[0] % G_N_ELEMENTS (names)],
                                 (const char *) data + 1,
                                 size - 1,
                                 found);
  for (size_t i = 1; i < size; i++)
    n_lines += data[i] == '\n' || data[i] == '\r';
  for (guint i = 0; i < chapter->items->len; i++)
    check_item (g_ptr_array_index (chapter->items, i), n_lines);

  /* The reader of banks by itself, whatever the evidence is. */
  bank = drill_chapter_new ();
  drill_bank_read ("bank.md", (const char *) data + 1, size - 1, bank, found, NULL);
  for (guint i = 0; i < bank->items->len; i++)
    check_item (g_ptr_array_index (bank->items, i), n_lines);
  for (guint i = 0; i < drill_diagnostics_get_length (found); i++)
    g_assert_cmpuint (drill_diagnostics_get (found, i)->line, <=, n_lines);

  return 0;
}
