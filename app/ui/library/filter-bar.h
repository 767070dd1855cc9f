/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/catalogue.h"
#include "library/item-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Four drop-downs, of which each holds the entry "all" and what the catalogue
 * knows: pack, topic, level and kind. A plain helper of the library page. */
typedef struct
{
  GtkDropDown *pack;
  GtkDropDown *topic;
  GtkDropDown *level;
  GtkDropDown *kind;
  DrillCatalogue *catalogue; /* (nullable) */
} DrillFilterBar;

void     drill_filter_bar_init          (DrillFilterBar  *self,
                                         GtkFlowBox      *box,
                                         GCallback        changed,
                                         gpointer         data);
void     drill_filter_bar_clear         (DrillFilterBar  *self);
void     drill_filter_bar_set_catalogue (DrillFilterBar  *self,
                                         DrillCatalogue  *catalogue);
void     drill_filter_bar_reset         (DrillFilterBar  *self);
void     drill_filter_bar_apply         (DrillFilterBar  *self,
                                         DrillItemFilter *filter);

G_END_DECLS
