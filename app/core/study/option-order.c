/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Shuffling the options of a question.
 *
 *   A  ...            Some options speak of others. "None of the above" stays where
 *   B  ...            it is, and what stands above it stays above: the others change
 *   C  Both A and B   places in front of it and behind it, never across. "Both A and
 *   D  none of these  B" stays where it is, and names its letters anew.
 */

#include "config.h"

#include "study/option-order.h"

#include "pack/blocks.h"
#include "study/option-letters.h"

#include <string.h>

typedef enum
{
  PIN_NONE,
  PIN_PLACE, /* stays in its place */
  PIN_FENCE, /* and nothing moves across it */
} Pin;

/* What options say that speak of the others by their places. */
static const char fence_pattern[] =
    "\\b(?:above|below|preceding|previous|foregoing|following)\\b";

/* And without saying where they stand; such an option ends the list by custom. */
static const char place_pattern[] =
    "^\\W*(?:(?:all|none|any|both|neither|either|some|each|every|most)(?: one)?(?: of)?"
    " (?:of )?(?:them|these|those|the (?:other )?(?:options|answers|choices|statements|others))\\b"
    "|(?:all|none|both|neither|any)\\W*$"
    "|(?:the )?other (?:options|answers|choices)\\b"
    "|(?:more|fewer) than one of\\b"
    "|(?:all|both|none|neither)(?: of (?:them|these|those))? (?:are|is) (?:right|wrong|true|false|correct|incorrect)\\b)";

static gboolean
matches (const char *pattern,
         const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0);
}

/* Letters by which @item speaks of other things than its options. */
static guint
find_taken (const DrillItem *item)
{
  guint n_options = MIN (item->options->len, DRILL_OPTION_LETTERS_MAX);
  guint taken = 0;

  if (item->title_markdown != NULL)
    taken = drill_option_letters_taken (item->title_markdown, n_options);
  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);

      if (part->role == DRILL_PART_BODY)
        taken |= drill_option_letters_taken (part->markdown, n_options);
    }

  return taken;
}

static Pin
find_pin (const char *markdown,
          guint       n_options,
          guint       taken)
{
  g_autofree char *plain = drill_markdown_to_plain (markdown);

  if (matches ("\\b(?:all|none|any|both|neither|either|some|one|each|only|options?|answers?)\\b", plain) &&
      matches (fence_pattern, plain))
    return PIN_FENCE;
  if (matches (place_pattern, plain) || drill_option_letters_named (markdown, n_options, TRUE, taken) != 0)
    return PIN_PLACE;

  return PIN_NONE;
}

void
drill_option_order_init (DrillOptionOrder *self,
                         guint             n_options)
{
  g_return_if_fail (self != NULL && n_options <= DRILL_ATTEMPT_MAX_OPTIONS);

  memset (self, 0, sizeof *self);
  self->n_options = n_options;
  for (guint i = 0; i < n_options; i++)
    self->source[i] = (guint8) i;
}

/* Shuffles the places named in @places among each other. */
static void
shuffle_places (DrillOptionOrder *self,
                const guint      *places,
                guint             n_places,
                GRand            *random)
{
  for (guint i = n_places; i > 1; i--)
    {
      guint  j = (guint) g_rand_int_range (random, 0, (gint32) i);
      guint8 saved = self->source[places[i - 1]];

      self->source[places[i - 1]] = self->source[places[j]];
      self->source[places[j]] = saved;
    }
}

/* The same @seed gives the same order, on every machine. */
void
drill_option_order_shuffle (DrillOptionOrder *self,
                            const DrillItem  *item,
                            guint32           seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint             places[DRILL_ATTEMPT_MAX_OPTIONS];
  guint             n_places = 0;
  guint             taken;

  g_return_if_fail (self != NULL && item != NULL);
  g_return_if_fail (item->options->len == self->n_options);

  drill_option_order_init (self, self->n_options);
  taken = find_taken (item);
  for (guint i = 0; i < self->n_options; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);
      Pin                pin = find_pin (option->markdown, self->n_options, taken);

      if (pin == PIN_NONE)
        places[n_places++] = i;
      if (pin == PIN_FENCE)
        {
          shuffle_places (self, places, n_places, random);
          n_places = 0;
        }
    }
  shuffle_places (self, places, n_places, random);
}

guint
drill_option_order_to_shown (const DrillOptionOrder *self,
                             guint                   options)
{
  guint shown = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_options; i++)
    shown |= (options >> self->source[i] & 1) << i;

  return shown;
}

guint
drill_option_order_from_shown (const DrillOptionOrder *self,
                               guint                   shown)
{
  guint options = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_options; i++)
    options |= (shown >> i & 1) << self->source[i];

  return options;
}

char *
drill_option_order_to_text (const DrillOptionOrder *self)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_malloc0 (self->n_options + 1);
  for (guint i = 0; i < self->n_options; i++)
    text[i] = (char) ('A' + self->source[i]);

  return text;
}

gboolean
drill_option_order_from_text (DrillOptionOrder *self,
                              const char       *text)
{
  gsize length;
  guint seen = 0;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  length = strlen (text);
  if (length > DRILL_ATTEMPT_MAX_OPTIONS)
    return FALSE;

  drill_option_order_init (self, (guint) length);
  for (gsize i = 0; i < length; i++)
    {
      int source = text[i] - 'A';

      if (source < 0 || source >= (int) length || (seen >> source & 1) != 0)
        return FALSE;
      seen |= 1u << source;
      self->source[i] = (guint8) source;
    }

  return TRUE;
}

/**
 * drill_option_order_translate:
 * @item: whose text it is
 * @is_option: whether it is the text of an option, where letters are told by less
 *
 * Returns: (transfer full): @markdown, with each letter that names an option of the
 *   item made the letter that this option has on screen
 */
char *
drill_option_order_translate (const DrillOptionOrder *self,
                              const DrillItem        *item,
                              const char             *markdown,
                              gboolean                is_option)
{
  char letters[DRILL_ATTEMPT_MAX_OPTIONS] = { 0 };

  g_return_val_if_fail (self != NULL && item != NULL && markdown != NULL, NULL);

  for (guint i = 0; i < self->n_options; i++)
    letters[self->source[i]] = (char) ('A' + i);

  return drill_option_letters_replace (markdown, letters, self->n_options, is_option, find_taken (item));
}
