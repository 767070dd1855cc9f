/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"

G_BEGIN_DECLS

/* What can be asked of an item. */
typedef enum
{
  DRILL_QUERY_WORD,     /* words in its text */
  DRILL_QUERY_TOPIC,
  DRILL_QUERY_PACK,
  DRILL_QUERY_LEVEL,
  DRILL_QUERY_KIND,
  DRILL_QUERY_IS,       /* #DrillQueryState */
  DRILL_QUERY_RATED,    /* the newest answer */
  DRILL_QUERY_ANSWERED, /* some answer on study days */
  DRILL_QUERY_DUE,      /* on study days */
  DRILL_QUERY_RECALL,   /* expected today, from 0 to 1 */
  DRILL_QUERY_STABILITY,
  DRILL_QUERY_LAPSES,
  DRILL_QUERY_ANSWERS,  /* how many */
  DRILL_QUERY_N_FIELDS,
} DrillQueryField;

typedef enum
{
  DRILL_QUERY_IS_DUE,
  DRILL_QUERY_IS_NEW,
  DRILL_QUERY_IS_SEEN,
  DRILL_QUERY_IS_LEARNING,
  DRILL_QUERY_IS_YOUNG,
  DRILL_QUERY_IS_MATURE,
  DRILL_QUERY_IS_LEECH,
  DRILL_QUERY_IS_MISSED,
  DRILL_QUERY_IS_SUSPENDED,
  DRILL_QUERY_IS_BURIED,
  DRILL_QUERY_IS_FLAGGED,
} DrillQueryState;

typedef enum
{
  DRILL_QUERY_EQUAL,
  DRILL_QUERY_LESS,
  DRILL_QUERY_LESS_OR_EQUAL,
  DRILL_QUERY_MORE,
  DRILL_QUERY_MORE_OR_EQUAL,
} DrillQueryCompare;

typedef enum
{
  DRILL_QUERY_TERM,
  DRILL_QUERY_NOT,
  DRILL_QUERY_AND,
  DRILL_QUERY_OR,
} DrillQueryOp;

typedef struct _DrillQuery DrillQuery;

/**
 * DrillQuery:
 * @start: where it stands in the text, in bytes; @end behind it
 * @children: (element-type DrillQuery): of anything but a term; NOT has one
 * @text: (nullable): the words, or the name of a topic or pack in small letters
 * @prefix: whether @text is the beginning of a word or name
 * @value: a kind, a bit set of levels, a #DrillQueryState or a rating
 * @number: what a number is compared with
 * @is_date: whether the days are study days since 1970, not days from today
 * @first_day: of an inclusive range of days
 *
 * A query as a tree. Which of the members count follows from @op and @field.
 */
struct _DrillQuery
{
  DrillQueryOp      op;
  gsize             start;
  gsize             end;
  GPtrArray        *children;
  DrillQueryField   field;
  DrillQueryCompare compare;
  char             *text;
  gboolean          prefix;
  guint             value;
  double            number;
  gboolean          is_date;
  int               first_day;
  int               last_day;
};

/* What can be wrong with a query. */
typedef enum
{
  DRILL_QUERY_PROBLEM_FIELD,         /* there is no such field */
  DRILL_QUERY_PROBLEM_VALUE,         /* the field has no such value */
  DRILL_QUERY_PROBLEM_NO_VALUE,      /* nothing behind the field's sign */
  DRILL_QUERY_PROBLEM_NUMBER,        /* not a number */
  DRILL_QUERY_PROBLEM_SHARE,         /* not a number from 0 to 1 */
  DRILL_QUERY_PROBLEM_DATE,          /* not a date */
  DRILL_QUERY_PROBLEM_COMPARE,       /* the field has words, not numbers */
  DRILL_QUERY_PROBLEM_QUOTE,         /* a quotation that does not end */
  DRILL_QUERY_PROBLEM_OPEN_GROUP,    /* a parenthesis that is not closed */
  DRILL_QUERY_PROBLEM_CLOSE_GROUP,   /* one that was not opened */
  DRILL_QUERY_PROBLEM_EMPTY_GROUP,
  DRILL_QUERY_PROBLEM_OPERAND,       /* nothing beside and, or, not */
  DRILL_QUERY_PROBLEM_WORD,          /* a word without letters and digits */
  DRILL_QUERY_PROBLEM_TOO_LONG,
  DRILL_QUERY_PROBLEM_TOO_DEEP,
  DRILL_QUERY_PROBLEM_NO_TOPIC,      /* no topic of the library begins so */
  DRILL_QUERY_PROBLEM_NO_PACK,
  DRILL_N_QUERY_PROBLEMS,
} DrillQueryProblemCode;

/**
 * DrillQueryProblem:
 * @start: where, in bytes of the text; @end behind it
 * @word: what stands there
 * @hint: (nullable): what may have been meant, or can stand there
 */
typedef struct
{
  DrillQueryProblemCode code;
  gsize                 start;
  gsize                 end;
  char                 *word;
  char                 *hint;
} DrillQueryProblem;

/* Longer or deeper queries are refused: both cost time for nothing. */
#define DRILL_QUERY_MAX_TERMS 64
#define DRILL_QUERY_MAX_DEPTH 32

typedef enum
{
  DRILL_QUERY_COMPLETE = 0,
  DRILL_QUERY_TYPING = 1 << 0, /* the last word may go on */
} DrillQueryFlags;

gboolean           drill_query_parse          (const char              *text,
                                               DrillQueryFlags          flags,
                                               DrillQuery             **query,
                                               DrillQueryProblem      **problem) G_GNUC_WARN_UNUSED_RESULT;
void               drill_query_free           (DrillQuery              *self);
char              *drill_query_to_string      (const DrillQuery        *self) G_GNUC_WARN_UNUSED_RESULT;
char              *drill_query_quote          (const char              *text) G_GNUC_WARN_UNUSED_RESULT;

DrillQueryProblem *drill_query_problem_new    (DrillQueryProblemCode    code,
                                               const char              *text,
                                               gsize                    start,
                                               gsize                    end,
                                               const char              *hint) G_GNUC_WARN_UNUSED_RESULT;
void               drill_query_problem_free   (DrillQueryProblem       *self);
const char        *drill_query_problem_msgid  (DrillQueryProblemCode    code);
char              *drill_query_problem_format (const DrillQueryProblem *self,
                                               const char              *format) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQuery, drill_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQueryProblem, drill_query_problem_free)

G_END_DECLS
