/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   (A)  Text of the option, Markdown
 *        v Correct, your answer          after the reveal: icon and words
 *        Because ...                     and the reason, Markdown
 *
 * Before the reveal the text is a picture: a click anywhere chooses. To a
 * screen reader the row itself is the radio button or check box.
 */

#include "config.h"

#include "ui/widgets/option-row.h"

#include "pack/blocks.h"
#include "ui/widgets/markdown-view.h"

#include <glib/gi18n.h>

struct _DrillOptionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget    *content;
  GtkWidget    *badge;
  char         *name;
  guint         chosen : 1;
  guint         revealed : 1;
};

G_DEFINE_FINAL_TYPE (DrillOptionRow, drill_option_row, GTK_TYPE_LIST_BOX_ROW)

typedef struct
{
  const char *words; /* NULL when there is nothing to say */
  const char *icon;
  const char *css_class;
} Verdict;

static Verdict
judge (gboolean chosen,
       gboolean correct,
       gboolean answered)
{
  if (chosen && correct)
    return (Verdict) { _ ("Correct, your answer"), "emblem-ok-symbolic", "correct" };
  if (chosen)
    return (Verdict) { _ ("Wrong, your answer"), "window-close-symbolic", "wrong" };
  if (correct && !answered)
    return (Verdict) { _ ("Correct"), "emblem-ok-symbolic", "correct" };
  if (correct)
    return (Verdict) { _ ("Correct, you did not choose it"), "emblem-ok-symbolic", "missed" };

  return (Verdict) { NULL, NULL, "other" };
}

static void
drill_option_row_finalize (GObject *object)
{
  g_free (DRILL_OPTION_ROW (object)->name);

  G_OBJECT_CLASS (drill_option_row_parent_class)->finalize (object);
}

static void
drill_option_row_class_init (DrillOptionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = drill_option_row_finalize;
}

static void
drill_option_row_init (DrillOptionRow *self)
{
  GtkWidget *grid = gtk_grid_new ();

  /* A box would measure the width of the text for the height of one line, and
   * take room for a text that does not wrap. */
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (grid), self->badge, 0, 0, 1, 1);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (self->content, TRUE);
  gtk_widget_add_css_class (self->content, "content");
  gtk_grid_attach (GTK_GRID (grid), self->content, 1, 0, 1, 1);

  gtk_widget_add_css_class (GTK_WIDGET (self), "option");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), grid);
}

GtkWidget *
drill_option_row_new (guint       index,
                      gboolean    multiple,
                      const char *markdown)
{
  DrillOptionRow  *self = g_object_new (DRILL_TYPE_OPTION_ROW,
                                        "accessible-role", multiple ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_RADIO,
                                        NULL);
  const char       letter[] = { (char) ('A' + index), '\0' };
  g_autofree char *plain = drill_markdown_to_plain (markdown);
  GtkWidget       *text = drill_markdown_view_new (NULL);

  gtk_label_set_label (GTK_LABEL (self->badge), letter);
  gtk_widget_add_css_class (self->badge, multiple ? "square" : "round");
  drill_markdown_view_set_interactive (DRILL_MARKDOWN_VIEW (text), FALSE);
  drill_markdown_view_set_markdown (DRILL_MARKDOWN_VIEW (text), markdown);
  gtk_box_append (GTK_BOX (self->content), text);

  /* Translators: the letter of an option and its text */
  self->name = g_strdup_printf (C_ ("option", "%s: %s"), letter, plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, letter,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);

  return GTK_WIDGET (self);
}

void
drill_option_row_set_chosen (DrillOptionRow *self,
                             gboolean        chosen)
{
  g_return_if_fail (DRILL_IS_OPTION_ROW (self));

  self->chosen = !!chosen;
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
append_verdict (DrillOptionRow *self,
                const Verdict  *verdict)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *icon = gtk_image_new_from_icon_name (verdict->icon);
  GtkWidget       *label = gtk_label_new (verdict->words);
  /* Translators: an option, followed by whether it was right */
  g_autofree char *name = g_strdup_printf (C_ ("option", "%s. %s"), self->name, verdict->words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (line, "verdict");
  gtk_widget_add_css_class (line, verdict->css_class);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (self->content), line);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Says whether the option was right and, when @reason is not %NULL, why. Once
 * only; the row takes no more choices. @answered: whether any option was chosen */
void
drill_option_row_reveal (DrillOptionRow *self,
                         gboolean        correct,
                         gboolean        answered,
                         const char     *reason)
{
  Verdict verdict;

  g_return_if_fail (DRILL_IS_OPTION_ROW (self));
  g_return_if_fail (!self->revealed);

  self->revealed = TRUE;
  verdict = judge (self->chosen, correct, answered);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), verdict.css_class);

  if (verdict.words != NULL)
    append_verdict (self, &verdict);

  if (reason != NULL)
    {
      GtkWidget *view = drill_markdown_view_new (reason);

      gtk_widget_add_css_class (view, "reason");
      gtk_box_append (GTK_BOX (self->content), view);
    }
}
