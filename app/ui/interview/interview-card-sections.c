/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How the pieces of a scorecard look. */

#include "config.h"

#include "ui/interview/interview-card-sections.h"

#include "pack/blocks.h"
#include "ui/format/format.h"
#include "ui/interview/interview-format.h"
#include "ui/item/item-sections.h"

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

/* @name: (nullable): NULL for a list that has its name from its section */
static GtkWidget *
list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return list;
}

static GtkWidget *
row_new (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
append_interruptions (GtkBox             *box,
                      const DrillMockRun *run)
{
  guint            n = drill_mock_run_get_interruptions (run);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  time = drill_format_duration (drill_mock_run_get_away_ms (run));
  /* Translators: how often, and the duration of it all */
  text = g_strdup_printf (ngettext ("Interrupted %u time, for %s, which was not counted.",
                                    "Interrupted %u times, for %s, which was not counted.", n),
                          n, time);
  gtk_box_append (box, label_new (text, "dim-label"));
  if (drill_mock_run_get_doubtful (run))
    gtk_box_append (box, label_new (_("The clock of this computer was changed while it was restarted."), "dim-label"));
}

GtkWidget *
drill_interview_score_new (const DrillMock      *mock,
                           const DrillScorecard *card)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *score = g_strdup_printf (_("%d %%"), card->percent);
  g_autofree char *verdict = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *setup = drill_interview_format_setup (&mock->setup);
  g_autofree char *date = drill_interview_format_date (mock->started_ms);
  g_autofree char *time = drill_format_duration (drill_mock_run_get_elapsed_ms (mock->run));
  g_autofree char *details = g_strdup_printf ("%s · %s · %s", setup, date, time);

  verdict = g_strdup_printf (card->percent >= DRILL_MOCK_PASS ? _("Passed: %d %% were needed") : _("Not passed: %d %% were needed"),
                             DRILL_MOCK_PASS);
  /* Translators: questions asked, all questions, key points made, all key points, percent */
  asked = g_strdup_printf (_("%u of %u questions asked · %u of %u key points · %d %% of what was asked"),
                           card->n_asked, card->n_steps, card->n_made, card->n_points, card->percent_asked);
  gtk_box_append (GTK_BOX (box), label_new (score, "title-1"));
  gtk_box_append (GTK_BOX (box), label_new (verdict, "title-4"));
  gtk_box_append (GTK_BOX (box), label_new (asked, NULL));
  gtk_box_append (GTK_BOX (box), label_new (details, "dim-label"));
  gtk_box_append (GTK_BOX (box), label_new (drill_interview_format_ending (drill_mock_run_get_phase (mock->run)), "dim-label"));
  append_interruptions (GTK_BOX (box), mock->run);

  return box;
}

GtkWidget *
drill_interview_dimensions_new (const DrillScorecard *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = list_new (_("What an Interviewer Looks At"));

  for (guint i = 0; i < DRILL_N_DIMENSIONS; i++)
    {
      const char      *name = drill_interview_format_dimension (i);
      g_autofree char *mark = drill_interview_format_mark (&card->marks[i]);
      GtkWidget       *row = row_new (name, mark);
      GtkWidget       *bar = gtk_level_bar_new_for_interval (0, 100);

      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), drill_mock_mark_get_percent (&card->marks[i]));
      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (bar, 110, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box),
                  label_new (_("Which of these a key point belongs to is a rule of thumb: the words in it decide, then the "
                               "topics of its question. The marks are your own: what you ticked, chose and did."),
                             "dim-label"));

  return drill_item_section_new (_("What an Interviewer Looks At"), box);
}

static GtkWidget *
gap_row_new (const DrillMock    *mock,
             const DrillMockGap *gap)
{
  g_autofree char *title = g_strchomp (drill_markdown_to_plain (drill_interview_format_gap (gap)));
  g_autofree char *question = drill_interview_format_question (drill_mock_get_step (mock, gap->step));
  const char      *grade = drill_format_grade (gap->grade);
  g_autofree char *subtitle = grade != NULL ? g_strdup_printf ("%s · %s", grade, question) : g_strdup (question);

  return row_new (title, subtitle);
}

/* For each dimension the sentences of the rubric that were missed. */
GtkWidget *
drill_interview_gaps_new (const DrillMock      *mock,
                          const DrillScorecard *card)
{
  GtkWidget         *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget         *list = NULL;
  DrillMockDimension last = DRILL_N_DIMENSIONS;

  if (card->gaps->len == 0)
    {
      g_object_ref_sink (box);
      g_object_unref (box);
      return NULL;
    }

  for (guint i = 0; i < card->gaps->len; i++)
    {
      const DrillMockGap *gap = g_ptr_array_index (card->gaps, i);
      const char         *name = drill_interview_format_dimension (gap->dimension);

      if (gap->dimension != last)
        {
          list = list_new (name);
          gtk_box_append (GTK_BOX (box), label_new (name, "caption-heading"));
          gtk_box_append (GTK_BOX (box), list);
          last = gap->dimension;
        }
      gtk_list_box_append (GTK_LIST_BOX (list), gap_row_new (mock, gap));
    }

  return drill_item_section_new (_("What Was Missing"), box);
}

static const DrillItemRecord *
find_item (const DrillMock *mock,
           const char      *key)
{
  for (guint i = 0; i < mock->items->len; i++)
    {
      const DrillItemRecord *record = g_ptr_array_index (mock->items, i);

      if (g_str_equal (record->key, key))
        return record;
    }

  return NULL;
}

GtkWidget *
drill_interview_review_new (const DrillMock      *mock,
                            const DrillScorecard *card)
{
  GtkWidget *list;

  if (card->review->len == 0)
    return NULL;

  list = list_new (NULL);
  for (guint i = 0; i < card->review->len; i++)
    {
      const DrillItemRecord *record = find_item (mock, g_ptr_array_index (card->review, i));
      GtkWidget             *row = row_new (record->item->title, drill_format_kind (record->item->kind));

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-item");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", record->key);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return drill_item_section_new (_("What to Review Next"), list);
}

/* Every question with its mark, its time and the own words. */
GtkWidget *
drill_interview_steps_new (const DrillMock *mock)
{
  GtkWidget *list = list_new (NULL);

  for (guint i = 0; i < mock->steps->len; i++)
    {
      const DrillMockStep  *step = drill_mock_get_step (mock, i);
      const DrillMockEntry *entry = drill_mock_run_get_entry (mock->run, i);
      g_autofree char      *title = drill_interview_format_question (step);
      g_autofree char      *text = NULL;
      g_autofree char      *clock = drill_interview_format_clock (entry->spent_ms);
      g_autofree char      *points = NULL;
      DrillMockMark         mark;

      drill_mock_get_step_mark (mock, i, &mark);
      points = drill_interview_format_mark (&mark);
      if (!entry->reached)
        text = g_strdup (_("not asked"));
      else if (entry->skipped)
        text = g_strdup_printf ("%s · %s", _("skipped"), clock);
      else
        text = g_strdup_printf ("%s · %s%s%s", points, clock, entry->words != NULL ? "\n" : "",
                                entry->words != NULL ? entry->words : "");
      gtk_list_box_append (GTK_LIST_BOX (list), row_new (title, text));
    }

  return drill_item_section_new (_("Questions"), list);
}
