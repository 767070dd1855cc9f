/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any bytes as a chapter. Besides not failing, what comes out has to keep the
 * promises of its header: no empty parts, titles of one line, one key or more per
 * MCQ, ids that are valid and used once, lines inside the file, and text that the
 * block parser takes.
 */

#include "config.h"

#include "pack/blocks.h"
#include "pack/chapter.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_markdown (const char *markdown)
{
  g_autoptr (GPtrArray) blocks = drill_blocks_parse (markdown);
  g_autofree char      *plain = drill_markdown_to_plain (markdown);

  g_assert_true (g_utf8_validate (markdown, -1, NULL));
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_nonnull (blocks);
}

static void
check_options (const DrillItem *item)
{
  guint keys = 0;

  g_assert_cmpuint (item->options->len, >=, 2);
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      g_assert_cmpstr (option->markdown, !=, "");
      g_assert_cmpstr (option->label, !=, "");
      g_assert_cmpuint (option->line, >=, item->line);
      check_markdown (option->markdown);
      if (option->reason != NULL)
        {
          g_assert_cmpstr (option->reason, !=, "");
          check_markdown (option->reason);
        }
      keys += option->correct;
    }
  g_assert_cmpuint (keys, >=, 1);
}

static void
check_parts (const DrillItem *item,
             guint            n_lines)
{
  guint turn = item->kind == DRILL_ITEM_TRANSCRIPT ? 0 : G_MAXUINT;
  guint single[DRILL_PART_CANDIDATE + 1] = { 0 };

  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      g_assert_cmpstr (part->markdown, !=, "");
      g_assert_cmpuint (part->line, >=, 1);
      g_assert_cmpuint (part->line, <=, n_lines);
      if (item->kind == DRILL_ITEM_TRANSCRIPT)
        {
          g_assert_cmpuint (part->turn, >=, turn);
          turn = part->turn;
        }
      else
        g_assert_cmpuint (part->turn, ==, 0);
      single[part->role]++;
      check_markdown (part->markdown);
    }
  g_assert_cmpuint (single[DRILL_PART_BODY], <=, 1);
  g_assert_cmpuint (single[DRILL_PART_ANSWER], <=, 1);
  g_assert_cmpuint (single[DRILL_PART_EXPLANATION], <=, 1);
}

static void
check_item (const DrillItem *item,
            GHashTable      *ids,
            guint            n_lines)
{
  g_assert_cmpstr (item->title, !=, "");
  g_assert_null (strchr (item->title, '\n'));
  g_assert_cmpuint (strlen (item->fingerprint), ==, 64);
  g_assert_cmpuint (item->line, >=, 1);
  g_assert_cmpuint (item->line, <=, item->end_line);
  g_assert_cmpuint (item->end_line, <=, n_lines);
  if (item->id != NULL)
    {
      g_assert_true (drill_id_is_valid (item->id));
      g_assert_true (g_hash_table_add (ids, item->id));
    }
  if (item->kind == DRILL_ITEM_MCQ)
    check_options (item);
  else
    g_assert_cmpuint (item->options->len, ==, 0);
  check_parts (item, n_lines);
  for (guint i = 0; i < item->children->len; i++)
    {
      const DrillItem *child = g_ptr_array_index (item->children, i);

      g_assert_cmpint (child->kind, ==, DRILL_ITEM_FOLLOW_UP);
      g_assert_cmpuint (child->children->len, ==, 0);
      check_item (child, ids, n_lines);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (GHashTable)       ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DrillChapter)     chapter = NULL;
  guint                        n_lines = 1;

  chapter = drill_chapter_parse ("fuzz.md", (const char *) data, size, found);
  for (size_t i = 0; i < size; i++)
    n_lines += data[i] == '\n' || data[i] == '\r';
  for (guint i = 0; i < chapter->items->len; i++)
    check_item (g_ptr_array_index (chapter->items, i), ids, n_lines);
  for (guint i = 0; i < chapter->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (chapter->references, i);

      g_assert_nonnull (reference->title);
      g_assert_true (reference->url == NULL || g_str_has_prefix (reference->url, "http")
                     || g_ascii_strncasecmp (reference->url, "http", 4) == 0);
    }
  for (guint i = 0; i < drill_diagnostics_get_length (found); i++)
    g_assert_cmpuint (drill_diagnostics_get (found, i)->line, <=, n_lines);

  return 0;
}
