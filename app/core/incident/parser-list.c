/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Lists: what their items start with tells what they are. A link to a section
 * is a choice, a link to a file is evidence, anything else is text. A list is
 * of one kind; two lists that CommonMark joined because nothing stood between
 * them show up as a mixture.
 */

#include "config.h"

#include "incident/markdown.h"
#include "incident/parser-private.h"
#include "incident/value.h"

#include <string.h>

typedef enum
{
  ITEM_TEXT,
  ITEM_CHOICE,
  ITEM_EVIDENCE,
} ItemKind;

static ItemKind
classify (cmark_node *item)
{
  cmark_node *link = drill_markdown_leading_link (item);
  const char *url = link != NULL ? cmark_node_get_url (link) : NULL;

  if (url == NULL)
    return ITEM_TEXT;

  return *url == '#' ? ITEM_CHOICE : ITEM_EVIDENCE;
}

static char *
non_empty (char *text)
{
  if (*text != '\0')
    return text;

  g_free (text);
  return NULL;
}

static void
add_choice (DrillParser *self,
            cmark_node  *item)
{
  DrillScenarioChoice *choice = g_new0 (DrillScenarioChoice, 1);
  cmark_node          *link = drill_markdown_leading_link (item);

  choice->line = drill_markdown_line (item);
  choice->text = drill_markdown_plain (link);
  choice->tip = non_empty (g_strdup (cmark_node_get_title (link)));
  choice->slug = g_uri_unescape_string (cmark_node_get_url (link) + 1, NULL);
  if (choice->slug == NULL)
    choice->slug = g_strdup (cmark_node_get_url (link) + 1);
  choice->group = g_strdup (self->group);
  choice->subtitle = non_empty (drill_markdown_rest (link));
  g_ptr_array_add (self->section->choices, choice);
}

static DrillEvidenceKind
kind_from_name (const char *file)
{
  static const struct
  {
    const char       *suffix;
    DrillEvidenceKind kind;
  } kinds[] = {
    { ".csv", DRILL_EVIDENCE_TABLE },
    { ".ndjson", DRILL_EVIDENCE_LOG },
    { ".jsonl", DRILL_EVIDENCE_LOG },
    { ".log", DRILL_EVIDENCE_LOG },
    { ".json", DRILL_EVIDENCE_TRACE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_suffix (file, kinds[i].suffix))
        return kinds[i].kind;
    }

  return DRILL_EVIDENCE_TEXT;
}

static gboolean
read_level (const char *text,
            guint      *level)
{
  gint64 value;

  if (!g_str_has_prefix (text, "level>=") || !drill_value_parse_integer (text + 7, 0, 100, &value))
    return FALSE;

  *level = value;
  return TRUE;
}

static void
read_chart_keys (DrillParser           *self,
                 DrillScenarioEvidence *evidence,
                 char                  *rest)
{
  for (char *key = drill_parser_next_word (&rest); *key != '\0'; key = drill_parser_next_word (&rest))
    {
      int   found = drill_scenario_find_series (self->scenario, key);
      guint index = found;

      if (found < 0)
        drill_parser_error (self, evidence->line, "S017", "There is no series “%s” to chart", key);
      else
        g_array_append_val (evidence->series, index);
    }
}

/* Reads the title of an evidence link: a kind and what it takes. */
static gboolean
read_title (DrillParser           *self,
            DrillScenarioEvidence *evidence,
            const char            *title)
{
  static const char *const words[] = { "chart", "table", "log", "trace", "heap", "text" };
  g_autofree char         *copy = g_strstrip (g_strdup (title));
  char                    *rest = copy;
  char                    *word = drill_parser_next_word (&rest);

  if (*word == '\0')
    {
      evidence->kind = kind_from_name (evidence->file);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word, words[i]) != 0)
        continue;
      evidence->kind = i;
      if (i == DRILL_EVIDENCE_CHART)
        {
          gboolean some = *rest != '\0';

          read_chart_keys (self, evidence, rest);
          return some;
        }
      return *rest == '\0' || (i == DRILL_EVIDENCE_LOG && read_level (rest, &evidence->min_level));
    }

  return FALSE;
}

static void
add_evidence (DrillParser *self,
              cmark_node  *item)
{
  DrillScenarioEvidence *evidence = g_new0 (DrillScenarioEvidence, 1);
  cmark_node            *link = drill_markdown_leading_link (item);
  char                  *subtitle;

  evidence->line = drill_markdown_line (item);
  evidence->text = drill_markdown_plain (link);
  evidence->file = g_uri_unescape_string (cmark_node_get_url (link), NULL);
  if (evidence->file == NULL)
    evidence->file = g_strdup (cmark_node_get_url (link));
  evidence->series = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!read_title (self, evidence, cmark_node_get_title (link)))
    drill_parser_error (self,
                        evidence->line,
                        "S010",
                        "The link's title must be \"chart SERIES ...\", \"table\", \"log\", \"log level>=40\", "
                        "\"trace\", \"heap\" or \"text\"");

  subtitle = non_empty (drill_markdown_rest (link));
  drill_scenario_beat_add (self->section->beats,
                           DRILL_BEAT_EVIDENCE,
                           subtitle,
                           NULL,
                           self->scenario->evidence->len);
  g_ptr_array_add (self->scenario->evidence, evidence);
}

static void
add_key_point (DrillParser *self,
               cmark_node  *item)
{
  DrillScenarioKeyPoint *point = g_new0 (DrillScenarioKeyPoint, 1);
  g_autoptr (GString) markdown = g_string_new (NULL);

  point->line = drill_markdown_line (item);
  point->words = drill_markdown_take_words (item);
  for (cmark_node *child = cmark_node_first_child (item); child != NULL; child = cmark_node_next (child))
    drill_markdown_append (markdown, child);
  point->markdown = g_string_free (g_steal_pointer (&markdown), FALSE);
  g_ptr_array_add (self->section->key_points, point);
}

static void
add_stop (DrillParser *self,
          cmark_node  *item)
{
  DrillScenarioStop *stop = g_new0 (DrillScenarioStop, 1);
  cmark_node        *link = drill_markdown_leading_link (item);

  stop->line = drill_markdown_line (item);
  stop->slug = g_strdup (cmark_node_get_url (link) + 1);
  g_ptr_array_add (self->run->stops, stop);
}

/* The kind of the whole list; the first item that differs is reported. */
static gboolean
find_kind (DrillParser *self,
           cmark_node  *list,
           ItemKind    *kind)
{
  cmark_node *first = cmark_node_first_child (list);

  *kind = first != NULL ? classify (first) : ITEM_TEXT;
  for (cmark_node *item = first; item != NULL; item = cmark_node_next (item))
    {
      if (classify (item) != *kind)
        {
          drill_parser_error (self,
                              drill_markdown_line (item),
                              "S012",
                              "One list mixes choices, evidence and text; put “**Choices:**” or the sim block "
                              "between two lists");
          return FALSE;
        }
    }

  return TRUE;
}

static void
each_item (DrillParser *self,
           cmark_node  *list,
           void       (*func) (DrillParser *parser,
                               cmark_node  *item))
{
  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    func (self, item);
}

void
drill_parser_list_block (DrillParser *self,
                         cmark_node  *list)
{
  ItemKind kind;
  guint    n = 0;

  if (self->section == NULL && self->part != DRILL_PARSER_RUN)
    {
      drill_markdown_append (drill_parser_target (self), list);
      return;
    }
  if (!find_kind (self, list, &kind))
    return;

  if (self->part == DRILL_PARSER_RUN)
    {
      if (kind == ITEM_CHOICE)
        each_item (self, list, add_stop);
      else
        drill_parser_error (self, drill_markdown_line (list), "S012", "A run is a list of links to sections");
      self->part = DRILL_PARSER_PROSE;
    }
  else if (kind == ITEM_CHOICE)
    {
      for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
        n++;
      if (n > 9)
        drill_parser_warning (self,
                              drill_markdown_line (list),
                              "S122",
                              "%u choices in one list are hard to take in; group them with level-3 headings",
                              n);
      each_item (self, list, add_choice);
      self->part = DRILL_PARSER_PROSE;
    }
  else if (kind == ITEM_EVIDENCE)
    {
      each_item (self, list, add_evidence);
      self->part = DRILL_PARSER_PROSE;
    }
  else if (self->part == DRILL_PARSER_KEY_POINTS)
    {
      each_item (self, list, add_key_point);
      self->part = DRILL_PARSER_PROSE;
    }
  else
    {
      drill_markdown_append (drill_parser_target (self), list);
    }
}

/* "Reference run", "Trap run" and any other run with a bound. */
gboolean
drill_parser_is_run (const char *label)
{
  g_autofree char *lower = g_ascii_strdown (label, -1);

  return strcmp (lower, "run") == 0 || g_str_has_suffix (lower, " run");
}

static gboolean
read_bound (DrillScenarioRun *run,
            const char       *text)
{
  gint64 value;

  if (g_str_has_prefix (text, "below ") && drill_value_parse_integer (text + 6, 1, 100, &value))
    run->below = value;
  else if (g_str_has_prefix (text, "at least ") && drill_value_parse_integer (text + 9, 1, 100, &value))
    run->min = value;
  else
    return FALSE;

  return TRUE;
}

/* Starts a run, whose list must follow. The bound is a code span in the label's
 * paragraph; the reference run has one without saying it. */
void
drill_parser_run_label (DrillParser *self,
                        cmark_node  *strong,
                        const char  *label,
                        guint        line)
{
  DrillScenarioRun *run = drill_scenario_run_new (label, line);
  gboolean          bounded = FALSE;

  run->reference = g_ascii_strcasecmp (label, "Reference run") == 0;
  if (run->reference && drill_scenario_reference (self->scenario) != NULL)
    drill_parser_error (self, line, "S010", "There is already a reference run");
  for (cmark_node *node = cmark_node_next (strong); node != NULL && !bounded; node = cmark_node_next (node))
    {
      if (cmark_node_get_type (node) == CMARK_NODE_CODE)
        bounded = read_bound (run, cmark_node_get_literal (node));
    }
  if (run->reference && !bounded)
    run->min = 90;
  else if (!bounded)
    drill_parser_error (self, line, "S010", "A tested run needs its bound: write `below 50` or `at least 70`");

  g_ptr_array_add (self->scenario->runs, run);
  self->run = run;
  self->part = DRILL_PARSER_RUN;
}
