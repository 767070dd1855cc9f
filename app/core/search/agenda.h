/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* An incident that was not played for so many days may be played again. */
#define DRILL_AGENDA_OLD_DAYS 21

/**
 * DrillAgenda:
 * @quiz_uuid: (nullable): in hexadecimal digits, of a quiz that is not finished
 * @run_key: (nullable): of an incident whose newest run is not finished
 * @old_key: (nullable): of the incident that was not played for longest
 * @old_days: for so many days; -1 when it never was
 * @weak_topic: (nullable): slug of the weakest topic that something was seen of
 * @weak_recall: what is expected to be recalled of what was seen, from 0 to 1
 * @missed: mistakes to make good
 * @interview_days: until the interview; 0 when there is none ahead
 *
 * What can be done today beside what is due.
 */
typedef struct
{
  char  *quiz_uuid;
  char  *quiz_name;
  char  *run_key;
  char  *run_title;
  char  *old_key;
  char  *old_title;
  int    old_days;
  char  *weak_topic;
  double weak_recall;
  guint  missed;
  guint  interview_days;
} DrillAgenda;

DrillAgenda *drill_agenda_load (DrillConnection  *connection,
                                const DrillRules *rules,
                                gint64            now_ms,
                                GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void         drill_agenda_free (DrillAgenda *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillAgenda, drill_agenda_free)

G_END_DECLS
