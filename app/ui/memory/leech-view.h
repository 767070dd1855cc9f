/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Cards that are forgotten again and again, each with three ways out: another wording,
 * putting it aside, a look at its source. Hides itself while there are none. */
#define DRILL_TYPE_LEECH_VIEW (drill_leech_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillLeechView, drill_leech_view, DRILL, LEECH_VIEW, AdwBin)

GtkWidget *drill_leech_view_new (DrillLibrary *library,
                                 DrillStudy   *study);

G_END_DECLS
