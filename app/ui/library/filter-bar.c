/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The filters of the library: what is chosen in four drop-downs. */

#include "config.h"

#include "ui/library/filter-bar.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>

static const DrillItemKind kinds[] = {
  DRILL_ITEM_QUESTION,
  DRILL_ITEM_MCQ,
  DRILL_ITEM_TRANSCRIPT,
  DRILL_ITEM_SCENARIO,
};

/* The focus goes to the button inside, which has no name of its own. */
static void
name_button_cb (GtkWidget *drop_down)
{
  GObject         *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));
  const char      *word = chosen != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (chosen)) : "";
  g_autofree char *name = NULL;

  /* Translators: a filter and what is chosen there, as a screen reader says it */
  name = g_strdup_printf (_("%s: %s"), gtk_widget_get_tooltip_text (drop_down), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static GtkDropDown *
add_drop_down (GtkBox     *box,
               const char *name,
               const char *all,
               GCallback   changed,
               gpointer    data)
{
  const char *const strings[] = { all, NULL };
  GtkWidget        *drop_down = gtk_drop_down_new_from_strings (strings);

  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_widget_set_tooltip_text (drop_down, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_button_cb), NULL);
  name_button_cb (drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", changed, data);
  gtk_box_append (box, drop_down);

  return GTK_DROP_DOWN (drop_down);
}

/* Drop-downs come in pairs, so that four stand in one line or in two. */
static GtkBox *
add_pair (GtkFlowBox *box)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_flow_box_append (box, pair);

  /* The flow box's own children would be one more stop for the Tab key each. */
  gtk_widget_set_focusable (gtk_widget_get_parent (pair), FALSE);

  return GTK_BOX (pair);
}

/* @changed: called with @data as its only argument */
void
drill_filter_bar_init (DrillFilterBar *self,
                       GtkFlowBox     *box,
                       GCallback       changed,
                       gpointer        data)
{
  GtkBox        *first = add_pair (box);
  GtkBox        *second = add_pair (box);
  GtkStringList *words;

  self->catalogue = NULL;
  self->pack = add_drop_down (first, _("Pack"), _("All packs"), changed, data);
  self->topic = add_drop_down (first, _("Topic"), _("All topics"), changed, data);
  self->level = add_drop_down (second, _("Level"), _("All levels"), changed, data);
  self->kind = add_drop_down (second, _("Kind"), _("All kinds"), changed, data);

  words = GTK_STRING_LIST (gtk_drop_down_get_model (self->kind));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, drill_format_kind (kinds[i]));
}

void
drill_filter_bar_clear (DrillFilterBar *self)
{
  g_clear_pointer (&self->catalogue, drill_catalogue_unref);
}

/* Replaces all entries but the first, which stands for "all". */
static void
replace_words (GtkDropDown *drop_down,
               const char **words)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));

  gtk_string_list_splice (list, 1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1, words);
}

static void
select_word (GtkDropDown *drop_down,
             guint        index)
{
  gtk_drop_down_set_selected (drop_down, index == G_MAXUINT ? 0 : index + 1);
}

/* What is chosen stays chosen as far as it is still there. */
void
drill_filter_bar_set_catalogue (DrillFilterBar *self,
                                DrillCatalogue *catalogue)
{
  g_autoptr (DrillItemFilter) chosen = drill_item_filter_new ();
  g_autoptr (GPtrArray)       packs = g_ptr_array_new ();
  g_autoptr (GPtrArray)       topics = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray)       levels = g_ptr_array_new ();
  guint                       pack = G_MAXUINT;
  guint                       topic = G_MAXUINT;
  guint                       level = G_MAXUINT;

  drill_filter_bar_apply (self, chosen);
  for (guint i = 0; i < catalogue->packs->len; i++)
    {
      DrillPackInfo *info = g_ptr_array_index (catalogue->packs, i);

      g_ptr_array_add (packs, info->title);
      if (g_strcmp0 (chosen->pack, info->slug) == 0)
        pack = i;
    }
  for (guint i = 0; i < catalogue->topics->len; i++)
    {
      DrillTopicInfo *info = g_ptr_array_index (catalogue->topics, i);

      g_ptr_array_add (topics, drill_format_topic (info->slug));
      if (g_strcmp0 (chosen->topic, info->slug) == 0)
        topic = i;
    }
  for (guint i = 0; i < catalogue->levels->len; i++)
    {
      DrillLevels bit = g_array_index (catalogue->levels, DrillLevelInfo, i).level;

      g_ptr_array_add (levels, (gpointer) drill_format_level (bit));
      if (chosen->levels == bit)
        level = i;
    }
  g_ptr_array_add (packs, NULL);
  g_ptr_array_add (topics, NULL);
  g_ptr_array_add (levels, NULL);

  g_clear_pointer (&self->catalogue, drill_catalogue_unref);
  replace_words (self->pack, (const char **) packs->pdata);
  replace_words (self->topic, (const char **) topics->pdata);
  replace_words (self->level, (const char **) levels->pdata);
  self->catalogue = drill_catalogue_ref (catalogue);
  select_word (self->pack, pack);
  select_word (self->topic, topic);
  select_word (self->level, level);
}

void
drill_filter_bar_reset (DrillFilterBar *self)
{
  gtk_drop_down_set_selected (self->pack, 0);
  gtk_drop_down_set_selected (self->topic, 0);
  gtk_drop_down_set_selected (self->level, 0);
  gtk_drop_down_set_selected (self->kind, 0);
}

/* Position in the catalogue's list; FALSE for "all". */
static gboolean
get_chosen (GtkDropDown *drop_down,
            guint        length,
            guint       *index)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected == GTK_INVALID_LIST_POSITION || selected == 0 || selected > length)
    return FALSE;

  *index = selected - 1;
  return TRUE;
}

/* Sets the fields of @filter that the drop-downs stand for. */
void
drill_filter_bar_apply (DrillFilterBar  *self,
                        DrillItemFilter *filter)
{
  guint index;

  if (get_chosen (self->kind, G_N_ELEMENTS (kinds), &index))
    filter->kind = kinds[index];
  if (self->catalogue == NULL)
    return;

  if (get_chosen (self->pack, self->catalogue->packs->len, &index))
    filter->pack = g_strdup (((DrillPackInfo *) g_ptr_array_index (self->catalogue->packs, index))->slug);
  if (get_chosen (self->topic, self->catalogue->topics->len, &index))
    filter->topic = g_strdup (((DrillTopicInfo *) g_ptr_array_index (self->catalogue->topics, index))->slug);
  if (get_chosen (self->level, self->catalogue->levels->len, &index))
    filter->levels = g_array_index (self->catalogue->levels, DrillLevelInfo, index).level;
}
