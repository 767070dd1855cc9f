/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From the pieces of an MCQ to its options, and what is wrong with them. An MCQ
 * that cannot be marked does not come in; one that is only untidy does.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/body.h"
#include "pack/keys.h"

#include <string.h>

typedef struct
{
  DrillReader *reader;
  DrillDraft  *draft;
  GPtrArray   *options; /* (element-type DrillPiece) */
  guint32      keys;
  gboolean     has_key;
} Marking;

static void
refuse (Marking    *self,
        guint       line,
        const char *code,
        const char *text)
{
  self->draft->broken = TRUE;
  drill_source_error (self->reader->source, line, code, "%s", text);
}

static void
check_options (Marking *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      DrillPiece *option = g_ptr_array_index (self->options, i);

      if (option->order < 0)
        {
          option->order = i;
          g_snprintf (option->label, sizeof option->label, "%c", (int) ('A' + MIN (i, 25)));
        }
      if (option->order != (int) i)
        {
          refuse (self,
                  option->line,
                  "E013",
                  "option letters run A, B, C and so on; this one is out of order or repeated");
          return;
        }
      if (option->text->len == 0)
        {
          refuse (self,
                  option->line,
                  "E010",
                  "this option has no text; write it behind the letter or drop the option");
          return;
        }
    }
  if (self->options->len < 2)
    refuse (self,
            self->draft->item->line,
            "E010",
            "a multiple-choice question needs two options or more; write each as \"- A. text\"");
  else if (self->options->len > DRILL_KEYS_MAX)
    refuse (self, self->draft->item->line, "E013", "there are more than 26 options; drop some");
}

static guint32
ticked_boxes (Marking *self)
{
  guint32 keys = 0;

  for (guint i = 0; i < MIN (self->options->len, DRILL_KEYS_MAX); i++)
    if (((DrillPiece *) g_ptr_array_index (self->options, i))->box == DRILL_BOX_TICKED)
      keys |= 1u << i;

  return keys;
}

/* Text behind the letter of the key explains it. */
static void
add_explanation (Marking    *self,
                 const char *text,
                 guint       line)
{
  DrillPart *part = g_new0 (DrillPart, 1);

  part->role = DRILL_PART_EXPLANATION;
  part->markdown = g_strdup (text);
  part->line = line;
  g_ptr_array_add (self->draft->item->parts, part);
  self->draft->roles |= 1u << DRILL_PART_EXPLANATION;
}

static void
read_key (Marking    *self,
          DrillPiece *piece)
{
  guint32          keys;
  g_autofree char *missing = NULL;
  g_autofree char *rest = NULL;

  if (!drill_keys_parse (piece->text->str, self->options, &keys, &missing, &rest))
    return;
  if (missing != NULL)
    {
      self->draft->broken = TRUE;
      drill_source_error (self->reader->source,
                          piece->line,
                          "E012",
                          "the key \"%.60s\" names no option; give the letter of one that exists",
                          missing);
    }
  else if (self->has_key && keys != self->keys)
    refuse (self,
            piece->line,
            "E014",
            "this key contradicts the one above or the ticked boxes; keep one of them");
  else if (rest != NULL && (self->draft->roles & (1u << DRILL_PART_EXPLANATION)) == 0)
    add_explanation (self, rest, piece->line);

  self->keys = keys;
  self->has_key = TRUE;
}

static void
read_keys (Marking *self)
{
  self->keys = ticked_boxes (self);
  self->has_key = self->keys != 0;
  for (guint i = 0; i < self->draft->pieces->len; i++)
    {
      DrillPiece *piece = g_ptr_array_index (self->draft->pieces, i);

      if (piece->role == DRILL_PIECE_KEY)
        read_key (self, piece);
    }
  if (!self->has_key)
    refuse (self,
            self->draft->item->line,
            "E011",
            "this question has no key; add a line such as \"Correct Answer: B\"");
}

static void
make_options (Marking *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      DrillPiece  *piece = g_ptr_array_index (self->options, i);
      DrillOption *option = g_new0 (DrillOption, 1);

      option->label = g_strdup (piece->label);
      option->markdown = g_strdup (piece->text->str);
      option->correct = i < DRILL_KEYS_MAX && (self->keys & (1u << i)) != 0;
      option->line = piece->line;
      g_ptr_array_add (self->draft->item->options, option);
    }
}

/* Gives each option its reason. Returns: how many options have one */
static guint
take_reasons (Marking *self)
{
  guint count = 0;

  for (guint i = 0; i < self->draft->pieces->len; i++)
    {
      DrillPiece  *piece = g_ptr_array_index (self->draft->pieces, i);
      DrillOption *option;

      if (piece->role != DRILL_PIECE_REASON || piece->text->len == 0)
        continue;
      if (piece->order < 0 || piece->order >= (int) self->options->len)
        {
          drill_source_warn (self->reader->source,
                             piece->line,
                             "W104",
                             "this reason is for option %s, which does not exist; correct the "
                             "letter",
                             piece->label);
          continue;
        }
      option = g_ptr_array_index (self->draft->item->options, piece->order);
      if (option->reason != NULL)
        {
          drill_source_warn (self->reader->source,
                             piece->line,
                             "W104",
                             "option %s has a reason already; join the two",
                             piece->label);
          continue;
        }
      option->reason = g_strdup (piece->text->str);
      count++;
    }

  return count;
}

static void
check_reasons (Marking *self,
               guint    count)
{
  gboolean general = FALSE;

  for (guint i = 0; i < self->draft->item->parts->len; i++)
    general |= ((DrillPart *) g_ptr_array_index (self->draft->item->parts, i))->role
               == DRILL_PART_EXPLANATION;
  if (count == self->options->len
      || (count == 0 && general && self->reader->chapter->pack_id == NULL))
    return;

  drill_source_warn (self->reader->source,
                     self->draft->item->line,
                     "W103",
                     "%u of %u options have a reason; say below \"Explanation:\" why each is right "
                     "or wrong",
                     count,
                     self->options->len);
}

/* Options that GitHub shows as one run of text. */
static void
check_layout (Marking *self)
{
  gboolean joined = FALSE;

  for (guint i = 1; i < self->options->len; i++)
    {
      DrillPiece *before = g_ptr_array_index (self->options, i - 1);
      DrillPiece *option = g_ptr_array_index (self->options, i);

      joined |= option->joined;
      if (!option->bullet && !option->joined && option->line == before->line + 1
          && !drill_body_breaks (self->reader->source, before->line - 1))
        {
          drill_source_warn (self->reader->source,
                             before->line,
                             "W130",
                             "bare options run together where Markdown is shown; write \"- %s. "
                             "...\"",
                             before->label);
          return;
        }
    }
  if (joined)
    drill_source_warn (self->reader->source,
                       ((DrillPiece *) g_ptr_array_index (self->options, 0))->line,
                       "W131",
                       "several options stand on one line; give each a line of its own");
}

/* Makes options and parts of the pieces, and tells what is wrong. */
void
drill_reader_finish_mcq (DrillReader *self,
                         DrillDraft  *draft)
{
  g_autoptr (GPtrArray) options = g_ptr_array_new ();
  Marking               marking = { .reader = self, .draft = draft, .options = options };
  guint                 n_reasons;

  drill_draft_take_parts (draft);
  for (guint i = 0; i < draft->pieces->len; i++)
    {
      DrillPiece *piece = g_ptr_array_index (draft->pieces, i);

      if (piece->role == DRILL_PIECE_OPTION)
        g_ptr_array_add (options, piece);
    }

  check_options (&marking);
  if (draft->broken)
    return;
  read_keys (&marking);
  make_options (&marking);
  n_reasons = take_reasons (&marking);
  if (self->foreign)
    return;
  check_reasons (&marking, n_reasons);
  check_layout (&marking);
}
