/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/state.h"

G_BEGIN_DECLS

#define DRILL_SEARCH_MAX_STATES 50000

/**
 * DrillSearch:
 * @n_states: different states that were looked at
 * @partial: whether there are more than that
 * @seen: bit set of the sections that were entered
 * @locks: (element-type DrillSearchLock): states that offer nothing
 */
typedef struct
{
  guint      n_states;
  gboolean   partial;
  guint64    seen[(DRILL_SCENARIO_MAX_SECTIONS + 63) / 64];
  GPtrArray *locks;
} DrillSearch;

/* @path: slugs from the start to the lock, with arrows */
typedef struct
{
  guint section;
  char *path;
} DrillSearchLock;

DrillSearch *drill_search_new  (DrillScenario *scenario,
                                guint          max_states) G_GNUC_WARN_UNUSED_RESULT;
void         drill_search_free (DrillSearch   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSearch, drill_search_free)

G_END_DECLS
