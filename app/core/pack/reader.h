/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"
#include "pack/draft.h"
#include "pack/labels.h"
#include "pack/scanner.h"
#include "pack/sections.h"
#include "pack/starts.h"

G_BEGIN_DECLS

/* Where in an MCQ the reader stands. */
typedef enum
{
  DRILL_MCQ_STEM,
  DRILL_MCQ_OPTIONS,
  DRILL_MCQ_KEY_BELOW, /* "Correct answer:" with the letter on the next line */
  DRILL_MCQ_EXPLAINED,
} DrillMcqState;

/**
 * DrillSeries:
 * @open: whether the section had a question
 * @level: of its questions' headings, 0 when they are no headings
 * @last: number of the last one
 * @labelled: whether an answer was announced by a label
 */
typedef struct
{
  gboolean open;
  guint    level;
  guint    last;
  gboolean labelled;
} DrillSeries;

/**
 * DrillReader:
 * @item: (nullable): the item that is being read
 * @child: (nullable): the follow-up that is being read
 * @fresh: (nullable): the draft that data in a comment below belongs to
 * @fresh_section: whether it belongs to the section
 * @next: index of the line to go on with
 * @foreign: whether the file follows somebody else's rules: style is not told
 *
 * The state of one walk down a file. The readers of the single kinds are split
 * over files; this is what they share.
 */
typedef struct
{
  DrillSource  *source;
  DrillChapter *chapter;
  guint         next;

  DrillSection  section;
  guint         section_level;
  gboolean      past_introduction;
  gboolean      lacks_title;
  gboolean      fresh_section;
  gboolean      told_stray_text;
  gboolean      told_stray_tasks;
  GPtrArray    *topics;
  DrillSeries   series;
  GString      *introduction;
  GString      *tips;
  GString      *summary;
  guint         prose_first;
  guint         prose_last;
  gboolean      has_prose;

  DrillDraft   *item;
  DrillDraft   *child;
  DrillDraft   *fresh;
  guint         n_items;
  gboolean      full;
  gboolean      foreign;
  GHashTable   *ids;

  gboolean      list_bulleted;   /* the key points or mistakes are a list */
  gboolean      awaits_question; /* an item's text stands below its number */
  gboolean      awaits_title;    /* a follow-up's text stands on the next line */
  gboolean      follow_ups;      /* several follow-ups under one label */
  gboolean      follow_ups_many; /* ... which says so itself */
  guint         follow_ups_indent;
  guint         follow_ups_number;
  guint         answer_indent;
  DrillMcqState mcq;
  guint         n_options;
  gboolean      asked;           /* the interviewer has spoken in this turn */
  gboolean      answered;        /* the candidate has */
} DrillReader;

/* item-start.c */
gboolean drill_reader_starts_item      (DrillReader *self,
                                        guint        index,
                                        DrillStart  *start);
gboolean drill_reader_next_is_option   (const DrillReader *self,
                                        guint              index);
char    *drill_reader_join_title       (DrillReader *self,
                                        guint        index,
                                        char        *title) G_GNUC_WARN_UNUSED_RESULT;

/* prose-reader.c */
void     drill_reader_section_line     (DrillReader *self,
                                        guint        index);
void     drill_reader_flush_prose      (DrillReader *self);

/* question-reader.c */
void     drill_reader_question_line    (DrillReader *self,
                                        guint        index);
gboolean drill_reader_list_line        (DrillReader *self,
                                        DrillDraft  *draft,
                                        guint        index);
void     drill_reader_open_list        (DrillReader         *self,
                                        DrillDraft          *draft,
                                        guint                role,
                                        const DrillLabelled *labelled,
                                        guint                index);
void     drill_reader_begin_follow_up  (DrillReader         *self,
                                        const DrillLabelled *labelled,
                                        guint                index);
void     drill_reader_finish_child     (DrillReader *self);
void     drill_reader_finish_question  (DrillReader *self,
                                        DrillDraft  *draft);

/* mcq-reader.c */
gboolean drill_reader_is_mcq           (DrillReader *self,
                                        guint        index,
                                        DrillSlice   title);
void     drill_reader_take_options     (DrillReader           *self,
                                        const DrillOptionLine *first,
                                        guint                  index);
void     drill_reader_mcq_line         (DrillReader *self,
                                        guint        index);

/* mcq-finish.c */
void     drill_reader_finish_mcq       (DrillReader *self,
                                        DrillDraft  *draft);

/* transcript-reader.c */
void     drill_reader_transcript_line  (DrillReader *self,
                                        guint        index);
gboolean drill_reader_finish_transcript (DrillReader *self,
                                         DrillDraft  *draft);

/* reference-reader.c */
gboolean drill_reader_reference_line   (DrillReader *self,
                                        guint        index);

/* data-reader.c */
void     drill_reader_take_data        (DrillReader *self,
                                        guint        index);

/* finish.c */
gboolean drill_reader_admit            (DrillReader *self,
                                        DrillDraft  *draft,
                                        GPtrArray   *into);

/* reader.c */
const DrillLine *drill_reader_line     (const DrillReader *self,
                                        guint              index);
gboolean drill_reader_expects_items    (const DrillReader *self);
gboolean drill_reader_take_levels_line (DrillReader *self,
                                        DrillDraft  *draft,
                                        guint        index);
void     drill_reader_read             (DrillSource  *source,
                                        DrillChapter *chapter);

G_END_DECLS
