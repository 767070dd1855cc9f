/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A run in one line of text:
 *
 *   console logs wait:95s assessment=5 disable-route
 *
 * A slug has neither a colon nor an equals sign, so no section can be mistaken
 * for a wait or an answer.
 */

#include "config.h"

#include "incident/run.h"
#include "incident/value.h"

#include <string.h>

#define WAIT_PREFIX "wait:"

/* More than any run can hold: each section may be entered and answered, and each
 * second waited for. */
#define MAX_MOVES (DRILL_STATE_MAX_STEPS + DRILL_SCENARIO_MAX_SECTIONS + DRILL_VALUE_MAX_SECONDS)

/**
 * drill_run_to_text:
 *
 * Returns: (transfer full): the moves in one line, for storing: a slug for a
 *   choice, slug=TICKS (hexadecimal) for an answer, wait:SECONDSs for a wait,
 *   spaces between them
 */
char *
drill_run_to_text (DrillRun *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < drill_run_get_n_moves (self); i++)
    {
      const DrillMove *move = &drill_run_get_moves (self)[i];
      const char      *slug = drill_scenario_section (drill_run_get_scenario (self), move->section)->slug;

      if (i > 0)
        g_string_append_c (text, ' ');
      switch (move->kind)
        {
        case DRILL_MOVE_WAIT:
          g_string_append_printf (text, WAIT_PREFIX "%" G_GINT64_FORMAT "s", move->seconds);
          break;
        case DRILL_MOVE_ANSWER:
          g_string_append_printf (text, "%s=%x", slug, move->ticks);
          break;
        case DRILL_MOVE_CHOOSE:
        default:
          g_string_append (text, slug);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * drill_run_is_wait:
 *
 * Returns: whether @word is a wait, such as "wait:90s", and no section's slug
 */
gboolean
drill_run_is_wait (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  return g_str_has_prefix (word, WAIT_PREFIX);
}

/* Waits as @word says, for which drill_run_is_wait() holds. */
gboolean
drill_run_wait_word (DrillRun   *self,
                     const char *word,
                     GError    **error)
{
  gint64 seconds;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (drill_run_is_wait (word), FALSE);

  if (!drill_value_parse_duration (word + strlen (WAIT_PREFIX), &seconds) || seconds == 0)
    {
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_FORMAT,
                   "“%s” is no wait; write wait:90s or wait:5m, up to 24 hours",
                   word);
      return FALSE;
    }

  return drill_run_wait (self, seconds, error);
}

static gboolean
read_move (DrillRun *self,
           char     *word,
           GError  **error)
{
  char   *equals = strchr (word, '=');
  guint64 ticks = 0;

  if (drill_run_is_wait (word))
    return drill_run_wait_word (self, word, error);
  if (equals == NULL)
    return drill_run_choose (self, word, error);

  *equals = '\0';

  return g_ascii_string_to_unsigned (equals + 1, 16, 0, G_MAXUINT32, &ticks, error) &&
         drill_run_answer (self, word, (guint) ticks, error);
}

/* The way back from drill_run_to_text(). */
DrillRun *
drill_run_from_text (DrillScenario *scenario,
                     const char    *text,
                     GError       **error)
{
  g_autoptr (DrillRun) self = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = drill_run_new (scenario);
  words = g_strsplit (text, " ", MAX_MOVES + 1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !read_move (self, words[i], error))
        return NULL;
    }

  return g_steal_pointer (&self);
}
