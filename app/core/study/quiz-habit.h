/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

gboolean drill_quiz_habit_load (DrillConnection *connection,
                                gint64          *habit_ms,
                                GError         **error);

G_END_DECLS
