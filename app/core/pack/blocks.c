/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The tree that CommonMark gives, as blocks that the interface can show.
 *
 * The tree is walked with an iterator and an array of open containers, so depth in
 * the input is never depth on our stack. Below the limit a quote or a list is not
 * opened: what it holds goes to the last container that is. HTML is dropped but
 * for a line break, an image is its description, and an address that is not one
 * of the known kinds leaves its text behind as plain text.
 *
 * Some inputs make the parser of CommonMark itself slow, in the square of their
 * length. No part of an item is that long, so longer text is shown as it is.
 */

#include "config.h"

#include "pack/blocks.h"

#include <cmark.h>
#include <string.h>

#define MAX_BYTES (256 * 1024)

typedef struct
{
  GPtrArray  *open[DRILL_BLOCKS_MAX_DEPTH + 1]; /* where the next block goes, by depth */
  guint       depth;
  guint       too_deep; /* containers entered that were not opened */
  DrillBlock *leaf;     /* the paragraph or heading that is being read */
  GString    *run;      /* its text in one style, not yet a span */
  guint       run_style;
  char       *run_url;
  guint       strong;
  guint       emphasis;
  char       *url;
} Builder;

static void
span_free (gpointer data)
{
  DrillSpan *self = data;

  g_free (self->text);
  g_free (self->url);
  g_free (self);
}

void
drill_block_free (DrillBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_free (self->code);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
block_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drill_block_free);
}

static DrillBlock *
add_block (Builder       *self,
           DrillBlockKind kind)
{
  DrillBlock *block = g_new0 (DrillBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->open[self->depth], block);

  return block;
}

static gboolean
is_safe_url (const char *url)
{
  static const char *const prefixes[] = { "https://", "http://", "mailto:", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (url, prefixes[i], strlen (prefixes[i])) == 0
        && url[strlen (prefixes[i])] != '\0')
      return TRUE;

  return FALSE;
}

/* Makes a span of the text that has gathered. */
static void
end_run (Builder *self)
{
  DrillSpan *span;

  if (self->run->len > 0)
    {
      span = g_new0 (DrillSpan, 1);
      span->text = g_strndup (self->run->str, self->run->len);
      span->style = self->run_style;
      span->url = g_steal_pointer (&self->run_url);
      g_ptr_array_add (self->leaf->spans, span);
      g_string_truncate (self->run, 0);
    }
  g_clear_pointer (&self->run_url, g_free);
}

static void
add_text (Builder    *self,
          const char *text,
          guint       style)
{
  if (self->leaf == NULL || text == NULL || *text == '\0')
    return;
  if (self->strong > 0)
    style |= DRILL_SPAN_STRONG;
  if (self->emphasis > 0)
    style |= DRILL_SPAN_EMPHASIS;

  if (style != self->run_style || g_strcmp0 (self->url, self->run_url) != 0)
    {
      end_run (self);
      self->run_style = style;
      self->run_url = g_strdup (self->url);
    }
  else if (self->run_url == NULL)
    self->run_url = g_strdup (self->url);
  g_string_append (self->run, text);
}

static void
begin_leaf (Builder       *self,
            DrillBlockKind kind,
            guint          level)
{
  self->leaf = add_block (self, kind);
  self->leaf->level = level;
  self->leaf->spans = g_ptr_array_new_with_free_func (span_free);
}

/* A paragraph that held nothing but HTML is not there. */
static void
end_leaf (Builder *self)
{
  GPtrArray *siblings = self->open[self->depth];

  end_run (self);
  if (self->leaf->spans->len == 0)
    g_ptr_array_remove_index (siblings, siblings->len - 1);
  self->leaf = NULL;
}

static void
begin_container (Builder       *self,
                 cmark_node    *node,
                 DrillBlockKind kind)
{
  guint       needs = kind == DRILL_BLOCK_LIST ? 2 : 1;
  DrillBlock *block;

  if (self->too_deep > 0 || self->depth + needs > DRILL_BLOCKS_MAX_DEPTH)
    {
      self->too_deep++;
      return;
    }

  block = add_block (self, kind);
  block->children = block_list_new ();
  if (kind == DRILL_BLOCK_LIST)
    {
      block->ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
      block->start = MAX (cmark_node_get_list_start (node), 0);
    }
  self->open[++self->depth] = block->children;
}

static void
end_container (Builder *self)
{
  if (self->too_deep > 0)
    self->too_deep--;
  else
    self->depth--;
}

static void
add_code (Builder    *self,
          cmark_node *node)
{
  DrillBlock *block = add_block (self, DRILL_BLOCK_CODE);
  const char *info = cmark_node_get_fence_info (node);
  gsize       length = info != NULL ? strcspn (info, " \t") : 0;

  block->code = g_strdup (cmark_node_get_literal (node));
  if (g_str_has_suffix (block->code, "\n"))
    block->code[strlen (block->code) - 1] = '\0';
  if (length > 0)
    block->language = g_strndup (info, length);
}

/* "<br>" is the one tag that means something in text. */
static void
add_html (Builder    *self,
          const char *html)
{
  if (g_ascii_strncasecmp (html, "<br", 3) == 0 && strchr (" />", html[3]) != NULL)
    add_text (self, "\n", 0);
}

/* Links do not nest, but an image in a link is a link in our eyes. */
static void
begin_link (Builder    *self,
            cmark_node *node)
{
  const char *url = cmark_node_get_url (node);

  if (self->url == NULL && url != NULL && is_safe_url (url))
    self->url = g_strdup (url);
}

static void
visit_inline (Builder         *self,
              cmark_node      *node,
              cmark_event_type event)
{
  int step = event == CMARK_EVENT_ENTER ? 1 : -1;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      add_text (self, cmark_node_get_literal (node), 0);
      break;
    case CMARK_NODE_CODE:
      add_text (self, cmark_node_get_literal (node), DRILL_SPAN_CODE);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_text (self, " ", 0);
      break;
    case CMARK_NODE_LINEBREAK:
      add_text (self, "\n", 0);
      break;
    case CMARK_NODE_HTML_INLINE:
      add_html (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_STRONG:
      self->strong += step;
      break;
    case CMARK_NODE_EMPH:
      self->emphasis += step;
      break;
    case CMARK_NODE_LINK:
      if (event == CMARK_EVENT_ENTER)
        begin_link (self, node);
      else
        g_clear_pointer (&self->url, g_free);
      break;
    default:
      break;
    }
}

static void
visit (Builder         *self,
       cmark_node      *node,
       cmark_event_type event)
{
  gboolean       enter = event == CMARK_EVENT_ENTER;
  DrillBlockKind kind;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      kind = cmark_node_get_type (node) == CMARK_NODE_HEADING ? DRILL_BLOCK_HEADING :
                                                                DRILL_BLOCK_PARAGRAPH;
      if (enter)
        begin_leaf (self, kind, cmark_node_get_heading_level (node));
      else
        end_leaf (self);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
      kind = cmark_node_get_type (node) == CMARK_NODE_LIST ? DRILL_BLOCK_LIST :
             cmark_node_get_type (node) == CMARK_NODE_ITEM ? DRILL_BLOCK_LIST_ITEM :
                                                             DRILL_BLOCK_QUOTE;
      if (enter)
        begin_container (self, node, kind);
      else
        end_container (self);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_code (self, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      add_block (self, DRILL_BLOCK_RULE);
      break;
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_HTML_BLOCK:
      break;
    default:
      visit_inline (self, node, event);
    }
}

static cmark_node *
parse (const char *markdown)
{
  return cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
}

static void
add_plain (Builder    *self,
           const char *text)
{
  begin_leaf (self, DRILL_BLOCK_PARAGRAPH, 0);
  add_text (self, text, 0);
  end_leaf (self);
}

GPtrArray *
drill_blocks_parse (const char *markdown)
{
  GPtrArray       *blocks = block_list_new ();
  Builder          builder = { .open = { blocks }, .run = g_string_new (NULL) };
  cmark_node      *document;
  cmark_iter      *walk;
  cmark_event_type event;

  g_return_val_if_fail (markdown != NULL, blocks);

  if (strlen (markdown) > MAX_BYTES)
    add_plain (&builder, markdown);
  else
    {
      document = parse (markdown);
      walk = cmark_iter_new (document);
      while ((event = cmark_iter_next (walk)) != CMARK_EVENT_DONE)
        visit (&builder, cmark_iter_get_node (walk), event);
      cmark_iter_free (walk);
      cmark_node_free (document);
    }

  g_string_free (builder.run, TRUE);
  g_free (builder.run_url);
  g_free (builder.url);

  return blocks;
}

/* Whether a text is one line that CommonMark leaves as it is. */
static gboolean
is_plain_line (const char *text)
{
  return g_ascii_isalpha (*text) && strpbrk (text, "\\`*_[]<>&!\n\r\t") == NULL
         && strstr (text, "  ") == NULL && !g_str_has_suffix (text, " ");
}

static void
append_literal (GString    *out,
                const char *literal)
{
  for (const char *at = literal; at != NULL && *at != '\0'; at++)
    {
      if (*at != '\n' && *at != '\t')
        g_string_append_c (out, *at);
      else if (out->len > 0 && !g_ascii_isspace (out->str[out->len - 1]))
        g_string_append_c (out, ' ');
    }
}

static void
visit_plain (GString         *out,
             cmark_node      *node,
             cmark_event_type event)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      append_literal (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE_BLOCK:
      append_literal (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, ' ');
      break;
    case CMARK_NODE_HTML_INLINE:
      /* A line end; other tags say nothing in plain text. */
      if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
        g_string_append_c (out, ' ');
      break;
    default:
      break;
    }

  /* A line for every block that has text. */
  if ((event == CMARK_EVENT_EXIT || cmark_node_get_type (node) == CMARK_NODE_CODE_BLOCK)
      && cmark_node_get_type (node) <= CMARK_NODE_LAST_BLOCK)
    {
      while (out->len > 0 && g_ascii_isspace (out->str[out->len - 1]))
        g_string_truncate (out, out->len - 1);
      if (out->len > 0)
        g_string_append_c (out, '\n');
    }
}

char *
drill_markdown_to_plain (const char *markdown)
{
  GString         *out;
  cmark_node      *document;
  cmark_iter      *walk;
  cmark_event_type event;

  g_return_val_if_fail (markdown != NULL, NULL);

  if (is_plain_line (markdown) || strlen (markdown) > MAX_BYTES)
    return g_strdup (markdown);

  out = g_string_sized_new (strlen (markdown));
  document = parse (markdown);
  walk = cmark_iter_new (document);
  while ((event = cmark_iter_next (walk)) != CMARK_EVENT_DONE)
    visit_plain (out, cmark_iter_get_node (walk), event);
  cmark_iter_free (walk);
  cmark_node_free (document);
  if (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}
