/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario-private.h"

#include <cmark.h>

G_BEGIN_DECLS

/* A name that was written before what it names need be known. */
typedef struct
{
  char *text;
  guint line;
} DrillParserName;

/* One line of a regime, as written. */
typedef struct
{
  guint         regime;
  char         *series;
  DrillVerbKind kind;
  char         *file;
  gint64        from;
  double        target;
  gint64        over;
  guint         line;
} DrillParserVerb;

/* What the text below a label belongs to. */
typedef enum
{
  DRILL_PARSER_PROSE,
  DRILL_PARSER_KEY_POINTS,
  DRILL_PARSER_MODEL_ANSWER,
  DRILL_PARSER_MISTAKES,
  DRILL_PARSER_RUN,
} DrillParserPart;

/**
 * DrillParser:
 * @section: (nullable): the section being read
 * @in_debrief: whether the debrief is being read; the briefing when neither is set
 * @sim_line: line of the sim block of the section or header, 0 before it
 * @seen: (element-type utf8): words of the sim block that may stand only once
 * @anchors: (element-type utf8): of every heading so far
 */
typedef struct
{
  DrillScenario        *scenario;
  DrillDiagnostics     *diagnostics;
  GBytes               *text;
  DrillScenarioSection *section;
  DrillScenarioRun     *run;
  gboolean              in_debrief;
  DrillParserPart       part;
  char                 *group;
  guint                 sim_line;
  guint                 header_line;
  GHashTable           *seen;
  GHashTable           *anchors;
  GString              *briefing;
  GString              *prose;
  GString              *model_answer;
  GString              *mistakes;
  GString              *debrief;
  GPtrArray            *verbs;
  DrillParserName       start;
  DrillParserName       regime;
  DrillParserName       errors;
  DrillParserName       rate;
  GHashTable           *recordings;
  GChecksum            *checksum;
} DrillParser;

/**
 * DrillParserWord:
 * @read: takes what follows the word; FALSE when that is no value for it
 * @many: whether it may stand more than once in a block
 * @advice: how it is written; "" where @read gives the advice itself
 *
 * A word that begins a line of a sim block.
 */
typedef struct
{
  const char *word;
  gboolean  (*read) (DrillParser *self,
                     char        *rest,
                     guint        line);
  gboolean    many;
  const char *advice;
} DrillParserWord;

void drill_parser_error       (DrillParser *self,
                               guint        line,
                               const char  *code,
                               const char  *format,
                               ...) G_GNUC_PRINTF (4, 5);
void drill_parser_warning     (DrillParser *self,
                               guint        line,
                               const char  *code,
                               const char  *format,
                               ...) G_GNUC_PRINTF (4, 5);

char *drill_parser_take       (GString     *string) G_GNUC_WARN_UNUSED_RESULT;

/* parser-block.c */
void drill_parser_block       (DrillParser *self,
                               cmark_node  *block);
void drill_parser_end_section (DrillParser *self);
GString *drill_parser_target  (DrillParser *self);

/* parser-words.c */
char *drill_parser_next_word  (char       **rest);
gboolean drill_parser_quoted  (char       **rest,
                               char       **text);
void drill_parser_each_line   (DrillParser *self,
                               cmark_node  *block,
                               void       (*func) (DrillParser *self,
                                                   char        *line,
                                                   guint        number));
void drill_parser_word_line   (DrillParser           *self,
                               const DrillParserWord *words,
                               guint                  n_words,
                               const char            *block,
                               char                  *line,
                               guint                  number);
DrillCondition *drill_parser_condition (DrillParser *self,
                                        const char  *text,
                                        guint        line);
void drill_parser_name        (DrillParserName *name,
                               const char      *text,
                               guint            line);
gboolean drill_parser_flags   (DrillParser *self,
                               const char  *text,
                               GArray      *out,
                               gboolean     set,
                               guint        line);
gboolean drill_parser_list    (const char  *text,
                               GPtrArray   *out);

/* One file for each kind of block. */
void drill_parser_header      (DrillParser *self,
                               cmark_node  *block);
void drill_parser_sim         (DrillParser *self,
                               cmark_node  *block);
void drill_parser_regime      (DrillParser *self,
                               cmark_node  *block,
                               const char  *name);
void drill_parser_list_block  (DrillParser *self,
                               cmark_node  *list);
void drill_parser_run_label   (DrillParser *self,
                               cmark_node  *strong,
                               const char  *label,
                               guint        line);
gboolean drill_parser_is_run  (const char  *label);

/* What follows once the whole text is read. */
void drill_parser_links       (DrillParser *self,
                               cmark_node  *document);
void drill_parser_resolve     (DrillParser *self);
void drill_parser_recordings  (DrillParser *self);
void drill_parser_check       (DrillParser *self);
void drill_parser_check_flow  (DrillParser *self);

G_END_DECLS
