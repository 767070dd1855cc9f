/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Questions that the parser asks about nodes of the CommonMark tree: what does
 * it say, what link does it start with, is it a label.
 *
 * Prose is kept as CommonMark, rendered again from the tree, so that whoever
 * shows it need not know from which lines it came.
 */

#include "config.h"

#include "incident/markdown.h"

#include <stdlib.h>
#include <string.h>

/* The text of @node without any markup, on one line. */
char *
drill_markdown_plain (cmark_node *node)
{
  g_autoptr (GString) out = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (node);

  for (cmark_event_type event = cmark_iter_next (iter); event != CMARK_EVENT_DONE; event = cmark_iter_next (iter))
    {
      cmark_node *at = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_EXIT && cmark_node_get_type (at) == CMARK_NODE_PARAGRAPH && out->len > 0)
        g_string_append_c (out, ' ');
      if (event != CMARK_EVENT_ENTER)
        continue;
      switch (cmark_node_get_type (at))
        {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
          g_string_append (out, cmark_node_get_literal (at));
          break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
          g_string_append_c (out, ' ');
          break;
        default:
          break;
        }
    }
  cmark_iter_free (iter);

  return g_strstrip (g_string_free (g_steal_pointer (&out), FALSE));
}

/* The CommonMark of @node, without the line end that the renderer adds. */
char *
drill_markdown_source (cmark_node *node)
{
  char *rendered = cmark_render_commonmark (node, CMARK_OPT_DEFAULT, 0);
  char *copy = g_strdup (rendered);

  /* The renderer allocates with malloc(). */
  free (rendered);
  return g_strchomp (copy);
}

/* Adds @node as one more block of the document in @out. */
void
drill_markdown_append (GString    *out,
                       cmark_node *node)
{
  g_autofree char *source = drill_markdown_source (node);

  if (*source == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, source);
}

/* The line that @node, or else what contains it, starts on. */
guint
drill_markdown_line (cmark_node *node)
{
  int line = 0;

  for (; node != NULL && line <= 0; node = cmark_node_parent (node))
    line = cmark_node_get_start_line (node);

  return MAX (line, 0);
}

/* Returns: (transfer none) (nullable): the link that a list item starts with */
cmark_node *
drill_markdown_leading_link (cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *link;

  if (paragraph == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH)
    return NULL;

  link = cmark_node_first_child (paragraph);
  if (link == NULL || cmark_node_get_type (link) != CMARK_NODE_LINK)
    return NULL;

  return link;
}

/**
 * drill_markdown_label:
 * @label: (out): the label's words without the colon
 *
 * A label is a paragraph that starts with strong text ending in a colon; the
 * colon may also stand right behind it.
 *
 * Returns: (transfer none) (nullable): the strong node, or %NULL when @paragraph
 *   is no label
 */
cmark_node *
drill_markdown_label (cmark_node *paragraph,
                      char      **label)
{
  g_autofree char *text = NULL;
  cmark_node      *strong;
  cmark_node      *next;
  gsize            length;

  if (cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH)
    return NULL;
  strong = cmark_node_first_child (paragraph);
  if (strong == NULL || cmark_node_get_type (strong) != CMARK_NODE_STRONG)
    return NULL;

  text = drill_markdown_plain (strong);
  length = strlen (text);
  next = cmark_node_next (strong);
  if (length > 1 && text[length - 1] == ':')
    {
      text[length - 1] = '\0';
    }
  else if (length == 0 || next == NULL || cmark_node_get_type (next) != CMARK_NODE_TEXT
           || *cmark_node_get_literal (next) != ':')
    {
      return NULL;
    }

  *label = g_strdup (g_strstrip (text));
  return strong;
}

static gboolean
is_space (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    return TRUE;

  return type == CMARK_NODE_TEXT && strspn (cmark_node_get_literal (node), " \t,") == strlen (cmark_node_get_literal (node));
}

/**
 * drill_markdown_take_words:
 * @item: a list item, whose trailing code spans are removed from the tree
 *
 * Returns: (transfer full) (element-type utf8): their texts, in order
 */
GPtrArray *
drill_markdown_take_words (cmark_node *item)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *last;

  if (paragraph == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH)
    return g_steal_pointer (&words);

  last = cmark_node_last_child (paragraph);
  while (last != NULL)
    {
      cmark_node *previous = cmark_node_previous (last);
      gboolean    code = cmark_node_get_type (last) == CMARK_NODE_CODE;

      if (!code && !is_space (last))
        break;
      if (code)
        g_ptr_array_insert (words, 0, g_strdup (cmark_node_get_literal (last)));
      cmark_node_unlink (last);
      cmark_node_free (last);
      last = previous;
    }

  return g_steal_pointer (&words);
}

/* Drops the colon that may stand between a label or a link and its text. */
static void
drop_colon (cmark_node *paragraph)
{
  cmark_node *first = cmark_node_first_child (paragraph);

  if (first != NULL && cmark_node_get_type (first) == CMARK_NODE_TEXT && *cmark_node_get_literal (first) == ':')
    {
      g_autofree char *rest = g_strdup (cmark_node_get_literal (first) + 1);

      cmark_node_set_literal (first, rest);
    }
}

/* The CommonMark of what follows @node in its paragraph; @node and what is
 * before it are removed from the tree. */
char *
drill_markdown_rest (cmark_node *node)
{
  cmark_node *paragraph = cmark_node_parent (node);
  cmark_node *first;

  while ((first = cmark_node_first_child (paragraph)) != NULL)
    {
      gboolean done = first == node;

      cmark_node_unlink (first);
      cmark_node_free (first);
      if (done)
        break;
    }
  drop_colon (paragraph);
  while ((first = cmark_node_first_child (paragraph)) != NULL && is_space (first))
    {
      cmark_node_unlink (first);
      cmark_node_free (first);
    }

  return g_strstrip (drill_markdown_source (paragraph));
}
