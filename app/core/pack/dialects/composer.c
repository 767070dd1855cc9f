/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* From texts to items, by way of the same drafts and the same gate as Markdown. */

#include "config.h"

#include "pack/dialects/composer.h"

#include "pack/blocks.h"
#include "pack/body.h"

#include <string.h>

#define MAX_TOPIC 62

void
drill_composer_init (DrillComposer *self, DrillSource *source, DrillChapter *chapter)
{
  self->reader = (DrillReader){ .source = source, .chapter = chapter, .foreign = TRUE };
  self->reader.topics = g_ptr_array_new_with_free_func (g_free);
  self->source = source;
  self->items = chapter->items;
}

void
drill_composer_clear (DrillComposer *self)
{
  g_clear_pointer (&self->reader.topics, g_ptr_array_unref);
}

/* Where the first paragraph ends, when it is one that fits on a line. */
static gsize
title_length (const char *text)
{
  const char *end;

  if (g_str_has_prefix (text, "```") || g_str_has_prefix (text, "~~~") || *text == '|')
    return 0;
  end = strstr (text, "\n\n");
  for (const char *at = text; *at != '\0' && (end == NULL || at < end); at++)
    if (*at == '\n'
        && (g_str_has_prefix (at + 1, "```") || g_str_has_prefix (at + 1, "- ")
            || g_str_has_prefix (at + 1, "* ") || at[1] == '|'
            || g_str_has_prefix (at + 1, "    ")))
      end = at;

  return end != NULL ? (gsize) (end - text) : strlen (text);
}

/**
 * drill_composer_begin:
 * @line: where the item starts, from 1
 * @markdown: the whole question; its first paragraph becomes the title
 */
DrillDraft *
drill_composer_begin (DrillComposer *self, DrillItemKind kind, guint line, const char *markdown)
{
  DrillDraft      *draft = drill_draft_new (self->source, kind, line - 1);
  g_autofree char *whole = g_strstrip (g_strdup (markdown));
  gsize            length = title_length (whole);
  g_autofree char *title = g_strndup (whole, length);

  g_strdelimit (title, "\n", ' ');
  drill_draft_take_title (draft, g_steal_pointer (&title));
  drill_composer_add_part (draft, DRILL_PART_BODY, whole + length);
  /* Code alone is asked about all the same. */
  if (length == 0 && *whole != '\0')
    drill_draft_take_title (draft, g_strdup ("Look at this."));

  return draft;
}

void
drill_composer_add_part (DrillDraft *draft, DrillPartRole role, const char *markdown)
{
  if (markdown == NULL || strspn (markdown, " \t\n") == strlen (markdown))
    return;

  drill_draft_open (draft, role, draft->item->line - 1);
  drill_draft_add_head (draft, markdown);
  drill_draft_close (draft);
}

void
drill_composer_add_option (DrillDraft *draft,
                           const char *markdown,
                           gboolean    correct,
                           const char *reason)
{
  DrillPiece *piece;
  guint       order = 0;

  for (guint i = 0; i < draft->pieces->len; i++)
    order += ((DrillPiece *) g_ptr_array_index (draft->pieces, i))->role == DRILL_PIECE_OPTION;
  piece = drill_draft_open (draft, DRILL_PIECE_OPTION, draft->item->line - 1);
  piece->order = order;
  piece->label[0] = 'A' + MIN (order, 25);
  piece->box = correct ? DRILL_BOX_TICKED : DRILL_BOX_EMPTY;
  piece->bullet = TRUE;
  drill_draft_add_head (draft, markdown);
  if (reason != NULL && *reason != '\0')
    {
      piece = drill_draft_open (draft, DRILL_PIECE_REASON, draft->item->line - 1);
      piece->order = order;
      piece->label[0] = 'A' + MIN (order, 25);
      drill_draft_add_head (draft, reason);
    }
  drill_draft_close (draft);
}

static char *
to_slug (const char *word)
{
  g_autoptr (GString) slug = g_string_new (NULL);

  for (const char *at = word; *at != '\0' && slug->len < MAX_TOPIC; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return drill_id_is_valid (slug->str) ? g_strdup (slug->str) : NULL;
}

/* Takes topics from a list with commas, semicolons or "::" between its words. */
void
drill_composer_add_topics (DrillDraft *draft, const char *words)
{
  g_auto (GStrv) list = NULL;

  if (words == NULL)
    return;
  list = g_strsplit_set (words, ",;/|:", 16);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *slug = to_slug (list[i]);
      gboolean         known = FALSE;

      for (guint j = 0; j < draft->item->topics->len && slug != NULL; j++)
        known |= strcmp (g_ptr_array_index (draft->item->topics, j), slug) == 0;
      if (slug != NULL && !known)
        g_ptr_array_add (draft->item->topics, g_steal_pointer (&slug));
    }
}

/* Takes an item in, when it is sound. Frees @draft. */
void
drill_composer_admit (DrillComposer *self, DrillDraft *draft)
{
  if (draft->item->kind == DRILL_ITEM_MCQ)
    drill_reader_finish_mcq (&self->reader, draft);
  else
    drill_reader_finish_question (&self->reader, draft);
  drill_reader_admit (&self->reader, draft, self->items);
  drill_draft_free (draft);
}

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (out, *at);

  return g_string_free (out, FALSE);
}

/**
 * drill_plain_to_markdown:
 * @text: text of a format that has no markup
 *
 * People write Markdown into such formats all the same. So the text stays as it is
 * where CommonMark shows it as it is, or where it has code or bold text in it; other
 * marks, such as the underscores of "__init__", are escaped.
 */
char *
drill_plain_to_markdown (const char *text)
{
  g_autofree char *plain = drill_markdown_to_plain (text);
  g_autofree char *shown = squeeze (plain);
  g_autofree char *meant = squeeze (text);
  GString         *out;

  if (strcmp (shown, meant) == 0 || strchr (text, '`') != NULL || strstr (text, "**") != NULL
      || strstr (text, "![") != NULL || strstr (text, "](") != NULL)
    return g_strdup (text);

  out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean at_start = at == text || at[-1] == '\n';

      if (strchr ("*_<&\\[]~", *at) != NULL || (at_start && strchr ("#>+-=|", *at) != NULL)
          || ((*at == '.' || *at == ')') && at > text && g_ascii_isdigit (at[-1])
              && (at - 1 == text || at[-2] == '\n')))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }

  return g_string_free (out, FALSE);
}
