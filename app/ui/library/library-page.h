/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "search/item-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What there is: packs, topics and levels to choose from, and a search that
 * answers as one types. */
#define DRILL_TYPE_LIBRARY_PAGE (drill_library_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillLibraryPage, drill_library_page, DRILL, LIBRARY_PAGE, AdwBin)

GtkWidget *drill_library_page_new          (void);
void       drill_library_page_start        (DrillLibraryPage *self,
                                            DrillLibrary     *library,
                                            DrillItemSearch  *search);
void       drill_library_page_show_query   (DrillLibraryPage *self,
                                            const char       *query);
void       drill_library_page_focus_search (DrillLibraryPage *self);

G_END_DECLS
