/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/fact.h"
#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

#define DRILL_FLAG_MAX 7

/**
 * DrillMarkKind:
 * @DRILL_MARK_SUSPEND: the card is not asked any more
 * @DRILL_MARK_UNSUSPEND: it is again
 * @DRILL_MARK_BURY: it is not asked before the study day in the value
 * @DRILL_MARK_UNBURY: it is again
 * @DRILL_MARK_FLAG: it gets the flag in the value, 0 for none
 * @DRILL_MARK_RESET: it is new again; the count of its answers goes on
 * @DRILL_MARK_DUE: it is due on the study day in the value
 *
 * What can be decided about a card. Stored: never reuse a number.
 */
typedef enum
{
  DRILL_MARK_SUSPEND = 1,
  DRILL_MARK_UNSUSPEND = 2,
  DRILL_MARK_BURY = 3,
  DRILL_MARK_UNBURY = 4,
  DRILL_MARK_FLAG = 5,
  DRILL_MARK_RESET = 6,
  DRILL_MARK_DUE = 7,
} DrillMarkKind;

/* One durable fact: this was decided about that card. */
typedef struct
{
  guint8        uuid[DRILL_UUID_SIZE];
  char         *key;
  DrillMarkKind kind;
  gint64        value;
  gint64        at_ms;
} DrillMark;

/* All zeroes is a card without marks. */
typedef struct
{
  gboolean suspended;
  int      buried_until;
  guint    flag;
} DrillCardMarks;

DrillMark  *drill_mark_new       (const char        *key,
                                  DrillMarkKind      kind,
                                  gint64             value,
                                  gint64             at_ms) G_GNUC_WARN_UNUSED_RESULT;
DrillMark  *drill_mark_copy      (const DrillMark   *self) G_GNUC_WARN_UNUSED_RESULT;
void        drill_mark_free      (DrillMark         *self);
const char *drill_mark_kind_to_word (DrillMarkKind   kind);

gboolean    drill_mark_record    (DrillConnection   *connection,
                                  const DrillRules  *rules,
                                  const DrillMark   *mark,
                                  GError           **error);
gboolean    drill_mark_record_all (DrillConnection   *connection,
                                   const DrillRules  *rules,
                                   const DrillMark   *mark,
                                   const char *const *keys,
                                   GError           **error);
DrillStep   drill_mark_insert    (DrillConnection   *connection,
                                  const DrillMark   *mark,
                                  gint64             card,
                                  int                day,
                                  const guint8      *cause,
                                  GError           **error);
gboolean    drill_card_marks_load (DrillConnection  *connection,
                                   gint64            card,
                                   DrillCardMarks   *marks,
                                   GError          **error);

/* Whether the card is left out of what is asked on study day @today. */
gboolean    drill_card_marks_hide (const DrillCardMarks *self,
                                   int                   today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMark, drill_mark_free)

G_END_DECLS
