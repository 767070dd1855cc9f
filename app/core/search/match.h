/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/query.h"
#include "study/item-index.h"

G_BEGIN_DECLS

/* What the columns of the index say about a term; pure. @names: (nullable): one flag
 * for each topic or pack of the index, for a term that names some. */
typedef struct
{
  const DrillItemIndex *index;
  const DrillRules     *rules;
  const DrillQuery     *term;
  const gboolean       *names;
  int                   today;
  gint64                now_ms;
} DrillMatcher;

gboolean  drill_match_item  (const DrillMatcher *self,
                             guint               place);

/* Which of @names the term means: the one called so, or else those that begin so.
 * Returns: (transfer full) (nullable): one flag for each; NULL when there is none */
gboolean *drill_match_names (const DrillQuery   *term,
                             const GPtrArray    *names) G_GNUC_WARN_UNUSED_RESULT;

/* Words as the full-text index takes them. */
void      drill_match_append_words (GString          *expression,
                                    const DrillQuery *term);

G_END_DECLS
