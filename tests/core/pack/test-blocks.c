/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "pack/blocks.h"

#include <string.h>

/* A tree as text: p(...) h2(...) code:js(...) q[...] ul[...] ol3[...] li[...] hr, and
 * spans as *strong* /emphasis/ `code` with "->address" behind a link. */
static void
append_spans (GString   *out,
              GPtrArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const DrillSpan *span = g_ptr_array_index (spans, i);
      const char      *mark = "";

      g_assert_cmpstr (span->text, !=, "");
      if (span->style & DRILL_SPAN_CODE)
        mark = "`";
      else if ((span->style & DRILL_SPAN_STRONG) && (span->style & DRILL_SPAN_EMPHASIS))
        mark = "*/";
      else if (span->style & DRILL_SPAN_STRONG)
        mark = "*";
      else if (span->style & DRILL_SPAN_EMPHASIS)
        mark = "/";
      g_string_append_printf (out, "%s%s%s", mark, span->text, mark);
      if (span->url != NULL)
        g_string_append_printf (out, "->%s", span->url);
    }
}

static void
append_blocks (GString   *out,
               GPtrArray *blocks,
               guint      depth)
{
  g_assert_cmpuint (depth, <=, DRILL_BLOCKS_MAX_DEPTH);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DrillBlock *block = g_ptr_array_index (blocks, i);

      if (i > 0)
        g_string_append_c (out, ' ');
      switch (block->kind)
        {
        case DRILL_BLOCK_PARAGRAPH:
          g_string_append (out, "p(");
          append_spans (out, block->spans);
          g_string_append_c (out, ')');
          break;
        case DRILL_BLOCK_HEADING:
          g_string_append_printf (out, "h%u(", block->level);
          append_spans (out, block->spans);
          g_string_append_c (out, ')');
          break;
        case DRILL_BLOCK_CODE:
          g_string_append_printf (out, "code:%s(%s)", block->language != NULL ? block->language : "",
                                  block->code);
          break;
        case DRILL_BLOCK_RULE:
          g_string_append (out, "hr");
          break;
        case DRILL_BLOCK_QUOTE:
        case DRILL_BLOCK_LIST:
        case DRILL_BLOCK_LIST_ITEM:
        default:
          if (block->kind == DRILL_BLOCK_LIST && block->ordered)
            g_string_append_printf (out, "ol%u[", block->start);
          else
            g_string_append (out, block->kind == DRILL_BLOCK_QUOTE  ? "q["
                                  : block->kind == DRILL_BLOCK_LIST ? "ul["
                                                                    : "li[");
          append_blocks (out, block->children, depth + 1);
          g_string_append_c (out, ']');
          break;
        }
    }
}

static char *
show (const char *markdown)
{
  g_autoptr (GPtrArray) blocks = drill_blocks_parse (markdown);
  GString              *out = g_string_new (NULL);

  append_blocks (out, blocks, 0);

  return g_string_free (out, FALSE);
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *markdown;
    const char *blocks;
  } cases[] = {
    { "", "" },
    { "text", "p(text)" },
    { "a\nb", "p(a b)" },
    { "a  \nb", "p(a\nb)" },
    { "a<br>b", "p(a\nb)" },
    { "*a* **b** ***c*** `d`", "p(/a/ *b* */c*/ `d`)" },
    { "**a *b* c**", "p(*a **/b*/* c*)" },
    { "## T `x`\n\ntext", "h2(T `x`) p(text)" },
    { "```js title\nlet a;\n\nb\n```", "code:js(let a;\n\nb)" },
    { "    indented", "code:(indented)" },
    { "~~~\n~~~", "code:()" },
    { "> a\n>\n> b", "q[p(a) p(b)]" },
    { "- a\n- b\n  - c", "ul[li[p(a)] li[p(b) ul[li[p(c)]]]]" },
    { "3. a\n4. b", "ol3[li[p(a)] li[p(b)]]" },
    { "a\n\n---\n\nb", "p(a) hr p(b)" },
    { "[t](https://e.org)", "p(t->https://e.org)" },
    { "[**t**](http://e.org \"x\")", "p(*t*->http://e.org)" },
    { "[t](#part) [m](mailto:a@e.org)", "p(t->#part m->mailto:a@e.org)" },
    { "<https://e.org>", "p(https://e.org->https://e.org)" },
    { "[t](javascript:alert(1))", "p(t)" },
    { "[t](JAVASCRIPT:x) [u](data:text/html,x) [v](file:///etc/passwd)", "p(t u v)" },
    { "[t](../other.md) [u](#) [v](https://)", "p(t u v)" },
    { "[t](java\nscript:x)", "p([t](java script:x))" },
    { "![alt *x*](a.png)", "p(alt /x/)" },
    { "[![alt](a.png)](https://e.org)", "p(alt->https://e.org)" },
    { "<div>x</div>\n\ny", "p(y)" },
    { "<!-- id: x -->\n\ny", "p(y)" },
    { "a <b>c</b> <script>d</script>", "p(a c d)" },
    { "<b></b>", "" },
    { "&lt;b&gt; &amp;", "p(<b> &)" },
    { "a \\* b", "p(a * b)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = show (cases[i].markdown);

      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    const char *markdown;
    const char *plain;
  } cases[] = {
    { "", "" },
    { "Just text.", "Just text." },
    { "What is `x` in **y**?", "What is x in y?" },
    { "a\nb\n\nc", "a b\nc" },
    { "- a\n- b", "a\nb" },
    { "```\nx\ny\n```\n\nz", "x y\nz" },
    { "[t](https://e.org) <b>u</b>", "t u" },
    { "  spaced  ", "spaced" },
    { "# T", "T" },
    { "1. first", "first" },
    { "a &amp; b", "a & b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = drill_markdown_to_plain (cases[i].markdown);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
repeat_and_parse (const char *opening,
                  const char *closing,
                  guint       count)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *blocks = NULL;
  g_autofree char    *plain = NULL;

  for (guint i = 0; i < count; i++)
    g_string_append (text, opening);
  g_string_append (text, "7");
  for (guint i = 0; i < count; i++)
    g_string_append (text, closing);
  blocks = show (text->str);
  plain = drill_markdown_to_plain (text->str);
  g_assert_true (g_utf8_validate (blocks, -1, NULL));
  g_assert_nonnull (strchr (plain, '7'));
}

/* Depth is the sender's choice; the text survives, our stack does too. */
static void
test_depth (void)
{
  static const char *const pairs[][2] = {
    { "> ", "" },  { "- ", "" },   { "1. ", "" },   { "> - ", "" }, { "**a *b ", "* c**" },
    { "[", "](u)" }, { "![", "](u)" }, { "*a **b ", "" }, { "x ` ", "" }, { "<", ">" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    repeat_and_parse (pairs[i][0], pairs[i][1], 3000);
}

static void
test_flattened (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *blocks = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "> ");
  g_string_append (text, "deep\n\ntop");
  blocks = show (text->str);
  g_assert_true (g_str_has_suffix (blocks, "] p(top)"));
  g_assert_nonnull (strstr (blocks, "q[p(deep)]"));
  g_assert_cmpuint (strcspn (blocks, "p"), ==, 2 * DRILL_BLOCKS_MAX_DEPTH);
}

static void
test_long (void)
{
  g_autofree char      *text = g_strnfill (1024 * 1024, '[');
  g_autoptr (GPtrArray) blocks = drill_blocks_parse (text);
  const DrillBlock     *block;
  const DrillSpan      *span;

  g_assert_cmpuint (blocks->len, ==, 1);
  block = g_ptr_array_index (blocks, 0);
  span = g_ptr_array_index (block->spans, 0);
  g_assert_cmpstr (span->text, ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/blocks/tree", test_blocks);
  g_test_add_func ("/pack/blocks/plain", test_plain);
  g_test_add_func ("/pack/blocks/depth", test_depth);
  g_test_add_func ("/pack/blocks/flattened", test_flattened);
  g_test_add_func ("/pack/blocks/long", test_long);

  return g_test_run ();
}
