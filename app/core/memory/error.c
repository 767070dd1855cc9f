/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The error domain of the memory library.
 */

#include "config.h"

#include "memory/error.h"

GQuark
drill_memory_error_quark (void)
{
  return g_quark_from_static_string ("drill-memory-error-quark");
}
