/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "pack/blocks.h"
#include "ui/widgets/span-markup.h"

#include <pango/pango.h>

typedef struct
{
  const char *name;
  DrillSpan   spans[4];
  guint       n_spans;
  const char *with_links;
  const char *without_links;
} Case;

#define CODE(text) \
  "<span font_family=\"monospace\" background=\"#808080\" background_alpha=\"18%\" insert_hyphens=\"false\">" \
  "<span allow_breaks=\"false\">" text "</span></span>"

static const Case cases[] = {
  { "empty", { { NULL } }, 0, "", "" },
  { "plain", { { (char *) "one & two" } }, 1, "one &amp; two", "one &amp; two" },
  { "tags-are-text", { { (char *) "<b>x</b>" } }, 1, "&lt;b&gt;x&lt;/b&gt;", "&lt;b&gt;x&lt;/b&gt;" },
  { "nested-styles", { { (char *) "x", DRILL_SPAN_STRONG | DRILL_SPAN_EMPHASIS } }, 1, "<b><i>x</i></b>", "<b><i>x</i></b>" },
  { "code", { { (char *) "a<b", DRILL_SPAN_CODE } }, 1, CODE ("a&lt;b"), CODE ("a&lt;b") },
  { "link", { { (char *) "x", 0, (char *) "https://a/?b=1&c=\"" } }, 1,
    "<a href=\"https://a/?b=1&amp;c=&quot;\" title=\"https://a/?b=1&amp;c=&quot;\">x</a>", "x" },
  { "one-link-of-two-spans",
    { { (char *) "x", 0, (char *) "http://a" }, { (char *) "y", DRILL_SPAN_STRONG, (char *) "http://a" }, { (char *) "z" } }, 3,
    "<a href=\"http://a\" title=\"http://a\">x<b>y</b></a>z", "x<b>y</b>z" },
  { "two-links", { { (char *) "x", 0, (char *) "http://a" }, { (char *) "y", 0, (char *) "http://b" } }, 2,
    "<a href=\"http://a\" title=\"http://a\">x</a><a href=\"http://b\" title=\"http://b\">y</a>", "xy" },
  { "other-schemes-are-text", { { (char *) "x", 0, (char *) "file:///etc/passwd" }, { (char *) "y", 0, (char *) "#there" } }, 2, "xy", "xy" },
};

static void
test_case (gconstpointer data)
{
  const Case           *c = data;
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  g_autofree char      *with_links = NULL;
  g_autofree char      *without_links = NULL;

  for (guint i = 0; i < c->n_spans; i++)
    g_ptr_array_add (spans, (gpointer) &c->spans[i]);

  with_links = drill_spans_to_markup (spans, TRUE);
  without_links = drill_spans_to_markup (spans, FALSE);
  g_assert_cmpstr (with_links, ==, c->with_links);
  g_assert_cmpstr (without_links, ==, c->without_links);
}

static void
test_no_spans (void)
{
  g_autofree char *markup = drill_spans_to_markup (NULL, TRUE);

  g_assert_cmpstr (markup, ==, "");
}

/* The end of a line may not fall behind the dashes of an option, and code that
 * is longer than a narrow window may break. */
static void
test_code_breaks (void)
{
  DrillSpan             span = { (char *) "--max-old-space-size", DRILL_SPAN_CODE, NULL };
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  g_autofree char      *markup = NULL;

  g_ptr_array_add (spans, &span);
  markup = drill_spans_to_markup (spans, TRUE);
  g_assert_nonnull (strstr (markup, "<span allow_breaks=\"false\">--max</span>-old-space-size</span>"));
}

static char *
random_text (void)
{
  static const char *const pieces[] = {
    "<", ">", "&", "&amp;", "\"", "'", "</span>", "</a>", "\x01", "\x1b", "\n", "\t",
    "a", "-", "é", "漢", "\xf0\x9f\x94\xa5", "\xe2\x80\xae", "&#0;", "%s", "]]>", "<!--",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  int                 n = g_test_rand_int_range (0, 20);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whatever the text, the markup is accepted and says just that text. */
static void
test_any_text (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autofree char      *text = random_text ();
      DrillSpan             span = { text, g_test_rand_int_range (0, 8), NULL };
      g_autoptr (GPtrArray) spans = g_ptr_array_new ();
      g_autofree char      *markup = NULL;
      g_autofree char      *shown = NULL;
      g_autoptr (GError)    error = NULL;

      g_ptr_array_add (spans, &span);
      markup = drill_spans_to_markup (spans, TRUE);
      pango_parse_markup (markup, -1, 0, NULL, &shown, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (shown, ==, text);
    }
}

static void
test_urls (void)
{
  static const struct
  {
    const char *url;
    gboolean    opened;
  } urls[] = {
    { "https://example.org", TRUE }, { "HTTP://example.org", TRUE },
    { "mailto:a@example.org", TRUE }, { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE }, { "#there", FALSE }, { "httpx://a", FALSE },
    { "", FALSE }, { NULL, FALSE }, { " https://example.org", FALSE },
    { "data:text/html,x", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    g_assert_cmpint (drill_url_may_be_opened (urls[i].url), ==, urls[i].opened);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/span-markup/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/span-markup/no-spans", test_no_spans);
  g_test_add_func ("/span-markup/code-breaks", test_code_breaks);
  g_test_add_func ("/span-markup/any-text", test_any_text);
  g_test_add_func ("/span-markup/urls", test_urls);

  return g_test_run ();
}
