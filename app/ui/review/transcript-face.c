/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * An interview from a chapter, rehearsed.
 *
 *   set-up -> [ interviewer asks -> learner answers -> model answer ]* -> grade
 */

#include "config.h"

#include "ui/review/transcript-face.h"

#include "study/suggestion.h"
#include "ui/format/format.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/answer-box.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/markdown-view.h"

#include <glib/gi18n.h>

/* One key point that was shown with its tick box. */
typedef struct
{
  DrillChecklist  *list; /* in the column */
  guint            index;
  const DrillPart *part;
} Point;

struct _DrillTranscriptFace
{
  DrillCardFace    parent_instance;

  DrillItemRecord *record;
  GtkBox          *column;
  GtkScrolledWindow *scroller;
  guint            next;      /* index of the part that comes next */
  DrillAnswerBox  *words;     /* (nullable): of the turn that is being answered */
  GString         *all_words; /* what was typed in the turns before */
  GArray          *points;    /* Point */
  GtkWidget       *newest;    /* (nullable): where the last step began */
};

G_DEFINE_FINAL_TYPE (DrillTranscriptFace, drill_transcript_face, DRILL_TYPE_CARD_FACE)

static const DrillPart *
peek (DrillTranscriptFace *self)
{
  GPtrArray *parts = self->record->item->parts;

  return self->next < parts->len ? g_ptr_array_index (parts, self->next) : NULL;
}

static void
append_speech (DrillTranscriptFace *self,
               const char          *speaker,
               const DrillPart     *part,
               const char          *css_class)
{
  GtkWidget *section;

  section = drill_item_section_new (speaker, drill_markdown_view_new (part->markdown));
  gtk_widget_add_css_class (section, "drill-speech");
  gtk_widget_add_css_class (section, css_class);
  drill_item_append (self->column, section);
  if (self->newest == NULL)
    self->newest = section;
}

/* All turns together make the grade. */
static DrillRating
suggest (DrillTranscriptFace *self)
{
  g_autofree DrillKeyPointGrade *grades = g_new0 (DrillKeyPointGrade, self->points->len + 1);
  g_autofree gboolean           *met = g_new0 (gboolean, self->points->len + 1);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      grades[i] = point->part->grade;
      met[i] = drill_checklist_get_ticked (point->list, point->index);
    }

  return drill_suggest_rating (grades, met, self->points->len);
}

static void
ticked_cb (DrillTranscriptFace *self)
{
  if (drill_card_face_get_ready (DRILL_CARD_FACE (self)))
    drill_card_face_set_suggested (DRILL_CARD_FACE (self), suggest (self));
}

static void
append_point (DrillTranscriptFace *self,
              DrillChecklist      *list,
              const DrillPart     *part)
{
  Point point = { list, drill_checklist_get_n_points (list), part };

  drill_checklist_append (list, part->markdown, part->grade, drill_format_grade (part->grade));
  g_array_append_val (self->points, point);
}

static void
take_words (DrillTranscriptFace *self)
{
  g_autofree char *text = NULL;

  if (self->words == NULL)
    return;

  text = drill_answer_box_dup_text (self->words);
  if (text != NULL)
    g_string_append_printf (self->all_words, "%s%s", self->all_words->len > 0 ? "\n\n" : "", text);
  drill_answer_box_freeze (self->words);
  self->words = NULL;
}

static void
submitted_cb (DrillTranscriptFace *self)
{
  drill_card_face_advance (DRILL_CARD_FACE (self));
}

/* What the interviewer says next, and room to answer when an answer follows. */
static void
show_question (DrillTranscriptFace *self)
{
  const DrillPart *part;

  while ((part = peek (self)) != NULL && part->role == DRILL_PART_INTERVIEWER)
    {
      append_speech (self, _("Interviewer"), part, "drill-interviewer");
      self->next++;
    }
  if (part == NULL)
    {
      drill_card_face_finish (DRILL_CARD_FACE (self), suggest (self), FALSE);
      return;
    }

  self->words = DRILL_ANSWER_BOX (drill_answer_box_new ());
  g_signal_connect_object (self->words, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
  drill_item_append (self->column, GTK_WIDGET (self->words));
  drill_card_face_set_action_label (DRILL_CARD_FACE (self), _("Show _Model Answer"));
}

static void
show_answer (DrillTranscriptFace *self)
{
  const DrillPart *part;
  GtkWidget       *points = NULL;

  take_words (self);
  while ((part = peek (self)) != NULL && part->role != DRILL_PART_INTERVIEWER)
    {
      if (part->role == DRILL_PART_CANDIDATE)
        append_speech (self, _("Model answer"), part, "drill-candidate");
      else if (part->role == DRILL_PART_KEY_POINT)
        {
          if (points == NULL)
            {
              points = drill_checklist_new ();
              g_signal_connect_object (points, "changed", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
            }
          append_point (self, DRILL_CHECKLIST (points), part);
        }
      self->next++;
    }
  drill_item_append (self->column,
                     drill_item_section_new (_("Key points: tick what your answer had"), points));

  if (part == NULL)
    drill_card_face_finish (DRILL_CARD_FACE (self), suggest (self), FALSE);
  else
    drill_card_face_set_action_label (DRILL_CARD_FACE (self), _("_Next Turn"));
}

/* Brings the first thing that the last step added to the top. */
static gboolean
scroll_to_newest_cb (gpointer data)
{
  DrillTranscriptFace *self = data;
  double               y;

  if (self->newest != NULL && gtk_widget_get_root (self->newest) != NULL &&
      gtk_widget_translate_coordinates (self->newest, GTK_WIDGET (self->column), 0, 0, NULL, &y))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), y);

  return G_SOURCE_REMOVE;
}

static void
drill_transcript_face_advance (DrillCardFace *face)
{
  DrillTranscriptFace *self = DRILL_TRANSCRIPT_FACE (face);

  if (drill_card_face_get_ready (face))
    return;

  self->newest = NULL;
  if (self->words != NULL)
    show_answer (self);
  else
    show_question (self);

  /* After the new widgets have their sizes. */
  g_idle_add_full (G_PRIORITY_LOW, scroll_to_newest_cb, g_object_ref (self), g_object_unref);
}

static void
drill_transcript_face_fill (DrillCardFace *face,
                            DrillAnswer   *answer)
{
  DrillTranscriptFace     *self = DRILL_TRANSCRIPT_FACE (face);
  g_autoptr (GStrvBuilder) met = g_strv_builder_new ();

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      if (drill_checklist_get_ticked (point->list, point->index))
        g_strv_builder_add (met, point->part->markdown);
    }
  if (self->points->len > 0)
    answer->met = g_strv_builder_end (met);
  if (self->all_words->len > 0)
    answer->words = g_strdup (self->all_words->str);
}

static void
drill_transcript_face_finalize (GObject *object)
{
  DrillTranscriptFace *self = DRILL_TRANSCRIPT_FACE (object);

  drill_item_record_unref (self->record);
  g_string_free (self->all_words, TRUE);
  g_array_unref (self->points);

  G_OBJECT_CLASS (drill_transcript_face_parent_class)->finalize (object);
}

static void
drill_transcript_face_class_init (DrillTranscriptFaceClass *klass)
{
  DrillCardFaceClass *face_class = DRILL_CARD_FACE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = drill_transcript_face_finalize;
  face_class->advance = drill_transcript_face_advance;
  face_class->fill = drill_transcript_face_fill;
}

static void
drill_transcript_face_init (DrillTranscriptFace *self)
{
  self->all_words = g_string_new (NULL);
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

GtkWidget *
drill_transcript_face_new (DrillItemRecord *record)
{
  DrillTranscriptFace *self = g_object_new (DRILL_TYPE_TRANSCRIPT_FACE, NULL);
  const DrillPart     *part;

  self->record = drill_item_record_ref (record);
  self->scroller = GTK_SCROLLED_WINDOW (drill_item_column_new (&self->column));
  drill_item_append (self->column, drill_item_header_new (record));
  drill_item_append (self->column, drill_item_part_new (record, DRILL_PART_BODY));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));

  while ((part = peek (self)) != NULL && part->role != DRILL_PART_INTERVIEWER &&
         part->role != DRILL_PART_CANDIDATE)
    self->next++;
  show_question (self);

  return GTK_WIDGET (self);
}
