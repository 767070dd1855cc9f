/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/value.h"

#include <math.h>

static void
test_duration (void)
{
  static const struct
  {
    const char *text;
    gint64      seconds; /* -1: refused */
  } cases[] = {
    { "0", 0 },        { "0m", 0 },     { "90s", 90 },       { "8m", 480 },    { "1h30m", 5400 }, { "1h2m3s", 3723 },
    { "24h", 86400 },  { "25h", -1 },   { "", -1 },          { "8", -1 },      { "m", -1 },       { "8m8m", -1 },
    { "30m1h", -1 },   { "-8m", -1 },   { "1.5h", -1 },      { "8 m", -1 },    { "9999999s", -1 }, { "8M", -1 },
    { "86400s", 86400 }, { "1441m", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64   seconds = -1;
      gboolean good = drill_value_parse_duration (cases[i].text, &seconds);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].seconds >= 0);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_clock (void)
{
  static const struct
  {
    const char *text;
    gint64      seconds;
  } cases[] = {
    { "03:14", 11640 }, { "00:00", 0 }, { "23:59:59", 86399 }, { "24:00", -1 }, { "3:14", -1 },
    { "03:60", -1 },    { "03", -1 },   { "03:14:", -1 },      { "", -1 },      { "03:14:00:00", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64   seconds = -1;
      gboolean good = drill_value_parse_clock (cases[i].text, &seconds);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].seconds >= 0);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_number (void)
{
  static const struct
  {
    const char *text;
    double      value; /* NaN: refused */
  } cases[] = {
    { "1.9G", 1.9e9 },  { "400M", 4e8 },     { "120ms", 0.12 },  { "60%", 0.6 },    { "2 GiB", 2147483648.0 },
    { "-3", -3 },       { "+4.5", 4.5 },     { ".5", 0.5 },      { "1e3", 1000 },   { "1e3ms", 1 },
    { "5 req/s", 5 },   { "1.5 mins", 90 },  { "7 \302\265s", 7e-6 }, { "3m", NAN }, { "inf", NAN },
    { "nan", NAN },     { "0x10", NAN },     { "1e999", NAN },   { "", NAN },       { "G", NAN },
    { "1.2.3", NAN },   { "12 parsecs", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double   value = NAN;
      gboolean good = drill_value_parse_number (cases[i].text, &value);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, !isnan (cases[i].value));
      if (good)
        g_assert_cmpfloat_with_epsilon (value, cases[i].value, fabs (cases[i].value) * 1e-12);
    }
}

static void
test_anchor (void)
{
  static const struct
  {
    const char *heading;
    const char *anchor;
  } cases[] = {
    { "Rolling restart", "rolling-restart" },
    { "Wait 5 minutes", "wait-5-minutes" },
    { "What's next?", "whats-next" },
    { "A - B", "a---b" },
    { "\303\204rger", "\303\244rger" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *anchor = drill_value_make_anchor (cases[i].heading);

      g_assert_cmpstr (anchor, ==, cases[i].anchor);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/value/duration", test_duration);
  g_test_add_func ("/incident/value/clock", test_clock);
  g_test_add_func ("/incident/value/number", test_number);
  g_test_add_func ("/incident/value/anchor", test_anchor);

  return g_test_run ();
}
