/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Has imports over @connection keep in progress.db who is who. */
void drill_item_keeper_install (DrillConnection *connection);

G_END_DECLS
