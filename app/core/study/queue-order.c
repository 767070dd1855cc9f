/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The order of due cards, in two steps that are pure and take linear time.
 *
 * Sorting: every order is a number per card, and the numbers are sorted digit by
 * digit. That is stable, so equal cards stay in the order they came in.
 *
 * Arranging: along the sorted list, the next card is the first one near the front
 * that is of another topic than the last one and has no sibling among the last
 * three. Siblings would pile up at the end, where nothing is left to put between
 * them; so a group comes first as soon as the places left are only as many as it
 * and the other large ones need. Only the largest groups can be in that position.
 */

#include "config.h"

#include "study/queue-order.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS   (1 << DIGIT_BITS)
#define N_PASSES   3

/* How far from the front a card may be drawn to change the topic, and to keep
 * siblings apart. */
#define TOPIC_REACH   16
#define SIBLING_REACH 512

/* How many sizes of groups, from the largest down, are looked at for pressing ones. */
#define MAX_SIZES 16

#define NOBODY G_MAXUINT

/* Floating-point numbers as integers of the same order. */
static guint32
sortable (float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);

  return bits & 0x80000000u ? ~bits : bits | 0x80000000u;
}

/* Whether there is more to do than a day takes. */
gboolean
drill_queue_is_behind (const DrillQueueRow *rows,
                       guint                n_rows,
                       guint                cap,
                       int                  today)
{
  g_return_val_if_fail (rows != NULL || n_rows == 0, FALSE);

  if (n_rows > cap)
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].due_day > 0 && rows[i].due_day < today)
        return TRUE;
    }

  return FALSE;
}

/* Grows with the time since the last answer in units of stability, as the loss of
 * recall does; so it sorts like recall does and needs no power. */
static float
urgency (const DrillQueueRow *row,
         int                  today)
{
  return row->stability > 0 ? (float) ((today - row->last_day) / row->stability) : 0;
}

/* The finalizer of SplitMix64: alike numbers get unlike values. */
static guint64
scramble (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return value ^ (value >> 31);
}

static guint32
sort_key (const DrillQueueRow *row,
          DrillQueueOrder      order,
          int                  today)
{
  switch (order)
    {
    case DRILL_QUEUE_ORDER_DUE:
      return (guint32) row->due_day ^ 0x80000000u;
    case DRILL_QUEUE_ORDER_RANDOM:
      return (guint32) (scramble (scramble ((guint64) row->card) + (guint64) today) >> 32);
    case DRILL_QUEUE_ORDER_ADDED:
      return (guint32) CLAMP (row->card, 0, G_MAXUINT32);
    case DRILL_QUEUE_ORDER_RECALL:
    case DRILL_QUEUE_ORDER_AUTOMATIC:
    default:
      return ~sortable (urgency (row, today));
    }
}

static void
sort_by_key (const guint32 *keys,
             guint         *order,
             guint          n)
{
  g_autofree guint *other = g_new (guint, n);
  guint            *from = order;
  guint            *to = other;

  if (n == 0)
    return;

  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      guint  shift = pass * DIGIT_BITS;
      guint  starts[N_DIGITS + 1] = { 0 };
      guint *swap;

      for (guint i = 0; i < n; i++)
        starts[((keys[i] >> shift) & (N_DIGITS - 1)) + 1]++;
      for (guint digit = 0; digit < N_DIGITS; digit++)
        starts[digit + 1] += starts[digit];
      for (guint i = 0; i < n; i++)
        to[starts[(keys[from[i]] >> shift) & (N_DIGITS - 1)]++] = from[i];
      swap = from;
      from = to;
      to = swap;
    }
  if (n > 0)
    memcpy (order, from, n * sizeof *order);
}

/**
 * drill_queue_sort:
 * @behind: what "automatic" depends on
 * @today: a study day; also the seed of the random order
 *
 * Returns: (transfer full) (array length=n_rows): indices of @rows, the first card
 *   first. Equal cards keep their order, but for those that are sorted by date,
 *   where the one nearer to being forgotten is first.
 */
guint *
drill_queue_sort (const DrillQueueRow *rows,
                  guint                n_rows,
                  DrillQueueOrder      order,
                  gboolean             behind,
                  int                  today)
{
  g_autofree guint32 *keys = g_new (guint32, n_rows);
  guint              *sorted = g_new (guint, MAX (n_rows, 1));

  g_return_val_if_fail (rows != NULL || n_rows == 0, sorted);

  if (order == DRILL_QUEUE_ORDER_AUTOMATIC)
    order = behind ? DRILL_QUEUE_ORDER_RECALL : DRILL_QUEUE_ORDER_DUE;
  for (guint i = 0; i < n_rows; i++)
    sorted[i] = i;
  if (order == DRILL_QUEUE_ORDER_DUE)
    {
      for (guint i = 0; i < n_rows; i++)
        keys[i] = sort_key (&rows[i], DRILL_QUEUE_ORDER_RECALL, today);
      sort_by_key (keys, sorted, n_rows);
    }
  for (guint i = 0; i < n_rows; i++)
    keys[i] = sort_key (&rows[i], order, today);
  sort_by_key (keys, sorted, n_rows);

  return sorted;
}

/* What arranging keeps: the cards left as a list, each group's cards as a list, and
 * the groups by how many cards they have left. */
typedef struct
{
  const DrillQueueKin *kin;
  guint                n;
  guint               *next;     /* of the cards left; n is before the first */
  guint               *previous;
  guint               *follower; /* of the same group */
  guint               *first;    /* by group: its first card left */
  gboolean            *taken;
  guint               *left;     /* by group: how many cards */
  guint               *heads;    /* by number of cards left: a group of so many */
  guint               *n_of_size;
  guint               *right;    /* by group: another one of as many */
  guint               *before;
  guint                largest;
  guint                n_groups;
} Arranging;

static void
unlink_group (Arranging *self,
              guint      group)
{
  self->n_of_size[self->left[group]]--;
  if (self->before[group] != NOBODY)
    self->right[self->before[group]] = self->right[group];
  else
    self->heads[self->left[group]] = self->right[group];
  if (self->right[group] != NOBODY)
    self->before[self->right[group]] = self->before[group];
}

static void
link_group (Arranging *self,
            guint      group)
{
  guint head = self->heads[self->left[group]];

  self->n_of_size[self->left[group]]++;
  self->before[group] = NOBODY;
  self->right[group] = head;
  if (head != NOBODY)
    self->before[head] = group;
  self->heads[self->left[group]] = group;
}

static void
arranging_init (Arranging           *self,
                const DrillQueueKin *kin,
                guint                n)
{
  guint groups = 0;

  for (guint i = 0; i < n; i++)
    groups = MAX (groups, kin[i].sibling);
  *self = (Arranging){ .kin = kin, .n = n, .n_groups = groups + 1 };
  self->next = g_new (guint, n + 1);
  self->previous = g_new (guint, n + 1);
  self->follower = g_new (guint, n + 1);
  self->first = g_new (guint, groups + 1);
  self->taken = g_new0 (gboolean, n + 1);
  self->left = g_new0 (guint, groups + 1);
  self->right = g_new (guint, groups + 1);
  self->before = g_new (guint, groups + 1);
  self->heads = g_new (guint, n + 2);
  self->n_of_size = g_new0 (guint, n + 2);
  memset (self->first, 0xff, (groups + 1) * sizeof (guint));
  memset (self->heads, 0xff, (n + 2) * sizeof (guint));

  for (guint i = 0; i <= n; i++)
    {
      self->next[i] = i == n ? 0 : i + 1;
      self->previous[i] = i == 0 ? n : i - 1;
    }
  for (guint i = n; i > 0; i--)
    {
      guint group = kin[i - 1].sibling;

      self->follower[i - 1] = self->first[group];
      self->first[group] = i - 1;
      self->left[group]++;
    }
  for (guint group = 1; group <= groups; group++)
    {
      self->largest = MAX (self->largest, self->left[group]);
      link_group (self, group);
    }
}

static void
arranging_clear (Arranging *self)
{
  g_free (self->next);
  g_free (self->previous);
  g_free (self->follower);
  g_free (self->first);
  g_free (self->taken);
  g_free (self->left);
  g_free (self->heads);
  g_free (self->n_of_size);
  g_free (self->right);
  g_free (self->before);
}

static void
take (Arranging *self,
      guint      card)
{
  guint group = self->kin[card].sibling;

  self->next[self->previous[card]] = self->next[card];
  self->previous[self->next[card]] = self->previous[card];
  if (group == 0)
    return;

  /* Mostly the first of its group is taken, but one of another topic may overtake it. */
  self->taken[card] = TRUE;
  while (self->first[group] != NOBODY && self->taken[self->first[group]])
    self->first[group] = self->follower[self->first[group]];
  unlink_group (self, group);
  self->left[group]--;
  link_group (self, group);
  while (self->largest > 0 && self->heads[self->largest] == NOBODY)
    self->largest--;
}

static gboolean
has_near_sibling (const Arranging *self,
                  const guint     *placed,
                  guint            n_placed,
                  guint            group)
{
  if (group == 0)
    return FALSE;
  for (guint back = 1; back <= DRILL_SIBLING_DISTANCE && back <= n_placed; back++)
    {
      if (self->kin[placed[n_placed - back]].sibling == group)
        return TRUE;
    }

  return FALSE;
}

/* A card of a group that has to come now, or %NOBODY. With @k groups of @size cards
 * left, @size - 1 rounds of four places and @k more are the least that they need. */
static guint
find_pressing (const Arranging *self,
               const guint     *placed,
               guint            n_placed)
{
  guint places = self->n - n_placed;
  guint k = 0;

  for (guint size = self->largest; size > 1 && size + MAX_SIZES > self->largest; size--)
    {
      k += self->n_of_size[size];
      if ((size - 1) * (DRILL_SIBLING_DISTANCE + 1) + k < places)
        continue;
      for (guint group = self->heads[size]; group != NOBODY; group = self->right[group])
        {
          if (!has_near_sibling (self, placed, n_placed, group))
            return self->first[group];
        }
    }

  return NOBODY;
}

static guint
find_next (const Arranging *self,
           const guint     *placed,
           guint            n_placed)
{
  guint topic = n_placed > 0 ? self->kin[placed[n_placed - 1]].topic : 0;
  guint pressing = find_pressing (self, placed, n_placed);
  guint apart = NOBODY;
  guint reach = 0;

  if (pressing != NOBODY)
    return pressing;

  for (guint card = self->next[self->n]; card != self->n && reach < SIBLING_REACH;
       card = self->next[card], reach++)
    {
      if (has_near_sibling (self, placed, n_placed, self->kin[card].sibling))
        continue;
      if (topic == 0 || self->kin[card].topic != topic)
        return reach < TOPIC_REACH || apart == NOBODY ? card : apart;
      if (apart == NOBODY)
        apart = card;
      if (reach >= TOPIC_REACH)
        return apart;
    }

  return apart != NOBODY ? apart : self->next[self->n];
}

/**
 * drill_queue_arrange:
 * @kin: (array length=n): of the cards in the order that they should have
 *
 * Changes topics from card to card and keeps siblings apart where that can be done,
 * moving as few cards as it can and those not far.
 *
 * Returns: (transfer full) (array length=n): indices into @kin
 */
guint *
drill_queue_arrange (const DrillQueueKin *kin,
                     guint                n)
{
  guint    *placed = g_new (guint, MAX (n, 1));
  Arranging arranging;

  g_return_val_if_fail (kin != NULL || n == 0, placed);

  arranging_init (&arranging, kin, n);
  for (guint i = 0; i < n; i++)
    {
      placed[i] = find_next (&arranging, placed, i);
      take (&arranging, placed[i]);
    }
  arranging_clear (&arranging);

  return placed;
}
