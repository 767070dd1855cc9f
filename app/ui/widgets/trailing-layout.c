/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The rule depends on the short child's width, not on pixels, so it holds for
 * large text too. Rows of a list whose short children share a size group
 * change over together.
 */

#include "config.h"

#include "ui/widgets/trailing-layout.h"

/* Beside the text, the short child takes at most this part of the width. */
#define MAX_PART 4

struct _DrillTrailingLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
};

G_DEFINE_FINAL_TYPE (DrillTrailingLayout, drill_trailing_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_trailing (GtkWidget *widget)
{
  GtkWidget *trailing = gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget));

  return trailing != NULL && gtk_widget_should_layout (trailing) ? trailing : NULL;
}

static int
natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static gboolean
is_beside (DrillTrailingLayout *self,
           GtkWidget           *widget,
           int                  width)
{
  int trailing = natural_width (get_trailing (widget));
  int text;

  if (width < 0)
    return TRUE;

  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1, &text, NULL, NULL, NULL);

  return trailing * MAX_PART <= width && text + self->spacing + trailing <= width;
}

static void
measure_width (DrillTrailingLayout *self,
               GtkWidget           *widget,
               int                 *minimum,
               int                 *natural)
{
  GtkWidget *trailing = get_trailing (widget);

  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  if (trailing != NULL)
    {
      int width = natural_width (trailing);

      *minimum = MAX (*minimum, width);
      *natural = MAX (*natural + self->spacing + width, MAX_PART * width);
    }
}

static void
measure_height (DrillTrailingLayout *self,
                GtkWidget           *widget,
                int                  width,
                int                 *minimum,
                int                 *natural)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *trailing = get_trailing (widget);
  gboolean   beside = is_beside (self, widget, width);
  int        trailing_width = natural_width (trailing);
  int        trailing_height = 0;
  int        text_width = width;

  if (trailing != NULL)
    gtk_widget_measure (trailing, GTK_ORIENTATION_VERTICAL, -1, NULL, &trailing_height, NULL, NULL);
  if (trailing != NULL && beside && width >= 0)
    text_width = MAX (0, width - trailing_width - self->spacing);

  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, text_width, minimum, natural, NULL, NULL);

  if (trailing != NULL && beside)
    {
      *minimum = MAX (*minimum, trailing_height);
      *natural = MAX (*natural, trailing_height);
    }
  else if (trailing != NULL)
    {
      *minimum += self->spacing + trailing_height;
      *natural += self->spacing + trailing_height;
    }
}

static void
drill_trailing_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  DrillTrailingLayout *self = DRILL_TRAILING_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    measure_height (self, widget, for_size, minimum, natural);
}

static void
allocate_child (GtkWidget     *widget,
                GtkWidget     *child,
                GtkAllocation  box,
                int            width)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    box.x = width - box.x - box.width;

  gtk_widget_size_allocate (child, &box, -1);
}

static void
drill_trailing_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  DrillTrailingLayout *self = DRILL_TRAILING_LAYOUT (manager);
  GtkWidget           *text = gtk_widget_get_first_child (widget);
  GtkWidget           *trailing = get_trailing (widget);
  int                  trailing_width = MIN (natural_width (trailing), width);
  int                  trailing_height;
  int                  text_height;

  if (trailing == NULL)
    {
      allocate_child (widget, text, (GtkAllocation) { 0, 0, width, height }, width);
      return;
    }

  gtk_widget_measure (trailing, GTK_ORIENTATION_VERTICAL, -1, NULL, &trailing_height, NULL, NULL);

  if (is_beside (self, widget, width))
    {
      int text_width = MAX (0, width - trailing_width - self->spacing);

      allocate_child (widget, text, (GtkAllocation) { 0, 0, text_width, height }, width);
      allocate_child (widget, trailing,
                      (GtkAllocation) { width - trailing_width, (height - trailing_height) / 2, trailing_width, trailing_height },
                      width);
      return;
    }

  text_height = MAX (0, height - trailing_height - self->spacing);
  allocate_child (widget, text, (GtkAllocation) { 0, 0, width, text_height }, width);
  allocate_child (widget, trailing,
                  (GtkAllocation) { 0, height - trailing_height, trailing_width, trailing_height },
                  width);
}

static GtkSizeRequestMode
drill_trailing_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
drill_trailing_layout_class_init (DrillTrailingLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = drill_trailing_layout_measure;
  layout_class->allocate = drill_trailing_layout_allocate;
  layout_class->get_request_mode = drill_trailing_layout_get_request_mode;
}

static void
drill_trailing_layout_init (DrillTrailingLayout *self)
{
}

GtkLayoutManager *
drill_trailing_layout_new (int spacing)
{
  DrillTrailingLayout *self = g_object_new (DRILL_TYPE_TRAILING_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
