/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * "Answer" and "explanation" in the languages that banks are translated to, and the
 * ways in which a line says them: "Answer: B", "**Correct answer is** B", "答案：B",
 * "Đáp án đúng là B".
 *
 * The list cannot be complete. So a line of the same shape, a word or two and a
 * colon and a single letter, is told apart from one whose word is known: behind
 * options it means the same.
 */

#include "config.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

/* Stems in lower case: "antwort" finds "Antworten". */
static const char *const answers[] = {
  "answer",    "ans",        "correct",
  "key",       "solution",   "antwort",
  "lösung",    "loesung",    "richtig",
  "respuesta", "solución",   "solucion",
  "réponse",   "reponse",    "solution",
  "bonne",     "risposta",   "soluzione",
  "resposta",  "gabarito",   "alternativa correta",
  "antwoord",  "juiste",     "svar",
  "vastaus",   "odpowied",   "prawidłow",
  "odpověď",   "odpoveď",    "správn",
  "válasz",    "helyes",     "răspuns",
  "raspuns",   "odgovor",    "točan",
  "tačan",     "одговор",    "отговор",
  "ответ",     "правильн",   "відповід",
  "адказ",     "cevap",      "yanıt",
  "doğru",     "javob",      "жавоб",
  "жауап",     "cavab",      "jawab",
  "kunci",     "sagot",      "đáp án",
  "trả lời",   "dap an",     "答案",
  "答え",      "答",         "正解",
  "正确",      "正確",       "解答",
  "回答",      "정답",       "답",
  "해답",      "คำตอบ",      "เฉลย",
  "เฉลย",      "ຄຳຕອບ",      "ចម្លើយ",
  "الإجابة",   "الاجابة",    "الجواب",
  "إجابة",     "اجابة",      "جواب",
  "پاسخ",      "תשובה",      "התשובה",
  "उत्तर",      "जवाब",       "उत्तर",
  "উত্তর",      "বাংলা উত্তর", "ਜਵਾਬ",
  "ઉત્તર",      "જવાબ",       "பதில்",
  "விடை",      "సమాధానం",      "జవాబు",
  "ಉತ್ತರ",      "ഉത്തരം",      "απάντηση",
  "σωστ",      "պատասխան",   "პასუხი",
  "përgjigj",  "pergjigj",   "atsakym",
  "atbilde",   "vastus",     "svör",
  "erantzun",  "freagra",    "jibu",
  "antwoord",  "respost",    "хариу",
  "မှန်",        "አማራጭ",       "መልስ",
};

static const char *const explanations[] = {
  "explanation", "explain",     "rationale",   "reason",     "why",        "erklärung",
  "begründung",  "explicación", "explicacion", "explicação", "explicacao", "explication",
  "spiegazione", "uitleg",      "wyjaśnienie", "vysvětlení", "magyarázat", "объяснение",
  "пояснение",   "пояснення",   "açıklama",    "penjelasan", "giải thích", "解释",
  "解析",        "解説",        "說明",        "说明",       "설명",       "해설",
  "คำอธิบาย",     "شرح",         "الشرح",       "توضیح",      "व्याख्या",     "ব্যাখ্যা",
  "reference",
};

/* A summary that hides an answer and asks nothing. */
static const char *const shows[] = {
  "show", "reveal",   "click",    "view",    "see",         "expand",   "toggle", "open",
  "hint", "more",     "details",  "spoiler", "zeigen",      "anzeigen", "ver",    "mostrar",
  "voir", "afficher", "показать", "查看",    "点击",        "展开",     "見る",   "보기",
  "xem",  "解析",     "解説",     "解释",    "explanation", "result",   "output",
};

/* Words that a question starts with. */
static const char *const asks[] = {
  "what",   "which", "how",  "why",   "who",     "when",  "where",      "is",       "are",  "can",
  "could",  "do",    "does", "did",   "should",  "would", "explain",    "describe", "name", "list",
  "define", "tell",  "give", "write", "compare", "true",  "difference", "have",
};

/* Words between the label and the letter. */
static const char *const joints[] = {
  "is",      "are", "was",    "would be", "should be", "option", "options", "choice", "choices",
  "letter",  "the", "es",     "son",      "la",        "el",     "est",     "sont",   "ist",
  "sind",    "è",   "é",      "sono",     "are:",      "opción", "opcion",  "opção",  "opcao",
  "вариант", "là",  "adalah", "选",       "選",        "为",     "為",      "是",     "は",
  "は、",    "은",  "는",     "هي",       "هو",        "الخيار", "гэта",    "—",      "–",
  "-",       "=>",  "->",     "→",        "=",         ":",      "：",      "》",     "】",
};

#define MAX_HEAD 90 /* bytes in front of a colon */
#define MAX_WORDS 7

static gboolean
has_word (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      const char *at = strstr (text, words[i]);

      for (; at != NULL; at = strstr (at + 1, words[i]))
        /* A plain word starts where one can start: "answer" is not in "Cranswer". */
        if ((guchar) *words[i] >= 0x80 || at == text || !g_ascii_isalpha (at[-1]))
          {
            char after = at[strlen (words[i])];

            /* Short words are whole ones. */
            if (strlen (words[i]) > 3 || (guchar) *words[i] >= 0x80
                || !(g_ascii_isalpha (after) || (guchar) after >= 0x80))
              return TRUE;
          }
    }

  return FALSE;
}

static guint
count_words (DrillSlice text)
{
  guint    count = 0;
  gboolean in_word = FALSE;

  for (const char *at = text.at; at < text.end; at++)
    {
      gboolean white = g_ascii_isspace (*at);

      count += !white && !in_word;
      in_word = !white;
    }

  return count;
}

static char *
lower (DrillSlice text)
{
  g_autofree char *copy = drill_slice_dup (text);

  return g_utf8_strdown (copy, -1);
}

/* Markup, pictures, bullets and brackets in front of a label. */
static DrillSlice
skip_front (DrillSlice line)
{
  static const char *const signs[] = { "【", "「", "[",      "(", "（", "**", "__", "*", "_", "#",
                                       "》", "👉",  "➡️", "➡", "→",  "=>", "-",  "~", "`" };
  gboolean                 moved = TRUE;

  drill_slice_eat_quote (&line);
  drill_slice_eat_bullet (&line);
  for (guint i = 0; i < 12 && moved; i++)
    {
      moved = drill_slice_eat_ornament (&line);
      for (guint j = 0; j < G_N_ELEMENTS (signs) && !moved; j++)
        moved = drill_slice_eat (&line, signs[j]);
      line = drill_slice_chug (line);
    }

  return line;
}

/* The colon that ends the label. "=" does as well. */
static const char *
find_colon (DrillSlice line, const char **behind)
{
  static const char *const colons[] = { ":", "：", "=", "】", "」" };
  DrillSlice  head = { line.at, line.at + MIN (drill_slice_length (line), MAX_HEAD + 4) };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (colons); i++)
    {
      const char *at = drill_slice_find (head, colons[i]);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          *behind = at + strlen (colons[i]);
        }
    }

  return first;
}

/* "is", "option" and the like, and markup, behind the label. */
static DrillSlice
skip_joints (DrillSlice rest)
{
  gboolean moved = TRUE;

  for (guint i = 0; i < 10 && moved; i++)
    {
      moved = FALSE;
      rest = drill_slice_strip (rest);
      while (!drill_slice_is_empty (rest) && strchr ("*_`", *rest.at) != NULL
             && (rest.at + 1 < rest.end && strchr ("*_` :", rest.at[1]) != NULL))
        {
          rest.at++;
          moved = TRUE;
        }
      for (guint j = 0; j < G_N_ELEMENTS (joints) && !moved; j++)
        {
          gsize length = strlen (joints[j]);

          if (drill_slice_length (rest) < length
              || g_ascii_strncasecmp (rest.at, joints[j], length) != 0)
            continue;
          if (g_ascii_isalpha (joints[j][length - 1]) && rest.at + length < rest.end
              && !g_ascii_isspace (rest.at[length]) && rest.at[length] != ':')
            continue;
          if (*joints[j] == '-' && rest.at + length < rest.end
              && !g_ascii_isspace (rest.at[length]))
            continue;
          rest.at += length;
          moved = TRUE;
        }
    }

  return drill_slice_strip (rest);
}

/* Whether nothing but one letter or digit, perhaps in markup, is left. */
static gboolean
is_single_letter (DrillSlice rest)
{
  DrillSlice text = drill_slice_strip (rest);

  while (!drill_slice_is_empty (text) && strchr ("*_`([", *text.at) != NULL)
    text.at++;
  while (!drill_slice_is_empty (text) && strchr ("*_`).]", text.end[-1]) != NULL)
    text.end--;
  if (drill_slice_is_empty (text))
    return FALSE;

  return g_utf8_next_char (text.at) == text.end && g_unichar_isalnum (g_utf8_get_char (text.at));
}

static DrillWord
parse_with_colon (DrillSlice line, const char *colon, const char *behind, DrillSlice *rest)
{
  DrillSlice       head = drill_slice_strip ((DrillSlice){ line.at, colon });
  g_autofree char *folded = NULL;

  if (drill_slice_is_empty (head) || drill_slice_length (head) > MAX_HEAD
      || count_words (head) > MAX_WORDS)
    return DRILL_WORD_NONE;
  /* "D: answer" is an option. */
  if (g_utf8_next_char (head.at) >= head.end)
    return drill_slice_starts_with (head, "答") || drill_slice_starts_with (head, "답") ?
             (*rest = skip_joints ((DrillSlice){ behind, line.end }), DRILL_WORD_ANSWER) :
             DRILL_WORD_NONE;
  if (drill_slice_find (head, "?") != NULL)
    return DRILL_WORD_NONE;

  folded = lower (head);
  *rest = skip_joints ((DrillSlice){ behind, line.end });
  if (has_word (folded, explanations, G_N_ELEMENTS (explanations))
      && !has_word (folded, answers, G_N_ELEMENTS (answers)))
    return DRILL_WORD_EXPLANATION;
  if (has_word (folded, answers, G_N_ELEMENTS (answers)))
    return DRILL_WORD_ANSWER;

  return is_single_letter (*rest) ? DRILL_WORD_SHAPE : DRILL_WORD_NONE;
}

/* "The correct answer is B", "Answer B", "Answer" alone. */
static DrillWord
parse_without_colon (DrillSlice line, DrillSlice *rest)
{
  DrillSlice       head = { line.at, line.at };
  guint            words = 0;
  g_autofree char *folded = NULL;

  /* The label is at most the first few words. */
  while (head.end < line.end && words < 5 && head.end - head.at < MAX_HEAD)
    {
      DrillSlice word;
      DrillSlice left;

      while (head.end < line.end && !g_ascii_isspace (*head.end))
        head.end++;
      words++;
      g_free (folded);
      folded = lower (head);
      left = skip_joints ((DrillSlice){ head.end, line.end });
      if (has_word (folded, explanations, G_N_ELEMENTS (explanations))
          && drill_slice_is_empty (left) && words == 1)
        {
          *rest = left;
          return DRILL_WORD_EXPLANATION;
        }
      if (has_word (folded, answers, G_N_ELEMENTS (answers)))
        {
          /* "Correct answer": the label may go on. */
          word = left;
          while (word.at < word.end && !g_ascii_isspace (*word.at))
            word.at++;
          word = (DrillSlice){ left.at, word.at };
          if (drill_slice_is_empty (left) || is_single_letter (word))
            {
              *rest = left;
              return DRILL_WORD_ANSWER;
            }
          if (strchr (")].,", word.end[-1]) != NULL && drill_slice_length (word) <= 4)
            {
              *rest = left;
              return DRILL_WORD_ANSWER;
            }
        }
      while (head.end < line.end && g_ascii_isspace (*head.end))
        head.end++;
    }

  return DRILL_WORD_NONE;
}

/**
 * drill_answer_word_parse:
 * @line: without its indent; a heading without its marks
 * @rest: (out): what is said
 */
DrillWord
drill_answer_word_parse (DrillSlice line, DrillSlice *rest)
{
  const char *colon;
  const char *behind = NULL;
  DrillWord   word = DRILL_WORD_NONE;

  line = skip_front (line);
  *rest = (DrillSlice){ line.end, line.end };
  if (drill_slice_is_empty (line) || g_ascii_isdigit (*line.at))
    return DRILL_WORD_NONE;
  colon = find_colon (line, &behind);
  if (colon != NULL)
    word = parse_with_colon (line, colon, behind, rest);
  if (word == DRILL_WORD_NONE && drill_slice_length (line) < 400)
    word = parse_without_colon (line, rest);

  return word;
}

static gboolean
starts_with_any (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]) && !g_ascii_isalpha (text[strlen (words[i])]))
      return TRUE;

  return FALSE;
}

/* Whether a summary or a heading only says that an answer follows. */
gboolean
drill_answer_word_is_show (DrillSlice summary)
{
  g_autofree char *folded = NULL;
  DrillSlice       text = drill_slice_unwrap (skip_front (summary));
  guint            words = count_words (text);
  gboolean         answer;

  if (drill_slice_is_empty (text))
    return TRUE;
  if (drill_slice_length (text) > 60 || words > 5 || drill_slice_ends_with (text, "?")
      || drill_slice_ends_with (text, "？"))
    return FALSE;
  folded = lower (text);
  if (starts_with_any (folded, asks, G_N_ELEMENTS (asks)))
    return FALSE;
  answer = has_word (folded, answers, G_N_ELEMENTS (answers));
  /* "Primary key" is a question in two words. */
  if (answer && strstr (folded, "key") != NULL && strstr (folded, "answer") == NULL)
    return FALSE;

  return (answer && words <= 3)
         || (starts_with_any (folded, shows, G_N_ELEMENTS (shows)) && (answer || words <= 2))
         || (words <= 2 && (guchar) *folded >= 0x80
             && has_word (folded, shows, G_N_ELEMENTS (shows)));
}
