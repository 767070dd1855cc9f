/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that is known of a card: how it stands, its curve, every review. */
#define DRILL_TYPE_CARD_PAGE (drill_card_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillCardPage, drill_card_page, DRILL, CARD_PAGE, AdwBin)

GtkWidget *drill_card_page_new (DrillLibrary *library,
                                DrillStudy   *study,
                                const char   *key);

G_END_DECLS
