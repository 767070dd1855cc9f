/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How the parts of an item look. */

#include "config.h"

#include "ui/item/item-sections.h"

#include "ui/format/format.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/markdown-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define COLUMN_WIDTH 720

static GtkWidget *
dim_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

/* What it is, for whom, about what; then its title; then the question it follows. */
GtkWidget *
drill_item_header_new (const DrillItemRecord *record)
{
  const DrillItem  *item = record->item;
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget        *title = drill_markdown_view_new (item->title_markdown);
  g_autofree char  *levels = drill_format_levels (item->levels);
  g_autofree char  *topics = NULL;
  g_autoptr (GString) meta = g_string_new (drill_format_kind (item->kind));
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();

  for (guint i = 0; i < item->topics->len; i++)
    g_ptr_array_add (slugs, g_ptr_array_index (item->topics, i));
  g_ptr_array_add (slugs, NULL);
  topics = drill_format_topics ((const char *const *) slugs->pdata);

  if (*levels != '\0')
    g_string_append_printf (meta, " · %s", levels);
  if (*topics != '\0')
    g_string_append_printf (meta, " · %s", topics);
  if (item->minutes > 0)
    {
      g_autofree char *minutes = drill_format_duration (item->minutes * 60 * 1000);

      /* Translators: a duration such as "4 min" */
      g_string_append (meta, " · ");
      g_string_append_printf (meta, _("about %s"), minutes);
    }

  gtk_widget_add_css_class (title, "title-2");
  gtk_widget_add_css_class (title, "drill-item-title");
  gtk_box_append (GTK_BOX (box), dim_label_new (meta->str));
  gtk_box_append (GTK_BOX (box), title);
  if (record->parent_title != NULL)
    {
      g_autofree char *follows = NULL;

      /* Translators: the title of the question that this one follows */
      follows = g_strdup_printf (_("Follows “%s”"), record->parent_title);
      gtk_box_append (GTK_BOX (box), dim_label_new (follows));
    }

  return box;
}

/* All parts of one role as running text. */
GtkWidget *
drill_item_part_new (const DrillItemRecord *record,
                     DrillPartRole          role)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (record->item->parts, i);

      if (part->role != role)
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, part->markdown);
    }

  return text->len > 0 ? drill_markdown_view_new (text->str) : NULL;
}

/* @child: (nullable) (transfer floating): NULL makes the section NULL */
GtkWidget *
drill_item_section_new (const char *title,
                        GtkWidget  *child)
{
  GtkWidget *box;
  GtkWidget *label;

  if (child == NULL)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), child);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);

  return box;
}

GtkWidget *
drill_item_key_points_new (const DrillItemRecord *record)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < record->item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (record->item->parts, i);

      if (part->role != DRILL_PART_KEY_POINT || part->turn > 0)
        continue;
      if (list == NULL)
        list = drill_checklist_new ();
      drill_checklist_append (DRILL_CHECKLIST (list),
                              part->markdown,
                              part->grade,
                              drill_format_grade (part->grade));
    }

  return list;
}

GtkWidget *
drill_item_mistakes_new (const DrillItemRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (record->item->parts, i);
      g_auto (GStrv)   lines = NULL;

      if (part->role != DRILL_PART_MISTAKE)
        continue;

      /* One list item each; what has several lines is indented below its bullet. */
      lines = g_strsplit (part->markdown, "\n", -1);
      for (guint line = 0; lines[line] != NULL; line++)
        g_string_append_printf (text, "%s%s\n", line == 0 ? "- " : "  ", lines[line]);
    }

  return text->len > 0 ? drill_markdown_view_new (text->str) : NULL;
}

GtkWidget *
drill_item_references_new (const DrillItemRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (record->references, i);

      /* Titles are plain text already, so only brackets could be taken for
       * markup here. */
      if (reference->url != NULL)
        {
          g_autofree char *title = g_strdelimit (g_strdup (reference->title), "[]\\", ' ');

          g_string_append_printf (text, "- [%s](<%s>)\n", title, reference->url);
        }
      else
        {
          g_string_append_printf (text, "- %s\n", reference->title);
        }
    }

  return text->len > 0 ? drill_markdown_view_new (text->str) : NULL;
}

GtkWidget *
drill_item_column_new (GtkBox **column)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);

  /* So that text without anything to focus can be scrolled by keys. */
  gtk_widget_set_focusable (scroller, TRUE);
  *column = GTK_BOX (box);

  return scroller;
}

void
drill_item_append (GtkBox    *column,
                   GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (column, child);
}
