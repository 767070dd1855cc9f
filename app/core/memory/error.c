/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The error domain of the memory library.
 */

#include "config.h"

#include "memory/error.h"

G_DEFINE_QUARK (drill-memory-error-quark, drill_memory_error)
