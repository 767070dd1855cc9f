/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One line per item, part and option, indented below what it belongs to:
 *
 *     question 1 [Mid-level,Senior] #id: Title
 *       answer: text, with line ends written as |
 *       must: a key point
 *       follow-up: Title
 *         answer: text
 *     mcq 1: Title
 *       A: an option
 *       B*: the right one  -- its reason
 */

#include "config.h"

#include "show.h"

#include <string.h>

static void
append_text (GString    *out,
             const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (out, *at == '\n' ? '|' : *at);
  g_string_append_c (out, '\n');
}

static const char *
part_word (const DrillPart *part)
{
  static const char *const words[] = {
    NULL,     "body",        "answer",      "point",     "mistake",
    "explanation", "interviewer", "candidate",
  };
  static const char *const grades[] = { "point", "must", "good", "excellent" };

  return part->role == DRILL_PART_KEY_POINT ? grades[part->grade] : words[part->role];
}

static void
append_levels (GString *out,
               guint    levels)
{
  const char *separator = " [";

  for (guint bit = 0; bit < 8; bit++)
    if (levels & (1u << bit))
      {
        g_string_append_printf (out, "%s%s", separator, drill_level_to_word (1u << bit));
        separator = ",";
      }
  if (levels != 0)
    g_string_append_c (out, ']');
}

static void
append_words (GString    *out,
              const char *name,
              GPtrArray  *words)
{
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? name : ",",
                            (const char *) g_ptr_array_index (words, i));
}

static void
append_item (GString         *out,
             const DrillItem *item,
             guint            depth)
{
  g_string_append_printf (out, "%*s%s", (int) depth * 2, "", drill_item_kind_to_word (item->kind));
  if (item->number > 0)
    g_string_append_printf (out, " %u", item->number);
  append_levels (out, item->levels);
  if (item->id != NULL)
    g_string_append_printf (out, " #%s", item->id);
  append_words (out, " topics=", item->topics);
  append_words (out, " refs=", item->refs);
  if (item->minutes > 0)
    g_string_append_printf (out, " minutes=%u", item->minutes);
  g_string_append (out, ": ");
  append_text (out, item->title);

  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      g_string_append_printf (out, "%*s", (int) depth * 2 + 2, "");
      if (part->turn > 0)
        g_string_append_printf (out, "%u ", part->turn);
      g_string_append_printf (out, "%s: ", part_word (part));
      append_text (out, part->markdown);
    }
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);
      g_autofree char   *text = g_strconcat (option->markdown, option->reason != NULL ? "  -- " : "",
                                             option->reason, NULL);

      g_string_append_printf (out, "%*s%s%s: ", (int) depth * 2 + 2, "", option->label,
                              option->correct ? "*" : "");
      append_text (out, text);
    }
  for (guint i = 0; i < item->children->len; i++)
    append_item (out, g_ptr_array_index (item->children, i), depth + 1);
}

char *
show_chapter (const DrillChapter *chapter)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < chapter->items->len; i++)
    append_item (out, g_ptr_array_index (chapter->items, i), 0);

  return g_string_free (out, FALSE);
}

/* "3 W101, 7 E012" */
char *
show_diagnostics (const DrillDiagnostics *diagnostics)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < drill_diagnostics_get_length (diagnostics); i++)
    {
      const DrillDiagnostic *problem = drill_diagnostics_get (diagnostics, i);

      g_string_append_printf (out, "%s%u %s", i > 0 ? ", " : "", problem->line, problem->code);
    }

  return g_string_free (out, FALSE);
}

char *
show_parsed (const char *markdown,
             char      **diagnostics)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = drill_chapter_parse ("test.md", markdown,
                                                              strlen (markdown), found);

  if (diagnostics != NULL)
    *diagnostics = show_diagnostics (found);

  return show_chapter (chapter);
}

static void
check_case (gconstpointer data)
{
  const ShowCase  *self = data;
  g_autofree char *problems = NULL;
  g_autofree char *shown = show_parsed (self->markdown, &problems);

  g_assert_cmpstr (shown, ==, self->shown);
  if (self->problems != NULL)
    g_assert_cmpstr (problems, ==, self->problems);
}

/* Adds a test for each case of a table. */
void
show_add_cases (const char     *path,
                const ShowCase *cases,
                gsize           n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *full = g_strdup_printf ("%s/%s", path, cases[i].name);

      g_test_add_data_func (full, &cases[i], check_case);
    }
}
