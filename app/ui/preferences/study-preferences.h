/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How one studies. Every row is a key of @settings and is in force at once. */
AdwPreferencesPage *drill_study_preferences_new (GSettings *settings);

G_END_DECLS
