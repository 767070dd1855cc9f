/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The blocks of the top level, one after the other: headings open sections,
 * labels redirect the text below them, quotes speak, fences hold mechanics.
 */

#include "config.h"

#include "incident/markdown.h"
#include "incident/parser-private.h"
#include "incident/value.h"

#include <string.h>

/* Ends the prose that was being collected, because something else follows. */
static void
flush_prose (DrillParser *self)
{
  if (self->prose->len > 0)
    drill_scenario_beat_add (self->section->beats, DRILL_BEAT_PROSE, drill_parser_take (self->prose), NULL, 0);
}

void
drill_parser_end_section (DrillParser *self)
{
  if (self->section != NULL)
    {
      flush_prose (self);
      self->section->model_answer = drill_parser_take (self->model_answer);
      self->section->mistakes = drill_parser_take (self->mistakes);
    }
  self->section = NULL;
  self->part = DRILL_PARSER_PROSE;
  self->sim_line = 0;
  g_clear_pointer (&self->group, g_free);
  g_hash_table_remove_all (self->seen);
}

/* Only letters, digits, spaces and hyphens get the same anchor everywhere. */
static gboolean
is_plain_heading (cmark_node *heading,
                  const char *text)
{
  cmark_node *first = cmark_node_first_child (heading);

  for (cmark_node *child = first; child != NULL; child = cmark_node_next (child))
    {
      if (cmark_node_get_type (child) != CMARK_NODE_TEXT)
        return FALSE;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != ' ' && c != '-')
        return FALSE;
    }

  return *text != '\0';
}

static void
start_section (DrillParser *self,
               cmark_node  *heading,
               const char  *text)
{
  DrillScenarioSection *section;
  guint                 line = drill_markdown_line (heading);

  drill_parser_end_section (self);
  if (!is_plain_heading (heading, text))
    drill_parser_error (self,
                        line,
                        "S006",
                        "Use only letters, digits, spaces and hyphens in “%s”, so that links to it work everywhere",
                        text);

  section = drill_scenario_section_new (text, line);
  if (g_hash_table_contains (self->anchors, section->slug))
    drill_parser_error (self, line, "S003", "Another heading already has the anchor #%s", section->slug);
  g_hash_table_add (self->anchors, g_strdup (section->slug));

  self->in_debrief = strcmp (section->slug, "debrief") == 0;
  if (self->in_debrief)
    {
      self->scenario->debrief_line = line;
      drill_scenario_section_free (section);
      return;
    }
  if (self->scenario->sections->len == DRILL_SCENARIO_MAX_SECTIONS)
    drill_parser_error (self, line, "S001", "There are more than %d sections", DRILL_SCENARIO_MAX_SECTIONS);

  section->index = self->scenario->sections->len;
  g_ptr_array_add (self->scenario->sections, section);
  self->section = section;
}

/* Whether the source line of a heading starts with "#", or is underlined. */
static gboolean
is_underlined (DrillParser *self,
               guint        line)
{
  gsize       size;
  const char *text = g_bytes_get_data (self->text, &size);
  const char *end = text + size;

  for (guint at = 1; at < line && text < end; text++)
    at += *text == '\n' || (*text == '\r' && text + 1 < end && text[1] != '\n');
  while (text < end && (*text == ' ' || *text == '\n'))
    text++;
  if (end - text >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    text += 3;

  return text == end || *text != '#';
}

static void
read_heading (DrillParser *self,
              cmark_node  *heading)
{
  g_autofree char *text = drill_markdown_plain (heading);
  g_autofree char *anchor = drill_value_make_anchor (text);
  guint            line = drill_markdown_line (heading);
  int              level = cmark_node_get_heading_level (heading);

  if (is_underlined (self, line))
    {
      drill_parser_error (self,
                          line,
                          "S005",
                          "This reads as an underlined heading; start headings with #, and write no front matter");
      return;
    }

  if (level == 1)
    {
      if (self->scenario->title != NULL)
        drill_parser_error (self, line, "S002", "There is already a title on line %u", self->scenario->title_line);
      else if (self->section != NULL || self->in_debrief || *text == '\0')
        drill_parser_error (self, line, "S002", "The title must come first and must not be empty");
      g_free (self->scenario->title);
      self->scenario->title = g_steal_pointer (&text);
      self->scenario->title_line = line;
    }
  else if (level == 2)
    {
      start_section (self, heading, text);
      return;
    }
  else if (level == 3 && self->section != NULL)
    {
      flush_prose (self);
      g_free (self->group);
      self->group = g_steal_pointer (&text);
      self->part = DRILL_PARSER_PROSE;
    }
  else
    {
      drill_markdown_append (self->in_debrief         ? self->debrief
                             : self->section == NULL  ? self->briefing
                                                      : self->prose,
                             heading);
    }
  g_hash_table_add (self->anchors, g_steal_pointer (&anchor));
}

/* Where text goes that is neither a choice nor evidence. Returns: (transfer none) */
GString *
drill_parser_target (DrillParser *self)
{
  if (self->in_debrief)
    return self->debrief;
  if (self->section == NULL)
    return self->briefing;
  if (self->part == DRILL_PARSER_MODEL_ANSWER)
    return self->model_answer;
  if (self->part == DRILL_PARSER_MISTAKES)
    return self->mistakes;

  return self->prose;
}

static void
read_code (DrillParser *self,
           cmark_node  *block)
{
  g_autofree char *info = g_strstrip (g_strdup (cmark_node_get_fence_info (block)));
  guint            line = drill_markdown_line (block);

  if (strcmp (info, "sim") == 0 && self->in_debrief)
    {
      drill_parser_error (self, line, "S010", "The debrief takes no sim block");
    }
  else if (strcmp (info, "sim") == 0)
    {
      if (self->sim_line > 0)
        drill_parser_error (self, line, "S011", "There is already a sim block on line %u", self->sim_line);
      self->sim_line = line;
      if (self->section == NULL)
        {
          self->header_line = line;
          drill_parser_header (self, block);
        }
      else
        {
          flush_prose (self);
          self->part = DRILL_PARSER_PROSE;
          drill_parser_sim (self, block);
        }
    }
  else if (strcmp (info, "regime") == 0 || g_str_has_prefix (info, "regime "))
    {
      drill_parser_regime (self, block, g_strstrip (info + 6));
    }
  else
    {
      drill_markdown_append (drill_parser_target (self), block);
    }
}

/* A label changes where the following text goes; its own paragraph may hold
 * the first of it. */
static void
read_label (DrillParser *self,
            cmark_node  *paragraph,
            cmark_node  *strong,
            const char  *label)
{
  g_autofree char *lower = g_ascii_strdown (label, -1);
  g_autofree char *rest = NULL;
  guint            line = drill_markdown_line (paragraph);

  if (self->section != NULL)
    flush_prose (self);

  if (self->in_debrief && drill_parser_is_run (label))
    {
      drill_parser_run_label (self, strong, label, line);
      return;
    }
  if (self->section == NULL)
    {
      self->part = DRILL_PARSER_PROSE;
      drill_markdown_append (drill_parser_target (self), paragraph);
      return;
    }

  if (strcmp (lower, "key points") == 0)
    self->part = DRILL_PARSER_KEY_POINTS;
  else if (strcmp (lower, "model answer") == 0)
    self->part = DRILL_PARSER_MODEL_ANSWER;
  else if (strcmp (lower, "common mistakes") == 0)
    self->part = DRILL_PARSER_MISTAKES;
  else
    self->part = DRILL_PARSER_PROSE;

  if (self->part == DRILL_PARSER_PROSE && strcmp (lower, "choices") != 0 && strcmp (lower, "evidence") != 0)
    {
      drill_markdown_append (self->prose, paragraph);
      return;
    }

  rest = drill_markdown_rest (strong);
  if (*rest != '\0')
    {
      GString *target = drill_parser_target (self);

      g_string_append_printf (target, "%s%s", target->len > 0 ? "\n\n" : "", rest);
    }
}

static void
read_paragraph (DrillParser *self,
                cmark_node  *paragraph)
{
  g_autofree char *label = NULL;
  cmark_node      *strong = drill_markdown_label (paragraph, &label);

  if (strong != NULL)
    read_label (self, paragraph, strong, label);
  else
    drill_markdown_append (drill_parser_target (self), paragraph);
}

/* A block quote in a section is somebody speaking. */
static void
read_speech (DrillParser *self,
             cmark_node  *quote)
{
  g_autoptr (GString) speech = g_string_new (NULL);
  cmark_node *first = cmark_node_first_child (quote);
  char       *speaker = NULL;
  cmark_node *strong = first != NULL ? drill_markdown_label (first, &speaker) : NULL;

  if (strong != NULL)
    {
      g_autofree char *rest = drill_markdown_rest (strong);

      g_string_append (speech, rest);
      first = cmark_node_next (first);
    }
  for (cmark_node *child = first; child != NULL; child = cmark_node_next (child))
    drill_markdown_append (speech, child);

  flush_prose (self);
  self->part = DRILL_PARSER_PROSE;
  drill_scenario_beat_add (self->section->beats,
                           DRILL_BEAT_SPEECH,
                           g_string_free (g_steal_pointer (&speech), FALSE),
                           speaker,
                           0);
}

void
drill_parser_block (DrillParser *self,
                    cmark_node  *block)
{
  switch (cmark_node_get_type (block))
    {
    case CMARK_NODE_HEADING:
      read_heading (self, block);
      break;
    case CMARK_NODE_CODE_BLOCK:
      read_code (self, block);
      break;
    case CMARK_NODE_PARAGRAPH:
      read_paragraph (self, block);
      break;
    case CMARK_NODE_LIST:
      if (self->section != NULL && self->part != DRILL_PARSER_MODEL_ANSWER && self->part != DRILL_PARSER_MISTAKES)
        {
          /* Evidence and choices end a stretch of prose; a text list is part of it. */
          cmark_node *item = cmark_node_first_child (block);

          if (item != NULL && drill_markdown_leading_link (item) != NULL)
            flush_prose (self);
        }
      drill_parser_list_block (self, block);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      if (self->section != NULL && self->part != DRILL_PARSER_MODEL_ANSWER)
        read_speech (self, block);
      else
        drill_markdown_append (drill_parser_target (self), block);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      if (drill_markdown_line (block) == 1)
        drill_parser_error (self, 1, "S005", "Front matter is not read; put the header into a sim block");
      break;
    default:
      break;
    }
}
