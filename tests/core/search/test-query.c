/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The query language: what is understood how, what is refused where, what is offered. */

#include "config.h"

#include "search/complete.h"
#include "search/query-field.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *understood;
} Understood;

static const Understood understood[] = {
  { "event", "\"event\"" },
  { "event loop", "(\"event\" \"loop\")" },
  { "event*", "\"event\"*" },
  { "\"event loop\"", "\"event loop\"" },
  { "\"event lo\"*", "\"event lo\"*" },
  { "\"say \\\"no\\\"\"", "\"say \\\"no\\\"\"" },
  { "a and b", "(\"a\" \"b\")" },
  { "a or b", "(\"a\" or \"b\")" },
  { "a OR b OR c", "(\"a\" or \"b\" or \"c\")" },
  { "a b or c d", "((\"a\" \"b\") or (\"c\" \"d\"))" },
  { "a (b or c)", "(\"a\" (\"b\" or \"c\"))" },
  { "not a", "-(\"a\")" },
  { "-a b", "(-(\"a\") \"b\")" },
  { "not not a", "-(-(\"a\"))" },
  { "-(a or b) c", "(-((\"a\" or \"b\")) \"c\")" },
  { "-topic:gc", "-(topic:\"gc\")" },
  { "topic:Event-Loop", "topic:\"event-loop\"" },
  { "topic:ev*", "topic:\"ev*\"" },
  { "topic:\"two words\"", "topic:\"two words\"" },
  { "LEVEL:Senior", "level:senior" },
  { "level:Mid-level", "level:mid" },
  { "is:due is:leech", "(is:due is:leech)" },
  { "kind:follow-up", "kind:follow-up" },
  { "kind:scenario", "kind:incident" },
  { "rated:again", "rated:again" },
  { "recall<0.8", "recall<0.8" },
  { "recall<80%", "recall<0.8" },
  { "recall>=.5", "recall>=0.5" },
  { "lapses>3", "lapses>3" },
  { "answers=0", "answers:0" },
  { "stability<=21", "stability<=21" },
  { "due:today", "due:0" },
  { "due<=7", "due<=7" },
  { "due:tomorrow", "due:1" },
  { "due:-1", "due:-1" },
  { "answered:2026-11-28", "answered:2026-11-28" },
  { "answered:2026-11-01..2026-11-28", "answered:2026-11-01..2026-11-28" },
  { "pack:node", "pack:\"node\"" },
  /* Punctuation of what people look for. */
  { "server.close()", "\"server.close()\"" },
  { "(server.close() or process.exit())", "(\"server.close()\" or \"process.exit()\")" },
  { "std::move", "\"std::move\"" },
  { "https://nodejs.org", "\"https://nodejs.org\"" },
  { "x=>y", "\"x=>y\"" },
  { "--inspect", "\"--inspect\"" },
  { "keep-alive", "\"keep-alive\"" },
  { "\"and\"", "\"and\"" },
  { "C++ Größe", "(\"C++\" \"Größe\")" },
};

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autoptr (DrillQuery) query = NULL;
      g_autoptr (DrillQuery) again = NULL;
      g_autoptr (DrillQueryProblem) problem = NULL;
      g_autofree char *text = NULL;
      g_autofree char *second = NULL;

      g_test_message ("%s", understood[i].text);
      g_assert_true (
        drill_query_parse (understood[i].text, DRILL_QUERY_COMPLETE, &query, &problem));
      g_assert_null (problem);
      text = drill_query_to_string (query);
      g_assert_cmpstr (text, ==, understood[i].understood);

      /* What it is printed as is the same query. */
      g_assert_true (drill_query_parse (text, DRILL_QUERY_COMPLETE, &again, &problem));
      second = drill_query_to_string (again);
      g_assert_cmpstr (second, ==, text);
    }
}

typedef struct
{
  const char           *text;
  DrillQueryProblemCode code;
  gsize                 start;
  gsize                 end;
} Refused;

static const Refused refused[] = {
  { "topc:gc", DRILL_QUERY_PROBLEM_FIELD, 0, 4 },
  { "a levl:senior", DRILL_QUERY_PROBLEM_FIELD, 2, 6 },
  { "is:dues", DRILL_QUERY_PROBLEM_VALUE, 3, 7 },
  { "a level:boss b", DRILL_QUERY_PROBLEM_VALUE, 8, 12 },
  { "topic:", DRILL_QUERY_PROBLEM_NO_VALUE, 0, 6 },
  { "topic: gc", DRILL_QUERY_PROBLEM_NO_VALUE, 0, 6 },
  { "lapses>many", DRILL_QUERY_PROBLEM_NUMBER, 7, 11 },
  { "recall<8", DRILL_QUERY_PROBLEM_SHARE, 7, 8 },
  { "recall<", DRILL_QUERY_PROBLEM_NO_VALUE, 0, 7 },
  { "due:2026-02-30", DRILL_QUERY_PROBLEM_DATE, 4, 14 },
  { "answered:soon", DRILL_QUERY_PROBLEM_DATE, 9, 13 },
  { "level<senior", DRILL_QUERY_PROBLEM_COMPARE, 0, 5 },
  { "a \"b c", DRILL_QUERY_PROBLEM_QUOTE, 2, 6 },
  { "topic:\"b c", DRILL_QUERY_PROBLEM_QUOTE, 6, 10 },
  { "(a or b", DRILL_QUERY_PROBLEM_OPEN_GROUP, 0, 1 },
  { "a (", DRILL_QUERY_PROBLEM_OPEN_GROUP, 2, 3 },
  { "a) b", DRILL_QUERY_PROBLEM_CLOSE_GROUP, 1, 2 },
  { "a ()", DRILL_QUERY_PROBLEM_EMPTY_GROUP, 2, 4 },
  { "a or", DRILL_QUERY_PROBLEM_OPERAND, 2, 4 },
  { "or a", DRILL_QUERY_PROBLEM_OPERAND, 0, 2 },
  { "a and", DRILL_QUERY_PROBLEM_OPERAND, 2, 5 },
  { "a or or b", DRILL_QUERY_PROBLEM_OPERAND, 5, 7 },
  { "not", DRILL_QUERY_PROBLEM_OPERAND, 0, 3 },
  { "(not) a", DRILL_QUERY_PROBLEM_OPERAND, 1, 4 },
  { "a ???", DRILL_QUERY_PROBLEM_WORD, 2, 5 },
  { "\"\"", DRILL_QUERY_PROBLEM_WORD, 0, 2 },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (DrillQuery) query = NULL;
      g_autoptr (DrillQueryProblem) problem = NULL;
      g_autofree char *sentence = NULL;

      g_test_message ("%s", refused[i].text);
      g_assert_false (drill_query_parse (refused[i].text, DRILL_QUERY_COMPLETE, &query, &problem));
      g_assert_null (query);
      g_assert_nonnull (problem);
      g_assert_cmpint (problem->code, ==, refused[i].code);
      g_assert_cmpuint (problem->start, ==, refused[i].start);
      g_assert_cmpuint (problem->end, ==, refused[i].end);
      sentence = drill_query_problem_format (problem, drill_query_problem_msgid (problem->code));
      g_assert_null (strchr (sentence, '{'));
      g_assert_cmpint (sentence[strlen (sentence) - 1], !=, ' ');
    }
}

static void
test_sentences (void)
{
  g_autoptr (DrillQuery)        query = NULL;
  g_autoptr (DrillQueryProblem) field = NULL;
  g_autoptr (DrillQueryProblem) value = NULL;
  g_autofree char              *first = NULL;
  g_autofree char              *second = NULL;

  g_assert_false (drill_query_parse ("levl:senior", 0, &query, &field));
  first = drill_query_problem_format (field, drill_query_problem_msgid (field->code));
  g_assert_nonnull (strstr (first, "“levl:”"));
  g_assert_nonnull (strstr (first, "level:"));

  g_assert_false (drill_query_parse ("rated:bad", 0, &query, &value));
  second = drill_query_problem_format (value, drill_query_problem_msgid (value->code));
  g_assert_cmpstr (second, ==, "“bad” is not one of again, hard, good, easy");
}

/* While one types, the last word is not complete yet; one that a blank follows is. */
static void
test_typing (void)
{
  static const Understood typed[] = {
    { "event lo", "(\"event\" \"lo\"*)" },
    { "event lo ", "(\"event\" \"lo\")" },
    { "event \"lo\"", "(\"event\" \"lo\")" },
    { "event topic:g", "(\"event\" topic:\"g\")" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (DrillQuery) query = NULL;
      g_autofree char *text = NULL;

      g_assert_true (drill_query_parse (typed[i].text, DRILL_QUERY_TYPING, &query, NULL));
      text = drill_query_to_string (query);
      g_assert_cmpstr (text, ==, typed[i].understood);
    }
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "  ", "\t\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DrillQueryProblem) problem = NULL;
      DrillQuery *query;

      g_assert_true (drill_query_parse (texts[i], 0, &query, &problem) && query == NULL);
      g_assert_null (problem);
    }
}

static DrillQueryProblemCode
refuse (const char *text)
{
  g_autoptr (DrillQuery)        query = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;

  g_assert_false (drill_query_parse (text, 0, &query, &problem));

  return problem->code;
}

static void
test_limits (void)
{
  g_autofree char    *open = g_strnfill (100000, '(');
  g_autofree char    *denied = g_strnfill (100000, '-');
  g_autoptr (GString) minus = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) nots = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (words, "a ");
      g_string_append (nots, "not ");
      g_string_append (minus, "-(");
    }
  g_assert_cmpint (refuse (open), ==, DRILL_QUERY_PROBLEM_TOO_DEEP);
  g_assert_cmpint (refuse (minus->str), ==, DRILL_QUERY_PROBLEM_TOO_DEEP);
  g_assert_cmpint (refuse (nots->str), ==, DRILL_QUERY_PROBLEM_TOO_DEEP);
  g_assert_cmpint (refuse (words->str), ==, DRILL_QUERY_PROBLEM_TOO_LONG);
  g_assert_cmpint (refuse (denied), ==, DRILL_QUERY_PROBLEM_WORD);
}

/* Whatever the bytes, there is a query or a problem inside the text. */
static void
test_random (void)
{
  static const char *const pieces[]
    = { "a", "-", "(",   ")",      "\"", "topic:", "is:due", "or", "and", "not", " ",
        "*", "<", "0.5", "recall", ":",  "\\",     "\xff",   "ü",  "..",  "%" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (DrillQuery) query = NULL;
      g_autoptr (DrillQueryProblem) problem = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (drill_query_parse (text->str, g_test_rand_bit (), &query, &problem))
        {
          g_assert_null (problem);
          continue;
        }
      g_assert_nonnull (problem);
      g_assert_null (query);
      g_assert_cmpuint (problem->start, <=, problem->end);
      g_assert_cmpuint (strlen (problem->word), ==, problem->end - problem->start);
    }
}

static char *
offer (const char *text)
{
  g_autoptr (GPtrArray) completions = drill_query_complete (text, strlen (text), NULL);
  GString              *all = g_string_new (NULL);

  for (guint i = 0; i < completions->len; i++)
    {
      const DrillCompletion *completion = g_ptr_array_index (completions, i);

      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", completion->text);
    }

  return g_string_free (all, FALSE);
}

static void
test_complete (void)
{
  static const Understood offers[] = {
    { "", "" },
    { "to", "topic:" },
    { "a re", "recall<" },
    { "an", "answered: answers:" },
    { "is:", "due new seen missed leech flagged suspended buried learning young mature" },
    { "is:s", "seen suspended" },
    { "-is:d", "due" },
    { "(level:s", "senior staff" },
    { "kind:", "question follow-up mcq transcript incident" },
    { "recall<", "" },
    { "a b ", "" },
    { "\"to", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autofree char *offered = offer (offers[i].text);

      g_test_message ("%s", offers[i].text);
      g_assert_cmpstr (offered, ==, offers[i].understood);
    }
}

/* The cursor in the middle replaces the word that it stands in. */
static void
test_complete_inside (void)
{
  g_autoptr (GPtrArray)  completions = drill_query_complete ("is:dxx b", strlen ("is:d"), NULL);
  const DrillCompletion *completion;

  g_assert_cmpuint (completions->len, ==, 1);
  completion = g_ptr_array_index (completions, 0);
  g_assert_cmpstr (completion->text, ==, "due");
  g_assert_cmpuint (completion->start, ==, 3);
  g_assert_cmpuint (completion->end, ==, 6);
  g_assert_false (completion->is_field);
}

static void
test_quote (void)
{
  g_autofree char       *quoted = drill_query_quote ("say \"a\\b\"");
  g_autoptr (DrillQuery) query = NULL;

  g_assert_true (drill_query_parse (quoted, 0, &query, NULL));
  g_assert_cmpstr (query->text, ==, "say \"a\\b\"");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/query/understood", test_understood);
  g_test_add_func ("/search/query/refused", test_refused);
  g_test_add_func ("/search/query/sentences", test_sentences);
  g_test_add_func ("/search/query/typing", test_typing);
  g_test_add_func ("/search/query/nothing", test_nothing);
  g_test_add_func ("/search/query/limits", test_limits);
  g_test_add_func ("/search/query/random", test_random);
  g_test_add_func ("/search/query/quote", test_quote);
  g_test_add_func ("/search/complete/offers", test_complete);
  g_test_add_func ("/search/complete/inside", test_complete_inside);

  return g_test_run ();
}
