/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The number of columns is a function of the width alone, so measuring a height
 * for a width and allocating that width agree. Each row is as high as its
 * highest child, and all rows are as high as the highest row: buttons that
 * belong together look alike.
 */

#include "config.h"

#include "ui/widgets/columns-layout.h"

struct _DrillColumnsLayout
{
  GtkLayoutManager parent_instance;

  int              column_width;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (DrillColumnsLayout, drill_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What the layout needs to know of the children that are shown. */
typedef struct
{
  int n_children;
  int minimum; /* width of the widest, px */
  int natural;
} Children;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static Children
look_at_children (GtkWidget *widget)
{
  Children children = { 0 };

  for (GtkWidget *child = first_shown (widget); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      children.minimum = MAX (children.minimum, minimum);
      children.natural = MAX (children.natural, natural);
      children.n_children++;
    }

  return children;
}

static int
row_width (DrillColumnsLayout *self,
           int                 n_columns,
           int                 column_width)
{
  return n_columns * column_width + MAX (0, n_columns - 1) * self->spacing;
}

static int
columns_for_width (DrillColumnsLayout *self,
                   const Children     *children,
                   int                 width)
{
  int half = (children->n_children + 1) / 2;

  if (children->n_children == 0)
    return 1;
  if (width < 0 || row_width (self, children->n_children, MAX (self->column_width, children->minimum)) <= width)
    return children->n_children;
  if (row_width (self, half, children->minimum) <= width)
    return half;

  return 1;
}

static int
share_of_width (DrillColumnsLayout *self,
              int                 n_columns,
              int                 width)
{
  return MAX (0, (width - (n_columns - 1) * self->spacing) / n_columns);
}

static void
measure_height (DrillColumnsLayout *self,
                GtkWidget          *widget,
                int                 width,
                int                *minimum,
                int                *natural)
{
  Children children = look_at_children (widget);
  int      n_columns = columns_for_width (self, &children, width);
  int      n_rows = (children.n_children + n_columns - 1) / n_columns;
  int      for_width = width < 0 ? children.natural : share_of_width (self, n_columns, width);

  *minimum = *natural = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, for_width, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }

  *minimum = n_rows * *minimum + MAX (0, n_rows - 1) * self->spacing;
  *natural = n_rows * *natural + MAX (0, n_rows - 1) * self->spacing;
}

static void
drill_columns_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  DrillColumnsLayout *self = DRILL_COLUMNS_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (self, widget, for_size, minimum, natural);
    }
  else
    {
      Children children = look_at_children (widget);

      *minimum = children.minimum;
      *natural = row_width (self, children.n_children, children.natural);
    }
}

static void
drill_columns_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  DrillColumnsLayout *self = DRILL_COLUMNS_LAYOUT (manager);
  Children            children = look_at_children (widget);
  gboolean            rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int                 n_columns = columns_for_width (self, &children, width);
  int                 n_rows = MAX (1, (children.n_children + n_columns - 1) / n_columns);
  int                 cell_height = MAX (0, (height - (n_rows - 1) * self->spacing) / n_rows);
  int                 i = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int           column = rtl ? n_columns - 1 - i % n_columns : i % n_columns;
      int           start = column * (width + self->spacing) / n_columns;
      int           end = (column + 1) * (width + self->spacing) / n_columns - self->spacing;
      GtkAllocation cell = {
        start,
        i / n_columns * (cell_height + self->spacing),
        MAX (0, end - start),
        cell_height,
      };

      gtk_widget_size_allocate (child, &cell, -1);
      i++;
    }
}

static GtkSizeRequestMode
drill_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
drill_columns_layout_class_init (DrillColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = drill_columns_layout_measure;
  layout_class->allocate = drill_columns_layout_allocate;
  layout_class->get_request_mode = drill_columns_layout_get_request_mode;
}

static void
drill_columns_layout_init (DrillColumnsLayout *self)
{
}

GtkLayoutManager *
drill_columns_layout_new (int column_width,
                          int spacing)
{
  DrillColumnsLayout *self = g_object_new (DRILL_TYPE_COLUMNS_LAYOUT, NULL);

  self->column_width = column_width;
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
