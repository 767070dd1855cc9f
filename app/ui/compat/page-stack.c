/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Wraps AdwLeaflet, which libadwaita 1.4 replaced, with can-unfold FALSE.
 *
 * A leaflet only moves between the children that it has. What makes a stack of
 * it is the array `pages`, root first, and the list `leaving` of those that
 * were popped and stay in the leaflet until the transition that shows them
 * go is over. Each page is in exactly one of the two. A push ends waiting at
 * once, because a leaving page would lie between the old top and the new one.
 *
 * The focus of a covered page is remembered and given back when it is seen
 * again: who works with the keyboard goes on where they left.
 */

#include "config.h"

#include "ui/compat/page-stack.h"

#include <adwaita.h>

#define MOUSE_BACK 8

typedef struct
{
  GtkWidget *widget;
  GtkWidget *focus; /* weak */
} Page;

struct _DrillPageStack
{
  GtkWidget   parent_instance;

  AdwLeaflet *leaflet;
  GPtrArray  *pages;   /* (element-type Page) root first */
  GPtrArray  *leaving; /* (element-type Page) */
  guint       flush_source;
  guint       can_go_back : 1;
};

G_DEFINE_FINAL_TYPE (DrillPageStack, drill_page_stack, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DEPTH,
  PROP_VISIBLE_PAGE,
  PROP_CAN_GO_BACK,
  N_PROPS,
};

enum
{
  POPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static Page *
page_new (GtkWidget *widget)
{
  Page *page = g_new0 (Page, 1);

  page->widget = g_object_ref (widget);

  return page;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_weak_pointer (&page->focus);
  g_object_unref (page->widget);
  g_free (page);
}

static Page *
top_page (DrillPageStack *self)
{
  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

static void
remember_focus (DrillPageStack *self)
{
  Page      *page = top_page (self);
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (page != NULL && focus != NULL && gtk_widget_is_ancestor (focus, page->widget))
    g_set_weak_pointer (&page->focus, focus);
}

static void
restore_focus (DrillPageStack *self)
{
  Page *page = top_page (self);

  if (page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (page->focus == NULL || !gtk_widget_grab_focus (page->focus))
    gtk_widget_child_focus (page->widget, GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&page->focus);
}

static void
update_gesture (DrillPageStack *self)
{
  adw_leaflet_set_can_navigate_back (self->leaflet, self->can_go_back && self->pages->len > 1);
}

static void
pages_changed (DrillPageStack *self)
{
  update_gesture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEPTH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE_PAGE]);
}

/* Takes the pages that left out of the leaflet and tells about each. A handler
 * may push or pop, so the list is emptied before. */
static void
flush_leaving (DrillPageStack *self)
{
  g_autoptr (GPtrArray) leaving = g_steal_pointer (&self->leaving);

  self->leaving = g_ptr_array_new_with_free_func (page_free);
  g_clear_handle_id (&self->flush_source, g_source_remove);

  for (guint i = 0; i < leaving->len; i++)
    {
      Page *page = g_ptr_array_index (leaving, i);

      adw_leaflet_remove (self->leaflet, page->widget);
      g_signal_emit (self, signals[POPPED], 0, page->widget);
    }
}

static gboolean
flush_cb (gpointer user_data)
{
  DrillPageStack            *self = user_data;
  g_autoptr (DrillPageStack) keep_alive = g_object_ref (self);

  self->flush_source = 0;
  if (!adw_leaflet_get_child_transition_running (self->leaflet))
    flush_leaving (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: the leaflet may be in the middle of telling that it moved. */
static void
queue_flush (DrillPageStack *self)
{
  if (self->leaving->len > 0 && self->flush_source == 0)
    self->flush_source = g_idle_add (flush_cb, self);
}

static void
keep_pages (DrillPageStack *self,
            guint           n_kept)
{
  while (self->pages->len > n_kept)
    g_ptr_array_add (self->leaving, g_ptr_array_steal_index (self->pages, self->pages->len - 1));
}

static void
transition_cb (DrillPageStack *self)
{
  if (!adw_leaflet_get_child_transition_running (self->leaflet))
    queue_flush (self);
}

/* A swipe moves the leaflet by itself: the pages follow. */
static void
visible_child_cb (DrillPageStack *self)
{
  GtkWidget *visible = adw_leaflet_get_visible_child (self->leaflet);

  for (guint i = 0; i + 1 < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      if (page->widget != visible)
        continue;

      keep_pages (self, i + 1);
      pages_changed (self);
      restore_focus (self);
      queue_flush (self);
      return;
    }
}

static void
pop_down_to (DrillPageStack *self,
             guint           n_kept)
{
  keep_pages (self, n_kept);
  adw_leaflet_set_visible_child (self->leaflet, top_page (self)->widget);
  pages_changed (self);
  restore_focus (self);
  queue_flush (self);
}

static gboolean
back_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DrillPageStack *self = DRILL_PAGE_STACK (widget);

  return self->can_go_back && drill_page_stack_pop (self);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  if (back_cb (user_data, NULL, NULL))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drill_page_stack_dispose (GObject *object)
{
  DrillPageStack *self = DRILL_PAGE_STACK (object);

  g_clear_handle_id (&self->flush_source, g_source_remove);
  if (self->leaflet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      g_ptr_array_set_size (self->pages, 0);
      g_ptr_array_set_size (self->leaving, 0);
      gtk_widget_unparent (GTK_WIDGET (self->leaflet));
      self->leaflet = NULL;
    }

  G_OBJECT_CLASS (drill_page_stack_parent_class)->dispose (object);
}

static void
drill_page_stack_finalize (GObject *object)
{
  DrillPageStack *self = DRILL_PAGE_STACK (object);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->leaving);

  G_OBJECT_CLASS (drill_page_stack_parent_class)->finalize (object);
}

static void
drill_page_stack_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DrillPageStack *self = DRILL_PAGE_STACK (object);

  switch (prop_id)
    {
    case PROP_DEPTH:
      g_value_set_uint (value, self->pages->len);
      break;
    case PROP_VISIBLE_PAGE:
      g_value_set_object (value, drill_page_stack_get_visible_page (self));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->can_go_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_page_stack_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DrillPageStack *self = DRILL_PAGE_STACK (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      drill_page_stack_set_can_go_back (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_page_stack_class_init (DrillPageStackClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_page_stack_dispose;
  object_class->finalize = drill_page_stack_finalize;
  object_class->get_property = drill_page_stack_get_property;
  object_class->set_property = drill_page_stack_set_property;

  properties[PROP_DEPTH] =
    g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VISIBLE_PAGE] =
    g_param_spec_object ("visible-page", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[POPPED] =
    g_signal_new ("popped", DRILL_TYPE_PAGE_STACK, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, GDK_ALT_MASK, back_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Back, 0, back_cb, NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
drill_page_stack_init (DrillPageStack *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->leaving = g_ptr_array_new_with_free_func (page_free);
  self->can_go_back = TRUE;

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_unfold (self->leaflet, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (visible_child_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::child-transition-running", G_CALLBACK (transition_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), MOUSE_BACK);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

GtkWidget *
drill_page_stack_new (void)
{
  return g_object_new (DRILL_TYPE_PAGE_STACK, NULL);
}

guint
drill_page_stack_get_depth (DrillPageStack *self)
{
  g_return_val_if_fail (DRILL_IS_PAGE_STACK (self), 0);

  return self->pages->len;
}

/* Returns: (transfer none) (nullable): NULL before the first push */
GtkWidget *
drill_page_stack_get_visible_page (DrillPageStack *self)
{
  Page *page;

  g_return_val_if_fail (DRILL_IS_PAGE_STACK (self), NULL);

  page = top_page (self);

  return page != NULL ? page->widget : NULL;
}

gboolean
drill_page_stack_get_can_go_back (DrillPageStack *self)
{
  g_return_val_if_fail (DRILL_IS_PAGE_STACK (self), FALSE);

  return self->can_go_back;
}

/* FALSE keeps keys and gestures from leaving the top page, such as a running
 * exam; drill_page_stack_pop() still does. */
void
drill_page_stack_set_can_go_back (DrillPageStack *self,
                                  gboolean        can_go_back)
{
  g_return_if_fail (DRILL_IS_PAGE_STACK (self));

  can_go_back = !!can_go_back;
  if (self->can_go_back == can_go_back)
    return;

  self->can_go_back = can_go_back;
  update_gesture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/* Shows @page, which has no parent yet, on top and moves the focus into it. */
void
drill_page_stack_push (DrillPageStack *self,
                       GtkWidget      *page)
{
  g_return_if_fail (DRILL_IS_PAGE_STACK (self));
  g_return_if_fail (GTK_IS_WIDGET (page) && gtk_widget_get_parent (page) == NULL);

  remember_focus (self);
  flush_leaving (self);

  g_ptr_array_add (self->pages, page_new (page));
  adw_leaflet_append (self->leaflet, page);
  adw_leaflet_set_visible_child (self->leaflet, page);
  pages_changed (self);
  restore_focus (self);
}

/* Returns: FALSE when only the root is left, which stays */
gboolean
drill_page_stack_pop (DrillPageStack *self)
{
  g_return_val_if_fail (DRILL_IS_PAGE_STACK (self), FALSE);

  if (self->pages->len < 2)
    return FALSE;

  pop_down_to (self, self->pages->len - 1);

  return TRUE;
}

void
drill_page_stack_pop_to_root (DrillPageStack *self)
{
  g_return_if_fail (DRILL_IS_PAGE_STACK (self));

  if (self->pages->len > 1)
    pop_down_to (self, 1);
}
