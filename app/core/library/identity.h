/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"

G_BEGIN_DECLS

/* From here on a pair is the same question, from there on it may be. Measured on
 * the history of six public banks: of 15,111 items that lived on for half a year
 * the first one keeps 95.7 to 99.7 %, and takes 0 to 0.4 % for another one. */
#define DRILL_IDENTITY_SAME  0.6
#define DRILL_IDENTITY_MAYBE 0.4

/* More of an item is not looked at: among so many words the rest says the same. */
#define DRILL_IDENTITY_MAX_TRIGRAMS 4096

/**
 * DrillIdentity:
 * @key: under which the library has the item, or had it
 * @has_id: whether its id was written: two that both have one are two items
 * @kind: a follow-up may become a question and the other way round; no other kind may
 * @fingerprint: of the whole item
 * @trigrams: (array length=n_trigrams): a number for every three words in a row,
 *   each once, rising
 * @options: (array length=n_options): a number for every option's text; the lowest
 *   bit tells whether it is right
 *
 * What an item is recognised by. Immutable.
 */
typedef struct
{
  char         *key;
  gboolean      has_id;
  DrillItemKind kind;
  char         *fingerprint;
  guint32      *trigrams;
  guint         n_trigrams;
  guint32      *options;
  guint         n_options;
} DrillIdentity;

/* How an item was recognised. */
typedef enum
{
  DRILL_MATCH_ID = 1,      /* by its written id, or the one that it says it had */
  DRILL_MATCH_EXACT = 2,   /* the whole item is the same to the word */
  DRILL_MATCH_SIMILAR = 3, /* at least %DRILL_IDENTITY_SAME of it is */
  DRILL_MATCH_ASK = 4,     /* at least %DRILL_IDENTITY_MAYBE: the learner has to say */
} DrillMatchHow;

/* Positions in the arrays that were compared. */
typedef struct
{
  guint         old_item;
  guint         new_item;
  DrillMatchHow how;
  double        similarity;
} DrillMatch;

DrillIdentity *drill_identity_new            (const char          *key,
                                              gboolean             has_id,
                                              const DrillItem     *item) G_GNUC_WARN_UNUSED_RESULT;
DrillIdentity *drill_identity_new_stored     (const char          *key,
                                              gboolean             has_id,
                                              DrillItemKind        kind,
                                              const char          *fingerprint,
                                              gconstpointer        trigrams,
                                              gsize                trigrams_size,
                                              gconstpointer        options,
                                              gsize                options_size) G_GNUC_WARN_UNUSED_RESULT;
void           drill_identity_free           (DrillIdentity       *self);
double         drill_identity_compare        (const DrillIdentity *a,
                                              const DrillIdentity *b);
gboolean       drill_identity_answer_changed (const DrillIdentity *before,
                                              const DrillIdentity *after);

GArray        *drill_identity_match          (GPtrArray           *old_items,
                                              GPtrArray           *new_items) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillIdentity, drill_identity_free)

G_END_DECLS
