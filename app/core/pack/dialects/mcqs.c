/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Multiple-choice questions of banks: runs of options, each with the question above
 * it and the key in it or below it.
 *
 * Not every run is one. A list of boxes without a question is a list of things to
 * read or to do. Letters behind a key are reasons, and letters in somebody's answer
 * are a list. Where a question and options are certain but no key is, that is told.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

#define MAX_OPTIONS 26

typedef enum
{
  VERDICT_NONE, /* no question; its rows stay where they are */
  VERDICT_MCQ,
  VERDICT_BROKEN, /* a question that cannot come in, which is told */
} Verdict;

typedef struct
{
  DrillBank *bank;
  GArray    *verdicts; /* (element-type Verdict) */
  gboolean   boxes_are_questions;
  gboolean   letters_have_keys;  /* some of the lettered questions */
  gboolean   boxes_are_numbered; /* most questions with boxes have a number */
  guint      todo_row;           /* first list of boxes that is none, or G_MAXUINT */
} Mcqs;

static DrillBankGroup *
get_group (const Mcqs *self, guint index)
{
  return &g_array_index (self->bank->groups, DrillBankGroup, index);
}

static DrillBankOption *
get_option (const DrillBankGroup *group, guint index)
{
  return &g_array_index (group->options, DrillBankOption, index);
}

static guint
count_ticks (const DrillBankGroup *group)
{
  guint count = 0;

  for (guint i = 0; i < group->options->len; i++)
    count += get_option (group, i)->choice.box == DRILL_BOX_TICKED;

  return count;
}

/* Options that carry their key by a sign behind them, or by being bold. */
static guint32
signed_keys (const DrillBankGroup *group)
{
  guint32 flagged = 0;
  guint32 strong = 0;
  guint   n_flagged = 0;
  guint   n_strong = 0;

  for (guint i = 0; i < MIN (group->options->len, MAX_OPTIONS); i++)
    {
      if (get_option (group, i)->choice.flagged)
        {
          flagged |= 1u << i;
          n_flagged++;
        }
      if (get_option (group, i)->choice.strong)
        {
          strong |= 1u << i;
          n_strong++;
        }
    }
  if (n_flagged > 0 && n_flagged < group->options->len)
    return flagged;

  return n_strong > 0 && n_strong < group->options->len && n_strong <= group->options->len / 2 ?
           strong :
           0;
}

/* A key behind the last option on its line: "D) four Answer: B". */
static void
cut_key_off (DrillBankGroup *group)
{
  DrillBankOption *option = get_option (group, group->options->len - 1);
  DrillSlice       text = option->choice.rest;
  guint            tries = 0;

  if (group->boxed || group->options->len < 2)
    return;
  for (const char *at = text.at; at < text.end && tries < 40; at++)
    {
      DrillSlice behind = { at + 1, text.end };
      DrillSlice rest;
      DrillSlice reason;
      guint32    keys;

      if (!g_ascii_isspace (*at))
        continue;
      tries++;
      if (memchr (behind.at, ':', behind.end - behind.at) == NULL
          && drill_slice_find (behind, "：") == NULL)
        return;
      if (drill_answer_word_parse (behind, &rest) != DRILL_WORD_ANSWER
          || !drill_bank_resolve_key (group, rest, FALSE, &keys, &reason))
        continue;
      group->has_key = group->certain_key = TRUE;
      group->key = rest;
      group->key_row = option->row;
      option->choice.rest = drill_slice_strip ((DrillSlice){ text.at, at });
      return;
    }
}

/* What people write on lists of things to do. */
static gboolean
is_to_do (DrillSlice text)
{
  static const char *const verbs[] = {
    "read",       "watch",    "finish",    "complete", "review", "learn",    "study",    "install",
    "practice",   "practise", "write",     "do",       "solve",  "revise",   "memorize", "memorise",
    "understand", "chapter",  "implement", "build",    "try",    "add",      "fix",      "update",
    "create",     "check",    "book",      "video",    "course", "exercise", "week",     "day",
    "lesson",     "module",   "section",   "part",
  };
  DrillEmphasis opened;

  text = drill_slice_strip (text);
  drill_slice_eat_emphasis (&text, &opened);
  if (drill_slice_starts_with (text, "[") && drill_slice_find (text, "](") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (drill_slice_eat_word (&text, verbs[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_to_do_list (const DrillBankGroup *group)
{
  guint count = 0;

  for (guint i = 0; i < group->options->len; i++)
    count += is_to_do (get_option (group, i)->choice.rest);

  return count * 3 >= group->options->len * 2 || group->options->len > 12;
}

/* Whether boxes in this file are options, as far as the file can tell. */
static void
weigh_boxes (Mcqs *self)
{
  guint good = 0;
  guint numbered = 0;
  guint boxed = 0;

  for (guint i = 0; i < self->bank->groups->len; i++)
    {
      const DrillBankGroup *group = get_group (self, i);
      guint                 ticks;

      self->letters_have_keys |= !group->boxed && !group->weak && group->has_stem && group->has_key;
      if (!group->boxed)
        continue;
      ticks = count_ticks (group);
      boxed++;
      if (!group->has_stem || !(group->asked || (group->marked && group->numbered))
          || is_to_do_list (group) || ticks == 0 || ticks == group->options->len
          || group->options->len > 10)
        continue;
      good++;
      numbered += group->numbered;
    }
  self->boxes_are_questions = good > 0 && good * 2 >= boxed;
  self->boxes_are_numbered = numbered * 2 > good;
}

static gboolean
ends_in_mark (DrillSlice title)
{
  title = drill_slice_unwrap (title);

  return drill_slice_ends_with (title, "?") || drill_slice_ends_with (title, "？")
         || drill_slice_ends_with (title, "؟");
}

static void
refuse (Mcqs *self, DrillBankGroup *group, const char *code, const char *text)
{
  drill_source_error (self->bank->source,
                      (group->has_stem ? group->stem : group->first) + 1,
                      code,
                      "%s",
                      text);
}

static Verdict
judge_boxes (Mcqs *self, DrillBankGroup *group)
{
  guint      ticks = count_ticks (group);
  guint32    keys;
  DrillSlice reason;

  if (!group->has_stem || !(group->asked || group->marked || self->boxes_are_questions))
    return VERDICT_NONE;
  if (!self->boxes_are_questions
      && (!group->asked || is_to_do_list (group) || ticks == 0 || ticks == group->options->len))
    return VERDICT_NONE;
  if (!group->asked && !group->numbered
      && (is_to_do_list (group) || self->boxes_are_numbered || !group->marked))
    return VERDICT_NONE;
  if (group->options->len < 2)
    {
      refuse (self,
              group,
              "E010",
              "this question has one option only, so it is left out; write two or more");
      return VERDICT_BROKEN;
    }
  if (ticks == 0 && !group->has_key)
    {
      if (signed_keys (group) != 0)
        return VERDICT_MCQ;
      refuse (self,
              group,
              "E011",
              "no option of this question is ticked, so it is left out; tick the right one with "
              "[x]");
      return VERDICT_BROKEN;
    }
  if (ticks > 0 && group->has_key && group->certain_key
      && drill_bank_resolve_key (group, group->key, TRUE, &keys, &reason))
    {
      for (guint i = 0; i < MIN (group->options->len, MAX_OPTIONS); i++)
        if (((keys & (1u << i)) != 0) != (get_option (group, i)->choice.box == DRILL_BOX_TICKED))
          {
            drill_source_error (self->bank->source,
                                group->stem + 1,
                                "E014",
                                "the key on line %u contradicts the ticked boxes, so this "
                                "question is left out; keep one of them",
                                group->key_row + 1);
            return VERDICT_BROKEN;
          }
    }

  return VERDICT_MCQ;
}

static Verdict
judge_letters (Mcqs *self, DrillBankGroup *group)
{
  guint32    keys;
  DrillSlice reason;
  gboolean   resolved;

  if (!group->has_stem)
    return VERDICT_NONE;
  resolved = group->has_key && drill_bank_resolve_key (group, group->key, FALSE, &keys, &reason);
  if (group->weak && !(resolved && group->certain_key))
    return VERDICT_NONE;
  if (!group->has_key && signed_keys (group) == 0)
    {
      /* Letters in prose are no question, unless it looks like one. */
      if (!group->marked || group->options->len < 2 || group->from_summary
          || !(group->numbered || (self->letters_have_keys && ends_in_mark (group->title))))
        return VERDICT_NONE;
      refuse (self,
              group,
              "E011",
              "this question has no key, so it is left out; add a line such as \"Answer: B\"");
      return VERDICT_BROKEN;
    }
  if (group->options->len < 2)
    {
      if (!group->has_key || !group->certain_key)
        return VERDICT_NONE;
      refuse (self,
              group,
              "E010",
              "this question has one option only, so it is left out; write two or more");
      return VERDICT_BROKEN;
    }
  if (group->odd_row > 0)
    {
      drill_source_error (self->bank->source,
                          group->stem + 1,
                          "E013",
                          "the option on line %u is out of order or repeated, so this question is "
                          "left out; letters run A, B, C and so on",
                          group->odd_row + 1);
      return VERDICT_BROKEN;
    }
  if (group->has_key && !resolved)
    {
      g_autofree char *key = drill_slice_dup (group->key);

      drill_source_error (self->bank->source,
                          group->stem + 1,
                          "E012",
                          "the key on line %u, \"%.60s\", names no option, so this question is "
                          "left "
                          "out; give the letter of one that exists",
                          group->key_row + 1,
                          key);
      return VERDICT_BROKEN;
    }

  return VERDICT_MCQ;
}

static gboolean
has_empty_option (Mcqs *self, DrillBankGroup *group)
{
  for (guint i = 0; i < group->options->len; i++)
    {
      const DrillBankOption *option = get_option (group, i);

      if (drill_slice_is_empty (option->choice.rest) && option->last == option->row)
        {
          drill_source_error (self->bank->source,
                              group->stem + 1,
                              "E010",
                              "the option on line %u has no text, so this question is left out; "
                              "write it behind the mark",
                              option->row + 1);
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether another line right below the key says something else. */
static gboolean
has_second_key (Mcqs *self, DrillBankGroup *group)
{
  guint32    first;
  DrillSlice reason;

  if (!group->has_key || group->distant_key
      || !drill_bank_resolve_key (group, group->key, FALSE, &first, &reason))
    return FALSE;
  for (guint row = group->key_row + 1;
       row < self->bank->outline->n_rows && row <= group->key_row + 3;
       row++)
    {
      guint32    keys;
      DrillSlice rest;

      if (self->bank->outline->rows[row].kind != DRILL_ROW_TEXT)
        continue;
      if (drill_answer_word_parse (drill_outline_get_text (self->bank->outline, row), &rest)
            != DRILL_WORD_ANSWER
          || !drill_bank_resolve_key (group, rest, TRUE, &keys, &reason))
        return FALSE;
      if (keys == first)
        continue;
      drill_source_error (self->bank->source,
                          group->stem + 1,
                          "E014",
                          "the keys on lines %u and %u contradict each other, so this question is "
                          "left out; keep one of them",
                          group->key_row + 1,
                          row + 1);
      return TRUE;
    }

  return FALSE;
}

static Verdict
judge (Mcqs *self, DrillBankGroup *group)
{
  Verdict verdict = group->boxed ? judge_boxes (self, group) : judge_letters (self, group);

  if (verdict != VERDICT_MCQ)
    return verdict;
  if (group->options->len > MAX_OPTIONS)
    {
      refuse (self, group, "E013", "there are more than 26 options; drop some");
      return VERDICT_BROKEN;
    }
  if (has_empty_option (self, group) || has_second_key (self, group))
    return VERDICT_BROKEN;
  if (drill_slice_is_empty (group->title))
    {
      refuse (self, group, "E030", "there is no question here; write its text above the options");
      return VERDICT_BROKEN;
    }

  return VERDICT_MCQ;
}

/* A list behind the key of the question before, or below its explanation's label. */
static gboolean
is_reasons (Mcqs *self, const DrillBankGroup *group, const DrillBankGroup *before)
{
  if (before == NULL || group->boxed || group->marked)
    return FALSE;
  /* What a paragraph asks has its own key. */
  if (group->has_stem && group->asked && group->has_key)
    return FALSE;
  if (before->has_key)
    return !group->has_key || !group->has_stem;

  return FALSE;
}

/* Whether a label between two runs says that the second one explains. */
static gboolean
is_explained_between (Mcqs *self, const DrillBankGroup *before, const DrillBankGroup *group)
{
  for (guint row = before->last + 1; row < group->first && row < before->last + 20; row++)
    {
      DrillSlice rest;

      if (self->bank->outline->rows[row].kind != DRILL_ROW_TEXT
          && self->bank->outline->rows[row].kind != DRILL_ROW_HEADING)
        continue;
      if (drill_answer_word_parse (drill_outline_get_text (self->bank->outline, row), &rest)
          == DRILL_WORD_EXPLANATION)
        return TRUE;
    }

  return FALSE;
}

/* The key may stand behind the list of reasons, and the options behind a list of
 * statements. Returns: whether @group is part of the question of @before */
static gboolean
joins (Mcqs *self, DrillBankGroup *before, DrillBankGroup *group)
{
  if (before == NULL || before->boxed || group->boxed || before->has_key || group->marked
      || !before->marked || signed_keys (before) != 0)
    return FALSE;
  if (!group->has_key)
    return FALSE;
  if (is_explained_between (self, before, group))
    {
      before->has_key = TRUE;
      before->certain_key = group->certain_key;
      before->key_row = group->key_row;
      before->key = group->key;
      before->end = group->end;
      return TRUE;
    }

  /* The first list is part of what is asked. */
  group->has_stem = TRUE;
  group->marked = before->marked;
  group->numbered = before->numbered;
  group->number = before->number;
  group->stem = before->stem;
  group->level = before->level;
  group->title = before->title;
  group->asked = TRUE;
  group->body_first = before->body_first;
  group->body_last = group->first;
  before->has_stem = FALSE;

  return FALSE;
}

/* Finds stem and key of each run, from the first to the last. */
static void
survey (Mcqs *self)
{
  guint           from = 0;
  guint           expected = 1;
  DrillBankGroup *before = NULL;

  for (guint i = 0; i < self->bank->groups->len; i++)
    {
      DrillBankGroup *group = get_group (self, i);
      guint           to = i + 1 < self->bank->groups->len ? get_group (self, i + 1)->first :
                                                             self->bank->outline->n_rows;

      drill_bank_find_stem (self->bank, group, MIN (from, group->first), expected);
      cut_key_off (group);
      if (!group->has_key)
        drill_bank_find_key (self->bank, group, to);
      if (is_reasons (self, group, before) || joins (self, before, group))
        {
          group->has_stem = FALSE;
          if (before != NULL)
            from = MAX (from, before->end);
          continue;
        }
      from = MAX (group->end, group->last + 1);
      if (!group->has_stem)
        continue;
      if (group->number > 0)
        expected = group->number + 1;
      else if (group->marked)
        expected++;
      before = group;
    }
}

/* The first row that no longer explains. */
static guint
explanation_end (Mcqs *self, const DrillBankGroup *group, guint limit)
{
  const DrillOutline *outline = self->bank->outline;
  guint               row = group->end;
  guint               depth = group->key_in_details ? 1 : 0;

  for (; row < limit; row++)
    {
      const DrillRow *now = &outline->rows[row];
      DrillSlice      rest;

      if (now->kind == DRILL_ROW_RULE && !(depth > 0 && now->depth > 0))
        return row;
      if (now->kind == DRILL_ROW_HEADING
          && drill_answer_word_parse (drill_outline_get_text (outline, row), &rest)
               == DRILL_WORD_NONE
          && !(depth > 0 && now->depth > 0))
        return row;
      if (depth > 0 && now->closes && now->depth == 0)
        return row + 1;
      if (now->starts_summary && depth == 0
          && !drill_answer_word_is_show (drill_outline_get_text (outline, row)))
        return row;
    }

  return row;
}

static guint32
keys_of (Mcqs *self, DrillBankGroup *group, DrillSlice *reason)
{
  guint32 keys = 0;

  *reason = (DrillSlice){ NULL, NULL };
  if (group->boxed && count_ticks (group) > 0)
    {
      for (guint i = 0; i < group->options->len; i++)
        if (get_option (group, i)->choice.box == DRILL_BOX_TICKED)
          keys |= 1u << i;
      return keys;
    }
  if (group->has_key && drill_bank_resolve_key (group, group->key, FALSE, &keys, reason))
    return keys;

  return signed_keys (group);
}

static void
add_options (DrillBankGroup *group, DrillDraft *draft, guint32 keys)
{
  for (guint i = 0; i < group->options->len; i++)
    {
      DrillBankOption *option = get_option (group, i);
      g_autofree char *head = drill_slice_dup (option->choice.rest);
      DrillPiece      *piece = drill_draft_open (draft, DRILL_PIECE_OPTION, option->row);

      piece->order = i;
      piece->label[0] = 'A' + i;
      piece->label[1] = '\0';
      piece->box = (keys & (1u << i)) != 0 ? DRILL_BOX_TICKED : DRILL_BOX_EMPTY;
      piece->bullet = TRUE;
      draft->in_item = TRUE;
      drill_draft_add_head (draft, head);
      if (option->last > option->row)
        {
          drill_draft_add_line (draft, option->row + 1);
          drill_draft_add_line (draft, option->last);
        }
    }
}

/* What follows the key: the rest of its line, and the rows below. */
static void
add_explanation (Mcqs           *self,
                 DrillBankGroup *group,
                 DrillDraft     *draft,
                 DrillSlice      reason,
                 guint           limit)
{
  guint first = group->has_key && !group->distant_key ? MAX (group->key_row + 1, group->end) :
                                                        group->last + 1;
  guint end;

  group->end = MAX (group->end, first);
  end = explanation_end (self, group, limit);
  while (first < end && self->bank->outline->rows[first].kind == DRILL_ROW_BLANK)
    first++;
  if (drill_slice_is_empty (reason) && first >= end)
    return;

  drill_draft_open (draft,
                    DRILL_PART_EXPLANATION,
                    group->has_key && !group->distant_key ? group->key_row : group->last);
  if (!drill_slice_is_empty (reason))
    {
      g_autofree char *head = drill_slice_dup (reason);

      drill_draft_add_head (draft, head);
    }
  if (first < end)
    {
      DrillSlice rest;
      DrillSlice text = drill_outline_get_text (self->bank->outline, first);

      /* "Explanation:" itself says nothing more. */
      if (self->bank->outline->rows[first].kind != DRILL_ROW_CODE
          && drill_answer_word_parse (text, &rest) == DRILL_WORD_EXPLANATION
          && !drill_slice_starts_with (text, "[") && !drill_slice_starts_with (text, "Ref"))
        {
          g_autofree char *head = drill_slice_dup (rest);

          drill_draft_add_head (draft, head);
          draft->head_line = first;
          first++;
        }
    }
  draft->in_item = TRUE;
  if (first < end)
    {
      drill_draft_add_line (draft, first);
      drill_draft_add_line (draft, end - 1);
    }
  drill_bank_claim (self->bank, group->end, end);
}

static void
build (Mcqs *self, DrillBankGroup *group, guint limit)
{
  DrillSlice  reason;
  guint32     keys = keys_of (self, group, &reason);
  DrillDraft *draft
    = drill_bank_begin (self->bank, DRILL_ITEM_MCQ, group->stem, group->title, group->number);

  drill_bank_add_rows (draft, DRILL_PART_BODY, group->body_first, group->body_last);
  add_options (group, draft, keys);
  add_explanation (self, group, draft, reason, limit);
  draft->item->end_line = MAX (draft->item->end_line, group->last + 1);
  drill_bank_admit (self->bank, draft);
}

static void
read_groups (Mcqs *self)
{
  g_autofree guint *limits = g_new (guint, self->bank->groups->len + 1);
  guint             next = self->bank->outline->n_rows;

  /* Backwards, so that the start of the next one is known. */
  for (guint i = self->bank->groups->len; i-- > 0;)
    {
      limits[i] = next;
      if (g_array_index (self->verdicts, Verdict, i) != VERDICT_NONE)
        next = get_group (self, i)->stem;
    }
  for (guint i = 0; i < self->bank->groups->len; i++)
    {
      DrillBankGroup *group = get_group (self, i);
      Verdict         verdict = g_array_index (self->verdicts, Verdict, i);

      if (verdict == VERDICT_NONE)
        {
          if (group->boxed && self->todo_row == G_MAXUINT)
            self->todo_row = group->first;
          continue;
        }
      drill_bank_claim (self->bank, group->stem, MAX (group->end, group->last + 1));
      if (verdict == VERDICT_MCQ)
        build (self, group, limits[i]);
      else
        drill_bank_claim (self->bank, group->end, explanation_end (self, group, limits[i]));
    }
}

/* Questions of such a bank that have no options at all. */
static void
report_bare_questions (Mcqs *self)
{
  guint good = 0;

  for (guint i = 0; i < self->bank->groups->len; i++)
    good += g_array_index (self->verdicts, Verdict, i) != VERDICT_NONE
            && get_group (self, i)->level > 0;
  if (good < 2)
    return;

  for (guint row = 0; row < self->bank->outline->n_rows; row++)
    {
      const DrillRow *now = &self->bank->outline->rows[row];
      DrillBankStart  start;
      guint           below = row + 1;

      if (now->kind != DRILL_ROW_HEADING || self->bank->claimed[row]
          || !drill_bank_start_parse (drill_outline_get_text (self->bank->outline, row),
                                      TRUE,
                                      &start)
          || !start.named || start.number == 0)
        continue;
      /* Text below is an answer; nothing, code or a picture is not. */
      while (
        below < self->bank->outline->n_rows
        && (self->bank->outline->rows[below].kind == DRILL_ROW_BLANK
            || self->bank->outline->rows[below].kind == DRILL_ROW_CODE
            || drill_slice_starts_with (drill_outline_get_text (self->bank->outline, below), "![")))
        below++;
      if (below < self->bank->outline->n_rows
          && self->bank->outline->rows[below].kind == DRILL_ROW_TEXT && !self->bank->claimed[below])
        continue;
      drill_source_error (self->bank->source,
                          row + 1,
                          "E010",
                          "this question has no options, so it is left out; write each as \"- [ ] "
                          "text\"");
      drill_bank_claim (self->bank, row, below);
    }
}

void
drill_bank_read_mcqs (DrillBank *self)
{
  Mcqs mcqs = { .bank = self, .todo_row = G_MAXUINT };

  mcqs.verdicts = g_array_new (FALSE, TRUE, sizeof (Verdict));
  survey (&mcqs);
  drill_bank_read_answers (self);
  weigh_boxes (&mcqs);
  for (guint i = 0; i < self->groups->len; i++)
    {
      Verdict verdict = judge (&mcqs, get_group (&mcqs, i));

      g_array_append_val (mcqs.verdicts, verdict);
    }
  read_groups (&mcqs);
  report_bare_questions (&mcqs);
  if (mcqs.todo_row != G_MAXUINT)
    drill_source_warn (self->source,
                       mcqs.todo_row + 1,
                       "W160",
                       "this task list belongs to no question and gives no options");
  g_array_unref (mcqs.verdicts);
}
