/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A multiple-choice question.
 *
 * With one right option the choice is the answer. With several, one chooses and
 * then asks for the check; all right ones and no wrong one make it right.
 */

#include "config.h"

#include "ui/review/mcq-face.h"

#include "ui/item/item-sections.h"
#include "ui/widgets/option-list.h"

#include <glib/gi18n.h>

struct _DrillMcqFace
{
  DrillCardFace    parent_instance;

  DrillItemRecord *record;
  GtkBox          *column;
  DrillOptionList *options;
  GtkWidget       *hint;
  guint            correct; /* bit set */
};

G_DEFINE_FINAL_TYPE (DrillMcqFace, drill_mcq_face, DRILL_TYPE_CARD_FACE)

static guint
count_bits (guint bits)
{
  guint count = 0;

  for (; bits != 0; bits &= bits - 1)
    count++;

  return count;
}

static guint
correct_options (const DrillItem *item)
{
  guint correct = 0;

  for (guint i = 0; i < item->options->len && i < DRILL_OPTION_LIST_MAX; i++)
    {
      if (((DrillOption *) g_ptr_array_index (item->options, i))->correct)
        correct |= 1u << i;
    }

  return correct;
}

static void
drill_mcq_face_advance (DrillCardFace *face)
{
  DrillMcqFace         *self = DRILL_MCQ_FACE (face);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  const DrillItem      *item = self->record->item;
  guint                 chosen = drill_option_list_get_chosen (self->options);
  gboolean              right = chosen == self->correct;

  if (drill_card_face_get_ready (face) || chosen == 0)
    return;

  for (guint i = 0; i < item->options->len; i++)
    g_ptr_array_add (reasons, ((DrillOption *) g_ptr_array_index (item->options, i))->reason);
  g_ptr_array_add (reasons, NULL);
  drill_option_list_reveal (self->options, self->correct, (const char *const *) reasons->pdata);

  gtk_label_set_label (GTK_LABEL (self->hint), right ? _("Right.") : _("Not this time."));
  gtk_widget_remove_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "heading");
  drill_item_append (self->column,
                     drill_item_section_new (_("Explanation"),
                                             drill_item_part_new (self->record,
                                                                  DRILL_PART_EXPLANATION)));
  drill_item_append (self->column,
                     drill_item_section_new (_("Where this comes from"),
                                             drill_item_references_new (self->record)));

  drill_card_face_finish (face, right ? DRILL_RATING_GOOD : DRILL_RATING_AGAIN, !right);
}

static void
chosen_cb (DrillMcqFace *self)
{
  guint chosen = drill_option_list_get_chosen (self->options);

  if (!drill_option_list_get_multiple (self->options))
    drill_card_face_advance (DRILL_CARD_FACE (self));
  else
    drill_card_face_set_action_label (DRILL_CARD_FACE (self), chosen != 0 ? _("_Check") : NULL);
}

static void
drill_mcq_face_fill (DrillCardFace *face,
                     DrillAnswer   *answer)
{
  DrillMcqFace            *self = DRILL_MCQ_FACE (face);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  const DrillItem         *item = self->record->item;

  for (guint i = 0; i < item->options->len && i < DRILL_OPTION_LIST_MAX; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      if (drill_option_list_get_chosen (self->options) & (1u << i))
        g_strv_builder_add (chosen, option->markdown);
    }
  answer->chosen = g_strv_builder_end (chosen);
}

static gboolean
drill_mcq_face_uses_letter (DrillCardFace *face,
                            int            letter)
{
  DrillMcqFace *self = DRILL_MCQ_FACE (face);

  return !drill_option_list_get_revealed (self->options) &&
         letter - 'a' < (int) drill_option_list_get_n_options (self->options);
}

static void
drill_mcq_face_finalize (GObject *object)
{
  drill_item_record_unref (DRILL_MCQ_FACE (object)->record);

  G_OBJECT_CLASS (drill_mcq_face_parent_class)->finalize (object);
}

static void
drill_mcq_face_class_init (DrillMcqFaceClass *klass)
{
  DrillCardFaceClass *face_class = DRILL_CARD_FACE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = drill_mcq_face_finalize;
  face_class->advance = drill_mcq_face_advance;
  face_class->fill = drill_mcq_face_fill;
  face_class->uses_letter = drill_mcq_face_uses_letter;
}

static void
drill_mcq_face_init (DrillMcqFace *self)
{
}

GtkWidget *
drill_mcq_face_new (DrillItemRecord *record)
{
  DrillMcqFace    *self = g_object_new (DRILL_TYPE_MCQ_FACE, NULL);
  const DrillItem *item = record->item;
  GtkWidget       *scroller = drill_item_column_new (&self->column);

  self->record = drill_item_record_ref (record);
  self->correct = correct_options (item);
  self->options = DRILL_OPTION_LIST (drill_option_list_new ());
  drill_option_list_set_multiple (self->options, count_bits (self->correct) > 1);
  for (guint i = 0; i < item->options->len && i < DRILL_OPTION_LIST_MAX; i++)
    drill_option_list_append (self->options,
                              ((DrillOption *) g_ptr_array_index (item->options, i))->markdown);
  g_signal_connect_object (self->options, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  self->hint = gtk_label_new (count_bits (self->correct) > 1 ? _("Choose all that are right.")
                                                             : _("Choose one."));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");

  drill_item_append (self->column, drill_item_header_new (record));
  drill_item_append (self->column, drill_item_part_new (record, DRILL_PART_BODY));
  drill_item_append (self->column, self->hint);
  drill_item_append (self->column, GTK_WIDGET (self->options));
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}
