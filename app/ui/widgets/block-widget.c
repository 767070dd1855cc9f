/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A widget for each kind of block. Lists, items and quotes hold the widgets of
 * their children, so the tree of widgets has the shape of the tree of blocks,
 * and a screen reader hears lists, items and headings as such.
 *
 * A marker stands in a column of its own, which gives the hanging indent. Text
 * from a pack may nest deep; past MAX_INDENT levels nothing is indented any
 * more, so that the words keep a width to stand in.
 */

#include "config.h"

#include "ui/widgets/block-widget.h"

#include "ui/widgets/code-view.h"
#include "ui/widgets/span-markup.h"

#include <string.h>

#define MAX_INDENT 5
#define ITEM_SPACING 6

/* What holds for a whole text, and how deep in it we are. */
typedef struct
{
  gboolean interactive;
  guint    depth;
} BlockContext;

static GtkWidget *create_block (const DrillBlock *block,
                                BlockContext      context);

/* The label's own handler opens everything, files and custom schemes too. */
static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *url,
                  gpointer    user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (label));

  if (drill_url_may_be_opened (url))
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, url, GDK_CURRENT_TIME);

  return TRUE;
}

/* A selectable label is a stop of the Tab key, and selects itself whole when
 * the focus comes by key. A page of paragraphs would be a page of stops. So a
 * label takes the focus, which copying needs, only while it is clicked in;
 * one with links stays a stop. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  gtk_widget_set_can_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), TRUE);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               gpointer                 user_data)
{
  gtk_widget_set_can_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)), FALSE);
}

static void
focus_by_click_only (GtkWidget *label)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), NULL);
  gtk_widget_add_controller (label, focus);
  gtk_widget_set_can_focus (label, FALSE);
}

static GtkWidget *
create_text (const DrillBlock  *block,
             GtkAccessibleRole  role,
             BlockContext       context)
{
  g_autofree char *markup = drill_spans_to_markup (block->spans, context.interactive);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL,
                                         "accessible-role", role,
                                         "label", markup,
                                         "use-markup", TRUE,
                                         "wrap", TRUE,
                                         "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                         "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                         "xalign", 0.0,
                                         "selectable", context.interactive,
                                         NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  if (context.interactive && strstr (markup, "<a href=") == NULL)
    focus_by_click_only (label);

  return label;
}

static GtkWidget *
create_heading (const DrillBlock *block,
                BlockContext      context)
{
  static const char *const classes[] = { "title-2", "title-3", "title-4", "heading" };
  GtkWidget               *label = create_text (block, GTK_ACCESSIBLE_ROLE_HEADING, context);
  guint                    level = CLAMP (block->level, 1, 6);

  gtk_widget_add_css_class (label, classes[MIN (level, G_N_ELEMENTS (classes)) - 1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level,
                                  -1);

  return label;
}

static void
append_children (GtkBox           *box,
                 const DrillBlock *block,
                 BlockContext      context)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    gtk_box_append (box, create_block (g_ptr_array_index (block->children, i), context));
}

static GtkWidget *
create_quote (const DrillBlock *block,
              BlockContext      context)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, DRILL_BLOCK_SPACING);

  if (context.depth < MAX_INDENT)
    gtk_widget_add_css_class (box, "quote");

  context.depth++;
  append_children (GTK_BOX (box), block, context);

  return box;
}

/* Markers of one list share a width, so that the texts line up: 9. under 10. */
static GtkWidget *
create_marker (const DrillBlock *list,
               guint             index)
{
  g_autofree char *last = g_strdup_printf ("%" G_GUINT64_FORMAT ".", (guint64) list->start + list->children->len - 1);
  g_autofree char *text = NULL;
  GtkWidget       *label;

  if (list->ordered)
    text = g_strdup_printf ("%" G_GUINT64_FORMAT ".", (guint64) list->start + index);
  else
    text = g_strdup ("•");

  label = gtk_label_new (text);
  gtk_label_set_width_chars (GTK_LABEL (label), list->ordered ? g_utf8_strlen (last, -1) : 1);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "marker");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
create_item (const DrillBlock *list,
             guint             index,
             BlockContext      context)
{
  const DrillBlock *item = g_ptr_array_index (list->children, index);
  GtkWidget        *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, ITEM_SPACING);
  GtkWidget        *row = g_object_new (GTK_TYPE_BOX,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                        "spacing", ITEM_SPACING,
                                        NULL);

  if (context.depth >= MAX_INDENT)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (row), GTK_ORIENTATION_VERTICAL);

  gtk_box_append (GTK_BOX (row), create_marker (list, index));
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (row), content);

  context.depth++;
  append_children (GTK_BOX (content), item, context);

  return row;
}

static GtkWidget *
create_list (const DrillBlock *block,
             BlockContext      context)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", ITEM_SPACING,
                                  NULL);

  gtk_widget_add_css_class (list, "bullets");
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    gtk_box_append (GTK_BOX (list), create_item (block, i, context));

  return list;
}

/* Inside something that is clicked, code is a label: it wraps instead of
 * scrolling, and takes neither clicks nor focus. */
static GtkWidget *
create_plain_code (const DrillBlock *block)
{
  g_autofree char *code = g_strdup (block->code != NULL ? block->code : "");
  GtkWidget       *label = gtk_label_new (g_strchomp (code));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A hyphen at the break would read as part of the code. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "code");
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);

  return label;
}

static GtkWidget *
create_code (const DrillBlock *block,
             BlockContext      context)
{
  if (!context.interactive)
    return create_plain_code (block);

  return drill_code_view_new (block->code != NULL ? block->code : "", block->language);
}

static GtkWidget *
create_block (const DrillBlock *block,
              BlockContext      context)
{
  switch (block->kind)
    {
    case DRILL_BLOCK_HEADING:
      return create_heading (block, context);
    case DRILL_BLOCK_CODE:
      return create_code (block, context);
    case DRILL_BLOCK_QUOTE:
    case DRILL_BLOCK_LIST_ITEM:
      return create_quote (block, context);
    case DRILL_BLOCK_LIST:
      return create_list (block, context);
    case DRILL_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case DRILL_BLOCK_PARAGRAPH:
    default:
      return create_text (block, GTK_ACCESSIBLE_ROLE_LABEL, context);
    }
}

GtkWidget *
drill_block_widget_new (const DrillBlock *block,
                        gboolean          interactive)
{
  g_return_val_if_fail (block != NULL, NULL);

  return create_block (block, (BlockContext) { .interactive = interactive });
}
