/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one can be asked. The numbers are stored in databases: never reuse one. */
typedef enum
{
  DRILL_ITEM_QUESTION = 1,   /* an open question, answered in one's own words */
  DRILL_ITEM_FOLLOW_UP = 2,  /* an open question that digs deeper into its parent */
  DRILL_ITEM_MCQ = 3,        /* a multiple-choice question */
  DRILL_ITEM_TRANSCRIPT = 4, /* an interview in a chapter, rehearsed turn by turn */
  DRILL_ITEM_SCENARIO = 5,   /* a branching incident in a folder of its own */
} DrillItemKind;

/* Whom an item is for. Stored as a bit set; 0 means that nothing was said. */
typedef enum
{
  DRILL_LEVEL_JUNIOR = 1 << 0,
  DRILL_LEVEL_MID = 1 << 1,
  DRILL_LEVEL_SENIOR = 1 << 2,
  DRILL_LEVEL_STAFF = 1 << 3,
  DRILL_LEVEL_PRINCIPAL = 1 << 4,
  DRILL_LEVEL_LEAD = 1 << 5,
  DRILL_LEVEL_ARCHITECT = 1 << 6,
  DRILL_LEVEL_ANY = 1 << 7,
} DrillLevels;

/* The parts that an item's text falls into. Stored: never reuse a number. */
typedef enum
{
  DRILL_PART_BODY = 1,      /* text of the question below its title, or the set-up of a transcript */
  DRILL_PART_ANSWER = 2,    /* the model answer, labelled sub-parts in their place */
  DRILL_PART_KEY_POINT = 3, /* one line of the rubric; @grade says how much it matters */
  DRILL_PART_MISTAKE = 4,   /* one common mistake */
  DRILL_PART_EXPLANATION = 5, /* why the key of an MCQ is right, in general */
  DRILL_PART_INTERVIEWER = 6, /* opens a turn of a transcript */
  DRILL_PART_CANDIDATE = 7,   /* the model answer of that turn */
} DrillPartRole;

typedef enum
{
  DRILL_GRADE_NONE = 0,
  DRILL_GRADE_MUST = 1,
  DRILL_GRADE_GOOD = 2,
  DRILL_GRADE_EXCELLENT = 3,
} DrillKeyPointGrade;

/**
 * DrillPart:
 * @markdown: CommonMark, without the label that announced it; never empty
 * @turn: 0 outside transcripts, else the turn from 1 that it belongs to
 * @line: where its text starts in the file
 *
 * Parts are in document order. An item has at most one body, one answer and one
 * explanation; a turn has at most one interviewer's and one candidate's part.
 */
typedef struct
{
  DrillPartRole      role;
  DrillKeyPointGrade grade;
  guint              turn;
  char              *markdown;
  guint              line;
} DrillPart;

/**
 * DrillOption:
 * @label: the letter or number it was written with, such as "A"
 * @markdown: its text
 * @reason: (nullable): why it is right or wrong, CommonMark
 */
typedef struct
{
  char    *label;
  char    *markdown;
  char    *reason;
  gboolean correct;
  guint    line;
} DrillOption;

typedef struct _DrillItem DrillItem;

/**
 * DrillItem:
 * @id: (nullable): the id written in the file; unique in the pack
 * @was: (nullable): the id that it had before, for whoever keeps progress by id
 * @verified: (nullable): what its claims were checked against, as written
 * @number: the number written before the title, 0 when there is none
 * @title: one line of plain text, without number and level list
 * @title_markdown: the same with its inline markup
 * @levels: bit set of #DrillLevels
 * @topics: (element-type utf8): topic slugs; those of its section when it names none
 * @refs: (element-type utf8): ids of entries in the chapter's references
 * @minutes: how long an answer should take, 0 when nothing was said
 * @line: where the item starts, from 1
 * @end_line: its last line
 * @fingerprint: SHA-256 in hex of the normalised whole item (case, punctuation,
 *   white space and its own number removed): equal for equal content
 * @parts: (element-type DrillPart)
 * @options: (element-type DrillOption): only for MCQs
 * @children: (element-type DrillItem): follow-ups of a question
 */
struct _DrillItem
{
  DrillItemKind kind;
  char         *id;
  char         *was;
  char         *verified;
  guint         number;
  char         *title;
  char         *title_markdown;
  guint         levels;
  GPtrArray    *topics;
  GPtrArray    *refs;
  guint         minutes;
  guint         line;
  guint         end_line;
  char         *fingerprint;
  GPtrArray    *parts;
  GPtrArray    *options;
  GPtrArray    *children;
};

DrillItem   *drill_item_new    (DrillItemKind kind) G_GNUC_WARN_UNUSED_RESULT;
void         drill_item_free   (DrillItem    *self);
void         drill_part_free   (DrillPart    *self);
void         drill_option_free (DrillOption  *self);

/* The text that the fingerprint is made of: the whole item without its number,
 * case, punctuation and markup, words parted by one space. Follow-ups have their
 * own. For comparing items by similarity. */
char        *drill_item_normalise (const DrillItem *self) G_GNUC_WARN_UNUSED_RESULT;

/* The same of an option's text alone, by which an option is known: its letter may
 * change. */
char        *drill_option_normalise (const DrillOption *self) G_GNUC_WARN_UNUSED_RESULT;

/* The words used in JSON and on the command line, and the one way back.
 * drill_item_kind_from_word() returns 0 for a word that it does not know. */
const char   *drill_item_kind_to_word   (DrillItemKind kind);
DrillItemKind drill_item_kind_from_word (const char   *word);

/* One bit to its English name as written in packs, "Mid-level" for
 * %DRILL_LEVEL_MID; and any accepted spelling to its bit, 0 when unknown. */
const char  *drill_level_to_word   (DrillLevels level);
guint        drill_level_from_word (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillItem, drill_item_free)

G_END_DECLS
