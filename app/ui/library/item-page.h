/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One item, to read: everything that the library knows about it. Follows the
 * library, so an item that is edited on disk changes in place. */
#define DRILL_TYPE_ITEM_PAGE (drill_item_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillItemPage, drill_item_page, DRILL, ITEM_PAGE, AdwBin)

GtkWidget *drill_item_page_new (DrillLibrary *library,
                                const char   *key);

G_END_DECLS
