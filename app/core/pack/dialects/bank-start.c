/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a question of somebody else's bank starts with: "Q78. ...", "Q124 Which",
 * "#42: ...", "**7)** ...", "Question 3 - ...", "第3题 ...", "Câu 5: ...".
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/levels.h"

#include <string.h>

static const char *const names[] = {
  "new question", "exam question", "question", "questions", "ques",
  "que",          "mcq",           "quiz",     "no.",       "nr.",
  "problem",      "exercise",      "task",     "q",         "pregunta",
  "pergunta",     "questão",       "frage",    "aufgabe",   "domanda",
  "vraag",        "soru",          "pytanie",  "câu hỏi",   "câu",
  "pertanyaan",   "soal",          "вопрос",   "задание",   "питання",
  "пытанне",      "otázka",        "kérdés",   "întrebare", "pitanje",
  "ερώτηση",      "السؤال",        "سؤال",     "سوال",      "שאלה",
  "प्रश्न",         "প্রশ্ন",          "คำถาม",    "ข้อ",        "問題",
  "问题",         "題目",          "题目",     "問",        "题",
  "題",           "설문",          "문제",     "질문",      "savol",
  "сұрақ",        "тест",
};

static gboolean
eat_folded (DrillSlice *line, const char *word)
{
  gsize length = strlen (word);

  if (drill_slice_length (*line) < length)
    return FALSE;
  if ((guchar) *word < 0x80 && g_ascii_strncasecmp (line->at, word, length) == 0)
    {
      if (line->at + length < line->end && g_ascii_isalpha (line->at[length]))
        return FALSE;
      line->at += length;
      return TRUE;
    }
  if ((guchar) *word >= 0x80 || memchr (word, '\303', length) != NULL)
    {
      const char *at = line->at;

      /* Letter by letter, in any case. */
      for (const char *want = word; *want != '\0'; want = g_utf8_next_char (want))
        {
          if (at >= line->end || g_unichar_tolower (g_utf8_get_char (at)) != g_utf8_get_char (want))
            return FALSE;
          at = g_utf8_next_char (at);
        }
      line->at = MIN (at, line->end);
      return TRUE;
    }

  return FALSE;
}

static gboolean
eat_name (DrillSlice *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (eat_folded (line, names[i]))
      return TRUE;

  return FALSE;
}

/* Digits of any script. */
static gboolean
eat_number (DrillSlice *line, guint *number)
{
  const char *at = line->at;
  guint       value = 0;
  guint       count = 0;

  while (at < line->end && count < 7)
    {
      gunichar letter = g_utf8_get_char (at);
      int digit = letter < 0x80 ? g_ascii_digit_value (letter) : g_unichar_digit_value (letter);

      if (digit < 0)
        break;
      value = value * 10 + digit;
      count++;
      at = g_utf8_next_char (at);
    }
  if (count == 0 || count > 6)
    return FALSE;

  *number = value;
  line->at = at;
  return TRUE;
}

static gboolean
eat_mark (DrillSlice *line)
{
  static const char *const marks[]
    = { ".", ")", ":", "：", "、", "．", "）", "】", "]", "।", "，", "/" };
  DrillSlice rest = *line;

  drill_slice_eat (&rest, "\\");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (drill_slice_eat (&rest, marks[i]))
      {
        *line = rest;
        return TRUE;
      }

  return FALSE;
}

static gboolean
eat_dash (DrillSlice *line)
{
  static const char *const dashes[] = { "- ", "– ", "— ", ": ", "| " };
  DrillSlice               rest = drill_slice_chug (*line);

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (drill_slice_eat (&rest, dashes[i]))
      {
        *line = rest;
        return TRUE;
      }

  return FALSE;
}

/* "Q42.b." and "Q42a)". */
static void
eat_part (DrillSlice *line)
{
  DrillSlice rest = *line;

  drill_slice_eat_any (&rest, (const char *const[]){ ".", "-", NULL });
  if (drill_slice_length (rest) < 1 || !g_ascii_islower (*rest.at))
    return;
  rest.at++;
  if (drill_slice_is_empty (rest) || strchr (".):", *rest.at) != NULL)
    *line = rest;
}

static DrillSlice
finish_title (DrillSlice rest, const DrillEmphasis *opened)
{
  rest = drill_slice_strip (rest);
  if (opened->text[0] != '\0')
    {
      if (drill_slice_eat (&rest, opened->text))
        rest = drill_slice_strip (rest);
      else if (drill_slice_ends_with (rest, opened->text))
        rest = drill_slice_strip ((DrillSlice){ rest.at, rest.end - strlen (opened->text) });
    }
  /* "**Q1:** - text" */
  eat_dash (&rest);

  return drill_slice_unwrap (rest);
}

/* "1. **Q:** text" says twice that it is a question. */
static void
skip_second_name (DrillBankStart *start)
{
  static const char *const seconds[]
    = { "**Q:** ", "**Q**: ", "Q: ", "Q. ", "**Question:** ", NULL };
  DrillSlice rest = start->title;

  if (!start->named && drill_slice_eat_any (&rest, seconds))
    start->title = drill_slice_strip (rest);
}

/**
 * drill_bank_start_parse:
 * @line: without its indent; a heading without its marks
 * @start: (out): set when a number or a name starts it
 */
gboolean
drill_bank_start_parse (DrillSlice line, gboolean heading, DrillBankStart *start)
{
  DrillEmphasis opened;
  DrillSlice    rest;
  gboolean      numbered;
  gboolean      marked;
  gboolean      ordinal;

  *start = (DrillBankStart){ 0 };
  drill_slice_eat_quote (&line);
  drill_slice_eat_ornament (&line);
  if (heading || drill_slice_starts_with (line, "- Q") || drill_slice_starts_with (line, "* Q")
      || drill_slice_starts_with (line, "- **"))
    drill_slice_eat_bullet (&line);
  rest = line;
  drill_slice_eat_emphasis (&rest, &opened);
  if (opened.text[0] == '`')
    return FALSE;
  drill_slice_eat_any (&rest, (const char *const[]){ "[", "【", NULL });
  while (heading && drill_slice_eat (&rest, "#"))
    rest = drill_slice_chug (rest);
  ordinal = drill_slice_eat (&rest, "第");
  if (!ordinal)
    start->named = eat_name (&rest);
  if (start->named)
    {
      rest = drill_slice_chug (rest);
      DrillSlice behind = rest;

      drill_slice_eat_any (&rest, (const char *const[]){ "#", "No.", "no.", "number", "№", NULL });
      rest = drill_slice_chug (rest);
      /* "Q:1" */
      if (drill_slice_eat (&behind, ":") && !drill_slice_is_empty (behind)
          && g_ascii_isdigit (*behind.at))
        rest = behind;
    }
  else if (!heading)
    drill_slice_eat (&rest, "#");
  numbered = eat_number (&rest, &start->number);
  if (!numbered && !start->named)
    return FALSE;
  if (ordinal)
    start->named = drill_slice_eat (&rest, "题") || drill_slice_eat (&rest, "題")
                   || drill_slice_eat (&rest, "問") || drill_slice_eat (&rest, "问");
  if (numbered && start->named)
    eat_part (&rest);
  if (opened.text[0] != '\0' && drill_slice_eat (&rest, opened.text))
    opened.text[0] = '\0';
  marked = eat_mark (&rest);
  if (marked && start->named)
    drill_slice_eat_any (&rest, (const char *const[]){ ".", ":", NULL });
  if (!marked && start->named)
    marked = eat_dash (&rest);
  if (!marked && numbered && heading && !start->named)
    marked = eat_dash (&rest);
  if (!marked)
    {
      /* "Q124 Which" and "Question 3" say it without a mark; "Quiz time" does not. */
      if (!start->named || (!numbered && !(drill_slice_is_empty (rest) && !heading)))
        return FALSE;
      if (!drill_slice_is_empty (rest) && !g_ascii_isspace (*rest.at) && *rest.at != '*'
          && *rest.at != '(' && (guchar) *rest.at < 0x80)
        return FALSE;
    }
  /* "3.14" and "1.2.3" are no numbers of questions. */
  if (!start->named && !drill_slice_is_empty (rest) && g_ascii_isdigit (*rest.at))
    return FALSE;
  if (!start->named && !heading && !drill_slice_is_empty (rest) && g_ascii_isalpha (*rest.at)
      && rest.at > line.at && strchr (":/]", rest.at[-1]) != NULL)
    return FALSE;

  start->title = finish_title (rest, &opened);
  skip_second_name (start);
  return TRUE;
}

/* Whether a text reads as a question. */
gboolean
drill_bank_start_asks (DrillSlice title)
{
  static const char *const words[] = {
    "what",  "which",  "how",      "why",      "who",           "when",      "where",
    "whose", "choose", "select",   "pick",     "identify",      "determine", "complete",
    "fill",  "given",  "consider", "suppose",  "true or false", "explain",   "describe",
    "name",  "find",   "what's",   "in which", "for which",     "by which",
  };
  static const char *const marks[]
    = { "?",  "？", "؟",   ":",    "：",    "___",  "\\_", "...", "…",
        "；", "()", "( )", "（）", "（ ）", "(  )", "。",  "吗",  "呢" };
  DrillSlice unknown;

  if (drill_levels_cut (&title, &unknown) != 0)
    return TRUE;
  title = drill_slice_unwrap (title);
  while (!drill_slice_is_empty (title) && strchr ("*_`\")] ", title.end[-1]) != NULL)
    title.end--;
  for (guint i = 0; i < 7; i++)
    if (drill_slice_ends_with (title, marks[i]))
      return TRUE;
  for (guint i = 7; i < G_N_ELEMENTS (marks); i++)
    if (drill_slice_find (title, marks[i]) != NULL && i != 15)
      return TRUE;
  if (drill_slice_find (title, "? ") != NULL || drill_slice_find (title, "?**") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (drill_slice_eat_word (&title, words[i]))
      return TRUE;

  return FALSE;
}

/* Headings that organise a page and ask nothing. */
gboolean
drill_bank_is_chrome (DrillSlice title)
{
  static const char *const words[] = {
    "table of contents",
    "contents",
    "toc",
    "index",
    "introduction",
    "about",
    "license",
    "licence",
    "contributing",
    "contributors",
    "contribute",
    "credits",
    "references",
    "resources",
    "links",
    "source",
    "sources",
    "back to top",
    "top",
    "summary",
    "conclusion",
    "overview",
    "prerequisites",
    "installation",
    "usage",
    "disclaimer",
    "support",
    "authors",
    "acknowledgements",
    "faq",
    "further reading",
    "see also",
    "changelog",
    "notes",
    "note",
    "example",
    "examples",
    "answer",
    "answers",
    "explanation",
    "solution",
    "solutions",
    "options",
    "choices",
    "hint",
    "output",
    "code",
    "result",
    "reference",
    "目录",
    "目次",
    "前言",
    "参考",
    "содержание",
    "índice",
    "sommaire",
  };
  char             letters[48];
  gsize            length;
  g_autofree char *folded = NULL;

  title = drill_slice_unwrap (title);
  drill_slice_eat_ornament (&title);
  while (!drill_slice_is_empty (title) && strchr (": .", title.end[-1]) != NULL)
    title.end--;
  length = drill_slice_length (title);
  if (length >= sizeof letters)
    return FALSE;
  memcpy (letters, title.at, length);
  letters[length] = '\0';
  folded = g_ascii_strdown (letters, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;

  return FALSE;
}
