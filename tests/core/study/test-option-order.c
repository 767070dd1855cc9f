/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Shuffling options: what moves, what stays, and that nothing is lost. */

#include "config.h"

#include "study/option-order.h"

#define MAX_OPTIONS 6
#define SEEDS       200

/* @moves: for each option "." when it never moves, else a letter; options with the
 * same letter change places among each other and with no others */
typedef struct
{
  const char *name;
  const char *options[MAX_OPTIONS + 1];
  const char *moves;
} Case;

static const Case cases[] = {
  { "plain", { "one", "two", "three", "four" }, "aaaa" },
  { "none-of-the-above", { "one", "two", "three", "None of the above" }, "aaa." },
  { "all-of-the-above-in-between", { "one", "two", "All of the above.", "three", "four" }, "aa.bb" },
  { "both-a-and-c", { "one", "two", "three", "Both A and C" }, "aaa." },
  { "letters-first", { "Only B", "two", "three" }, ".aa" },
  { "all-of-these", { "one", "two", "**All** of these" }, "aa." },
  { "none-of-them", { "one", "two", "None of them is right" }, "aa." },
  { "none", { "one", "two", "None" }, "aa." },
  { "two-pins", { "one", "two", "Both A and B", "None of the above" }, "aa.." },
  { "any-of-the-options", { "one", "two", "Any of the options" }, "aa." },
  { "not-pinned", { "A process above its limit", "All of these requests", "Nothing", "`all of the above`s" }, "a.aa" },
  { "article", { "A pool and a queue", "A pool", "C++ and Rust", "B-trees" }, "aaaa" },
  { "one", { "one" }, "." },
};

static DrillItem *
make_item (const char *const *options)
{
  DrillItem *item = drill_item_new (DRILL_ITEM_MCQ);

  for (guint i = 0; options[i] != NULL; i++)
    {
      DrillOption *option = g_new0 (DrillOption, 1);

      option->label = g_strdup_printf ("%c", 'A' + i);
      option->markdown = g_strdup (options[i]);
      g_ptr_array_add (item->options, option);
    }

  return item;
}

static void
test_moves (gconstpointer data)
{
  const Case          *c = data;
  g_autoptr (DrillItem) item = make_item (c->options);
  guint                n = item->options->len;
  guint                places[MAX_OPTIONS] = { 0 }; /* where each option was seen */

  for (guint32 seed = 0; seed < SEEDS; seed++)
    {
      DrillOptionOrder order, again;
      guint            seen = 0;

      drill_option_order_init (&order, n);
      drill_option_order_shuffle (&order, item, seed);
      drill_option_order_init (&again, n);
      drill_option_order_shuffle (&again, item, seed);
      g_assert_cmpmem (&order, sizeof order, &again, sizeof again);
      for (guint i = 0; i < n; i++)
        {
          seen |= 1u << order.source[i];
          places[order.source[i]] |= 1u << i;
        }
      g_assert_cmpuint (seen, ==, (1u << n) - 1);
    }

  for (guint i = 0; i < n; i++)
    {
      guint expected = 0;

      for (guint p = 0; p < n; p++)
        {
          if (c->moves[i] == '.' ? p == i : c->moves[p] == c->moves[i])
            expected |= 1u << p;
        }
      g_test_message ("option %u", i);
      g_assert_cmphex (places[i], ==, expected);
    }
}

static void
test_sets (void)
{
  DrillOptionOrder order;

  g_assert_true (drill_option_order_from_text (&order, "CABD"));
  /* On screen: A is C, B is A, C is B, D is D. */
  g_assert_cmphex (drill_option_order_to_shown (&order, 1 << 2), ==, 1 << 0);
  g_assert_cmphex (drill_option_order_to_shown (&order, 1 << 0 | 1 << 3), ==, 1 << 1 | 1 << 3);
  for (guint set = 0; set < 16; set++)
    g_assert_cmphex (drill_option_order_from_shown (&order, drill_option_order_to_shown (&order, set)), ==, set);
}

static void
test_text (void)
{
  static const char *const wrong[] = { "AA", "B", "ABD", "ab", "A B", "ABCDEFGHIJKLMNOPQRSTUVWXYZA", "\xc3\xa4" };
  DrillOptionOrder         order;
  g_autofree char         *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (drill_option_order_from_text (&order, wrong[i]));
  g_assert_true (drill_option_order_from_text (&order, ""));
  g_assert_cmpuint (order.n_options, ==, 0);
  g_assert_true (drill_option_order_from_text (&order, "CABD"));
  text = drill_option_order_to_text (&order);
  g_assert_cmpstr (text, ==, "CABD");
}

/* What the item calls A is B on screen, and so on, but not what its title calls so. */
static void
test_translate (void)
{
  static const char *const options[] = { "one", "two", "three", "four", NULL };
  g_autoptr (DrillItem) item = make_item (options);
  g_autoptr (DrillItem) services = make_item (options);
  DrillOptionOrder      order;
  g_autofree char      *reason = NULL;
  g_autofree char      *option = NULL;
  g_autofree char      *kept = NULL;

  g_free (services->title_markdown);
  services->title_markdown = g_strdup ("Service A calls service B.");
  g_assert_true (drill_option_order_from_text (&order, "CABD"));
  reason = drill_option_order_translate (&order, item, "A is slower than C; option B is not.", FALSE);
  g_assert_cmpstr (reason, ==, "B is slower than A; option C is not.");
  option = drill_option_order_translate (&order, item, "Both A and C", TRUE);
  g_assert_cmpstr (option, ==, "Both B and A");
  kept = drill_option_order_translate (&order, services, "Both A and B; option B", TRUE);
  g_assert_cmpstr (kept, ==, "Both A and B; option C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/study/option-order/moves/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_moves);
    }
  g_test_add_func ("/study/option-order/sets", test_sets);
  g_test_add_func ("/study/option-order/text", test_text);
  g_test_add_func ("/study/option-order/translate", test_translate);

  return g_test_run ();
}
