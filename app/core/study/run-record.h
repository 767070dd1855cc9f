/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

#define DRILL_RUN_UUID_LENGTH 32

/**
 * DrillRunRecord:
 * @uuid: 32 hexadecimal digits; makes the run one of a kind
 * @key: of the scenario's item
 * @hash: of the scenario as it was when the run began
 * @parent: (nullable): uuid of the run that it branched off
 * @parent_moves: how many moves it shares with that
 * @updated_ms: wall clock of the last save
 * @finished: whether it has come to an ending
 * @moves: the list of moves as text, as the incident engine writes it
 * @ending: (nullable): which ending, once it has one
 * @words: (nullable): JSON object, from a section's slug to what was typed there
 *
 * One play of a scenario. The moves are the run; all else can be replayed.
 */
typedef struct
{
  char     uuid[DRILL_RUN_UUID_LENGTH + 1];
  char    *key;
  char    *hash;
  char    *parent;
  guint    parent_moves;
  gint64   started_ms;
  gint64   updated_ms;
  gboolean finished;
  char    *moves;
  int      score;
  int      max;
  char    *ending;
  char    *words;
} DrillRunRecord;

DrillRunRecord *drill_run_record_new  (const char           *key,
                                       const char           *hash,
                                       gint64                started_ms) G_GNUC_WARN_UNUSED_RESULT;
DrillRunRecord *drill_run_record_copy (const DrillRunRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void            drill_run_record_free (DrillRunRecord       *self);

/* Stores the run as it is now, new or not; on the disk when it returns TRUE. */
gboolean        drill_run_record_save (DrillConnection      *connection,
                                       const DrillRunRecord *self,
                                       GError              **error);

/* @key: (nullable): NULL for all scenarios. Returns: (transfer full)
 * (element-type DrillRunRecord): newest first */
GPtrArray      *drill_run_record_list (DrillConnection      *connection,
                                       const char           *key,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillRunRecord, drill_run_record_free)

G_END_DECLS
