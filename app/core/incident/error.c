/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/error.h"

G_DEFINE_QUARK (drill-incident-error-quark, drill_incident_error)
