/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The follow-ups of a question. */

#include "config.h"

#include "ui/review/follow-up-list.h"

#include "ui/item/item-sections.h"

#include <glib/gi18n.h>

struct _DrillFollowUpList
{
  AdwBin parent_instance;
};

enum
{
  SIGNAL_ASK_NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillFollowUpList, drill_follow_up_list, ADW_TYPE_BIN)

static void
ask_next_cb (DrillFollowUpList *self,
             GtkWidget         *button)
{
  gtk_widget_set_sensitive (button, FALSE);
  gtk_button_set_label (GTK_BUTTON (button), _("Comes Next"));
  g_signal_emit (self, signals[SIGNAL_ASK_NEXT], 0, gtk_widget_get_name (button));
}

static GtkWidget *
follow_up_new (DrillFollowUpList     *self,
               const DrillItemRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *title = gtk_label_new (record->item->title);
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("Show its answer"));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_("Ask Me Next"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);

  gtk_widget_set_margin_top (content, 9);
  drill_item_append (GTK_BOX (content), drill_item_part_new (record, DRILL_PART_BODY));
  drill_item_append (GTK_BOX (content), drill_item_part_new (record, DRILL_PART_ANSWER));
  gtk_expander_set_child (GTK_EXPANDER (expander), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show its answer"),
                                  -1);

  gtk_widget_set_name (button, record->key);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (ask_next_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "drill-follow-up");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), expander);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static void
drill_follow_up_list_class_init (DrillFollowUpListClass *klass)
{
  signals[SIGNAL_ASK_NEXT] = g_signal_new ("ask-next",
                                           DRILL_TYPE_FOLLOW_UP_LIST,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_STRING);
}

static void
drill_follow_up_list_init (DrillFollowUpList *self)
{
}

/* Returns: (nullable): NULL for an item without follow-ups */
GtkWidget *
drill_follow_up_list_new (const DrillItemRecord *record)
{
  DrillFollowUpList *self;
  GtkWidget         *box;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->children->len == 0)
    return NULL;

  self = g_object_new (DRILL_TYPE_FOLLOW_UP_LIST, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  for (guint i = 0; i < record->children->len; i++)
    gtk_box_append (GTK_BOX (box), follow_up_new (self, g_ptr_array_index (record->children, i)));
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
