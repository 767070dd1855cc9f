/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One item, to read. */

#include "config.h"

#include "ui/library/item-page.h"

#include "ui/format/format.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/back-header.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/option-list.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillItemPage
{
  AdwBin        parent_instance;

  DrillLibrary   *library;
  char           *key;
  GCancellable   *cancellable;
  AdwWindowTitle *title;
  GtkWidget      *bar;
  GtkWidget      *practise_button;
  GtkWidget      *history_button;
  GtkWidget    *play_button; /* of an incident, in place of the other */
  AdwBin       *place; /* of the content */
};

G_DEFINE_FINAL_TYPE (DrillItemPage, drill_item_page, ADW_TYPE_BIN)

static GtkWidget *
options_new (const DrillItem *item)
{
  GtkWidget            *list = drill_option_list_new ();
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  guint                 correct = 0;

  for (guint i = 0; i < item->options->len && i < DRILL_OPTION_LIST_MAX; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      drill_option_list_append (DRILL_OPTION_LIST (list), option->markdown);
      g_ptr_array_add (reasons, option->reason);
      if (option->correct)
        correct |= 1u << i;
    }
  g_ptr_array_add (reasons, NULL);
  drill_option_list_reveal (DRILL_OPTION_LIST (list),
                            correct,
                            (const char *const *) reasons->pdata);

  return list;
}

static GtkWidget *
key_points_text_new (const DrillItemRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (record->item->parts, i);
      const char      *grade;

      if (part->role != DRILL_PART_KEY_POINT)
        continue;
      grade = drill_format_grade (part->grade);
      g_string_append (text, "- ");
      if (grade != NULL)
        g_string_append_printf (text, "**%s** · ", grade);
      g_string_append_printf (text, "%s\n", part->markdown);
    }

  return text->len > 0 ? drill_markdown_view_new (text->str) : NULL;
}

static GtkWidget *
follow_ups_new (const DrillItemRecord *record)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < record->children->len; i++)
    {
      const DrillItemRecord *child = g_ptr_array_index (record->children, i);
      GtkWidget             *expander;
      GtkWidget             *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      GtkWidget             *label = gtk_label_new (child->item->title);

      if (box == NULL)
        box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      expander = gtk_expander_new (NULL);
      gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, child->item->title,
                                      -1);
      gtk_widget_set_margin_top (content, 9);
      gtk_widget_set_margin_start (content, 18);
      drill_item_append (GTK_BOX (content), drill_item_part_new (child, DRILL_PART_BODY));
      drill_item_append (GTK_BOX (content), drill_item_part_new (child, DRILL_PART_ANSWER));
      drill_item_append (GTK_BOX (content), key_points_text_new (child));
      gtk_expander_set_child (GTK_EXPANDER (expander), content);
      gtk_box_append (GTK_BOX (box), expander);
    }

  return box;
}

/* The turns of a transcript, each under the name of who speaks. */
static void
append_turns (GtkBox          *column,
              const DrillItem *item)
{
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      if (part->role == DRILL_PART_INTERVIEWER)
        drill_item_append (column,
                           drill_item_section_new (_("Interviewer"),
                                                   drill_markdown_view_new (part->markdown)));
      else if (part->role == DRILL_PART_CANDIDATE)
        drill_item_append (column,
                           drill_item_section_new (_("Candidate"),
                                                   drill_markdown_view_new (part->markdown)));
    }
}

static GtkWidget *
place_new (const DrillItemRecord *record)
{
  g_autofree char *name = g_path_get_basename (record->path);
  g_autofree char *text = NULL;
  GtkWidget       *label;

  /* Translators: name of a pack, name of a file, number of a line */
  text = g_strdup_printf (_("%s · %s, line %u"), record->pack_title, name, record->item->line);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_tooltip_text (label, record->path);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static void
show_record (DrillItemPage         *self,
             const DrillItemRecord *record)
{
  const DrillItem *item = record->item;
  GtkBox          *column;
  GtkWidget       *scroller = drill_item_column_new (&column);

  adw_window_title_set_title (self->title, drill_format_kind (item->kind));
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_set_visible (self->practise_button, item->kind != DRILL_ITEM_SCENARIO);
  gtk_widget_set_visible (self->history_button, item->kind != DRILL_ITEM_SCENARIO);
  gtk_widget_set_visible (self->play_button, item->kind == DRILL_ITEM_SCENARIO);

  drill_item_append (column, drill_item_header_new (record));
  drill_item_append (column, drill_item_part_new (record, DRILL_PART_BODY));
  if (item->options->len > 0)
    drill_item_append (column, options_new (item));
  drill_item_append (column,
                     drill_item_section_new (_("Explanation"),
                                             drill_item_part_new (record, DRILL_PART_EXPLANATION)));
  drill_item_append (column,
                     drill_item_section_new (_("Answer"),
                                             drill_item_part_new (record, DRILL_PART_ANSWER)));
  append_turns (column, item);
  drill_item_append (column,
                     drill_item_section_new (_("Key points"), key_points_text_new (record)));
  drill_item_append (column,
                     drill_item_section_new (_("Common mistakes"),
                                             drill_item_mistakes_new (record)));
  drill_item_append (column, drill_item_section_new (_("Follow-ups"), follow_ups_new (record)));
  drill_item_append (column,
                     drill_item_section_new (_("Where this comes from"),
                                             drill_item_references_new (record)));
  drill_item_append (column, place_new (record));
  adw_bin_set_child (self->place, scroller);
  gtk_widget_grab_focus (scroller);
}

static void
show_missing (DrillItemPage *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This Item Is Gone"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Its file no longer has it. What you answered is kept."));
  gtk_widget_set_visible (self->bar, FALSE);
  adw_bin_set_child (self->place, page);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;
  DrillItemPage              *self = data;

  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (record != NULL)
    show_record (self, record);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    show_missing (self);
  else
    drill_report_error (GTK_WIDGET (self), error);
}

static void
refresh (DrillItemPage *self)
{
  drill_library_load_item_async (self->library, self->key, self->cancellable, loaded_cb, self);
}

static void
practise_clicked_cb (DrillItemPage *self)
{
  const char *const    keys[] = { self->key, NULL };
  g_autoptr (GVariant) parameter = NULL;

  /* Activating an action does not sink its argument. */
  parameter = g_variant_ref_sink (g_variant_new_strv (keys, -1));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.study-keys", parameter);
}

static void
drill_item_page_dispose (GObject *object)
{
  DrillItemPage *self = DRILL_ITEM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (drill_item_page_parent_class)->dispose (object);
}

static void
drill_item_page_finalize (GObject *object)
{
  g_free (DRILL_ITEM_PAGE (object)->key);

  G_OBJECT_CLASS (drill_item_page_parent_class)->finalize (object);
}

static void
drill_item_page_class_init (DrillItemPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_item_page_dispose;
  object_class->finalize = drill_item_page_finalize;
}

static void
drill_item_page_init (DrillItemPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cancellable = g_cancellable_new ();
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", NULL));
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->place), TRUE);

  self->practise_button = gtk_button_new_with_label (_("Practise"));
  gtk_widget_add_css_class (self->practise_button, "pill");
  gtk_widget_add_css_class (self->practise_button, "suggested-action");
  g_signal_connect_swapped (self->practise_button, "clicked", G_CALLBACK (practise_clicked_cb), self);
  self->history_button = gtk_button_new_with_label (_("History"));
  gtk_widget_add_css_class (self->history_button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->history_button), "win.show-card");
  self->play_button = gtk_button_new_with_label (_("Play"));
  gtk_widget_add_css_class (self->play_button, "pill");
  gtk_widget_add_css_class (self->play_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->play_button), "win.play-incident");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), self->history_button);
  gtk_box_append (GTK_BOX (buttons), self->practise_button);
  gtk_box_append (GTK_BOX (buttons), self->play_button);
  self->bar = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->bar), buttons);
  gtk_widget_add_css_class (self->bar, "drill-bottom-bar");
  gtk_widget_add_css_class (self->bar, "drill-padded-bar");
  gtk_widget_set_visible (self->bar, FALSE);

  gtk_box_append (GTK_BOX (box), drill_back_header_new ("win.close-item", self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), self->bar);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
drill_item_page_new (DrillLibrary *library,
                     const char   *key)
{
  DrillItemPage *self = g_object_new (DRILL_TYPE_ITEM_PAGE, NULL);

  self->library = g_object_ref (library);
  self->key = g_strdup (key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history_button), "s", key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->play_button), "s", key);
  g_signal_connect_object (library, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
