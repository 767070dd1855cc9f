/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The small words of a scenario: durations ("8m", "1h30m"), times of day
 * ("03:14"), numbers with a unit ("1.9G", "120ms", "60%") and anchors.
 *
 * All of it is independent of the locale: a scenario means the same everywhere.
 */

#include "config.h"

#include "incident/value.h"

#include <math.h>
#include <string.h>

/* Reads "90s", "8m", "1h30m" or a bare "0". Each unit at most once, large to
 * small, so that there is one obvious way to write a duration. */
gboolean
drill_value_parse_duration (const char *text,
                            gint64     *seconds)
{
  static const struct
  {
    char   unit;
    gint64 factor;
  } units[] = { { 'h', 3600 }, { 'm', 60 }, { 's', 1 } };
  gint64 total = 0;
  guint  next = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  if (strcmp (text, "0") == 0)
    {
      *seconds = 0;
      return TRUE;
    }
  if (*text == '\0')
    return FALSE;

  while (*text != '\0')
    {
      gint64 number = 0;
      guint  digits = 0;

      for (; g_ascii_isdigit (*text); text++, digits++)
        number = digits < 6 ? number * 10 + (*text - '0') : number;
      if (digits == 0 || digits > 6)
        return FALSE;

      while (next < G_N_ELEMENTS (units) && units[next].unit != *text)
        next++;
      if (next == G_N_ELEMENTS (units))
        return FALSE;

      total += number * units[next].factor;
      next++;
      text++;
    }

  if (total > DRILL_VALUE_MAX_SECONDS)
    return FALSE;

  *seconds = total;
  return TRUE;
}

/* Reads a time of day, "HH:MM" or "HH:MM:SS", as seconds since midnight. */
gboolean
drill_value_parse_clock (const char *text,
                         gint64     *seconds)
{
  static const gint64 limits[] = { 24, 60, 60 };
  gint64              fields[3] = { 0, 0, 0 };
  guint               n = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  for (;; n++)
    {
      if (n == 3 || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
        return FALSE;
      fields[n] = (text[0] - '0') * 10 + (text[1] - '0');
      if (fields[n] >= limits[n])
        return FALSE;
      if (text[2] == '\0')
        break;
      if (text[2] != ':')
        return FALSE;
      text += 3;
    }

  if (n == 0)
    return FALSE;

  *seconds = fields[0] * 3600 + fields[1] * 60 + fields[2];
  return TRUE;
}

/* The factor that takes a number with @suffix to its base unit (bytes,
 * seconds, ratio, per second), or 0 for a suffix that is not known. A lone "m"
 * is refused: it could be minutes or thousandths. */
double
drill_value_unit_factor (const char *suffix)
{
  static const struct
  {
    const char *suffix;
    double      factor;
  } units[] = {
    { "", 1 },
    { "k", 1e3 },
    { "K", 1e3 },
    { "M", 1e6 },
    { "G", 1e9 },
    { "T", 1e12 },
    { "Mil", 1e6 },
    { "Bil", 1e9 },
    { "Ki", 1024.0 },
    { "Mi", 1048576.0 },
    { "Gi", 1073741824.0 },
    { "Ti", 1099511627776.0 },
    { "B", 1 },
    { "byte", 1 },
    { "bytes", 1 },
    { "kB", 1e3 },
    { "KB", 1e3 },
    { "MB", 1e6 },
    { "GB", 1e9 },
    { "TB", 1e12 },
    { "KiB", 1024.0 },
    { "MiB", 1048576.0 },
    { "GiB", 1073741824.0 },
    { "TiB", 1099511627776.0 },
    { "ns", 1e-9 },
    { "us", 1e-6 },
    { "\302\265s", 1e-6 },
    { "\316\274s", 1e-6 },
    { "ms", 1e-3 },
    { "s", 1 },
    { "sec", 1 },
    { "secs", 1 },
    { "second", 1 },
    { "seconds", 1 },
    { "min", 60 },
    { "mins", 60 },
    { "hour", 3600 },
    { "hours", 3600 },
    { "day", 86400 },
    { "days", 86400 },
    { "%", 0.01 },
    { "/s", 1 },
    { "rps", 1 },
    { "reqps", 1 },
    { "req/s", 1 },
    { "ops", 1 },
    { "ops/s", 1 },
    { "c/s", 1 },
    { "wps", 1 },
    { "iops", 1 },
    { "B/s", 1 },
    { "kB/s", 1e3 },
    { "MB/s", 1e6 },
    { "KiB/s", 1024.0 },
    { "MiB/s", 1048576.0 },
    { "K req/s", 1e3 },
    { "K ops/s", 1e3 },
  };

  g_return_val_if_fail (suffix != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (strcmp (suffix, units[i].suffix) == 0)
        return units[i].factor;
    }

  return 0;
}

/* Length of the decimal number that @text starts with, 0 if it does not. */
static gsize
scan_number (const char *text)
{
  const char *p = text;
  guint       digits = 0;

  if (*p == '-' || *p == '+')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    digits++;
  if (*p == '.')
    {
      for (p++; g_ascii_isdigit (*p); p++)
        digits++;
    }
  if (digits == 0)
    return 0;

  if (*p == 'e' || *p == 'E')
    {
      const char *exponent = p + 1;

      if (*exponent == '-' || *exponent == '+')
        exponent++;
      if (g_ascii_isdigit (*exponent))
        {
          while (g_ascii_isdigit (*exponent))
            exponent++;
          p = exponent;
        }
    }

  return p - text;
}

/* Reads a finite number with an optional unit, scaled to the base unit. */
gboolean
drill_value_parse_number (const char *text,
                          double     *value)
{
  g_autofree char *suffix = NULL;
  gsize            length;
  double           factor;
  double           result;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  length = scan_number (text);
  if (length == 0)
    return FALSE;

  suffix = g_strdup (text + length);
  g_strstrip (suffix);
  factor = drill_value_unit_factor (suffix);
  result = g_ascii_strtod (text, NULL) * factor;
  if (factor == 0 || !isfinite (result))
    return FALSE;

  *value = result;
  return TRUE;
}

gboolean
drill_value_parse_integer (const char *text,
                           gint64      min,
                           gint64      max,
                           gint64     *value)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (*text == '+')
    text++;

  return g_ascii_string_to_signed (text, 10, min, max, value, NULL);
}

/* Whether @text can name a flag, a series, a phase or a regime. */
gboolean
drill_value_is_word (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_ascii_isalnum (*text) || strlen (text) > 64)
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isalnum (*text) && *text != '-' && *text != '_')
        return FALSE;
    }

  return TRUE;
}

/* The anchor that GitHub gives a heading: lower case, each space a hyphen,
 * other punctuation dropped. */
char *
drill_value_make_anchor (const char *heading)
{
  g_autofree char *lower = NULL;
  g_autoptr (GString) anchor = g_string_new (NULL);

  g_return_val_if_fail (heading != NULL, NULL);

  lower = g_utf8_strdown (heading, -1);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        g_string_append_c (anchor, '-');
      else if (g_unichar_isalnum (c) || c == '-' || c == '_')
        g_string_append_unichar (anchor, c);
    }

  return g_string_free (g_steal_pointer (&anchor), FALSE);
}
