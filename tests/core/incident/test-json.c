/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/json.h"
#include "incident/json-check.h"

#include <string.h>

/* What the check lets through the reader reads, too. */
static void
test_good (void)
{
  static const char *const cases[] = {
    "{}", "[]", " [ ] ", "[1]", "[-0.5e+10,0,1E5]", "[true,false,null]", "{\"a\":{\"b\":[]},\"c\":\"\"}",
    "[\"\\u00e9\\n\\\"\\\\\\/\"]", "[\"\\ud83d\\ude00\"]", "{\"a\":1,\"a\":2}", "[[],{},[[]]]", "\n{\"a\" : [ 1 , 2 ] }\n",
    "[\"/* no comment */ # either\"]", "[123456789012345678901234567890]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_true (drill_json_check (cases[i], strlen (cases[i])));
      node = drill_json_parse (cases[i], strlen (cases[i]), &error);
      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

static void
test_bad (void)
{
  static const char *const cases[] = {
    "", " ", "1", "\"a\"", "null", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}",
    "[]]", "[}", "{]", "[] []", "[1 2]", "[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[NaN]", "[tru]", "[\"a]", "[\"\\x\"]",
    "[\"\\u12\"]", "[\"\\u0000\"]", "[\"\\ud83d\"]", "[\"\\ude00\"]", "[\"\\ud83d\\u0041\"]", "[\"a\nb\"]", "{\"\":1}",
    "[/**/]", "[1]#", "var x = [];", "[\xff]", "[\"\xed\xa0\x80\"]", "[,1]", "{,}", "[\"\\\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_autofree char *name = g_strescape (cases[i], NULL);

      g_test_message ("%s", name);
      g_assert_false (drill_json_check (cases[i], strlen (cases[i])));
      g_assert_null (drill_json_parse (cases[i], strlen (cases[i]), &error));
      g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT);
    }
}

static void
test_depth (void)
{
  for (guint depth = 1; depth <= 2 * DRILL_JSON_MAX_DEPTH; depth++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < depth; i++)
        g_string_append (text, i % 2 == 0 ? "{\"a\":" : "[");
      g_string_append (text, "1");
      for (guint i = depth; i > 0; i--)
        g_string_append (text, (i - 1) % 2 == 0 ? "}" : "]");
      g_assert_cmpint (drill_json_check (text->str, text->len), ==, depth <= DRILL_JSON_MAX_DEPTH);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/json/good", test_good);
  g_test_add_func ("/incident/json/bad", test_bad);
  g_test_add_func ("/incident/json/depth", test_depth);

  return g_test_run ();
}
