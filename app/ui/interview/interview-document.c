/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A scorecard as a list of paragraphs. */

#include "config.h"

#include "ui/interview/interview-document.h"

#include "ui/format/format.h"
#include "ui/interview/interview-format.h"
#include "ui/widgets/document.h"

#include <glib/gi18n.h>

/* Titles are plain text, and may look like markup. */
static char *
escape (const char *plain)
{
  GString *text = g_string_new (NULL);

  for (; *plain != '\0'; plain++)
    {
      if (g_ascii_ispunct (*plain))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *plain);
    }

  return g_string_free (text, FALSE);
}

static void
add_dimensions (GPtrArray            *document,
                const DrillMock      *mock,
                const DrillScorecard *card)
{
  for (guint i = 0; i < DRILL_N_DIMENSIONS; i++)
    {
      g_autofree char *mark = drill_interview_format_mark (&card->marks[i]);

      drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (drill_interview_format_dimension (i)));
      drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_steal_pointer (&mark));
      for (guint g = 0; g < card->gaps->len; g++)
        {
          const DrillMockGap *gap = g_ptr_array_index (card->gaps, g);
          const char         *grade = drill_format_grade (gap->grade);

          if (gap->dimension != i)
            continue;
          /* Translators: the grade of a key point, and the key point */
          drill_document_add (document, DRILL_PARAGRAPH_BULLET,
                              grade != NULL ? g_strdup_printf (_("Missing (%s): %s"), grade, drill_interview_format_gap (gap))
                                            : g_strdup_printf (_("Missing: %s"), drill_interview_format_gap (gap)));
        }
    }
}

static void
add_points (GPtrArray            *document,
            const DrillMockStep  *step,
            const DrillMockEntry *entry)
{
  for (guint i = 0; i < step->points->len; i++)
    {
      const DrillMockPoint *point = &g_array_index (step->points, DrillMockPoint, i);

      drill_document_add (document, DRILL_PARAGRAPH_BULLET,
                          g_strdup_printf ("%s %s", (entry->ticks >> i & 1) != 0 ? "☑" : "☐", drill_interview_format_point (point)));
    }
}

static void
add_options (GPtrArray            *document,
             const DrillMockStep  *step,
             const DrillMockEntry *entry)
{
  for (guint i = 0; i < step->record->item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (step->record->item->options, i);
      gboolean           chosen = (entry->chosen >> i & 1) != 0;

      if (!chosen && !option->correct)
        continue;
      drill_document_add (document, DRILL_PARAGRAPH_BULLET,
                          g_strdup_printf ("%s: %s", option->correct ? (chosen ? _("your answer, right") : _("right"))
                                                                     : _("your answer, wrong"),
                                           option->markdown));
    }
}

static void
add_step (GPtrArray       *document,
          const DrillMock *mock,
          guint            index)
{
  const DrillMockStep  *step = drill_mock_get_step (mock, index);
  const DrillMockEntry *entry = drill_mock_run_get_entry (mock->run, index);
  g_autofree char      *question = drill_interview_format_question (step);
  g_autofree char      *escaped = escape (question);
  g_autofree char      *clock = drill_interview_format_clock (entry->spent_ms);
  g_autofree char      *points = NULL;
  DrillMockMark         mark;

  drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup_printf ("%u. %s", index + 1, escaped));
  if (!entry->reached || entry->skipped)
    {
      drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup (entry->skipped ? _("skipped") : _("not asked")));
      return;
    }

  drill_mock_get_step_mark (mock, index, &mark);
  points = drill_interview_format_mark (&mark);
  drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup_printf ("%s · %s", points, clock));
  if (entry->words != NULL)
    drill_document_add (document, DRILL_PARAGRAPH_QUOTE, g_strdup (entry->words));
  add_points (document, step, entry);
  add_options (document, step, entry);
}

GPtrArray *
drill_interview_document_new (const DrillMock      *mock,
                              const DrillScorecard *card)
{
  GPtrArray       *document = drill_document_new ();
  g_autofree char *setup = drill_interview_format_setup (&mock->setup);
  g_autofree char *date = drill_interview_format_date (mock->started_ms);

  g_return_val_if_fail (mock != NULL && card != NULL, document);

  /* Translators: level and minutes */
  drill_document_add (document, DRILL_PARAGRAPH_TITLE, g_strdup_printf (_("Mock interview: %s"), setup));
  drill_document_add (document, DRILL_PARAGRAPH_TEXT,
                      g_strdup_printf (_("%d %% · %s · %s"), card->percent,
                                       card->percent >= DRILL_MOCK_PASS ? _("passed") : _("not passed"), date));
  drill_document_add (document, DRILL_PARAGRAPH_TEXT,
                      g_strdup_printf (_("%u of %u questions asked · %u of %u key points · %d %% of what was asked"),
                                       card->n_asked, card->n_steps, card->n_made, card->n_points, card->percent_asked));
  drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup (drill_interview_format_ending (drill_mock_run_get_phase (mock->run))));
  add_dimensions (document, mock, card);
  if (card->review->len > 0)
    drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (_("What to Review Next")));
  for (guint i = 0; i < card->review->len; i++)
    {
      for (guint k = 0; k < mock->items->len; k++)
        {
          const DrillItemRecord *record = g_ptr_array_index (mock->items, k);

          if (g_str_equal (record->key, g_ptr_array_index (card->review, i)))
            drill_document_add (document, DRILL_PARAGRAPH_BULLET, escape (record->item->title));
        }
    }
  for (guint i = 0; i < mock->steps->len; i++)
    add_step (document, mock, i);

  return document;
}
