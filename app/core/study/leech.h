/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillLeechReason:
 * @DRILL_LEECH_FORGOTTEN: it was learned and forgotten over and over
 * @DRILL_LEECH_NEVER_HELD: it never stayed for more than a few days
 * @DRILL_LEECH_CONFUSED: another card of the same question is a leech, too
 *
 * Why a card takes more than it gives.
 */
typedef enum
{
  DRILL_LEECH_FORGOTTEN = 1,
  DRILL_LEECH_NEVER_HELD = 2,
  DRILL_LEECH_CONFUSED = 3,
} DrillLeechReason;

/**
 * DrillLeech:
 * @parent_key: (nullable): of a follow-up's question
 * @confused_with: (nullable): key of the other card
 * @suspended: whether it is put aside already
 */
typedef struct
{
  char            *key;
  char            *parent_key;
  char            *confused_with;
  DrillItemKind    kind;
  DrillLeechReason reason;
  guint            lapses;
  guint            reps;
  DrillMemoryState memory;
  gboolean         suspended;
} DrillLeech;

void       drill_leech_free    (DrillLeech       *self);

/* Whether a card becomes a leech, once more perhaps, with so many lapses. */
gboolean   drill_leech_reached (const DrillRules *rules,
                                guint             lapses);

/* Returns: (transfer full) (element-type DrillLeech): the worst first */
GPtrArray *drill_leech_list    (DrillConnection  *connection,
                                const DrillRules *rules,
                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
