/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/code-language.h"
#include "ui/widgets/code-view.h"

#include <gtksourceview/gtksource.h>

static GtkWidget *
get_text (GtkWidget *view)
{
  return ui_test_find (view, GTK_TYPE_TEXT_VIEW, 0);
}

static GtkSourceBuffer *
get_buffer (GtkWidget *view)
{
  return GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (view))));
}

static void
test_language (void)
{
  static const struct
  {
    const char *word;
    const char *id;
  } words[] = {
    { "javascript", "js" }, { "JS", "js" }, { "ts", "typescript" }, { "bash", "sh" },
    { "json", "json" }, { "sql", "sql" }, { "yml", "yaml" }, { "python", "python3" },
    { "text", NULL }, { "", NULL }, { NULL, NULL },
    { "no-such-language", "no-such-language" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = drill_code_language_id (words[i].word);

      g_assert_cmpstr (id, ==, words[i].id);
    }
}

/* Every alias must lead to a language that GtkSourceView has. */
static void
test_aliases_exist (void)
{
  static const char *const words[] = {
    "bash", "c++", "cjs", "console", "cs", "csharp", "dockerfile", "golang", "hcl", "htm",
    "javascript", "javascriptreact", "json5", "jsonc", "jsonl", "kt", "make", "md", "mjs",
    "mysql", "ndjson", "node", "patch", "plpgsql", "postgres", "postgresql", "protobuf",
    "ps1", "psql", "py", "python", "rb", "rs", "shell", "sqlite", "svg", "tf", "ts", "tsx",
    "yml", "zsh",
  };
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = drill_code_language_id (words[i]);

      if (gtk_source_language_manager_get_language (manager, id) == NULL)
        g_error ("%s: no language %s", words[i], id);
    }
}

static void
test_properties (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (drill_code_view_new ("a\nb\n", "js"));
  GtkTextView          *text = GTK_TEXT_VIEW (get_text (view));

  g_assert_cmpstr (drill_code_view_get_code (DRILL_CODE_VIEW (view)), ==, "a\nb");
  g_assert_cmpstr (drill_code_view_get_language (DRILL_CODE_VIEW (view)), ==, "js");
  g_assert_cmpint (gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (text)), ==, 2);
  g_assert_false (gtk_text_view_get_editable (text));
  g_assert_false (gtk_text_view_get_accepts_tab (text));
}

static void
test_accessible (void)
{
  g_autoptr (GtkWidget) known = g_object_ref_sink (drill_code_view_new ("x", "js"));
  g_autoptr (GtkWidget) unknown = g_object_ref_sink (drill_code_view_new ("x", "brainfuzz"));
  g_autoptr (GtkWidget) none = g_object_ref_sink (drill_code_view_new ("x", NULL));
  GtkWidget            *button = ui_test_find (known, GTK_TYPE_BUTTON, 0);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (known)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Code, JavaScript");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (known)), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (unknown)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Code, brainfuzz");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (none)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Code, Text");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy Code");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Copy Code");
}

static void
test_copy (void)
{
  GtkWidget          *view = drill_code_view_new ("let x = 1;\n", "js");
  GtkWidget          *window = ui_test_show (view, 400, 200);
  GdkContentProvider *content;
  g_auto (GValue)     value = G_VALUE_INIT;
  g_autoptr (GError)  error = NULL;

  g_signal_emit_by_name (ui_test_find (view, GTK_TYPE_BUTTON, 0), "clicked");

  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (view));
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, "let x = 1;");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (ui_test_find (view, GTK_TYPE_BUTTON, 0)), ==, "Copied");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A block is as high as its lines and narrow enough for any window. */
static void
test_size (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *one = drill_code_view_new ("x", NULL);
  GtkWidget *ten = drill_code_view_new ("x\nx\nx\nx\nx\nx\nx\nx\nx\nx", NULL);
  GtkWidget *wide = drill_code_view_new ("0123456789 0123456789 0123456789 0123456789 0123456789 0123456789", NULL);
  GtkWidget *window;
  int        line;

  gtk_box_append (GTK_BOX (box), one);
  gtk_box_append (GTK_BOX (box), ten);
  gtk_box_append (GTK_BOX (box), wide);
  window = ui_test_show (box, 300, 600);

  line = (gtk_widget_get_height (ten) - gtk_widget_get_height (one)) / 9;
  g_assert_cmpint (line, >, 10);
  g_assert_cmpint (line, <, 40);
  g_assert_cmpint (gtk_widget_get_height (wide), ==, gtk_widget_get_height (one));
  g_assert_cmpint (ui_test_minimum_width (wide), <, 250);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Colours come when there is time, and at once for a language that was seen
 * before. */
static void
test_highlight (void)
{
  g_autoptr (GtkWidget) first = g_object_ref_sink (drill_code_view_new ("key: 1", "yaml"));
  g_autoptr (GtkWidget) second = NULL;

  while (gtk_source_buffer_get_language (get_buffer (first)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_source_language_get_id (gtk_source_buffer_get_language (get_buffer (first))), ==, "yaml");

  second = g_object_ref_sink (drill_code_view_new ("key: 2", "yml"));
  g_assert_nonnull (gtk_source_buffer_get_language (get_buffer (second)));
}

/* A view that goes before its colours come leaves nothing behind. */
static void
test_highlight_too_late (void)
{
  GtkWidget *view = g_object_ref_sink (drill_code_view_new ("x", "rust"));

  g_assert_finalize_object (view);
  ui_test_settle ();
}

/* Text of any length is shown; only its colours have a limit. */
static void
test_long (void)
{
  g_autofree char      *code = g_strnfill (300 * 1024, '\n');
  g_autoptr (GtkWidget) view = g_object_ref_sink (drill_code_view_new (code, "js"));
  GtkTextBuffer        *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (view)));

  g_assert_false (gtk_source_buffer_get_highlight_syntax (GTK_SOURCE_BUFFER (buffer)));
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 300 * 1024);
}

static void
test_finalize (void)
{
  GtkWidget *view = g_object_ref_sink (drill_code_view_new ("x", "sql"));

  g_signal_emit_by_name (ui_test_find (view, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/code-view/language", test_language);
  g_test_add_func ("/code-view/aliases-exist", test_aliases_exist);
  g_test_add_func ("/code-view/properties", test_properties);
  g_test_add_func ("/code-view/accessible", test_accessible);
  g_test_add_func ("/code-view/copy", test_copy);
  g_test_add_func ("/code-view/size", test_size);
  g_test_add_func ("/code-view/highlight", test_highlight);
  g_test_add_func ("/code-view/highlight-too-late", test_highlight_too_late);
  g_test_add_func ("/code-view/long", test_long);
  g_test_add_func ("/code-view/finalize", test_finalize);

  return g_test_run ();
}
