/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"
#include "library/library.h"

G_BEGIN_DECLS

/* A scenario and the item by which the library knows it. */
typedef struct
{
  DrillItemRecord *item;
  DrillScenario   *scenario;
} DrillScenarioSource;

void                 drill_scenario_source_load_async  (DrillLibrary        *library,
                                                        const char          *key,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
DrillScenarioSource *drill_scenario_source_load_finish (DrillLibrary        *library,
                                                        GAsyncResult        *result,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                 drill_scenario_source_free        (DrillScenarioSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillScenarioSource, drill_scenario_source_free)

G_END_DECLS
