/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Random banks, written in a random shape, read back: stem, options and key have to
 * be what was written. The seed is printed; --seed repeats a run.
 */

#include "config.h"

#include "pack/chapter.h"

#include <string.h>

#define N_BANKS     150
#define MAX_ITEMS   12
#define MAX_OPTIONS 6

typedef struct
{
  char    *stem;
  guint    n_options;
  char    *options[MAX_OPTIONS];
  guint32  keys;
  gboolean code; /* the options have code below them */
} Item;

/* How one bank is written. */
typedef struct
{
  gboolean    boxes;
  const char *start;   /* in front of the stem, with the number as %u */
  const char *option;  /* in front of an option, with its letter as %s */
  const char *key;     /* with the letters as %s */
  gboolean    details; /* the key is folded away */
  const char *letters[MAX_OPTIONS];
  gboolean    joined;  /* several letters are "BD", or "B, D" */
  gboolean    rules;
  gboolean    gaps;    /* blank lines between options */
  gboolean    windows;
} Shape;

static const char *const words[] = {
  "socket", "queue", "thread", "lock", "page", "cache", "signal", "timer", "packet", "kernel",
  "disk", "shell", "branch", "proxy", "replica", "token", "buffer", "daemon", "socket pair",
  "`errno`", "`O_CLOEXEC`", "**write**-ahead log", "C++", "A/B test", "x = 1", "100 %", "snake_case",
};

static const char *
pick (const char *const *list,
      guint              length)
{
  return list[g_test_rand_int_range (0, length)];
}

static char *
make_stem (guint number)
{
  static const char *const heads[] = { "Which", "What is the", "How does the", "Why would a",
                                       "In which case is a" };
  static const char *const tails[] = { "?", " do?", " used for?", " fail first?" };

  /* The number keeps stems apart. */
  return g_strdup_printf ("%s %s %u%s",
                          pick (heads, G_N_ELEMENTS (heads)),
                          pick (words, 14),
                          1000 + number,
                          pick (tails, G_N_ELEMENTS (tails)));
}

static void
make_item (Item         *item,
           const Shape  *shape,
           guint         number)
{
  item->stem = make_stem (number);
  item->n_options = g_test_rand_int_range (2, MAX_OPTIONS);
  item->code = shape->boxes && g_test_rand_int_range (0, 5) == 0;
  item->keys = 0;
  for (guint i = 0; i < item->n_options; i++)
    item->options[i] = g_strdup_printf ("%s %u",
                                        pick (words, G_N_ELEMENTS (words)),
                                        number * 10 + i);
  item->keys |= 1u << g_test_rand_int_range (0, item->n_options);
  if (item->n_options > 2 && g_test_rand_int_range (0, 4) == 0)
    item->keys |= 1u << g_test_rand_int_range (0, item->n_options);
}

static void
choose_shape (Shape *shape)
{
  static const char *const starts[] = { "#### Q%u. ", "### %u. ", "###### %u. ", "## %u) ", "%u. ",
                                        "Q%u. ", "Q%u: ", "**Q%u.** ", "Question %u: ", "%u) " };
  static const char *const options[] = { "%s. ", "%s) ", "- %s: ", "- %s) ", "- %s. ", "**%s.** ",
                                         "(%s) ", "%s: " };
  static const char *const keys[] = { "Answer: %s", "**Answer:** %s", "#### Answer: %s",
                                      "Correct Answer: %s", "**Correct Answer: %s**", "答案：%s",
                                      "Ответ: %s", "Respuesta correcta: %s", "ANSWER: %s", "Ans: %s" };
  static const char *const latin[] = { "A", "B", "C", "D", "E", "F" };
  static const char *const small[] = { "a", "b", "c", "d", "e", "f" };
  static const char *const cyrillic[] = { "А", "Б", "В", "Г", "Д", "Е" };
  const char *const *letters = latin;
  guint              alphabet = g_test_rand_int_range (0, 8);

  memset (shape, 0, sizeof *shape);
  shape->boxes = g_test_rand_int_range (0, 2) == 0;
  shape->start = pick (starts, G_N_ELEMENTS (starts));
  shape->option = pick (options, G_N_ELEMENTS (options));
  shape->key = pick (keys, G_N_ELEMENTS (keys));
  shape->details = g_test_rand_int_range (0, 3) == 0;
  shape->joined = g_test_rand_int_range (0, 2) == 0;
  shape->rules = g_test_rand_int_range (0, 3) == 0;
  shape->gaps = g_test_rand_int_range (0, 3) == 0;
  shape->windows = g_test_rand_int_range (0, 6) == 0;
  if (alphabet == 0)
    letters = cyrillic;
  else if (alphabet == 1)
    letters = small;
  memcpy (shape->letters, letters, sizeof shape->letters);
}

static void
append_filled (GString    *out,
               const char *format,
               const char *mark,
               const char *value)
{
  g_auto (GStrv) parts = g_strsplit (format, mark, 2);

  g_string_append_printf (out, "%s%s%s", parts[0], value, parts[1]);
}

static void
write_key (GString     *out,
           const Shape *shape,
           const Item  *item)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  guint               count = 0;
  /* Small letters are never written together. */
  const char *separator = shape->joined && *shape->letters[0] != 'a' ? "" : ", ";

  for (guint i = 0; i < item->n_options; i++)
    if (item->keys & (1u << i))
      g_string_append_printf (letters, "%s%s", count++ > 0 ? separator : "", shape->letters[i]);
  if (shape->details)
    g_string_append (out, "<details><summary><b>Answer</b></summary>\n<p>\n\n");
  append_filled (out, shape->key, "%s", letters->str);
  g_string_append (out, "\n\nBecause it is so.\n");
  if (shape->details)
    g_string_append (out, "\n</p>\n</details>\n");
}

static void
write_item (GString     *out,
            const Shape *shape,
            const Item  *item,
            guint        number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  append_filled (out, shape->start, "%u", digits);
  g_string_append_printf (out, "%s\n\n", item->stem);
  if (g_test_rand_int_range (0, 4) == 0)
    g_string_append (out, "```c\nA. not an option\n- [ ] nor this\n```\n\n");
  for (guint i = 0; i < item->n_options; i++)
    {
      if (shape->boxes)
        g_string_append (out, item->keys & (1u << i) ? "- [x] " : "- [ ] ");
      else
        append_filled (out, shape->option, "%s", shape->letters[i]);
      g_string_append_printf (out, "%s\n", item->options[i]);
      if (item->code)
        g_string_append_printf (out, "\n```c\nf (%u);\n```\n\n", i);
      else if (shape->gaps)
        g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
  if (!shape->boxes)
    write_key (out, shape, item);
  else if (g_test_rand_int_range (0, 3) == 0)
    g_string_append (out, "[Reference](https://example.org/a)\n");
  g_string_append (out, shape->rules ? "\n---\n\n" : "\n");
}

static void
compare (const Item      *item,
         const DrillItem *found)
{
  g_autofree char *title = g_strdup (item->stem);

  g_assert_cmpint (found->kind, ==, DRILL_ITEM_MCQ);
  g_assert_cmpstr (found->title, ==, title);
  g_assert_cmpuint (found->options->len, ==, item->n_options);
  for (guint i = 0; i < item->n_options; i++)
    {
      const DrillOption *option = g_ptr_array_index (found->options, i);
      g_autofree char   *expected = item->code ?
                                      g_strdup_printf ("%s\n\n```c\nf (%u);\n```", item->options[i], i) :
                                      g_strdup (item->options[i]);

      g_assert_cmpstr (option->markdown, ==, expected);
      g_assert_cmpint (option->correct, ==, (item->keys >> i) & 1);
    }
}

static void
check_bank (void)
{
  g_autoptr (GString)          out = g_string_new ("# A bank\n\n");
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  Item                         items[MAX_ITEMS] = { 0 };
  guint                        n_items = g_test_rand_int_range (2, MAX_ITEMS);
  Shape                        shape;

  choose_shape (&shape);
  for (guint i = 0; i < n_items; i++)
    {
      make_item (&items[i], &shape, i + 1);
      write_item (out, &shape, &items[i], i + 1);
    }
  if (shape.windows)
    g_string_replace (out, "\n", "\r\n", 0);

  chapter = drill_chapter_parse ("bank.md", out->str, out->len, found);
  if (chapter->items->len != n_items)
    g_test_message ("%u of %u items in:\n%s", chapter->items->len, n_items, out->str);
  g_assert_cmpuint (chapter->items->len, ==, n_items);
  g_assert_cmpuint (drill_diagnostics_count (found, DRILL_SEVERITY_ERROR), ==, 0);
  for (guint i = 0; i < n_items; i++)
    {
      compare (&items[i], g_ptr_array_index (chapter->items, i));
      g_free (items[i].stem);
      for (guint j = 0; j < items[i].n_options; j++)
        g_free (items[i].options[j]);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < N_BANKS; i++)
    check_bank ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/banks/shapes/round-trip", test_round_trip);

  return g_test_run ();
}
