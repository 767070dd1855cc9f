/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How the pieces of a result look. */

#include "config.h"

#include "ui/quiz/quiz-result-sections.h"

#include "ui/format/format.h"
#include "ui/item/item-sections.h"
#include "ui/quiz/choice-row.h"
#include "ui/quiz/quiz-format.h"
#include "ui/quiz/quiz-question-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
append_remarks (GtkBox          *box,
                const DrillQuiz *quiz)
{
  gint64 away = drill_attempt_get_away_ms (quiz->attempt);

  if (drill_attempt_get_phase (quiz->attempt) == DRILL_ATTEMPT_OUT_OF_TIME)
    gtk_box_append (box, label_new (_("The time was over; what was answered counts."), "dim-label"));
  if (away >= 60000)
    {
      g_autofree char *time = drill_format_duration (away);
      g_autofree char *text = NULL;

      /* Translators: a duration */
      text = g_strdup_printf (_("%s of the time passed while the program was closed."), time);
      gtk_box_append (box, label_new (text, "dim-label"));
    }
  if (drill_attempt_get_doubtful (quiz->attempt))
    gtk_box_append (box, label_new (_("The clock of this computer was changed while it was restarted, so only the time "
                                      "that is certain was counted."),
                                    "dim-label"));
  if (!quiz->setup->schedule)
    gtk_box_append (box, label_new (_("These answers do not count towards the schedule."), "dim-label"));
}

GtkWidget *
drill_quiz_score_new (const DrillQuiz *quiz)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *score_text = NULL;
  g_autofree char *setup = drill_quiz_format_asked (quiz);
  g_autofree char *time = drill_quiz_format_clock (drill_attempt_get_elapsed_ms (quiz->attempt));
  g_autofree char *median = NULL;
  g_autofree char *details = NULL;
  DrillScore       score;

  drill_quiz_get_score (quiz, &score);
  score_text = drill_quiz_format_score (&score);
  gtk_box_append (GTK_BOX (box), label_new (score_text, "title-1"));
  if (quiz->setup->pass_percent > 0)
    {
      g_autofree char *verdict = NULL;

      verdict = g_strdup_printf (score.passed ? _("Passed: %u %% were needed") : _("Not passed: %u %% were needed"),
                                 quiz->setup->pass_percent);
      gtk_box_append (GTK_BOX (box), label_new (verdict, "title-4"));
    }

  median = drill_quiz_format_clock (score.median_ms);
  /* Translators: right, wrong and unanswered questions, the time it took, the median of a question */
  details = g_strdup_printf (_("%u right · %u wrong · %u not answered · %s in all · %s each (median)"),
                             score.right, score.wrong, score.unanswered, time, median);
  gtk_box_append (GTK_BOX (box), label_new (details, NULL));
  gtk_box_append (GTK_BOX (box), label_new (setup, "dim-label"));
  append_remarks (GTK_BOX (box), quiz);

  return box;
}

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row,
        gboolean    is_number)
{
  GtkWidget *label = label_new (text, is_number ? "numeric" : column == 0 || row == 0 ? "dim-label" : NULL);

  if (column > 0)
    gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/* Confidence against correctness: what was right by luck, and what one believed. */
GtkWidget *
drill_quiz_confidence_new (const DrillQuiz *quiz)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkGrid   *grid = GTK_GRID (gtk_grid_new ());
  DrillScore score;
  guint      numbers[2][2];

  drill_quiz_get_score (quiz, &score);
  if (score.right + score.wrong == 0)
    {
      g_object_ref_sink (grid);
      g_object_unref (grid);
      g_object_ref_sink (box);
      g_object_unref (box);
      return NULL;
    }

  numbers[0][0] = score.sure_right;
  numbers[0][1] = score.sure_wrong;
  numbers[1][0] = score.unsure_right;
  numbers[1][1] = score.unsure_wrong;
  gtk_grid_set_column_spacing (grid, 24);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_set_halign (GTK_WIDGET (grid), GTK_ALIGN_START);
  attach (grid, _("Right"), 1, 0, FALSE);
  attach (grid, _("Wrong"), 2, 0, FALSE);
  attach (grid, _("Sure"), 0, 1, FALSE);
  attach (grid, _("Unsure"), 0, 2, FALSE);
  for (int row = 0; row < 2; row++)
    {
      for (int column = 0; column < 2; column++)
        {
          g_autofree char *number = g_strdup_printf ("%u", numbers[row][column]);

          attach (grid, number, column + 1, row + 1, TRUE);
        }
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (grid));
  if (score.sure_wrong > 0)
    gtk_box_append (GTK_BOX (box), label_new (_("Sure but wrong is what to look at first: it would be said with "
                                                "conviction in an interview."),
                                              "dim-label"));
  else if (score.unsure_right > 0)
    gtk_box_append (GTK_BOX (box), label_new (_("Unsure but right comes back sooner than the rest."), "dim-label"));

  return drill_item_section_new (_("Confidence"), box);
}

static GtkWidget *
part_row_new (const DrillQuizPart *part)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *bar = gtk_level_bar_new_for_interval (0, part->questions);
  GtkWidget       *number;
  g_autofree char *name = part->slug != NULL ? drill_format_topic (part->slug) : g_strdup (drill_format_level (part->level));
  g_autofree char *text = NULL;

  /* Translators: right answers, questions */
  text = g_strdup_printf (_("%u of %u"), part->right, part->questions);
  number = gtk_label_new (text);
  gtk_widget_add_css_class (number, "numeric");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), part->right);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 72, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);

  return row;
}

/* The section it is in gives it its name. */
static GtkWidget *
list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");

  return list;
}

/* @parts: (element-type DrillQuizPart) */
GtkWidget *
drill_quiz_parts_new (const char *title,
                      GPtrArray  *parts)
{
  GtkWidget *list;

  if (parts->len == 0)
    return NULL;

  list = list_new ();
  for (guint i = 0; i < parts->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), part_row_new (g_ptr_array_index (parts, i)));

  return drill_item_section_new (title, list);
}

/* "Right · 0:41, 2.1 times the median · you: B · key: C" */
static char *
describe (const DrillQuiz *quiz,
          guint            index,
          gint64           median_ms)
{
  const DrillQuizQuestion *question = drill_quiz_get_question (quiz, index);
  const DrillAttemptEntry *entry = drill_attempt_get_entry (quiz->attempt, index);
  g_autofree char         *own = drill_quiz_format_letters (drill_option_order_to_shown (&question->order, entry->chosen));
  g_autofree char         *key = drill_quiz_format_letters (drill_option_order_to_shown (&question->order, question->correct));
  g_autofree char         *time = drill_quiz_format_clock (entry->spent_ms);
  g_autoptr (GString)      text = g_string_new (NULL);

  switch (drill_attempt_get_outcome (quiz->attempt, index))
    {
    case DRILL_OUTCOME_RIGHT:
      g_string_append (text, entry->unsure ? _("Right, but unsure") : _("Right"));
      break;
    case DRILL_OUTCOME_WRONG:
      g_string_append (text, entry->unsure ? _("Wrong, unsure") : _("Wrong, but sure"));
      break;
    case DRILL_OUTCOME_UNANSWERED:
    default:
      g_string_append (text, _("Not answered"));
      break;
    }
  g_string_append (text, " · ");
  /* Translators: letters of the own answer, letters of the right one */
  g_string_append_printf (text, _("you: %s, key: %s"), own, key);
  g_string_append_printf (text, " · %s", time);
  if (median_ms > 0 && entry->spent_ms > 2 * median_ms)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("%.1f times the median"), (double) entry->spent_ms / (double) median_ms);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is inside a row is made when it is opened: there may be hundreds. */
static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             gpointer        data)
{
  const DrillQuiz         *quiz = g_object_get_data (G_OBJECT (row), "quiz");
  guint                    index = GPOINTER_TO_UINT (data);
  const DrillQuizQuestion *question = drill_quiz_get_question (quiz, index);
  const DrillAttemptEntry *entry = drill_attempt_get_entry (quiz->attempt, index);
  GtkWidget               *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget               *options;
  GtkWidget               *open = gtk_button_new_with_label (_("Open in the Library"));

  g_signal_handlers_disconnect_by_func (row, expanded_cb, data);
  gtk_widget_add_css_class (column, "quiz-question");
  drill_item_append (GTK_BOX (column), drill_item_header_new (question->record));
  drill_item_append (GTK_BOX (column), drill_item_part_new (question->record, DRILL_PART_BODY));
  options = drill_quiz_options_new (question, drill_option_order_to_shown (&question->order, entry->chosen));
  gtk_box_append (GTK_BOX (column), options);
  drill_quiz_options_reveal (options, question, GTK_BOX (column));
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", question->record->key);
  gtk_box_append (GTK_BOX (column), open);
  adw_expander_row_add_row (row, column);
}

static GtkWidget *
question_row_new (const DrillQuiz *quiz,
                  guint            index,
                  gint64           median_ms)
{
  const DrillQuizQuestion *question = drill_quiz_get_question (quiz, index);
  GtkWidget               *row = adw_expander_row_new ();
  g_autofree char         *title = g_strdup_printf ("%u. %s", index + 1, question->record->item->title);
  g_autofree char         *escaped = g_markup_escape_text (title, -1);
  g_autofree char         *subtitle = describe (quiz, index, median_ms);
  gboolean                 right = drill_attempt_get_outcome (quiz->attempt, index) == DRILL_OUTCOME_RIGHT;

  /* The title of this row is markup, whatever its property says in this version. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  drill_name_inner_list (row, title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               gtk_image_new_from_icon_name (right ? "emblem-ok-symbolic" : "window-close-symbolic"));
  g_object_set_data (G_OBJECT (row), "quiz", (gpointer) quiz);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), GUINT_TO_POINTER (index));

  return row;
}

GtkWidget *
drill_quiz_questions_new (const DrillQuiz *quiz)
{
  GtkWidget *list = list_new ();
  DrillScore score;

  drill_quiz_get_score (quiz, &score);
  for (guint i = 0; i < quiz->questions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), question_row_new (quiz, i, score.median_ms));

  return drill_item_section_new (_("Questions"), list);
}
