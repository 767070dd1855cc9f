/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Sorting and arranging cards, and which of them belong together. */

#include "config.h"

#include "study/queue-order.h"
#include "study/siblings.h"

#include <string.h>

#define TODAY 20000

static const DrillQueueRow rows[] = {
  { 11, TODAY - 2, TODAY - 12, 10 }, /* 1.2 of its stability has passed */
  { 12, TODAY, TODAY - 5, 1 },       /* 5 */
  { 10, TODAY - 9, TODAY - 10, 100 }, /* 0.1 */
  { 13, TODAY, TODAY - 3, 2 },       /* 1.5 */
};

static const struct
{
  DrillQueueOrder order;
  gboolean        behind;
  guint           expected[4];
} orders[] = {
  { DRILL_QUEUE_ORDER_RECALL, FALSE, { 1, 3, 0, 2 } },
  { DRILL_QUEUE_ORDER_DUE, TRUE, { 2, 0, 1, 3 } },
  { DRILL_QUEUE_ORDER_ADDED, TRUE, { 2, 0, 1, 3 } },
  { DRILL_QUEUE_ORDER_AUTOMATIC, TRUE, { 1, 3, 0, 2 } },
  { DRILL_QUEUE_ORDER_AUTOMATIC, FALSE, { 2, 0, 1, 3 } },
};

static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree guint *sorted = drill_queue_sort (rows,
                                                   G_N_ELEMENTS (rows),
                                                   orders[i].order,
                                                   orders[i].behind,
                                                   TODAY);

      g_assert_cmpmem (sorted,
                       G_N_ELEMENTS (rows) * sizeof (guint),
                       orders[i].expected,
                       sizeof orders[i].expected);
    }
}

static void
test_behind (void)
{
  g_assert_true (drill_queue_is_behind (rows, 4, 100, TODAY));
  g_assert_false (drill_queue_is_behind (rows + 1, 1, 100, TODAY));
  g_assert_true (drill_queue_is_behind (rows + 1, 1, 0, TODAY));
  g_assert_false (drill_queue_is_behind (NULL, 0, 0, TODAY));
  g_free (drill_queue_sort (NULL, 0, DRILL_QUEUE_ORDER_DUE, FALSE, TODAY));
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* Each of 0 to @n - 1 once. */
static void
assert_permutation (const guint *order,
                    guint        n)
{
  g_autofree guint *sorted = g_memdup2 (order, n * sizeof *order);

  qsort (sorted, n, sizeof *sorted, compare_numbers);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (sorted[i], ==, i);
}

static void
test_random_order (void)
{
  enum { N = 500 };
  g_autofree DrillQueueRow *many = g_new0 (DrillQueueRow, N);
  g_autofree guint         *today = NULL;
  g_autofree guint         *again = NULL;
  g_autofree guint         *tomorrow = NULL;
  guint                     in_place = 0;

  for (guint i = 0; i < N; i++)
    many[i].card = i + 1;
  today = drill_queue_sort (many, N, DRILL_QUEUE_ORDER_RANDOM, FALSE, TODAY);
  again = drill_queue_sort (many, N, DRILL_QUEUE_ORDER_RANDOM, FALSE, TODAY);
  tomorrow = drill_queue_sort (many, N, DRILL_QUEUE_ORDER_RANDOM, FALSE, TODAY + 1);
  assert_permutation (today, N);
  assert_permutation (tomorrow, N);
  g_assert_cmpmem (today, N * sizeof (guint), again, N * sizeof (guint));
  for (guint i = 0; i < N; i++)
    in_place += today[i] == tomorrow[i] || today[i] == i;
  g_assert_cmpuint (in_place, <, N / 20);
}

/* Sorted by recall as the memory model gives it. */
static void
test_recall_order (void)
{
  enum { N = 400 };
  g_autofree DrillQueueRow *many = g_new0 (DrillQueueRow, N);
  g_autofree guint         *sorted = NULL;
  DrillFsrs                 fsrs;
  double                    last = 0;

  drill_fsrs_init_default (&fsrs);
  for (guint i = 0; i < N; i++)
    many[i] = (DrillQueueRow){ .card = i,
                               .last_day = TODAY - g_test_rand_int_range (0, 400),
                               .stability = g_test_rand_double_range (0.01, 500) };
  sorted = drill_queue_sort (many, N, DRILL_QUEUE_ORDER_RECALL, TRUE, TODAY);
  assert_permutation (sorted, N);
  for (guint i = 0; i < N; i++)
    {
      const DrillQueueRow *row = &many[sorted[i]];
      double recall = drill_fsrs_retrievability (&fsrs, row->stability, TODAY - row->last_day);

      g_assert_cmpfloat (recall, >=, last - 1e-6);
      last = recall;
    }
}

static guint
count_near_siblings (const DrillQueueKin *kin,
                     const guint         *order,
                     guint                n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n && j <= i + DRILL_SIBLING_DISTANCE; j++)
        count += kin[order[i]].sibling != 0 && kin[order[i]].sibling == kin[order[j]].sibling;
    }

  return count;
}

/* As many siblings as just fit, wherever they were: every fourth place is theirs. */
static void
test_siblings_that_just_fit (void)
{
  for (guint size = 1; size <= 12; size++)
    {
      guint                     n = (size - 1) * (DRILL_SIBLING_DISTANCE + 1) + 1;
      g_autofree DrillQueueKin *kin = g_new0 (DrillQueueKin, n);
      g_autofree guint         *order = NULL;

      for (guint i = 0; i < size;)
        {
          guint place = g_test_rand_int_range (0, n);

          if (kin[place].sibling == 0)
            {
              kin[place].sibling = 1;
              i++;
            }
        }
      order = drill_queue_arrange (kin, n);
      assert_permutation (order, n);
      g_assert_cmpuint (count_near_siblings (kin, order, n), ==, 0);
    }
}

/* Random families in a random order, with room between them. */
static void
test_arranging (void)
{
  guint same_topic = 0;
  guint total = 0;

  for (guint round = 0; round < 50; round++)
    {
      guint                     n = g_test_rand_int_range (40, 300);
      guint                     families = n / 3;
      g_autofree DrillQueueKin *kin = g_new0 (DrillQueueKin, n);
      g_autofree guint         *order = NULL;

      for (guint i = 0; i < n; i++)
        kin[i] = (DrillQueueKin){ .topic = g_test_rand_int_range (1, 6),
                                  .sibling = g_test_rand_int_range (0, families) };
      order = drill_queue_arrange (kin, n);
      assert_permutation (order, n);
      g_assert_cmpuint (count_near_siblings (kin, order, n), ==, 0);
      for (guint i = 1; i < n; i++)
        same_topic += kin[order[i]].topic == kin[order[i - 1]].topic;
      total += n;
    }

  /* Where only one topic is left at the end, its cards follow each other. */
  g_assert_cmpuint (same_topic, <, total / 40);
}

/* What cannot be kept apart still comes, and once. */
static void
test_only_siblings (void)
{
  DrillQueueKin     kin[9];
  g_autofree guint *order = NULL;
  g_autofree guint *none = drill_queue_arrange (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    kin[i] = (DrillQueueKin){ .topic = 1, .sibling = 1 };
  order = drill_queue_arrange (kin, G_N_ELEMENTS (kin));
  assert_permutation (order, G_N_ELEMENTS (kin));
  g_assert_nonnull (none);
}

/* Nothing is moved that need not be. */
static void
test_order_is_kept (void)
{
  DrillQueueKin     kin[12];
  g_autofree guint *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    kin[i] = (DrillQueueKin){ .topic = i % 2 + 1, .sibling = i + 1 };
  order = drill_queue_arrange (kin, G_N_ELEMENTS (kin));
  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    g_assert_cmpuint (order[i], ==, i);
}

static const struct
{
  const char   *key;
  const char   *parent;
  const char   *reference;
  DrillItemKind kind;
  const char   *fact; /* equal for cards that belong together */
} kinds[] = {
  { "p/pool", NULL, NULL, DRILL_ITEM_QUESTION, "pool" },
  { "p/pool-limit", "p/pool", NULL, DRILL_ITEM_FOLLOW_UP, "pool" },
  { "p/dead-lock-1", NULL, NULL, DRILL_ITEM_MCQ, "dead" },
  { "p/dead-lock-12", NULL, NULL, DRILL_ITEM_MCQ, "dead" },
  { "p/dead-lock-b", NULL, NULL, DRILL_ITEM_MCQ, "dead" },
  { "p/dead-lock-end", NULL, NULL, DRILL_ITEM_MCQ, "end" },
  { "r/dead-lock-1", NULL, NULL, DRILL_ITEM_MCQ, "other pack" },
  { "p/mcq-1", NULL, NULL, DRILL_ITEM_MCQ, "mcq-1" },
  { "p/mcq-2", NULL, NULL, DRILL_ITEM_MCQ, "mcq-2" },
  { "p/alpha", NULL, "r-dns", DRILL_ITEM_MCQ, "dns" },
  { "p/beta", NULL, "r-dns", DRILL_ITEM_MCQ, "dns" },
  { "r/beta", NULL, "r-dns", DRILL_ITEM_MCQ, "dns of the other pack" },
  { "p/gamma", NULL, "r-dns", DRILL_ITEM_QUESTION, "gamma" },
};

static void
test_kin (void)
{
  g_autoptr (GPtrArray)     entries = NULL;
  g_autofree DrillQueueKin *kin = NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

      entry->key = g_strdup (kinds[i].key);
      entry->parent_key = g_strdup (kinds[i].parent);
      entry->reference = g_strdup (kinds[i].reference);
      entry->kind = kinds[i].kind;
      g_ptr_array_add (entries, entry);
    }
  kin = drill_siblings_find (entries);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        g_assert_cmpint (kin[i].sibling == kin[j].sibling,
                         ==,
                         g_str_equal (kinds[i].fact, kinds[j].fact));
    }
}

/* What many cards name is a subject, and joins none of them. */
static void
test_subject_is_no_fact (void)
{
  g_autoptr (GPtrArray)     entries = NULL;
  g_autofree DrillQueueKin *kin = NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
  for (guint i = 0; i < 20; i++)
    {
      DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

      entry->key = g_strdup_printf ("p/load-shed-%u", i);
      entry->reference = g_strdup ("r-book");
      entry->kind = DRILL_ITEM_MCQ;
      g_ptr_array_add (entries, entry);
    }
  kin = drill_siblings_find (entries);
  for (guint i = 1; i < 20; i++)
    g_assert_cmpuint (kin[i].sibling, !=, kin[i - 1].sibling);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/queue-order/orders", test_orders);
  g_test_add_func ("/study/queue-order/behind", test_behind);
  g_test_add_func ("/study/queue-order/random", test_random_order);
  g_test_add_func ("/study/queue-order/recall", test_recall_order);
  g_test_add_func ("/study/queue-order/just-fit", test_siblings_that_just_fit);
  g_test_add_func ("/study/queue-order/arranging", test_arranging);
  g_test_add_func ("/study/queue-order/only-siblings", test_only_siblings);
  g_test_add_func ("/study/queue-order/kept", test_order_is_kept);
  g_test_add_func ("/study/queue-order/kin", test_kin);
  g_test_add_func ("/study/queue-order/subject", test_subject_is_no_fact);

  return g_test_run ();
}
