/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/condition.h"

static void
test_good (void)
{
  static const struct
  {
    const char   *text;
    guint         n;
    DrillAtomKind kind; /* of the last atom */
    gboolean      negated;
    const char   *name;
    gint64        seconds;
    double        value;
  } cases[] = {
    { "contained", 1, DRILL_ATOM_FLAG, FALSE, "contained", 0, 0 },
    { "not contained", 1, DRILL_ATOM_FLAG, TRUE, "contained", 0, 0 },
    { "after 20m", 1, DRILL_ATOM_AFTER, FALSE, NULL, 1200, 0 },
    { "before 1h", 1, DRILL_ATOM_BEFORE, FALSE, NULL, 3600, 0 },
    { "rss > 1.9G", 1, DRILL_ATOM_ABOVE, FALSE, "rss", 0, 1.9e9 },
    { "rss<400M", 1, DRILL_ATOM_BELOW, FALSE, "rss", 0, 4e8 },
    { "a, not b , lag > 50ms", 3, DRILL_ATOM_ABOVE, FALSE, "lag", 0, 0.05 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (DrillCondition) condition = drill_condition_parse (cases[i].text, 7, &problem);
      DrillAtom *last;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (problem, ==, NULL);
      g_assert_cmpuint (condition->line, ==, 7);
      g_assert_cmpuint (condition->atoms->len, ==, cases[i].n);
      last = &g_array_index (condition->atoms, DrillAtom, cases[i].n - 1);
      g_assert_cmpint (last->kind, ==, cases[i].kind);
      g_assert_cmpint (last->negated, ==, cases[i].negated);
      g_assert_cmpstr (last->name, ==, cases[i].name);
      g_assert_cmpint (last->seconds, ==, cases[i].seconds);
      g_assert_cmpfloat (last->value, ==, cases[i].value);
    }
}

static void
test_bad (void)
{
  static const char *const cases[] = {
    "", ",", "a,", "a b", "not", "not not a", "after", "after 20", "after 99h", "rss >", "rss > much",
    "> 3", "rss >= 3", "a or b", "rss > 3 > 4", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (DrillCondition) condition = drill_condition_parse (cases[i], 1, &problem);

      g_test_message ("%s", cases[i]);
      g_assert_null (condition);
      g_assert_nonnull (problem);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/condition/good", test_good);
  g_test_add_func ("/incident/condition/bad", test_bad);

  return g_test_run ();
}
