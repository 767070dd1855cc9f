/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Banks that mean harm, or were made by a broken program: nothing of them runs, is
 * fetched or shows as markup, and none takes more than its share of time. There is
 * no clock here: what is not linear does not end before the test's own limit.
 */

#include "config.h"

#include "pack/chapter.h"

#include <string.h>

#define QUESTION "### 1. Which?\n\n- [ ] one\n- [x] two\n\n"

typedef struct
{
  DrillChapter     *chapter;
  DrillDiagnostics *found;
} Read;

static Read
read_bytes (const char *name,
            const char *bytes,
            gsize       length)
{
  Read self = { .found = drill_diagnostics_new () };

  self.chapter = drill_chapter_parse (name, bytes, length, self.found);
  return self;
}

static void
read_clear (Read *self)
{
  drill_chapter_free (self->chapter);
  drill_diagnostics_free (self->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static gboolean
has_problem (const Read *self,
             const char *code,
             guint       line)
{
  for (guint i = 0; i < drill_diagnostics_get_length (self->found); i++)
    {
      const DrillDiagnostic *problem = drill_diagnostics_get (self->found, i);

      if (strcmp (problem->code, code) == 0 && problem->line == line)
        return TRUE;
    }

  return FALSE;
}

static const DrillItem *
only_item (const Read *self)
{
  g_assert_cmpuint (self->chapter->items->len, ==, 1);
  return g_ptr_array_index (self->chapter->items, 0);
}

static void
test_encoding (void)
{
  static const char *const names[] = { "a.md", "a.txt", "a.gift", "a.aiken", "a.csv", "a.tsv" };
  static const char        bytes[] = "question,a,b\nWhich\xff?,1,2\n";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (Read) read = read_bytes (names[i], bytes, sizeof bytes - 1);

      g_assert_cmpuint (read.chapter->items->len, ==, 0);
      g_assert_true (has_problem (&read, "E001", 2));
    }
}

static void
test_nul (void)
{
  static const char bank[] = "### 1. Wh\0ich?\n\n- [ ] o\0ne\n- [x] two\n";
  static const char table[] = "question,a,b,answer\nWhi\0ch?,1,2,B\n";
  static const char gift[] = "Whi\0ch? {=on\0e ~two}\n";
  g_auto (Read)     first = read_bytes ("a.md", bank, sizeof bank - 1);
  g_auto (Read)     second = read_bytes ("a.csv", table, sizeof table - 1);
  g_auto (Read)     third = read_bytes ("a.gift", gift, sizeof gift - 1);

  /* NUL is no text in UTF-8 as GLib checks it: the file is refused, with its line. */
  g_assert_true (has_problem (&first, "E001", 1));
  g_assert_true (has_problem (&second, "E001", 2));
  g_assert_true (has_problem (&third, "E001", 1));
}

static void
assert_clean (const char *text)
{
  static const char *const bad[] = { "<span", "alert", "<script", "onclick", "javascript:", "<iframe",
                                     "color:", "\x1c", "\x1d", "\x1e", "\x1f" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (strstr (text, bad[i]));
}

static void
test_markup (void)
{
  static const char bank[]
    = "### 1. <span foreground='red'>Which?</span><script>alert (1)</script>\n\n"
      "<style>p { color: red }</style>\n\n<iframe src=\"https://example.org\"></iframe>\n\n"
      "- [ ] <a href=\"javascript:alert (1)\">one</a>\n"
      "- [x] <b onclick=\"alert (1)\">two</b>\n"
      "- [ ] <img src=\"x.png\" onerror=\"alert (1)\">\n"
      "- [ ] \x1c\x1e three \x1f\x1d\n";
  g_auto (Read)     read = read_bytes ("a.md", bank, sizeof bank - 1);
  const DrillItem  *item = only_item (&read);

  g_assert_cmpstr (item->title, ==, "Which?");
  assert_clean (item->title_markdown);
  g_assert_cmpuint (item->options->len, ==, 4);
  for (guint i = 0; i < item->options->len; i++)
    assert_clean (((DrillOption *) g_ptr_array_index (item->options, i))->markdown);
  for (guint i = 0; i < item->parts->len; i++)
    assert_clean (((DrillPart *) g_ptr_array_index (item->parts, i))->markdown);
  g_assert_true (has_problem (&read, "W142", 1));
}

static void
test_images (void)
{
  static const char bank[] = "### 1. Which?\n\n![a](https://example.org/a.png)\n\n"
                             "<img src=\"http://example.org/b.png\">\n\n- [ ] one\n- [x] two\n";
  g_auto (Read)     read = read_bytes ("a.md", bank, sizeof bank - 1);

  only_item (&read);
  g_assert_true (has_problem (&read, "W140", 3));
  g_assert_true (has_problem (&read, "W140", 5));
}

/* Characters that turn text around or cannot be seen. */
static void
test_characters (void)
{
  static const char bank[] = "### 1. Wh\342\200\256ich?\n\n- [ ] o\342\200\213ne\n- [x] tw\320\276\n";
  g_auto (Read)     read = read_bytes ("a.md", bank, sizeof bank - 1);

  g_assert_cmpstr (only_item (&read)->title, ==, "Which?");
  g_assert_true (has_problem (&read, "W192", 1));
}

static void
append_times (GString    *out,
              const char *text,
              guint       times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
}

/* Each of these once took the square of its length somewhere. */
static void
test_pathological (void)
{
  static const struct
  {
    const char *name;
    const char *head;
    const char *text;
    guint       times;
  } cases[] = {
    { "a.md", "", "<b>", 200000 },
    { "a.md", "", "<details>\n", 50000 },
    { "a.md", "", "<details><summary>Why?</summary>\n", 20000 },
    { "a.md", "", "> ", 200000 },
    { "a.md", "", "A) ", 200000 },
    { "a.md", "", "A) x\n\n", 50000 },
    { "a.md", "", "- [ ] x\n", 50000 },
    { "a.md", "### 1. Which?\n\n", "- [x] x\n", 50000 },
    { "a.md", "", "```\n", 50000 },
    { "a.md", "", "``` `x\n", 20000 },
    { "a.md", "", "<!-- ", 100000 },
    { "a.md", "", "<script>\n", 50000 },
    { "a.md", "", "` `` ``` ", 50000 },
    { "a.md", "", "1. x\n", 50000 },
    { "a.md", "", "Answer: B\n", 50000 },
    { "a.gift", "", "::", 200000 },
    { "a.gift", "", "x {\n\n", 20000 },
    { "a.txt", "", "{=", 50000 },
    { "a.csv", "question,a,b,answer\n", "\"x\n", 50000 },
    { "a.csv", "question,a,b,answer\n", ",", 200000 },
    { "a.txt", "#separator:tab\n", "x\ty\n", 5000 },
    { "a.txt", "", "A)x\nANSWER: A\n", 20000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].head);

      append_times (text, cases[i].text, cases[i].times);
      {
        g_auto (Read) read = read_bytes (cases[i].name, text->str, text->len);

        g_assert_nonnull (read.chapter);
      }
    }
}

/* Lines longer than a file may be, and such that a file may just hold. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (QUESTION);

  append_times (text, "xxxxxxx ", 1024 * 1024);
  g_string_append_c (text, '\n');
  {
    g_auto (Read) read = read_bytes ("a.md", text->str, text->len);

    g_assert_cmpstr (only_item (&read)->title, ==, "Which?");
  }
  append_times (text, "xxxxxxx ", 1024 * 1024 + 1);
  {
    g_auto (Read) read = read_bytes ("a.md", text->str, text->len);

    g_assert_cmpuint (read.chapter->items->len, ==, 0);
    g_assert_true (has_problem (&read, "E050", 0));
  }
}

static void
test_many_items (void)
{
  static const struct
  {
    const char *name;
    const char *head;
    const char *item;
  } cases[] = {
    { "a.md", "", "#### Q1. Which?\n- [ ] a\n- [x] b\n" },
    { "a.csv", "question,a,b,answer\n", "Which?,1,2,B\n" },
    { "a.txt", "", "Which?\nA) 1\nB) 2\nANSWER: B\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].head);

      append_times (text, cases[i].item, DRILL_CHAPTER_MAX_ITEMS + 3);
      {
        g_auto (Read) read = read_bytes (cases[i].name, text->str, text->len);

        g_assert_cmpuint (read.chapter->items->len, ==, DRILL_CHAPTER_MAX_ITEMS);
        g_assert_cmpuint (drill_diagnostics_count (read.found, DRILL_SEVERITY_ERROR), ==, 1);
      }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/untrusted/encoding", test_encoding);
  g_test_add_func ("/untrusted/nul", test_nul);
  g_test_add_func ("/untrusted/markup", test_markup);
  g_test_add_func ("/untrusted/images", test_images);
  g_test_add_func ("/untrusted/characters", test_characters);
  g_test_add_func ("/untrusted/pathological", test_pathological);
  g_test_add_func ("/untrusted/long-line", test_long_line);
  g_test_add_func ("/untrusted/many-items", test_many_items);

  return g_test_run ();
}
