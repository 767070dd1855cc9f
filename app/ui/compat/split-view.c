/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Wraps AdwLeaflet, which libadwaita 1.4 replaced.
 *
 * A leaflet folds when its children's natural widths do not fit. Those change
 * with what the children show, so each child is put in a holder whose natural
 * width is fixed; then the view folds below FOLD_WIDTH and nowhere else,
 * unless large text makes a child's minimum exceed it.
 */

#include "config.h"

#include "ui/compat/split-view.h"

#include <adwaita.h>

#define FOLD_WIDTH 860
#define SIDEBAR_WIDTH 240
#define SEPARATOR_WIDTH 1

struct _DrillSplitView
{
  GtkWidget  parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget  *sidebar_holder;
  GtkWidget  *content_holder;
};

G_DEFINE_FINAL_TYPE (DrillSplitView, drill_split_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_SHOW_CONTENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
measure_holder (GtkWidget      *holder,
                GtkOrientation  orientation,
                int             for_size,
                int            *minimum,
                int            *natural,
                int             fixed_width)
{
  GtkWidget *child = gtk_widget_get_first_child (holder);

  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, fixed_width);
}

static void
measure_sidebar (GtkWidget      *holder,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  measure_holder (holder, orientation, for_size, minimum, natural, SIDEBAR_WIDTH);
}

static void
measure_content (GtkWidget      *holder,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  measure_holder (holder, orientation, for_size, minimum, natural,
                  FOLD_WIDTH - SIDEBAR_WIDTH - SEPARATOR_WIDTH);
}

static void
allocate_holder (GtkWidget *holder,
                 int        width,
                 int        height,
                 int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (holder);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
holder_request_mode (GtkWidget *holder)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget *
create_holder (GtkCustomMeasureFunc measure)
{
  GtkWidget *holder = adw_bin_new ();

  gtk_widget_set_layout_manager (holder, gtk_custom_layout_new (holder_request_mode, measure, allocate_holder));

  return holder;
}

static void
folded_cb (DrillSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
visible_child_cb (DrillSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static gboolean
back_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DrillSplitView *self = DRILL_SPLIT_VIEW (widget);

  if (!drill_split_view_get_folded (self) || !drill_split_view_get_show_content (self))
    return GDK_EVENT_PROPAGATE;

  drill_split_view_set_show_content (self, FALSE);
  gtk_widget_child_focus (self->sidebar_holder, GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
drill_split_view_dispose (GObject *object)
{
  DrillSplitView *self = DRILL_SPLIT_VIEW (object);

  if (self->leaflet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      gtk_widget_unparent (GTK_WIDGET (self->leaflet));
      self->leaflet = NULL;
      self->sidebar_holder = self->content_holder = NULL;
    }

  G_OBJECT_CLASS (drill_split_view_parent_class)->dispose (object);
}

static void
drill_split_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DrillSplitView *self = DRILL_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, drill_split_view_get_sidebar (self));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, drill_split_view_get_content (self));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, drill_split_view_get_folded (self));
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, drill_split_view_get_show_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_split_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DrillSplitView *self = DRILL_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      drill_split_view_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      drill_split_view_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      drill_split_view_set_show_content (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_split_view_class_init (DrillSplitViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_split_view_dispose;
  object_class->get_property = drill_split_view_get_property;
  object_class->set_property = drill_split_view_set_property;

  properties[PROP_SIDEBAR] =
    g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] =
    g_param_spec_boolean ("show-content", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, GDK_ALT_MASK, back_cb, NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_split_view_init (DrillSplitView *self)
{
  GtkWidget      *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));

  self->sidebar_holder = create_holder (measure_sidebar);
  adw_leaflet_append (self->leaflet, self->sidebar_holder);

  page = adw_leaflet_append (self->leaflet, separator);
  adw_leaflet_page_set_navigatable (page, FALSE);

  self->content_holder = create_holder (measure_content);
  gtk_widget_set_hexpand (self->content_holder, TRUE);
  adw_leaflet_append (self->leaflet, self->content_holder);

  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (visible_child_cb), self);
}

GtkWidget *
drill_split_view_new (void)
{
  return g_object_new (DRILL_TYPE_SPLIT_VIEW, NULL);
}

/* Returns: (transfer none) (nullable) */
GtkWidget *
drill_split_view_get_sidebar (DrillSplitView *self)
{
  g_return_val_if_fail (DRILL_IS_SPLIT_VIEW (self), NULL);

  return self->sidebar_holder != NULL ? adw_bin_get_child (ADW_BIN (self->sidebar_holder)) : NULL;
}

void
drill_split_view_set_sidebar (DrillSplitView *self,
                              GtkWidget      *sidebar)
{
  g_return_if_fail (DRILL_IS_SPLIT_VIEW (self));
  g_return_if_fail (sidebar == NULL || GTK_IS_WIDGET (sidebar));

  if (drill_split_view_get_sidebar (self) == sidebar)
    return;

  adw_bin_set_child (ADW_BIN (self->sidebar_holder), sidebar);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR]);
}

/* Returns: (transfer none) (nullable) */
GtkWidget *
drill_split_view_get_content (DrillSplitView *self)
{
  g_return_val_if_fail (DRILL_IS_SPLIT_VIEW (self), NULL);

  return self->content_holder != NULL ? adw_bin_get_child (ADW_BIN (self->content_holder)) : NULL;
}

void
drill_split_view_set_content (DrillSplitView *self,
                              GtkWidget      *content)
{
  g_return_if_fail (DRILL_IS_SPLIT_VIEW (self));
  g_return_if_fail (content == NULL || GTK_IS_WIDGET (content));

  if (drill_split_view_get_content (self) == content)
    return;

  adw_bin_set_child (ADW_BIN (self->content_holder), content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

/* Whether there is room for one of the two only. */
gboolean
drill_split_view_get_folded (DrillSplitView *self)
{
  g_return_val_if_fail (DRILL_IS_SPLIT_VIEW (self), FALSE);

  return self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);
}

gboolean
drill_split_view_get_show_content (DrillSplitView *self)
{
  g_return_val_if_fail (DRILL_IS_SPLIT_VIEW (self), FALSE);

  return self->leaflet != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->content_holder;
}

/* Which of the two a folded view shows; one that is not folded shows both and
 * remembers the choice. */
void
drill_split_view_set_show_content (DrillSplitView *self,
                                   gboolean        show_content)
{
  g_return_if_fail (DRILL_IS_SPLIT_VIEW (self));

  if (drill_split_view_get_show_content (self) == !!show_content)
    return;

  adw_leaflet_set_visible_child (self->leaflet, show_content ? self->content_holder : self->sidebar_holder);
}
