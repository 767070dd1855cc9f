/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/code-view.h"
#include "ui/widgets/markdown-view.h"

static GtkWidget *
create (const char *markdown)
{
  return g_object_ref_sink (drill_markdown_view_new (markdown));
}

static GtkWidget *
get_block (GtkWidget *view,
           guint      n)
{
  GtkWidget *child = gtk_widget_get_first_child (view);

  while (n-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
test_blocks (void)
{
  g_autoptr (GtkWidget) view = create ("# H\n\ntext\n\n- a\n- b\n\n1. c\n\n> q\n\n---\n\n```js\nx\n```\n");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_block (view, 0)), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_block (view, 0)), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  g_assert_true (GTK_IS_LABEL (get_block (view, 1)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_block (view, 2)), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_first_child (get_block (view, 2))), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_block (view, 3)), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (gtk_widget_has_css_class (get_block (view, 4), "quote"));
  g_assert_true (GTK_IS_SEPARATOR (get_block (view, 5)));
  g_assert_true (DRILL_IS_CODE_VIEW (get_block (view, 6)));
  g_assert_null (get_block (view, 7));
}

static const char *
label_text (GtkWidget *view,
            guint      n)
{
  return gtk_label_get_text (GTK_LABEL (ui_test_find (view, GTK_TYPE_LABEL, n)));
}

static void
test_markup_is_text (void)
{
  g_autoptr (GtkWidget) view = create ("`<b>x</b>` &amp; **y**");

  g_assert_cmpstr (label_text (view, 0), ==, "<b>x</b> & y");
}

static void
test_ordered_markers (void)
{
  g_autoptr (GtkWidget) view = create ("9. nine\n10. ten\n");

  g_assert_cmpstr (label_text (view, 0), ==, "9.");
  g_assert_cmpstr (label_text (view, 1), ==, "nine");
  g_assert_cmpstr (label_text (view, 2), ==, "10.");
  g_assert_cmpint (gtk_label_get_width_chars (GTK_LABEL (ui_test_find (view, GTK_TYPE_LABEL, 0))), ==, 3);
}

static void
test_notify (void)
{
  g_autoptr (GtkWidget) view = create (NULL);
  guint                 markdown = 0;
  guint                 interactive = 0;

  ui_test_count_notify (view, "markdown", &markdown);
  ui_test_count_notify (view, "interactive", &interactive);

  g_object_set (view, "markdown", "a", NULL);
  g_object_set (view, "markdown", "a", NULL);
  g_assert_cmpuint (markdown, ==, 1);
  g_assert_cmpstr (label_text (view, 0), ==, "a");

  drill_markdown_view_set_markdown (DRILL_MARKDOWN_VIEW (view), NULL);
  g_assert_cmpuint (markdown, ==, 2);
  g_assert_null (gtk_widget_get_first_child (view));

  drill_markdown_view_set_interactive (DRILL_MARKDOWN_VIEW (view), FALSE);
  drill_markdown_view_set_interactive (DRILL_MARKDOWN_VIEW (view), FALSE);
  g_assert_cmpuint (interactive, ==, 1);
}

static void
test_not_interactive (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (g_object_new (DRILL_TYPE_MARKDOWN_VIEW,
                                                                "interactive", FALSE,
                                                                "markdown", "[x](https://a)\n\n```js\ny\n```",
                                                                NULL));

  g_assert_false (gtk_label_get_selectable (GTK_LABEL (ui_test_find (view, GTK_TYPE_LABEL, 0))));
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (ui_test_find (view, GTK_TYPE_LABEL, 0))), "<a"));
  g_assert_null (ui_test_find (view, GTK_TYPE_BUTTON, 0));
  g_assert_cmpstr (label_text (view, 1), ==, "y");
}

/* The Tab key stops at what can be done something with, not at every
 * paragraph. */
static void
test_focus (void)
{
  g_autoptr (GtkWidget) view = create ("plain\n\n[link](https://a)");

  g_assert_false (gtk_widget_get_can_focus (ui_test_find (view, GTK_TYPE_LABEL, 0)));
  g_assert_true (gtk_widget_get_can_focus (ui_test_find (view, GTK_TYPE_LABEL, 1)));
}

static void
test_link_is_not_opened (void)
{
  g_autoptr (GtkWidget) view = create ("[link](https://a)");
  gboolean              handled = FALSE;

  g_signal_emit_by_name (ui_test_find (view, GTK_TYPE_LABEL, 0), "activate-link", "file:///etc/passwd", &handled);
  g_assert_true (handled);
}

/* However deep a text nests and however long its words are, it goes into a
 * narrow window. */
static void
test_narrow (void)
{
  g_autoptr (GString) text = g_string_new ("# Incomprehensibilities_of_a_long_identifier_that_goes_on\n\n");

  for (int depth = 0; depth < 20; depth++)
    {
      for (int i = 0; i < depth; i++)
        g_string_append (text, "> - ");
      g_string_append (text, "some_long_identifier_in_the_text `--a-long-option-in-code=1234567890`\n");
    }
  g_string_append (text, "\n```js\nconst a_long_line = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];\n```\n");

  for (int interactive = 0; interactive < 2; interactive++)
    {
      g_autoptr (GtkWidget) view = g_object_ref_sink (g_object_new (DRILL_TYPE_MARKDOWN_VIEW,
                                                                    "interactive", interactive,
                                                                    "markdown", text->str,
                                                                    NULL));

      g_assert_cmpint (ui_test_minimum_width (view), <=, 300);
    }
}

static void
test_shown (void)
{
  GtkWidget *view = drill_markdown_view_new ("# H\n\n- a\n  - b\n    - c\n\n> q\n\n```sh\nls\n```");
  GtkWidget *window = ui_test_show (view, 320, 400);

  g_assert_cmpint (gtk_widget_get_width (view), ==, 320);
  drill_markdown_view_set_markdown (DRILL_MARKDOWN_VIEW (view), "changed while shown");
  ui_test_settle ();
  g_assert_cmpstr (label_text (view, 0), ==, "changed while shown");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_finalize (void)
{
  GtkWidget *view = create ("# H\n\n- a\n\n```sh\nls\n```");

  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/markdown-view/blocks", test_blocks);
  g_test_add_func ("/markdown-view/markup-is-text", test_markup_is_text);
  g_test_add_func ("/markdown-view/ordered-markers", test_ordered_markers);
  g_test_add_func ("/markdown-view/notify", test_notify);
  g_test_add_func ("/markdown-view/not-interactive", test_not_interactive);
  g_test_add_func ("/markdown-view/focus", test_focus);
  g_test_add_func ("/markdown-view/link-is-not-opened", test_link_is_not_opened);
  g_test_add_func ("/markdown-view/narrow", test_narrow);
  g_test_add_func ("/markdown-view/shown", test_shown);
  g_test_add_func ("/markdown-view/finalize", test_finalize);

  return g_test_run ();
}
