/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* An open question, before and after its answer is shown. */

#include "config.h"

#include "ui/review/question-face.h"

#include "study/suggestion.h"
#include "ui/format/format.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/answer-box.h"
#include "ui/review/follow-up-list.h"
#include "ui/widgets/checklist.h"

#include <glib/gi18n.h>

struct _DrillQuestionFace
{
  DrillCardFace    parent_instance;

  DrillItemRecord *record;
  GtkBox          *column;
  DrillAnswerBox  *words;
  DrillChecklist  *key_points; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DrillQuestionFace, drill_question_face, DRILL_TYPE_CARD_FACE)

/* Key points in the order of the checklist. */
static GPtrArray *
list_key_points (DrillQuestionFace *self)
{
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < self->record->item->parts->len; i++)
    {
      DrillPart *part = g_ptr_array_index (self->record->item->parts, i);

      if (part->role == DRILL_PART_KEY_POINT && part->turn == 0)
        g_ptr_array_add (points, part);
    }

  return points;
}

static DrillRating
suggest (DrillQuestionFace *self)
{
  g_autoptr (GPtrArray)          points = list_key_points (self);
  g_autofree DrillKeyPointGrade *grades = g_new0 (DrillKeyPointGrade, points->len + 1);
  g_autofree gboolean           *met = g_new0 (gboolean, points->len + 1);

  for (guint i = 0; i < points->len; i++)
    {
      grades[i] = ((DrillPart *) g_ptr_array_index (points, i))->grade;
      met[i] = drill_checklist_get_ticked (self->key_points, i);
    }

  return drill_suggest_rating (grades, met, points->len);
}

static void
ticked_cb (DrillQuestionFace *self)
{
  drill_card_face_set_suggested (DRILL_CARD_FACE (self), suggest (self));
}

static void
ask_next_cb (DrillQuestionFace *self,
             const char        *key)
{
  g_signal_emit_by_name (self, "ask-next", key);
}

static void
append_key_points (DrillQuestionFace *self)
{
  GtkWidget *key_points = drill_item_key_points_new (self->record);

  if (key_points == NULL)
    return;

  self->key_points = DRILL_CHECKLIST (key_points);
  g_signal_connect_object (key_points, "changed", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  drill_item_append (self->column,
                     drill_item_section_new (_("Key points: tick what your answer had"), key_points));
}

static void
drill_question_face_advance (DrillCardFace *face)
{
  DrillQuestionFace *self = DRILL_QUESTION_FACE (face);
  GtkWidget         *follow_ups;

  if (drill_card_face_get_ready (face))
    return;

  drill_answer_box_freeze (self->words);
  drill_item_append (self->column, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  append_key_points (self);
  drill_item_append (self->column,
                     drill_item_section_new (_("Answer"),
                                             drill_item_part_new (self->record, DRILL_PART_ANSWER)));
  drill_item_append (self->column,
                     drill_item_section_new (_("Common mistakes"),
                                             drill_item_mistakes_new (self->record)));
  follow_ups = drill_follow_up_list_new (self->record);
  if (follow_ups != NULL)
    {
      g_signal_connect_object (follow_ups, "ask-next", G_CALLBACK (ask_next_cb), self, G_CONNECT_SWAPPED);
      drill_item_append (self->column, drill_item_section_new (_("Follow-ups"), follow_ups));
    }
  drill_item_append (self->column,
                     drill_item_section_new (_("Where this comes from"),
                                             drill_item_references_new (self->record)));

  drill_card_face_finish (face, suggest (self), FALSE);
  if (self->key_points != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->key_points), GTK_DIR_TAB_FORWARD);
}

static void
drill_question_face_fill (DrillCardFace *face,
                          DrillAnswer   *answer)
{
  DrillQuestionFace       *self = DRILL_QUESTION_FACE (face);
  g_autoptr (GPtrArray)    points = list_key_points (self);
  g_autoptr (GStrvBuilder) met = g_strv_builder_new ();

  answer->words = drill_answer_box_dup_text (self->words);
  if (self->key_points == NULL)
    return;

  for (guint i = 0; i < points->len; i++)
    {
      if (drill_checklist_get_ticked (self->key_points, i))
        g_strv_builder_add (met, ((DrillPart *) g_ptr_array_index (points, i))->markdown);
    }
  answer->met = g_strv_builder_end (met);
}

static void
submitted_cb (DrillQuestionFace *self)
{
  drill_card_face_advance (DRILL_CARD_FACE (self));
}

static void
drill_question_face_finalize (GObject *object)
{
  drill_item_record_unref (DRILL_QUESTION_FACE (object)->record);

  G_OBJECT_CLASS (drill_question_face_parent_class)->finalize (object);
}

static void
drill_question_face_class_init (DrillQuestionFaceClass *klass)
{
  DrillCardFaceClass *face_class = DRILL_CARD_FACE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = drill_question_face_finalize;
  face_class->advance = drill_question_face_advance;
  face_class->fill = drill_question_face_fill;
}

static void
drill_question_face_init (DrillQuestionFace *self)
{
}

GtkWidget *
drill_question_face_new (DrillItemRecord *record)
{
  DrillQuestionFace *self = g_object_new (DRILL_TYPE_QUESTION_FACE, NULL);
  GtkWidget         *scroller = drill_item_column_new (&self->column);

  self->record = drill_item_record_ref (record);
  self->words = DRILL_ANSWER_BOX (drill_answer_box_new ());
  g_signal_connect_object (self->words, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);

  drill_item_append (self->column, drill_item_header_new (record));
  drill_item_append (self->column, drill_item_part_new (record, DRILL_PART_BODY));
  drill_item_append (self->column, GTK_WIDGET (self->words));
  adw_bin_set_child (ADW_BIN (self), scroller);
  drill_card_face_set_action_label (DRILL_CARD_FACE (self), _("Show _Answer"));

  return GTK_WIDGET (self);
}
