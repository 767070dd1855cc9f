/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Rows of tables and notes of flash cards: cells, each of which has a column that
 * says what it is. Names of columns are compared by their letters and digits.
 */

#include "config.h"

#include "pack/dialects/record.h"

#include "pack/dialects/bank.h"
#include "pack/dialects/html.h"
#include "pack/levels.h"

#include <string.h>

#define MAX_OPTIONS 26
#define MAX_NAME 40

static const struct
{
  const char *letters;
  DrillColumn column;
} names[] = {
  { "question", DRILL_COLUMN_QUESTION },
  { "questiontext", DRILL_COLUMN_QUESTION },
  { "questiontitle", DRILL_COLUMN_QUESTION },
  { "stem", DRILL_COLUMN_QUESTION },
  { "prompt", DRILL_COLUMN_QUESTION },
  { "q", DRILL_COLUMN_QUESTION },
  { "front", DRILL_COLUMN_QUESTION },
  { "frage", DRILL_COLUMN_QUESTION },
  { "pregunta", DRILL_COLUMN_QUESTION },
  { "pergunta", DRILL_COLUMN_QUESTION },
  { "domanda", DRILL_COLUMN_QUESTION },
  { "problem", DRILL_COLUMN_QUESTION },
  { "text", DRILL_COLUMN_QUESTION },
  { "options", DRILL_COLUMN_OPTIONS },
  { "choices", DRILL_COLUMN_OPTIONS },
  { "answers", DRILL_COLUMN_OPTIONS },
  { "answeroptions", DRILL_COLUMN_OPTIONS },
  { "answerchoices", DRILL_COLUMN_OPTIONS },
  { "possibleanswers", DRILL_COLUMN_OPTIONS },
  { "key", DRILL_COLUMN_KEY },
  { "answerkey", DRILL_COLUMN_KEY },
  { "correct", DRILL_COLUMN_KEY },
  { "correctanswer", DRILL_COLUMN_KEY },
  { "correctanswers", DRILL_COLUMN_KEY },
  { "correctoption", DRILL_COLUMN_KEY },
  { "correctoptions", DRILL_COLUMN_KEY },
  { "correctchoice", DRILL_COLUMN_KEY },
  { "correctresponse", DRILL_COLUMN_KEY },
  { "correctkey", DRILL_COLUMN_KEY },
  { "rightanswer", DRILL_COLUMN_KEY },
  { "correctindex", DRILL_COLUMN_INDEX },
  { "answerindex", DRILL_COLUMN_INDEX },
  { "correctanswerindex", DRILL_COLUMN_INDEX },
  { "right", DRILL_COLUMN_KEY },
  { "answer", DRILL_COLUMN_ANSWER },
  { "back", DRILL_COLUMN_ANSWER },
  { "ans", DRILL_COLUMN_ANSWER },
  { "solution", DRILL_COLUMN_ANSWER },
  { "response", DRILL_COLUMN_ANSWER },
  { "modelanswer", DRILL_COLUMN_ANSWER },
  { "explanation", DRILL_COLUMN_EXPLANATION },
  { "explain", DRILL_COLUMN_EXPLANATION },
  { "rationale", DRILL_COLUMN_EXPLANATION },
  { "reason", DRILL_COLUMN_EXPLANATION },
  { "feedback", DRILL_COLUMN_EXPLANATION },
  { "generalfeedback", DRILL_COLUMN_EXPLANATION },
  { "comment", DRILL_COLUMN_EXPLANATION },
  { "notes", DRILL_COLUMN_EXPLANATION },
  { "extra", DRILL_COLUMN_EXPLANATION },
  { "extra1", DRILL_COLUMN_EXPLANATION },
  { "why", DRILL_COLUMN_EXPLANATION },
  { "level", DRILL_COLUMN_LEVEL },
  { "levels", DRILL_COLUMN_LEVEL },
  { "seniority", DRILL_COLUMN_LEVEL },
  { "difficulty", DRILL_COLUMN_LEVEL },
  { "topic", DRILL_COLUMN_TOPIC },
  { "topics", DRILL_COLUMN_TOPIC },
  { "category", DRILL_COLUMN_TOPIC },
  { "tag", DRILL_COLUMN_TOPIC },
  { "tags", DRILL_COLUMN_TOPIC },
  { "subject", DRILL_COLUMN_TOPIC },
  { "section", DRILL_COLUMN_TOPIC },
  { "domain", DRILL_COLUMN_TOPIC },
};

/* What options are called in front of their letter or number. */
static const char *const option_names[] = { "option",
                                            "choice",
                                            "opt",
                                            "answer",
                                            "answeroption",
                                            "ans",
                                            "alternative",
                                            "variant",
                                            "q",
                                            "wronganswer",
                                            "incorrectanswer",
                                            "wrong",
                                            "incorrect",
                                            "distractor",
                                            "incorrectoption",
                                            "wrongoption",
                                            "" };

static void
fold (const char *name, char letters[MAX_NAME])
{
  guint length = 0;

  for (; *name != '\0' && length < MAX_NAME - 1; name++)
    if (g_ascii_isalnum (*name))
      letters[length++] = g_ascii_tolower (*name);
  letters[length] = '\0';
}

DrillColumn
drill_column_parse (const char *name)
{
  char  letters[MAX_NAME];
  gsize length;

  fold (name, letters);
  length = strlen (letters);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (letters, names[i].letters) == 0)
      return names[i].column;
  if (length == 0)
    return DRILL_COLUMN_NONE;

  /* "Option A", "choice_3", "B" and "Q_1". */
  for (guint i = 0; i < G_N_ELEMENTS (option_names); i++)
    {
      gsize head = strlen (option_names[i]);

      if (length == head + 1 && strncmp (letters, option_names[i], head) == 0
          && ((letters[head] >= 'a' && letters[head] <= 'j' && strcmp (option_names[i], "q") != 0)
              || (g_ascii_isdigit (letters[head]) && (head > 0))))
        return DRILL_COLUMN_OPTION;
      if (head > 4 && strcmp (letters, option_names[i]) == 0 && strcmp (letters, "answer") != 0)
        return DRILL_COLUMN_OPTION;
    }

  return DRILL_COLUMN_NONE;
}

static guint
count_columns (const GArray *columns, DrillColumn column)
{
  guint count = 0;

  for (guint i = 0; i < columns->len; i++)
    count += g_array_index (columns, DrillColumn, i) == column;

  return count;
}

/* Whether columns of these names are a bank: a question, and something to answer. */
gboolean
drill_columns_make_sense (const GArray *columns)
{
  gboolean answered = count_columns (columns, DRILL_COLUMN_KEY) > 0
                      || count_columns (columns, DRILL_COLUMN_INDEX) > 0
                      || count_columns (columns, DRILL_COLUMN_ANSWER) > 0;
  gboolean options = count_columns (columns, DRILL_COLUMN_OPTION) >= 2
                     || count_columns (columns, DRILL_COLUMN_OPTIONS) > 0;

  return count_columns (columns, DRILL_COLUMN_QUESTION) > 0 && (answered || options);
}

/* Cells */

typedef struct
{
  DrillComposer *composer;
  const GArray  *columns;
  GPtrArray     *cells;
  gboolean       html;
  guint          line;
} Record;

static gboolean
is_blank (const char *text)
{
  return text == NULL || strspn (text, " \t\r\n") == strlen (text);
}

/* The text of the first cell of a kind, or NULL. */
static const char *
find_cell (const Record *self, DrillColumn column)
{
  for (guint i = 0; i < MIN (self->columns->len, self->cells->len); i++)
    if (g_array_index (self->columns, DrillColumn, i) == column
        && !is_blank (g_ptr_array_index (self->cells, i)))
      return g_ptr_array_index (self->cells, i);

  return NULL;
}

static char *
to_markdown (const Record *self, const char *text)
{
  g_autofree char *copy = NULL;

  if (text == NULL)
    return NULL;
  copy = g_strstrip (g_strdup (text));
  if (self->html)
    return drill_html_to_markdown (copy);

  return drill_plain_to_markdown (copy);
}

/* "A) one", as some write it into the column for A. */
static char *
without_letter (const char *text, guint order)
{
  DrillChoice choice;

  if (drill_choice_parse (drill_slice (text), &choice) && choice.box == DRILL_BOX_NONE
      && !choice.weak && (drill_alphabets_of (choice.letter, order) & 7) != 0
      && !drill_slice_is_empty (choice.rest))
    return drill_slice_dup (choice.rest);

  return g_strdup (text);
}

/* Options that share a cell: by lines, "|", ";" or letters. */
static void
split_options (GPtrArray *options, const char *text)
{
  static const char *const separators[] = { "\n", "||", "|", ";", NULL };
  g_auto (GStrv) parts = NULL;
  g_autofree char *owned = g_strstrip (g_strdup (text));
  gsize            length = strlen (owned);
  DrillSlice       line = drill_slice (owned);
  DrillChoice      choice;

  /* ["one", "two"] */
  if (length > 2 && owned[0] == '[' && owned[length - 1] == ']'
      && (owned[1] == '"' || owned[1] == '\''))
    {
      char mark[] = { owned[1], '\0' };
      g_auto (GStrv) pieces = g_strsplit (owned, mark, 2 * MAX_OPTIONS + 2);

      for (guint i = 1; pieces[i] != NULL && pieces[i + 1] != NULL; i += 2)
        g_ptr_array_add (options, g_strdup (pieces[i]));
      return;
    }
  if (strchr (owned, '\n') == NULL && drill_choice_parse (line, &choice)
      && drill_alphabets_of (choice.letter, 0) != 0)
    {
      DrillSlice     rest = choice.rest;
      DrillAlphabets alphabets = drill_alphabets_of (choice.letter, 0);
      DrillChoice    next;

      if (drill_choice_split (&rest, alphabets, 1, &next))
        {
          g_ptr_array_add (options, drill_slice_dup (rest));
          for (guint order = 2; order < MAX_OPTIONS; order++)
            {
              DrillChoice after;

              rest = next.rest;
              if (!drill_choice_split (&rest, alphabets, order, &after))
                break;
              g_ptr_array_add (options, drill_slice_dup (rest));
              next = after;
            }
          g_ptr_array_add (options, drill_slice_dup (next.rest));
          return;
        }
    }
  for (guint i = 0; separators[i] != NULL && parts == NULL; i++)
    if (strstr (owned, separators[i]) != NULL)
      parts = g_strsplit (owned, separators[i], MAX_OPTIONS + 1);
  if (parts == NULL)
    parts = g_strsplit (owned, ",", MAX_OPTIONS + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_blank (parts[i]))
      {
        g_strstrip (parts[i]);
        g_ptr_array_add (options, without_letter (parts[i], options->len));
      }
}

static GPtrArray *
collect_options (const Record *self)
{
  GPtrArray *options = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (self->columns->len, self->cells->len); i++)
    {
      g_autofree char *text = NULL;

      if (is_blank (g_ptr_array_index (self->cells, i)))
        continue;
      text = to_markdown (self, g_ptr_array_index (self->cells, i));
      if (g_array_index (self->columns, DrillColumn, i) == DRILL_COLUMN_OPTIONS)
        split_options (options, text);
      else if (g_array_index (self->columns, DrillColumn, i) == DRILL_COLUMN_OPTION)
        g_ptr_array_add (options, without_letter (text, options->len));
    }

  return options;
}

/* "1 0 0 1": a digit for each option. */
static gboolean
read_bits (const char *key, guint n_options, guint32 *keys)
{
  guint   count = 0;
  guint32 found = 0;

  for (; *key != '\0'; key++)
    {
      if (*key == ' ' || *key == ',')
        continue;
      if ((*key != '0' && *key != '1') || count == n_options)
        return FALSE;
      if (*key == '1')
        found |= 1u << count;
      count++;
    }
  *keys = found;

  return count == n_options && count > 1 && found != 0;
}

/* Asks the reader of banks which options a key means. */
static gboolean
resolve (GPtrArray *options, const char *key, guint32 *keys)
{
  DrillBankGroup group = { 0 };
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (DrillBankOption));
  DrillSlice reason;
  gboolean   found;
  gboolean   digits = strspn (key, "0123456789 ,;") == strlen (key);
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < options->len; i++)
    {
      DrillBankOption option = { 0 };

      option.choice.rest = drill_slice (g_ptr_array_index (options, i));
      g_array_append_val (list, option);
    }
  group.options = list;
  group.alphabets = digits ? 1u << 3 : 0;
  if (read_bits (key, options->len, keys))
    return TRUE;
  found = drill_bank_resolve_key (&group, drill_slice (key), FALSE, keys, &reason);
  if (found && (drill_slice_is_empty (reason) || digits))
    return TRUE;
  /* Several texts, or letters that other marks part. */
  parts = g_strsplit_set (key, ";|\n", MAX_OPTIONS);
  if (parts[0] == NULL || parts[1] == NULL)
    return found;
  *keys = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint32 one;

      if (is_blank (parts[i]))
        continue;
      if (!drill_bank_resolve_key (&group, drill_slice (parts[i]), FALSE, &one, &reason))
        return FALSE;
      *keys |= one;
    }

  return *keys != 0;
}

static void
take_level (DrillDraft *draft, const char *text)
{
  DrillSlice unknown;

  if (text == NULL)
    return;
  draft->item->levels |= drill_levels_parse (drill_slice (text), &unknown);
}

static void
finish (const Record *self, DrillDraft *draft)
{
  g_autofree char *explanation = to_markdown (self, find_cell (self, DRILL_COLUMN_EXPLANATION));

  drill_composer_add_part (draft, DRILL_PART_EXPLANATION, explanation);
  drill_composer_add_topics (draft, find_cell (self, DRILL_COLUMN_TOPIC));
  take_level (draft, find_cell (self, DRILL_COLUMN_LEVEL));
  drill_composer_admit (self->composer, draft);
}

static void
tell (const Record *self, const char *code, const char *text)
{
  drill_source_error (self->composer->source, self->line, code, "%s", text);
}

static void
read_mcq (const Record *self, const char *question, GPtrArray *options)
{
  const char      *key = find_cell (self, DRILL_COLUMN_KEY);
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  DrillDraft      *draft;
  guint32          keys;

  if (key == NULL)
    key = find_cell (self, DRILL_COLUMN_ANSWER);
  if (key == NULL && find_cell (self, DRILL_COLUMN_INDEX) != NULL)
    {
      /* Programs count from 0. */
      guint index = g_ascii_strtoull (find_cell (self, DRILL_COLUMN_INDEX), NULL, 10);

      key = number = g_strdup_printf ("%u", MIN (index, 1000) + 1);
    }
  if (key == NULL)
    {
      tell (self, "E011", "this row has no key, so it is left out; give the letter of an option");
      return;
    }
  text = to_markdown (self, key);
  if (!resolve (options, text, &keys))
    {
      /* "correct, wrong 1, wrong 2": the right one has a column of its own. */
      if (count_columns (self->columns, DRILL_COLUMN_OPTION) >= 1
          && count_columns (self->columns, DRILL_COLUMN_KEY) > 0 && strlen (text) > 2)
        {
          g_ptr_array_insert (options, 0, g_strdup (text));
          keys = 1;
        }
      else
        {
          drill_source_error (self->composer->source,
                              self->line,
                              "E012",
                              "the key \"%.60s\" names no option, so this row is left out; give "
                              "the letter of one that exists",
                              text);
          return;
        }
    }
  if (options->len < 2)
    {
      tell (self, "E010", "this row has fewer than two options, so it is left out");
      return;
    }
  if (options->len > MAX_OPTIONS)
    {
      tell (self, "E013", "there are more than 26 options; drop some");
      return;
    }
  draft = drill_composer_begin (self->composer, DRILL_ITEM_MCQ, self->line, question);
  for (guint i = 0; i < options->len; i++)
    drill_composer_add_option (draft, g_ptr_array_index (options, i), (keys >> i) & 1, NULL);
  finish (self, draft);
}

/**
 * drill_record_read:
 * @columns: (element-type DrillColumn)
 * @cells: (element-type utf8)
 * @line: where the row starts
 * @html: whether the cells are HTML
 */
void
drill_record_read (DrillComposer *composer,
                   const GArray  *columns,
                   GPtrArray     *cells,
                   guint          line,
                   gboolean       html)
{
  Record self
    = { .composer = composer, .columns = columns, .cells = cells, .html = html, .line = line };
  g_autofree char *question = to_markdown (&self, find_cell (&self, DRILL_COLUMN_QUESTION));
  g_autoptr (GPtrArray) options = collect_options (&self);
  g_autofree char *answer = NULL;
  DrillDraft      *draft;

  if (is_blank (question))
    {
      tell (&self, "E030", "this row has no question; write its text in the question's column");
      return;
    }
  if (options->len > 0
      || (count_columns (columns, DRILL_COLUMN_OPTION) > 0
          && find_cell (&self, DRILL_COLUMN_KEY) == NULL
          && find_cell (&self, DRILL_COLUMN_ANSWER) == NULL))
    {
      read_mcq (&self, question, options);
      return;
    }

  answer = to_markdown (&self, find_cell (&self, DRILL_COLUMN_ANSWER));
  if (answer == NULL)
    answer = to_markdown (&self, find_cell (&self, DRILL_COLUMN_KEY));
  draft = drill_composer_begin (composer, DRILL_ITEM_QUESTION, line, question);
  drill_composer_add_part (draft, DRILL_PART_ANSWER, answer);
  finish (&self, draft);
}

/* Whether two faces of a card are a multiple-choice question; takes it in. */
static gboolean
read_faces_as_mcq (DrillComposer *composer,
                   const char    *front,
                   const char    *back,
                   const char    *topics,
                   guint          line)
{
  g_autoptr (DrillDiagnostics) ignored = drill_diagnostics_new ();
  g_autoptr (DrillChapter) chapter = NULL;
  g_autofree char *text = g_strconcat (front, "\n\nAnswer: ", back, "\n", NULL);
  DrillItem       *found;
  DrillDraft      *draft;

  if (strlen (text) > 20000)
    return FALSE;
  chapter = drill_bank_read_text (text, ignored);
  if (chapter->items->len != 1)
    return FALSE;
  found = g_ptr_array_index (chapter->items, 0);
  if (found->kind != DRILL_ITEM_MCQ)
    return FALSE;

  draft = drill_composer_begin (composer, DRILL_ITEM_MCQ, line, found->title_markdown);
  for (guint i = 0; i < found->parts->len; i++)
    {
      DrillPart *part = g_ptr_array_index (found->parts, i);

      drill_composer_add_part (draft, part->role, part->markdown);
    }
  for (guint i = 0; i < found->options->len; i++)
    {
      DrillOption *option = g_ptr_array_index (found->options, i);

      drill_composer_add_option (draft, option->markdown, option->correct, NULL);
    }
  drill_composer_add_topics (draft, topics);
  drill_composer_admit (composer, draft);

  return TRUE;
}

/**
 * drill_record_read_faces:
 * @front: CommonMark, as is @back
 * @topics: (nullable)
 *
 * A card of two faces: with options on its front it is a multiple-choice question.
 */
void
drill_record_read_faces (DrillComposer *composer,
                         const char    *front,
                         const char    *back,
                         const char    *topics,
                         guint          line)
{
  DrillDraft *draft;

  if (is_blank (front))
    {
      drill_source_error (composer->source,
                          line,
                          "E030",
                          "this note has an empty front, so it is left out; write the question "
                          "there");
      return;
    }
  if (!is_blank (back) && read_faces_as_mcq (composer, front, back, topics, line))
    return;

  draft = drill_composer_begin (composer, DRILL_ITEM_QUESTION, line, front);
  drill_composer_add_part (draft, DRILL_PART_ANSWER, back);
  drill_composer_add_topics (draft, topics);
  drill_composer_admit (composer, draft);
}
