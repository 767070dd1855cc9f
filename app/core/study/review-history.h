/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/review-log.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The learner's own log in the form that the optimizer learns from; each
 * card's rows are in the order in which they happened.
 * Returns: (transfer full) (element-type DrillReview) */
GArray *drill_review_history_load (DrillConnection *connection,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
