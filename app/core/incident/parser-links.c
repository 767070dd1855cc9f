/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What may not stand anywhere in a scenario, however deep: raw HTML, images,
 * links that leave the folder, and mechanics where the engine would not see
 * them. A comment in HTML syntax shows nothing and is let through.
 */

#include "config.h"

#include "incident/folder.h"
#include "incident/markdown.h"
#include "incident/parser-private.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
is_comment (cmark_node *node)
{
  g_autofree char *text = g_strstrip (g_strdup (cmark_node_get_literal (node)));
  const char      *end = strstr (text, "-->");

  return g_str_has_prefix (text, "<!--") && end != NULL && end[3] == '\0';
}

static void
check_link (DrillParser *self,
            cmark_node  *link)
{
  const char      *url = cmark_node_get_url (link);
  guint            line = drill_markdown_line (link);
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (*url == '#')
    return;

  file = g_uri_unescape_string (url, NULL);
  if (file == NULL || !drill_folder_is_inside (file))
    {
      drill_parser_error (self, line, "S040", "“%s” is not a file inside the scenario's folder", url);
      return;
    }
  path = drill_folder_resolve (self->scenario->folder, file, &error);
  if (path == NULL)
    drill_parser_error (self,
                        line,
                        g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ? "S040" : "S041",
                        "%s",
                        error->message);
}

static void
check_code (DrillParser *self,
            cmark_node  *block)
{
  const char *info = cmark_node_get_fence_info (block);

  if (cmark_node_get_type (cmark_node_parent (block)) == CMARK_NODE_DOCUMENT)
    return;
  if (strcmp (info, "sim") == 0 || g_str_has_prefix (info, "regime"))
    drill_parser_error (self,
                        drill_markdown_line (block),
                        "S010",
                        "A %s block must start at the margin, outside lists and quotes",
                        *info == 's' ? "sim" : "regime");
}

void
drill_parser_links (DrillParser *self,
                    cmark_node  *document)
{
  cmark_iter *iter = cmark_iter_new (document);

  for (cmark_event_type event = cmark_iter_next (iter); event != CMARK_EVENT_DONE; event = cmark_iter_next (iter))
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event != CMARK_EVENT_ENTER)
        continue;
      switch (cmark_node_get_type (node))
        {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
          if (!is_comment (node))
            drill_parser_error (self, drill_markdown_line (node), "S004", "Raw HTML is not shown; use Markdown");
          break;
        case CMARK_NODE_IMAGE:
          drill_parser_error (self,
                              drill_markdown_line (node),
                              "S004",
                              "Images are not shown; describe it, or link to samples as a chart");
          break;
        case CMARK_NODE_LINK:
          check_link (self, node);
          break;
        case CMARK_NODE_CODE_BLOCK:
          check_code (self, node);
          break;
        default:
          break;
        }
    }
  cmark_iter_free (iter);
}
