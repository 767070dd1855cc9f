/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL where the schema is not installed; then
 * everything is as it is by default */
GSettings *drill_settings_new           (void) G_GNUC_WARN_UNUSED_RESULT;

void       drill_rules_read_settings    (DrillRules   *self,
                                         GSettings    *settings);

/* A date as the settings hold it, "2026-12-05", as the number of a study day; 0 for
 * none, or for what is no date. And back; "" for 0. */
int        drill_settings_parse_date    (const char   *text);
char      *drill_settings_format_date   (int           day) G_GNUC_WARN_UNUSED_RESULT;

void       drill_settings_set_weights   (GSettings    *settings,
                                         const double  weights[DRILL_FSRS_N_WEIGHTS]);

G_END_DECLS
