/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A result as a list of paragraphs. */

#include "config.h"

#include "ui/quiz/quiz-document.h"

#include "ui/format/format.h"
#include "ui/quiz/quiz-format.h"
#include "ui/widgets/document.h"

#include <glib/gi18n.h>

static void
add_parts (GPtrArray  *document,
           const char *heading,
           GPtrArray  *parts)
{
  if (parts->len == 0)
    return;

  drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup (heading));
  for (guint i = 0; i < parts->len; i++)
    {
      const DrillQuizPart *part = g_ptr_array_index (parts, i);
      g_autofree char     *name = part->slug != NULL ? drill_format_topic (part->slug)
                                                     : g_strdup (drill_format_level (part->level));

      /* Translators: a topic or level, right answers, questions */
      drill_document_add (document, DRILL_PARAGRAPH_BULLET,
                          g_strdup_printf (_("%s: %u of %u"), name, part->right, part->questions));
    }
}

static void
add_option (GPtrArray               *document,
            const DrillQuizQuestion *question,
            guint                    place,
            guint                    chosen)
{
  guint              source = question->order.source[place];
  const DrillOption *option = g_ptr_array_index (question->record->item->options, source);
  g_autofree char   *text = drill_option_order_translate (&question->order, question->record->item, option->markdown, TRUE);
  g_autofree char   *reason = option->reason != NULL
                                  ? drill_option_order_translate (&question->order, question->record->item, option->reason, FALSE)
                                  : g_strdup ("");
  const char        *verdict = (chosen >> source & 1) != 0
                                   ? ((question->correct >> source & 1) != 0 ? _("your answer, right") : _("your answer, wrong"))
                                   : ((question->correct >> source & 1) != 0 ? _("right") : NULL);

  if (verdict != NULL)
    /* Translators: letter and text of an option, whether it was right, and why */
    drill_document_add (document, DRILL_PARAGRAPH_BULLET,
                        g_strdup_printf (_("%c: %s (%s) %s"), 'A' + place, text, verdict, reason));
  else
    drill_document_add (document, DRILL_PARAGRAPH_BULLET, g_strdup_printf ("%c: %s %s", 'A' + place, text, reason));
}

static void
add_question (GPtrArray       *document,
              const DrillQuiz *quiz,
              guint            index)
{
  const DrillQuizQuestion *question = drill_quiz_get_question (quiz, index);
  const DrillAttemptEntry *entry = drill_attempt_get_entry (quiz->attempt, index);
  const DrillItem         *item = question->record->item;
  g_autofree char         *time = drill_quiz_format_clock (entry->spent_ms);
  const char              *outcome;

  switch (drill_attempt_get_outcome (quiz->attempt, index))
    {
    case DRILL_OUTCOME_RIGHT:
      outcome = entry->unsure ? _("Right, but unsure") : _("Right");
      break;
    case DRILL_OUTCOME_WRONG:
      outcome = entry->unsure ? _("Wrong, unsure") : _("Wrong, but sure");
      break;
    case DRILL_OUTCOME_UNANSWERED:
    default:
      outcome = _("Not answered");
      break;
    }

  drill_document_add (document, DRILL_PARAGRAPH_HEADING, g_strdup_printf ("%u. %s", index + 1, item->title_markdown));
  drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup_printf ("%s · %s", outcome, time));
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      if (part->role == DRILL_PART_BODY)
        drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup (part->markdown));
    }
  for (guint i = 0; i < question->order.n_options; i++)
    add_option (document, question, i, entry->chosen);
  for (guint i = 0; i < question->record->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (question->record->references, i);

      drill_document_add (document, DRILL_PARAGRAPH_TEXT,
                          g_strdup_printf ("%s %s", reference->title, reference->url != NULL ? reference->url : ""));
    }
}

GPtrArray *
drill_quiz_document_new (const DrillQuiz *quiz)
{
  GPtrArray            *document = drill_document_new ();
  g_autoptr (GPtrArray) topics = drill_quiz_get_topics (quiz);
  g_autoptr (GPtrArray) levels = drill_quiz_get_levels (quiz);
  g_autofree char      *name = drill_quiz_format_name (quiz->name, quiz->setup);
  g_autofree char      *score_text = NULL;
  g_autofree char      *date = g_strstrip (drill_quiz_format_date (quiz->started_ms));
  g_autofree char      *setup = drill_quiz_format_asked (quiz);
  g_autofree char      *time = drill_quiz_format_clock (drill_attempt_get_elapsed_ms (quiz->attempt));
  DrillScore            score;

  drill_quiz_get_score (quiz, &score);
  score_text = drill_quiz_format_score (&score);
  drill_document_add (document, DRILL_PARAGRAPH_TITLE, g_strdup (name));
  drill_document_add (document, DRILL_PARAGRAPH_TEXT,
                      quiz->setup->pass_percent > 0
                          ? g_strdup_printf ("%s · %s", score_text, score.passed ? _("passed") : _("not passed"))
                          : g_strdup (score_text));
  drill_document_add (document, DRILL_PARAGRAPH_TEXT, g_strdup_printf ("%s · %s · %s", date, setup, time));
  add_parts (document, _("By Topic"), topics);
  add_parts (document, _("By Level"), levels);
  for (guint i = 0; i < quiz->questions->len; i++)
    add_question (document, quiz, i);

  return document;
}
