/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Documents as paragraphs, and those as CommonMark. */

#include "config.h"

#include "ui/widgets/document.h"

#include <string.h>

static void
paragraph_free (gpointer data)
{
  DrillParagraph *paragraph = data;

  g_free (paragraph->markdown);
  g_free (paragraph);
}

GPtrArray *
drill_document_new (void)
{
  return g_ptr_array_new_with_free_func (paragraph_free);
}

/* @markdown: (transfer full) */
void
drill_document_add (GPtrArray         *document,
                    DrillParagraphKind kind,
                    char              *markdown)
{
  DrillParagraph *paragraph = g_new0 (DrillParagraph, 1);

  g_return_if_fail (document != NULL);

  paragraph->kind = kind;
  paragraph->markdown = markdown;
  g_ptr_array_add (document, paragraph);
}

/* Every line after the first is indented, so that it stays in its list item. */
static void
append_indented (GString    *text,
                 const char *first,
                 const char *rest,
                 const char *paragraph)
{
  g_auto (GStrv) lines = g_strsplit (paragraph, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s%s\n", i == 0 ? first : rest, lines[i]);
}

/* What was typed, so that no character of it is taken for markup. */
static char *
escape (const char *plain)
{
  GString *text = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    {
      if (strchr ("\\`*_{}[]()#+-.!<>|&~", *p) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

char *
drill_document_to_markdown (GPtrArray *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DrillParagraphKind  previous = DRILL_PARAGRAPH_TITLE;

  g_return_val_if_fail (document != NULL, NULL);

  for (guint i = 0; i < document->len; i++)
    {
      const DrillParagraph *paragraph = g_ptr_array_index (document, i);
      g_autofree char      *escaped = NULL;

      if (paragraph->kind == DRILL_PARAGRAPH_CHART)
        continue;
      if (i > 0 && (paragraph->kind != DRILL_PARAGRAPH_BULLET || previous != DRILL_PARAGRAPH_BULLET))
        g_string_append_c (text, '\n');
      switch (paragraph->kind)
        {
        case DRILL_PARAGRAPH_TITLE:
          g_string_append_printf (text, "# %s\n", paragraph->markdown);
          break;
        case DRILL_PARAGRAPH_HEADING:
          g_string_append_printf (text, "## %s\n", paragraph->markdown);
          break;
        case DRILL_PARAGRAPH_BULLET:
          append_indented (text, "- ", "  ", paragraph->markdown);
          break;
        case DRILL_PARAGRAPH_QUOTE:
          escaped = escape (paragraph->markdown);
          append_indented (text, "  > ", "  > ", escaped);
          break;
        case DRILL_PARAGRAPH_TEXT:
        case DRILL_PARAGRAPH_CHART:
        default:
          g_string_append_printf (text, "%s\n", paragraph->markdown);
        }
      previous = paragraph->kind;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
