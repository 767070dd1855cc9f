/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/queue.h"
#include "study/queue-order.h"

G_BEGIN_DECLS

/* Finds out which of @entries belong together. Returns: (transfer full): one for
 * each entry, in their order */
DrillQueueKin *drill_siblings_find (const GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
