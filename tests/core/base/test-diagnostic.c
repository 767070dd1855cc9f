/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "base/diagnostic.h"

typedef struct
{
  guint         line;
  guint         column;
  DrillSeverity severity;
  const char   *expected;
} FormatCase;

static void
test_format (void)
{
  static const FormatCase cases[] = {
    { 12, 0, DRILL_SEVERITY_ERROR, "a/b.md:12: error E012: no such option" },
    { 12, 7, DRILL_SEVERITY_ERROR, "a/b.md:12:7: error E012: no such option" },
    { 3, 0, DRILL_SEVERITY_WARNING, "a/b.md:3: warning E012: no such option" },
    { 0, 7, DRILL_SEVERITY_ERROR, "a/b.md: error E012: no such option" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillDiagnostics) list = drill_diagnostics_new ();
      g_autofree char             *text = NULL;

      drill_diagnostics_add (list,
                             "a/b.md",
                             cases[i].line,
                             cases[i].column,
                             cases[i].severity,
                             "E012",
                             "no such %s",
                             "option");
      text = drill_diagnostic_format (drill_diagnostics_get (list, 0));
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_bad_bytes_are_replaced (void)
{
  g_autoptr (DrillDiagnostics) list = drill_diagnostics_new ();

  drill_diagnostics_add (list, "f", 1, 0, DRILL_SEVERITY_ERROR, "E001", "byte \xff here");
  g_assert_true (g_utf8_validate (drill_diagnostics_get (list, 0)->text, -1, NULL));
}

static void
test_sort (void)
{
  g_autoptr (DrillDiagnostics) list = drill_diagnostics_new ();

  drill_diagnostics_add (list, "b", 1, 0, DRILL_SEVERITY_ERROR, "E1", "third");
  drill_diagnostics_add (list, "a", 9, 0, DRILL_SEVERITY_ERROR, "E1", "second");
  drill_diagnostics_add (list, "a", 2, 0, DRILL_SEVERITY_ERROR, "E1", "first");
  drill_diagnostics_sort (list);

  g_assert_cmpstr (drill_diagnostics_get (list, 0)->text, ==, "first");
  g_assert_cmpstr (drill_diagnostics_get (list, 1)->text, ==, "second");
  g_assert_cmpstr (drill_diagnostics_get (list, 2)->text, ==, "third");
}

static void
test_take_all (void)
{
  g_autoptr (DrillDiagnostics) list = drill_diagnostics_new ();
  g_autoptr (DrillDiagnostics) other = drill_diagnostics_new ();

  drill_diagnostics_add (list, "f", 1, 0, DRILL_SEVERITY_WARNING, "W1", "one");
  drill_diagnostics_add (other, "f", 2, 0, DRILL_SEVERITY_ERROR, "E1", "two");
  drill_diagnostics_add (other, "f", 3, 0, DRILL_SEVERITY_ERROR, "E1", "three");
  drill_diagnostics_take_all (list, other);

  g_assert_cmpuint (drill_diagnostics_get_length (list), ==, 3);
  g_assert_cmpstr (drill_diagnostics_get (list, 2)->text, ==, "three");
  g_assert_cmpuint (drill_diagnostics_count (list, DRILL_SEVERITY_ERROR), ==, 2);
  g_assert_cmpuint (drill_diagnostics_count (list, DRILL_SEVERITY_WARNING), ==, 1);
  g_assert_cmpuint (drill_diagnostics_get_length (other), ==, 0);
  g_assert_cmpuint (drill_diagnostics_count (other, DRILL_SEVERITY_ERROR), ==, 0);
}

static void
test_list_is_bounded (void)
{
  g_autoptr (DrillDiagnostics) list = drill_diagnostics_new ();

  for (guint i = 0; i < 25000; i++)
    drill_diagnostics_add (list, "f", i, 0, DRILL_SEVERITY_ERROR, "E1", "again");

  g_assert_cmpuint (drill_diagnostics_get_length (list), <, 25000);
  g_assert_cmpuint (drill_diagnostics_count (list, DRILL_SEVERITY_ERROR), ==, 25000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnostic/format", test_format);
  g_test_add_func ("/diagnostic/bad-bytes-are-replaced", test_bad_bytes_are_replaced);
  g_test_add_func ("/diagnostic/sort", test_sort);
  g_test_add_func ("/diagnostic/take-all", test_take_all);
  g_test_add_func ("/diagnostic/list-is-bounded", test_list_is_bounded);

  return g_test_run ();
}
