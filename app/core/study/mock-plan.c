/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What an interview asks.
 *
 *   one open question | some quick ones | an incident or a transcript | more open ones
 *   with follow-ups     MCQs              at most two fifths              with follow-ups
 *
 * Everything there is has a need: to be asked because it is weak, or because no interview
 * asked it lately. The greatest need comes first, as far as time goes, but each topic
 * that was had already counts against it. What is for another level comes only when
 * nothing else is left, and so does what the last interview asked; when even the order
 * is the same as last time, it is changed. A small library gives a short interview.
 *
 * Pure: the same candidates and the same seed give the same plan.
 */

#include "config.h"

#include "study/mock-plan.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define DAY_MS    (24 * 60 * MINUTE_MS)

/* What adds to the need, and what takes from it. */
#define NEED_UNSEEN 0.6      /* it may be known from elsewhere */
#define NEED_FAILED 0.8      /* at least, when the last answer failed */
#define NEED_CHANCE 0.25     /* so that equals come by turns */
#define FRESH_DAYS 60        /* after which it is as good as never asked */
#define PRICE_OF_TOPIC 0.7   /* each time that it was had */
#define PRICE_OF_CUT 0.5     /* an incident that has to be cut */
#define PRICE_OF_LEVEL 2.0   /* each level that it is off */
#define PRICE_OF_LAST 8.0    /* being in the last interview */

/* The centrepiece may take so many fifths of the time. */
#define CENTRE_FIFTHS 2

/* Without enough open questions, so many quick ones at most. */
#define MAX_QUICK 20

typedef struct
{
  const DrillMockCandidate *candidate;
  GPtrArray                *follow_ups; /* candidates, in the order of the pack */
  double                    need;
  gboolean                  taken;
} Choice;

typedef struct
{
  const DrillMockSetup *setup;
  GArray               *choices;
  GHashTable           *topics; /* slug -> how often it was had */
  GRand                *random;
  gint64                room_ms;
} Composer;

void
drill_mock_candidate_free (DrillMockCandidate *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->parent);
  g_strfreev (self->topics);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  DrillMockPlanEntry *entry = data;

  g_free (entry->key);
  g_strfreev (entry->topics);
  g_free (entry);
}

void
drill_mock_plan_free (DrillMockPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * drill_mock_budget:
 * @minutes: what the author said, 0 for nothing
 * @turns: of a transcript
 *
 * Returns: how long something should take, in ms
 */
gint64
drill_mock_budget (DrillItemKind kind,
                   guint         minutes,
                   guint         turns)
{
  switch (kind)
    {
    case DRILL_ITEM_FOLLOW_UP:
      return CLAMP (minutes > 0 ? minutes : 3, 1, 10) * MINUTE_MS;
    case DRILL_ITEM_MCQ:
      return minutes > 0 ? MIN (minutes, 3) * MINUTE_MS : 3 * MINUTE_MS / 2;
    case DRILL_ITEM_TRANSCRIPT:
      return CLAMP (minutes > 0 ? minutes : 2 * turns, 2, 40) * MINUTE_MS;
    case DRILL_ITEM_SCENARIO:
      return CLAMP (minutes > 0 ? minutes : 15, 5, 60) * MINUTE_MS;
    case DRILL_ITEM_QUESTION:
    default:
      return CLAMP (minutes > 0 ? minutes : 5, 1, 15) * MINUTE_MS;
    }
}

static int
rank_of_level (guint level)
{
  switch (level)
    {
    case DRILL_LEVEL_JUNIOR:
      return -1;
    case DRILL_LEVEL_MID:
      return 0;
    case DRILL_LEVEL_SENIOR:
      return 1;
    case DRILL_LEVEL_STAFF:
    case DRILL_LEVEL_PRINCIPAL:
    case DRILL_LEVEL_ARCHITECT:
      return 2;
    case DRILL_LEVEL_LEAD:
    default:
      return 3;
    }
}

/* How far the nearest of @levels is from @level. */
static guint
get_distance (guint levels,
              guint level)
{
  guint nearest = G_MAXUINT;

  if (levels == 0 || (levels & DRILL_LEVEL_ANY) != 0)
    return 0;
  for (guint bit = DRILL_LEVEL_JUNIOR; bit < DRILL_LEVEL_ANY; bit <<= 1)
    {
      if ((levels & bit) != 0)
        nearest = MIN (nearest, (guint) ABS (rank_of_level (bit) - rank_of_level (level)));
    }

  return nearest == G_MAXUINT ? 0 : nearest;
}

static double
get_need (const DrillMockCandidate *candidate,
          guint                     level,
          const DrillFsrs          *fsrs,
          int                       today,
          gint64                    now_ms)
{
  double need = NEED_UNSEEN;
  double days = candidate->asked_ms > 0 ? (double) MAX (now_ms - candidate->asked_ms, 0) / DAY_MS : FRESH_DAYS;

  if (candidate->card.reps > 0)
    need = 1 - drill_card_retrievability (&candidate->card, fsrs, today);
  if (candidate->last_rating == DRILL_RATING_AGAIN)
    need = MAX (need, NEED_FAILED);

  return need + MIN (days / FRESH_DAYS, 1) - PRICE_OF_LEVEL * get_distance (candidate->levels, level);
}

static gint64
get_budget (const DrillMockCandidate *candidate)
{
  return drill_mock_budget (candidate->kind, candidate->minutes, candidate->turns);
}

static double
get_price_of_topics (Composer                 *self,
                     const DrillMockCandidate *candidate)
{
  guint had = 0;
  guint n = g_strv_length (candidate->topics);

  for (guint i = 0; i < n; i++)
    had += GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, candidate->topics[i]));

  return n > 0 ? PRICE_OF_TOPIC * had / n : 0;
}

/* Takes what there is the greatest need for and room_ms has place for.
 * @cut: whether something longer may be cut to the room. Returns: (nullable) */
static Choice *
take (Composer     *self,
      DrillItemKind kind,
      DrillItemKind other_kind,
      gint64        room_ms,
      gboolean      cut)
{
  Choice *best = NULL;
  double  best_need = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice                   *choice = &g_array_index (self->choices, Choice, i);
      const DrillMockCandidate *candidate = choice->candidate;
      gboolean                  fits = get_budget (candidate) <= room_ms;
      double                    need = choice->need - get_price_of_topics (self, candidate);

      if (choice->taken || (candidate->kind != kind && candidate->kind != other_kind) ||
          (!fits && !(cut && candidate->kind == DRILL_ITEM_SCENARIO)))
        continue;
      if (!fits)
        need -= PRICE_OF_CUT;
      if (best == NULL || need > best_need)
        {
          best = choice;
          best_need = need;
        }
    }
  if (best != NULL)
    best->taken = TRUE;

  return best;
}

static DrillMockPlanEntry *
add_entry (Composer                 *self,
           GPtrArray                *section,
           const DrillMockCandidate *candidate,
           gint64                    budget_ms)
{
  DrillMockPlanEntry *entry = g_new0 (DrillMockPlanEntry, 1);

  entry->key = g_strdup (candidate->key);
  entry->kind = candidate->kind;
  entry->budget_ms = budget_ms;
  entry->topics = g_strdupv (candidate->topics);
  self->room_ms -= budget_ms;
  g_ptr_array_add (section, entry);

  for (guint i = 0; candidate->topics[i] != NULL; i++)
    {
      guint had = GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, candidate->topics[i]));

      g_hash_table_insert (self->topics, candidate->topics[i], GUINT_TO_POINTER (had + 1));
    }

  return entry;
}

static void
add_section (Composer     *self,
             GPtrArray    *sections,
             const Choice *choice,
             gint64        most_ms)
{
  GPtrArray *section = g_ptr_array_new_with_free_func (entry_free);
  guint      follow_ups = rank_of_level (self->setup->level) >= 1 ? 2 : 1;

  add_entry (self, section, choice->candidate, MIN (get_budget (choice->candidate), most_ms));
  for (guint i = 0; i < choice->follow_ups->len && follow_ups > 0; i++)
    {
      const DrillMockCandidate *candidate = g_ptr_array_index (choice->follow_ups, i);

      if (get_budget (candidate) <= self->room_ms)
        {
          add_entry (self, section, candidate, get_budget (candidate));
          follow_ups--;
        }
    }
  g_ptr_array_add (sections, section);
}

static void
choice_clear (gpointer data)
{
  g_ptr_array_unref (((Choice *) data)->follow_ups);
}

static void
add_choices (Composer          *self,
             GPtrArray         *candidates,
             const char *const *last,
             const DrillFsrs   *fsrs,
             int                today,
             gint64             now_ms)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < candidates->len; i++)
    {
      const DrillMockCandidate *candidate = g_ptr_array_index (candidates, i);
      Choice                    choice = { candidate, NULL, 0, FALSE };

      if (candidate->kind == DRILL_ITEM_FOLLOW_UP)
        continue;
      choice.need = get_need (candidate, self->setup->level, fsrs, today, now_ms) +
                    g_rand_double_range (self->random, 0, NEED_CHANCE);
      if (last != NULL && g_strv_contains (last, candidate->key))
        choice.need -= PRICE_OF_LAST;
      choice.follow_ups = g_ptr_array_new ();
      g_hash_table_insert (places, candidate->key, GUINT_TO_POINTER (self->choices->len + 1));
      g_array_append_val (self->choices, choice);
    }

  for (guint i = 0; i < candidates->len; i++)
    {
      DrillMockCandidate *candidate = g_ptr_array_index (candidates, i);
      guint               place = 0;

      if (candidate->kind == DRILL_ITEM_FOLLOW_UP && candidate->parent != NULL)
        place = GPOINTER_TO_UINT (g_hash_table_lookup (places, candidate->parent));
      if (place > 0)
        g_ptr_array_add (g_array_index (self->choices, Choice, place - 1).follow_ups, candidate);
    }
}

static void
shuffle (GPtrArray *sections,
         GRand     *random)
{
  for (guint i = sections->len; i > 1; i--)
    {
      guint    j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer saved = sections->pdata[i - 1];

      sections->pdata[i - 1] = sections->pdata[j];
      sections->pdata[j] = saved;
    }
}

static guint
get_n_quick (guint minutes)
{
  return minutes <= 20 ? 2 : minutes <= 45 ? 4 : 5;
}

/* Fills the room. Open questions get what is left by the centrepiece and the quick ones,
 * and these in turn what open questions do not use. */
static void
choose (Composer  *self,
        GPtrArray *open,
        GPtrArray *quick,
        GPtrArray *centre)
{
  gint64        most_ms = self->room_ms * CENTRE_FIFTHS / 5;
  guint         n_quick = get_n_quick (self->setup->minutes);
  const Choice *choice;

  choice = take (self, DRILL_ITEM_SCENARIO, DRILL_ITEM_TRANSCRIPT, most_ms, TRUE);
  if (choice != NULL)
    add_section (self, centre, choice, most_ms);
  for (guint i = 0; i < n_quick; i++)
    {
      choice = take (self, DRILL_ITEM_MCQ, DRILL_ITEM_MCQ, self->room_ms, FALSE);
      if (choice != NULL)
        add_section (self, quick, choice, self->room_ms);
    }
  while ((choice = take (self, DRILL_ITEM_QUESTION, DRILL_ITEM_QUESTION, self->room_ms, FALSE)) != NULL)
    add_section (self, open, choice, self->room_ms);
  while (quick->len < MAX_QUICK &&
         (choice = take (self, DRILL_ITEM_MCQ, DRILL_ITEM_MCQ, self->room_ms, FALSE)) != NULL)
    add_section (self, quick, choice, self->room_ms);
}

static gboolean
is_same (GPtrArray         *sections,
         const char *const *last)
{
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      GPtrArray *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->len; j++, n++)
        {
          if (last[n] == NULL || !g_str_equal (last[n], ((DrillMockPlanEntry *) g_ptr_array_index (section, j))->key))
            return FALSE;
        }
    }

  return last[n] == NULL;
}

static void
move_sections (GPtrArray *to,
               GPtrArray *from,
               guint      n)
{
  for (; n > 0 && from->len > 0; n--)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

/**
 * drill_mock_plan_new:
 * @candidates: (element-type DrillMockCandidate): in the order of packs
 * @last: (nullable): keys of the last interview, in its order
 * @seed: the same one chooses the same
 *
 * Composes an interview.
 *
 * Returns: (transfer full)
 */
DrillMockPlan *
drill_mock_plan_new (const DrillMockSetup *setup,
                     GPtrArray            *candidates,
                     const char *const    *last,
                     const DrillFsrs      *fsrs,
                     int                   today,
                     gint64                now_ms,
                     guint32               seed)
{
  GDestroyNotify         free_section = (GDestroyNotify) g_ptr_array_unref;
  g_autoptr (GArray)     choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRand)      random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray)  open = g_ptr_array_new_with_free_func (free_section);
  g_autoptr (GPtrArray)  quick = g_ptr_array_new_with_free_func (free_section);
  g_autoptr (GPtrArray)  sections = g_ptr_array_new_with_free_func (free_section);
  g_autoptr (GPtrArray)  centre = g_ptr_array_new_with_free_func (free_section);
  DrillMockPlan         *plan;
  Composer               self = { setup, choices, topics, random, 0 };

  g_return_val_if_fail (setup != NULL && drill_mock_setup_is_valid (setup), NULL);
  g_return_val_if_fail (candidates != NULL && fsrs != NULL, NULL);

  g_array_set_clear_func (choices, choice_clear);
  self.room_ms = setup->minutes * MINUTE_MS;
  add_choices (&self, candidates, last, fsrs, today, now_ms);
  choose (&self, open, quick, centre);
  shuffle (open, random);
  shuffle (quick, random);

  move_sections (sections, open, 1);
  move_sections (sections, quick, quick->len);
  move_sections (sections, centre, centre->len);
  move_sections (sections, open, open->len);

  plan = g_new0 (DrillMockPlan, 1);
  plan->setup = *setup;
  plan->budget_ms = setup->minutes * MINUTE_MS - self.room_ms;
  if (last != NULL && last[0] != NULL && is_same (sections, last))
    {
      if (sections->len > 1)
        g_ptr_array_add (sections, g_ptr_array_steal_index (sections, 0));
      plan->repeats = is_same (sections, last);
    }

  plan->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < sections->len; i++)
    {
      GPtrArray *section = g_ptr_array_index (sections, i);

      while (section->len > 0)
        g_ptr_array_add (plan->entries, g_ptr_array_steal_index (section, 0));
    }

  return plan;
}

/* Returns: (transfer full): in the order of asking */
GStrv
drill_mock_plan_get_keys (const DrillMockPlan *self)
{
  GStrv keys;

  g_return_val_if_fail (self != NULL, NULL);

  keys = g_new0 (char *, self->entries->len + 1);
  for (guint i = 0; i < self->entries->len; i++)
    keys[i] = g_strdup (((DrillMockPlanEntry *) g_ptr_array_index (self->entries, i))->key);

  return keys;
}

guint
drill_mock_plan_count (const DrillMockPlan *self,
                       DrillItemKind        kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += ((DrillMockPlanEntry *) g_ptr_array_index (self->entries, i))->kind == kind;

  return n;
}
