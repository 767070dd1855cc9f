/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Each part of the page looks after itself; this only puts them below each other. */

#include "config.h"

#include "ui/memory/memory-page.h"

#include "study/rules-settings.h"
#include "ui/item/item-sections.h"
#include "ui/memory/leech-view.h"
#include "ui/memory/log-view.h"
#include "ui/memory/plan-view.h"
#include "ui/memory/retention-view.h"
#include "ui/memory/training-view.h"
#include "ui/widgets/back-header.h"

#include <glib/gi18n.h>

struct _DrillMemoryPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (DrillMemoryPage, drill_memory_page, ADW_TYPE_BIN)

static void
drill_memory_page_class_init (DrillMemoryPageClass *klass)
{
}

static void
drill_memory_page_init (DrillMemoryPage *self)
{
}

GtkWidget *
drill_memory_page_new (DrillLibrary *library,
                       DrillStudy   *study)
{
  DrillMemoryPage       *self;
  g_autoptr (GSettings)  settings = NULL;
  GtkWidget             *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkBox                *column;
  GtkWidget             *scroller = drill_item_column_new (&column);
  GtkWidget             *title = adw_window_title_new (_("Memory and Interview"), NULL);

  g_return_val_if_fail (DRILL_IS_LIBRARY (library) && DRILL_IS_STUDY (study), NULL);

  self = g_object_new (DRILL_TYPE_MEMORY_PAGE, NULL);
  settings = drill_settings_new ();
  gtk_box_set_spacing (column, 24);
  gtk_box_append (column, drill_plan_view_new (study, settings));
  gtk_box_append (column, drill_leech_view_new (library, study));
  gtk_box_append (column, drill_retention_view_new (study, settings));
  gtk_box_append (column, drill_training_view_new (study, settings));
  gtk_box_append (column, drill_log_view_new (study));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), drill_back_header_new ("win.close-item", ADW_WINDOW_TITLE (title)));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
