/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DRILL_TYPE_APPLICATION (drill_application_get_type ())
G_DECLARE_FINAL_TYPE (DrillApplication, drill_application, DRILL, APPLICATION, AdwApplication)

DrillApplication *drill_application_new (const char *data_dir) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
