/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillMemoryError:
 * @DRILL_MEMORY_ERROR_WEIGHTS: not a set of weights: wrong count or not finite
 * @DRILL_MEMORY_ERROR_LOG: a review log that cannot be read; the message names
 *   the line
 */
typedef enum
{
  DRILL_MEMORY_ERROR_WEIGHTS,
  DRILL_MEMORY_ERROR_LOG,
} DrillMemoryError;

#define DRILL_MEMORY_ERROR (drill_memory_error_quark ())
GQuark drill_memory_error_quark (void);

G_END_DECLS
