/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What is allowed but not good: checks over a chapter that has been read. Nothing
 * here keeps an item out.
 */

#include "config.h"

#include "pack/lint.h"

#include "pack/blocks.h"

#include <string.h>

#define MIN_KEYS_SAME 4
#define MIN_KEYS_SHARE 10
#define MAX_KEY_SHARE 40 /* percent */
#define MIN_LENGTH_GAP 8 /* characters */

static void
check_titles (const DrillSource  *source,
              const DrillChapter *chapter)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);
      const DrillItem *first = g_hash_table_lookup (seen, item->title);

      if (first == NULL)
        g_hash_table_insert (seen, item->title, (gpointer) item);
      else
        drill_source_warn (source,
                           item->line,
                           "W111",
                           "line %u has the same title; tell the two apart",
                           first->line);
    }
}

static void
check_refs_of (const DrillSource *source,
               const DrillItem   *item,
               GHashTable        *known)
{
  for (guint i = 0; i < item->refs->len; i++)
    {
      const char *id = g_ptr_array_index (item->refs, i);

      if (!g_hash_table_contains (known, id))
        drill_source_warn (source,
                           item->line,
                           "W170",
                           "there is no reference with the id \"%.63s\"; add it below References",
                           id);
    }
}

static void
check_refs (const DrillSource  *source,
            const DrillChapter *chapter)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chapter->references->len; i++)
    {
      DrillReference *reference = g_ptr_array_index (chapter->references, i);
      DrillReference *first = NULL;

      if (reference->id == NULL)
        continue;
      first = g_hash_table_lookup (known, reference->id);
      if (first != NULL)
        drill_source_error (source,
                            reference->line,
                            "E020",
                            "the reference id \"%s\" is taken by line %u; give this one its own",
                            reference->id,
                            first->line);
      else
        g_hash_table_insert (known, reference->id, reference);
    }

  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      check_refs_of (source, item, known);
      for (guint j = 0; j < item->children->len; j++)
        check_refs_of (source, g_ptr_array_index (item->children, j), known);
    }
}

/* Index of the only right option, or -1. */
static int
single_key (const DrillItem *item)
{
  int key = -1;

  for (guint i = 0; i < item->options->len; i++)
    if (((DrillOption *) g_ptr_array_index (item->options, i))->correct)
      {
        if (key >= 0)
          return -1;
        key = i;
      }

  return key;
}

/* Keys that can be guessed without reading the question. */
static void
check_key_spread (const DrillSource  *source,
                  const DrillChapter *chapter)
{
  guint counts[32] = { 0 };
  guint total = 0;
  guint most = 0;
  guint line = 0;

  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);
      int              key = item->kind == DRILL_ITEM_MCQ ? single_key (item) : -1;

      if (key < 0 || key >= (int) G_N_ELEMENTS (counts))
        continue;
      if (line == 0)
        line = item->line;
      total++;
      counts[key]++;
      if (counts[key] > counts[most])
        most = key;
    }

  if (total >= MIN_KEYS_SAME && counts[most] == total)
    drill_source_warn (source,
                       line,
                       "W150",
                       "the key is option %u in every question; spread the keys",
                       most + 1);
  else if (total >= MIN_KEYS_SHARE && counts[most] * 100 > total * MAX_KEY_SHARE)
    drill_source_warn (source,
                       line,
                       "W150",
                       "option %u is the key of %u in %u questions; spread the keys",
                       most + 1,
                       counts[most],
                       total);
}

static gboolean
is_catch_all (const char *text)
{
  static const char *const phrases[] = {
    "all of the above", "none of the above", "all the above",   "none of these",
    "all of these",     "both a and b",      "all are correct",
  };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_str_has_prefix (lower, phrases[i]))
      return TRUE;

  return FALSE;
}

static void
check_options (const DrillSource *source,
               const DrillItem   *item)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  glong                  key_length = 0;
  glong                  longest = 0;
  int                    key = single_key (item);

  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);
      g_autofree char   *plain = drill_markdown_to_plain (option->markdown);
      glong              length = g_utf8_strlen (plain, -1);

      if ((int) i == key)
        key_length = length;
      else
        longest = MAX (longest, length);
      if (is_catch_all (plain))
        drill_source_warn (source,
                           option->line,
                           "W153",
                           "options are shuffled when they are shown; say what is meant instead of "
                           "\"%.40s\"",
                           plain);
      if (!g_hash_table_add (texts, g_strdup (option->markdown)))
        drill_source_warn (source,
                           option->line,
                           "W152",
                           "option %s repeats the text of another; change or drop it",
                           option->label);
    }

  if (key >= 0 && key_length * 2 >= longest * 3 && key_length - longest >= MIN_LENGTH_GAP)
    drill_source_warn (source,
                       item->line,
                       "W151",
                       "the right option is longer than all others by half, which gives it away; "
                       "even them out");
}

void
drill_lint_chapter (const DrillSource  *source,
                    const DrillChapter *chapter)
{
  check_titles (source, chapter);
  check_refs (source, chapter);
  check_key_spread (source, chapter);
  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      if (item->kind == DRILL_ITEM_MCQ)
        check_options (source, item);
    }
}

/* "![text](address "title")": Returns: (nullable): the address */
static char *
image_address (DrillSlice text)
{
  const char *end = drill_slice_find (text, "](");
  DrillSlice  address;

  if (end == NULL)
    return NULL;
  address = drill_slice_chug ((DrillSlice){ end + 2, text.end });
  drill_slice_eat (&address, "<");
  for (end = address.at; end < address.end; end++)
    if (g_ascii_isspace (*end) || *end == ')' || *end == '>')
      break;

  return drill_slice_dup ((DrillSlice){ address.at, end });
}

static void
check_image (const DrillSource *source,
             guint              index,
             DrillSlice         text,
             const char        *folder)
{
  g_autofree char *address = image_address (text);
  g_autofree char *decoded = NULL;
  g_autofree char *path = NULL;

  if (address == NULL || *address == '\0')
    return;
  if (strstr (address, "://") != NULL || g_str_has_prefix (address, "//"))
    {
      drill_source_warn (source,
                         index + 1,
                         "W140",
                         "images are never fetched; put a copy beside this file");
      return;
    }
  if (folder == NULL)
    return;

  decoded = g_uri_unescape_string (address, NULL);
  if (decoded == NULL)
    decoded = g_strdup (address);
  path = g_build_filename (folder, decoded, NULL);
  if (g_path_is_absolute (decoded) || strstr (decoded, "..") != NULL
      || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    drill_source_warn (source,
                       index + 1,
                       "W141",
                       "there is no image \"%.80s\" in this file's folder; add it or correct the "
                       "name",
                       address);
}

/* Whether a tag opens here: "<b>", "</i>", "<br/>", "<a href=...>", no address and
 * no comparison. */
static gboolean
is_tag (DrillSlice text)
{
  DrillSlice  rest = text;
  const char *end = memchr (text.at, '>', MIN (drill_slice_length (text), 200));

  drill_slice_eat (&rest, "<");
  drill_slice_eat (&rest, "/");
  if (end == NULL || drill_slice_is_empty (rest) || !g_ascii_isalpha (*rest.at))
    return FALSE;
  while (rest.at < end && (g_ascii_isalnum (*rest.at) || *rest.at == '-'))
    rest.at++;

  return rest.at == end || *rest.at == '/'
         || (g_ascii_isspace (*rest.at) && memchr (rest.at, '=', end - rest.at) != NULL);
}

static void
check_text (const DrillSource *source,
            guint              index,
            const char        *folder)
{
  DrillSlice text = drill_source_get_line (source, index);
  gboolean   in_code = FALSE;
  gboolean   told = FALSE;

  for (const char *at = text.at; at < text.end; at++)
    {
      DrillSlice rest = { at, text.end };

      if (*at == '`')
        in_code = !in_code;
      else if (in_code || told)
        continue;
      else if (*at == '\\')
        at++;
      else if (*at == '!' && drill_slice_starts_with (rest, "!["))
        {
          check_image (source, index, rest, folder);
          told = TRUE;
        }
      else if (*at == '<' && is_tag (rest))
        {
          drill_source_warn (source,
                             index + 1,
                             "W142",
                             "raw HTML is not shown; write it as Markdown");
          told = TRUE;
        }
    }
}

/**
 * drill_lint_lines:
 * @folder: (nullable): where the file's images are looked for; NULL to leave them
 */
void
drill_lint_lines (const DrillSource *source,
                  const char        *folder)
{
  for (guint i = 0; i < source->n_lines; i++)
    {
      const DrillLine *line = &source->lines[i];

      if (line->kind == DRILL_LINE_HTML && line->opens)
        drill_source_warn (source, i + 1, "W142", "raw HTML is not shown; write it as Markdown");
      else if (line->kind == DRILL_LINE_TEXT || line->kind == DRILL_LINE_HEADING)
        check_text (source, i, folder);
    }
}
