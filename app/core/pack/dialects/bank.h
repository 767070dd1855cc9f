/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/dialects/choice.h"
#include "pack/dialects/outline.h"
#include "pack/reader.h"

G_BEGIN_DECLS

/**
 * DrillBankOption:
 * @row: where it starts
 * @last: its last row
 * @joined: whether it stands behind another one on its line
 */
typedef struct
{
  DrillChoice choice;
  guint       row;
  guint       last;
  gboolean    joined;
} DrillBankOption;

/**
 * DrillBankGroup:
 * @options: (element-type DrillBankOption): in their order
 * @alphabets: what they are counted in; 0 for boxes
 * @weak: whether it looks like a numbered list as well
 * @odd_row: option that is out of order or repeated, or 0 for none
 * @stem: where its question starts; or, when @has_stem is not set, nothing
 * @title: of the question, when it stands on @stem
 * @body_first: first row of the question's body
 * @body_last: row behind the last one
 * @asked: whether it reads as a question
 * @key_row: where its key stands
 * @key: what the key says
 * @end: row behind what certainly belongs to it
 *
 * A run of options, and what was found around it.
 */
typedef struct
{
  GArray        *options;
  DrillAlphabets alphabets;
  gboolean       boxed;
  gboolean       weak;
  guint          odd_row;
  guint          first;
  guint          last;

  gboolean   has_stem;
  gboolean   from_summary;
  gboolean   numbered;
  gboolean   asked;
  gboolean   marked; /* a heading, a number or a "Q" starts it */
  guint      number;
  guint      stem;
  guint      level;
  DrillSlice title;
  guint      body_first;
  guint      body_last;

  gboolean   has_key;
  gboolean   certain_key; /* its line has a known word for "answer" */
  gboolean   key_in_details;
  gboolean   distant_key; /* it stands in a list of answers */
  guint      key_row;
  DrillSlice key;
  guint      end;
} DrillBankGroup;

/**
 * DrillBank:
 * @claimed: (element-type guint8): a byte per row: whether an item has it
 *
 * Somebody else's bank while it is read. Each reader takes what it knows from the
 * rows that are left.
 */
typedef struct
{
  DrillReader   reader;
  DrillOutline *outline;
  DrillSource  *source;
  GArray       *groups; /* (element-type DrillBankGroup) */
  guint8       *claimed;
  GStringChunk *strings; /* titles that were put together */
  GPtrArray    *items;   /* (element-type DrillItem) */
} DrillBank;

/**
 * DrillBankStart:
 * @number: 0 for none
 * @named: whether it has a "Q" or a word for "question"
 * @title: what follows, perhaps empty
 */
typedef struct
{
  guint      number;
  gboolean   named;
  DrillSlice title;
} DrillBankStart;

/* bank-start.c */
gboolean drill_bank_start_parse (DrillSlice line, gboolean heading, DrillBankStart *start);
gboolean drill_bank_start_asks (DrillSlice title);
gboolean drill_bank_is_chrome (DrillSlice title);

/* bank-groups.c */
void drill_bank_find_groups (DrillBank *self);

/* bank-stem.c */
void drill_bank_find_stem (DrillBank *self, DrillBankGroup *group, guint from, guint expected);

/* bank-key.c */
void     drill_bank_find_key (DrillBank *self, DrillBankGroup *group, guint to);
gboolean drill_bank_resolve_key (DrillBankGroup *group,
                                 DrillSlice      text,
                                 gboolean        strict,
                                 guint32        *keys,
                                 DrillSlice     *reason);

/* bank-answers.c */
void drill_bank_read_answers (DrillBank *self);

/* mcqs.c */
void drill_bank_read_mcqs (DrillBank *self);

/* details.c */
void drill_bank_read_details (DrillBank *self);

/* headings.c */
void drill_bank_read_headings (DrillBank *self);

/* bank.c */
DrillDraft *
drill_bank_begin (DrillBank *self, DrillItemKind kind, guint row, DrillSlice title, guint number);
void drill_bank_add_rows (DrillDraft *draft, guint role, guint first, guint end);
void drill_bank_admit (DrillBank *self, DrillDraft *draft);
void drill_bank_claim (DrillBank *self, guint first, guint end);

guint drill_bank_read (const char       *name,
                       const char       *text,
                       gsize             length,
                       DrillChapter     *chapter,
                       DrillDiagnostics *diagnostics,
                       const char       *folder);

DrillChapter *drill_bank_read_text (const char       *text,
                                    DrillDiagnostics *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
