/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/card/card-words.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define MONTH_DAYS      30.44
#define YEAR_DAYS       365.25

/* What happened: a grade, or a decision. A static string. */
const char *
drill_card_event_word (const DrillCardEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  switch (event->mark)
    {
    case DRILL_MARK_SUSPEND:
      return _("Suspended");
    case DRILL_MARK_UNSUSPEND:
      return _("Asked again");
    case DRILL_MARK_BURY:
      return _("Buried");
    case DRILL_MARK_UNBURY:
      return _("Unburied");
    case DRILL_MARK_FLAG:
      return event->value > 0 ? _("Flagged") : _("Flag taken off");
    case DRILL_MARK_RESET:
      return _("Reset");
    case DRILL_MARK_DUE:
      return _("Due date set");
    default:
      break;
    }

  switch (event->rating)
    {
    case DRILL_RATING_AGAIN:
      return C_ ("grade", "Again");
    case DRILL_RATING_HARD:
      return C_ ("grade", "Hard");
    case DRILL_RATING_EASY:
      return C_ ("grade", "Easy");
    case DRILL_RATING_GOOD:
    case DRILL_RATING_MANUAL:
    default:
      return C_ ("grade", "Good");
    }
}

/* A length in days as one says it: "0.4 d", "12 d", "3.1 mo", "1.2 y". */
char *
drill_card_days_word (double days)
{
  if (days < 10)
    return g_strdup_printf (_("%.1f d"), days);
  if (days < 2 * MONTH_DAYS)
    return g_strdup_printf (_("%.0f d"), days);
  if (days < YEAR_DAYS)
    return g_strdup_printf (_("%.1f mo"), days / MONTH_DAYS);

  return g_strdup_printf (_("%.1f y"), days / YEAR_DAYS);
}

/* The date of a study day. */
char *
drill_card_date_word (int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (day * SECONDS_PER_DAY);

  /* Translators: a date, day before month; see g_date_time_format() */
  return date != NULL ? g_date_time_format (date, _("%-e %b %Y")) : g_strdup ("–");
}

/* What came of it: how sure it was, what it made of the memory, how long it took. */
char *
drill_card_event_detail (const DrillCardEvent *event)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *stability = NULL;
  g_autofree char    *duration = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  if (event->mark == DRILL_MARK_DUE)
    return drill_card_date_word ((int) event->value);
  if (event->mark == DRILL_MARK_FLAG && event->value > 0)
    return g_strdup_printf (_("Flag %d"), (int) event->value);
  if (event->mark != 0)
    return g_strdup ("");

  if (event->recall > 0)
    /* Translators: how likely it was that the answer would be known */
    g_string_append_printf (text, _("recall was %.0f %% · "), event->recall * 100);
  stability = drill_card_days_word (event->after.memory.stability);
  duration = drill_format_duration (event->duration_ms);
  g_string_append_printf (text,
                          _("stability %s · difficulty %.1f · %s"),
                          stability,
                          event->after.memory.difficulty,
                          duration);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
drill_card_state_word (const DrillCard *card)
{
  g_return_val_if_fail (card != NULL, NULL);

  switch (card->state)
    {
    case DRILL_CARD_LEARNING:
      return _("Being learned");
    case DRILL_CARD_REVIEW:
      return _("In review");
    case DRILL_CARD_RELEARNING:
      return _("Being learned again");
    case DRILL_CARD_NEW:
    default:
      return _("New");
    }
}
