/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Shows CommonMark: drill_blocks_parse() cuts it into blocks, and
 * drill_block_widget_new() makes a widget of each. A change of the text builds
 * all widgets anew; a text is small, and a page shows a few of them.
 */

#include "config.h"

#include "ui/widgets/markdown-view.h"

#include "pack/blocks.h"
#include "ui/widgets/block-widget.h"

struct _DrillMarkdownView
{
  GtkWidget  parent_instance;

  char      *markdown;
  guint      interactive : 1;
};

G_DEFINE_FINAL_TYPE (DrillMarkdownView, drill_markdown_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MARKDOWN,
  PROP_INTERACTIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
remove_blocks (DrillMarkdownView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
rebuild (DrillMarkdownView *self)
{
  g_autoptr (GPtrArray) blocks = NULL;

  remove_blocks (self);
  if (self->markdown == NULL)
    return;

  blocks = drill_blocks_parse (self->markdown);
  for (guint i = 0; i < blocks->len; i++)
    {
      GtkWidget *child = drill_block_widget_new (g_ptr_array_index (blocks, i), self->interactive);

      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
}

static void
drill_markdown_view_dispose (GObject *object)
{
  remove_blocks (DRILL_MARKDOWN_VIEW (object));

  G_OBJECT_CLASS (drill_markdown_view_parent_class)->dispose (object);
}

static void
drill_markdown_view_finalize (GObject *object)
{
  g_free (DRILL_MARKDOWN_VIEW (object)->markdown);

  G_OBJECT_CLASS (drill_markdown_view_parent_class)->finalize (object);
}

static void
drill_markdown_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DrillMarkdownView *self = DRILL_MARKDOWN_VIEW (object);

  switch (prop_id)
    {
    case PROP_MARKDOWN:
      g_value_set_string (value, self->markdown);
      break;
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, self->interactive);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_markdown_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DrillMarkdownView *self = DRILL_MARKDOWN_VIEW (object);

  switch (prop_id)
    {
    case PROP_MARKDOWN:
      drill_markdown_view_set_markdown (self, g_value_get_string (value));
      break;
    case PROP_INTERACTIVE:
      drill_markdown_view_set_interactive (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_markdown_view_class_init (DrillMarkdownViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_markdown_view_dispose;
  object_class->finalize = drill_markdown_view_finalize;
  object_class->get_property = drill_markdown_view_get_property;
  object_class->set_property = drill_markdown_view_set_property;

  properties[PROP_MARKDOWN] =
    g_param_spec_string ("markdown", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INTERACTIVE] =
    g_param_spec_boolean ("interactive", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "markdownview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_markdown_view_init (DrillMarkdownView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), DRILL_BLOCK_SPACING);
  self->interactive = TRUE;
}

GtkWidget *
drill_markdown_view_new (const char *markdown)
{
  return g_object_new (DRILL_TYPE_MARKDOWN_VIEW, "markdown", markdown, NULL);
}

const char *
drill_markdown_view_get_markdown (DrillMarkdownView *self)
{
  g_return_val_if_fail (DRILL_IS_MARKDOWN_VIEW (self), NULL);

  return self->markdown;
}

void
drill_markdown_view_set_markdown (DrillMarkdownView *self,
                                  const char        *markdown)
{
  g_return_if_fail (DRILL_IS_MARKDOWN_VIEW (self));

  if (g_strcmp0 (self->markdown, markdown) == 0)
    return;

  g_free (self->markdown);
  self->markdown = g_strdup (markdown);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKDOWN]);
}

gboolean
drill_markdown_view_get_interactive (DrillMarkdownView *self)
{
  g_return_val_if_fail (DRILL_IS_MARKDOWN_VIEW (self), FALSE);

  return self->interactive;
}

void
drill_markdown_view_set_interactive (DrillMarkdownView *self,
                                     gboolean           interactive)
{
  g_return_if_fail (DRILL_IS_MARKDOWN_VIEW (self));

  interactive = !!interactive;
  if (self->interactive == interactive)
    return;

  self->interactive = interactive;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERACTIVE]);
}
